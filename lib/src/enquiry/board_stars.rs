//! Meals and stars, by the words travellers use for them.
//!
//! Invariant: the first board and the first star rating named count; a rating is between 1 and 7 stars.

use super::{
    Board, Confidence, Evidence, Origin,
    language::Language,
    numbers::count_at,
    places,
    scan::{Case, Kind, Scan},
};

const BOARDS: &[(Board, &[&str])] = &[
    (
        Board::AllInclusive,
        &[
            "all inclusive",
            "all-inclusive",
            "all inc",
            "all incl",
            "alles inklusive",
            "tout compris",
            "tout inclus",
            "todo incluido",
            "tudo incluido",
            "tutto incluso",
            "fully inclusive",
            "ultra all inclusive",
            "alles inbegrepen",
            "alles ingesluit",
            "formule tout compris",
            "formule tout inclus",
            "tt compris",
            "tt inclus",
            "all in met",
            "all inklusive",
            "allinclusive",
        ],
    ),
    (
        Board::FullBoard,
        &[
            "full board",
            "full-board",
            "vollpension",
            "pension complete",
            "pension completa",
            "pensao completa",
            "volpension",
            "pensione completa",
            "volledig pension",
            "vol pension",
            "three meals a day",
            "all meals",
            "volle losies",
            "fully catered",
            "full catering",
            "all meals included",
            "fullboard",
        ],
    ),
    (
        Board::HalfBoard,
        &[
            "half board",
            "half-board",
            "halbpension",
            "demi-pension",
            "media pension",
            "meia pensao",
            "halfpension",
            "mezza pensione",
            "half pension",
            "breakfast and dinner",
            "dinner bed and breakfast",
            "dbb",
            "dinner and breakfast",
            "breakfast & dinner",
            "halwe losies",
            "halfboard",
            "fruhstuck und abendessen",
            "bed breakfast and dinner",
            "dinner , bed and breakfast",
            "dinner , bed & breakfast",
            "bed , breakfast and dinner",
            "halflosies",
            "halwe losies",
            "breakfast n dinner",
            "breakfast + dinner",
            "ontbyt en aandete",
            "ontbijt en avondeten",
            "desayuno y cena",
            "petit dejeuner et diner",
            "colazione e cena",
            "cafe da manha e jantar",
            "pequeno almoco e jantar",
        ],
    ),
    (
        Board::BedAndBreakfast,
        &[
            "bed and breakfast",
            "bed & breakfast",
            "b & b",
            "b and b",
            "b & bs",
            "b & b 's",
            "b&b",
            "breakfast included",
            "breakfast please",
            "breakfast daily",
            "with breakfast",
            "including breakfast",
            "incl breakfast",
            "breakfast basis",
            "breakfast only",
            "mit fruhstuck",
            "fruhstuck reicht",
            "nur fruhstuck",
            "ubernachtung mit fruhstuck",
            "inkl fruhstuck",
            "avec petit dejeuner",
            "petit dejeuner inclus",
            "petit dejeuner compris",
            "con desayuno",
            "desayuno incluido",
            "alojamiento y desayuno",
            "com cafe da manha",
            "cafe da manha incluido",
            "pequeno almoco incluido",
            "com pequeno almoco",
            "met ontbijt",
            "inclusief ontbijt",
            "logies ontbijt",
            "logies en ontbijt",
            "con colazione",
            "colazione inclusa",
            "bed en ontbyt",
            "met ontbyt",
            "breakfast inclusive",
            "fruhstuck inklusive",
            "with breakfast included",
            "pernottamento e colazione",
            "pernottamento e prima colazione",
            "solo pernottamento e prima colazione",
            "solo pernottamento e colazione",
            "logies met ontbijt",
            "alleen logies met ontbijt",
            "camera e colazione",
            "bed and brekkie",
            "bed n breakfast",
            "bed & brekkie",
            "chambre d'hotes",
        ],
    ),
    (
        Board::RoomOnly,
        &[
            "room only",
            "room-only",
            "without breakfast",
            "no meals",
            "ohne verpflegung",
            "nur ubernachtung",
            "ohne fruhstuck",
            "sans repas",
            "solo alojamiento",
            "so alojamento",
            "zonder maaltijden",
            "logies",
            "solo pernottamento",
            "no breakfast",
            "without meals",
            "accommodation only",
            "senza pasti",
            "solo la habitacion",
            "solo habitacion",
            "sem refeicoes",
            "sem refeicao",
            "so o alojamento",
            "apenas alojamento",
            "basta o alojamento",
            "so a hospedagem",
            "alleen logies",
            "net die verblyf",
            "logement seul",
            "no meals needed",
            "formula solo pernottamento",
            "nur unterkunft",
            "nur zimmer",
        ],
    ),
    (
        Board::SelfCatering,
        &[
            "self catering",
            "self-catering",
            "self cater",
            "selbstversorgung",
            "selbstversorger",
            "selfcatering",
            "with a kitchen",
            "with kitchen",
            "mit kuche",
            "zelfverzorging",
            "ferienwohnung mit kuche",
            "selfsorg",
            "own cooking",
            "self kook",
            "maak self kos",
            "sal self kook",
            "cook for ourselves",
            "zelf kunnen koken",
            "zelf koken",
            "selbst verpflegen",
            "selber kochen",
            "podemos cozinhar",
            "uso cucina",
            "podamos cocinar",
            "can self cater",
            "own cooking",
            "avec une cuisine",
            "with kitchenette",
            "avec cuisine",
            "con cocina",
            "com cozinha",
            "cucina propria",
            "met keuken",
            "met een keuken",
            "met eigen keuken",
            "with own kitchen",
            "with our own kitchen",
            "mit eigener kuche",
            "con cucina",
        ],
    ),
];

