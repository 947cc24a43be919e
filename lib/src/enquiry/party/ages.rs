//! Children's ages: "(2, 5 and 11)", "aged 4 and 9", "a 5-year-old", "4 et 9 ans", "10 months".
//!
//! Invariant: an age is a number between 0 and 17 that the mail calls an age, or lists right after the children.

use super::super::{
    gazetteer::{Class, Gazetteer},
    numbers::count_at,
    scan::{Case, Scan},
};
use super::words;

/// Ages and the tokens they were read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ages {
    pub(super) ages: Vec<u8>,
    pub(super) first: usize,
    pub(super) next: usize,
}

#[rustfmt::skip]
const OPENERS: &[&str] = &[
    "aged", "ages", "age", "ages of", "age of", "aged between", "im alter von", "alter", "ages are", "age :",
    "ages :", "aged :", "ages are :", "ages being", "years :", "ages -", "age -", "ages will be", "who are", "who is", "who'll be", "who's", "who turns", "who is turning", "are now", "is now", "now", "who are now", "who is now",
    "ages now", "elle aura", "il aura", "elle a", "il a", "sind", "sont", "ont", "tienen", "haben", "zijn", "hebben", "sono", "hanno", "tem", "sie ist", "er ist", "die", "que tiene",
    "que tem", "qui a", "qui aura",
    "he'll be", ", he'll be", "she'll be", ", she'll be", "he will be", "she will be", "they are", "they 're", "they ' re", "she is",
    "he is", "who will be", "ages is", "will be", "agees de",
    "ages de", "age de", "agee de", "con edades de", "de edades", "com idades de", "com", "com idade de",
    "in de leeftijd van", "van", "di", "de", "who turn", "turning", "ouderdom", "ouderdomme", "leeftijd",
    "leeftijden", "edades", "edades :", "idades", "idades :", "eta", "alter :", "respectively", "of", "is", "are",
    "die",
];

/// Openers that need no "years" after the numbers.
#[rustfmt::skip]
const CERTAIN: &[&str] = &[
    "aged", "ages", "age", "ages of", "age of", "im alter von", "alter", "ages are", "age :", "ages :", "aged :",
    "ages are :", "ages being", "ages -", "age -", "ages will be", "agees de", "ages de", "age de", "agee de",
    "con edades de", "com idades de", "com idade de", "in de leeftijd van", "ouderdom", "ouderdomme", "leeftijd",
    "leeftijden", "edades", "edades :", "idades", "idades :", "alter :", "ages of children :", "age of children :",
    "ages of the children :", "ages of child :", "age of child :", "children's ages :", "child ages :",
    "alter der kinder :", "age des enfants :", "edad de los ninos :", "leeftijd kinderen :",
];

#[rustfmt::skip]
const YEARS: &[&str] = &[
    "year old", "aninhos", "anitos", "anazos", "years old", "years of age", "year olds", "yr old", "yrs old", "yr olds", "yo", "y o", "y / o", "yrs",
    "yr", "years", "y . o .", "y . o", "year - old", "jahre", "jahren", "jahre alt", "jahrige", "jahriger",
    "jahriges", "jahrigen", "ans", "an", "anos", "ano", "jaar", "jaar oud", "jarige", "anni", "anno", "yo '", "j",
    "jr", "jare", "y", "yr - old", "yrold", "yearold", "year", "jarigen", "jr oud",
];
#[rustfmt::skip]
const MONTHS: &[&str] = &[
    "months old", "month old", "months", "month", "monate", "monate alt", "mois", "meses", "maanden", "mesi",
    "maande", "mo", "mths", "mnths", "months of age", "m",
];

/// Small words before an age in a list.
#[rustfmt::skip]
const LEAD: &[&str] = &[
    "a", "an", "one is", "one", "the other", "the other is", "another", "almost", "nearly", "just", "boy", "girl",
    "un de", "the youngest", "is", "both",
];

/// Words between the ages of a list.
#[rustfmt::skip]
const MORE: &[&str] = &[
    ", and", "and", "&", ",", "und", "et", "y", "e", "en", "/", "+", "and a", "und ein", ", &", "-", "and the other",
    "and our",
];

