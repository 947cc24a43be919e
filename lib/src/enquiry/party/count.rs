//! Heads: adults, children and people as a mail counts them.
//!
//! Invariant: what is counted twice in a mail ("5 of us: 3 adults, 2 kids") is counted once here.

use super::{
    super::{Evidence, Fields, Origin, numbers::count_at, scan::{Case, Scan}},
    Read, ages,
    words::{self, ADULT_RELATIVES, AND, MY, PARENTS, SELF, WITH, Who, noun_after},
};

/// One count in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Head {
    who: Who,
    value: u32,
    first: usize,
    next: usize,
    /// Inside brackets or after a colon: tells more of what was counted before.
    detail: bool,
    origin: Origin,
}

/// Everything counted, and the ages.
#[derive(Debug, Default)]
struct Tally {
    heads: Vec<Head>,
    ages: Vec<ages::Ages>,
}

pub(super) fn read(scan: &Scan, fields: &mut Fields) {
    let tally = tally(scan);
    let children = children(&tally);
    let adults = adults(scan, &tally, children.as_ref());
    let (family_adults, family_children) = family(&tally, children.as_ref());
    let child_ages = child_ages(&tally);
    let with = |read: Read<u32>, origin: Origin| {
        let confidence = if origin == Origin::Stated { 96 } else { 75 };
        read.evidence(scan, origin, confidence)
    };
    if fields.adults.is_none() {
        fields.adults = adults.map(|(read, origin)| with(read, origin)).or_else(|| family_adults.map(|read| with(read, Origin::Inferred)));
    }
    if fields.children.is_none() {
        let counted = children.map(|read| with(read, Origin::Stated)).or_else(|| family_children.map(|read| with(read, Origin::Inferred)));
        fields.children = counted.or_else(|| children_by_age(scan, &child_ages));
    }
    if fields.child_ages.is_none() {
        fields.child_ages = child_ages.map(|read| read.evidence(scan, Origin::Stated, 95));
    }
}

fn children_by_age(scan: &Scan, ages: &Option<Read<Vec<u8>>>) -> Option<Evidence<u32>> {
    let ages = ages.as_ref()?;
    let value = u32::try_from(ages.value.len()).ok()?;
    Some(Read { value, first: ages.first, last: ages.last }.evidence(scan, Origin::Stated, 90))
}

/// Goes once through the text.
fn tally(scan: &Scan) -> Tally {
    let mut tally = Tally::default();
    let (mut at, mut depth) = (0, 0_i32);
    while at < scan.len() {
        match scan.norm(at) {
            "(" | "[" => depth += 1,
            ")" | "]" => depth = (depth - 1).max(0),
            _ => {}
        }
        let opener = scan.is(at.wrapping_sub(1), &[":"]);
        let found = head_at(scan, at).map(|head| Head { detail: head.detail || depth > 0 || opener, ..head });
        let Some(head) = found.filter(|head| !past_or_other(scan, head)) else {
            at = lone_ages(scan, at, &mut tally);
            continue;
        };
        let mut next = head.next;
        if matches!(head.who, Who::Child | Who::OneChild | Who::Twins)
            && let Some(found) = ages::after_children(scan, head.next, if head.who == Who::Twins { 2 } else { head.value }).or_else(|| ages::named(scan, head.next))
        {
            next = found.next;
            let grown = found.ages.iter().all(|age| *age > 17);
            let twice = head.who == Who::Twins && found.ages.len() == 1;
            let ages = if twice { vec![found.ages[0]; 2] } else { found.ages };
            if !grown {
                tally.ages.push(ages::Ages { ages, ..found });
            }
        }
        tally.heads.push(head);
        at = next.max(at + 1);
    }
    tally
}

