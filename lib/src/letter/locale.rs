//! Numbers, money and dates as people of a region write them (Unicode CLDR 48, by hand for the regions we serve: the
//! `icu` crates have no stable currency format and no date ranges, which are most of what a quote needs).
//!
//! Invariant: the digits shown are exactly the decimal's own; nothing is rounded here.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::words::{Words, fill, words};
use crate::{
    money::{Currency, Money},
    tenant::{Config, Language},
};

/// A language as one country writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Region {
    EnGb,
    EnUs,
    EnZa,
    EnIn,
    DeDe,
    DeCh,
    FrFr,
    FrCh,
    EsEs,
    Es419,
    PtPt,
    PtBr,
    NlNl,
}

/// How a region groups digits and places a currency.
struct Numbers {
    group: &'static str,
    decimal: char,
    /// Fewest digits before the first group mark for it to be set: Spain writes 1234,50 and 12.345,00.
    ungrouped_up_to: usize,
    symbol: Placement,
}

#[derive(Clone, Copy)]
enum Placement {
    /// `€1`, and `CHF 1` where the symbol ends in a letter.
    Before,
    /// `€ 1`.
    BeforeSpaced,
    /// `1 €`.
    After,
}

/// A space that neither breaks nor stretches.
const NBSP: &str = "\u{a0}";
/// Its narrow sister, between thousands in French.
const NNBSP: &str = "\u{202f}";

impl Region {
    /// The agency's language as its currency and time zone place it; `language` overrides the agency's own.
    pub(crate) fn of(config: &Config, language: Language) -> Self {
        let american = config.timezone.starts_with("America/") || config.timezone.starts_with("US/");
        match (language, config.currency.code()) {
            (Language::En, "ZAR") => Self::EnZa,
            (Language::En, "INR") => Self::EnIn,
            (Language::En, "USD") if american => Self::EnUs,
            (Language::En, _) => Self::EnGb,
            (Language::De, "CHF") => Self::DeCh,
            (Language::De, _) => Self::DeDe,
            (Language::Fr, "CHF") => Self::FrCh,
            (Language::Fr, _) => Self::FrFr,
            (Language::Es, _) if american => Self::Es419,
            (Language::Es, _) => Self::EsEs,
            (Language::Pt, "BRL") => Self::PtBr,
            (Language::Pt, _) => Self::PtPt,
            (Language::Nl, _) => Self::NlNl,
        }
    }

