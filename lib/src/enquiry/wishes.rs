//! What travellers like to do, hotels they name, and anything else they ask for in their own words.
//!
//! Invariant: an interest or a request is there because its word is; hotels are only those the tenant knows.

use super::{
    Confidence, Evidence, Origin,
    read::HotelName,
    scan::{Case, Scan, fold},
};

const INTERESTS: &[(&str, &[&str])] = &[
    (
        "safari",
        &[
            "safari",
            "safaris",
            "game drive",
            "game drives",
            "game viewing",
            "big five",
            "big 5",
            "wildlife",
            "tiere beobachten",
            "pirschfahrt",
            "wildbeobachtung",
        ],
    ),
    (
        "beach",
        &[
            "beach",
            "beaches",
            "strand",
            "strande",
            "badeurlaub",
            "plage",
            "plages",
            "playa",
            "playas",
            "praia",
            "praias",
            "spiaggia",
            "spiagge",
            "strandurlaub",
            "stranden",
            "seaside",
        ],
    ),
    ("snorkelling", &["snorkelling", "snorkeling", "snorkel", "schnorcheln", "snorkelen"]),
    ("diving", &["diving", "scuba", "dive", "tauchen", "plongee", "buceo", "mergulho", "duiken", "immersioni", "duik"]),
    (
        "hiking",
        &[
            "hiking",
            "hike",
            "hikes",
            "trekking",
            "wandern",
            "randonnee",
            "senderismo",
            "caminhadas",
            "wandelen",
            "escursioni",
            "wandelings",
            "stap",
        ],
    ),
    ("golf", &["golf", "golfing", "golfen"]),
    (
        "wine",
        &[
            "wine tasting",
            "wine tastings",
            "wine estates",
            "vineyards",
            "wineries",
            "wine",
            "weinprobe",
            "weinverkostung",
            "degustation de vin",
            "vino",
            "vinhos",
            "wijn",
            "wynproe",
        ],
    ),
    ("spa", &["spa", "wellness", "massage", "massages"]),
    (
        "food",
        &["cuisine", "foodie", "foodies", "cooking class", "cooking classes", "gastronomy", "culinary", "restaurants"],
    ),
    (
        "culture",
        &["museums", "museum", "culture", "history", "kultur", "cultura", "musees", "historical sites", "archaeology"],
    ),
    ("surfing", &["surfing", "surf", "surfen"]),
    ("skiing", &["skiing", "ski", "snowboarding", "skifahren", "skiurlaub"]),
    ("sailing", &["sailing", "segeln", "catamaran", "yacht", "zeilen"]),
    ("cruise", &["cruise", "kreuzfahrt", "croisiere", "crucero", "cruzeiro"]),
    ("nightlife", &["nightlife", "nachtleben"]),
    ("shopping", &["shopping"]),
    ("birdwatching", &["birdwatching", "bird watching", "birding"]),
    ("fishing", &["fishing", "angeln"]),
    ("whale watching", &["whale watching", "whales"]),
    ("cycling", &["cycling", "biking", "mountain biking", "radfahren", "fietsen"]),
    (
        "honeymoon",
        &["honeymoon", "flitterwochen", "lune de miel", "luna de miel", "lua de mel", "huwelijksreis", "luna di miele"],
    ),
    ("theme parks", &["theme park", "theme parks", "disney"]),
    ("self-drive", &["self drive", "road trip", "roadtrip", "mietwagenrundreise"]),
];

/// The things the travellers like to do, in the order of the list.
pub(super) fn interests(scan: &Scan) -> Option<Evidence<Vec<String>>> {
    let mut found: Vec<(usize, usize, &str)> = Vec::new();
    for (name, phrases) in INTERESTS {
        let place = (0..scan.len()).find_map(|at| scan.phrase(at, phrases).map(|next| (at, next)));
        let denied = |at: usize| {
            scan.phrase_before(at, &["no", "not", "don't want", "not into", "kein", "keine", "pas de"]).is_some()
        };
        if let Some((at, next)) = place.filter(|(at, _)| !denied(*at)) {
            found.push((at, next, name));
        }
    }
    found.sort_unstable();
    let (at, next, _) = *found.first()?;
    let value = found.iter().map(|(.., name)| (*name).to_owned()).collect();
    Some(Evidence { value, origin: Origin::Stated, confidence: Confidence(85), source: scan.source(at, next - 1) })
}

