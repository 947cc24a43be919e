//! Where the signature of a text begins: delimiters, closings ("Kind regards"), lines of mail programs ("Sent from my
//! phone"), contact blocks, disclaimers.
//!
//! Invariant: a line that says something is not cut. A closing or a contact block counts only at the end and only with
//! text above it; what follows "P.S." stays.

use super::{closings, words};

/// Lines below a closing or a delimiter that can still be a signature.
const MAX_SIGNATURE_LINES: usize = 14;

/// Cuts above each other: a farewell, a delimiter, a disclaimer, and one to spare.
const MAX_CUTS: usize = 4;

/// What stands above the lines that are searched, beyond a quotation.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Above {
    /// Nothing the sender wrote.
    Nothing,
    /// Text of the sender.
    Text,
}

/// Which lines of `lines` belong to a signature.
pub(super) fn mark(lines: &[&str], above: Above) -> Vec<bool> {
    let mut marked = vec![false; lines.len()];
    let mut end = lines.len();
    for _ in 0..MAX_CUTS {
        let Some(start) = first_cut(lines.get(..end).unwrap_or_default(), above) else { break };
        marked.iter_mut().take(end).skip(start).for_each(|line| *line = true);
        end = start;
    }
    for (mark, line) in marked.iter_mut().zip(lines).take(end) {
        *mark |= is_program_line(line);
    }
    let end = trimmed(lines, &marked, end);
    if let Some(at) = last_filled(lines, end).filter(|at| is_thanks_above(lines, &marked, *at)) {
        marked.iter_mut().skip(at).take(1).for_each(|line| *line = true);
    }
    for start in [trailing_name(lines, end), contact_block(lines, end)].into_iter().flatten() {
        marked.iter_mut().take(end).skip(start).for_each(|line| *line = true);
    }
    keep_postscript(lines, &mut marked);
    marked
}

/// The topmost line from which everything is signature, if there is one.
fn first_cut(lines: &[&str], above: Above) -> Option<usize> {
    let mut left = filled(lines);
    let mut follows_text = above == Above::Text;
    let mut after_blank = true;
    for (at, line) in lines.iter().enumerate() {
        let is_blank = line.trim().is_empty();
        left -= usize::from(!is_blank);
        let below = lines.get(at + 1..).unwrap_or_default();
        let cuts = is_delimiter(line, left)
            || (left == 0 && (is_program_line(line) || (after_blank && follows_text && is_sent_line(line))))
            || (follows_text && left <= MAX_SIGNATURE_LINES && is_closing(line, below))
            || (follows_text && after_blank && is_disclaimer(line));
        if cuts {
            return Some(at);
        }
        follows_text |= says_something(line);
        after_blank = is_blank;
    }
    None
}

fn says_something(line: &str) -> bool {
    line.chars().any(char::is_alphanumeric)
}

fn filled(lines: &[&str]) -> usize {
    lines.iter().filter(|line| !line.trim().is_empty()).count()
}

/// "-- " (RFC 3676 section 4.3) and what takes its place.
fn is_delimiter(line: &str, left: usize) -> bool {
    let trimmed = line.trim();
    let only = |allowed: &str| !trimmed.is_empty() && trimmed.chars().all(|c| allowed.contains(c));
    let few = left <= MAX_SIGNATURE_LINES;
    match trimmed {
        "--" | "—" | "–" | "–-" | "-–" => !line.starts_with('\t'),
        _ if only("-") => trimmed.len() <= 4 && trimmed.len() > 1 && few,
        _ if only("_") => trimmed.len() >= 2 && few,
        _ => false,
    }
}

/// "Kind regards," with nothing but a name and contact lines below it.
fn is_closing(line: &str, below: &[&str]) -> bool {
    let Some(kind) = closings::kind(line) else { return false };
    let ends_below = |line: &&&str| !is_postscript(line) && !is_disclaimer(line);
    let quiet = below.iter().take_while(ends_below).all(|line| is_quiet(line));
    match kind {
        closings::Kind::Farewell => quiet,
        // "Thanks," is a farewell only above a name: alone it is something the traveller says.
        closings::Kind::Thanks => {
            quiet && below.iter().find(|line| !line.trim().is_empty()).is_some_and(|line| is_name(line))
        }
    }
}

/// A line that may stand in a signature: short, no sentence, no question.
fn is_quiet(line: &str) -> bool {
    let line = line.trim();
    let words = line.split_whitespace().count();
    line.chars().count() <= 120
        && !line.ends_with(['?', '？', '!'])
        && !(words > 8 && line.ends_with(['.', '。']))
        && words <= 16
}

