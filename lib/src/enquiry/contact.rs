//! Who asks: name, mail address and telephone number.
//!
//! Invariant: a telephone number is E.164; one without its country is given a country only where the tenant leaves no doubt.

use super::{
    Confidence, Contact, Evidence, Origin, Part, Source,
    gazetteer::Gazetteer,
    language::Language,
    scan::{Case, Kind, Scan, fold},
    telephone,
};

/// Capitalised words that begin a line and are no name.
#[rustfmt::skip]
const NO_NAME: &[&str] = &[
    "sent", "tel", "phone", "mobile", "cell", "dear", "hi", "hello", "kind", "warm", "many", "mit", "viele", "liebe",
    "met", "best", "budget", "dates", "from", "destination", "beste", "cordiali", "un", "bien", "looking",
    "vriendelike", "hartlike", "yours", "freundliche",
];

/// Words of display names that are no person's.
#[rustfmt::skip]
const OFFICE: &[&str] = &[
    "info", "noreply", "no reply", "ltd", "gmbh", "inc", "team", "office", "sales", "admin", "support", "bookings",
    "reservations", "via",
];

/// Reads the contact from the text, the signature and the sender, in that order for the telephone number and the name.
pub(super) fn read(
    text: &Scan,
    signature: &Scan,
    from_name: &Scan,
    from_address: &Scan,
    country: Option<&str>,
) -> Contact {
    let home = telephone::home(text.language, country);
    let phone = telephone::phone(text, home).or_else(|| telephone::phone(signature, home));
    let name = said(text)
        .into_iter()
        .chain(under_leave(text).or_else(|| under_leave(signature)))
        .chain(at_the_end(text))
        .chain(tail(text))
        .chain(signed(text))
        .chain(signed(signature))
        .chain(sender(from_name))
        .max_by_key(|name| name.confidence);
    Contact { name, email: address(text).or_else(|| whole(from_address)), phone }
}

fn whole(scan: &Scan) -> Option<Evidence<String>> {
    let last = scan.len().checked_sub(1)?;
    let source = scan.source(0, last)?;
    source.text.contains('@').then(|| Evidence {
        value: source.text.to_lowercase(),
        origin: Origin::Stated,
        confidence: Confidence(95),
        source: Some(source),
    })
}

/// A mail address in running text that the writer calls theirs, or the only one.
fn address(scan: &Scan) -> Option<Evidence<String>> {
    let at = (0..scan.len()).find(|&at| scan.norm(at) == "@" && scan.glued(at))?;
    let mut first = at;
    while first > 0
        && scan.glued(first)
        && (scan.is_word(first - 1) || scan.is_number(first - 1) || scan.is(first - 1, &[".", "-", "_", "+"]))
    {
        first -= 1;
    }
    let mut last = at;
    while scan.glued(last + 1)
        && (scan.is_word(last + 1)
            || scan.is_number(last + 1)
            || scan.is(last + 1, &[".", "-"]) && scan.glued(last + 2) && scan.is_word(last + 2))
    {
        last += 1;
    }
    let source = scan.source(first, last)?;
    let valid = first < at && source.text.rsplit('@').next().is_some_and(|domain| domain.contains('.'));
    valid.then(|| Evidence {
        value: source.text.to_lowercase(),
        origin: Origin::Stated,
        confidence: Confidence(97),
        source: Some(source),
    })
}

#[rustfmt::skip]
const CALLED: &[&str] = &[
    "my name is", "my names", "name is", "name :", "full name :", "this is", "i am called", "mein name ist",
    "ich heisse", "je m'appelle", "mon nom est", "me llamo", "mi nombre es", "meu nome e", "chamo-me", "me chamo",
    "mijn naam is", "ik heet", "mi chiamo", "il mio nome e", "my naam is", "nom :", "naam :", "nombre :", "nome :",
    "lead guest :", "lead passenger :", "guest name :", "contact :", "contact name :", "contact person :",
    "booking name :", "in the name of",
];

/// "My name is Jane Doe".
fn said(scan: &Scan) -> Option<Evidence<String>> {
    (0..scan.len()).find_map(|at| {
        let next = scan.phrase(at, CALLED)?;
        let end = name_end(scan, next)?;
        let words = (next..end).filter(|at| scan.is_word(*at)).count();
        let uncertain = scan.is(at, &["this", "contact"]) && words < 2;
        (!uncertain).then(|| evidence(scan, next, end, if words > 1 { 97 } else { 84 })).flatten()
    })
}

