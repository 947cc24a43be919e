//! Numbers as people write them: digits, words of eight languages, ordinals, thousands and lakhs.
//!
//! Invariant: every reader takes a token index and gives the index after what it read; none reads across a line break.

use rust_decimal::Decimal;

use super::{
    language::Language,
    scan::{Kind, Scan},
};

/// A small whole number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) value: u32,
    /// One past its last token.
    pub(crate) next: usize,
    /// Written "a", "un", "ein": says one only beside a thing that is counted.
    pub(crate) article: bool,
}

#[rustfmt::skip]
const ENGLISH: &[&str] = &[
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
];
#[rustfmt::skip]
const GERMAN: &[&str] = &[
    "null", "eins", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwolf",
    "dreizehn", "vierzehn", "funfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn", "zwanzig", "einundzwanzig",
];
#[rustfmt::skip]
const FRENCH: &[&str] = &[
    "zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "dixsept", "dixhuit", "dixneuf", "vingt",
];
#[rustfmt::skip]
const SPANISH: &[&str] = &[
    "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce",
    "trece", "catorce", "quince", "dieciseis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno",
];
#[rustfmt::skip]
const PORTUGUESE: &[&str] = &[
    "zero", "um", "dois", "tres", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "onze", "doze", "treze",
    "quatorze", "quinze", "dezesseis", "dezessete", "dezoito", "dezenove", "vinte",
];
#[rustfmt::skip]
const DUTCH: &[&str] = &[
    "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien",
    "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig", "eenentwintig",
];
#[rustfmt::skip]
const ITALIAN: &[&str] = &[
    "zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici",
    "tredici", "quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove", "venti", "ventuno",
];
#[rustfmt::skip]
const AFRIKAANS: &[&str] = &[
    "nul", "een", "twee", "drie", "vier", "vyf", "ses", "sewe", "agt", "nege", "tien", "elf", "twaalf", "dertien",
    "veertien", "vyftien", "sestien", "sewentien", "agtien", "negentien", "twintig", "een-en-twintig",
];

/// Words beside the regular ones.
const MORE: &[(Language, &str, u32)] = &[
    (Language::English, "dozen", 12),
    (Language::Spanish, "ventiuno", 21),
    (Language::Portuguese, "duas", 2),
    (Language::Portuguese, "catorze", 14),
    (Language::Portuguese, "dezasseis", 16),
    (Language::Portuguese, "dezassete", 17),
    (Language::French, "quinzaine", 15),
    (Language::German, "zwo", 2),
];

const ARTICLES: &[(Language, &[&str])] = &[
    (Language::English, &["a", "an"]),
    (Language::German, &["ein", "eine", "einen", "einem", "einer", "ne"]),
    (Language::French, &["un", "une"]),
    (Language::Spanish, &["un", "una"]),
    (Language::Portuguese, &["um", "uma"]),
    (Language::Dutch, &["een", "één"]),
    (Language::Italian, &["un", "una", "uno"]),
    (Language::Afrikaans, &["'n", "n"]),
];

fn table(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => ENGLISH,
        Language::German => GERMAN,
        Language::French => FRENCH,
        Language::Spanish => SPANISH,
        Language::Portuguese => PORTUGUESE,
        Language::Dutch => DUTCH,
        Language::Italian => ITALIAN,
        Language::Afrikaans => AFRIKAANS,
    }
}

const TENS: &[(&str, u32)] = &[
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("dreissig", 30),
    ("trente", 30),
    ("treinta", 30),
    ("trinta", 30),
    ("dertig", 30),
    ("trenta", 30),
];

fn word_value(scan: &Scan, at: usize) -> Option<u32> {
    let word = scan.norm(at);
    let in_table = |language| table(language).iter().position(|known| *known == word);
    let index = in_table(scan.language).or_else(|| {
        // A foreign number word is believed where English does not use it otherwise.
        let taken = ["once", "due", "sei", "dix", "once", "elf", "ses", "six", "dos", "null", "een", "un", "um", "uno"];
        let languages = [Language::English, Language::German, Language::French, Language::Spanish, Language::Dutch];
        if taken.contains(&word) { None } else { languages.into_iter().find_map(in_table) }
    });
    let value = index.and_then(|index| u32::try_from(index).ok());
    let more = || {
        MORE.iter().find(|(language, known, _)| *language == scan.language && *known == word).map(|(.., value)| *value)
    };
    value.or_else(more)
}

