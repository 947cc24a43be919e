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

/// A hotel's name in the text: where it stands, and how many letters are not its own.
struct Match<'h> {
    first: usize,
    next: usize,
    slips: usize,
    hotel: &'h HotelName,
}

/// Hotels of the tenant that the mail names, misspelt ones included, with the tokens of the first. Of two whose names fit
/// the same words, the one with fewer slips is meant; where both fit as well, both are told.
pub(super) fn hotels(scan: &Scan, known: &[HotelName]) -> Option<(Evidence<Vec<String>>, Vec<String>)> {
    let mut found: Vec<Match> = Vec::new();
    for hotel in known {
        let words: Vec<String> = fold(&hotel.name).split(' ').map(str::to_owned).collect();
        let place = (0..scan.len()).find_map(|at| named(scan, at, &words).map(|(next, slips)| (at, next, slips)));
        if let Some((first, next, slips)) = place {
            found.push(Match { first, next, slips, hotel });
        }
    }
    found.sort_by_key(|one| (one.first, usize::MAX - one.next, one.slips));
    found.dedup_by(|later, earlier| {
        let alike = later.first == earlier.first && later.next == earlier.next && later.slips == earlier.slips;
        later.first < earlier.next && !alike
    });
    let first = found.first()?;
    let value = found.iter().map(|one| one.hotel.name.clone()).collect();
    let places = found.iter().map(|one| one.hotel.destination.clone()).collect();
    let exact = scan.text(first.first..first.next).eq_ignore_ascii_case(&first.hotel.name);
    let several = found.get(1).is_some_and(|second| second.first == first.first);
    let confidence = match (exact, several) {
        (true, _) => 98,
        (false, false) => 85,
        (false, true) => 55,
    };
    let origin = if several { Origin::Inferred } else { Origin::Stated };
    let source = scan.source(first.first, first.next - 1);
    Some((Evidence { value, origin, confidence: Confidence(confidence), source }, places))
}

/// One past the hotel's name at `at`, and its slips: all its words, or those that are its own, each with at most one slip in
/// five letters.
fn named(scan: &Scan, at: usize, words: &[String]) -> Option<(usize, usize)> {
    let whole = run(scan, at, words);
    let own: Vec<String> = words.iter().filter(|word| !COMMON.contains(&word.as_str())).cloned().collect();
    let telling = own.iter().map(String::len).sum::<usize>() >= 6 || own.len() >= 2;
    let short = || {
        let lead = words.iter().position(|word| own.first() == Some(word))?;
        let tail = words.iter().rposition(|word| own.last() == Some(word))?;
        let (next, slips) = run(scan, at, words.get(lead..=tail)?)?;
        let capital = scan.get(at)?.case != Case::Lower;
        let place = own.len() == 1 && super::gazetteer::Gazetteer::load().find(&own[0]).is_some();
        let hotel = scan.is(next, &["hotel", "resort", "lodge", "camp", "villas", "inn"])
            || scan.is(at.wrapping_sub(1), &["hotel", "resort", "the", "at"]);
        // "Lagoon Palms Villas" is not the Lagoon Palms Resort.
        let another = scan.is(next, KINDS_OF_HOUSE) && !words.iter().any(|word| word == scan.norm(next));
        (telling && capital && !another && (!place || hotel)).then_some((next, slips))
    };
    whole.or_else(short)
}

/// Words that tell a house from another of the same name.
const KINDS_OF_HOUSE: &[&str] =
    &["lodge", "villas", "villa", "camp", "suites", "inn", "guesthouse", "apartments", "residence", "residences"];

fn run(scan: &Scan, at: usize, words: &[String]) -> Option<(usize, usize)> {
    let (mut next, mut slipped) = (at, 0);
    for (index, word) in words.iter().enumerate() {
        if index > 0 && scan.is(next, &["-", "'", "&", ","]) && !scan.is_word(next) {
            next += 1;
        }
        let here = scan.norm(next);
        let allowed = word.len() / 5;
        let slips = if here == word || here.is_empty() || here.len().abs_diff(word.len()) > allowed {
            usize::from(here != word) * (allowed + 1)
        } else {
            strsim::osa_distance(here, word)
        };
        if slips > allowed {
            return None;
        }
        slipped += slips;
        next += 1;
    }
    (!words.is_empty()).then_some((next, slipped))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::enquiry::Part;

    fn asked(text: &str) -> Vec<String> {
        let hotel = |name: &str| HotelName { name: name.to_owned(), destination: "Mauritius".to_owned() };
        let known =
            ["Lagoon Palms Resort", "Lagoon Palmas Resort", "Lagoon Palms Villas", "Blue Reef Hotel", "Coral Strand"];
        let known: Vec<HotelName> = known.into_iter().map(hotel).collect();
        hotels(&Scan::new("", Part::Text, text), &known).map_or_else(Vec::new, |(found, _)| found.value)
    }

    #[test]
    fn hotels_that_are_called_alike_are_told_apart() {
        assert_eq!(asked("We would love the Lagoon Palms Resort."), ["Lagoon Palms Resort"]);
        assert_eq!(asked("We would love the Lagoon Palmas Resort."), ["Lagoon Palmas Resort"]);
        assert_eq!(asked("Is Lagoon Palms Villas free?"), ["Lagoon Palms Villas"]);
        assert_eq!(asked("Is the Lagoon Palms free?"), ["Lagoon Palms Resort", "Lagoon Palms Villas"]);
        assert_eq!(asked("the Blue Reef Hotel or Corral Strand"), ["Blue Reef Hotel", "Coral Strand"]);
        assert_eq!(asked("a blue reef and palms by the lagoon"), Vec::<String>::new());
    }
}
