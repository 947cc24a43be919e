//! Text of strangers made safe to keep, on one line or many.
//!
//! Invariant: what leaves here holds no NUL, no control character but line feed and tab, and nothing that reorders what
//! a reader sees; a line never holds a line break, so that it cannot become a header.

/// Text of several lines: line ends become `\n`, every other control character but tab is dropped, no-break spaces
/// become spaces.
pub(super) fn clean_lines(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                if chars.peek() != Some(&'\n') {
                    clean.push('\n');
                }
            }
            '\n' | '\t' => clean.push(c),
            '\u{2028}' | '\u{2029}' | '\u{85}' => clean.push('\n'),
            '\u{a0}' | '\u{202f}' | '\u{2007}' => clean.push(' '),
            c if is_unwanted(c) => {}
            c => clean.push(c),
        }
    }
    clean
}

/// Text of one line: every run of white space and control characters becomes one space; at most `max` characters.
pub(super) fn one_line(text: &str, max: usize) -> String {
    let mut line = String::with_capacity(text.len().min(max * 4));
    let mut kept = 0;
    let mut gap = false;
    for c in text.chars() {
        if c.is_whitespace() || c.is_control() {
            gap = true;
        } else if !is_unwanted(c) {
            if gap && kept > 0 {
                line.push(' ');
                kept += 1;
            }
            gap = false;
            if kept >= max {
                break;
            }
            line.push(c);
            kept += 1;
        }
    }
    line
}

/// The longest prefix of at most `max` bytes that ends between characters.
pub(super) fn prefix(text: &str, max: usize) -> &str {
    let mut end = text.len().min(max);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// Control characters, and those that are invisible or reorder text (bidirectional embeddings, overrides and isolates).
fn is_unwanted(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fff9}'..='\u{fffb}')
        || matches!(c, '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_cannot_become_two() {
        assert_eq!(one_line("Trip\r\nBcc: victim@example.org\0\u{2028}x", 100), "Trip Bcc: victim@example.org x");
        assert_eq!(one_line("  \u{202e}gpj.exe ", 100), "gpj.exe");
        assert_eq!(one_line("abcdef", 3), "abc");
    }

    #[test]
    fn lines_keep_their_breaks_and_lose_their_controls() {
        assert_eq!(clean_lines("a\r\nb\rc\u{0}\u{7}\td\u{a0}e"), "a\nb\nc\td e");
        assert_eq!(prefix("aé", 2), "a");
    }
}