/// One past a run of up to four capitalised words on one line.
fn name_end(scan: &Scan, start: usize) -> Option<usize> {
    const PARTICLES: &[&str] = &[
        "van", "der", "de", "von", "du", "da", "dos", "di", "le", "la", "den", "ter", "bin", "el", "al", "zu", "do",
        "del", "della", "st",
    ];
    let mut at = start;
    let mut words = 0;
    while words < 6 {
        let token = scan.get(at)?;
        let named = token.kind == Kind::Word && token.case != Case::Lower;
        let particle = words > 0
            && scan.is(at, PARTICLES)
            && scan
                .get(at + 1)
                .is_some_and(|next| next.kind == Kind::Word && next.case != Case::Lower || scan.is(at + 1, PARTICLES));
        let abbreviated =
            |before: usize| scan.norm(before).len() == 1 || scan.is(before, &["mr", "mrs", "ms", "dr", "prof", "st"]);
        let initial = scan.norm(at) != "." || at.checked_sub(1).is_some_and(abbreviated);
        let capital = |at: usize| scan.get(at).is_some_and(|next| next.kind == Kind::Word && next.case != Case::Lower);
        let joint = words > 0
            && initial
            && scan.is(at, &["-", "'", "."])
            && scan.glued(at)
            && (capital(at + 1) || scan.norm(at) == "." && scan.is(at + 1, PARTICLES));
        if !(named || particle || joint || words > 0 && couple(scan, at)) {
            break;
        }
        words += usize::from(named || particle);
        at += 1;
        if scan.get(at).is_none() {
            break;
        }
    }
    let end = at;
    (end > start && scan.get(start).is_some_and(|token| token.kind == Kind::Word && token.case != Case::Lower))
        .then_some(end)
}

/// "Margaret & Brian Holloway": another first name after an "and", with which the line or sentence ends.
fn couple(scan: &Scan, at: usize) -> bool {
    let named = |at: usize| {
        scan.get(at)
            .is_some_and(|token| token.kind == Kind::Word && token.case == Case::Capital && token.norm.len() > 1)
    };
    let end = (at + 1..at + 5).find(|&at| !named(at)).unwrap_or(at + 5);
    let ends = scan.get(end).is_none_or(|token| token.kind == Kind::Break || scan.is(end, &[".", ",", "(", "|"]));
    scan.is(at, &["&", "+", "and", "und", "et", "y", "e", "en", "n"]) && end > at + 1 && ends
}

#[rustfmt::skip]
const LEAVE: &[&str] = &[
    "regards", "rgds", "wishes", "thanks", "thanx", "thnx", "thankyou", "thank", "you", "cheers", "sincerely", "faithfully", "best", "grussen",
    "grusse", "gruss", "cordialement", "salutations", "saludos", "saludo", "atentamente", "cumprimentos",
    "atenciosamente", "abracos", "obrigado", "obrigada", "groeten", "groet", "groetjes", "saluti", "groete", "mfg",
    "lg", "dankie", "merci", "gracias", "grazie", "love", "advance", "warmly", "bedankt", "danke", "yours", "vg",
    "kr", "br", "dank", "vriendelijke", "remerciements", "lot", "much", "help", "vous", "xx", "ta", "voraus",
    "heaps", "liefs", "grt", "bjs", "bjos", "beijo", "xo", "xoxo", "xxx", "cumps", "groetnis", "bacione", "bacio", "baci", "abbraccio", "stima", "attesa", "aguardo", "ever", "million",
    "muchly", "mihi", "gratitude", "hochachtungsvoll", "hoogachtend", "hoogagtend", "bav", "horens", "vooruit", "vorab", "tog", "soon", "greetings", "faithful", "respectfully",
    "amities", "mvg", "thx", "tx", "tks", "tnx", "rgds", "abraco", "abrazo", "abrazos", "beijos", "besos", "grtz", "gr",
    "bises", "bisous", "cdt", "cdlt", "abs", "bless", "namaste",
];

