//! What it may cost: "R80k", "£3,500pp", "around 2.5 lakh", "USD 1 200", "between 3 and 4k euros", "Budget: 5000".
//!
//! Invariant: an amount counts with a currency or beside a word for budget, and never when the words call it another price
//! (a deposit, a flight already booked, last year's).

use rust_decimal::Decimal;

use super::{
    Budget, BudgetBasis, Confidence, Evidence, Origin,
    numbers::{amount_at, multiplier_at},
    party, places,
    scan::{Case, Kind, Scan},
};
use crate::money::Currency;

/// Currency words after or before an amount, folded.
const WORDS: &[(&str, &[&str])] = &[
    ("ZAR", &["zar", "rand", "rands", "sa rand"]),
    ("COP", &["cop", "pesos colombianos"]),
    ("CLP", &["clp", "pesos chilenos"]),
    ("ARS", &["ars", "pesos argentinos"]),
    ("GBP", &["gbp", "pounds", "pound", "quid", "pounds sterling", "sterling", "pfund", "livres", "libras", "£"]),
    ("EUR", &["eur", "euro", "euros", "€", "eurs", "euri"]),
    (
        "USD",
        &["usd", "us dollars", "us dollar", "us $", "u $ s", "u$s", "u . s . dollars", "dolares", "dollaro", "dollari"],
    ),
    ("INR", &["inr", "rupees", "rupien", "₹", "rs", "rs ."]),
    ("CHF", &["chf", "fr .", "sfr .", "swiss francs", "franken", "schweizer franken", "francs suisses", "sfr"]),
    ("AUD", &["aud", "aud $", "aud$", "australian dollars", "aussie dollars", "a $", "au $", "dollars ( australian )"]),
    ("CAD", &["cad", "canadian dollars", "c $", "ca $", "$ ca", "$ can"]),
    ("NZD", &["nzd", "nz $", "new zealand dollars"]),
    ("SGD", &["sgd", "s $", "singapore dollars"]),
    ("HKD", &["hkd", "hk $"]),
    ("BRL", &["brl", "r $", "reais", "real"]),
    ("AED", &["aed", "dirhams", "dirham", "dhs"]),
    ("JPY", &["jpy", "yen"]),
    ("SEK", &["sek"]),
    ("NOK", &["nok"]),
    ("DKK", &["dkk"]),
    ("PLN", &["pln", "zloty", "zl"]),
    ("CZK", &["czk"]),
    ("KES", &["kes", "ksh", "kenyan shillings"]),
    ("TZS", &["tzs", "tsh"]),
    ("NGN", &["ngn", "naira", "₦"]),
    ("BWP", &["bwp", "pula"]),
    ("NAD", &["nad", "n $"]),
    ("MUR", &["mur"]),
    ("MXN", &["mxn", "mexican pesos", "pesos mexicanos"]),
    ("CNY", &["cny", "rmb", "yuan"]),
    ("THB", &["thb", "baht"]),
    ("ILS", &["ils", "nis", "shekels"]),
    ("TRY", &["try lira"]),
    ("SAR", &["sar", "riyals"]),
    ("QAR", &["qar"]),
    ("MYR", &["myr", "rm", "ringgit"]),
    ("PHP", &["php"]),
    ("PKR", &["pkr"]),
    ("LKR", &["lkr"]),
];

