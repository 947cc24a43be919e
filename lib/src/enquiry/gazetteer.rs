//! Names of places: countries, regions, islands, parks and cities, in the languages travellers write.
//!
//! Invariant: the gazetteer is the embedded file itself (`lib/data/places.txt`, sorted by name); nothing is built at start,
//! and a look-up is a binary search in it. The file's columns are explained in `scripts/gazetteer.py`.

use super::scan::fold;

/// How much a name alone proves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Class {
    /// An everyday word: a place only with a capital after a preposition.
    EverydayWord,
    /// Also a person's name: a place only after a preposition.
    PersonName,
    /// A code that counts in capitals after a preposition only.
    Code,
    /// A state or province.
    State,
    /// A city, by population: 0 below 20,000 to 9 above five million.
    City(u8),
    /// A town, an island or a sight that travellers name by itself, however few live there.
    Spot,
    /// A holiday region, island, park, coast, or a city under its well-known names.
    Region,
    /// A country.
    Country,
}

/// A name of the gazetteer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    /// What the name proves.
    pub(crate) class: Class,
    /// The name we show.
    pub(crate) shown: String,
    /// A wider place that it may be sold as: Zanzibar for Nungwi.
    pub(crate) within: Option<String>,
    /// The country it lies in, or is (ISO 3166 alpha-2).
    pub(crate) country: Option<String>,
    /// Whether it is that country: Georgia and Jordan are by class people's names.
    is_country: bool,
}

/// The gazetteer: one name a line, sorted.
#[derive(Debug, Clone, Copy)]
pub struct Gazetteer {
    lines: &'static str,
}

impl Gazetteer {
    /// The gazetteer the library carries.
    #[must_use]
    pub fn load() -> &'static Self {
        static CARRIED: Gazetteer = Gazetteer { lines: include_str!("../../data/places.txt") };
        &CARRIED
    }

    /// Whether `wide` is a country or a region that `narrow` lies in; both by any of their names.
    pub(crate) fn lies_in(self, narrow: &str, wide: &str) -> bool {
        let (Some(inner), Some(outer)) = (self.find(&fold(narrow)), self.find(&fold(wide))) else { return false };
        let in_country =
            outer.is_country && !inner.is_country && inner.country.is_some() && inner.country == outer.country;
        let around = inner.within.and_then(|within| Some((self.find(&fold(&within))?.within, within)));
        let in_region =
            around.is_some_and(|(wider, within)| within == outer.shown || wider.as_ref() == Some(&outer.shown));
        inner.shown != outer.shown && (in_country || in_region)
    }

    /// The place of that folded name.
    pub(crate) fn find(self, name: &str) -> Option<Place> {
        let at = self.lower_bound(name);
        let line = self.lines.get(at..)?.lines().next()?;
        let (key, _) = line.split_once('\t')?;
        (key == name).then(|| parse(line)).flatten()
    }

    /// Whether some name begins with `prefix`.
    pub(crate) fn continues(self, prefix: &str) -> bool {
        self.lines.get(self.lower_bound(prefix)..).is_some_and(|rest| rest.starts_with(prefix))
    }

    /// The places whose folded name begins with the letter and is `wanted`. Thousands begin so: a line is read only
    /// once its name is wanted.
    pub(crate) fn beginning_with(
        self,
        letter: char,
        wanted: impl Fn(&str) -> bool,
    ) -> impl Iterator<Item = (&'static str, Place)> {
        let start = self.lower_bound(letter.encode_utf8(&mut [0; 4]));
        let lines = self.lines.get(start..).unwrap_or("").lines();
        lines.take_while(move |line| line.starts_with(letter)).filter_map(move |line| {
            let key = line.split('\t').next().filter(|key| wanted(key))?;
            Some((key, parse(line)?))
        })
    }

    /// Byte offset of the first line whose name is not below `name`.
    fn lower_bound(self, name: &str) -> usize {
        let bytes = self.lines.as_bytes();
        let (mut low, mut high) = (0, bytes.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let start = bytes[low..middle].iter().rposition(|byte| *byte == b'\n').map_or(low, |at| low + at + 1);
            let end = bytes[middle..high].iter().position(|byte| *byte == b'\n').map_or(high, |at| middle + at + 1);
            let key = bytes[start..end].split(|byte| *byte == b'\t').next().unwrap_or(&[]);
            if key < name.as_bytes() { low = end } else { high = start }
        }
        low
    }
}

fn parse(line: &str) -> Option<Place> {
    let mut columns = line.split('\t');
    let (key, class) = (columns.next()?, columns.next()?);
    let class = match class.as_bytes() {
        b"c" => Class::Country,
        b"r" => Class::Region,
        b"t" => Class::Spot,
        b"s" => Class::State,
        b"a" => Class::Code,
        b"n" => Class::PersonName,
        b"w" => Class::EverydayWord,
        [digit @ b'0'..=b'9'] => Class::City(digit - b'0'),
        _ => return None,
    };
    let mut column = || columns.next().filter(|text| !text.is_empty()).map(str::to_owned);
    let shown = column().unwrap_or_else(|| capitalised(key));
    let (within, country) = (column(), column());
    let is_country = country.as_ref().is_some_and(|code| code.starts_with('='));
    let country = country.map(|code| code.trim_start_matches('=').to_owned());
    Some(Place { class, shown, within, country, is_country })
}

fn capitalised(key: &str) -> String {
    let words: Vec<String> = key
        .split(' ')
        .map(|word| {
            let mut letters = word.chars();
            letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        })
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_found_where_it_stands() {
        let gazetteer = Gazetteer::load();
        for line in gazetteer.lines.lines() {
            let key = line.split('\t').next().unwrap_or_default();
            assert_eq!(gazetteer.find(key), parse(line), "{line}");
        }
        assert_eq!(gazetteer.find("atlantis of old"), None);
        assert_eq!(gazetteer.find(""), None);
    }

    #[test]
    fn names_of_other_languages_lead_to_one_place() {
        let shown = |name: &str| Gazetteer::load().find(name).map(|place| place.shown);
        for (name, place) in [
            ("kapstadt", "Cape Town"),
            ("le cap", "Cape Town"),
            ("ile maurice", "Mauritius"),
            ("griechenland", "Greece"),
        ] {
            assert_eq!(shown(name).as_deref(), Some(place));
        }
    }
}