/// Ages with no noun before them; one past what was read.
fn lone_ages(scan: &Scan, at: usize, tally: &mut Tally) -> usize {
    let me = scan.is(at.wrapping_sub(1), &["am", "m", "i"]) || scan.is(at.wrapping_sub(2), &["i", "wife", "husband", "am"]);
    let children = tally.heads.iter().any(|head| matches!(head.who, Who::Child | Who::OneChild | Who::Twins));
    let years = |found: &ages::Ages| children || !scan.is(found.next - 1, &["ans", "anos", "anni", "jaar", "jahre", "jahren", "jare"]);
    match ages::at(scan, at).filter(|found| !me && years(found)) {
        Some(mut found) => {
            if matches!(words::who(scan.norm(found.next)), Some(Who::Twins)) && found.ages.len() == 1 {
                found.ages = vec![found.ages[0]; 2];
            }
            let next = found.next.max(at + 1);
            let noun = words::who(scan.norm(found.next));
            if matches!(noun, Some(Who::Adult | Who::Couple | Who::Person)) {
                return at + 1;
            }
            tally.ages.push(found);
            next
        }
        None => bare_children(scan, at, tally),
    }
}

/// "Kids 6 and 8", "children aged 4", "Kinder (3, 5)": ages after children nobody counted.
fn bare_children(scan: &Scan, at: usize, tally: &mut Tally) -> usize {
    let children = matches!(words::who(scan.norm(at)), Some(Who::Child | Who::OneChild)) && !scan.is(at.wrapping_sub(1), &["no", "keine", "sans"]);
    match ages::after_children(scan, at + 1, 0).or_else(|| ages::named(scan, at + 1)).filter(|_| children) {
        Some(found) => {
            let next = found.next;
            tally.ages.push(found);
            next.max(at + 1)
        }
        None => at + 1,
    }
}

/// Counts that are no party: other people's, past trips, prices per head, facilities for children.
fn past_or_other(scan: &Scan, head: &Head) -> bool {
    let before = |phrases: &[&str]| scan.phrase_before(head.first, phrases).is_some();
    let facility = scan.is(head.next, &["club", "clubs", "friendly", "menu", "pool", "free", "playground", "activities", "policy", "bed", "rate", "rates", "price", "care", "seat", "seats", "discount", "minded", "proof"])
        || scan.norm(head.next) == "-" && scan.is(head.next + 1, &["friendly", "free", "only"])
        || scan.norm(head.next) == "'" && !scan.is(head.next + 1, &["m"]) && scan.is(head.next + 1, &["s"]) && !matches!(head.who, Who::Person);
    let per = before(&["per", "each", "up to", "maximum", "max", "pro", "par", "por", "sleeps", "age", "/", "minimum of", "under"]) && !before(&["for up to"]);
    let price = matches!(head.who, Who::Person) && scan.is(head.first, &["a", "one"]) && before(&["$", "€"]);
    facility || per || price
}

fn head_at(scan: &Scan, at: usize) -> Option<Head> {
    code(scan, at)
        .or_else(|| labelled(scan, at))
        .or_else(|| no_children(scan, at))
        .or_else(|| of_us(scan, at))
        .or_else(|| group(scan, at))
        .or_else(|| counted(scan, at))
        .or_else(|| relatives(scan, at))
        .or_else(|| phrase(scan, at))
        .or_else(|| for_some(scan, at))
}

fn head(who: Who, value: u32, first: usize, next: usize) -> Option<Head> {
    (value <= 200).then_some(Head { who, value, first, next, detail: false, origin: Origin::Stated })
}

