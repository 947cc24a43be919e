//! The words for people and what else is counted, in eight languages, folded as [`super::super::scan`] folds.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use super::super::scan::Scan;

/// Whom a noun counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    /// Grown up.
    Adult,
    /// A child, in general.
    Child,
    /// A child told more closely: son, girl, toddler.
    OneChild,
    /// Anybody.
    Person,
    /// Two adults.
    Couple,
    /// Someone beside the writer.
    Companion,
    /// Two or three children born together.
    Twins,
    /// A family.
    Family,
}

const NOUNS: &[(Who, &str)] = &[
    (
        Who::Adult,
        "adult adults adlut adlts adutls grownup grownups ad ads adt adts erwachsene erwachsenen erwachsener erw adulte adultes adulto adultos \
         volwassene volwassenen volwassenes volw adulti senior seniors pensioner pensioners lady ladies guys woman women man men senioren retraites \
         gentleman gentlemen grandparent grandparents oupa parent parents teacher teachers golfer golfers hiker hikers cyclist cyclists \
         lehrer begleitpersonen betreuer professeurs accompagnateurs profesores professores leraren insegnanti onderwysers grootmense grootmens oldies elders mums moms dads lads blokes manne \
         okes oke ouens chaps fellas gals coach coaches grandi damen herren dames heren frauen manner senoras senores",
    ),
    (
        Who::Child,
        "child children kid kids chd ch chld childs kiddies kiddos kinder kind kindern enfant enfants nino ninos nina ninas hijo hijos crianca criancas \
         filho filhos kinderen bambino bambini bimbi figli figlio kinders kleinkinder minors minor menor youngsters pequenos menores petits grandchildren \
         grandkids enkel enkelkinder kleinkinderen kleinkinders \
         piccoli criancada miudos meiden meisjes jongens nietos nietas netos netas nipoti nipotini lighties lightie enkelkindern enkeln rugrats munchkins nippers tots sprogs bairns tykes kidlets laaities \
         learner learners pupil pupils schoolchildren alumno alumna aluno eleve leerling leerder schuler eleves alumnos alunos leerlingen scolari leerders ki",
    ),
    (
        Who::OneChild,
        "son sons daughter daughters boy boys girl girls toddler toddlers baby babies infant infants inf newborn sohn sohne tochter tochtern junge jungen madchen \
         saugling kleinkind fils fille filles garcon garcons bebe bebes hija hijas filha filhas zoon dochter dochters zoons peuter peuters \
         figlia seun seuns dogter dogters neonato neonata grandson granddaughter baba babas babys tween tweens teenager teenagers teen teens \
         jugendliche adolescent adolescents ados adolescentes adolescente tieners ragazzi bambina bambine bimba neonati madels jungs menino menina meninos meninas \
         puce bub bubs bubba kleintjie kleinding kleinzoon kleindochter nipote nieto nieta neto neta enkelin enkelsohn jongen meisje bimbo piccolo piccola laaitie pibe",
    ),
    (
        Who::Person,
        "people peoples persons person pax guest guests traveller travellers traveler travelers passenger passengers pers personen personne personnes persona personas \
         pessoa pessoas persone persoon mense mens ticket tickets seat seats individuals individual adultes/enfants participants participant reisende reisenden gaste \
         voyageurs viajeros viajantes viaggiatori hospedes huespedes gasten gaste peeps ppl teilnehmer ospiti reisigers heads delegates delegate students student divers members colleagues attendees hunters riders officials official employees staff workers nurses doctors engineers leute",
    ),
    (
        Who::Couple,
        "couple couples paar paare pareja parejas casal casais stel stellen koppel koppels coppia coppie paartjie paartjies pair pairs duo",
    ),
    (
        Who::Companion,
        "sisters brothers cousins aunts schwestern soeurs freres hermanas hermanos irmas irmaos zussen broers sorelle fratelli susters vriendinne friend friends mate mates colleague colleagues buddy buddies freunde freunden freund freundinnen amis amies amigos amigas vrienden vriendinnen amici \
         amiche vriende others girlfriends pals potes copains copines kumpel kumpels maten",
    ),
    (
        Who::Twins,
        "twins zwillinge zwillingen jumeaux jumelles gemelos gemelas mellizos gemeos gemeas tweeling gemelli gemelle",
    ),
    (Who::Family, "family familie famille familia gezin famiglia gesin families"),
];