/// Words that say the meals named after them are not wanted.
#[rustfmt::skip]
const DENIED: &[&str] = &[
    "not", "no", "don't want", "not want", "rather than", "instead of", "avoid", "kein", "keine", "pas de", "pas",
    "geen", "nicht", "no need for", "not necessarily", "sin", "sans", "ohne", "without", "senza", "sem", "zonder", "sonder",
];

/// Words right after meals that say they are not wanted, or not asked for here.
#[rustfmt::skip]
const DENIED_AFTER: &[&str] = &[
    "is wasted", "isn't", "is not", "not needed", "brauchen wir nicht", "brauch ich nicht", "muss nicht", "hoeft niet", "hoef", "no hace falta", "pas besoin", "nao precisa", "air",
    "airfare", "flights", "taxes", "tax", "gst", "visa", "thing at", "+ gst", ". air", "transfers",
];

/// Words before the meals that are asked for after all: "AI or … nah, make it all inclusive".
const SETTLED: &[&str] =
    &["make it", "make that", "rather have", "prefer", "nah ,", "lieber", "plutot", "mejor", "liever", "piuttosto"];

/// Breakfast, in the words of travellers.
#[rustfmt::skip]
const BREAKFAST: &[&str] = &[
    "breakfast", "brekkie", "brekky", "brekkies", "breakie", "fruhstuck", "petit dejeuner", "petit dej", "p'tit dej", "desayuno", "desayunos", "cafe da manha", "pequeno almoco", "ontbijt",
    "ontbijtje", "colazione", "prima colazione", "ontbyt",
];
/// Dinner, likewise.
const DINNER: &[&str] =
    &["dinner", "dinners", "supper", "abendessen", "diner", "cena", "jantar", "avondeten", "aandete"];

/// What stars are called.
#[rustfmt::skip]
const STAR: &[&str] = &[
    "star", "stars", "sterne", "stern", "sternen", "etoiles", "etoile", "estrellas", "estrella", "estrelas",
    "estrela", "sterren", "ster", "stelle", "stella", "sterre", "*", "* *", "sterneqhotel", "sternehotel",
    "sterrenhotel",
];