/// "2 adults", "three kids", "a couple", "2 grown-ups", "a 4-year-old".
fn counted(scan: &Scan, at: usize) -> Option<Head> {
    let glued_decimal = scan.glued(at) && scan.is(at.wrapping_sub(1), &[".", ",", ":", "/", "$", "€", "£"]) && scan.is_number(at);
    if glued_decimal {
        return None;
    }
    let count = count_at(scan, at)?;
    let other = scan.phrase(count.next, &["other", "more", "further", "andere", "weitere", "autres", "otras", "outras"]);
    let hyphen = scan.phrase(count.next, &["-"]).filter(|next| scan.glued(*next));
    let from = other.or(hyphen).unwrap_or(count.next);
    let (who, next) = noun_after(scan, from).or_else(|| scan.phrase(from, &["grown ups", "grown up"]).map(|next| (Who::Adult, next)))?;
    let few = count.article && !matches!(who, Who::Couple | Who::Child | Who::OneChild | Who::Twins | Who::Companion) && !scan.is(count.next, &["single"]);
    let some_days = who == Who::Couple && (scan.is(next, &["of", "more", "days", "weeks", "nights", "tage", "wochen", "nachte"]) || scan.norm(next - 1) == "paar" && scan.get(next - 1)?.case == Case::Lower);
    let plural = count.article && scan.is(next - 1, &["girls", "boys", "kids", "children", "sons", "daughters", "toddlers", "babies", "infants", "teens", "teenagers", "ladies", "men", "women"]);
    let child_of = plural || count.article && matches!(who, Who::Child | Who::OneChild) && scan.is(at.wrapping_sub(1), &["like", "as", "such"]);
    if few || some_days || child_of || hyphen.is_some() && matches!(who, Who::Adult) && false {
        return None;
    }
    let value = match who {
        Who::Couple => count.value * 2,
        Who::Twins => 2,
        Who::Companion => count.value + u32::from(scan.phrase_before(at, WITH).is_some()),
        Who::Person => count.value + u32::from(other.is_some() && scan.phrase_before(at, &["with", "and"]).is_some()),
        _ => count.value,
    };
    let who = match who {
        Who::Companion if !(scan.phrase_before(at, WITH).is_some() || count.value > 1) => return None,
        Who::Companion => Who::Person,
        Who::Couple => Who::Adult,
        Who::Family => return None,
        who => who,
    };
    head(who, value, at, next)
}

/// "Adults: 2", "Number of guests = 4".
fn labelled(scan: &Scan, at: usize) -> Option<Head> {
    let who = words::who(scan.norm(at))?;
    let from = scan.phrase(at + 1, &[":", "=", "( 18 + ) :", "s ) :"])?;
    let count = count_at(scan, from).filter(|count| scan.is_number(from) || !count.article)?;
    let ends = !scan.is_word(count.next) || scan.get(count.next).is_some_and(|token| token.case != Case::Lower) || scan.is(count.next, &["and", "und", "et", "y"]);
    (ends && matches!(who, Who::Adult | Who::Child | Who::OneChild | Who::Person)).then_some(())?;
    head(who, count.value, at, count.next)
}

/// "2+2", "2A2C", "2A + 2C", "2ad 1ch".
fn code(scan: &Scan, at: usize) -> Option<Head> {
    let first = count_at(scan, at).filter(|count| scan.is_number(at) && count.value <= 20)?;
    let clean = !scan.glued(at) || scan.is(at.wrapping_sub(1), &["(", ":", ","]);
    let letter = scan.norm(first.next);
    if clean && letter == "+" && scan.is_number(first.next + 1) && scan.norm(first.next + 1).len() == 1 && !words::counts_something(scan, first.next + 2) {
        return head(Who::Adult, first.value, at, first.next);
    }
    if scan.is(at.wrapping_sub(1), &["+"]) && scan.is_number(at.wrapping_sub(2)) && scan.norm(at).len() == 1 && !words::counts_something(scan, first.next) && letter != "+" {
        let whole = scan.is_number(at.wrapping_sub(2)) && scan.norm(at.wrapping_sub(2)).len() <= 2 && !scan.is(at.wrapping_sub(3), &["+", "."]);
        return whole.then(|| head(Who::Child, first.value, at, first.next)).flatten();
    }
    let glued = scan.glued(first.next);
    match letter {
        "a" | "ad" if glued && (scan.is_number(first.next + 1) || scan.is(first.next + 1, &["+", "/", ",", "&", "and"])) => head(Who::Adult, first.value, at, first.next + 1),
        "c" | "k" | "ch" if glued && scan.is(at.wrapping_sub(1), &["a", "ad", "+", "/", ",", "&", "and"]) => head(Who::Child, first.value, at, first.next + 1),
        _ => None,
    }
}