/// Words after a number that make it no age.
#[rustfmt::skip]
const NO_AGE: &[&str] = &[
    "%", "k", "/", "adults", "nights", "adult", "rooms", "night", "th", "st", "nd", "rd", "room", "pm", "am", ":",
    "*", "star", "weeks", "days", "suitcases", "single", "double", "twin", "triple", "family", "for", "of",
];

/// Reads a list of numbers as ages: one past it, the ages, and whether the words say they are ages.
fn list(scan: &Scan, at: usize) -> Option<(Vec<u8>, usize, bool)> {
    let mut ages = Vec::new();
    let mut next = at;
    let mut called = false;
    loop {
        let from = scan.phrase(next, LEAD).unwrap_or(next);
        let count = count_at(scan, from).or_else(|| count_at(scan, next))?;
        if count.article || count.value > 120 {
            return None;
        }
        let after = if scan.norm(count.next) == "-" { count.next + 1 } else { count.next };
        let years = scan.phrase(after, YEARS).filter(|_| {
            !scan.is(after, &["an", "y", "j"]) || scan.glued(after) || scan.is(after, &["an"]) && count.value == 1
        });
        let months = scan.phrase(after, MONTHS).filter(|_| scan.norm(after) != "m" || scan.glued(after));
        let age = if months.is_some() { count.value / 12 } else { count.value };
        called |= years.is_some() || months.is_some();
        ages.push(u8::try_from(age).ok()?);
        next = years.or(months).unwrap_or(count.next);
        let more = scan.phrase(next, MORE);
        match more.filter(|more| ages.len() < 12 && is_age(scan, *more)) {
            Some(more) => next = more,
            None => return Some((ages, next, called)),
        }
    }
}

/// Every number of a line as an age; the tokens of the first and the last.
pub(super) fn every(scan: &Scan) -> (Vec<u8>, usize, usize) {
    let (mut ages, mut places) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < scan.len() {
        let count = count_at(scan, at).filter(|count| !count.article && count.value <= 36);
        let Some(count) = count else {
            at += 1;
            continue;
        };
        let months = scan.phrase(count.next, MONTHS).filter(|_| scan.norm(count.next) != "m" || scan.glued(count.next));
        let age = if months.is_some() { count.value / 12 } else { count.value };
        if let Ok(age @ 0..=17) = u8::try_from(age) {
            ages.push(age);
            places.push((at, count.next - 1));
        }
        at = months.unwrap_or(count.next);
    }
    (ages, places.first().map_or(0, |place| place.0), places.last().map_or(0, |place| place.1))
}

fn is_age(scan: &Scan, at: usize) -> bool {
    let from = scan
        .phrase(at, &["a", "an", "one is", "one", "the other", "the other is", "another", "almost", "nearly"])
        .unwrap_or(at);
    let count = count_at(scan, from).or_else(|| count_at(scan, at));
    count.is_some_and(|count| {
        // "3 teens 13/15/17".
        let goes_on =
            scan.norm(count.next) == "/" && count_at(scan, count.next + 1).is_some_and(|more| more.value <= 17);
        let priced = scan.is(count.next, NO_AGE) && !goes_on;
        let months = scan.phrase(count.next, MONTHS).is_some() && count.value <= 36;
        !count.article && (count.value <= 17 || months) && !priced && super::words::who(scan.norm(count.next)).is_none()
    })
}

fn young(ages: &[u8]) -> bool {
    !ages.is_empty() && ages.iter().all(|age| *age <= 17)
}