/// The board a part of the mail asks for: the one that is settled on, else the first.
pub(super) fn board(scan: &Scan) -> Option<Evidence<Board>> {
    let all: Vec<(usize, Evidence<Board>)> = (0..scan.len()).filter_map(|at| Some((at, named(scan, at)?))).collect();
    let settled = all.iter().rfind(|(at, _)| scan.phrase_before(*at, SETTLED).is_some());
    settled.or(all.first()).map(|(_, board)| board.clone())
}

/// Meals that are only spoken of: "breakfast must", "we'd have breakfast at the hotel", "petit-déj".
pub(super) fn meals(scan: &Scan) -> Option<Evidence<Board>> {
    (0..scan.len()).find_map(|at| {
        let next = scan.phrase(at, BREAKFAST)?;
        let sentence = scan.sentence(at);
        let around = at.saturating_sub(4).max(sentence.start)..(next + 5).min(sentence.end);
        let denied = scan.phrase_before(at, DENIED).is_some()
            || scan.phrase(next, DENIED_AFTER).is_some()
            || places::past(scan, at);
        let timed = scan.is(at.wrapping_sub(1), &["early", "before", "after", "champagne", "lazy"])
            || scan.is(next, &["time", "room", "table", "buffet"]);
        let board = if scan.holds(around, DINNER) { Board::HalfBoard } else { Board::BedAndBreakfast };
        (!denied && !timed).then(|| evidence(scan, at, next, board, 75))
    })
}

fn named(scan: &Scan, at: usize) -> Option<Evidence<Board>> {
    if scan.language == Language::Dutch
        && scan
            .phrase(at, &["all in", "all-in"])
            .is_some_and(|next| scan.is(next, &[",", ".", "met", "graag", "in", "\n"]))
        && !scan.is(at.wrapping_sub(1), &["-"])
        && !scan.is_number(at.wrapping_sub(1))
    {
        return Some(evidence(scan, at, at + 2, Board::AllInclusive, 90));
    }
    Some(at).and_then(|at| {
        let (board, next) = BOARDS
            .iter()
            .filter_map(|(board, phrases)| Some((*board, scan.phrase(at, phrases)?)))
            .max_by_key(|(_, next)| *next)?;
        let all_in_time = scan.norm(at) == "all" && next == at + 2 && scan.is(at + 1, &["in"]) && scan.is_word(next);
        let dinner = board == Board::BedAndBreakfast
            && scan
                .phrase(next, &["and", "&", "n", "+", "und", "et", "y", "e", "en"])
                .is_some_and(|next| scan.is(next, DINNER));
        let board = if dinner { Board::HalfBoard } else { board };
        let label = scan.norm(at) == "logies" && scan.norm(next) == ":";
        let priced = label
            || scan.is(at, &["tout", "alles"])
                && scan.is(at.wrapping_sub(1), &["€", "euro", "euros", "eur", "$", "chf"]);
        let denied = priced
            || scan.phrase_before(at, DENIED).is_some()
            || scan.phrase(next, DENIED_AFTER).is_some()
            || places::past(scan, at);
        (!all_in_time && !denied).then(|| evidence(scan, at, next, board, 95))
    })
}

/// The code of a board in capitals, beside nothing that makes it something else: "HB", "AI", "BB".
pub(super) fn board_code(scan: &Scan) -> Option<Evidence<Board>> {
    (0..scan.len()).find_map(|at| {
        let token = scan.get(at).filter(|token| matches!(token.norm.len(), 2 | 3) && !token.glued)?;
        let between =
            |at: usize| scan.get(at).is_none_or(|token| token.kind == Kind::Break || scan.is(at, &[",", "/", ";"]));
        let alone = between(at.wrapping_sub(1)) && between(at + 1);
        (token.case == Case::Upper || alone).then_some(())?;
        let board =
            local_code(scan.language, &token.norm).or_else(|| Board::from_code(&token.norm.to_ascii_uppercase()))?;
        let shouted = scan.get(at + 1).is_some_and(|next| next.case == Case::Upper)
            && scan.get(at.wrapping_sub(1)).is_some_and(|before| before.case == Case::Upper);
        let other = scan.is(at + 1, &["video", "tool", "model", "gun", "pencil"]);
        let line_ends = scan.get(at + 1).is_none_or(|next| next.kind == Kind::Break);
        let denied = scan.phrase(at + 1, DENIED_AFTER).is_some();
        (!denied).then_some(())?;
        (!shouted && !other && (line_ends || !scan.glued(at + 1))
            || !shouted && scan.is(at + 1, &[",", ".", ";", ")", "/", "?", "!"]))
        .then(|| evidence(scan, at, at + 1, board, 80))
    })
}

