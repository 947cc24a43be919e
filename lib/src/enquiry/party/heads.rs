//! One count of people: "2 adults", "2+2", "four of us", "group of 12", "solo", "for two".
//!
//! Invariant: a reader gives the tokens it read; what the counts add up to is decided in [`super::count`].

use super::{
    super::{
        Origin,
        numbers::count_at,
        scan::{Case, Kind, Scan},
    },
    ages,
    relatives::{beside, is_grown_relative, relatives},
    words::{self, WITH, Who, noun_after},
};

/// One count in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) who: Who,
    pub(super) value: u32,
    pub(super) first: usize,
    pub(super) next: usize,
    /// Inside brackets or after a colon: tells more of what was counted before.
    pub(super) detail: bool,
    pub(super) origin: Origin,
}

/// Plurals that no "a" counts: "a girls' trip".
#[rustfmt::skip]
const PLURALS: &[&str] = &[
    "girls", "boys", "kids", "children", "sons", "daughters", "toddlers", "babies", "infants", "teens", "teenagers",
    "ladies", "men", "women",
];

/// Two people in one phrase.
#[rustfmt::skip]
const BOTH: &[&str] = &[
    "both of us", "us two", "wir beide", "wir zwei", "nous deux", "nosotros dos", "nos dois", "wij beiden",
    "wij twee", "ons twee", "noi due", "zu zweit", "met z'n tweeen", "met zijn tweeen", "a deux", "met ons tweeen",
    "for us both", "in due", "wij getweeen", "ons tweeen", "noi due", "pair of us", "the pair of us",
];

/// Words before a bare count of the party.
#[rustfmt::skip]
const WE_ARE: &[&str] = &[
    "we are", "we're", "we ' re", "there are", "there will be", "there'll be", "we will be", "we'll be", "wir sind",
    "nous sommes", "nous serons", "on est", "on sera", "somos", "seremos", "seriamos", "we zijn met", "wij zijn met",
    "there's", "theres", "there 's", "wij zijn", "we zijn", "siamo in", "siamo", "saremo in", "ons is", "ons gaan", "we would be",
];

/// Words after a bare count of the party.
#[rustfmt::skip]
const OF_US: &[&str] = &[
    "of us", "of them", "in total", "altogether", "in all", "in the group", "in our group", "in our party",
    "ao todo", "en total", "in tutto", "al completo", "alles bij elkaar", "altesaam", "in totaal", "en todo", "au total", "in my group", "in my party", "in the party", "van ons", "von uns", "de nosotros", "d'entre nous", "de nous",
];

/// Words after a bare count that do not make it a count of something else.
const GOES_ON: &[&str] =
    &["and", "in", "for", "und", "et", "y", "e", "en", "looking", "from", "travelling", "traveling", "going", "flying"];

#[rustfmt::skip]
const AFTER: &[&str] = &[
    "from", "on", "to", "in", "and", "at", "please", "leaving", "departing", "this", "next", "und", "et", "y", "with",
    "tomorrow", "today", "nach", "going", "over", "during", "early", "late", "mid", "around", "sharing",
];

pub(super) fn head_at(scan: &Scan, at: usize) -> Option<Head> {
    code(scan, at)
        .or_else(|| labelled(scan, at))
        .or_else(|| with_infant(scan, at))
        .or_else(|| another_child(scan, at))
        .or_else(|| twins(scan, at))
        .or_else(|| no_children(scan, at))
        .or_else(|| of_us(scan, at))
        .or_else(|| group(scan, at))
        .or_else(|| counted(scan, at))
        .or_else(|| relatives(scan, at))
        .or_else(|| name_and_me(scan, at))
        .or_else(|| phrase(scan, at))
        .or_else(|| for_some(scan, at))
}

pub(super) fn head(who: Who, value: u32, first: usize, next: usize) -> Option<Head> {
    (value <= 200).then_some(Head { who, value, first, next, detail: false, origin: Origin::Stated })
}