/// Leave-taking words that a name may follow with nothing between.
#[rustfmt::skip]
const LEAVE_AT_ONCE: &[&str] = &[
    "regards", "rgds", "gruss", "grusse", "grussen", "groet", "groeten", "groetjes", "groete", "saludos", "saludo",
    "cordialement", "saluti", "mvg", "thx", "thanks", "abraco", "abracos", "lg", "vg", "mfg",
    "cheers", "tks", "tnx", "tx", "grazie", "dankie", "merci", "gracias", "obrigado", "obrigada", "danke", "bises", "besos", "beijos", "abs",
    "cdt", "cdlt", "thanx", "thnx",
];

/// The name under the leave-taking: the last line that begins after one of its words, or the only words of the last line.
fn signed(scan: &Scan) -> Option<Evidence<String>> {
    let signature = scan.part == Part::Signature;
    let starts: Vec<usize> = (0..scan.len())
        .filter(|&at| {
            scan.is_word(at)
                && (at == 0
                    || scan.norm(at - 1) == "\n"
                    || scan.is(at - 1, &[",", "-", "!", "."])
                    || scan.is(at - 1, LEAVE_AT_ONCE))
        })
        .collect();
    if let Some(found) = last_line(scan).filter(|_| !signature) {
        return Some(found);
    }
    starts.into_iter().rev().take(12).chain(signature.then_some(0)).find_map(|at| {
        let end = name_end(scan, at)?;
        let line_ends = scan.get(end).is_none_or(|token| {
            let number = scan.is(end, &[","]) && (scan.is_number(end + 1) || scan.norm(end + 1) == "+");
            let joined =
                scan.is(end, &[",", "|", "-", "("]) && signature || scan.is(end, &["|", "("]) && dials(scan, end + 1);
            let dialled = token.kind == Kind::Number && token.norm.len() > 2 || scan.norm(end) == "+";
            token.kind == Kind::Break || joined || number || dialled || scan.is(end, &["."])
        });
        let words = (at..end).filter(|index| scan.is_word(*index)).count();
        let last = end + 2 >= scan.len() || dials(scan, end) && end + 10 >= scan.len();
        let leave = (1..=4).any(|back| closing(scan, at.wrapping_sub(back)))
            || signature
            || last && scan.is(at.wrapping_sub(1), LEAVE_AT_ONCE)
            || scan.norm(at.wrapping_sub(1)) == "\n" && scan.is(at.wrapping_sub(2), LEAVE_AT_ONCE)
            || (last || scan.norm(end) == ",")
                && scan.is(at.wrapping_sub(1), &[",", "\n", "-", "!", "."])
                && (2..4).any(|back| scan.is(at.wrapping_sub(back), LEAVE))
            || words > 1 && last_words(scan, at, end)
            || last_word(scan, at, end);
        let title = scan.is(at, LEAVE) || scan.is(at, NO_NAME) || scan.holds(at..end, POSITION);
        (line_ends && leave && !title && (1..=5).contains(&words))
            .then(|| evidence(scan, untitled(scan, at, end), end, if words > 1 { 95 } else { 70 }))
            .flatten()
    })
}

/// The first name under the leave-taking, whatever follows it: a position, a firm, a town, a number.
fn under_leave(scan: &Scan) -> Option<Evidence<String>> {
    /// Lines of a signature.
    const MOST: usize = 8;
    let mut named: Option<Evidence<String>> = None;
    let mut end = scan.len();
    for _ in 0..MOST {
        while end > 0 && scan.get(end - 1).is_some_and(|token| token.kind == Kind::Break) {
            end -= 1;
        }
        let line = scan.line(end.checked_sub(1)?);
        let words = line.clone().filter(|at| scan.is_word(*at)).count();
        let takes_leave =
            words <= 7 && line.clone().any(|at| scan.is(at, LEAVE)) && name_on(scan, line.clone()).is_none();
        if takes_leave {
            return named;
        }
        // "This e-mail is confidential."
        let notice = scan.holds(
            line.clone(),
            &[
                "confidential",
                "disclaimer",
                "attachment",
                "vertraulich",
                "sent from",
                "verstuurd",
                "gesendet von",
                "envoye de",
                "enviado desde",
                "enviado do",
                "inviato da",
            ],
        );
        if notice && line.start > 0 {
            end = line.start;
            continue;
        }
        let long = words > 12 || words > 5 && scan.is(end - 1, &[".", "?", "!"]);
        if long || line.start == 0 {
            return None;
        }
        let on_line = name_on(scan, line.clone()).filter(|name| name.value.contains(' ') || named.is_none());
        // A block of its own, with no leave taken: "… 11 grand max.", an empty line, "Craig Dunstan", what he does, his number.
        let apart = scan.norm(line.start.wrapping_sub(1)) == "\n" && scan.norm(line.start.wrapping_sub(2)) == "\n";
        named = on_line.or(named);
        if apart && named.as_ref().is_some_and(|name| name.value.contains(' ')) {
            return named.map(|name| Evidence { confidence: Confidence(87), ..name });
        }
        end = line.start;
    }
    None
}