/// Whom the word counts.
pub(super) fn who(word: &str) -> Option<Who> {
    if word.len() < 2 {
        return None;
    }
    static BY_NAME: LazyLock<HashMap<&str, Who>> = LazyLock::new(|| {
        NOUNS.iter().rev().flat_map(|(who, names)| names.split_ascii_whitespace().map(|name| (name, *who))).collect()
    });
    BY_NAME.get(word).copied()
}

/// Whether the word at `at` names one of the party, in the singular.
pub(crate) fn is_one_person(scan: &Scan, at: usize) -> bool {
    let word = scan.norm(at);
    let one = matches!(who(word), Some(Who::Adult | Who::Child | Who::Person | Who::OneChild));
    one && !(word.ends_with('s') && word.len() > 4)
}

/// Whether the word is a noun for people, whoever they are.
pub(crate) fn counts_people(word: &str) -> bool {
    who(word).is_some()
}

/// Words between a number and its noun.
#[rustfmt::skip]
const ADJECTIVES: &[&str] = &[
    "more", "young", "small", "little", "older", "elderly", "senior", "grown", "up", "paying", "full", "teenage",
    "school", "aged", "kleine", "kleinen", "kleiner", "petits", "petit", "pequenos", "piccoli", "of", "our", "my",
    "adult", "english", "speaking", "additional", "extra", "lovely", "very", "active", "fit", "flight", "bus",
    "plane", "train", "economy", "round", "trip", "one", "way", "airline", "return", "jeunes", "jungen", "erwachsene",
    "wonderful", "great", "hungry", "beautiful", "retired", "golfing", "best", "close", "good", "x", "×", "*", "-",
    "boisterous", "excited", "primary", "single", "travelling", "traveling", "business", "meiner", "unserer", "de",
    "nos", "mes", "van", "female", "male", "class", "premium",
];

/// The noun after a number, past up to three adjectives, and one past it.
pub(super) fn noun_after(scan: &Scan, at: usize) -> Option<(Who, usize)> {
    for next in at..at + 4 {
        if let Some(who) = who(scan.norm(next)) {
            let other = next > at && scan.is(next, &["of"]);
            return (!other).then_some((who, next + 1));
        }
        if !scan.is(next, ADJECTIVES) || (scan.is(next, &["of"]) && !scan.is(next + 1, &["our", "my"])) {
            return None;
        }
    }
    None
}

const OTHER_COUNTED: &str = "night nights nite nites nts nacht nachte nachten nuit nuits noche noches noite noites notte notti nag nagte day days tag tage tagen jour jours dia \
    dias dag dagen dae giorno giorni week weeks woche wochen semaine semaines semana semanas weken weke settimana settimane month months monat monate mois meses maanden \
    mesi maande year years yr yrs jahr jahre jahren ans anos jaar anni jare hour hours stunden heures horas room rooms zimmer chambre chambres habitacion habitaciones quarto \
    quartos kamer kamers camera camere bedroom bedrooms bed beds star stars sterne etoiles estrellas estrelas sterren stelle suite suites villa villas doubles singles \
    twins double single twin triple family bag bags suitcase percent wk wks usd eur euro euros dollars dollar pounds rand gbp zar km kms miles minutes min hrs cities city stops \
    rounds bottles cats dogs dog chalets units apartments star";

