//! Which of a mail's dates are those of the journey.
//!
//! Invariant: a date of something else (a reply wished for by Friday, a birthday, last year's trip) is never a travel date,
//! and a check-out that nobody named comes only from a check-in and nights that somebody did.

use jiff::civil::Date;

use super::{
    Confidence, Dates, Evidence, Origin,
    dates::{self, Bound, Interval, Mention, Reference, Shape},
    numbers::{count_at, ordinal_at},
    places,
    scan::Scan,
};

/// What a date is to the journey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    Arrive,
    Return,
    Plain,
    Other,
}

/// The travel dates of one part of the mail, before nights are known.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    pub(super) dates: Evidence<Dates>,
    /// A single day that the journey begins on, with its end not named.
    pub(super) only_start: bool,
}

#[rustfmt::skip]
const RETURN: &[&str] = &[
    "return", "returning", "back", "come back", "coming back", "fly back", "flying back", "back on", "get back",
    "check out", "checking out", "checkout", "check out date", "return date", "return on", "return flight",
    "fly home", "inbound", "leave the hotel", "zuruck", "ruckflug", "abreise", "ruckreise", "retour",
    "depart de l'hotel", "regreso", "vuelta", "volver", "volta", "regresso", "regressar", "retorno", "saida", "terug",
    "terugreis", "terugvlucht", "ritorno", "terugkeer", "and out", "ending", "end on", "conclude",
    "conclude on", "ending on", "finishing", "go back", "heading back", "end date", "leave again", "flying home",
    "rueckflug", "vertrek terug", "kom terug", "teruggaan", "heimreise", "and leave", "and leaving", "and depart",
    "and departing", "home", "home by", "be home", "be home by", "home on", "home again", "be back", "be back by", "chec out", "need to return",
    "back by", "fly back by", "zu hause", "thuis", "volveriamos", "volvemos", "volveremos", "regresamos", "regresariamos", "voltamos", "voltariamos", "rentrons", "rentrerons", "rentrerions",
    "reviendrons", "torniamo", "torneremmo", "kommen zuruck", "terugkomen", "come home", "coming home", "get home", "rientro", "rientriamo",
    "ritorniamo", "voltavamos", "voltar", "volta em", "regressamos", "regressavamos", "nos regresamos", "rueckreise", "terugkomst", "en retour", ", out on", "and out on", "out :", "ripartenza", "ripartire", "rientrare", "wieder heim", "heim", "ret", "ret .", "we return", "returns", "homeward",
];
#[rustfmt::skip]
const ARRIVE: &[&str] = &[
    "check in", "checking in", "checkin", "arrive", "arriving", "arrival", "arrival date", "depart", "departing",
    "departure", "leave", "leaving", "start", "starting", "beginning", "begin", "fly out", "flying out", "outbound",
    "travel on", "travelling on", "traveling on", "fly", "flying", "anreise", "ankunft", "hinflug", "abflug",
    "arrivee", "aller", "llegada", "salida", "ida", "chegada", "partida", "aankomst", "vertrek", "heenreis", "arrivo",
    "partenza", "andata", "going", "set off", "commencing", "start date", "need it", "aankoms", "check-in", "arr", "dep", "land", "landing",
];
/// Words that make the date right after them an end.
#[rustfmt::skip]
const UNTIL: &[&str] = &[
    "to", "until", "till", "bis", "bis zum", "jusqu'au", "hasta", "hasta el", "ate", "tot", "fino al", "through",
    "until the", "to the",
];
#[rustfmt::skip]
const OTHER: &[&str] = &[
    "reply by", "respond by", "quote by", "let me know by", "let us know by", "answer by", "get back to me by",
    "back to us by", "back to me by", "hear from you by", "need the quote by", "need a quote by", "call me on",
    "call me", "call us", "phone me", "ring me", "born on", "born in", "born", "birthday on", "birthday is",
    "birthday is on", "turns", "turning", "expires", "expire", "valid until", "passport", "dated", "your mail of",
    "your email of", "email of", "spoke on", "spoke", "since", "married on", "got married", "married in",
    "wedding on", "anniversary is on", "decide by", "confirm by", "deadline", "book by", "offer ends", "meeting on",
    "available to talk", "antwort bis", "ruckmeldung bis", "reponse avant", "until then", "anniversary on",
    "ich bin bis", "out of office until", "please by", "rufen sie mich", "melden bis", "ruckruf", "invoice",
    "reference", "booking ref", "as of", "getting married on", "we get married on", "appelez moi", "llamame", "as discussed on",
    "discussed on", "discussed in", "rather than", "instead of", "statt", "au lieu du", "en vez del", "em vez de", "in plaats van",
    "invece del",
    "on leave", "out of office", "away on", "submissions is", "submission is", "submit", "latest by", "due on", "due", "laat weet", "laat my weet", "weet asseblief voor", "depuis", "seit", "sinds", "casados el", "cumplen", "at my desk", "back at my desk", "my desk on", "renewal", "closing date", "verjaar op", "verjaar", "j'aurai", "injoignable",
    "abwesend", "im urlaub", "cumplo", "faco anos", "compio", "jarig", "off sick", "operatiedatum", "spoken on", "called on", "wrote on", "on leave from", "mail of", "term starts",
    "your ad", "advert", "brochure", "operation", "surgery", "by end of", "by close of", "pay by", "payment by", "talk on", "talk", "chat on",
    "available on", "chat", "if possible by", "respond before", "reply before", "decision by", "quote before",
    "antworten bis", "angebot bis", "offerte bis", "back to work", "back at work", "back at school", "school starts",
    "school starts again", "school resumes", "last quote", "we wanted the", "i wanted the", "originally thought of", "originally wanted", "originally planned",
    "exams finish on", "exams end on", "angebot vom", "angebot von", "devis du", "presupuesto del", "orcamento de", "offerte van", "quote of", "antwoord graag voor", "antwoord voor",
    "reactie voor", "reponse avant le", "respuesta antes del", "resposta ate", "risposta entro", "antwoord teen",
];