/// The name that a line of a signature is, or begins with: "Moira Haldane (Mrs)", "Macca (Ian McAllister)", "Jodie Ashcroft xx".
fn name_on(scan: &Scan, line: std::ops::Range<usize>) -> Option<Evidence<String>> {
    const TITLES: &[&str] = &["mr", "mrs", "ms", "miss", "dr", "prof", "rev", "fr"];
    let start = scan.phrase(line.start, BEFORE_NAME).unwrap_or(line.start);
    let next = name_end(scan, start).filter(|next| *next <= line.end)?;
    let words = (start..next).filter(|at| scan.is_word(*at)).count();
    let follows = next == line.end
        || scan.is(next, &["(", "|", ",", "-", "/", "+", "x", "xx", "xxx", "\""])
        || scan.is_number(next);
    let alone = (next..line.end).filter(|at| scan.is_word(*at)).count() <= 8;
    let place = words == 1
        && Gazetteer::load()
            .find(&fold(scan.text(start..next)))
            .is_some_and(|place| place.class > super::gazetteer::Class::PersonName);
    let other = scan.holds(start..next, POSITION)
        || scan.is(start, NO_NAME)
        || scan.is(start, LEAVE)
        || scan.is(next, &["-"]) && words > 3;
    (follows && alone && !place && !other && words <= 5).then_some(())?;
    let bracket = scan.norm(next) == "(" && scan.norm(next + 1) != "+";
    let close = (next + 1..line.end).find(|&at| scan.norm(at) == ")").filter(|_| bracket);
    let inside = close.and_then(|close| Some((next + 1, name_end(scan, next + 1).filter(|end| *end == close)?)));
    match inside.filter(|(from, to)| !scan.holds(*from..*to, POSITION)) {
        Some((from, to)) if to - from > 1 && words == 1 => evidence(scan, from, to, 96),
        Some((from, to)) if words == 1 && !scan.is(from, TITLES) => {
            let mut found = evidence(scan, start, to + 1, 96)?;
            found.value = format!("{} {}", scan.text(start..next), scan.text(from..to));
            Some(found)
        }
        _ => evidence(scan, untitled(scan, start, next), next, if words > 1 { 96 } else { 90 }),
    }
}

/// The name that a mail ends with, a number behind it or not: "… what will it cost? Pieter 0721234567", "Giada Bellucci - 347 61 20 385".
fn tail(scan: &Scan) -> Option<Evidence<String>> {
    let mut end = scan.len();
    let number = |at: usize| {
        scan.is_number(at)
            || scan.get(at).is_some_and(|token| matches!(token.kind, Kind::Mark | Kind::Break))
            || scan.is(at, &["tel", "cell", "mob", "mobile", "x", "xx", "xxx"])
    };
    while end > 0 && number(end - 1) {
        end -= 1;
    }
    let line = scan.line(end.checked_sub(1)?);
    let start = (end.saturating_sub(6).max(line.start)..end).find(|&start| {
        name_end(scan, start) == Some(end) || end == start + 1 && name_end(scan, start).is_some_and(|next| next >= end)
    })?;
    let before = start.checked_sub(1)?;
    let words = (start..end).filter(|at| scan.is_word(*at)).count();
    let after_sentence = scan.is(before, &[".", "!", "?", "\n", "-"]) || scan.is(before, &["x", "xx"]);
    let place = Gazetteer::load().find(&fold(scan.text(start..end))).is_some();
    let other = scan.holds(start..end, POSITION) || scan.is(start, NO_NAME) || scan.is(start, LEAVE);
    // A German noun looks the same.
    let single = words == 1 && (scan.language == Language::German || scan.norm(start).len() < 3);
    let board = scan.holds(start..end, &["board", "inclusive", "airport", "hotel", "beach", "catering", "only"]);
    let last = words <= 4 && after_sentence && !place && !other && !single && !board && line.start + 60 > end;
    last.then(|| evidence(scan, start, end, if words > 1 { 86 } else { 78 })).flatten()
}

