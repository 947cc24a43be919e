//! Heads: adults, children and people as a mail counts them.
//!
//! Invariant: what is counted twice in a mail ("5 of us: 3 adults, 2 kids") is counted once here.

use super::{
    super::{Evidence, Fields, Origin, language::Language, numbers::count_at, scan::Scan},
    Read, ages,
    heads::{Head, head_at},
    relatives::{beside, is_grown_relative, partner, stays_home},
    words::{self, Who},
};

/// Everything counted, and the ages.
#[derive(Debug, Default)]
struct Tally {
    heads: Vec<Head>,
    ages: Vec<ages::Ages>,
}

/// Words after a child that make a facility of it.
#[rustfmt::skip]
const FACILITY: &[&str] = &[
    "club", "room", "rooms", "bed", "beds", "bedded", "share", "clubs", "friendly", "menu", "pool", "free",
    "playground", "activities", "policy", "rate", "rates", "price", "care", "seat", "seats", "discount", "minded",
    "proof",
];

/// Words before a count that make it a limit or a rate.
const EACH: &[&str] =
    &["per", "each", "up to", "maximum", "max", "pro", "par", "por", "sleeps", "age", "/", "minimum of", "under"];

/// Words that say the children are some of the people.
#[rustfmt::skip]
const INCLUDING: &[&str] = &[
    "including", "incl", "of which", "of whom", "davon", "dont", "incluyendo", "incluindo", "waarvan", "di cui",
    "inkl", "inclusief", "sendo", "with 1 being",
];

/// Words that say the adults of a mail are told family by family.
#[rustfmt::skip]
const FAMILIES: &[&str] = &[
    "two families", "2 families", "three families", "3 families", "zwei familien", "deux familles", "dos familias",
    "duas familias", "twee gezinnen", "twee families", "due famiglie", "twee gesinne",
];

/// Words that make the girls and boys of a mail grown up.
#[rustfmt::skip]
const GROWN: &[&str] = &[
    "in our twenties", "in our thirties", "in our forties", "in our fifties", "in our sixties", "in our 20s",
    "in our 30s", "in our 40s", "in our 50s", "hen party", "hen do", "hen weekend", "stag do", "stag party",
    "bachelorette", "bachelor party", "girls trip", "girls weekend", "girls getaway", "boys trip", "boys weekend",
];

pub(super) fn read(scan: &Scan, fields: &mut Fields) {
    let mut tally = tally(scan);
    told_apart(scan, &mut tally);
    let child_ages = child_ages(&tally);
    let children = children(&tally).map(|counted| with_more_ages(&tally, counted, child_ages.as_ref()));
    let told = child_ages.as_ref().map_or(0, |ages| u32::try_from(ages.value.len()).unwrap_or(0));
    let adults = adults(scan, &tally, children.as_ref(), told);
    let (family_adults, family_children) = family(&tally, children.as_ref());
    let with = |read: Read<u32>, origin: Origin| {
        let confidence = if origin == Origin::Stated { 96 } else { 75 };
        read.evidence(scan, origin, confidence)
    };
    if fields.adults.is_none() {
        fields.adults = adults
            .map(|(read, origin)| with(read, origin))
            .or_else(|| family_adults.map(|read| with(read, Origin::Inferred)))
            .or_else(|| by_children(scan, children.as_ref()).map(|read| with(read, Origin::Inferred)));
    }
    if fields.children.is_none() {
        let counted = children
            .map(|read| with(read, Origin::Stated))
            .or_else(|| family_children.map(|read| with(read, Origin::Inferred)));
        fields.children = counted.or_else(|| children_by_age(scan, &child_ages));
    }
    if fields.child_ages.is_none() {
        fields.child_ages = child_ages.map(|read| read.evidence(scan, Origin::Stated, 95));
    }
}