/// Words before a date that make it a birthday.
#[rustfmt::skip]
const FEAST: &[&str] = &[
    "birthday", "dob", "d.o.b", "date of birth", "geburtstag", "anniversaire", "cumpleanos", "aniversario",
    "verjaardag", "compleanno", "geboren", "anniversary", "hochzeitstag", "wedding", "hochzeit", "mariage", "boda",
    "casamento", "bruiloft", "matrimonio", "graduation", "turn", "turns", "turning",
];

/// Words after an ordinal that counts years.
#[rustfmt::skip]
const ANNIVERSARY: &[&str] = &[
    "anniversary", "birthday", "geburtstag", "hochzeitstag", "anniversaire", "cumpleanos", "aniversario", "verjaardag", "troudag",
    "huwelijksverjaardag", "trouwdag", "compleanno", "anniversario", "wedding",
];

/// Words before a day on which a place is left.
#[rustfmt::skip]
const LEAVE: &[&str] = &[
    "leave", "leaving", "depart", "departing", "departure", "check", "abreise", "partir", "salida", "saida",
    "vertrek", "partenza", "dep", "fly out",
];

/// Words of a wish.
#[rustfmt::skip]
const WISH: &[&str] = &[
    "would like", "i'd like", "we'd like", "we'd love", "would love", "want to", "want", "looking for", "looking at", "book", "please", "quote", "mochten",
    "wurden gern", "wollen", "souhaitons", "voudrions", "aimerions", "queremos", "quisieramos", "gostariamos", "willen", "graag", "vorremmo", "vorrei",
    "wil", "check in",
];

#[rustfmt::skip]
const LOOSE: &[&str] = &[
    "any time", "anytime", "sometime", "some time", "somewhere between", "irgendwann", "flexible between",
    "in the period", "zeitraum", "flexible dates", "entre le", "window", "roughly between", "at some point", "anywhere between",
    "irgendwo zwischen",
];