/// Ages right after a noun for `expected` children (0: not known): "(2, 5 and 11)", ", 4 and 9", "aged 4", "who are 6 and 9".
pub(super) fn after_children(scan: &Scan, at: usize, expected: u32) -> Option<Ages> {
    let each = scan.phrase(at, &["each", "je", "chacun", "cada uno", "cada um", "elk", "ciascuno"]);
    let (mut from, expected) = each.map_or((at, expected), |next| (next, 0));
    let bracket = scan.phrase(from, &["(", "[", ": (", "- ("]);
    from = bracket.unwrap_or(from);
    from = scan.phrase(from, &["-", ":", ",", ", who", "'s", ", both"]).unwrap_or(from);
    let certain = scan.phrase(from, CERTAIN);
    let opener = certain.or_else(|| scan.phrase(from, OPENERS));
    let start = opener.unwrap_or(from);
    let both = scan.phrase(start, &["both", "both aged", "all"]);
    let (mut ages, next, called) = list(scan, both.unwrap_or(start))?;
    if both.is_some() && ages.len() == 1 && expected > 1 {
        ages = vec![ages[0]; usize::try_from(expected.min(12)).unwrap_or(1)];
    }
    // "1 teen 15".
    let alone = expected == 1 && called_young(scan, at) && !scan.is_word(next) && !scan.is(next, &["/", ".", "-", ":"]);
    let listed = u32::try_from(ages.len()).is_ok_and(|count| count == expected) || expected == 0;
    let closes = bracket.is_none() || scan.is(next, &[")", "]", ",", ";", "/", "-"]);
    let follows = super::counts_something(scan, next);
    let several = expected == 0 && ages.len() > 1 && !follows && !scan.is(at, &["-"]);
    let enough = certain.is_some()
        || several
        || called
        || (bracket.is_some() && listed)
        || (alone || is_told(scan, opener, next)) && (listed || expected == 0)
        || (listed && expected > 0 && !follows && (from > at || opener.is_some() || expected > 1));
    (enough && closes && young(&ages)).then_some(Ages { ages, first: at, next })
}

/// "(Our daughter is 14)": a sentence that says nothing of a child but a number.
fn is_told(scan: &Scan, opener: Option<usize>, next: usize) -> bool {
    let said = opener.is_some_and(|after| scan.is(after - 1, &["is", "turns", "turning", "be"]));
    said && (next >= scan.len() || scan.is(next, &[")", ".", ",", ";", "\n", "and", "now"]))
}

/// Whether the word before tells of a child more closely than its number: "teen", "toddler".
fn called_young(scan: &Scan, at: usize) -> bool {
    scan.is(
        at.wrapping_sub(1),
        &["teen", "teenager", "toddler", "boy", "girl", "son", "daughter", "youngster", "tween"],
    )
}

/// Ages right after twins: one for both, or two.
pub(super) fn after_twins(scan: &Scan, at: usize) -> Option<Ages> {
    let same = |found: &Ages| found.ages.iter().all(|age| *age == found.ages[0]);
    after_children(scan, at, 2).filter(same).or_else(|| one_age(scan, at)).or_else(|| after_children(scan, at, 1))
}

/// The one age of twins, where another child's follows it: "twins of 8 and a 15 year old".
fn one_age(scan: &Scan, at: usize) -> Option<Ages> {
    let from =
        scan.phrase(at, &["of", "aged", "age", "( aged", "(", ", aged", "who are", "von", "de", "van", "di", ","])?;
    let count = count_at(scan, from).filter(|count| !count.article && count.value <= 17)?;
    let next = scan.phrase(count.next, YEARS).unwrap_or(count.next);
    scan.phrase(next, &["and", "und", "et", "y", "e", "en", "plus", "+", "&", ","])?;
    Some(Ages { ages: vec![u8::try_from(count.value).ok()?], first: at, next })
}

/// Names with ages after a word for children: "Emma (12) and Luke (9)", ": Tom, 8, and Ann, 5".
pub(super) fn named(scan: &Scan, start: usize) -> Option<Ages> {
    let from = scan.phrase(start, &[":", ",", "-", "("]).unwrap_or(start);
    let (ages, next, _) = names(scan, from, |_, _| true)?;
    Some(Ages { ages, first: start, next })
}

/// Children who are only named: "Liam (11) and Keira (8)", "Keegan is 10 now, Zoe 7". One alone needs a word that says it is an age.
pub(super) fn named_alone(scan: &Scan, start: usize) -> Option<Ages> {
    let (ages, next, called) = names(scan, start, |at, end| is_someone(scan, at) && is_age_alone(scan, at, end))?;
    (ages.len() > 1 || called).then_some(Ages { ages, first: start, next })
}

