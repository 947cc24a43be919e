//! Enquiries that came through a web form or as a list: lines of a label and a value ("Adults: 2", "DEST   Lisbon").
//!
//! Invariant: a form is at least [`FEWEST`] lines whose labels we know. What a label says then wins over what the words
//! around seem to say, and every value keeps the words of its own line as evidence.

use jiff::civil::Date;

use super::{
    Confidence, Dates, Evidence, Fields, Origin, budget,
    dates::{self, Reference, Shape},
    numbers::count_at,
    party, places,
    places::Known,
    read::nights_between,
    scan::{Case, Kind, Scan},
};
use crate::money::Currency;

/// Known labels that make a form.
const FEWEST: usize = 3;
/// Tokens of the longest label: "Age(s) of child(ren)".
const LABEL: usize = 12;

/// What a label asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    Ages,
    Adults,
    Children,
    Infants,
    Origin,
    Destination,
    Return,
    /// The day a place is left where the form asks for an arrival, too; else the day the journey begins.
    Departure,
    Arrival,
    Dates,
    Budget,
    FirstName,
    LastName,
    LastNameFirst,
    Name,
    /// Known, and read as running text is.
    Other,
}

/// The words of labels, the more exact ones first.
#[rustfmt::skip]
const LABELS: &[(Label, &[&str])] = &[
    (Label::Ages, &["age", "ages", "age ( s )", "alter", "edad", "edades", "idade", "idades", "leeftijd", "leeftijden", "eta", "ouderdom", "ouderdomme"]),
    (Label::Adults, &["adult", "adults", "erwachsene", "adultes", "adultos", "volwassenen", "volwassenes", "adulti", "grootmense", "grandi", "grownups", "grown ups"]),
    (Label::Infants, &["infant", "infants", "babies", "babys", "kleinkinder", "bebes", "infantes"]),
    (Label::Children, &["child", "children", "kids", "kinder", "enfants", "ninos", "menores", "criancas", "kinderen", "bambini", "kinders"]),
    (Label::Origin, &[
        "departing from", "leaving from", "flying from", "travelling from", "traveling from", "departure airport", "departure city", "dep apt", "from", "origin",
        "abflughafen", "abflug ab", "abflugort", "ab", "aeroport de depart", "ville de depart", "depart de", "salida desde", "origen", "aeroporto de partida",
        "origem", "saida de", "vertrek vanaf", "vertrek van", "vanaf", "luchthaven", "partenza da", "aeroport", "airport", "home airport",
    ]),
    (Label::Return, &[
        "return", "returning", "ret", "back", "home", "check out", "checkout", "ruckreise", "abreise", "ruckflug", "retour", "date retour", "vuelta", "regreso", "regresso", "volta",
        "terugkomst", "terugreis", "terugkeerdatum", "terugkeer", "terugvlucht", "ritorno", "rientro", "al", "end date", "to date", "end", "data ritorno", "date de retour", "data de volta",
    ]),
    (Label::Destination, &[
        "destination", "destinations", "destination ( s )", "where would you like to go", "where to", "where", "dest", "place", "places", "reiseziel", "wohin", "ziel", "ort",
        "destination souhaitee", "ou", "lieu", "destino", "adonde", "para onde", "bestemming", "waarheen", "meta", "destinazione", "plek", "going to", "trip to",
    ]),
    (Label::Arrival, &["arrival", "arrive", "check in", "checkin", "anreise", "llegada", "chegada", "arrivee", "aankomst", "aankoms", "arrivo"]),
    (Label::Departure, &["departure", "departing", "depart", "dep", "departure date", "vertrek", "salida", "saida", "partenza", "partida"]),
    (Label::Dates, &[
        "date of travel", "travel date", "travel dates", "dates", "date", "date aller", "aller", "out", "outbound", "when", "start", "start date", "data partenza", "date de depart", "hinflug", "hinreise", "reisezeit",
        "reisezeitraum", "reisetermin", "termin", "wann", "quand", "ida", "fecha de ida", "fechas", "fecha", "cuando", "data de partida", "data de ida", "data",
        "quando", "vertrekdatum", "heenreis", "wanneer", "dal", "periodo", "periode", "going", "doj",
    ]),
    (Label::FirstName, &["first name", "prenom", "vorname", "voornaam", "given name"]),
    (Label::LastName, &["cognome", "apellido", "last name", "surname", "nachname", "achternaam", "family name", "apellidos"]),
    (Label::LastNameFirst, &["cognome e nome", "nachname vorname"]),
    (Label::Name, &["nom et prenom", "lead name", "name", "full name", "nom", "naam", "naam en van", "nombre", "nombre y apellido", "nome", "nome completo", "nome e cognome", "nombre y apellidos", "vor und nachname"]),
    (Label::Budget, &["budget", "max spend", "total budget", "presupuesto", "orcamento", "begroting", "max budget"]),
    (Label::Other, &[
        "phone", "telephone", "mobile", "tel", "telefon", "telefono", "telefone", "telemovel", "telefoon", "selfoon", "gsm", "cell", "cellulare", "email", "e mail", "mail", "board",
        "board basis", "meal plan", "meals", "verpflegung", "formule", "regimen", "regime", "verzorging", "trattamento", "etes", "star rating", "rating", "hotel", "hotelkategorie",
        "categoria", "categoria del hotel", "categoria do hotel", "standing", "comments", "notes", "remarks", "bemerkung", "bemerkungen", "commentaire", "observaciones", "opmerking", "opmerkingen",
        "note", "notas", "nights", "pax", "whatsapp", "anything else", "duration", "rooms", "title", "aanhef",
    ]),
];