/// A name that the last line ends with, after a word of leave: "Danke! Sandra", "bjs, Jaqueline", "Liefs, Noa Smit", "xo Kaylee Brandt".
fn at_the_end(scan: &Scan) -> Option<Evidence<String>> {
    let mut end = scan.len();
    for _ in 0..3 {
        while end > 0 && scan.get(end - 1).is_some_and(|token| token.kind == Kind::Break) {
            end -= 1;
        }
        let line = scan.line(end.checked_sub(1)?);
        let close = (line.start..end).rfind(|&at| scan.is_word(at)).map_or(end, |at| at + 1);
        for start in close.saturating_sub(5).max(line.start + 1)..close {
            let leave = (1..=2).any(|back| {
                // "Liebe Grüße von Nadine und Tobi".
                let from = if scan.is(start - 1, &["von", "from", "van", "de"]) { start - 1 } else { start };
                let at = from.wrapping_sub(back);
                at >= line.start && scan.is(at, LEAVE) && (back == 1 || scan.is(start - 1, &[",", "!", ".", "-", ":"]))
            });
            let dashed = scan.is(start - 1, &["-"]) && scan.is(start.wrapping_sub(2), &[".", "?", "!"]);
            let ended = name_end(scan, start).is_some_and(|next| next == close || scan.is(next, &["|", "/", "("]));
            if (leave || dashed)
                && ended
                && !scan.is(start, LEAVE)
                && !scan.is(start, NO_NAME)
                && !scan.holds(start..close, POSITION)
            {
                let next = name_end(scan, start)?;
                let words = (start..next).filter(|at| scan.is_word(*at)).count();
                return evidence(scan, untitled(scan, start, next), next, if words > 1 { 95 } else { 89 });
            }
        }
        if !line.clone().any(|at| scan.is_number(at) || scan.norm(at) == "@") {
            return None;
        }
        end = line.start;
    }
    None
}

/// Whether a telephone number begins at `at`.
fn dials(scan: &Scan, at: usize) -> bool {
    scan.norm(at) == "+" || scan.is_number(at) && scan.norm(at).len() > 2
}

/// Whether a name is all that the last sentence of a text says: "Call me on 0712 345678. Lisa Grant".
fn last_words(scan: &Scan, at: usize, end: usize) -> bool {
    let alone = end == scan.len() || scan.is(end, &["|", "("]) && dials(scan, end + 1) && end + 12 > scan.len();
    let place = Gazetteer::load().find(&fold(scan.text(at..end))).is_some();
    let other = scan.holds(
        at..end,
        &["board", "inclusive", "hotel", "resort", "lodge", "bay", "beach", "view", "house", "catering"],
    );
    alone && !place && !other && scan.is(at.wrapping_sub(1), &[".", "!", "?", "\n"])
}

/// Whether one name is all that stands after the last sentence, on its line: "Is that all right? Bongani". A German noun looks the same.
fn last_word(scan: &Scan, at: usize, end: usize) -> bool {
    let letters = scan.norm(at).chars().count();
    let after_sentence = scan.is(at.wrapping_sub(1), &[".", "!", "?"])
        || scan.is(at.wrapping_sub(1), &["-"]) && scan.is(at.wrapping_sub(2), &["-"]);
    end == at + 1
        && end == scan.len()
        && (2..=12).contains(&letters)
        && scan.get(at).is_some_and(|token| token.case == Case::Capital)
        && after_sentence
        && scan.language != Language::German
        && last_words(scan, at, end)
}

/// Where a name begins behind its title; a title with one word keeps it.
fn untitled(scan: &Scan, at: usize, end: usize) -> usize {
    let name = scan.phrase(at, &["mr", "mrs", "ms", "mr .", "mrs .", "ms .", "frau", "herr"]).unwrap_or(at);
    if (name..end).filter(|at| scan.is_word(*at)).count() > 1 { name } else { at }
}

/// Words of a position or a firm, under a name or in its place.
#[rustfmt::skip]
const POSITION: &[&str] = &[
    "manager", "director", "chairman", "chairperson", "ceo", "officer", "agent", "consultant", "team", "department",
    "secretary", "assistant", "coordinator", "management", "travel", "tours", "pty", "ltd", "gmbh", "inc", "school",
    "sr", "head", "partner", "treasurer", "kassenwartin", "attorneys", "plumbing", "sales", "iphone", "android", "galaxy", "regards", "sent", "office", "club", "university", "africa", "address", "street",
];