/// "2 adults", "three kids", "a couple", "2 grown-ups", "a 4-year-old".
fn counted(scan: &Scan, at: usize) -> Option<Head> {
    let glued_decimal =
        scan.glued(at) && scan.is(at.wrapping_sub(1), &[".", ",", ":", "/", "$", "€", "£"]) && scan.is_number(at);
    if glued_decimal {
        return None;
    }
    let count = count_at(scan, at)?;
    let other =
        scan.phrase(count.next, &["other", "more", "further", "andere", "weitere", "autres", "otras", "outras"]);
    let hyphen = scan.phrase(count.next, &["-"]).filter(|next| scan.glued(*next));
    let from = other.or(hyphen).unwrap_or(count.next);
    let (who, next) = little_ones(scan, from).or_else(|| noun_after(scan, from))?;
    // "Eight twins and two singles" are rooms.
    let beds = who == Who::Twins
        && (count.value != 2 && !count.article
            || scan.holds(scan.sentence(at), &["singles", "doubles", "rooms", "single", "double"]));
    if beds {
        return None;
    }
    let few = count.article
        && !matches!(who, Who::Couple | Who::Child | Who::OneChild | Who::Twins | Who::Companion)
        && !scan.is(count.next, &["single"])
        && scan.phrase(at, ONE_PERSON).is_none();
    let some_days = who == Who::Couple
        && (scan.is(next, &["of", "more", "days", "weeks", "nights", "tage", "wochen", "nachte"])
            || scan.norm(next - 1) == "paar" && scan.get(next - 1)?.case == Case::Lower);
    let plural = count.article && scan.is(next - 1, PLURALS);
    let child_of = plural
        || count.article
            && matches!(who, Who::Child | Who::OneChild)
            && scan.is(at.wrapping_sub(1), &["like", "as", "such"]);
    if few || some_days || child_of {
        return None;
    }
    let value = match who {
        Who::Couple => count.value * 2,
        Who::Twins => 2,
        Who::Companion => count.value + u32::from(with_them(scan, at) || and_me(scan, next)),
        Who::Person => count.value + u32::from(other.is_some() && scan.phrase_before(at, &["with", "and"]).is_some()),
        _ => count.value,
    };
    let who = match who {
        Who::Companion if !(with_them(scan, at) || count.value > 1) => return None,
        Who::Companion => Who::Person,
        Who::Couple => Who::Adult,
        Who::Family => return None,
        who => who,
    };
    head(who, value, at, next)
}

/// "With two friends", "me and my two sisters".
fn with_them(scan: &Scan, at: usize) -> bool {
    let mine = at.checked_sub(1).filter(|&before| scan.is(before, words::MY)).unwrap_or(at);
    scan.phrase_before(mine, WITH).is_some()
}

/// "My three girlfriends and I".
fn and_me(scan: &Scan, at: usize) -> bool {
    let next = scan.phrase(at, &["and", "&", "und", "et", "y", "e", "en", "+"]);
    next.is_some_and(|next| scan.is(next, words::SELF) && !scan.is(next, words::MY))
}

/// "Ted and I", "me and Tom", "Hannes and myself": somebody who is only named, and the writer.
fn name_and_me(scan: &Scan, at: usize) -> Option<Head> {
    let joined = |at: usize| scan.phrase(at, &["and", "&", "n", "und", "et", "y", "e", "en", "+"]);
    let me = |at: usize| scan.is(at, words::SELF) && scan.norm(at) != "mi";
    let begins = !scan
        .get(at.wrapping_sub(1))
        .is_some_and(|token| scan.is_word(at.wrapping_sub(1)) && token.case != Case::Lower);
    if begins && ages::is_someone(scan, at) {
        let writer = joined(at + 1).filter(|&at| me(at))?;
        return head(Who::Adult, 2, at, writer + 1);
    }
    let named = joined(at + 1).filter(|&named| me(at) && ages::is_someone(scan, named))?;
    let more = scan.phrase(named + 1, &["("]).is_some_and(|from| scan.is_number(from));
    (!more).then(|| head(Who::Adult, 2, at, named + 1)).flatten()
}

/// "Grown-ups" and "little ones", nouns of two words.
fn little_ones(scan: &Scan, at: usize) -> Option<(Who, usize)> {
    let grown = scan.phrase(at, &["grown ups", "grown up", "grote mensen", "personas adultas", "persone adulte"]);
    let grown = grown.map(|next| (Who::Adult, next));
    grown.or_else(|| {
        scan.phrase(at, &["little ones", "small people", "little people", "wee ones"]).map(|next| (Who::Child, next))
    })
}