/// A whole number below ten thousand in digits or words.
pub(crate) fn count_at(scan: &Scan, at: usize) -> Option<Count> {
    let token = scan.get(at)?;
    match token.kind {
        Kind::Number => {
            let value = if token.norm.len() <= 4 { token.norm.parse().ok()? } else { return None };
            Some(Count { value, next: at + 1, article: false })
        }
        Kind::Word | Kind::Mark => words_at(scan, at).map(|count| twice(scan, count)),
        Kind::Break => None,
    }
}

/// "three (3)": the same number once more, in digits.
fn twice(scan: &Scan, count: Count) -> Count {
    let again = scan.norm(count.next) == "(" && scan.norm(count.next + 2) == ")";
    let same = again && scan.norm(count.next + 1).parse() == Ok(count.value);
    if same { Count { next: count.next + 3, ..count } } else { count }
}

fn words_at(scan: &Scan, at: usize) -> Option<Count> {
    let word = scan.norm(at);
    if let Some((_, tens)) = TENS.iter().find(|(known, _)| *known == word) {
        let after = if scan.norm(at + 1) == "-" { at + 2 } else { at + 1 };
        return Some(match word_value(scan, after).filter(|ones| (1..10).contains(ones)) {
            Some(ones) => Count { value: tens + ones, next: after + 1, article: false },
            None => Count { value: *tens, next: at + 1, article: false },
        });
    }
    if ["couple of", "a couple of", "a couple more"].iter().any(|pair| scan.phrase(at, &[pair]).is_some()) {
        let next = scan.phrase(at, &["couple of", "a couple of", "a couple more"])?;
        return Some(Count { value: 2, next, article: false });
    }
    if let Some(next) = scan.phrase(at, &["a dozen"]) {
        return Some(Count { value: 12, next, article: false });
    }
    let article = ARTICLES.iter().any(|(language, words)| *language == scan.language && words.contains(&word));
    let afrikaans = scan.language == Language::Afrikaans && word == "'" && scan.norm(at + 1) == "n";
    if afrikaans {
        return Some(Count { value: 1, next: at + 2, article: true });
    }
    match word_value(scan, at) {
        Some(value) => Some(Count { value, next: at + 1, article: article && value == 1 }),
        None => article.then_some(Count { value: 1, next: at + 1, article: true }),
    }
}

const ORDINALS: &[(&str, u32)] = &[
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
    ("eleventh", 11),
    ("twelfth", 12),
    ("thirteenth", 13),
    ("fourteenth", 14),
    ("fifteenth", 15),
    ("sixteenth", 16),
    ("seventeenth", 17),
    ("eighteenth", 18),
    ("nineteenth", 19),
    ("twentieth", 20),
    ("thirtieth", 30),
    ("ersten", 1),
    ("erste", 1),
    ("zweiten", 2),
    ("zweite", 2),
    ("dritten", 3),
    ("dritte", 3),
    ("vierten", 4),
    ("letzte", 99),
    ("letzten", 99),
    ("premier", 1),
    ("premiere", 1),
    ("deuxieme", 2),
    ("troisieme", 3),
    ("quatrieme", 4),
    ("derniere", 99),
    ("primera", 1),
    ("primero", 1),
    ("primer", 1),
    ("segunda", 2),
    ("tercera", 3),
    ("ultima", 99),
    ("primeira", 1),
    ("primeiro", 1),
    ("terceira", 3),
    ("eerste", 1),
    ("tweede", 2),
    ("derde", 3),
    ("laatste", 99),
    ("laaste", 99),
    ("prima", 1),
    ("primo", 1),
    ("seconda", 2),
    ("terza", 3),
    ("last", 99),
];

/// The value an ordinal has when it says "last".
pub(crate) const LAST: u32 = 99;