/// Reads the journey's dates in one part of the mail.
pub(super) fn read(scan: &Scan, reference: &Reference) -> Option<Found> {
    let all = dates::mentions(scan, reference);
    let months = months(scan, &all, reference);
    let mut mentions: Vec<(Mention, Use)> = all
        .iter()
        .map(|mention| month_of(mention, &months).map_or(*mention, |month| mention.in_month(month)))
        .map(|mention| (mention, usage(scan, &mention, reference)))
        .filter(|(_, usage)| *usage != Use::Other)
        .collect();
    corrected(scan, &mut mentions);
    if mentions.iter().any(|(mention, _)| !wedding_month(scan, mention)) {
        mentions.retain(|(mention, _)| !wedding_month(scan, mention));
    }
    // "In October (Thursday to Monday)" is no week of ours.
    let is_month = mentions.iter().any(|(mention, _)| mention.shape == Shape::Month);
    mentions.retain(|(mention, _)| !(is_month && mention.shape == Shape::Pair && weekdays_alone(scan, mention)));
    let exact = two_ends(scan, &mentions, reference);
    exact
        .or_else(|| days_and_windows(scan, &mentions, reference))
        .or_else(|| two_past_ends(scan, reference))
        .or_else(|| past_alone(scan, &all))
}

/// "Between 12 and 20 June … actually no: check-in 14 June": what was said before a correction is taken back by dates after it.
fn corrected(scan: &Scan, mentions: &mut Vec<(Mention, Use)>) {
    #[rustfmt::skip]
    const CORRECTION: &[&str] = &[
        "actually no", "no wait", "make it", "moment ,", "also bitte", "oups", "oops", "ops", "ops ,", "wag , nee", "wag nee", "ah nee", "no hang on", "hang on", "skuif dit", "scrap that", "scratch that", "correction", "no , sorry", "sorry , no", "forget that", "or rather",
        "no , make that", "make that", "i mean", "i meant", "nein , doch", "quatsch", "besser gesagt", "non , plutot", "pardon ,", "perdon ,", "mejor dicho",
        "anzi", "ou melhor", "nee wacht", "of nee",
    ];
    let dated = |mention: &Mention| matches!(mention.shape, Shape::Day | Shape::Pair);
    let at = (0..scan.len()).rfind(|&at| {
        let next = scan.phrase(at, CORRECTION);
        next.is_some_and(|next| {
            mentions.iter().any(|(mention, _)| dated(mention) && mention.first >= next && mention.first < next + 30)
        })
    });
    if let Some(at) = at {
        mentions.retain(|(mention, _)| mention.first > at || mention.next + 40 < at);
    }
}

/// Dates of the journey that name their month, for those that do not.
fn months(scan: &Scan, all: &[Mention], reference: &Reference) -> Vec<Mention> {
    let named = |mention: &&Mention| {
        let within = mention.shape == Shape::Span && mention.start.first.month() == mention.end.last.month();
        let dated = (within || matches!(mention.shape, Shape::Month | Shape::Day | Shape::Pair)) && !mention.monthless;
        dated && mention.end.last >= reference.today && !places::past(scan, mention.first) && !birthday(scan, mention)
    };
    if all.iter().any(|mention| mention.monthless) { all.iter().filter(named).copied().collect() } else { Vec::new() }
}

/// The month that days without one belong to: that of the last date before them, or the only month after them.
fn month_of(mention: &Mention, months: &[Mention]) -> Option<Interval> {
    const REACH: usize = 40;
    let whole = |day: Date| Interval { first: day.first_of_month(), last: day.last_of_month() };
    let before = months.iter().rfind(|other| other.first < mention.first);
    if let Some(before) = before.filter(|before| mention.first < before.next + REACH) {
        return Some(whole(before.end.first));
    }
    let mut alone = months.iter().filter(|other| other.shape == Shape::Month);
    let only = alone.next()?;
    alone.next().is_none().then(|| whole(only.start.first))
}