/// "2 adults + infant": one child without a number, after the adults.
fn with_infant(scan: &Scan, at: usize) -> Option<Head> {
    let joined = scan.is(at.wrapping_sub(1), &["+", "and", "&", "plus", "und", "et", "y", "e", "en"]);
    let adults = matches!(words::who(scan.before(at, 2)), Some(Who::Adult | Who::Child));
    let one = scan.is(at, &["infant", "baby", "toddler", "bebe", "kleinkind", "peuter", "neonato"]);
    (joined && adults && one).then(|| head(Who::OneChild, 1, at, at + 1)).flatten()
}

/// "our twins", "twins of 4", "twin boys".
fn twins(scan: &Scan, at: usize) -> Option<Head> {
    let after = scan
        .phrase(at, &["twin"])
        .filter(|next| matches!(words::who(scan.norm(*next)), Some(Who::Child | Who::OneChild)));
    if let Some(noun) = after {
        return head(Who::Twins, 2, at, noun + 1);
    }
    let named = matches!(words::who(scan.norm(at)), Some(Who::Twins));
    let told = ages::after_twins(scan, at + 1).is_some() || scan.is(at.wrapping_sub(1), words::MY);
    (named && told && !scan.is_number(at.wrapping_sub(1))).then(|| head(Who::Twins, 2, at, at + 1)).flatten()
}

/// "our daughter of 17 and son aged 12": one more child, without a number or an article but with an age.
fn another_child(scan: &Scan, at: usize) -> Option<Head> {
    let joined = scan.is(at.wrapping_sub(1), &["+", "and", "&", "plus", "und", "et", "y", "e", "en", ","]);
    let one = matches!(words::who(scan.norm(at)), Some(Who::OneChild)) && !scan.norm(at).ends_with('s');
    (joined && one && ages::after_children(scan, at + 1, 1).is_some())
        .then(|| head(Who::OneChild, 1, at, at + 1))
        .flatten()
}

/// "Adults: 2", "Number of guests = 4".
fn labelled(scan: &Scan, at: usize) -> Option<Head> {
    let who = words::who(scan.norm(at))?;
    // "Ages of children: 10" tells an age.
    if scan
        .phrase_before(
            at,
            &[
                "ages of",
                "age of",
                "ages of the",
                "alter der",
                "age des",
                "edad de los",
                "edades de los",
                "idade dos",
                "idades dos",
                "idades das",
                "leeftijd",
                "eta dei",
                "ages des",
            ],
        )
        .is_some()
    {
        return None;
    }
    let from = scan.phrase(at + 1, &[":", "=", "( 18 + ) :", "s ) :"])?;
    let count = count_at(scan, from).filter(|count| scan.is_number(from) || !count.article)?;
    let ends = !scan.is_word(count.next)
        || scan.get(count.next).is_some_and(|token| token.case != Case::Lower)
        || scan.is(count.next, &["and", "und", "et", "y"]);
    let ages = matches!(who, Who::Child | Who::OneChild)
        && scan.is(count.next, &[",", "and", "&", "und", "et", "y", "e", "en"])
        && scan.is_number(count.next + 1)
        && (!words::counts_something(scan, count.next + 2) || ages::after_children(scan, at + 1, 0).is_some());
    (ends && !ages && matches!(who, Who::Adult | Who::Child | Who::OneChild | Who::Person)).then_some(())?;
    head(who, count.value, at, count.next)
}