/// Whether the word at `at` is counted by the number before it: people, nights, rooms, money. Then that number is no day.
pub(crate) fn counts_something(scan: &Scan, at: usize) -> bool {
    let word = scan.norm(at);
    if word.is_empty() {
        return false;
    }
    let at = if word == "-" && scan.glued(at) && scan.glued(at + 1) { at + 1 } else { at };
    static OTHER: LazyLock<HashSet<&str>> = LazyLock::new(|| OTHER_COUNTED.split_ascii_whitespace().collect());
    let other = |at: usize| scan.is_word(at) && OTHER.contains(scan.norm(at));
    other(at)
        || who(scan.norm(at)).is_some()
        || scan.is(at, ADJECTIVES)
            && scan.is_word(at)
            && !scan.is(at, &["of", "de", "van"])
            && (who(scan.norm(at + 1)).is_some() || other(at + 1))
}

/// Whether another party's count begins here, with which a list of children's ages has ended: "2 adults", "3 rooms".
pub(super) fn who_is_counted_elsewhere(scan: &Scan, at: usize) -> bool {
    scan.is_number(at) && matches!(who(scan.norm(at + 1)), Some(Who::Adult | Who::Person | Who::Couple))
}

/// Grown-up relatives: each is one adult, parents are two.
pub(super) const ADULT_RELATIVES: &str = "wife husband partner girlfriend boyfriend fiance fiancee spouse mother father mom mum dad mama papa sister brother friend aunt uncle cousin \
    grandmother grandfather gran grandma grandpa granny sister-in-law colleague boss frau mann freundin freund partnerin ehefrau ehemann gattin verlobte verlobter mutter \
    vater schwester bruder femme mari compagne compagnon conjoint conjointe epouse epoux mere pere soeur frere copine copain mujer esposa marido esposo novia novio pareja \
    madre padre hermana hermano amiga amigo mulher namorada namorado companheira companheiro mae pai irma irmao vrouw vrou man vriendin vriend echtgenote echtgenoot moeder vader zus \
    broer bf gf moglie marito compagna compagno fidanzata fidanzato sorella fratello ragazza ragazzo missus hubby chum gendre kerel meisie husbands wifey eggenoot eggenote suster ma pa verloofde bestie suegra suegro sogra sogro suocera suocero \
    schwiegermutter schwiegervater schoonmoeder schoonvader skoonma skoonpa nanny abuela abuelo nonna nonno oma opa ouma oupa mate buddy pal flatmate roommate";

/// Two adults in one word.
pub(super) const PARENTS: &str =
    "parents eltern padres pais ouders genitori in-laws inlaws schwiegereltern grandparents grosseltern folks";

/// "I" as one of those who travel.
pub(super) const SELF: &[&str] =
    &["i", "me", "myself", "ich", "mich", "mir", "moi", "yo", "eu", "ik", "io", "ek", "mij", "mim", "mi"];

/// "my".
#[rustfmt::skip]
pub(super) const MY: &[&str] = &[
    "my", "our", "mn", "meine", "mein", "meiner", "meinem", "meinen", "unsere", "unser", "unseren", "unserer", "unserem",
    "ma", "mon", "mes", "notre", "nos", "mi", "mis", "nuestro", "nuestra", "nuestros", "nuestras", "minha", "meu",
    "meus", "minhas", "nosso", "nossa", "nossos", "mijn", "onze", "ons", "mia", "mio", "nostra", "nostro", "nostri",
    "the", "his", "her",
];

/// "with".
#[rustfmt::skip]
pub(super) const WITH: &[&str] = &[
    "with", "mit", "avec", "con", "com", "met", "bring", "bringing", "plus", "and", "und", "et", "y", "e", "en", "&",
    "+", "along with", "take", "taking",
];

/// "and" in a list of people.
pub(super) const AND: &[&str] = &["and", "ed", "n", "&", "+", "und", "et", "y", "e", "en", ",", "plus", "with", "mit"];
