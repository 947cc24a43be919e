//! Times of day: who asks about 23:00 is answered by what holds between 22:00 and 05:00.
//!
//! Invariant: a number is a time of day only with its minutes or its half of the day.

/// Minutes since midnight.
type Minute = u32;

/// The times of day that a text names, each with the place of its word.
fn clocks(text: &str) -> (Vec<String>, Vec<(usize, Minute)>) {
    let text = text.to_lowercase().replace(['–', '—', '-'], " to ");
    let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    let read = |(place, word): (usize, &String)| {
        let next = words.get(place + 1).map_or("", String::as_str);
        clock(word, next).map(|minute| (place, minute))
    };
    let clocks = words.iter().enumerate().filter_map(read).collect();
    (words, clocks)
}

fn clock(word: &str, next: &str) -> Option<Minute> {
    let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
    let half = |word: &str| -> Option<Minute> {
        let next = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        (next == "pm").then_some(12 * 60).or_else(|| (next == "am").then_some(0))
    };
    let digits = word.trim_end_matches(|letter: char| letter.is_alphabetic());
    let after = half(&word[digits.len()..]).or_else(|| half(next).filter(|_| digits.len() == word.len()));
    let (hour, minute) = digits.split_once([':', '.']).map_or((digits, None), |(hour, minute)| (hour, Some(minute)));
    let minutes = minute.map(|minute| minute.parse::<Minute>().ok().filter(|_| minute.len() == 2));
    let (hour, minutes) = (hour.parse::<Minute>().ok().filter(|hour| *hour <= 24)?, minutes.unwrap_or(Some(0))?);
    (minute.is_some() || after.is_some()).then(|| hour % 12 * 60 + minutes + after.unwrap_or(hour / 12 * 12 * 60))
}

/// Whether a time that the question names lies within a span that the text names.
pub(super) fn within(question: &str, text: &str) -> bool {
    let (_, asked) = clocks(question);
    if asked.is_empty() {
        return false;
    }
    let (words, clocks) = clocks(text);
    let spans = clocks.windows(2).filter_map(|pair| match pair {
        [(first, low), (second, high)] => {
            let between = words
                .get(first + 1..*second)?
                .iter()
                .any(|word| ["to", "until", "and", "till"].contains(&word.as_str()));
            (between && second - first <= 3).then_some((*low, *high))
        }
        _ => None,
    });
    let spans: Vec<(Minute, Minute)> = spans.collect();
    let has =
        |minute: Minute| {
            spans.iter().any(|(low, high)| {
                if low <= high { (low..=high).contains(&&minute) } else { minute >= *low || minute <= *high }
            })
        };
    asked.into_iter().any(|(_, minute)| has(minute))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_may_go_over_midnight() {
        for (question, text, expected) in [
            ("A transfer at 23:00?", "Between 22:00 and 05:00 a supplement of 30 % applies.", true),
            ("A transfer at 11 pm?", "22:00–05:00: 30 % more", true),
            ("A transfer at 21:00?", "Between 22:00 and 05:00 a supplement applies.", false),
            ("A transfer at 10am?", "from 9:30 am to 12 pm", true),
            ("Two of us", "Between 22:00 and 05:00", false),
        ] {
            assert_eq!(within(question, text), expected, "{question} {text}");
        }
    }
}