    /// BCP 47 tag.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::EnGb => "en-GB",
            Self::EnUs => "en-US",
            Self::EnZa => "en-ZA",
            Self::EnIn => "en-IN",
            Self::DeDe => "de-DE",
            Self::DeCh => "de-CH",
            Self::FrFr => "fr-FR",
            Self::FrCh => "fr-CH",
            Self::EsEs => "es-ES",
            Self::Es419 => "es-419",
            Self::PtPt => "pt-PT",
            Self::PtBr => "pt-BR",
            Self::NlNl => "nl-NL",
        }
    }

    pub(crate) fn words(self) -> &'static Words {
        words(self)
    }

    fn numbers(self) -> Numbers {
        let (group, decimal, ungrouped_up_to, symbol) = match self {
            Self::EnGb | Self::EnUs | Self::EnIn | Self::Es419 => (",", '.', 3, Placement::Before),
            Self::EnZa => (NBSP, ',', 3, Placement::Before),
            Self::DeDe => (".", ',', 3, Placement::After),
            Self::DeCh => ("’", '.', 3, Placement::BeforeSpaced),
            Self::FrFr => (NNBSP, ',', 3, Placement::After),
            Self::FrCh => (NNBSP, '.', 3, Placement::After),
            Self::EsEs => (".", ',', 4, Placement::After),
            Self::PtPt => (NBSP, ',', 4, Placement::After),
            Self::PtBr | Self::NlNl => (".", ',', 3, Placement::BeforeSpaced),
        };
        Numbers { group, decimal, ungrouped_up_to, symbol }
    }

    /// An amount with its currency: `R 84 500,00`, `€1,234.50`, `1.234,50 €`.
    pub(crate) fn money(self, money: Money) -> String {
        let Numbers { symbol: placement, .. } = self.numbers();
        let digits = self.number(money.amount.abs());
        let symbol = self.symbol(money.currency);
        let sign = if money.amount.is_sign_negative() && !money.amount.is_zero() { "-" } else { "" };
        let lettered = symbol.chars().next_back().is_some_and(char::is_alphabetic);
        match placement {
            Placement::Before if lettered => format!("{sign}{symbol}{NBSP}{digits}"),
            Placement::Before => format!("{sign}{symbol}{digits}"),
            Placement::BeforeSpaced => format!("{sign}{symbol}{NBSP}{digits}"),
            Placement::After => format!("{sign}{digits}{NBSP}{symbol}"),
        }
    }

    /// A decimal that is not negative, with the region's marks.
    fn number(self, amount: Decimal) -> String {
        let Numbers { group, decimal, ungrouped_up_to, .. } = self.numbers();
        let plain = amount.to_string();
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let mut out = String::with_capacity(plain.len() * 2);
        for (i, digit) in whole.chars().enumerate() {
            let left = whole.len() - i;
            if i > 0 && whole.len() > ungrouped_up_to && self.breaks_before(left) {
                out.push_str(group);
            }
            out.push(digit);
        }
        if !fraction.is_empty() {
            out.push(decimal);
            out.push_str(fraction);
        }
        out
    }

    /// Whether a group mark stands before the last `left` digits: every three, in India two after the first three.
    fn breaks_before(self, left: usize) -> bool {
        match self {
            Self::EnIn => left == 3 || (left > 3 && (left - 3).is_multiple_of(2)),
            _ => left.is_multiple_of(3),
        }
    }

    /// The sign people know, where it cannot be taken for another; else the code.
    fn symbol(self, currency: Currency) -> String {
        let symbol = match (currency.code(), self) {
            ("USD", Self::EnUs) => "$",
            ("USD", _) => "US$",
            ("EUR", _) => "€",
            ("GBP", _) => "£",
            ("ZAR", _) => "R",
            ("INR", _) => "₹",
            ("JPY", _) => "¥",
            ("BRL", _) => "R$",
            ("AUD", _) => "A$",
            ("NZD", _) => "NZ$",
            ("CAD", _) => "CA$",
            ("NAD", _) => "N$",
            ("KES", _) => "KSh",
            (code, _) => code,
        };
        symbol.to_owned()
    }

    /// "3 July 2027".
    pub(crate) fn date(self, date: Date) -> String {
        let month = self.month(date);
        let (day, year) = (self.day(date), date.year());
        match self {
            Self::EnUs => format!("{month} {day}, {year}"),
            Self::DeDe | Self::DeCh => format!("{day} {month} {year}"),
            Self::EsEs | Self::Es419 | Self::PtPt | Self::PtBr => format!("{day} de {month} de {year}"),
            _ => format!("{day} {month} {year}"),
        }
    }

    /// "Saturday 3 July 2027".
    pub(crate) fn weekday_date(self, date: Date) -> String {
        let names = self.words().weekdays;
        let index = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(0);
        let weekday = names.get(index).copied().unwrap_or("");
        let comma = match self {
            Self::EnUs | Self::DeDe | Self::DeCh | Self::EsEs | Self::Es419 | Self::PtPt | Self::PtBr => ",",
            _ => "",
        };
        format!("{weekday}{comma} {}", self.date(date))
    }

    /// "from 3 to 10 July 2027": what both dates share is said once.
    pub(crate) fn between(self, from: Date, to: Date) -> String {
        let (a, b) = self.shared(from, to);
        fill(self.words().from_to, &[("a", &a), ("b", &b)])
    }

    /// "3–10 July 2027".
    pub(crate) fn range(self, from: Date, to: Date) -> String {
        let (a, b) = self.shared(from, to);
        if a.contains(' ') { format!("{a} – {b}") } else { format!("{a}–{b}") }
    }

    fn shared(self, from: Date, to: Date) -> (String, String) {
        if from.year() != to.year() {
            return (self.date(from), self.date(to));
        }
        let month = self.month(from);
        let day = self.day(from);
        let first = match self {
            Self::EnUs => format!("{month} {day}"),
            _ if from.month() == to.month() => day,
            Self::EsEs | Self::Es419 | Self::PtPt | Self::PtBr => format!("{day} de {month}"),
            _ => format!("{day} {month}"),
        };
        let last = match self {
            Self::EnUs if from.month() == to.month() => format!("{}, {}", self.day(to), to.year()),
            _ => self.date(to),
        };
        (first, last)
    }

    fn month(self, date: Date) -> &'static str {
        let index = usize::try_from(date.month() - 1).unwrap_or(0);
        self.words().months.get(index).copied().unwrap_or("")
    }

    /// The day of the month: German sets a point, French says "1er".
    fn day(self, date: Date) -> String {
        match (self, date.day()) {
            (Self::DeDe | Self::DeCh, day) => format!("{day}."),
            (Self::FrFr | Self::FrCh, 1) => "1er".to_owned(),
            (_, day) => day.to_string(),
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;

    fn shown(region: Region, amount: &str, currency: &str) -> String {
        let money = Money::new(amount.parse().unwrap(), currency.parse().unwrap());
        region.money(money).replace([NBSP, NNBSP].map(|s| s.chars().next().unwrap()), "_")
    }

    #[test]
    fn money_looks_as_the_region_writes_it() {
        let cases = [
            (Region::EnZa, "84500", "ZAR", "R_84_500,00"),
            (Region::EnZa, "84500", "EUR", "€84_500,00"),
            (Region::EnGb, "1234.5", "EUR", "€1,234.50"),
            (Region::EnGb, "1234.5", "CHF", "CHF_1,234.50"),
            (Region::EnGb, "-5", "GBP", "-£5.00"),
            (Region::EnGb, "1234.5", "USD", "US$1,234.50"),
            (Region::EnUs, "1000000", "USD", "$1,000,000.00"),
            (Region::EnIn, "12345678.9", "INR", "₹1,23,45,678.90"),
            (Region::EnIn, "999", "INR", "₹999.00"),
            (Region::DeDe, "1234.5", "EUR", "1.234,50_€"),
            (Region::DeCh, "1234.5", "CHF", "CHF_1’234.50"),
            (Region::FrFr, "1234.5", "EUR", "1_234,50_€"),
            (Region::EsEs, "1234.5", "EUR", "1234,50_€"),
            (Region::EsEs, "12345", "EUR", "12.345,00_€"),
            (Region::PtPt, "12345", "EUR", "12_345,00_€"),
            (Region::PtBr, "1234.5", "BRL", "R$_1.234,50"),
            (Region::NlNl, "1234.5", "EUR", "€_1.234,50"),
            (Region::EnGb, "120000", "JPY", "¥120,000"),
            (Region::EnGb, "0", "EUR", "€0.00"),
            (Region::EnGb, "0.005", "EUR", "€0.005"),
        ];
        for (region, amount, currency, expected) in cases {
            assert_eq!(shown(region, amount, currency), expected, "{region:?}");
        }
    }

    #[test]
    fn dates_share_what_they_have_in_common() {
        let date = |text: &str| text.parse::<Date>().unwrap();
        let cases = [
            (Region::EnGb, "2027-07-03", "2027-07-10", "from 3 to 10 July 2027"),
            (Region::EnGb, "2027-07-28", "2027-08-04", "from 28 July to 4 August 2027"),
            (Region::EnGb, "2027-12-28", "2028-01-04", "from 28 December 2027 to 4 January 2028"),
            (Region::EnUs, "2027-07-03", "2027-07-10", "from July 3 to 10, 2027"),
            (Region::EnUs, "2027-07-28", "2027-08-04", "from July 28 to August 4, 2027"),
            (Region::DeDe, "2027-07-03", "2027-07-10", "vom 3. bis 10. Juli 2027"),
            (Region::FrFr, "2027-07-01", "2027-07-10", "du 1er au 10 juillet 2027"),
            (Region::EsEs, "2027-07-03", "2027-07-10", "del 3 al 10 de julio de 2027"),
            (Region::EsEs, "2027-07-28", "2027-08-04", "del 28 de julio al 4 de agosto de 2027"),
            (Region::PtPt, "2027-07-03", "2027-07-10", "de 3 a 10 de julho de 2027"),
            (Region::NlNl, "2027-07-03", "2027-07-10", "van 3 tot 10 juli 2027"),
        ];
        for (region, from, to, expected) in cases {
            assert_eq!(region.between(date(from), date(to)), expected, "{region:?}");
        }
        assert_eq!(Region::EnGb.range(date("2027-07-03"), date("2027-07-10")), "3–10 July 2027");
        assert_eq!(Region::DeDe.weekday_date(date("2027-07-03")), "Samstag, 3. Juli 2027");
        assert_eq!(Region::FrFr.weekday_date(date("2027-07-03")), "samedi 3 juillet 2027");
    }
}