/// Two dates with a year that has passed, when the mail speaks of no other and not of a past journey: they are what it says.
fn two_past_ends(scan: &Scan, reference: &Reference) -> Option<Found> {
    let pair = dates::mentions(scan, reference).into_iter().find(|mention| {
        mention.shape == Shape::Pair
            && single(mention.start)
            && single(mention.end)
            && mention.end.first > mention.start.first
            && !places::past(scan, mention.first)
    })?;
    let mut dates = evidence(scan, pair.first, pair.next, exact_or_window(scan, &pair), pair.ambiguous, 60);
    dates.confidence = Confidence(60);
    Some(Found { dates, only_start: false })
}

/// The longest text that is nothing but what it says of a day, in tokens.
const FEW_WORDS: usize = 14;

/// A day that has passed, in a text too short to be about anything else ("last Friday"): it is what the text says.
fn past_alone(scan: &Scan, all: &[Mention]) -> Option<Found> {
    let [mention] = all else { return None };
    let other = scan.holds(0..mention.first, OTHER) || birthday(scan, mention);
    (scan.len() <= FEW_WORDS && !other).then_some(())?;
    let value = Dates::Window { earliest: mention.start.first, latest: mention.end.last };
    let dates = evidence(scan, mention.first, mention.next, value, mention.ambiguous, 50);
    Some(Found { dates, only_start: false })
}

fn usage(scan: &Scan, mention: &Mention, reference: &Reference) -> Use {
    let sentence = scan.sentence(mention.first);
    let near = sentence.start.max(mention.first.saturating_sub(7))..mention.first;
    let past = mention.end.last < reference.today;
    let spoken = places::past(scan, mention.first) && !scan.holds(near.clone(), ARRIVE);
    if past
        || season(scan, mention)
        || spoken && mention.shape != Shape::Pair
        || scan.holds(near.start..(mention.first + 2).min(mention.next), OTHER)
        || birthday(scan, mention)
    {
        return Use::Other;
    }
    let end = scan.phrase(mention.first, UNTIL).is_some() || scan.phrase_before(mention.first, UNTIL).is_some();
    if end && mention.shape == Shape::Day {
        return Use::Return;
    }
    // "4.10. hin und 18.10. zurück", "Sondag 26 September uit".
    let after = scan.phrase(mention.next, &["weer", "wieder"]).unwrap_or(mention.next);
    if mention.shape == Shape::Day
        && scan.is(after, &["daheim", "heim", "zuruck", "terug", "retour", "back", "uit", "home"])
    {
        return Use::Return;
    }
    if mention.shape == Shape::Day && scan.is(after, &["hin", "erheen", "heen"]) {
        return Use::Arrive;
    }
    let last = |words: &[&str]| (near.start..=mention.first).rev().find(|&at| scan.phrase(at, words).is_some());
    match (last(RETURN), last(ARRIVE)) {
        (Some(back), Some(out)) if back >= out => Use::Return,
        (Some(_), None) => Use::Return,
        (_, Some(_)) => Use::Arrive,
        (None, None) => Use::Plain,
    }
}

/// "the 2027/2028 season", "your 2027 rates": a year that only names a price list.
fn season(scan: &Scan, mention: &Mention) -> bool {
    let years =
        mention.shape == Shape::Pair && super::read::nights_between(mention.start.first, mention.start.last) > 300;
    let listed = scan
        .is(mention.next, &["season", "rates", "rate", "price", "prices", "brochure", "saison", "preise", "tariffs"]);
    let joined = scan.is(mention.next, &["/", "-"]) && scan.is_number(mention.next + 1);
    years || mention.shape == Shape::Year && (listed || joined)
}

/// Words of a wedding to come.
const MARRY: &[&str] = &[
    "getting married",
    "get married",
    "marrying",
    "heiraten",
    "marions",
    "marierons",
    "trouwen",
    "casamos",
    "sposiamo",
    "trou",
];

/// "We marry in April … and would travel in May": a month that is the wedding's, where another date is named.
fn wedding_month(scan: &Scan, mention: &Mention) -> bool {
    mention.shape == Shape::Month && scan.holds(mention.first.saturating_sub(3)..mention.first, MARRY)
}