/// "2+2", "2A2C", "2A + 2C", "2ad 1ch".
fn code(scan: &Scan, at: usize) -> Option<Head> {
    let first = count_at(scan, at).filter(|count| scan.is_number(at) && count.value <= 20)?;
    let clean = !scan.glued(at) || scan.is(at.wrapping_sub(1), &["(", ":", ","]);
    let letter = scan.norm(first.next);
    if clean
        && letter == "+"
        && scan.is_number(first.next + 1)
        && scan.norm(first.next + 1).len() == 1
        && !words::counts_something(scan, first.next + 2)
    {
        return head(Who::Adult, first.value, at, first.next);
    }
    if scan.is(at.wrapping_sub(1), &["+"])
        && scan.is_number(at.wrapping_sub(2))
        && scan.norm(at).len() == 1
        && !words::counts_something(scan, first.next)
        && letter != "+"
    {
        let whole = scan.is_number(at.wrapping_sub(2))
            && scan.norm(at.wrapping_sub(2)).len() <= 2
            && !scan.is(at.wrapping_sub(3), &["+", "."]);
        return whole.then(|| head(Who::Child, first.value, at, first.next)).flatten();
    }
    let glued = scan.glued(first.next);
    match letter {
        "a" | "ad"
            if glued && (scan.is_number(first.next + 1) || scan.is(first.next + 1, &["+", "/", ",", "&", "and"])) =>
        {
            head(Who::Adult, first.value, at, first.next + 1)
        }
        "c" | "k" | "ch" if glued && after_adults(scan, at) => head(Who::Child, first.value, at, first.next + 1),
        _ => None,
    }
}

/// Whether a code for adults stands before: "2A2C", "2A + 2C". A comma alone may stand before money ("…, 5k in total").
fn after_adults(scan: &Scan, at: usize) -> bool {
    let adults = ["a", "ad"];
    scan.is(at.wrapping_sub(1), &adults)
        || scan.is(at.wrapping_sub(1), &["+", "/", ",", "&", "and"])
            && (scan.is(at.wrapping_sub(2), &adults)
                || scan.norm(at.wrapping_sub(1)) == "+" && scan.is_number(at.wrapping_sub(2)))
}

/// "no children", "ohne Kinder", "sans enfants".
fn no_children(scan: &Scan, at: usize) -> Option<Head> {
    let next = scan.phrase(
        at,
        &["no", "without", "without any", "keine", "ohne", "sans", "sin", "sem", "zonder", "geen", "senza", "0"],
    )?;
    (matches!(words::who(scan.norm(next)), Some(Who::Child))
        && !scan.is(next + 1, &["under", "below", "club", "clubs", "menu"]))
    .then_some(())?;
    head(Who::Child, 0, at, next + 1)
}

/// "four of us", "the two of us", "both of us", "we are 4", "wir sind zu dritt", "somos cuatro", "on est 5".
fn of_us(scan: &Scan, at: usize) -> Option<Head> {
    if let Some(next) = scan.phrase(at, BOTH).filter(|next| noun_after(scan, *next).is_none()) {
        return head(Who::Person, 2, at, next);
    }
    for (word, value) in [
        ("zu dritt", 3),
        ("zu viert", 4),
        ("zu funft", 5),
        ("zu sechst", 6),
        ("met z'n drieen", 3),
        ("met zijn drieen", 3),
        ("met z'n vieren", 4),
        ("met zijn vieren", 4),
        ("met zijn vijven", 5),
        ("met z'n vijven", 5),
        ("met zijn zessen", 6),
        ("met z'n zessen", 6),
        ("zu siebt", 7),
        ("wij drieen", 3),
        ("we drieen", 3),
        ("ons drie", 3),
        ("ons vier", 4),
        ("viajamos los tres", 3),
        ("viajamos los cuatro", 4),
    ] {
        if let Some(next) = scan.phrase(at, &[word]) {
            return head(Who::Person, value, at, next);
        }
    }
    let we = scan.phrase(at, WE_ARE);
    let from =
        we.map_or(at, |next| scan.phrase(next, &["a total of", "in total", "insgesamt", "actually"]).unwrap_or(next));
    let count = count_at(scan, from).filter(|count| !count.article && (1..=60).contains(&count.value))?;
    if let Some(next) = scan.phrase(count.next, OF_US) {
        return head(Who::Person, count.value, at, next);
    }
    let ends = !scan.is_word(count.next) || scan.is(count.next, GOES_ON);
    let dated = scan.is(count.next, &["-", "/", ".", ":"]) && scan.glued(count.next + 1);
    (we.is_some() && ends && !dated && !words::counts_something(scan, count.next)).then_some(())?;
    head(Who::Person, count.value, at, count.next)
}

