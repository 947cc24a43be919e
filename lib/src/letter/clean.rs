//! Words of strangers made fit to print: no control characters, no invisible or direction-changing ones, bounded.
//!
//! Invariant: the result is plain text. It is still data: HTML escapes it and the PDF's template never evaluates it.

/// Combining marks in a row that a real script needs; beyond it they only climb over their neighbours.
const MARKS: usize = 4;

/// One line: white space collapsed, at most `most` characters, an ellipsis where it was cut.
pub(crate) fn line(text: &str, most: usize) -> String {
    cut(text, most, |c| if c.is_whitespace() { Some(' ') } else { printable(c) }).trim().to_owned()
}

/// Paragraphs: one item a line of `text`, blank ones left out, at most `most` characters together.
pub(crate) fn paragraphs(text: &str, most: usize) -> Vec<String> {
    let bounded: String = text.chars().take(most).collect();
    bounded.lines().map(|paragraph| line(paragraph, most)).filter(|paragraph| !paragraph.is_empty()).collect()
}

fn cut(text: &str, most: usize, keep: impl Fn(char) -> Option<char>) -> String {
    let mut out = String::new();
    let (mut length, mut marks) = (0, 0);
    for c in text.chars().filter_map(keep) {
        marks = if is_mark(c) { marks + 1 } else { 0 };
        if marks > MARKS || (c == ' ' && (out.is_empty() || out.ends_with(' '))) {
            continue;
        }
        if length == most {
            out.truncate(out.trim_end().len());
            out.push('…');
            break;
        }
        out.push(c);
        length += 1;
    }
    out
}

fn printable(c: char) -> Option<char> {
    let hidden = c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{fff0}'..='\u{ffff}' | '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{10ffff}');
    (!hidden).then_some(c)
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_cannot_be_seen_is_gone() {
        assert_eq!(line("  Anna\r\n\tMaria \u{202e}gnirts\u{202c}\0 ", 80), "Anna Maria gnirts");
        assert_eq!(line("שרה כהן", 80), "שרה כהן");
        assert_eq!(line("Nguyễn Văn A", 80), "Nguyễn Văn A");
        assert_eq!(line(&format!("a{}", "\u{301}".repeat(50)), 80).chars().count(), 5);
        assert_eq!(line("abcdefgh", 3), "abc…");
        assert_eq!(line("ab cdefgh", 3), "ab…");
        assert_eq!(paragraphs("one\n\n two \u{7}\r\nthree", 100), ["one", "two", "three"]);
    }

    proptest! {
        #[test]
        fn never_longer_than_asked(text in "\\PC{0,300}|.{0,300}", most in 1..50_usize) {
            let shown = line(&text, most);
            prop_assert!(shown.chars().count() <= most + 1);
            prop_assert!(!shown.contains(|c: char| c.is_control()));
        }
    }
}