/// "my birthday on 3 July", "her 40th birthday (12 May)".
fn birthday(scan: &Scan, mention: &Mention) -> bool {
    let marry = scan.holds(mention.first.saturating_sub(4)..(mention.first + 1).min(mention.next), MARRY)
        || scan.holds(
            mention.next..mention.next + 5,
            &["heiraten wir", "heirate", "geheiratet", "trouwen we", "trouwen wij", "trou ons"],
        );
    if marry && mention.shape == Shape::Day {
        return true;
    }
    // "Ist am 3. März siebzig geworden", "wordt 60 op 14 april".
    const BECOMES: &[&str] = &["wordt", "word", "turns", "cumple", "compie", "faz", "fait", "fete"];
    let aged = (mention.first.saturating_sub(4)..mention.first).any(|at| {
        scan.is(at, BECOMES) && count_at(scan, at + 1).is_some_and(|count| !count.article && count.value >= 10)
    });
    let became = scan.holds(mention.next..mention.next + 5, &["geworden"]);
    if (aged || became) && mention.shape == Shape::Day {
        return true;
    }
    // "Our 30th anniversary".
    if mention.monthless && (scan.is(mention.next, ANNIVERSARY) || is_age(scan, mention.first)) {
        return true;
    }
    let near = mention.first.saturating_sub(4)..mention.first;
    let feast = (scan.holds(near.clone(), FEAST) || near.clone().any(|at| is_age(scan, at)))
        && !scan.holds(near.start.saturating_sub(3)..near.end, ARRIVE);
    feast && mention.bound == Bound::Exactly && matches!(mention.shape, Shape::Day | Shape::Year)
}

/// "My mum's 70th": an ordinal that is somebody's age.
fn is_age(scan: &Scan, at: usize) -> bool {
    let somebody = scan.is(at.wrapping_sub(1), &["s", "my", "his", "her", "our", "their"]);
    somebody && ordinal_at(scan, at).is_some_and(|(value, _)| (16..100).contains(&value)) && scan.is_number(at)
}

/// Both ends named: "3–10 July", "from the 12th … returning on the 19th".
fn two_ends(scan: &Scan, mentions: &[(Mention, Use)], reference: &Reference) -> Option<Found> {
    let is_stay = |mention: &&Mention| {
        mention.shape == Shape::Pair
            && single(mention.start)
            && single(mention.end)
            && mention.end.first > mention.start.first
    };
    // "At a congress (5-7 October) … I would like to stay on from the 8th to the 12th": what is wished for.
    let wished = |mention: &&Mention| scan.holds(scan.sentence(mention.first), WISH);
    let mut pairs = mentions.iter().map(|(mention, _)| mention).filter(is_stay).collect::<Vec<_>>();
    pairs.sort_by_key(|pair| !wished(pair));
    if let Some(pair) = pairs.first() {
        let dates = exact_or_window(scan, pair);
        return Some(Found {
            dates: evidence(scan, pair.first, pair.next, dates, pair.ambiguous, 96),
            only_start: false,
        });
    }
    let days: Vec<&(Mention, Use)> = mentions.iter().filter(|(mention, _)| mention.shape == Shape::Day).collect();
    let back =
        days.iter().rev().copied().find(|(_, usage)| *usage == Use::Return).or_else(|| left_again(scan, &days))?;
    let out = days
        .iter()
        .rfind(|(mention, usage)| *usage == Use::Arrive && mention.first < back.0.first)
        .or_else(|| days.iter().rfind(|(mention, usage)| *usage != Use::Return && mention.first != back.0.first))
        .or_else(|| days.first().filter(|first| first.0.first < back.0.first))?;
    // "In Dubai on the 18th and Singapore on the 21st, back by the 25th": of days in a row, the first.
    let row: Vec<_> = days.iter().take_while(|(mention, _)| mention.first <= out.0.first).collect();
    let ascends = row.windows(2).all(|pair| pair[0].0.end.last < pair[1].0.start.first && pair[0].1 != Use::Return);
    let out = row.first().filter(|_| ascends).copied().unwrap_or(out);
    let (mut first, mut last) = (out.0.start.first, back.0.start.first);
    if out.0.monthless && !back.0.monthless {
        first = day_before(first.day(), last).filter(|day| *day >= reference.today).unwrap_or(first);
    }
    if last <= first && is_weekday_alone(scan, &back.0) {
        let ahead = i32::from(first.weekday().until(last.weekday()));
        last = dates::plus(first, if ahead == 0 { 7 } else { ahead })?;
    }
    if last <= first {
        (first, last) = later(first, last, reference)?;
    }
    let span = (out.0.first.min(back.0.first), out.0.next.max(back.0.next));
    let dates = Dates::Exact { check_in: first, check_out: last };
    let near = span.1 - span.0 <= 40;
    // Ends that are bounds leave the days between them open.
    let bounded = out.0.bound != Bound::Exactly || back.0.bound != Bound::Exactly;
    let confidence = if bounded { 92 } else { 93 };
    let (from, to) = if near { span } else { (out.0.first, out.0.next) };
    Some(Found {
        dates: evidence(scan, from, to, dates, out.0.ambiguous || back.0.ambiguous, confidence),
        only_start: false,
    })
}

