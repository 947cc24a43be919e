//! The words of the calendar in eight languages, folded as [`super::super::scan`] folds.

use std::{collections::HashMap, sync::LazyLock};

use jiff::civil::Weekday;

use crate::enquiry::language::Language;

/// Whether a word says a month by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// Always the month.
    Month,
    /// The month only beside a day, a year or a preposition ("may", "mar", "set").
    WithHelp,
}

use Says::{Month, WithHelp};

/// Names and abbreviations of the months.
const MONTHS: &[(i8, Says, &str)] = &[
    (1, Month, "january januar janner janvier enero janeiro januari gennaio januarie"),
    (2, Month, "february februar fevrier febrero fevereiro februari febbraio februarie feburary"),
    (3, Month, "marz marzo marco maart"),
    (4, Month, "april avril abril aprile"),
    (5, Month, "maio maggio"),
    (6, Month, "june juni juin junio junho giugno junie"),
    (7, Month, "july juli juillet julio julho luglio julie"),
    (8, Month, "august aout agosto augustus"),
    (9, Month, "september septembre septiembre setembro settembre setiembre"),
    (10, Month, "october oktober octobre octubre outubro ottobre"),
    (11, Month, "november novembre noviembre novembro"),
    (12, Month, "december dezember decembre diciembre dezembro dicembre desember"),
    (1, WithHelp, "jan janv ene gen"),
    (2, WithHelp, "feb fev febr"),
    (3, WithHelp, "march mar mars mrz mrt mrz maar"),
    (4, WithHelp, "apr abr avr"),
    (5, WithHelp, "may mai mayo mei mag"),
    (6, WithHelp, "jun giu"),
    (7, WithHelp, "jul lug juil"),
    (8, WithHelp, "aug ago aou"),
    (9, WithHelp, "sep sept set"),
    (10, WithHelp, "oct okt out ott"),
    (11, WithHelp, "nov"),
    (12, WithHelp, "dec dez dic des"),
];

/// The month the word at `at` names. Abbreviations that are English words count in other languages only.
pub(super) fn month(scan: &super::Scan, at: usize) -> Option<(i8, Says)> {
    let word = scan.norm(at);
    let english = matches!(word, "out" | "set" | "ago" | "mag" | "des" | "gen") && scan.language == Language::English;
    if word.len() < 3 || english {
        return None;
    }
    by_name(word)
}

fn by_name(word: &str) -> Option<(i8, Says)> {
    static BY_NAME: LazyLock<HashMap<&str, (i8, Says)>> = LazyLock::new(|| {
        MONTHS.iter().flat_map(|(month, says, names)| names.split(' ').map(|name| (name, (*month, *says)))).collect()
    });
    BY_NAME.get(word).copied()
}

/// The month of a name that is part of a longer word.
pub(super) fn month_named(name: &str) -> Option<i8> {
    by_name(name).map(|(month, _)| month)
}

const WEEKDAYS: &[(Weekday, &str)] = &[
    (Weekday::Monday, "monday montag lundi lunes maandag lunedi segunda"),
    (Weekday::Tuesday, "tuesday dienstag mardi martes dinsdag martedi terca"),
    (Weekday::Wednesday, "wednesday mittwoch mercredi miercoles woensdag mercoledi quarta woensdag"),
    (Weekday::Thursday, "thursday donnerstag jeudi jueves donderdag giovedi quinta"),
    (Weekday::Friday, "friday freitag vendredi viernes vrydag vrijdag venerdi sexta"),
    (Weekday::Saturday, "saturday samstag sonnabend samedi sabado zaterdag sabato saterdag"),
    (Weekday::Sunday, "sunday sonntag dimanche domingo zondag domenica sondag"),
];

const SHORT_WEEKDAYS: &[(Weekday, &str)] = &[
    (Weekday::Monday, "mon"),
    (Weekday::Tuesday, "tue tues"),
    (Weekday::Wednesday, "wed weds"),
    (Weekday::Thursday, "thu thur thurs"),
    (Weekday::Friday, "fri"),
    (Weekday::Saturday, "sat"),
    (Weekday::Sunday, "sun"),
];

/// The weekday that the word at `at` names. "Mon" is French for "my", and "Sun City" a place.
pub(super) fn weekday_at(scan: &super::Scan, at: usize) -> Option<(Weekday, Says)> {
    if let Some(day) = foreign_short(scan, at) {
        return Some((day, WithHelp));
    }
    let mine = scan.norm(at) == "mon" && scan.language == Language::French;
    let place = scan.norm(at) == "sun" && scan.is(at + 1, &["city", "valley", "international"]);
    if mine || place { None } else { weekday(scan.norm(at)) }
}

/// Weekdays of two or three letters in other languages, which are other words too.
const FOREIGN_SHORT: &[(Weekday, &str)] = &[
    (Weekday::Monday, "mo ma lun seg"),
    (Weekday::Tuesday, "di mar ter"),
    (Weekday::Wednesday, "mi wo mer mie qua"),
    (Weekday::Thursday, "do jeu jue gio qui"),
    (Weekday::Friday, "fr vr ven vie vry sex"),
    (Weekday::Saturday, "sa za sam sab"),
    (Weekday::Sunday, "so zo dim dom son"),
];