/// A run of names with their ages, one past it, and whether the words say that they are ages. `believed` is asked of each name
/// and the end of its number.
fn names(scan: &Scan, start: usize, believed: impl Fn(usize, usize) -> bool) -> Option<(Vec<u8>, usize, bool)> {
    #[rustfmt::skip]
    const BEFORE: &[&str] = &[
        "(", ",", "is", "aged", "( aged", "( age", "-", ", aged", "who is", "turns", "is turning", "nearly", "( nearly", "almost",
        "( almost", "( just", "( turning", "'s", "' s", "who's", "who ' s", "ist", "van", "von", "de", "di", "com", "con", "tem", "tiene", "ha", "a",
        "compie", "is nou", "was", ", who's", ", who is", ", die is", "turned", "has turned", "will be", "who'll be", "ist gerade", "ist erst", "is just", "has just turned", "is net", ", que acabou de completar", ", que acabou de fazer", ", que tem", "que tem",
        ", que tiene", "que tiene", ", qui a", "qui a", ", de", "che ne compie", "che ha", "ne ha", "che compie", ", die", "just turned",
    ];
    const ARTICLE: &[&str] = &[
        "o", "a", "el", "la", "le", "der", "die", "das", "il", "de", "het", "and", "our", "unser", "unsere", "ons",
        "onze", "mon", "ma", "notre",
    ];
    const JOINED: &[&str] = &[", and", "and", "&", ",", "und", "et", "y", "e", "en", "+", "/"];
    let (mut at, mut next, mut ages, mut called) = (start, start, Vec::new(), false);
    while ages.len() < 12 && scan.get(at).is_some_and(|token| scan.is_word(at) && token.case != Case::Lower) {
        let opener = scan.phrase(at + 1, BEFORE);
        let from = opener.unwrap_or(at + 1);
        let count = count_at(scan, from).filter(|count| !count.article && count.value <= 17);
        let Some(count) = count.filter(|count| believed(at, count.next)) else { break };
        let years = scan.phrase(count.next, YEARS).or_else(|| scan.phrase(count.next, THIS_YEAR));
        called |= years.is_some() || opener.is_some() && scan.is(from - 1, &["aged", "age", "turns", "turning"]);
        ages.push(u8::try_from(count.value).ok()?);
        let end = years.unwrap_or(count.next);
        next = scan.phrase(end, &[")"]).unwrap_or(end);
        match scan.phrase(next, JOINED) {
            Some(more) => {
                let is_name =
                    |at: usize| scan.get(at).is_some_and(|token| scan.is_word(at) && token.case != Case::Lower);
                // "Und unser Nachzügler Emil", "e o Theo".
                let article = more + usize::from(scan.is(more, ARTICLE));
                let noun = article > more && scan.is_word(article) && is_name(article + 1) && scan.is_word(article + 1);
                at = if noun { article + 1 } else { article };
            }
            None => break,
        }
    }
    (!ages.is_empty()).then_some((ages, next, called))
}

/// The ages of `expected` children told one by one after their count: "three kids: Jonas is twelve, Frieda nine and our youngest
/// only just four", "the twins who are both 10 and Hector, 2".
pub(super) fn one_by_one(scan: &Scan, start: usize, expected: usize) -> Option<Ages> {
    /// Tokens that a list of children goes on for, and between two of its ages.
    const REACH: usize = 60;
    const GAP: usize = 18;
    let (mut ages, mut first, mut next, mut at) = (Vec::new(), start, start, start);
    let end = scan.len().min(start + REACH);
    while at < end && ages.len() < expected {
        let blank = scan.norm(at) == "\n" && scan.norm(at + 1) == "\n";
        if blank || !ages.is_empty() && at > next + GAP || words::who_is_counted_elsewhere(scan, at) {
            break;
        }
        let Some((age, after)) = told_age(scan, at, expected) else {
            at += 1;
            continue;
        };
        if ages.is_empty() {
            first = at;
        }
        ages.push(age);
        // "The Pillay twins are 5".
        let twice = (1..=4).any(|back| matches!(words::who(scan.before(at, back)), Some(words::Who::Twins)));
        if twice && ages.len() < expected {
            ages.push(age);
        }
        (next, at) = (after, after);
    }
    (ages.len() == expected).then_some(Ages { ages, first, next })
}