#[rustfmt::skip]
const CUES: &[&str] = &[
    "budget", "budgets", "spend", "spending", "afford", "budgeted", "cost", "costing", "price range", "up to",
    "maximum", "max", "not more than", "no more than", "less than", "under", "ausgeben", "kosten", "preis",
    "hochstens", "maximal", "depenser", "prix", "presupuesto", "gastar", "orcamento", "verba", "begroting",
    "uitgeven", "besteden", "spesa", "spendere", "preventivo", "begroot", "limit", "price", "funds", "allocated",
    "set aside", "ceiling", "willing to pay", "pay", "in the region of", "ballpark", "around", "about", "roughly",
];
#[rustfmt::skip]
const STRONG: &[&str] = &[
    "budget", "budgets", "spend", "spending", "afford", "budgeted", "ausgeben", "depenser", "presupuesto", "gastar",
    "orcamento", "verba", "begroting", "uitgeven", "besteden", "spendere", "set aside", "allocated", "willing to pay", "cap it at", "cap is", "ceiling", "limit is", "limit", "tops", "tope", "plafond", "plafonds", "teto", "tetto", "hochstgrenze",
];
/// Words that make an amount something else.
#[rustfmt::skip]
const OTHER: &[&str] = &[
    "deposit", "paid", "anzahlung", "acompte", "insurance", "voucher", "gift card", "refund", "invoice", "discount",
    "excess", "saw", "seen", "found it for", "quoted", "last year", "last time", "advertised", "salary", "fee",
    "fees", "transfer fee", "flights cost", "cheaper", "old quote", "previous quote", "first quote", "used to be", "owe", "subs of", "ticket costs", "per ticket", "gutschein", "already booked",
    "we paid", "won", "save", "booked and cost", "ihr angebot", "angebot vom", "votre devis", "su presupuesto de", "vorige offerte", "booked already", "cost us", "costs us",
];

/// Words anywhere near an amount that make it one person's.
#[rustfmt::skip]
const PERSON_NEAR: &[&str] = &[
    "per person", "pp", "pro person", "par personne", "por persona", "por pessoa", "per persoon", "a persona",
    "per head", "pro nase", "pro kopf", "por barba", "a testa", "p.p.", "p . p .", "we each", "each of us", "each have",
];