/// "Do 19.11.", "za 6 feb", "Wo 14 April": such a weekday right before a day with its month.
fn foreign_short(scan: &super::Scan, at: usize) -> Option<Weekday> {
    let word = scan.norm(at);
    let (day, _) = FOREIGN_SHORT.iter().find(|(_, names)| names.split(' ').any(|name| name == word))?;
    let number = scan.phrase(at + 1, &[".", ","]).unwrap_or(at + 1);
    let after = scan.phrase(number + 1, &[".", "de", "di"]).unwrap_or(number + 1);
    let numeric = scan.is(number + 1, &[".", "/"]) && scan.glued(number + 1) && scan.is_number(number + 2);
    (scan.is_number(number) && (numeric || month(scan, after).is_some())).then_some(*day)
}

/// The weekday a word names, and whether it is an abbreviation that means other things too.
fn weekday(word: &str) -> Option<(Weekday, Says)> {
    static BY_NAME: LazyLock<HashMap<&str, (Weekday, Says)>> = LazyLock::new(|| {
        let of = |table: &'static [(Weekday, &str)], says: Says| {
            table.iter().flat_map(move |(day, names)| names.split(' ').map(move |name| (name, (*day, says))))
        };
        of(WEEKDAYS, Month).chain(of(SHORT_WEEKDAYS, WithHelp)).collect()
    });
    BY_NAME.get(word).copied()
}

/// Days counted from the mail's own.
pub(super) const NEAR_DAYS: &[(&str, i32)] = &[
    ("today", 0),
    ("tonight", 0),
    ("later today", 0),
    ("now", 0),
    ("heute", 0),
    ("aujourd'hui", 0),
    ("aujourd hui", 0),
    ("hoy", 0),
    ("hoje", 0),
    ("oggi", 0),
    ("vandaag", 0),
    ("vandag", 0),
    ("otd", 0),
    ("tomorrow", 1),
    ("tmr", 1),
    ("tmrw", 1),
    ("demain", 1),
    ("manana", 1),
    ("amanha", 1),
    ("domani", 1),
    ("the next day", 1),
    ("day after tomorrow", 2),
    ("the day after tomorrow", 2),
    ("ubermorgen", 2),
    ("apres demain", 2),
    ("pasado manana", 2),
    ("depois de amanha", 2),
    ("dopodomani", 2),
    ("overmorgen", 2),
    ("oormore", 2),
    ("yesterday", -1),
    ("the day before", -1),
    ("the day before yesterday", -2),
    ("gestern", -1),
    ("hier soir", -1),
    ("ayer", -1),
    ("ontem", -1),
    ("ieri", -1),
    ("gisteren", -1),
    ("gister", -1),
];

/// What "this", "next" and "last" are called before a noun.
#[rustfmt::skip]
pub(super) const THIS: &[&str] = &[
    "this", "the current", "diese", "dieses", "diesen", "dieser", "ce", "cet", "cette", "este", "esta", "deze", "dit",
    "questo", "questa", "hierdie", "the same", "same", "that",
];
/// See [`THIS`].
#[rustfmt::skip]
pub(super) const NEXT: &[&str] = &[
    "next", "the next", "following", "the following", "nachste", "nachsten", "nachster", "nachstes", "kommende",
    "kommenden", "kommendes", "proximo", "proxima", "el proximo", "la proxima", "no proximo", "na proxima",
    "volgende", "komende", "prossimo", "prossima", "il prossimo", "la prossima", "prochain", "prochaine",
    "le prochain", "la prochaine", "am nachsten", "op volgende",
];
/// The soonest one: "coming Friday".
pub(super) const COMING: &[&str] =
    &["coming", "the coming", "this coming", "upcoming", "this upcoming", "this next", "eerskomende"];
/// See [`THIS`].
#[rustfmt::skip]
pub(super) const LAST: &[&str] = &[
    "last", "the last", "previous", "the previous", "past", "the past", "letzte", "letzten", "letztes", "letzter",
    "pasado", "passado", "passada", "vorige", "afgelopen", "scorso", "scorsa", "dernier", "derniere", "verlede",
];
/// "next" after its noun: "vendredi prochain", "la semana que viene".
#[rustfmt::skip]
pub(super) const NEXT_AFTER: &[&str] = &[
    "prochain", "prochaine", "prochains", "que viene", "proximo", "proxima", "que vem", "prossimo", "prossima",
    "seguinte", "siguiente",
];
/// "last" after its noun.
pub(super) const LAST_AFTER: &[&str] =
    &["dernier", "derniere", "passe", "passee", "pasado", "pasada", "passado", "passada", "scorso", "scorsa"];

/// A length of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    BusinessDay,
    Weekend,
    WorkWeek,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
}

