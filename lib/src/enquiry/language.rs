//! Which of the languages we read a text is in. Only words that mean different things in two languages ask for it
//! ("due", "once", "die"); everything else is read in all of them at once.

use std::{collections::HashMap, sync::LazyLock};

use crate::tenant;

/// The languages the grammar reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    English,
    German,
    French,
    Spanish,
    Portuguese,
    Dutch,
    Italian,
    Afrikaans,
}

/// Words that tell: small words and those every enquiry has.
const TELLING: &[(Language, &str)] = &[
    (
        Language::English,
        "the and we i you for with our would like to from of please my is are looking kids adults nights children want \
         need on at thanks regards trip can be it will week us",
    ),
    (
        Language::German,
        "und wir ich der die das fur mit nach im vom bis ein eine einen nachte kinder erwachsene bitte mochten ab am \
         unser zwei oder tage uns sind grusse woche auf zum zur nicht haben wurden jahre flug urlaub reise personen gern gerne",
    ),
    (
        Language::French,
        "nous le la les et pour avec au du des une un de je vous nuits enfants adultes en notre voudrions est bonjour \
         cordialement deux semaine sur mon ma partir d l personnes aimerions sejour",
    ),
    (
        Language::Spanish,
        "y el la los para con del una un noches ninos adultos nosotros queremos de en nuestro hola gracias por saludos \
         somos dos semana mi personas desde viaje hijos nos gustaria",
    ),
    (
        Language::Portuguese,
        "e o os para com do da uma um noites criancas adultos queremos em nosso ola obrigado obrigada por somos dois \
         semana meu minha pessoas desde viagem filhos nos gostariamos de ao as dias",
    ),
    (
        Language::Dutch,
        "en wij we het de een voor met naar van tot nachten kinderen volwassenen graag onze willen groeten twee week ik \
         wij zijn reis personen vanaf of op bij mijn dagen",
    ),
    (
        Language::Italian,
        "e il la i per con del una un notti bambini adulti vorremmo di in nostro buongiorno grazie saluti siamo due \
         settimana mio mia persone da viaggio al dal ciao giorni",
    ),
    (
        Language::Afrikaans,
        "en ons die vir met na van tot nagte kinders volwassenes graag wil n is twee week ek reis mense asseblief groete \
         vanaf my het dae wees sal",
    ),
];

/// Fewer words than these tell no language.
const FEWEST_WORDS: usize = 4;

/// The language a text is written in, among those that agencies write; `None` when it is another, or too short to tell.
#[must_use]
pub fn language_of(text: &str) -> Option<tenant::Language> {
    let folded = crate::rates::folded(text);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.len() < FEWEST_WORDS {
        return None;
    }
    match Language::of(words.into_iter().take(400)) {
        Language::English => Some(tenant::Language::En),
        Language::German => Some(tenant::Language::De),
        Language::French => Some(tenant::Language::Fr),
        Language::Spanish => Some(tenant::Language::Es),
        Language::Portuguese => Some(tenant::Language::Pt),
        Language::Dutch => Some(tenant::Language::Nl),
        Language::Italian | Language::Afrikaans => None,
    }
}

impl Language {
    /// The language whose telling words come most often; English when none does.
    pub(crate) fn of<'t>(words: impl Iterator<Item = &'t str>) -> Self {
        static TELLS: LazyLock<HashMap<&str, Vec<usize>>> = LazyLock::new(|| {
            let mut tells: HashMap<&str, Vec<usize>> = HashMap::new();
            for (index, (_, words)) in TELLING.iter().enumerate() {
                words.split_ascii_whitespace().for_each(|word| tells.entry(word).or_default().push(index));
            }
            tells
        });
        let mut hits = [0_usize; TELLING.len()];
        for index in words.filter_map(|word| TELLS.get(word)).flatten() {
            hits[*index] += 1;
        }
        let best = hits.iter().copied().max().unwrap_or(0);
        TELLING
            .iter()
            .zip(hits)
            .find(|(_, hits)| *hits == best && best > 0)
            .map_or(Self::English, |((language, _), _)| *language)
    }
}