#[rustfmt::skip]
const REQUESTS: &[&str] = &[
    "wheelchair", "vegetarian", "vegan", "allergic", "allergy", "allergies", "halal", "kosher", "gluten", "sea view",
    "ocean view", "ground floor", "connecting rooms", "interconnecting", "interleading", "cot", "high chair", "crib",
    "late check out", "early check in", "pet friendly", "our dog", "accessible", "disabled", "dietary", "rollstuhl",
    "vegetarisch", "meerblick", "barrierefrei", "hund", "babybett", "fauteuil roulant", "vue mer", "vegetarien",
    "silla de ruedas", "vista al mar", "cuna", "cadeira de rodas", "vista mar", "rolstoel", "zeezicht",
    "sedia a rotelle", "vista mare", "airport transfer", "airport transfers", "transfers", "transfer",
    "special request", "special requests", "surprise", "adults only", "quiet room", "non smoking", "king size",
    "twin beds", "private pool", "celebrate", "celebrating", "anniversary", "birthday", "flughafentransfer",
    "rolstoelvriendelijk", "seeblick", "balcony", "balkon", "glutenfrei", "laktose", "lactose", "car hire",
    "rental car", "mietwagen", "travel insurance", "pram", "stroller", "kids club", "kids' club", "pool",
];

/// The sentence with the first thing asked for beside the usual fields, as written.
pub(super) fn special_requests(scan: &Scan) -> Option<Evidence<String>> {
    let at = (0..scan.len()).find(|&at| scan.phrase(at, REQUESTS).is_some())?;
    let sentence = scan.sentence(at);
    let first = sentence.clone().find(|at| scan.is_word(*at) || scan.is_number(*at))?;
    let last = sentence.rev().find(|at| scan.is_word(*at) || scan.is_number(*at))?;
    let source = scan.source(first, last)?;
    let value = source.text.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Evidence { value, origin: Origin::Stated, confidence: Confidence(75), source: Some(source) })
}

/// Words of hotel names that many share.
#[rustfmt::skip]
const COMMON: &[&str] = &[
    "the", "hotel", "hotels", "resort", "spa", "and", "lodge", "camp", "villa", "villas", "by", "at", "de", "la",
    "le", "inn", "guesthouse", "guest", "house", "beach", "island", "suites", "boutique", "golf", "of", "palace",
    "club", "game", "private", "safari", "tented", "bay",
];

/// Hotels of the tenant that the mail names, misspelt ones included, with the tokens of the first.
pub(super) fn hotels(scan: &Scan, known: &[HotelName]) -> Option<(Evidence<Vec<String>>, Vec<String>)> {
    let mut found: Vec<(usize, usize, &HotelName)> = Vec::new();
    for hotel in known {
        let words: Vec<String> = fold(&hotel.name).split(' ').map(str::to_owned).collect();
        if let Some((first, next)) = (0..scan.len()).find_map(|at| named(scan, at, &words).map(|next| (at, next))) {
            found.push((first, next, hotel));
        }
    }
    found.sort_by_key(|(first, next, _)| (*first, usize::MAX - *next));
    found.dedup_by(|later, earlier| later.0 < earlier.1);
    let (first, next, _) = *found.first()?;
    let value = found.iter().map(|(.., hotel)| hotel.name.clone()).collect();
    let places = found.iter().map(|(.., hotel)| hotel.destination.clone()).collect();
    let exact = scan.text(first..next).eq_ignore_ascii_case(&found[0].2.name);
    Some((
        Evidence {
            value,
            origin: Origin::Stated,
            confidence: Confidence(if exact { 98 } else { 85 }),
            source: scan.source(first, next - 1),
        },
        places,
    ))
}

/// One past the hotel's name at `at`: all its words, or those that are its own, each with at most one slip in five letters.
fn named(scan: &Scan, at: usize, words: &[String]) -> Option<usize> {
    let whole = run(scan, at, words);
    let own: Vec<String> = words.iter().filter(|word| !COMMON.contains(&word.as_str())).cloned().collect();
    let telling = own.iter().map(String::len).sum::<usize>() >= 6 || own.len() >= 2;
    let short = || {
        let lead = words.iter().position(|word| own.first() == Some(word))?;
        let tail = words.iter().rposition(|word| own.last() == Some(word))?;
        let next = run(scan, at, words.get(lead..=tail)?)?;
        let capital = scan.get(at)?.case != Case::Lower;
        let place = own.len() == 1 && super::gazetteer::Gazetteer::load().find(&own[0]).is_some();
        let hotel = scan.is(next, &["hotel", "resort", "lodge", "camp", "villas", "inn"])
            || scan.is(at.wrapping_sub(1), &["hotel", "resort", "the", "at"]);
        (telling && capital && (!place || hotel)).then_some(next)
    };
    whole.or_else(short)
}

fn run(scan: &Scan, at: usize, words: &[String]) -> Option<usize> {
    let mut next = at;
    for (index, word) in words.iter().enumerate() {
        if index > 0 && scan.is(next, &["-", "'", "&", ","]) && !scan.is_word(next) {
            next += 1;
        }
        let here = scan.norm(next);
        let slips = word.len() / 5;
        let close = here == word
            || slips > 0 && here.len().abs_diff(word.len()) <= slips && strsim::osa_distance(here, word) <= slips;
        if !close || here.is_empty() {
            return None;
        }
        next += 1;
    }
    (!words.is_empty()).then_some(next)
}