const UNITS: &[(Unit, &[&str])] = &[
    (Unit::BusinessDay, &["business day", "business days", "working days", "work days"]),
    (
        Unit::Day,
        &[
            "day", "days", "tag", "tage", "tagen", "jour", "jours", "dia", "dias", "dag", "dagen", "dae", "giorno",
            "giorni",
        ],
    ),
    (
        Unit::Weekend,
        &[
            "weekend",
            "weekends",
            "week end",
            "wochenende",
            "fin de semana",
            "fim de semana",
            "naweek",
            "fine settimana",
            "w e",
        ],
    ),
    (Unit::WorkWeek, &["workweek", "work week", "working week"]),
    (
        Unit::Week,
        &[
            "week",
            "weeks",
            "woche",
            "wochen",
            "semaine",
            "semaines",
            "semana",
            "semanas",
            "weken",
            "weke",
            "settimana",
            "settimane",
        ],
    ),
    (Unit::Fortnight, &["fortnight", "fortnights", "quinzaine", "quincena", "quinzena"]),
    (
        Unit::Month,
        &[
            "month", "months", "monat", "monate", "monaten", "monats", "mois", "meses", "mes", "maand", "maanden",
            "maande", "mese", "mesi",
        ],
    ),
    (Unit::Quarter, &["quarter", "quarters", "quartal", "trimestre", "kwartaal"]),
    (
        Unit::Year,
        &[
            "year",
            "years",
            "calendar year",
            "jahr",
            "jahre",
            "jahres",
            "annee",
            "an",
            "ans",
            "ano",
            "anos",
            "jaar",
            "anno",
            "anni",
        ],
    ),
    (Unit::Decade, &["decade", "decades"]),
];

/// The unit that stands at `at`, and one past it.
pub(super) fn unit_at(scan: &super::Scan, at: usize) -> Option<(Unit, usize)> {
    UNITS.iter().filter_map(|(unit, words)| Some((*unit, scan.phrase(at, words)?))).max_by_key(|(_, next)| *next)
}

/// Words between the bounds of a range.
#[rustfmt::skip]
pub(super) const TO: &[&str] = &[
    "-", "- >", "→", "to", "to the", "till", "till the", "until", "until the", "til", "through", "through the", "thru", "up to",
    "bis", "bis zum", "bis einschliesslich", "au", "jusqu'au", "jusqu au", "a", "al", "ao", "aos", "hasta",
    "hasta el", "ate", "ate o", "ate ao", "tot", "tot en met", "t / m", "t/m", "tem", "~", "- the", "and until",
    "fino al",
];
/// Words between the bounds of a range that began with [`BETWEEN`].
pub(super) const AND: &[&str] =
    &["and", "and the", "und", "und dem", "et", "et le", "y", "y el", "e", "e o", "en", "&"];
/// Words that begin a range whose bounds "and" joins.
#[rustfmt::skip]
pub(super) const BETWEEN: &[&str] = &[
    "between", "between the", "zwischen", "zwischen dem", "entre", "entre le", "entre el", "tussen", "tra", "tra il",
    "fra", "any time between",
];
/// Words that begin a range.
#[rustfmt::skip]
pub(super) const FROM: &[&str] = &[
    "from", "from the", "vom", "von", "ab", "ab dem", "du", "de", "del", "desde", "desde el", "van", "vanaf", "dal",
    "do", "a partir de", "a partir du",
];
/// Small words between the pieces of a date.
pub(super) const OF: &[&str] = &["of", "de", "di", "van", "in", "im", "des", "del", "do", ",", "of the", "'"];
/// Small words before a day of the month.
pub(super) const THE: &[&str] =
    &["the", "den", "dem", "le", "el", "o", "il", "die", "de", "the date", "zum", "am", "dia", "el dia", "o dia", "'"];
/// Parts of a month or a year.
#[rustfmt::skip]
pub(super) const EARLY: &[&str] = &[
    "early", "earlier", "beginning of", "the beginning of", "start of", "the start of", "beginning", "early in",
    "anfang", "debut", "au debut de", "principios de", "comienzos de", "inicio de", "inicio do", "comeco de", "begin",
    "inizio", "vroeg in", "early part of", "ai primi di", "primi di", "i primi di", "comecinho de", "inicinho de", "agli inizi di", "inizi di",
];
/// See [`EARLY`].
#[rustfmt::skip]
pub(super) const MIDDLE: &[&str] = &[
    "mid", "middle of", "the middle of", "mitte", "mi", "mediados de", "meados de", "midden", "half", "meta",
    "mid of", "middel", "around the middle of", "medio",
];
/// See [`EARLY`].
#[rustfmt::skip]
pub(super) const LATE: &[&str] = &[
    "late", "later", "end of", "the end of", "end", "late in", "ende", "fin", "finales de", "fin de", "final de",
    "fim de", "finais de", "eind", "einde", "fine", "later in", "later in the", "towards the end of", "einde van",
    "by end of", "laat in",
];
