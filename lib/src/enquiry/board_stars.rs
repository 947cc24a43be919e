//! Meals and stars, by the words travellers use for them.
//!
//! Invariant: the first board and the first star rating named count; a rating is between 1 and 7 stars.

use super::{
    Board, Confidence, Evidence, Origin,
    numbers::count_at,
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
    "geen", "nicht", "no need for", "not necessarily",
];

/// What stars are called.
#[rustfmt::skip]
const STAR: &[&str] = &[
    "star", "stars", "sterne", "stern", "sternen", "etoiles", "etoile", "estrellas", "estrella", "estrelas",
    "estrela", "sterren", "ster", "stelle", "stella", "sterre", "*", "* *", "sterneqhotel", "sternehotel",
    "sterrenhotel",
];

/// The board a part of the mail asks for.
pub(super) fn board(scan: &Scan) -> Option<Evidence<Board>> {
    (0..scan.len()).find_map(|at| {
        let (board, next) = BOARDS
            .iter()
            .filter_map(|(board, phrases)| Some((*board, scan.phrase(at, phrases)?)))
            .max_by_key(|(_, next)| *next)?;
        let all_in_time = scan.norm(at) == "all" && next == at + 2 && scan.is(at + 1, &["in"]) && scan.is_word(next);
        let denied = scan.phrase_before(at, DENIED).is_some();
        (!all_in_time && !denied).then(|| evidence(scan, at, next, board, 95))
    })
}

/// The code of a board in capitals, beside nothing that makes it something else: "HB", "AI", "BB".
pub(super) fn board_code(scan: &Scan) -> Option<Evidence<Board>> {
    (0..scan.len()).find_map(|at| {
        let token = scan.get(at).filter(|token| token.norm.len() == 2 && !token.glued)?;
        let between =
            |at: usize| scan.get(at).is_none_or(|token| token.kind == Kind::Break || scan.is(at, &[",", "/", ";"]));
        let alone = between(at.wrapping_sub(1)) && between(at + 1);
        (token.case == Case::Upper || alone).then_some(())?;
        let board = Board::from_code(&token.norm.to_ascii_uppercase())?;
        let shouted = scan.get(at + 1).is_some_and(|next| next.case == Case::Upper)
            && scan.get(at.wrapping_sub(1)).is_some_and(|before| before.case == Case::Upper);
        let other = scan.is(at + 1, &["video", "tool", "model", "gun", "pencil"]);
        let line_ends = scan.get(at + 1).is_none_or(|next| next.kind == Kind::Break);
        (!shouted && !other && (line_ends || !scan.glued(at + 1))
            || !shouted && scan.is(at + 1, &[",", ".", ";", ")", "/"]))
        .then(|| evidence(scan, at, at + 1, board, 80))
    })
}

/// The least star rating a part of the mail asks for.
pub(super) fn stars(scan: &Scan) -> Option<Evidence<u8>> {
    (0..scan.len()).find_map(|at| {
        let count = count_at(scan, at).filter(|count| !count.article && (1..=7).contains(&count.value))?;
        let ranged = scan
            .phrase(count.next, &["-", "to", "or", "/", "bis", "a", "oder", "ou", "o", "of", "tot"])
            .and_then(|next| count_at(scan, next))
            .filter(|upper| upper.value <= 7 && upper.value > count.value);
        let end = ranged.map_or(count.next, |upper| upper.next);
        let from = scan.phrase(end, &["-", "+"]).unwrap_or(end);
        let word = scan.phrase(from, STAR);
        let next = word.filter(|_| !scan.is(from, &["*"]) || scan.glued(from))?;
        let glued_mark = scan.is(from, &["*"]) && scan.is_number(next);
        let origin = u8::try_from(count.value).ok()?;
        (!glued_mark).then(|| evidence(scan, at, next, origin, 95))
    })
}

fn evidence<T>(scan: &Scan, first: usize, next: usize, value: T, confidence: u8) -> Evidence<T> {
    Evidence { value, origin: Origin::Stated, confidence: Confidence(confidence), source: scan.source(first, next - 1) }
}