/// Titles and the shortest of farewells, before a name on its line.
#[rustfmt::skip]
const BEFORE_NAME: &[&str] = &[
    "dr .", "dr", "prof .", "prof", "prof . dr .", "mr .", "mr", "mrs .", "mrs", "ms .", "ms", "frau", "herr", "lg", "mfg",
    "( mrs )", "( mr )", "( ms )", "( dr )", "ds .", "ihre", "ihr", "eure", "euer", "deine", "dein", "votre", "je", "jouw", "i . a .", "i . v .", "i . a", "vg", "gr .", "rgds", "thx", "tx", "ta ,", "cheers ,", "best ,", "thanks ,",
];

/// A name that stands alone on the last line, with no leave taken before it; an address or a number may follow.
fn last_line(scan: &Scan) -> Option<Evidence<String>> {
    let mut end = scan.len();
    for _ in 0..4 {
        while end > 0 && scan.get(end - 1).is_some_and(|token| token.kind == Kind::Break) {
            end -= 1;
        }
        let line = scan.line(end.checked_sub(1)?);
        let reached = line.clone().any(|at| scan.is_number(at) || scan.norm(at) == "@")
            || scan.phrase(line.start, &["sent from", "gesendet von", "envoye de", "verstuurd vanaf"]).is_some();
        if !reached {
            let start = scan.phrase(line.start, BEFORE_NAME).unwrap_or(line.start);
            let name = name_end(scan, start).filter(|next| *next >= end)?;
            let words = (start..name).filter(|at| scan.is_word(*at)).count();
            let other = scan.holds(start..name, POSITION) || scan.is(start, NO_NAME) || scan.is(start, LEAVE);
            let place = Gazetteer::load().find(&fold(scan.text(start..name))).is_some();
            // One name needs an empty line before it: "… my phone bill.", "Macca".
            let apart = scan.norm(line.start.wrapping_sub(1)) == "\n" && scan.norm(line.start.wrapping_sub(2)) == "\n";
            let single = words == 1 && apart && scan.norm(start).len() > 2 && scan.language != Language::German;
            let alone = !place && line.start > 0 && ((2..=4).contains(&words) || single) && !other;
            return alone.then(|| evidence(scan, start, name, if single { 80 } else { 88 })).flatten();
        }
        end = line.start;
    }
    None
}

/// Whether the token is one of the words a mail takes its leave with, on a line of its own.
fn closing(scan: &Scan, at: usize) -> bool {
    let at = if scan.is(at, &[",", "\n", "!", ".", "-"]) { at.wrapping_sub(1) } else { at };
    let at = if scan.is(at, &[",", "\n", "!", "."]) { at.wrapping_sub(1) } else { at };
    scan.is(at, LEAVE) && scan.get(at).is_some() && scan.line(at).len() <= 7
}

/// The sender's display name, when it is a person's.
fn sender(scan: &Scan) -> Option<Evidence<String>> {
    let words = (0..scan.len()).filter(|at| scan.is_word(*at)).count();
    let office = scan.holds(0..scan.len(), OFFICE);
    let last = scan.len().checked_sub(1)?;
    let address = (0..scan.len()).any(|at| scan.norm(at) == "@");
    (words > 0 && !office && !address).then_some(())?;
    let first = (0..scan.len()).find(|at| scan.is_word(*at))?;
    let last = (first..=last).rev().find(|at| scan.is_word(*at) || scan.norm(*at) == ".")?;
    let comma = (first..last).find(|at| scan.norm(*at) == ",");
    let mut found = evidence(scan, first, last + 1, if words > 1 { 90 } else { 60 })?;
    if let Some(comma) = comma {
        found.value = format!("{} {}", scan.text(comma + 1..last + 1), scan.text(first..comma));
    }
    Some(found)
}

fn evidence(scan: &Scan, first: usize, next: usize, confidence: u8) -> Option<Evidence<String>> {
    let source: Source = scan.source(first, next.checked_sub(1)?)?;
    Some(Evidence {
        value: source.text.clone(),
        origin: Origin::Stated,
        confidence: Confidence(confidence),
        source: Some(source),
    })
}