/// Codes of boards in other languages, and the one that Indian agents write.
fn local_code(language: Language, code: &str) -> Option<Board> {
    match (language, code) {
        (Language::German | Language::Dutch, "hp") | (Language::Spanish | Language::Portuguese, "mp") => {
            Some(Board::HalfBoard)
        }
        (Language::French, "dp") | (Language::English, "map") => Some(Board::HalfBoard),
        (Language::German | Language::Dutch, "vp") => Some(Board::FullBoard),
        (Language::Spanish | Language::Portuguese | Language::French, "pc") => Some(Board::FullBoard),
        (Language::Spanish | Language::Portuguese | Language::French, "ti") => Some(Board::AllInclusive),
        (Language::German, "uf") | (Language::Spanish, "ad") => Some(Board::BedAndBreakfast),
        _ => None,
    }
}

/// The least star rating a part of the mail asks for.
pub(super) fn stars(scan: &Scan) -> Option<Evidence<u8>> {
    #[rustfmt::skip]
    const COMPOUND: &[(&str, u8)] = &[
        ("driester", 3), ("viester", 4), ("vierster", 4), ("vyfster", 5), ("vijfsterren", 5), ("viersterren", 4), ("driesterren", 3), ("dreisterne", 3), ("viersterne", 4),
        ("funfsterne", 5),
    ];
    const UNWANTED: &[&str] =
        &["brauch", "brauche", "brauchen", "hoef", "hoeft", "muss nicht", "isn't", "not needed", "no need"];
    (0..scan.len()).find_map(|at| {
        if let Some((_, value)) = COMPOUND.iter().find(|(word, _)| scan.norm(at).starts_with(word)) {
            return scan.phrase(at + 1, UNWANTED).is_none().then(|| evidence(scan, at, at + 1, *value, 95));
        }
        // "Sterre: 4", "Star rating: 4".
        let label =
            scan.phrase(at, STAR).and_then(|next| scan.phrase(scan.phrase(next, &["rating"]).unwrap_or(next), &[":"]));
        if let Some(count) = label.and_then(|next| count_at(scan, next)).filter(|count| (1..=7).contains(&count.value))
        {
            return Some(evidence(scan, at, count.next, u8::try_from(count.value).ok()?, 95));
        }
        let count = count_at(scan, at).filter(|count| !count.article && (1..=7).contains(&count.value))?;
        let ranged = scan
            .phrase(count.next, &["-", "to", "or", "/", "bis", "a", "oder", "ou", "o", "of", "tot"])
            .and_then(|next| count_at(scan, next))
            .filter(|upper| upper.value <= 7 && upper.value > count.value);
        let end = ranged.map_or(count.next, |upper| upper.next);
        let from = scan.phrase(end, &["-", "+"]).unwrap_or(end);
        let word = scan.phrase(from, STAR);
        let next = word.filter(|_| !scan.is(from, &["*"]) || scan.glued(from))?;
        let glued_mark = scan.is(from, &["*"]) && scan.is_number(next) || scan.phrase(next, UNWANTED).is_some();
        let origin = u8::try_from(count.value).ok()?;
        (!glued_mark).then(|| evidence(scan, at, next, origin, 95))
    })
}

fn evidence<T>(scan: &Scan, first: usize, next: usize, value: T, confidence: u8) -> Evidence<T> {
    Evidence { value, origin: Origin::Stated, confidence: Confidence(confidence), source: scan.source(first, next - 1) }
}