/// A line of a form.
struct Line<'m> {
    label: Label,
    /// The label's tokens.
    said: Scan<'m>,
    value: Scan<'m>,
}

/// Puts what the lines of a form say in the place of what running text seemed to say.
pub(super) fn read(scan: &Scan, known: &Known, reference: &Reference, own: Currency, fields: &mut Fields) {
    let lines = lines(scan);
    if lines.len() < FEWEST {
        return;
    }
    let of = |label: Label| lines.iter().filter(move |line| line.label == label).map(|line| &line.value);
    if let Some(found) = of(Label::Destination).find_map(|value| places::all(value, known)) {
        fields.destinations = Some(found);
    }
    // "From: Durban"; "Departure: Pune" where nothing else asks where from.
    let left = if of(Label::Origin).next().is_some() { Label::Origin } else { Label::Departure };
    let left = of(left).find_map(|value| places::all(value, known));
    if let Some(Evidence { value, origin, confidence, source }) = left {
        fields.origin = value.into_iter().next().map(|value| Evidence { value, origin, confidence, source });
    }
    people(&lines, fields);
    when(&lines, reference, fields);
    let budget = lines.iter().filter(|line| line.label == Label::Budget).find_map(|line| {
        let own = budget::currency_in(&line.said, own).unwrap_or(own);
        let mut found = budget::labelled(&line.value, own)?;
        found.value.basis = budget::basis_in(&line.said).unwrap_or(found.value.basis);
        Some(found)
    });
    fields.budget = budget.or(fields.budget.take());
    fields.contact.name = name(&lines).or(fields.contact.name.take());
}

fn lines<'m>(scan: &Scan<'m>) -> Vec<Line<'m>> {
    let mut found: Vec<Line> = Vec::new();
    let mut at = 0;
    while at < scan.len() {
        let line = scan.line(at);
        at = line.end.max(at) + 1;
        let bullet =
            |at: &usize| scan.is(*at, &["-", "*", "•", "·"]) || scan.is_number(*at) && scan.is(*at + 1, &[")", "."]);
        let first = line.clone().find(|at| !bullet(at) && scan.is_word(*at)).unwrap_or(line.end);
        let Some((label_end, value)) = colon(scan, first, line.end).or_else(|| column(scan, first, line.end)) else {
            continue;
        };
        let said = scan.slice(first..label_end);
        if let Some(label) = label(&said) {
            found.push(Line { label, said, value: scan.slice(value..line.end) });
        }
    }
    found
}

/// "Label: value": where the label ends and the value begins.
fn colon(scan: &Scan, first: usize, end: usize) -> Option<(usize, usize)> {
    // "Name ............ Priya".
    let dots = (first + 1..end.min(first + LABEL)).find(|&at| (0..3).all(|more| scan.norm(at + more) == "."));
    if let Some(at) = dots {
        let value = (at..end).find(|&at| scan.norm(at) != ".")?;
        return Some((at, value));
    }
    let colon = (first..end.min(first + LABEL)).find(|&at| scan.norm(at) == ":" || scan.norm(at) == "=")?;
    let label_end = if scan.is(colon.wrapping_sub(1), &["?"]) { colon - 1 } else { colon };
    (colon + 1 < end && label_end > first).then_some((label_end, colon + 1))
}

/// "DEP APT      Cardiff": capitals and a wide gap.
fn column(scan: &Scan, first: usize, end: usize) -> Option<(usize, usize)> {
    let wide = |at: usize| Some(scan.get(at)?.start.checked_sub(scan.get(at.checked_sub(1)?)?.end)? >= 2);
    let gap = (first + 1..end.min(first + 4)).find(|&at| wide(at) == Some(true))?;
    let capitals =
        (first..gap).all(|at| scan.get(at).is_some_and(|token| token.kind != Kind::Word || token.case == Case::Upper));
    capitals.then_some((gap, gap))
}

/// What a label asks for: its whole words, else the first words of it that we know.
fn label(said: &Scan) -> Option<Label> {
    let whole = |(_, phrases): &&(Label, &[&str])| said.phrase(0, phrases) == Some(said.len());
    let part = |(_, phrases): &&(Label, &[&str])| (0..said.len()).any(|at| said.phrase(at, phrases).is_some());
    let numbered = said.len() <= LABEL;
    let found =
        LABELS.iter().find(whole).or_else(|| LABELS.iter().filter(|(label, _)| *label != Label::Other).find(part));
    found.filter(|_| numbered).map(|(label, _)| *label)
}

