//! The line above a quotation, "On Monday Jo wrote:", in any language, and the separators that stand in its place.
//!
//! Invariant: a line counts by evidence (date, time, address, the word for "wrote", a quotation below), never by a
//! word of one language alone; at most four lines are joined, so the time is linear.

use super::{headers, words};

/// Lines that one attribution may be wrapped into.
const MAX_LINES: usize = 4;
/// Bytes of an attribution.
const MAX_BYTES: usize = 400;

/// For every line that begins an attribution, its length. Found from the ends, as the colon at the end is what they
/// share.
pub(super) fn attributions(lines: &[&str]) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut free = 0;
    for end in 0..lines.len() {
        if let Some(start) = attribution_ending(lines, end, free) {
            found.push((start, end - start + 1));
            free = end + 1;
        }
    }
    found
}

/// The first line of the attribution whose last line is `end`; lines before `free` belong to others.
fn attribution_ending(lines: &[&str], end: usize, free: usize) -> Option<usize> {
    let last = lines.get(end)?;
    if !ends_with_colon(last) || is_quoted(last) {
        return None;
    }
    let quotes_next =
        lines.iter().skip(end + 1).find(|line| !line.trim().is_empty()).is_some_and(|line| is_quoted(line));
    let mut start = end;
    loop {
        let evidence = Evidence::of(lines.get(start..=end)?)?;
        if evidence.is_strong() && (start == end || may_start(lines, start)) {
            let above = start.checked_sub(1).filter(|above| *above >= free);
            return match above {
                Some(above) if continues_below(lines, above) && evidence.length < MAX_BYTES / 2 => Some(above),
                _ => Some(start),
            };
        }
        let above = start.checked_sub(1).filter(|above| *above >= free && end - *above < MAX_LINES);
        match above.filter(|above| lines.get(*above).is_some_and(|line| may_be_wrapped(line))) {
            Some(above) => start = above,
            None => break,
        }
    }
    Evidence::of(lines.get(end..=end)?)?.is_enough(quotes_next).then_some(end)
}

/// Whether the line can be the first of several: it opens like an attribution, or stands at the top of its paragraph
/// and holds a number or an address.
fn may_start(lines: &[&str], start: usize) -> bool {
    let Some(line) = lines.get(start) else { return false };
    has_opener(line) || (is_paragraph_top(lines, start) && line.contains(|c: char| c.is_ascii_digit() || c == '@'))
}

/// Whether this line is the beginning of an attribution that already makes sense without it: "On Mon, 3 Mar 2025 at",
/// or "Jo <jo@mail.example>" at the top of its paragraph.
fn continues_below(lines: &[&str], above: usize) -> bool {
    let Some(line) = lines.get(above).filter(|line| may_be_wrapped(line) && line.len() < 120) else { return false };
    let opens = has_opener(line) && line.contains(|c: char| c.is_ascii_digit());
    let names = line.contains('<') && line.contains('@') && line.split_whitespace().count() <= 10;
    opens || (names && is_paragraph_top(lines, above))
}

fn is_paragraph_top(lines: &[&str], at: usize) -> bool {
    let above = at.checked_sub(1).and_then(|above| lines.get(above));
    above.is_none_or(|line| line.trim().is_empty() || is_quoted(line))
}

fn may_be_wrapped(line: &str) -> bool {
    let line = line.trim_end();
    !line.trim().is_empty() && !is_quoted(line) && !line.ends_with(['?', '!', ':', '：']) && line.len() <= 200
}

fn has_opener(line: &str) -> bool {
    let line = line.trim_start().trim_start_matches(['*', '_', '"', '«', '-', ' ']);
    let first = line.split([' ', ',', '.', '\u{a0}']).next().unwrap_or_default();
    first.len() <= 24 && (words::OPENERS.contains(first.to_lowercase().as_str()) || first.starts_with(['于', '在']))
}

/// What speaks for an attribution.
struct Evidence {
    wrote: bool,
    address: bool,
    date: bool,
    time: bool,
    length: usize,
}

impl Evidence {
    fn of(lines: &[&str]) -> Option<Self> {
        let joined = lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ").to_lowercase();
        (joined.len() <= MAX_BYTES).then(|| Self {
            wrote: words::WROTE.iter().any(|word| joined.contains(word)),
            address: joined.contains('@') || joined.contains("mailto:"),
            date: has_date(&joined),
            time: has_time(&joined),
            length: joined.len(),
        })
    }

    fn is_strong(&self) -> bool {
        (self.date || self.time) && (self.wrote || self.address)
    }

    /// Enough for a single line.
    fn is_enough(&self, quotes_next: bool) -> bool {
        self.is_strong()
            || (self.wrote && self.address)
            || (quotes_next && self.length <= 160 && (self.wrote || self.address || (self.date && self.time)))
    }
}