/// A person's name: up to four capitalised words, or a short word of a script without capitals.
fn is_name(line: &str) -> bool {
    let line = line.trim().trim_start_matches(['-', '–', '—', '~', '*', ' ']).trim_end_matches(['*', ',', '.', ' ']);
    let mut words = line.split_whitespace();
    let count = line.split_whitespace().count();
    (1..=5).contains(&count)
        && line.chars().count() <= 40
        && words.all(|word| {
            let small = [
                "van", "von", "de", "der", "den", "da", "du", "le", "la", "el", "al", "bin", "and", "und", "et", "y",
                "e", "en", "och", "og", "&", "i", "a",
            ];
            small.contains(&word)
                || word.chars().next().is_some_and(|c| c.is_uppercase() || (c.is_alphabetic() && !c.is_lowercase()))
        })
        && line.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || "'’.-&()".contains(c))
}

/// "Thanks," right above what was cut off as the signature.
fn is_thanks_above(lines: &[&str], marked: &[bool], at: usize) -> bool {
    let says_more = lines.iter().take(at).any(|line| says_something(line));
    let cut_below = marked.iter().zip(lines).skip(at + 1).any(|(cut, line)| *cut && closings::kind(line).is_some());
    let is_thanks = lines
        .get(at)
        .is_some_and(|line| line.trim_end().ends_with(',') && closings::kind(line) == Some(closings::Kind::Thanks));
    says_more && cut_below && is_thanks
}

/// "-Jo Smith", "-- Jo" or "— Jo" as the last line.
fn trailing_name(lines: &[&str], end: usize) -> Option<usize> {
    let at = last_filled(lines, end)?;
    let line = lines.get(at)?.trim();
    let long_dash = line.strip_prefix("--").or_else(|| line.strip_prefix(['–', '—', '~'])).map(str::trim_start);
    let name = long_dash.or_else(|| line.strip_prefix('-'))?;
    let has_text_above = lines.get(..at)?.iter().any(|line| says_something(line));
    (has_text_above && !name.starts_with([' ', '-']) && is_name(name)).then_some(at)
}

/// A last paragraph of a name and lines that hold a number, an address or a site: nobody writes to somebody in that
/// form.
fn contact_block(lines: &[&str], end: usize) -> Option<usize> {
    let last = last_filled(lines, end)?;
    let start = (0..=last).rev().find(|at| lines.get(*at).is_none_or(|line| line.trim().is_empty()))? + 1;
    let block = lines.get(start..=last)?;
    let contacts = block.iter().filter(|line| is_contact(line)).count();
    let above = lines.get(..start)?.iter().any(|line| says_something(line));
    let plausible = (2..=9).contains(&block.len()) && contacts * 2 >= block.len() - 1 && contacts >= 1;
    let others_short =
        block.iter().all(|line| is_contact(line) || (is_quiet(line) && line.split_whitespace().count() <= 7));
    (above && plausible && others_short && block.first().is_some_and(|line| is_name(line))).then_some(start)
}

/// A line of contact data: a number of seven or more digits, an address or a site, and few other words.
fn is_contact(line: &str) -> bool {
    let digits = line.chars().filter(char::is_ascii_digit).count();
    let marks =
        digits >= 7 || line.contains('@') || line.contains("www.") || line.contains("http") || line.contains(" | ");
    marks && line.split_whitespace().count() <= 10 && !line.trim().ends_with(['?', '!'])
}

fn last_filled(lines: &[&str], end: usize) -> Option<usize> {
    (0..end).rev().find(|at| lines.get(*at).is_some_and(|line| !line.trim().is_empty()))
}

/// The end of what is not marked and not blank.
fn trimmed(lines: &[&str], marked: &[bool], end: usize) -> usize {
    let kept = |at: &usize| {
        !marked.get(*at).copied().unwrap_or(true) && lines.get(*at).is_some_and(|line| !line.trim().is_empty())
    };
    (0..end).rev().find(kept).map_or(0, |at| at + 1)
}