/// An ordinal: "3rd", "third", "twenty-second", "1er", "3º". [`LAST`] for "last".
pub(crate) fn ordinal_at(scan: &Scan, at: usize) -> Option<(u32, usize)> {
    let token = scan.get(at)?;
    if token.kind == Kind::Number {
        let value: u32 = token.norm.parse().ok()?;
        let suffix = scan.get(at + 1)?;
        let ends = ["st", "nd", "rd", "th", "er", "ste", "de", "e", "eme", "º", "ª", "°", "ten", "te"];
        let apart = ["st", "nd", "rd", "th"];
        let foreign = scan.language == Language::English && !apart.contains(&suffix.norm.as_str());
        let fits =
            suffix.glued && ends.contains(&suffix.norm.as_str()) && !foreign || apart.contains(&suffix.norm.as_str());
        return fits.then_some((value, at + 2));
    }
    let find = |at: usize| ORDINALS.iter().find(|(known, _)| *known == scan.norm(at)).map(|(_, value)| *value);
    if let Some(tens) = TENS.iter().find(|(known, tens)| *known == token.norm && *tens <= 30).map(|(_, tens)| *tens) {
        let after = if scan.norm(at + 1) == "-" { at + 2 } else { at + 1 };
        return find(after).filter(|ones| *ones < 10).map(|ones| (tens + ones, after + 1));
    }
    find(at).map(|value| (value, at + 1))
}

/// An amount with its thousands, decimals and multiplier, and one past its last token: `1,200.50`, `1 200`, `80k`, `2.5 lakh`,
/// `3 mil`, `five thousand`.
pub(crate) fn amount_at(scan: &Scan, at: usize) -> Option<(Decimal, usize)> {
    let (number, next) = match scan.get(at)?.kind {
        Kind::Number => digits_at(scan, at)?,
        Kind::Word if in_one_word(scan.norm(at)).is_some() => {
            let (whole, next) = (in_one_word(scan.norm(at))?, at + 1);
            let more = in_one_word(scan.norm(next)).filter(|more| *more < whole);
            (whole + more.unwrap_or_default(), next + usize::from(more.is_some()))
        }
        Kind::Word => {
            let count =
                count_at(scan, at).filter(|count| !count.article || multiplier_at(scan, count.next).is_some())?;
            (Decimal::from(count.value), count.next)
        }
        _ => return None,
    };
    // "Seven and a half thousand".
    let half = scan.phrase(next, &["and a half"]).filter(|half| multiplier_at(scan, *half).is_some());
    let (number, next) = half.map_or((number, next), |half| (number + Decimal::new(5, 1), half));
    match multiplier_at(scan, next) {
        Some((factor, next)) => {
            // "One thousand five hundred".
            let from = scan.phrase(next, &["and"]).unwrap_or(next);
            let rest = count_at(scan, from).filter(|count| !count.article && count.value < 10 && !scan.is_number(from));
            let rest = rest.filter(|rest| scan.norm(rest.next) == "hundred" && factor >= Decimal::from(1_000));
            let (more, next) =
                rest.map_or((Decimal::ZERO, next), |rest| (Decimal::from(rest.value * 100), rest.next + 1));
            Some((number.checked_mul(factor)?.checked_add(more)?.normalize(), next))
        }
        None => Some((number.normalize(), next)),
    }
}

/// "Zweieinhalbtausend", "seimila", "tweeduizend", "achthonderd": thousands and hundreds in one word.
fn in_one_word(word: &str) -> Option<Decimal> {
    const ENDINGS: &[(&str, u32, u32, &[&str])] = &[
        ("einhalbtausend", 1_000, 500, GERMAN),
        ("tausend", 1_000, 0, GERMAN),
        ("hundert", 100, 0, GERMAN),
        ("duizend", 1_000, 0, DUTCH),
        ("honderd", 100, 0, DUTCH),
        ("duisend", 1_000, 0, AFRIKAANS),
        ("mila", 1_000, 0, ITALIAN),
        ("cento", 100, 0, ITALIAN),
    ];
    ENDINGS.iter().find_map(|(ending, each, more, table)| {
        let whole = word.strip_suffix(ending).filter(|whole| whole.len() > 2)?;
        let index = table.iter().position(|known| *known == whole)?;
        Some(Decimal::from(u32::try_from(index).ok()?.checked_mul(*each)? + more))
    })
}

