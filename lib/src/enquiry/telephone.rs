//! Telephone numbers, in E.164.
//!
//! Invariant: a number without its country is given one only where the tenant or the mail's language leaves no doubt, and one that may
//! count something else only where a word or its place says that it is dialled.

use super::{
    Confidence, Evidence, Origin,
    language::Language,
    scan::{Case, Kind, Scan},
};

/// Calling code and lengths of a national number (without its 0) by country.
const COUNTRIES: &[(&str, &str, &[usize])] = &[
    ("ZA", "27", &[9]),
    ("GB", "44", &[10, 9]),
    ("DE", "49", &[10, 11, 9]),
    ("FR", "33", &[9]),
    ("NL", "31", &[9]),
    ("BE", "32", &[9, 8]),
    ("AT", "43", &[10, 11, 9]),
    ("CH", "41", &[9]),
    ("AU", "61", &[9]),
    ("NZ", "64", &[8, 9, 10]),
    ("IN", "91", &[10]),
    ("KE", "254", &[9]),
    ("TZ", "255", &[9]),
    ("NA", "264", &[9, 8]),
    ("ZW", "263", &[9]),
    ("IE", "353", &[9]),
    ("SE", "46", &[9]),
    ("BR", "55", &[10, 11]),
];

/// Countries whose numbers begin with no 0, with the digits they begin with and the groups they are written in.
const WITHOUT_ZERO: &[(&str, &str, &str, &[&[usize]])] = &[
    ("ES", "34", "6789", &[&[9], &[3, 3, 3], &[3, 2, 2, 2], &[2, 3, 2, 2]]),
    ("PT", "351", "29", &[&[9], &[3, 3, 3], &[2, 3, 2, 2], &[2, 3, 4]]),
    ("IT", "39", "3", &[&[10], &[3, 7], &[3, 3, 4], &[3, 3, 2, 2], &[3, 2, 2, 3], &[3, 6], &[9]]),
    ("US", "1", "23456789", &[&[3, 3, 4], &[10]]),
    ("US", "", "1", &[&[1, 3, 3, 4]]),
    ("CA", "1", "23456789", &[&[3, 3, 4], &[10]]),
    ("MX", "52", "123456789", &[&[2, 4, 4], &[10], &[3, 3, 4], &[2, 2, 2, 2, 2]]),
    ("CO", "57", "36", &[&[3, 3, 4], &[10], &[3, 7]]),
    ("HK", "852", "23569", &[&[4, 4], &[8]]),
    ("SG", "65", "3689", &[&[4, 4], &[8]]),
    ("IN", "91", "6789", &[&[10], &[5, 5], &[4, 3, 3], &[3, 3, 4], &[4, 6], &[3, 7]]),
    ("BR", "55", "123456789", &[&[2, 5, 4], &[2, 4, 4], &[11]]),
];

/// Words that a number which may be another number is a telephone number after.
#[rustfmt::skip]
const DIALLED: &[&str] = &[
    "tel", "tel .", "tel :", "phone", "phone :", "ph", "ph :", "cell", "cell :", "cell .", "mobile", "mobile :", "mob", "mob :", "mob .", "m :", "m", "call", "call me", "call me on", "ring", "whatsapp",
    "whatsapp :", "me on", "us on", "text me on", "text", "zap :", "fone", "fone / zap :", "sel", "sel :", "cel", "cel .", "cel . :", "cel . : +", "tfno", "tfno .", "tfno :", "telem .", "telem", "tlm", "tlm .", "contacto :", "contatto :", "telemovel :",
    "telefono", "telefono :", "movil", "movil :", "cellulare", "cell . :", "al", "en el", "no", "reach me at", "reach me on", "office", "number is", "gsm", "w :", "t :", "tel . :", "after", "-",
];

/// The country of numbers that name none: the tenant's where the mail is in one of its languages, else the only one that the
/// mail's language points to.
pub(super) fn home(language: Language, country: Option<&str>) -> Option<&str> {
    let spoken: &[Language] = match country {
        Some("ZA" | "NA") => &[Language::English, Language::Afrikaans],
        Some("DE" | "AT") => &[Language::German],
        Some("CH") => &[Language::German, Language::French, Language::Italian],
        Some("FR") => &[Language::French],
        Some("NL") => &[Language::Dutch],
        Some("BE") => &[Language::Dutch, Language::French],
        Some("BR" | "PT") => &[Language::Portuguese],
        Some("ES" | "MX" | "CO") => &[Language::Spanish],
        Some("IT") => &[Language::Italian],
        Some("CA") => &[Language::English, Language::French],
        Some("SE") | None => &[],
        Some(_) => &[Language::English],
    };
    match language {
        language if spoken.contains(&language) => country,
        Language::German => Some("DE"),
        Language::French => Some("FR"),
        Language::Dutch => Some("NL"),
        _ if country == Some("SE") => country,
        _ => None,
    }
}