/// A year of four digits, or three numbers divided by `.`, `/` or `-`, or Chinese and Korean year signs.
fn has_date(text: &str) -> bool {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    if numbers.any(|run| run.len() == 4 && (run.starts_with("19") || run.starts_with("20") || run.starts_with("25"))) {
        return true;
    }
    text.split(|c: char| !c.is_ascii_digit() && !"./-".contains(c)).any(|word| {
        let word = word.trim_matches(['.', '/', '-']);
        ['.', '/', '-'].iter().any(|separator| {
            let fields: Vec<&str> = word.split(*separator).collect();
            fields.len() == 3 && fields.iter().all(|field| matches!(field.len(), 1 | 2 | 4))
        })
    })
}

/// Two numbers of a clock: `10:15`, `10.15`, `10h15`, `10時15`.
fn has_time(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    text.char_indices().any(|(at, c)| {
        let is_mark = match c {
            ':' | 'h' | '時' | '时' | '시' => true,
            '.' => text.contains("kl") || text.contains(" ore ") || text.contains("pukul"),
            _ => false,
        };
        let after = at + c.len_utf8();
        let after = if bytes.get(after) == Some(&b' ') && c == '시' { after + 1 } else { after };
        is_mark && at > 0 && digit(at - 1) && digit(after) && digit(after + 1)
    })
}

fn ends_with_colon(line: &str) -> bool {
    let line = line.trim_end().trim_end_matches(['*', '_', '\u{200b}', '\u{202c}', '\u{200e}', '\u{200f}']);
    line.ends_with([':', '：'])
}

/// Whether a line is a quotation: it starts with `>`, or with the initials of the one quoted and `>`.
pub(crate) fn is_quoted(line: &str) -> bool {
    let line = line.trim_start();
    let initials = line.chars().take(4).take_while(char::is_ascii_uppercase).count();
    let marked = line.strip_prefix('>').is_some_and(|rest| !rest.starts_with(":("));
    marked
        || (initials > 0 && line.get(initials..).is_some_and(|rest| rest.starts_with("> ") || rest.starts_with(">>")))
}

/// Whether a line, with those below it, separates the newest part from what it quotes.
pub(super) fn is_separator(lines: &[&str], at: usize) -> bool {
    let Some(line) = lines.get(at).map(|line| line.trim()).filter(|line| line.len() <= 200) else { return false };
    let lower = line.to_lowercase();
    if words::REPLY_ABOVE.iter().any(|phrase| lower.contains(phrase)) {
        return true;
    }
    if let Some(inner) = dashed(&lower) {
        let phrase = inner.trim_end_matches([':', '：']).trim();
        let is_zoho = words::WROTE.iter().any(|word| inner.ends_with(word)) && inner.contains('@');
        return words::ORIGINAL.contains(phrase)
            || words::FORWARDED.contains(phrase)
            || is_zoho
            || inner.starts_with("forwarded by")
            || (inner.split_whitespace().count() <= 5 && !inner.is_empty() && announces_headers(lines, at));
    }
    is_bare_forward(&lower)
}

/// "Begin forwarded message:", which Apple Mail writes without dashes.
fn is_bare_forward(lower: &str) -> bool {
    lower.strip_suffix([':', '：']).is_some_and(|phrase| {
        let phrase = phrase.trim();
        words::FORWARDED.contains(phrase) || words::ORIGINAL.contains(phrase)
    })
}

/// Whether a line announces a forwarded mail, as opposed to one that is answered.
pub(crate) fn is_forward_marker(line: &str) -> bool {
    let lower = line.trim().trim_start_matches('>').trim().to_lowercase();
    let inner = dashed(&lower).or_else(|| lower.strip_suffix([':', '：']));
    inner.is_some_and(|inner| {
        let inner = inner.trim_end_matches([':', '：']).trim();
        words::FORWARDED.contains(inner) || inner.starts_with("forwarded by")
    })
}

/// Whether a subject says that the mail is forwarded: `Fwd: …`, `WG: …`.
pub(crate) fn is_forward_subject(subject: &str) -> bool {
    let mut rest = subject.trim();
    // "Re: Fwd: x" is an answer; "Fwd: Re: x" a forwarded answer.
    if let Some(inner) = rest.strip_prefix('[') {
        rest = inner;
    }
    rest.split_once([':', '：', ']'])
        .is_some_and(|(prefix, _)| words::FORWARD_PREFIXES.contains(prefix.trim().to_lowercase().as_str()))
}