/// Groups of digits joined by points, commas, apostrophes or spaces: three digits after a separator are thousands, one or two
/// at the end are decimals.
fn digits_at(scan: &Scan, at: usize) -> Option<(Decimal, usize)> {
    let mut whole = scan.norm(at).to_owned();
    let mut next = at + 1;
    while whole.len() <= 15 {
        let separated =
            scan.is(next, &[",", ".", "'"]) && scan.glued(next) && scan.glued(next + 1) && scan.is_number(next + 1);
        let spaced = scan.is_number(next) && !scan.glued(next) && whole.len() <= 6 && scan.norm(at).len() <= 3;
        let (group, after) = if separated { (scan.norm(next + 1), next + 2) } else { (scan.norm(next), next + 1) };
        let indian =
            group.len() == 2 && separated && scan.norm(next) == "," && scan.is(after, &[","]) && scan.glued(after);
        if (separated || spaced) && (group.len() == 3 || indian) {
            whole.push_str(group);
            next = after;
        } else if separated && group.len() <= 2 {
            return Some((format!("{whole}.{group}").parse().ok()?, after));
        } else {
            break;
        }
    }
    if scan.is(next, &[","]) && scan.glued(next) && scan.is(next + 1, &["-"]) && scan.glued(next + 1) {
        next += 2;
    }
    (whole.len() <= 15).then(|| whole.parse().ok()).flatten().map(|value| (value, next))
}

const MULTIPLIERS: &[(&str, u32)] = &[
    ("k", 1_000),
    ("thousand", 1_000),
    ("grand", 1_000),
    ("tausend", 1_000),
    ("tsd", 1_000),
    ("mille", 1_000),
    ("mil", 1_000),
    ("duizend", 1_000),
    ("duisend", 1_000),
    ("mila", 1_000),
    ("lakh", 100_000),
    ("lakhs", 100_000),
    ("lac", 100_000),
    ("lacs", 100_000),
    ("crore", 10_000_000),
    ("m", 1_000_000),
    ("mio", 1_000_000),
    ("million", 1_000_000),
    ("millones", 1_000_000),
    ("milhoes", 1_000_000),
    ("milioni", 1_000_000),
    ("hundred", 100),
    ("cent", 100),
];

/// A multiplier and one past it. One letter must touch its number.
pub(crate) fn multiplier_at(scan: &Scan, at: usize) -> Option<(Decimal, usize)> {
    let token = scan.get(at)?;
    let (word, factor) = MULTIPLIERS.iter().find(|(word, _)| *word == token.norm)?;
    (word.len() > 1 || token.glued || *word == "k").then_some((Decimal::from(*factor), at + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::enquiry::Part;

    fn amount(text: &str) -> Option<String> {
        amount_at(&Scan::new("", Part::Text, text), 0).map(|(amount, _)| amount.to_string())
    }

    #[test]
    fn amounts_are_read_with_their_thousands_and_multipliers() {
        for (text, value) in [
            ("1 200", "1200"),
            ("1,200.50", "1200.5"),
            ("1.200,50", "1200.5"),
            ("80k", "80000"),
            ("2.5 lakh", "250000"),
            ("2,50,000", "250000"),
            ("3'500", "3500"),
            ("five thousand", "5000"),
            ("3 mil", "3000"),
            ("1.5k", "1500"),
        ] {
            assert_eq!(amount(text).as_deref(), Some(value), "{text}");
        }
    }

    #[test]
    fn counts_and_ordinals_are_read_in_words() {
        let count = |text: &str| count_at(&Scan::new("", Part::Text, text), 0).map(|count| count.value);
        assert_eq!(count("twenty-five of us are looking"), Some(25));
        assert_eq!(count("a couple of nights"), Some(2));
        assert_eq!(count("due giorni per noi con una notte"), Some(2));
        assert_eq!(count("due to the rain we would like to"), None);
        let ordinal = |text: &str| ordinal_at(&Scan::new("", Part::Text, text), 0).map(|(value, _)| value);
        assert_eq!(ordinal("twenty-second of May"), Some(22));
        assert_eq!(ordinal("3rd"), Some(3));
    }
}