fn people(lines: &[Line], fields: &mut Fields) {
    let count = |label: Label| {
        lines.iter().filter(|line| line.label == label).find_map(|line| {
            let count = (0..line.value.len()).find_map(|at| count_at(&line.value, at).map(|count| (at, count)));
            count.filter(|(_, count)| count.value <= 200).map(|(at, count)| (count.value, &line.value, at, count.next))
        })
    };
    let stated = |value, scan: &Scan, first: usize, next: usize| {
        let source = scan.source(first, next - 1);
        Some(Evidence { value, origin: Origin::Stated, confidence: Confidence(96), source })
    };
    if let Some((value, scan, first, next)) = count(Label::Adults) {
        fields.adults = stated(value, scan, first, next);
        fields.rooms = None;
    }
    let infants = count(Label::Infants).map_or(0, |(value, ..)| value);
    let told = lines.iter().find(|line| line.label == Label::Ages).map(|line| &line.value);
    if let Some((value, scan, first, next)) = count(Label::Children) {
        fields.children = stated(value + infants, scan, first, next);
        let bracketed = scan.slice(next..scan.len());
        let ages = |scan: &Scan| party::ages_listed(scan).filter(|ages| !ages.value.is_empty());
        let same = |ages: &Evidence<Vec<u8>>| u32::try_from(ages.value.len()) == Ok(value + infants);
        fields.child_ages = told.and_then(ages).or_else(|| ages(&bracketed).filter(same));
    } else if let Some(ages) = told.and_then(party::ages_listed).filter(|ages| !ages.value.is_empty()) {
        fields.child_ages = Some(ages);
    }
}

fn when(lines: &[Line], reference: &Reference, fields: &mut Fields) {
    let day = |label: Label| {
        lines.iter().filter(|line| line.label == label).find_map(|line| {
            let mentions = dates::mentions(&line.value, reference);
            let alone = mentions.len() == 1;
            let day = mentions.into_iter().next().filter(|mention| alone && mention.shape == Shape::Day)?;
            Some((day.start.first, line.value.source(day.first, day.next - 1), day.ambiguous))
        })
    };
    let arrival = day(Label::Arrival);
    let departure = day(Label::Departure);
    let out = arrival.clone().or_else(|| day(Label::Dates)).or_else(|| departure.clone());
    let back = day(Label::Return).or_else(|| departure.filter(|_| arrival.is_some()));
    let (Some((check_in, source, ambiguous)), Some((check_out, ..))) = (out, back) else { return };
    let check_out =
        Some(check_out).filter(|check_out| *check_out > check_in).or_else(|| in_next_year(check_in, check_out));
    let Some(check_out) = check_out else { return };
    let (origin, confidence) = if ambiguous { (Origin::Inferred, 70) } else { (Origin::Stated, 97) };
    let value = Dates::Exact { check_in, check_out };
    fields.dates = Some(Evidence { value, origin, confidence: Confidence(confidence), source: source.clone() });
    let nights = nights_between(check_in, check_out);
    fields.nights =
        Some(Evidence { value: nights, origin: Origin::Inferred, confidence: Confidence(confidence), source });
}

/// A return without its year that came out before the outward day.
fn in_next_year(first: Date, last: Date) -> Option<Date> {
    let moved = last.checked_add(jiff::Span::new().years(1)).ok()?;
    (moved > first && first.until(moved).ok()?.get_days() <= 120).then_some(moved)
}

fn name(lines: &[Line]) -> Option<Evidence<String>> {
    let written = |label: Label| {
        let value = lines.iter().find(|line| line.label == label).map(|line| &line.value)?;
        let words = (0..value.len()).filter(|at| value.is_word(*at)).count();
        let only_words = (0..value.len()).all(|at| !value.is_number(at) && !value.is(at, &["@", "?"]));
        (only_words && (1..=5).contains(&words)).then_some(value)
    };
    let source = |value: &Scan| value.source(0, value.len() - 1);
    let said = |text: String, value: &Scan| Evidence {
        value: text,
        origin: Origin::Stated,
        confidence: Confidence(98),
        source: source(value),
    };
    let text = |value: &Scan| value.text(0..value.len()).trim().to_owned();
    if let Some(first) = written(Label::FirstName) {
        let last = written(Label::LastName).or_else(|| written(Label::Name));
        return Some(said(last.map_or_else(|| text(first), |last| format!("{} {}", text(first), text(last))), first));
    }
    if let (Some(first), Some(last)) = (written(Label::Name), written(Label::LastName)) {
        return Some(said(format!("{} {}", text(first), text(last)), first));
    }
    if let Some(both) = written(Label::LastNameFirst) {
        let (last, first) = (both.text(0..1), both.text(1..both.len()));
        return Some(said(format!("{first} {last}").trim().to_owned(), both));
    }
    written(Label::Name).map(|value| said(text(value), value))
}