/// Ages of children who are only named, told anywhere near their names: "Megan, who has just turned 12, and Owen who's 9", "the twins,
/// Saoirse and Niamh, who are eleven".
pub(super) fn of_names(scan: &Scan) -> Option<Ages> {
    /// Tokens between a name and its age.
    const NEAR: usize = 9;
    let (mut ages, mut places): (Vec<u8>, Vec<(usize, usize)>) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < scan.len() && ages.len() < 12 {
        if !is_someone(scan, at) || places.last().is_some_and(|last| at > last.1 + 30) {
            at += 1;
            continue;
        }
        let end = (at + 1..at + NEAR).find(|&at| scan.ends_sentence(at) || is_someone(scan, at)).unwrap_or(at + NEAR);
        let told = (at + 1..end).find_map(|number| Some((number, told_age(scan, number, 1)?)));
        let Some((_, (age, next))) = told else {
            at += 1;
            continue;
        };
        let twins = (1..=6).any(|back| matches!(words::who(scan.before(at, back)), Some(words::Who::Twins)));
        ages.extend(std::iter::repeat_n(age, if twins { 2 } else { 1 }));
        places.push((at, next - 1));
        at = next;
    }
    let (first, last) = (places.first()?.0, places.last()?.1);
    Some(Ages { ages, first, next: last + 1 })
}

/// A number that is somebody's age, in a place where ages are told: nothing it counts, no date, no price.
fn told_age(scan: &Scan, at: usize, expected: usize) -> Option<(u8, usize)> {
    #[rustfmt::skip]
    const NUMBERED: &[&str] = &[
        "year", "grade", "graad", "class", "klasse", "room", "no", "nr", "ref", "form", "std", "level", "option", "day", "week", "kw", "$", "€", "£", "r", "+", "under",
        "/", ".", "#", "max", "at", "um", "top", "about", "for", "from", "fur", "pour", "para", "voor", "per", "und", "with",
    ];
    #[rustfmt::skip]
    const TOLD: &[&str] = &[
        "is", "s", "'s", "turned", "turns", "turning", "be", "aged", "age", "ist", "wird", "tiene", "tem", "ha", "compie", "van", "von", "de", "are", "a", "fait", "est", "avoir", "nearly",
        "almost", "just", "just turned", "only",
    ];
    let count = count_at(scan, at)?;
    let one = count.value == 1 && !scan.is_number(at);
    let years = scan.phrase(scan.phrase(count.next, &["-"]).unwrap_or(count.next), YEARS);
    let months = scan.phrase(count.next, MONTHS).filter(|_| scan.norm(count.next) != "m" || scan.glued(count.next));
    let spelt = years.is_some() || months.is_some();
    let before = at.wrapping_sub(1);
    let numbered = scan.is(before, NUMBERED) && !spelt
        || scan.glued(at) && scan.is(before, &["/", ".", ":", ",", "-"]) && scan.is_number(before.wrapping_sub(1));
    let glued = scan.glued(count.next) && scan.is(count.next, &[".", "/", ":", "-"]) && scan.is_number(count.next + 1);
    let counts = !spelt
        && (scan.is(count.next, NO_AGE)
            || words::counts_something(scan, count.next)
            || super::super::dates::is_month(scan, count.next));
    if (count.article || one) && !spelt || numbered || glued && !spelt || counts {
        return None;
    }
    let age = if months.is_some() && years.is_none() { count.value / 12 } else { count.value };
    let age = u8::try_from(age).ok().filter(|age| *age <= 17)?;
    // One child's age needs a word that tells it.
    let bracketed = scan.norm(before) == "(" && scan.norm(years.or(months).unwrap_or(count.next)) == ")";
    let told = expected > 1 || spelt || bracketed || scan.is(before, TOLD);
    told.then_some((age, years.or(months).unwrap_or(count.next)))
}