/// Looks further for the ages of children who are counted, where not all were told right after the count.
fn told_apart(scan: &Scan, tally: &mut Tally) {
    let general = tally.heads.iter().find(|head| head.who == Who::Child && (1..=8).contains(&head.value));
    let alone = || {
        let mut ones = tally.heads.iter().filter(|head| matches!(head.who, Who::OneChild));
        ones.next().filter(|head| ones.next().is_none() && (1..=8).contains(&head.value))
    };
    let sum: u32 =
        tally.heads.iter().filter(|head| matches!(head.who, Who::OneChild | Who::Twins)).map(|head| head.value).sum();
    let general_count = tally.heads.iter().any(|head| head.who == Who::Child);
    let told: usize = tally.ages.iter().map(|found| found.ages.len()).sum();
    let more =
        |found: &ages::Ages| u32::try_from(found.ages.len()).is_ok_and(|found| found > sum) && found.ages.len() > told;
    if !general_count && let Some(found) = ages::of_names(scan).filter(|found| found.ages.len() > 1 && more(found)) {
        tally.ages = vec![found];
        return;
    }
    let Some(head) = general.or_else(alone).copied() else { return };
    let expected = usize::try_from(head.value).unwrap_or(0);
    if told >= expected {
        return;
    }
    let found = ages::one_by_one(scan, head.next, expected)
        .or_else(|| ages::of_names(scan).filter(|found| found.ages.len() == expected));
    if let Some(found) = found {
        tally.ages = vec![found];
    }
}

/// Adults that only their children tell of: one who travels "with my son", the two of a "family with three children".
fn by_children(scan: &Scan, children: Option<&Read<u32>>) -> Option<Read<u32>> {
    #[rustfmt::skip]
    const WITH_MINE: &[&str] = &[
        "with my", "mit meiner", "mit meinem", "mit meinen", "avec ma", "avec mon", "avec mes", "con mi", "con mis",
        "com minha", "com meu", "com meus", "com minhas", "met mijn", "con mia", "con mio", "con i miei", "met my",
    ];
    #[rustfmt::skip]
    const FAMILY_WITH: &[&str] = &[
        "family with", "familie mit", "famille avec", "familia con", "familia com", "gezin met", "famiglia con",
        "gesin met",
    ];
    let children = children.filter(|children| children.value > 0)?;
    let before = |phrases: &[&str]| {
        (children.first..children.first + 2).find_map(|at| scan.phrase_before(at, phrases)).is_some()
    };
    let value = if before(FAMILY_WITH) { 2 } else { u32::from(before(WITH_MINE) || and_me(scan, children)) };
    (value > 0).then(|| Read { value, ..children.clone() })
}

/// "my daughter (9) and I", "me and my son".
fn and_me(scan: &Scan, children: &Read<u32>) -> bool {
    let me = |at: usize| scan.is(at, words::SELF);
    let after = (children.last + 1..children.last + 8).find_map(|at| scan.phrase(at, AND_ALONE));
    let before = (children.first..children.first + 2).find_map(|at| scan.phrase_before(at, AND_ALONE));
    after.is_some_and(me) || before.and_then(|at| at.checked_sub(1)).is_some_and(me)
}

/// "and" between two who travel.
const AND_ALONE: &[&str] =
    &["and", "ed", "und", "et", "y", "en", "e", "&", "and my", "und meine", "und mein", "et ma", "et mon"];

/// "Kids 9 and 12 … and a baby of 10 months": where no number counts the children, every age is one of them.
fn with_more_ages(tally: &Tally, counted: Read<u32>, ages: Option<&Read<Vec<u8>>>) -> Read<u32> {
    let general = tally.heads.iter().any(|head| head.who == Who::Child && head.value != 1);
    let told = ages.and_then(|ages| u32::try_from(ages.value.len()).ok()).unwrap_or(0);
    if !general && counted.value > 0 && told > counted.value { Read { value: told, ..counted } } else { counted }
}