/// "group of 12", "party of 5", "family of four", "famille de quatre", "vierköpfige Familie", "4-köpfige Familie".
fn group(scan: &Scan, at: usize) -> Option<Head> {
    let of = ["of", "of about", "of around", "von", "de", "van", "di", "mit", "aus", "com", "met", "with"];
    let group = ["group", "party", "gruppe", "groupe", "grupo", "groep", "gruppo", "team"];
    let from = scan.phrase(at, &["a"]).unwrap_or(at);
    if scan.is(from, &group) {
        let count = count_at(scan, scan.phrase(from + 1, &of)?).filter(|count| !count.article)?;
        let next =
            noun_after(scan, count.next).filter(|(who, _)| *who == Who::Person).map_or(count.next, |(_, next)| next);
        let specific = noun_after(scan, count.next).is_some_and(|(who, _)| who != Who::Person);
        return if specific { None } else { head(Who::Person, count.value, at, next) };
    }
    if matches!(words::who(scan.norm(from)), Some(Who::Family)) && scan.norm(from) != "families" {
        let count = count_at(scan, scan.phrase(from + 1, &of)?).filter(|count| !count.article)?;
        let plain = noun_after(scan, count.next).is_none_or(|(who, _)| who == Who::Person)
            && !scan.is(from + 1, &["with", "mit", "com", "met"]);
        return plain.then(|| head(Who::Family, count.value, at, count.next)).flatten();
    }
    const HEADED: &[(&str, u32)] = &[("dreikopfige", 3), ("vierkopfige", 4), ("funfkopfige", 5), ("sechskopfige", 6)];
    if let Some((_, value)) = HEADED.iter().find(|(word, _)| scan.norm(at).starts_with(word)) {
        return head(Who::Family, *value, at, at + 2);
    }
    let count = count_at(scan, at)?;
    let next = scan.phrase(count.next, &["kopfige familie", "kopfigen familie", "person family"])?;
    head(Who::Family, count.value, at, next)
}

/// A traveller that an article counts: "hotel for one person".
const ONE_PERSON: &[&str] = &["una persona", "une personne", "uma pessoa", "eine person", "een persoon"];

#[rustfmt::skip]
const SOLO: &[&str] = &[
    "solo traveller", "solo traveler", "solo trip", "solo travel", "travelling solo", "traveling solo",
    "travelling alone", "traveling alone", "travel alone", "by myself", "on my own", "just me", "just myself",
    "only me", "solo", "single traveller", "single traveler", "single person", "allein", "alleine", "allein reisend",
    "voyage seul", "voyage seule", "je voyage seul", "je voyage seule", "viajo solo", "viajo sola", "viajo sozinho",
    "viajo sozinha", "sozinho", "sozinha", "ik reis alleen", "viaggio da solo", "viaggio da sola", "da sola",
    "da solo", "for one", "alone", "ek reis alleen", "for myself", "je pars seul", "je pars seule", "it 's me plus", "it's me plus", "its me plus",
    "in mijn eentje", "in m'n eentje", "toute seule", "tout seul", "voyage en solo", "en solitario", "in solitaria", "wil alleen", "graag eens alleen", "alleen op reis", "alleen reizen", "alleen op uit",
    "helemaal alleen", "heeltemal alleen", "room for me", "single room for me", "voy solo", "voy sola", "vou sozinho", "vou sozinha", "reise allein", "ik ga alleen",
];

#[rustfmt::skip]
const HONEYMOON: &[&str] = &[
    "honeymoon", "honeymooners", "flitterwochen", "hochzeitsreise", "lune de miel", "voyage de noces", "luna de miel",
    "viaje de novios", "lua de mel", "huwelijksreis", "luna di miele", "viaggio di nozze", "wittebrood", "newlyweds",
    "wittebroodsreis",
];