/// What stands between two runs of dashes.
fn dashed(line: &str) -> Option<&str> {
    let is_dash = |c: char| matches!(c, '-' | '–' | '—' | '_' | '=' | '*' | '#' | '─');
    let inner = line.trim_matches(|c| is_dash(c) || c == ' ');
    let leading = line.chars().take_while(|c| is_dash(*c)).count();
    let trailing = line.chars().rev().take_while(|c| is_dash(*c)).count();
    (leading >= 2 && trailing >= 2 && !inner.is_empty()).then_some(inner)
}

fn announces_headers(lines: &[&str], at: usize) -> bool {
    let next = lines.iter().enumerate().skip(at + 1).take(3).find(|(_, line)| !line.trim().is_empty());
    next.is_some_and(|(index, line)| headers::is_label(line) && headers::block(lines, index).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributions_of_many_programs_and_languages() {
        for line in [
            "On Mon, Mar 3, 2025 at 10:15 AM Jo Smith <jo@mail.example> wrote:",
            "On 3 Mar 2025, at 10:15, Jo Smith wrote:",
            "Am Mo., 3. März 2025 um 10:15 Uhr schrieb Jo Schmidt <jo@mail.example>:",
            "Am 03.03.25 um 10:15 schrieb Jo Schmidt:",
            "Le lun. 3 mars 2025 à 10:15, Jo Petit <jo@mail.example> a écrit :",
            "El lun, 3 mar 2025 a las 10:15, Jo (<jo@mail.example>) escribió:",
            "Em seg., 3 de mar. de 2025 às 10:15, Jo <jo@mail.example> escreveu:",
            "Op ma 3 mrt 2025 om 10:15 schreef Jo <jo@mail.example>:",
            "Il giorno lun 3 mar 2025 alle ore 10:15 Jo <jo@mail.example> ha scritto:",
            "Op Ma. 03 Mrt. 2025 om 10:15 het Jo <jo@mail.example> geskryf:",
            "Den mån 3 mars 2025 kl 10:15 skrev Jo <jo@mail.example>:",
            "Den 03.03.2025 kl. 10.15 skrev Jo:",
            "pon., 3 mar 2025 o 10:15 Jo <jo@mail.example> napisał(a):",
            "po 3. 3. 2025 v 10:15 odesílatel Jo <jo@mail.example> napsal:",
            "пн, 3 мар. 2025 г. в 10:15, Jo <jo@mail.example>:",
            "ma 3. maalisk. 2025 klo 10.15 Jo (jo@mail.example) kirjoitti:",
            "2025年3月3日(月) 10:15 Jo <jo@mail.example>:",
            "Jo <jo@mail.example> 于2025年3月3日周一 10:15写道：",
            "2025년 3월 3일 (월) 오전 10:15, Jo <jo@mail.example>님이 작성:",
            "Jo <jo@mail.example>, 3 Mar 2025 Pzt, 10:15 tarihinde şunu yazdı:",
        ] {
            assert_eq!(attributions(&[line]), [(0, 1)], "{line}");
        }
    }

    #[test]
    fn a_wrapped_attribution_is_taken_whole_and_nothing_above_it() {
        let lines = [
            "We land on 3 July 2027",
            "On Mon, Mar 3, 2025 at",
            "10:15 AM Jo van der Merwe",
            "<jo@mail.example> wrote:",
            "",
            "> x",
        ];
        assert_eq!(attributions(&lines), [(1, 3)]);
        let lines = ["Fine.", "On Dec 16, 2011, at 12:47 PM, Jo", "<jo@mail.example>", "wrote:", "", "> x"];
        assert_eq!(attributions(&lines), [(1, 3)]);
    }

    #[test]
    fn a_sentence_that_ends_with_a_colon_is_no_attribution() {
        for line in [
            "We would like to travel on 3 July 2027:",
            "Flight at 10:15 from Cape Town:",
            "On your remote host you can run:",
            "Our children:",
        ] {
            assert_eq!(attributions(&[line, "more"]), [], "{line}");
        }
    }

    #[test]
    fn separators() {
        for line in [
            "-----Original Message-----",
            "-------- Ursprüngliche Nachricht --------",
            "---------- Forwarded message ---------",
            "Begin forwarded message:",
            "##- Please type your reply above this line -##",
            "---- On Mon, 03 Mar 2025 10:15:00 +0200 Jo <jo@mail.example> wrote ----",
        ] {
            assert!(is_separator(&[line], 0), "{line}");
        }
        assert!(is_separator(&["--- Brev ---", "From: jo@mail.example", "Date: 3 March"], 0));
        for line in ["---- our wishes ----", "-----", "Original message", "- sea view -"] {
            assert!(!is_separator(&[line, "text"], 0), "{line}");
        }
    }
}