/// "Thursday to Monday": weekdays of some week.
fn weekdays_alone(scan: &Scan, mention: &Mention) -> bool {
    let said = |at: usize| scan.is_number(at) || scan.is(at, &["next", "this", "coming", "nachsten", "diesen", "week"]);
    !(mention.first..mention.next).any(said)
}

/// "Arriving on the 3rd, leaving on the 10th": the later of two days, where it is left after having arrived.
fn left_again<'m>(scan: &Scan, days: &[&'m (Mention, Use)]) -> Option<&'m (Mention, Use)> {
    let last = days.last().filter(|_| days.len() >= 2)?;
    let near = last.0.first.saturating_sub(6)..last.0.first;
    let leaves = scan.holds(near, LEAVE);
    let later = last.0.end.last > days[0].0.start.first || is_weekday_alone(scan, &last.0);
    (leaves && later).then_some(*last)
}

/// "The Monday", with no number that says which: the first one after what was said before it.
fn is_weekday_alone(scan: &Scan, mention: &Mention) -> bool {
    let numbered = (mention.first..mention.next).any(|at| scan.is_number(at));
    let relative = scan.holds(mention.first..mention.next, &["next", "this", "tomorrow", "today", "coming"]);
    mention.shape == Shape::Day && mention.next - mention.first <= 3 && !numbered && !relative
}

/// The last day of that number before `end`: "out on the 20th and home by 4 January".
fn day_before(day: i8, end: Date) -> Option<Date> {
    (0..3).find_map(|back| {
        let month = end.first_of_month().checked_sub(jiff::Span::new().months(back)).ok()?;
        Date::new(month.year(), month.month(), day).ok().filter(|date| *date < end)
    })
}

/// A return that came out before the outward day: its month or year follows that day's.
fn later(first: Date, last: Date, _reference: &Reference) -> Option<(Date, Date)> {
    let month_on = Date::new(first.year(), first.month(), last.day()).ok().filter(|date| *date > first);
    let moved = month_on.or_else(|| last.checked_add(jiff::Span::new().years(1)).ok().filter(|date| *date > first))?;
    let near = first.until(moved).ok()?.get_days() <= 120;
    near.then_some((first, moved))
}

fn single(interval: Interval) -> bool {
    interval.first == interval.last
}

/// Two days are a stay, unless the words only bound it ("any time between 3 and 20 July").
fn exact_or_window(scan: &Scan, pair: &Mention) -> Dates {
    let sentence = scan.sentence(pair.first);
    let loose = scan.holds(sentence.start.max(pair.first.saturating_sub(6))..pair.next, LOOSE);
    let (first, last) = (pair.start.first, pair.end.last);
    if loose {
        Dates::Window { earliest: first, latest: last }
    } else {
        Dates::Exact { check_in: first, check_out: last }
    }
}