/// "no children", "ohne Kinder", "sans enfants".
fn no_children(scan: &Scan, at: usize) -> Option<Head> {
    let next = scan.phrase(at, &["no", "without", "without any", "keine", "ohne", "sans", "sin", "sem", "zonder", "geen", "senza", "0"])?;
    (matches!(words::who(scan.norm(next)), Some(Who::Child)) && !scan.is(next + 1, &["under", "below", "club", "clubs", "menu"])).then_some(())?;
    head(Who::Child, 0, at, next + 1)
}

/// "four of us", "the two of us", "both of us", "we are 4", "wir sind zu dritt", "somos cuatro", "on est 5".
fn of_us(scan: &Scan, at: usize) -> Option<Head> {
    if let Some(next) = scan.phrase(at, &["both of us", "us two", "wir beide", "wir zwei", "nous deux", "nosotros dos", "nos dois", "wij beiden", "wij twee", "ons twee", "noi due", "zu zweit", "met z'n tweeen", "met zijn tweeen", "a deux", "met ons tweeen", "for us both", "in due"]) {
        return head(Who::Person, 2, at, next);
    }
    for (word, value) in [("zu dritt", 3), ("zu viert", 4), ("zu funft", 5), ("zu sechst", 6), ("met z'n drieen", 3), ("met zijn drieen", 3), ("met z'n vieren", 4), ("met zijn vieren", 4), ("met zijn vijven", 5), ("met z'n vijven", 5)] {
        if let Some(next) = scan.phrase(at, &[word]) {
            return head(Who::Person, value, at, next);
        }
    }
    let we = scan.phrase(at, &["we are", "we're", "we ' re", "there are", "there will be", "there'll be", "we will be", "we'll be", "wir sind", "nous sommes", "nous serons", "on est", "on sera", "somos", "seremos", "seriamos", "we zijn met", "wij zijn met", "wij zijn", "we zijn", "siamo in", "siamo", "saremo in", "ons is", "ons gaan", "we would be"]);
    let from = we.map_or(at, |next| scan.phrase(next, &["a total of", "in total", "insgesamt", "actually"]).unwrap_or(next));
    let count = count_at(scan, from).filter(|count| !count.article && (1..=60).contains(&count.value))?;
    if let Some(next) = scan.phrase(count.next, &["of us", "of them", "in total", "altogether", "in all", "in the group", "in our group", "in our party", "in my group", "in my party", "in the party", "van ons", "von uns", "de nosotros", "d'entre nous", "de nous"]) {
        return head(Who::Person, count.value, at, next);
    }
    let ends = !scan.is_word(count.next) || scan.is(count.next, &["and", "in", "for", "und", "et", "y", "e", "en", "looking", "from", "travelling", "traveling", "going", "flying"]);
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
        let next = noun_after(scan, count.next).filter(|(who, _)| *who == Who::Person).map_or(count.next, |(_, next)| next);
        let specific = noun_after(scan, count.next).is_some_and(|(who, _)| who != Who::Person);
        return if specific { None } else { head(Who::Person, count.value, at, next) };
    }
    if matches!(words::who(scan.norm(from)), Some(Who::Family)) && scan.norm(from) != "families" {
        let count = count_at(scan, scan.phrase(from + 1, &of)?).filter(|count| !count.article)?;
        let plain = noun_after(scan, count.next).is_none_or(|(who, _)| who == Who::Person) && !scan.is(from + 1, &["with", "mit", "com", "met"]);
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

fn listed(words: &str, word: &str) -> bool {
    word.len() > 1 && words.split_ascii_whitespace().any(|known| known == word)
}

/// "my wife and I", "me and my girlfriend", "with my parents", "my husband, my mother and I", "our son and daughter".
fn relatives(scan: &Scan, start: usize) -> Option<Head> {
    let (mut at, mut adults, mut end, mut me, mut children) = (start, 0, start, false, 0);
    loop {
        let noun = if scan.is(at, MY) { at + 1 } else { at };
        let noun = scan.phrase(noun, &["lovely", "dear", "elderly", "old", "good", "best", "beautiful", "young", "little", "youngest", "oldest", "eldest", "adult", "two year old"]).unwrap_or(noun);
        let word = scan.norm(noun);
        if scan.is(at, SELF) && (at == start || adults > 0) && (word != "mi" || adults > 0) {
            (me, at) = (true, at + 1);
        } else if listed(PARENTS, word) && noun > at {
            (adults, at) = (adults + 2, noun + 1);
        } else if listed(ADULT_RELATIVES, word) && (noun > at || adults > 0) {
            (adults, at) = (adults + 1, noun + 1);
        } else if matches!(words::who(word), Some(Who::OneChild)) && (noun > at && scan.is(at, MY) && scan.norm(at) != "the" || children > 0) && !word.ends_with("ers") && adults == 0 && !me {
            (children, at) = (children + 1, noun + 1);
            end = at;
            break;
        } else {
            break;
        }
        end = at;
        if at > start + 1 && scan.get(at).is_some_and(|token| token.case == Case::Capital && token.norm.len() > 1) && scan.phrase(at + 1, AND).is_some() {
            at += 1;
        }
        if scan.norm(at) == "(" {
            at = (at..at + 10).find(|&at| scan.norm(at) == ")").map_or(at, |close| close + 1);
        }
        match scan.phrase(at, &[", and", "and", "&", "+", "und", "et", "y", "e", "en", ",", "plus", "with", "mit", "as well as"]) {
            Some(next) => at = next,
            None => break,
        }
    }
    let possessive = scan.norm(end) == "'" && scan.is(end + 1, &["s"]) || scan.is(end, &["'s"]);
    if children > 0 {
        let told = ages::after_children(scan, end, 1).is_some();
        let elsewhere = !told && scan.is(end, &["is", "was", "lives", "works", "gets", "has", "got", "just", "studies", "turns", "getting", "who", "will", "recommended", "said", "told", "and her", "and his"]);
        if elsewhere {
            return None;
        }
        let plural = scan.norm(end - 1).ends_with('s') && !scan.is(end - 1, &["fils"]);
        return (!possessive && !plural).then(|| head(Who::OneChild, children, start, end)).flatten();
    }
    let with = scan.phrase_before(start, &["with", "mit", "avec", "con", "com", "met", "bringing", "for me and", "fur mich und", "saam met", "and", "for"]).is_some();
    let joined = scan.phrase_before(start, &["with", "mit", "avec", "con", "com", "met", "bringing", "saam met"]).is_some();
    let _ = with;
    (adults > 0 && (me || joined) && !possessive).then_some(())?;
    head(Who::Adult, adults + 1, start, end)
}

const SOLO: &[&str] = &[
    "solo traveller", "solo traveler", "solo trip", "solo travel", "travelling solo", "traveling solo", "travelling alone", "traveling alone", "travel alone", "by myself", "on my own", "just me", "just myself",
    "only me", "solo", "single traveller", "single traveler", "single person", "allein", "alleine", "allein reisend", "voyage seul", "voyage seule", "je voyage seul", "je voyage seule", "viajo solo", "viajo sola", "viajo sozinho",
    "viajo sozinha", "sozinho", "sozinha", "ik reis alleen", "viaggio da solo", "viaggio da sola", "da sola", "da solo", "for one", "alone", "ek reis alleen", "for myself",
];
const HONEYMOON: &[&str] = &[
    "honeymoon", "honeymooners", "flitterwochen", "hochzeitsreise", "lune de miel", "voyage de noces", "luna de miel", "viaje de novios", "lua de mel", "huwelijksreis", "luna di miele", "viaggio di nozze", "wittebrood",
    "newlyweds", "wittebroodsreis",
];
const PAIR: &[&str] = &[
    "young couple", "married couple", "retired couple", "as a couple", "couple looking", "couple from", "un couple", "en couple", "una pareja", "en pareja", "um casal", "em casal", "een koppel", "een stel", "una coppia", "als paar", "we are a couple", "newly married", "mr and mrs", "mr & mrs", "mr . and mrs .", "dr and mrs", "herr und frau", "m et mme", "sr y sra", "meneer en mevrouw", "mnr en mev",
];

/// Words that say the whole party: "solo", "honeymoon", "as a couple".
fn phrase(scan: &Scan, at: usize) -> Option<Head> {
    if let Some(next) = scan.phrase(at, PAIR) {
        return (!scan.is(next, &["of"])).then(|| head(Who::Adult, 2, at, next)).flatten();
    }
    if let Some(next) = scan.phrase(at, HONEYMOON) {
        let head = head(Who::Adult, 2, at, next)?;
        return Some(Head { origin: Origin::Inferred, ..head });
    }
    let next = scan.phrase(at, SOLO)?;
    let one = scan.is(at, &["for"]) && (scan.is_word(next) && !scan.is(next, &["from", "on", "to", "please", "leaving", "departing"]) || scan.is_number(next));
    (!one && !scan.is(next, &["time", "parent", "supplement", "room", "in"]) && !(scan.norm(at) == "alone" && scan.is(at.wrapping_sub(1), &["leave", "let"]))).then_some(())?;
    head(Who::Person, 1, at, next)
}

/// "trip for two", "für zwei", "it's for 3".
fn for_some(scan: &Scan, at: usize) -> Option<Head> {
    let from = scan.phrase(at, &["for", "fur", "pour", "para", "voor", "per", "vir"])?;
    let from = scan.phrase(from, &["us", "the", "uns"]).unwrap_or(from);
    let count = count_at(scan, from).filter(|count| !count.article && (1..=30).contains(&count.value))?;
    const AFTER: &[&str] = &["from", "on", "to", "in", "and", "at", "please", "leaving", "departing", "this", "next", "und", "et", "y", "with", "tomorrow", "today", "nach", "going"];
    let written = !scan.is_number(from);
    let ends = scan.get(count.next).is_none_or(|token| token.kind == super::super::scan::Kind::Break)
        || scan.is(count.next, &[".", ",", "!", "?", ")", ";", "-"]) && !(scan.glued(count.next + 1) && scan.is_number(count.next + 1));
    let digits_end = ends && !scan.is(count.next, &["-"]);
    (digits_end || written && (ends || scan.is(count.next, AFTER)) || !written && (scan.is(count.next, &["please", "from", "leaving", "departing", "to", "and"]) || scan.is(count.next, AFTER) && scan.is(at.wrapping_sub(1), &["tickets", "seats", "ticket", "flights", "flight", "booking", "reservation"]))).then_some(())?;
    head(Who::Person, count.value, at, count.next)
}

/// Children: the general count, or the sum of those told one by one; details of a general count are not added to it.
fn children(tally: &Tally) -> Option<Read<u32>> {
    let of = |who: Who| tally.heads.iter().filter(move |head| head.who == who);
    let general = of(Who::Child).next();
    let last = |heads: &[&Head]| heads.last().map_or(0, |head| head.next.saturating_sub(1));
    let specific: Vec<&Head> = tally.heads.iter().filter(|head| matches!(head.who, Who::OneChild | Who::Twins)).collect();
    let outside: Vec<&Head> = specific.iter().copied().filter(|head| !head.detail).collect();
    let sum = |heads: &[&Head]| heads.iter().map(|head| head.value).sum::<u32>();
    match general {
        Some(head) if sum(&specific) >= head.value && head.value > 0 && sum(&specific) == head.value => Some(Read { value: head.value, first: head.first, last: head.next - 1 }),
        Some(head) => {
            let near: Vec<&Head> = outside.iter().copied().filter(|other| other.first > head.first && other.first < head.first + 16).collect();
            let more: Vec<&Head> = of(Who::Child).skip(1).filter(|other| !other.detail && other.first < head.next + 8 && head.value > 0).collect();
            let value = head.value + sum(&near) + sum(&more);
            Some(Read { value, first: head.first, last: head.next.saturating_sub(1).max(last(&near)).max(last(&more)) })
        }
        None => {
            let first = specific.first()?;
            let near: Vec<&Head> = specific.iter().copied().filter(|head| head.first < first.first + 24).collect();
            Some(Read { value: sum(&near), first: first.first, last: last(&near) })
        }
    }
}

/// Adults: those called so; else the people less the children among them.
fn adults(scan: &Scan, tally: &Tally, children: Option<&Read<u32>>) -> Option<(Read<u32>, Origin)> {
    let called: Vec<&Head> = tally.heads.iter().filter(|head| head.who == Who::Adult).collect();
    if let Some(first) = called.iter().find(|head| head.origin == Origin::Stated) {
        let near: Vec<&&Head> = called.iter().filter(|head| head.origin == Origin::Stated && head.first >= first.first && head.first < first.next + 4 && !head.detail || head.first == first.first).collect();
        let value = near.iter().map(|head| head.value).sum();
        let last = near.last().map_or(first.next, |head| head.next) - 1;
        return Some((Read { value, first: first.first, last }, Origin::Stated));
    }
    let people = tally.heads.iter().filter(|head| head.who == Who::Person).collect::<Vec<_>>();
    if let Some(head) = people.iter().find(|head| head.value > 0) {
        let read = |value| Read { value, first: head.first, last: head.next.saturating_sub(1) };
        let among = children.map_or(0, |children| children.value);
        if among > 0 && among < head.value && includes(scan, head, children?) {
            return Some((read(head.value - among), Origin::Inferred));
        }
        let origin = if head.value <= 2 && among == 0 { Origin::Stated } else { Origin::Inferred };
        return Some((read(head.value), origin));
    }
    let honeymoon = called.first().map(|head| (Read { value: head.value, first: head.first, last: head.next - 1 }, head.origin));
    honeymoon.or_else(|| partner(scan).map(|read| (read, Origin::Inferred)))
}

/// "A surprise for my girlfriend": whoever speaks of a partner and of nobody else travels with that one.
fn partner(scan: &Scan) -> Option<Read<u32>> {
    const PARTNER: &[&str] = &["my wife", "my husband", "my partner", "my girlfriend", "my boyfriend", "my fiance", "my fiancee", "meine frau", "mein mann", "meine freundin", "mein freund", "meiner frau", "meinem mann", "meiner freundin", "ma femme", "mon mari", "mi mujer", "mi esposa", "mi marido", "mi novia", "mi novio", "minha esposa", "meu marido", "minha namorada", "mijn vrouw", "mijn man", "mijn vriendin", "mia moglie", "mio marito", "my vrou", "my man"];
    (0..scan.len()).find_map(|at| {
        let next = scan.phrase(at, PARTNER)?;
        (scan.norm(next) != "'").then_some(Read { value: 2, first: at, last: next - 1 })
    })
}

/// Whether the children are some of the people ("5 people, of which 2 kids"), not beside them ("2 people and 2 kids").
fn includes(scan: &Scan, people: &Head, children: &Read<u32>) -> bool {
    if children.first < people.first {
        return true;
    }
    let between = people.next..children.first;
    let beside = scan.holds(between.clone(), &["and", "plus", "+", "&", "und", "et", "y", "e", "en", "with"]) && between.len() <= 3;
    !beside || scan.holds(between, &["including", "incl", "of which", "of whom", "davon", "dont", "incluyendo", "incluindo", "waarvan", "di cui", "inkl", "inclusief", "sendo", "with 1 being"])
}

/// "Family of four": two adults and the rest children, or all but the children that were counted.
fn family(tally: &Tally, children: Option<&Read<u32>>) -> (Option<Read<u32>>, Option<Read<u32>>) {
    let Some(head) = tally.heads.iter().find(|head| head.who == Who::Family && (3..=12).contains(&head.value)) else {
        return (None, None);
    };
    let read = |value| Some(Read { value, first: head.first, last: head.next.saturating_sub(1) });
    match children.filter(|children| children.value > 0 && children.value < head.value) {
        Some(children) => (read(head.value - children.value), None),
        None => (read(2), read(head.value - 2)),
    }
}

/// All ages in order, of the first place that tells them.
fn child_ages(tally: &Tally) -> Option<Read<Vec<u8>>> {
    let first = tally.ages.first()?;
    let mut read = Read { value: Vec::new(), first: first.first, last: first.next.saturating_sub(1) };
    for found in &tally.ages {
        if found.first <= read.last + 24 {
            read.value.extend(&found.ages);
            read.last = found.next.saturating_sub(1);
        }
    }
    let _ = AND;
    (read.value.len() <= 20).then_some(read)
}