/// The first telephone number of a text that can be written in E.164.
pub(super) fn phone(scan: &Scan, country: Option<&str>) -> Option<Evidence<String>> {
    let mut at = 0;
    while at < scan.len() {
        match number(scan, at, country).or_else(|| without_zero(scan, at, country?)) {
            Some((value, next)) => {
                let source = scan.source(at, next - 1);
                return Some(Evidence { value, origin: Origin::Stated, confidence: Confidence(95), source });
            }
            None => at += 1,
        }
    }
    None
}

/// "(312) 555-0147", "644 20 31 57", "98765 43210": a national number of a country whose numbers begin with no 0.
fn without_zero(scan: &Scan, at: usize, country: &str) -> Option<(String, usize)> {
    WITHOUT_ZERO.iter().filter(|(known, ..)| *known == country).find_map(|plan| national(scan, at, *plan))
}

/// See [`without_zero`]: one country's plan.
fn national(
    scan: &Scan,
    at: usize,
    (_, code, begins, shapes): (&str, &str, &str, &[&[usize]]),
) -> Option<(String, usize)> {
    let bracket = scan.norm(at) == "(" && scan.is_number(at + 1) && scan.norm(at + 2) == ")";
    let first = if bracket { at + 1 } else { at };
    let fits = scan.is_number(first)
        && (bracket || !scan.glued(at))
        && scan.norm(first).starts_with(|digit| begins.contains(digit));
    fits.then_some(())?;
    let (mut digits, mut groups, mut next) = (String::new(), Vec::new(), first);
    while let Some(token) = scan.get(next) {
        match token.kind {
            Kind::Number if digits.len() + token.norm.len() <= 11 => {
                digits.push_str(&token.norm);
                groups.push(token.norm.len());
            }
            Kind::Mark
                if matches!(token.norm.as_str(), ")" | "-" | ".") && scan.is_number(next + 1) && digits.len() < 11 => {}
            _ => break,
        }
        next += 1;
    }
    let shaped = shapes.contains(&groups.as_slice());
    let line = scan.line(at);
    let ends =
        next >= line.end || !scan.is(next, &["€", "$", "£", "euro", "euros", "%", "km"]) && !scan.is_number(next);
    // "Rodrigo Villaseñor 33 1824 9071".
    let named =
        scan.get(at.wrapping_sub(1)).is_some_and(|token| token.kind == Kind::Word && token.case == Case::Capital);
    let alone = line.start == at
        || named && line.len() <= 12 && next >= line.end
        || scan.is(at.wrapping_sub(1), &["|", "/", ",", "·", "-"]) && line.len() <= 16;
    let told = scan.phrase_before(at, DIALLED).is_some() || alone;
    (shaped && ends && told).then(|| (format!("+{code}{digits}"), next))
}

fn number(scan: &Scan, at: usize, country: Option<&str>) -> Option<(String, usize)> {
    let plus = scan.norm(at) == "+" || scan.norm(at) == "(" && scan.norm(at + 1) == "+";
    let starts = plus
        || scan.is_number(at) && scan.norm(at).starts_with('0') && !scan.glued(at)
        || scan.norm(at) == "(" && scan.norm(at + 1).starts_with('0');
    starts.then_some(())?;
    let (mut digits, mut next) = (String::new(), at);
    while let Some(token) = scan.get(next) {
        match token.kind {
            Kind::Number => {
                let bracketed_zero = token.norm == "0"
                    && scan.norm(next.wrapping_sub(1)) == "("
                    && scan.norm(next + 1) == ")"
                    && !digits.is_empty();
                if !bracketed_zero {
                    digits.push_str(&token.norm);
                }
            }
            Kind::Mark
                if matches!(token.norm.as_str(), "(" | ")" | "-" | "/" | "." | "+")
                    && digits.len() < 15
                    && (next == at || token.norm != "+" || plus && digits.is_empty()) => {}
            _ => break,
        }
        next += 1;
    }
    while next > at && !scan.is_number(next - 1) {
        next -= 1;
    }
    // Eleven digits with their 0 are British wherever English is written.
    let country = if country == Some("ZA") && digits.len() == 11 { Some("GB") } else { country };
    let national = |digits: &str| {
        let (_, code, lengths) = COUNTRIES.iter().find(|(known, ..)| Some(*known) == country)?;
        lengths.contains(&digits.len()).then(|| format!("+{code}{digits}"))
    };
    // Italians dial the 0.
    let national = |rest: &str| {
        let italian = country == Some("IT") && (8..=10).contains(&rest.len());
        if italian { Some(format!("+390{rest}")) } else { national(rest) }
    };
    let value = match (plus, digits.strip_prefix("00"), digits.strip_prefix('0')) {
        (true, ..) => Some(format!("+{digits}")),
        (false, Some(international), _) => Some(format!("+{international}")),
        (false, None, Some(rest)) => national(rest),
        (false, None, None) => None,
    }?;
    ((9..=16).contains(&value.len()) && !value.starts_with("+0")).then_some((value, next))
}