/// Whether a month is named as that of a journey: with its year, or after "in".
fn dated_by_cue(scan: &Scan, mention: &Mention) -> bool {
    const IN: &[&str] =
        &["in", "im", "en", "em", "nel", "ad", "a", "during", "for", "om", "for the month of", "mois de", "mes de"];
    let year = (mention.first..mention.next).any(|at| scan.is_number(at) && scan.norm(at).len() == 4);
    year || scan.is(mention.first.wrapping_sub(1), IN) || scan.is(mention.first, IN) || mention.next > mention.first + 1
}

/// One day, or days the words only circle.
fn days_and_windows(scan: &Scan, mentions: &[(Mention, Use)], reference: &Reference) -> Option<Found> {
    // "Came on the 9th … in mid-May": a day without its month, beside a part of another one.
    let elsewhere = |day: &Mention| {
        let apart = |(other, _): &(Mention, Use)| {
            other.shape == Shape::Span && (day.start.first < other.start.first || day.start.first > other.end.last)
        };
        mentions.iter().any(apart)
    };
    let order = |(mention, usage): &&(Mention, Use)| {
        let shape = match mention.shape {
            Shape::Day if mention.monthless && *usage == Use::Plain && elsewhere(mention) => 6,
            // "May or June; I can't move before 1 May".
            Shape::Day if mention.bound != Bound::Exactly && *usage == Use::Plain => 3,
            Shape::Day => 0,
            Shape::Pair | Shape::Feast => 1,
            // "This summer, sometime in July".
            Shape::Span if super::read::nights_between(mention.start.first, mention.end.last) > 45 => 6,
            Shape::Span => 2,
            Shape::Month if dated_by_cue(scan, mention) => 4,
            Shape::Month => 5,
            Shape::Year => 7,
        };
        (u8::from(*usage == Use::Return), shape)
    };
    let (best, usage) = mentions.iter().min_by_key(order)?;
    let window = |earliest, latest| Dates::Window { earliest, latest };
    let today = reference.today;
    let (first, last) = (best.start.first.max(today), best.end.last);
    let dates = match (best.shape, best.bound) {
        // "We leave by the 13th" names the day; "back by the 13th" bounds it.
        (Shape::Day, Bound::Until) if *usage == Use::Arrive => window(first, last),
        (_, Bound::Until) => window(today, best.start.first.max(today)),
        (Shape::Feast, _) => around(best.start.first)?,
        (Shape::Day, _) if *usage == Use::Return && scan.len() > FEW_WORDS => window(today, last),
        (Shape::Month, Bound::Exactly) => {
            Dates::Month { month: format!("{:04}-{:02}", best.start.first.year(), best.start.first.month()) }
        }
        (Shape::Year, _) if mentions.len() > 1 => return None,
        _ => window(first, last.max(first)),
    };
    let bounded = best.bound == Bound::Until && *usage != Use::Arrive;
    // "After 15 January" leaves the day open.
    let open = best.bound == Bound::Since && scan.is(best.first, &["after", "later", "any", "anytime", "nach"]);
    let only_start = best.shape == Shape::Day && *usage != Use::Return && !bounded && !open;
    let confidence = if best.shape == Shape::Day { 92 } else { 88 };
    Some(Found { dates: evidence(scan, best.first, best.next, dates, best.ambiguous, confidence), only_start })
}

/// The days people travel around a feast: Christmas and the turn of the year, Good Friday to Easter Monday, else the day.
fn around(day: Date) -> Option<Dates> {
    let (before, after) = match (day.month(), day.day()) {
        (12, 24) => (0, 2),
        (12, 25) => (1, 1),
        (12, 31) => (1, 2),
        (1, 1) => (2, 1),
        (3 | 4, _) if day.weekday() == jiff::civil::Weekday::Sunday => (2, 1),
        _ => (0, 0),
    };
    Some(Dates::Window { earliest: dates::plus(day, -before)?, latest: dates::plus(day, after)? })
}

fn evidence(scan: &Scan, first: usize, next: usize, value: Dates, ambiguous: bool, confidence: u8) -> Evidence<Dates> {
    let (origin, confidence) = if ambiguous { (Origin::Inferred, 70) } else { (Origin::Stated, confidence) };
    Evidence { value, origin, confidence: Confidence(confidence), source: scan.source(first, next.saturating_sub(1)) }
}