#[rustfmt::skip]
const PAIR: &[&str] = &[
    "young couple", "married couple", "casal +", "casal e", "couple +", "couple plus", "couple and", "ehepaar +", "ehepaar und", "paar +",
    "couple ,", "p / casal", "para casal", "para um casal", "matrimonio +", "matrimonio con", "matrimonio y", "echtpaar", "ein ehepaar", "koppel +", "pareja +", "coppia +", "coppia e", "couple et", "koppel en", "stel +", "retired couple", "as a couple", "couple looking",
    "couple in our", "couple in their", "couple from", "couple with", "couple avec", "coppia con",
    "pareja con", "casal com", "paar mit", "ehepaar mit", "koppel met", "stel met", "paartjie met", "un couple",
    "en couple", "una pareja", "en pareja", "um casal", "em casal", "een koppel", "een stel", "una coppia",
    "als paar", "we are a couple", "newly married", "mr and mrs", "mr & mrs", "mr . and mrs .", "dr and mrs",
    "herr und frau", "m et mme", "sr y sra", "meneer en mevrouw", "mnr en mev",
];

/// One adult who travels with children.
#[rustfmt::skip]
const SINGLE_PARENT: &[&str] = &[
    "single mum", "single mom", "single mother", "single dad", "single father", "single parent", "solo mum",
    "solo mom", "solo dad", "alleinerziehend", "alleinerziehende", "alleinerziehende mutter", "alleinerziehender vater",
    "maman solo", "papa solo", "mere celibataire", "pere celibataire", "madre soltera", "padre soltero", "mae solteira",
    "pai solteiro", "alleenstaande moeder", "alleenstaande vader", "mamma single", "papa single", "enkelma",
];

/// Words that say the whole party: "solo", "honeymoon", "as a couple".
fn phrase(scan: &Scan, at: usize) -> Option<Head> {
    if let Some(next) = scan.phrase(at, PAIR) {
        return (!scan.is(next, &["of"])).then(|| head(Who::Adult, 2, at, next)).flatten();
    }
    if let Some(next) = scan.phrase(at, SINGLE_PARENT) {
        return head(Who::Adult, 1, at, next);
    }
    if let Some(next) = scan.phrase(at, HONEYMOON) {
        let head = head(Who::Adult, 2, at, next)?;
        return Some(Head { origin: Origin::Inferred, ..head });
    }
    let next = scan.phrase(at, SOLO)?;
    let one = scan.phrase(at, &["for one"]) == Some(next)
        && (scan.is_word(next) && !scan.is(next, &["from", "on", "to", "please", "leaving", "departing"])
            || scan.is_number(next));
    let other = scan
        .is(next, &["time", "parent", "supplement", "room", "in", "dime", "terms", "steam", "miles", "account"])
        || beside(scan, next).is_some()
        || scan.norm(at) == "alone" && scan.is(at.wrapping_sub(1), &["leave", "let"]);
    // "Just me and my wife": the list of them is read further on.
    let company = scan
        .phrase(next, &["and", "n", "&", "+", ",", "plus", "with", "und", "et", "y", "e", "en"])
        .is_some_and(|with| {
            let noun = if scan.is(with, words::MY) { with + 1 } else { with };
            is_grown_relative(scan.norm(noun))
        });
    if one || other || company {
        return None;
    }
    head(Who::Person, 1, at, next)
}

/// "trip for two", "für zwei", "it's for 3".
fn for_some(scan: &Scan, at: usize) -> Option<Head> {
    let from = scan.phrase(at, &["for", "fur", "pour", "para", "voor", "per", "vir"])?;
    let from = scan.phrase(from, &["us", "the", "uns"]).unwrap_or(from);
    let count = count_at(scan, from).filter(|count| !count.article && (1..=30).contains(&count.value))?;
    let written = !scan.is_number(from);
    let ends = scan.get(count.next).is_none_or(|token| token.kind == Kind::Break)
        || scan.is(count.next, &[".", ",", "!", "?", ")", ";", "-"])
            && !(scan.glued(count.next + 1) && scan.is_number(count.next + 1));
    let digits_end = ends && !scan.is(count.next, &["-"]);
    (digits_end
        || written && (ends || scan.is(count.next, AFTER))
        || !written
            && (scan.is(
                count.next,
                &["please", "from", "leaving", "departing", "to", "and", "next", "in", "this", "around", "over"],
            ) || scan.is(count.next, AFTER)
                && scan.is(
                    at.wrapping_sub(1),
                    &["tickets", "seats", "ticket", "flights", "flight", "booking", "reservation"],
                )))
    .then_some(())?;
    head(Who::Person, count.value, at, count.next)
}