/// Whether a child is grown up by the age told right after it: "my daughter Imogen who's 24", "Nuestra hija (26)".
pub(super) fn is_grown(scan: &Scan, at: usize) -> bool {
    let from =
        if scan.get(at).is_some_and(|token| scan.is_word(at) && token.case == Case::Capital) { at + 1 } else { at };
    let Some(opened) = scan.phrase(
        from,
        &["(", "who's", "who ' s", "who is", ", who's", ", who is", "is", "aged", ", aged", "( aged", ","],
    ) else {
        return false;
    };
    let count = count_at(scan, opened).filter(|count| !count.article && (18..=60).contains(&count.value));
    count.is_some_and(|count| {
        scan.is(count.next, &[")", ",", ".", "so", "and", "\n"])
            && !(scan.glued(count.next + 1) && scan.is_number(count.next + 1))
            || scan.phrase(count.next, YEARS).is_some()
    })
}

/// "Keegan is 10 now".
const THIS_YEAR: &[&str] = &["now", "this year"];

/// Whether the word may be somebody's name: no place, no month, nobody's kin.
pub(super) fn is_someone(scan: &Scan, at: usize) -> bool {
    let capital = scan.get(at).is_some_and(|token| token.case == Case::Capital && token.norm.len() > 2);
    let is_place = || Gazetteer::load().find(scan.norm(at)).is_some_and(|place| place.class > Class::PersonName);
    capital && !scan.is(at, NOBODY) && super::words::who(scan.norm(at)).is_none() && !is_place()
}

/// Whether the number that ends at `end`, after the name at `at`, counts nothing else and is no part of a date.
fn is_age_alone(scan: &Scan, at: usize, end: usize) -> bool {
    let years = scan.phrase(end, YEARS).or_else(|| scan.phrase(end, THIS_YEAR));
    if scan.norm(at + 1) == "(" {
        return years.is_some() || scan.phrase(end, &[")"]).is_some();
    }
    let dated = scan.glued(end) && scan.is(end, &["-", ".", ":", "/"]) && scan.is_number(end + 1);
    !dated && (years.is_some() || !scan.is(end, NO_AGE) && !super::words::counts_something(scan, end))
}

/// Words with a capital and a number that are nobody's name: "Room 2 and Room 3", "Option 1, Option 2".
#[rustfmt::skip]
const NOBODY: &[&str] = &[
    "room", "rooms", "option", "day", "days", "week", "hotel", "flight", "villa", "night", "nights", "total", "budget", "table", "page",
    "adults", "adult", "number", "no", "nr", "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon",
    "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "zimmer",
    "chambre", "kamer", "quarto", "camera", "familie", "group", "level", "leg", "part", "step", "question", "phase", "tag", "dag",
    "tel", "cell", "mobile", "phone", "and", "or", "we", "there", "it", "from", "until", "between", "about", "around", "arriving",
    "leaving", "departing", "for", "the", "our", "only", "just", "maybe", "stars", "star", "euro", "eur", "usd", "gbp", "zar", "rand",
];

/// Ages anywhere: "a 4-year-old and a 7 year old", "aged 4 and 9", "they are 5 and 8 years old".
pub(super) fn at(scan: &Scan, start: usize) -> Option<Ages> {
    // "Graad 10", "Year 5".
    if scan.is(start.wrapping_sub(1), &["year", "grade", "graad", "class", "klasse", "std", "form", "grades"]) {
        return None;
    }
    let certain = scan
        .phrase(start, CERTAIN)
        .filter(|_| !scan.is(start, &["age", "alter"]) || scan.is_number(start + 1) || scan.norm(start + 1) == ":");
    let from = certain.unwrap_or(start);
    if certain.is_none() && count_at(scan, start).is_none_or(|count| count.article) {
        return None;
    }
    let (ages, next, called) = list(scan, from)?;
    let old = certain.is_some()
        || called
            && (next - 1..=next).any(|at| scan.is(at.saturating_sub(1), OLD))
            && !scan.holds(start..next, &["months"])
        || scan.is(next.wrapping_sub(1), &["old", "olds"]);
    (old && young(&ages)).then_some(Ages { ages, first: start, next })
}

#[rustfmt::skip]
const OLD: &[&str] = &[
    "old", "olds", "yo", "jahrige", "jahriger", "jahriges", "jahrigen", "alt", "ans", "anos", "oud", "anni", "jarige",
    "age", "o", "jarigen",
];