/// A line that a mail program added.
fn is_program_line(line: &str) -> bool {
    let line = line.trim().trim_matches(['*', '_', '<', '>', '[', ']', ' ', '-', '–']);
    let count = line.split_whitespace().count();
    if line.is_empty() || line.len() > 200 || count > 18 {
        return false;
    }
    let lower = line.to_lowercase();
    if words::PROGRAM_PHRASES.iter().any(|phrase| lower.starts_with(phrase)) {
        return true;
    }
    let sent = words::SENT_FROM.iter().any(|phrase| lower.starts_with(phrase))
        || words::SENT_FROM_END.iter().any(|phrase| lower.trim_end_matches('.').ends_with(phrase));
    let first_clause = lower.split([',', '!', ';', '(']).next().unwrap_or_default();
    let device = words::DEVICES.iter().any(|device| first_clause.contains(device));
    let plain = lower.starts_with("sent from my ") && count <= 8 && !lower.contains([',', '.', '!', '?']);
    sent && (device && count <= 14 && !lower.ends_with('?') || plain)
}

/// "Sent from Front" as the very last line.
fn is_sent_line(line: &str) -> bool {
    let lower = line.trim().to_lowercase();
    let starts = ["sent from ", "sent via ", "sent with "].iter().any(|start| lower.starts_with(start));
    starts && lower.split_whitespace().count() <= 6 && !lower.contains([',', '?', '!', ':'])
}

fn is_disclaimer(line: &str) -> bool {
    let lower = line.trim().trim_start_matches(['*', '_', '"', ' ']).to_lowercase();
    words::DISCLAIMERS.iter().any(|phrase| lower.starts_with(phrase))
}

fn is_postscript(line: &str) -> bool {
    let line = line.trim();
    ["PS:", "PS ", "P.S", "P.S.", "Ps:", "ps:", "PS.", "p.s.", "PD:", "P.D.", "NB:", "N.B.", "З.Ы.", "P. S."]
        .iter()
        .any(|mark| line.starts_with(mark))
}

/// What comes after a postscript is said, wherever it stands; a signature further down is none of it.
fn keep_postscript(lines: &[&str], marked: &mut [bool]) {
    let Some(at) = lines.iter().position(|line| is_postscript(line)) else { return };
    if !marked.get(at).copied().unwrap_or(false) {
        return;
    }
    for (slot, line) in marked.iter_mut().zip(lines).skip(at) {
        if line.trim() == "--" || is_disclaimer(line) || is_program_line(line) {
            break;
        }
        *slot = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> String {
        let lines: Vec<&str> = text.lines().collect();
        let marked = mark(&lines, Above::Nothing);
        let kept: Vec<&str> = lines.into_iter().zip(marked).filter(|(_, cut)| !cut).map(|(line, _)| line).collect();
        kept.join("\n").trim().to_owned()
    }

    #[test]
    fn signatures_are_cut() {
        for signature in [
            "-- \nJo Smith\nTravel addict",
            "Kind regards,\nJo",
            "Kind regards\n\nJo Smith\nM: +27 82 555 0101\nwww.mail.example",
            "Mit freundlichen Grüßen\nJo Schmidt",
            "Cordialement,\nJo",
            "Un saludo,\nJo",
            "Met vriendelijke groet,\nJo",
            "Sent from my iPhone",
            "Get Outlook for iOS<https://aka.example>",
            "Envoyé de mon iPhone",
            "Von meinem iPhone gesendet",
            "iPhoneから送信",
            "发自我的 iPhone",
            "-Jo Smith",
            "Thanks,\nJo",
            "_______________________________________________\nlist mailing list\nhttp://list.example",
            "Jo Smith\nMarketing | Acme\nT: +27 21 555 0101\njo@acme.example",
            "This e-mail and any attachments are confidential and intended solely for the addressee.",
        ] {
            assert_eq!(kept(&format!("Two adults please.\n\n{signature}\n")), "Two adults please.", "{signature}");
        }
    }

    #[test]
    fn what_is_said_stays() {
        for text in [
            "Sent from my desk, is much easier then my mobile phone.",
            "Thanks!",
            "Hi\n\nThanks, we take option 2.",
            "Hello,\n\n- sea view\n- pool",
            "Give my regards to Sue and tell her that we will bring the children, the dog and the bikes.\nCan you book a kennel?",
            "Name: Jo\nPhone: +27 82 555 0101",
            "A -- B\n\nthis is no -- signature",
            "Trip\n----------\nFrom CPT to MRU",
        ] {
            assert_eq!(kept(text), text, "{text}");
        }
        assert_eq!(
            kept("Yes please.\n\nRegards\nJo\n\nPS: a cot for the baby, too."),
            "Yes please.\n\nPS: a cot for the baby, too."
        );
    }
}