/// The budget a part of the mail states.
pub(super) fn read(scan: &Scan, own: Currency) -> Option<Evidence<Budget>> {
    let mut best: Option<(u8, Evidence<Budget>)> = None;
    let mut at = 0;
    while at < scan.len() {
        match amount(scan, at, own, Asked::Nowhere) {
            Some((found, next)) => {
                let score = found.confidence.0;
                if score >= 60 && best.as_ref().is_none_or(|(known, _)| score > *known) {
                    best = Some((score, found));
                }
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    best.map(|(_, found)| found)
}

/// The amount in the line of a form whose label asks for it, in the label's own currency where the value names none.
pub(super) fn labelled(value: &Scan, own: Currency) -> Option<Evidence<Budget>> {
    let (found, _) = (0..value.len()).find_map(|at| amount(value, at, own, Asked::ByLabel))?;
    Some(Evidence { confidence: Confidence(97), ..found })
}

/// What a label says the amount is for: "Budget per person".
pub(super) fn basis_in(label: &Scan) -> Option<BudgetBasis> {
    let said = |phrases: &[&str]| label.holds(0..label.len(), phrases);
    if said(PER_NIGHT) {
        Some(BudgetBasis::PerNight)
    } else if said(PER_PERSON) {
        Some(BudgetBasis::PerPerson)
    } else {
        None
    }
}

/// The first currency that a label names: "Budget (USD)".
pub(super) fn currency_in(label: &Scan, own: Currency) -> Option<Currency> {
    (0..label.len()).find_map(|at| currency_at(label, at, own)).map(|(currency, _)| currency)
}

/// Whether a form asks for the amount: then a bare number is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    ByLabel,
    Nowhere,
}

/// An amount or a range with its currency.
fn amount(scan: &Scan, start: usize, own: Currency, asked: Asked) -> Option<(Evidence<Budget>, usize)> {
    let (lead, from) = currency_at(scan, start, own).map_or((None, start), |(currency, next)| (Some(currency), next));
    if lead.is_none()
        && scan.glued(start)
        && scan.is(start.wrapping_sub(1), &[".", ",", "/", "-", ":", "+"])
        && scan.is_number(start.wrapping_sub(2))
    {
        return None;
    }
    let from = scan.phrase(from, &[".", ":"]).filter(|_| lead.is_some()).unwrap_or(from);
    // "0845550121" is a telephone number.
    (!scan.norm(from).starts_with('0') || scan.norm(from).len() < 5).then_some(())?;
    let (mut low, next) = amount_at(scan, from)?;
    let (trail, next) = currency_after(scan, next, own).map_or((None, next), |(currency, next)| (Some(currency), next));
    // "$5,000 AUD", "$700 a night AUD", "70,000 per head in rupees": whose money it is.
    let trail = trail.or_else(|| {
        let (_, end) = basis(scan, start, next);
        let named = scan.phrase(end, &["in", ",", "(", "en", ", en", ", in"]).unwrap_or(end);
        let told = end > next || scan.norm(end) == "(";
        currency_at(scan, named, own).filter(|_| told && !scan.is_number(named + 1)).map(|(currency, _)| currency)
    });
    let lead = lead.filter(|_| trail.is_none() || !scan.is(start, &["$"]));
    let (mut high, mut next) = upper(scan, next, own).map_or((None, next), |(high, next)| (Some(high), next));
    let mut currency = lead.or(trail);
    if let Some((high, more, scaled)) = high.as_mut() {
        currency = currency.or(*more);
        if let Some(factor) = scaled.filter(|_| low < Decimal::from(1000) && *high > low) {
            low = low.checked_mul(factor)?;
        }
    }
    let high = high.map(|(high, ..)| high).filter(|high| *high > low);
    let cued = cue(scan, start, next);
    let lakh = (start..next).any(|at| scan.is(at, &["lakh", "lakhs", "lac", "lacs", "crore"]));
    let plain = currency.is_none() && !lakh;
    let dated = plain && (party::counts_something(scan, next) || low < Decimal::from(100));
    let bare = plain && asked == Asked::Nowhere;
    if bare && (!cued || dated || !scan.is_number(from) && low < Decimal::from(1000) || year_like(scan, from, low))
        || low.is_zero()
    {
        return None;
    }
    let (basis, end) = basis(scan, start, next);
    next = end;
    let (around, clause) = (window(scan, start, next), places::clause(scan, start));
    let other = other_price(scan, around.start.max(clause.start)..around.end.min(clause.end.max(next)))
        || places::past(scan, start);
    let strong = scan.holds(window(scan, start, next), STRONG);
    let (currency, origin) = match currency {
        Some(currency) => (currency, Origin::Stated),
        None if lakh && !matches!(own.code(), "PKR" | "LKR" | "NPR" | "BDT") => ("INR".parse().ok()?, Origin::Stated),
        None => (own, Origin::Stated),
    };
    // "$250 a night … actually just say $1000".
    const SETTLED: &[&str] = &[
        "just say",
        "let's say",
        "lets say",
        "make it",
        "make that",
        "call it",
        "sagen wir",
        "disons",
        "digamos",
        "laten we zeggen",
        "diciamo",
    ];
    let settled = u8::from(scan.phrase_before(start, SETTLED).is_some());
    let confidence = 2 * settled
        + if other && !strong {
            20
        } else if strong {
            97
        } else if cued {
            90
        } else {
            75
        }
        - if plain { 12 } else { 0 };
    let value = Budget { amount: low.normalize(), max: high.map(|high| high.normalize()), currency, basis };
    Some((Evidence { value, origin, confidence: Confidence(confidence), source: scan.source(start, next - 1) }, next))
}

/// Whether words in the tokens `range` call the amount another price; what it includes or leaves out is none.
fn other_price(scan: &Scan, range: std::ops::Range<usize>) -> bool {
    const PART: &[&str] = &[
        "including",
        "incl",
        "include",
        "includes",
        "included",
        "inclusive",
        "with",
        "plus",
        "excluding",
        "excl",
        "excludes",
        "exclusive",
        "without",
        "inkl",
        "ohne",
        "zzgl",
        "all",
        "green",
        "entrance",
        "park",
        "and",
        "no",
    ];
    range.clone().any(|at| {
        let named = scan.phrase(at, OTHER).is_some_and(|next| next <= range.end);
        named && !(1..=3).any(|back| at >= range.start + back && scan.is(at - back, PART))
    })
}

fn year_like(scan: &Scan, at: usize, low: Decimal) -> bool {
    scan.norm(at).len() == 4
        && low >= Decimal::from(1990)
        && low <= Decimal::from(2060)
        && scan.phrase_before(at, STRONG).is_none()
        && scan
            .phrase_before(
                at,
                &[
                    "budget :",
                    "budget is",
                    "budget of",
                    "budget is around",
                    "budget around",
                    "budget about",
                    "budget of about",
                    "budget of around",
                ],
            )
            .is_none()
}

/// The upper end of a range: its amount, currency and multiplier.
type Upper = (Decimal, Option<Currency>, Option<Decimal>);

/// The upper end of a range: "- 4,000", "to R50k", "and 4000 euros".
fn upper(scan: &Scan, at: usize, own: Currency) -> Option<(Upper, usize)> {
    let next = scan
        .phrase(at, &["-", "to", "and", "bis", "a", "y", "et", "und", "tot", "e", "en", "or", "max", "- max", "/"])?;
    let (lead, from) = currency_at(scan, next, own).map_or((None, next), |(currency, next)| (Some(currency), next));
    scan.is_number(from).then_some(())?;
    let (high, next) = amount_at(scan, from)?;
    let factor = multiplier_at(scan, next - 1).map(|(factor, _)| factor);
    let (trail, after) = currency_at(scan, next, own).map_or((None, next), |(currency, next)| (Some(currency), next));
    (lead.or(trail).is_some() || factor.is_some() || !party::counts_something(scan, next) && high >= Decimal::from(500))
        .then_some(((high, lead.or(trail), factor), after))
}

/// A currency behind an amount; "pesos MXN" and "dollars AUD" say it twice, the second time more exactly.
fn currency_after(scan: &Scan, at: usize, own: Currency) -> Option<(Currency, usize)> {
    let (currency, next) = currency_at(scan, at, own)?;
    let vague = scan.is(at, &["pesos", "peso", "dollars", "dollar", "$"]);
    Some(currency_at(scan, next, own).filter(|_| vague).unwrap_or((currency, next)))
}

/// A currency at `at`: a symbol, a code or a word.
fn currency_at(scan: &Scan, at: usize, own: Currency) -> Option<(Currency, usize)> {
    let named =
        WORDS.iter().filter_map(|(code, words)| Some((*code, scan.phrase(at, words)?))).max_by_key(|(_, next)| *next);
    if let Some((code, next)) = named {
        let code = match (code, own.code()) {
            ("INR", "MUR" | "PKR" | "LKR" | "NPR" | "SCR") if scan.is(at, &["rs", "rupees"]) => own.code(),
            (code, _) => code,
        };
        return Some((code.parse().ok()?, next));
    }
    let token = scan.get(at)?;
    match token.norm.as_str() {
        "$" | "dollars" | "dollar" => {
            let code = if own.code().ends_with('D')
                && matches!(own.code(), "USD" | "AUD" | "CAD" | "NZD" | "SGD" | "HKD" | "NAD" | "FJD" | "BBD" | "JMD")
            {
                own.code()
            } else {
                "USD"
            };
            Some((code.parse().ok()?, at + 1))
        }
        "r" if token.kind == Kind::Word
            && scan.is_number(at + 1)
            && (token.case == Case::Capital || own.code() == "ZAR" && scan.glued(at + 1)) =>
        {
            Some(("ZAR".parse().ok()?, at + 1))
        }
        "¥" => Some((if own.code() == "CNY" { own } else { "JPY".parse().ok()? }, at + 1)),
        "kr" | "kroner" | "kronor" => {
            Some((if matches!(own.code(), "NOK" | "DKK" | "SEK" | "ISK") { own } else { "SEK".parse().ok()? }, at + 1))
        }
        "francs" | "franc" => Some((if own.code() == "EUR" { "CHF".parse().ok()? } else { own }, at + 1)),
        "pesos" | "peso" => Some((own, at + 1)),
        word if word == own.code().to_ascii_lowercase() && token.case == Case::Upper => Some((own, at + 1)),
        _ => None,
    }
}

/// The tokens that tell what an amount is: its sentence, at most twelve tokens before and eight after.
fn window(scan: &Scan, start: usize, next: usize) -> std::ops::Range<usize> {
    let sentence = scan.sentence(start);
    sentence.start.max(start.saturating_sub(12))..sentence.end.min(next + 8).max(next)
}

fn cue(scan: &Scan, start: usize, next: usize) -> bool {
    let before = window(scan, start, next).start..start;
    let after = next..(next + 6).min(scan.len());
    let money = ["budget", "presupuesto", "orcamento", "begroting"];
    let each = scan.phrase(next, PER_PERSON).or_else(|| scan.phrase(next, PER_NIGHT)).is_some();
    scan.holds(before.clone(), STRONG)
        || scan.holds(after, &money)
        || each
            && scan.is_number(start)
            && (scan.norm(start).len() >= 3 || scan.is(start + 1, &[".", ",", "'"]) && scan.norm(start + 2).len() == 3)
        || scan.holds(before.start.max(start.saturating_sub(4))..start, CUES)
            && (multiplied(scan, start, next)
                || scan.is_number(start) && next > start + 1 && scan.norm(next - 1).len() == 3)
}

/// Whether the amount is written as money is: with a multiplier or four digits.
fn multiplied(scan: &Scan, start: usize, next: usize) -> bool {
    multiplier_at(scan, next.saturating_sub(1)).is_some() || scan.norm(start).len() >= 5
}

#[rustfmt::skip]
const PER_PERSON: &[&str] = &[
    "pp", "p . p .", "p . p", "p / p", "ppn", "per person", "per pax", "per head", "a head", "each", "a person",
    "per adult", "per traveller", "per traveler", "per guest", "pro person", "p . person", "pro kopf", "pro nase",
    "par personne", "par tete", "/ personne", "por persona", "por pessoa", "por cabeza", "per persoon", "p . p . p",
    "a persona", "per persona", "/ person", "/ pp", "/ pax", "/ head", "pps", "per person sharing", "pro pers", "pax",
    "por cabeca", "p / pessoa", "/ pessoa", "/ pers", "/ pers .", "p . pessoa", "de man", "die man", "pers", "cada uno", "cada una", "cada um", "cada uma", "ciascuno", "ciascuna", "ognuno", "chacun", "chacune", "por barba", "apiece", "a testa", "elk", "stuk", "für jeden", "fur jeden", "/ personen", "p p", "pppd",
];
#[rustfmt::skip]
const PER_NIGHT: &[&str] = &[
    "per night", "per nite", "a nite", "a night", "/ night", "pn", "p / n", "p . n .", "pro nacht", "par nuit", "la nuit", "por noche",
    "la noche", "por noite", "per nacht", "a notte", "per notte", "each night", "nightly", "per room per night",
    "per nag", "pppn", "pp pn", "p . p . p . n", "p . p . p . n .", "a diaria", "por dia", "por persona y noche", "por pessoa e por noite", "par nuit et par personne", "pro person und nacht", "per persona a notte", "p / p / n", "/ nacht", "/ nuit", "/ noche", "die nacht", "pro zimmer und nacht", "per room night",
];

/// "per learner", "par adulte", "/ golfer": one past a person that the amount is for.
fn per_head(scan: &Scan, at: usize) -> Option<usize> {
    let noun = scan.phrase(at, &["per", "/", "pro", "par", "por", "a"])?;
    (party::is_one_person(scan, noun)).then_some(noun + 1)
}

/// What the amount is for, and one past the words that say so.
fn basis(scan: &Scan, start: usize, next: usize) -> (BudgetBasis, usize) {
    let gap = scan
        .phrase(next, &[",", "(", "max", "maximum", "or so", "total", "ish", "-", ". -", ".-", "in total"])
        .unwrap_or(next);
    for at in [next, gap] {
        if let Some(end) = scan.phrase(at, PER_NIGHT) {
            return (BudgetBasis::PerNight, end);
        }
        if let Some(end) = scan.phrase(at, PER_PERSON).or_else(|| per_head(scan, at)) {
            let night = scan.phrase(end, PER_NIGHT);
            return (
                if night.is_some() { BudgetBasis::PerNight } else { BudgetBasis::PerPerson },
                night.unwrap_or(end),
            );
        }
    }
    if scan.is(start.wrapping_sub(1), &["je"]) && scan.language == super::language::Language::German {
        return (BudgetBasis::PerPerson, next);
    }
    let sentence = scan.sentence(start);
    let around = sentence.start.max(start.saturating_sub(8))..sentence.end.min(next + 6);
    if scan.holds(around.clone(), PERSON_NEAR) {
        (BudgetBasis::PerPerson, next)
    } else if scan.holds(
        around,
        &["per night", "nightly", "pro nacht", "par nuit", "por noche", "por noite", "per nacht", "a notte"],
    ) {
        (BudgetBasis::PerNight, next)
    } else {
        (BudgetBasis::Total, next)
    }
}