fn children_by_age(scan: &Scan, ages: &Option<Read<Vec<u8>>>) -> Option<Evidence<u32>> {
    let ages = ages.as_ref()?;
    let value = u32::try_from(ages.value.len()).ok()?;
    Some(Read { value, first: ages.first, last: ages.last }.evidence(scan, Origin::Stated, 90))
}

/// Goes once through the text.
fn tally(scan: &Scan) -> Tally {
    let mut tally = Tally::default();
    let (mut at, mut depth, mut told) = (0, 0_i32, 0);
    while at < scan.len() {
        match scan.norm(at) {
            "(" | "[" => depth += 1,
            ")" | "]" => depth = (depth - 1).max(0),
            _ => {}
        }
        let opener = scan.is(at.wrapping_sub(1), &[":"]);
        let found =
            head_at(scan, at).map(|head| Head { detail: head.detail || depth > 0 || opener || at < told, ..head });
        let child = |head: &Head| matches!(head.who, Who::Child | Who::OneChild);
        let found =
            found.filter(|head| !(child(head) && (stays_home(scan, head.next) || ages::is_grown(scan, head.next))));
        let Some(mut head) = found.filter(|head| !past_or_other(scan, head)) else {
            at = lone_ages(scan, at, &mut tally);
            continue;
        };
        let grown_up = head.who == Who::OneChild
            && (head.first..head.next).any(|at| scan.is(at, &["girls", "boys"]))
            && (scan.holds(0..scan.len(), GROWN) || friends(scan, &head));
        if grown_up {
            head.who = Who::Adult;
        }
        if head.who == Who::Person
            && scan.is(head.next - 1, &["us", "ons", "uns", "nous"])
            && let Some((more, next)) = beside(scan, head.next)
        {
            (head.value, head.next) = (head.value + more, next);
        }
        // "Four kids: Liam is 11, the twins are 5": who is named after the colon was counted before it.
        if head.who == Who::Child && head.value > 1 && scan.is(head.next, &[":", "-", "("]) {
            told = scan.sentence(head.next).end;
        }
        let mut next = head.next;
        if matches!(head.who, Who::Child | Who::OneChild | Who::Twins)
            && let Some(found) = ages_of(scan, &head).or_else(|| ages::named(scan, head.next))
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

/// "Four girls, a riad": three or more that nobody's are, in a mail that speaks of no other people, are friends.
fn friends(scan: &Scan, head: &Head) -> bool {
    let others = (0..scan.len()).filter(|at| !(head.first..head.next).contains(at)).any(|at| {
        matches!(words::who(scan.norm(at)), Some(Who::Adult | Who::Child | Who::Couple | Who::Family | Who::OneChild))
            || is_grown_relative(scan.norm(at))
            || scan.is(at, &["i", "us"]) && scan.is(at + 1, &["and", "with"])
    });
    head.value >= 3 && !others && !scan.is(head.first.wrapping_sub(1), words::MY) && ages_of(scan, head).is_none()
}

fn ages_of(scan: &Scan, head: &Head) -> Option<ages::Ages> {
    match head.who {
        Who::Twins => ages::after_twins(scan, head.next),
        _ => ages::after_children(scan, head.next, head.value),
    }
}

/// Ages with no noun before them; one past what was read.
fn lone_ages(scan: &Scan, at: usize, tally: &mut Tally) -> usize {
    let me =
        scan.is(at.wrapping_sub(1), &["am", "m", "i"]) || scan.is(at.wrapping_sub(2), &["i", "wife", "husband", "am"]);
    let children = tally.heads.iter().any(|head| matches!(head.who, Who::Child | Who::OneChild | Who::Twins));
    let years = |found: &ages::Ages| {
        children || !scan.is(found.next - 1, &["ans", "anos", "anni", "jaar", "jahre", "jahren", "jare"])
    };
    if let Some(found) = ages::named_alone(scan, at) {
        let next = found.next;
        tally.ages.push(found);
        return next;
    }
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
    let children = matches!(words::who(scan.norm(at)), Some(Who::Child | Who::OneChild))
        && !scan.is(at.wrapping_sub(1), &["no", "keine", "sans"]);
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
    let facility = scan.is(head.next, FACILITY)
        || scan.norm(head.next) == "-" && scan.is(head.next + 1, &["friendly", "free", "only"])
        || scan.norm(head.next) == "'"
            && !scan.is(head.next + 1, &["m"])
            && scan.is(head.next + 1, &["s"])
            && !matches!(head.who, Who::Person);
    let italian = scan.language == Language::Italian && scan.is(head.first.wrapping_sub(1), &["per"]);
    let per = before(EACH) && !before(&["for up to"]) && !italian;
    let price = matches!(head.who, Who::Person) && scan.is(head.first, &["a", "one"]) && before(&["$", "€"]);
    facility || per || price
}

/// Children: the general count, or the sum of those told one by one; details of a general count are not added to it.
fn children(tally: &Tally) -> Option<Read<u32>> {
    let of = |who: Who| tally.heads.iter().filter(move |head| head.who == who);
    let general = of(Who::Child).next();
    let last = |heads: &[&Head]| heads.last().map_or(0, |head| head.next.saturating_sub(1));
    let specific: Vec<&Head> =
        tally.heads.iter().filter(|head| matches!(head.who, Who::OneChild | Who::Twins)).collect();
    let outside: Vec<&Head> = specific.iter().copied().filter(|head| !head.detail).collect();
    let sum = |heads: &[&Head]| heads.iter().map(|head| head.value).sum::<u32>();
    match general {
        Some(head) if sum(&specific) >= head.value && head.value > 0 && sum(&specific) == head.value => {
            Some(Read { value: head.value, first: head.first, last: head.next - 1 })
        }
        Some(head) => {
            let near: Vec<&Head> = outside
                .iter()
                .copied()
                .filter(|other| {
                    let before = head.value == 1 && other.next <= head.first && head.first < other.first + 16;
                    before || other.first > head.first && other.first < head.first + 16
                })
                .collect();
            let more: Vec<&Head> = of(Who::Child)
                .skip(1)
                .filter(|other| !other.detail && other.first < head.next + 8 && head.value > 0)
                .collect();
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

/// Adults: those called so; else the people less the children among them. `told` children have their ages told.
fn adults(scan: &Scan, tally: &Tally, children: Option<&Read<u32>>, told: u32) -> Option<(Read<u32>, Origin)> {
    let called: Vec<&Head> = tally.heads.iter().filter(|head| head.who == Who::Adult).collect();
    if let Some(first) = stated_adults(scan, &called) {
        let others: u32 = called.iter().filter(|head| head.first > first.first).map(|head| head.value).sum();
        let told_before = called.len() > 2 && others == first.value;
        let by_family = !told_before && scan.holds(0..scan.len(), FAMILIES);
        let near: Vec<&&Head> = called
            .iter()
            .filter(|head| {
                by_family && head.origin == Origin::Stated
                    || head.origin == Origin::Stated
                        && head.first >= first.first
                        && head.first < first.next + 4
                        && !head.detail
                    || head.first == first.first
            })
            .collect();
        let value = families(scan, &called).unwrap_or_else(|| near.iter().map(|head| head.value).sum());
        let last = near.last().map_or(first.next, |head| head.next) - 1;
        let among = children.map_or(told, |children| children.value.max(told));
        if let Some(total) = total_before(scan, tally, first).filter(|total| total.value > value + among) {
            let read = Read { value: total.value - among, first: total.first, last: total.next.saturating_sub(1) };
            return Some((read, Origin::Inferred));
        }
        return Some((Read { value, first: first.first, last }, Origin::Stated));
    }
    let people = tally.heads.iter().filter(|head| head.who == Who::Person).collect::<Vec<_>>();
    let whole = people.iter().find(|head| head.value > 2 && scan.is(head.next - 1, &["us", "ons", "uns"]));
    if let Some(head) = whole.or_else(|| people.iter().find(|head| head.value > 0)) {
        let read = |value| Read { value, first: head.first, last: head.next.saturating_sub(1) };
        let among = children.map_or(told, |children| children.value);
        if among > 0 && among < head.value && children.is_none_or(|children| includes(scan, head, children)) {
            return Some((read(head.value - among), Origin::Inferred));
        }
        let origin = if head.value <= 2 && among == 0 { Origin::Stated } else { Origin::Inferred };
        return Some((read(head.value), origin));
    }
    let honeymoon =
        called.first().map(|head| (Read { value: head.value, first: head.first, last: head.next - 1 }, head.origin));
    honeymoon.or_else(|| partner(scan).map(|read| (read, Origin::Inferred)))
}

/// "Two families: the Smiths (2 adults, …) and us (2 adults, …)": the adults of each.
fn families(scan: &Scan, called: &[&Head]) -> Option<u32> {
    let several = scan.holds(0..scan.len(), &["families", "familien", "familles", "familias", "gezinnen", "famiglie"]);
    let told = called.iter().filter(|head| head.origin == Origin::Stated).count();
    (several && told > 1 && called.iter().all(|head| head.detail)).then(|| called.iter().map(|head| head.value).sum())
}

/// The whole party, told just before its adults one by one: "five of us: me, my wife, our son and my in-laws".
fn total_before<'t>(scan: &Scan, tally: &'t Tally, adults: &Head) -> Option<&'t Head> {
    let whole = |head: &&Head| matches!(head.who, Who::Person | Who::Family) && (3..=12).contains(&head.value);
    let changed = |head: &&Head| {
        !scan.holds(
            head.next..adults.first,
            &["but", "pero", "now", "jetzt", "mais", "mas", "maar", "aber", "agora", "so we're"],
        )
    };
    tally
        .heads
        .iter()
        .filter(whole)
        .rfind(|head| head.next <= adults.first && adults.first < head.next + 24 && changed(head))
}

/// The count of adults that is believed: the first, unless a number further on tells of more ("My sister and I are taking
/// our parents … we are 4 adults").
fn stated_adults<'h>(scan: &Scan, called: &[&'h Head]) -> Option<&'h Head> {
    let stated = || called.iter().copied().filter(|head| head.origin == Origin::Stated);
    let first = stated().next()?;
    let is_number = |head: &Head| count_at(scan, head.first).is_some_and(|count| !count.article);
    let later = stated().find(|head| is_number(head) && head.first >= first.next + 4 && head.value > first.value);
    Some(if is_number(first) { first } else { later.unwrap_or(first) })
}

/// Whether the children are some of the people ("5 people, of which 2 kids"), not beside them ("2 people and 2 kids").
fn includes(scan: &Scan, people: &Head, children: &Read<u32>) -> bool {
    if children.first < people.first {
        return true;
    }
    let between = people.next..children.first;
    let beside = scan.holds(between.clone(), &["and", "plus", "+", "&", "und", "et", "y", "e", "en", "with"])
        && between.len() <= 3;
    !beside || scan.holds(between, INCLUDING)
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
    // "Two aged 8 and 10 (the 10-year-old …)": all were told at once.
    let counted = tally.heads.iter().find(|head| head.who == Who::Child && head.value > 1);
    if counted.is_some_and(|head| u32::try_from(first.ages.len()) == Ok(head.value)) {
        return Some(Read { value: first.ages.clone(), first: first.first, last: first.next.saturating_sub(1) });
    }
    let mut read = Read { value: Vec::new(), first: first.first, last: first.next.saturating_sub(1) };
    for found in &tally.ages {
        if found.first <= read.last + 24 {
            read.value.extend(&found.ages);
            read.last = found.next.saturating_sub(1);
        }
    }
    (read.value.len() <= 20).then_some(read)
}
