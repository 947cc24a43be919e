//! The rules a configuration keeps. Every field that breaks one is named, by its path, all at once.

use jiff::tz::TimeZone;
use rust_decimal::Decimal;

use super::Config;
use crate::{error::FieldError, user::canonical_email};

/// Longest name of anything.
const NAME: usize = 120;

impl Config {
    /// Every field that breaks a rule, by its path in the configuration.
    #[must_use]
    pub fn faults(&self) -> Vec<FieldError> {
        let mut faults = Faults::default();
        faults.demand(TimeZone::get(&self.timezone).is_ok(), "timezone", "not a known IANA time zone");
        self.branding_faults(&mut faults);
        self.destination_faults(&mut faults);
        self.mail_faults(&mut faults);
        self.quoting_faults(&mut faults);
        self.enquiry_faults(&mut faults);
        self.plan_faults(&mut faults);
        faults.0
    }

    fn branding_faults(&self, faults: &mut Faults) {
        let branding = &self.branding;
        faults.demand(is_color(&branding.primary_color), "branding.primary_color", "a colour is written #rrggbb");
        faults.demand(is_color(&branding.secondary_color), "branding.secondary_color", "a colour is written #rrggbb");
        faults.line(&branding.company_name, "branding.company_name");
        faults.text(&branding.email_signature, 2_000, "branding.email_signature");
        let uploaded = branding.logo_url.as_ref().is_none_or(|url| is_own_path(url));
        faults.demand(uploaded, "branding.logo_url", "a logo is uploaded; an address elsewhere is not taken");
    }

    fn destination_faults(&self, faults: &mut Faults) {
        faults.demand(self.destinations.len() <= 500, "destinations", "at most 500");
        for (i, place) in self.destinations.iter().enumerate() {
            let path = |field: &str| format!("destinations[{i}].{field}");
            faults.name(&place.name, &path("name"));
            faults.demand(place.code.chars().count() <= 12, &path("code"), "at most 12 characters");
            faults.demand(place.aliases.len() <= 50, &path("aliases"), "at most 50");
            for (n, alias) in place.aliases.iter().enumerate() {
                faults.name(alias, &path(&format!("aliases[{n}]")));
            }
            let before = &self.destinations[..i];
            let again = before.iter().any(|other| other.name.to_lowercase() == place.name.to_lowercase());
            faults.demand(!again, &path("name"), "named twice");
        }
    }

    fn mail_faults(&self, faults: &mut Faults) {
        faults.line(&self.email.from_name, "email.from_name");
        for (address, field) in
            [(&self.email.from_address, "email.from_address"), (&self.email.reply_to, "email.reply_to")]
        {
            faults.demand(address.is_empty() || is_address(address), field, "not a mail address");
        }
        faults.demand(self.consultants.len() <= 200, "consultants", "at most 200");
        for (i, consultant) in self.consultants.iter().enumerate() {
            faults.name(&consultant.name, &format!("consultants[{i}].name"));
            let field = format!("consultants[{i}].email");
            faults.demand(is_address(&consultant.email), &field, "not a mail address");
            let before = &self.consultants[..i];
            let again = before.iter().any(|other| other.email.eq_ignore_ascii_case(&consultant.email));
            faults.demand(!again, &field, "named twice");
        }
    }

    fn quoting_faults(&self, faults: &mut Faults) {
        let quoting = &self.quoting;
        faults.demand((1..=365).contains(&quoting.validity_days), "quoting.validity_days", "between 1 and 365");
        faults.demand(quoting.follow_up_days <= 90, "quoting.follow_up_days", "between 0 and 90");
        let percents = [
            ("quoting.markup_pct", quoting.markup_pct, 500),
            ("quoting.margin_floor_pct", quoting.margin_floor_pct, 100),
            ("quoting.fx_buffer_pct", quoting.fx_buffer_pct, 50),
            ("booking.deposit_pct", self.booking.deposit_pct, 100),
        ];
        for (field, value, most) in percents {
            let fits = (Decimal::ZERO..=Decimal::from(most)).contains(&value);
            faults.demand(fits, field, &format!("between 0 and {most}"));
        }
        faults.demand(self.booking.deposit_days <= 365, "booking.deposit_days", "between 0 and 365");
        faults.demand(self.booking.balance_days <= 730, "booking.balance_days", "between 0 and 730");
        faults.demand(quoting.rounding_step >= Decimal::ZERO, "quoting.rounding_step", "not negative");
        let cap_fits = quoting.auto_send_cap.is_none_or(|cap| cap >= Decimal::ZERO);
        faults.demand(cap_fits, "quoting.auto_send_cap", "not negative");
        faults.text(&quoting.terms, 5_000, "quoting.terms");
    }

    fn enquiry_faults(&self, faults: &mut Faults) {
        for (i, field) in self.required_enquiry_fields.iter().enumerate() {
            let known = crate::enquiry::FIELD_NAMES.contains(&field.as_str());
            faults.demand(known, &format!("required_enquiry_fields[{i}]"), "not a field of an enquiry");
        }
        let categories = &self.knowledge.categories;
        faults.demand(categories.len() <= 100, "knowledge.categories", "at most 100");
        for (i, category) in categories.iter().enumerate() {
            let field = format!("knowledge.categories[{i}]");
            faults.name(category, &field);
            faults.demand(!categories[..i].contains(category), &field, "named twice");
        }
    }

    fn plan_faults(&self, faults: &mut Faults) {
        let limits = [
            ("plan.max_users", self.plan.max_users, 100_000),
            ("plan.max_monthly_quotes", self.plan.max_monthly_quotes, 10_000_000),
            ("plan.max_storage_mb", self.plan.max_storage_mb, 100_000_000),
            ("plan.requests_per_minute", self.plan.requests_per_minute, 1_000_000),
        ];
        for (field, value, most) in limits {
            faults.demand(value <= most, field, &format!("at most {most}"));
        }
    }
}

#[derive(Default)]
struct Faults(Vec<FieldError>);

impl Faults {
    fn demand(&mut self, holds: bool, field: &str, message: &str) {
        if !holds {
            self.0.push(FieldError::new(field, message));
        }
    }

    /// A name that must be there.
    fn name(&mut self, text: &str, field: &str) {
        self.demand(!text.trim().is_empty(), field, "missing");
        self.line(text, field);
    }

    /// A text on one line, perhaps empty.
    fn line(&mut self, text: &str, field: &str) {
        self.demand(text.chars().count() <= NAME, field, "at most 120 characters");
        self.demand(!text.chars().any(char::is_control), field, "holds characters that cannot be seen");
    }

    /// A text of some lines.
    fn text(&mut self, text: &str, most: usize, field: &str) {
        self.demand(text.chars().count() <= most, field, &format!("at most {} characters", thousands(most)));
        let plain = text.chars().all(|c| !c.is_control() || matches!(c, '\n' | '\r' | '\t'));
        self.demand(plain, field, "holds characters that cannot be seen");
    }
}

fn thousands(number: usize) -> String {
    if number < 1_000 { number.to_string() } else { format!("{},{:03}", number / 1_000, number % 1_000) }
}

fn is_color(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()))
}

fn is_address(text: &str) -> bool {
    canonical_email(text).is_some_and(|canonical| canonical == text.to_lowercase())
}

/// A path of ours, which no scheme or host can hide in.
fn is_own_path(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.' | '?' | '=');
    text.len() <= 300 && text.chars().all(plain) && !text.starts_with("//") && !text.contains("..")
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;
    use crate::tenant::{Consultant, Destination};

    fn fields(config: &Config) -> Vec<String> {
        config.faults().into_iter().map(|fault| fault.field).collect()
    }

    #[test]
    fn every_bad_field_is_named() {
        let mut config = Config::new("Mars/Olympus", "ZAR".parse().unwrap());
        config.branding.primary_color = "red".to_owned();
        config.branding.logo_url = Some("https://169.254.169.254/latest".to_owned());
        config.quoting.validity_days = 0;
        config.quoting.markup_pct = "-1".parse().unwrap();
        config.required_enquiry_fields.push("shoe_size".to_owned());
        config.email.reply_to = "nobody\r\nBcc: x@y.example".to_owned();
        let place =
            Destination { name: "Zanzibar".into(), code: String::new(), aliases: vec![" ".into()], enabled: true };
        config.destinations = vec![place.clone(), place];
        config.consultants = vec![Consultant { name: String::new(), email: "no address".into(), active: true }];
        let expected = [
            "timezone",
            "branding.primary_color",
            "branding.logo_url",
            "destinations[0].aliases[0]",
            "destinations[1].aliases[0]",
            "destinations[1].name",
            "email.reply_to",
            "consultants[0].name",
            "consultants[0].email",
            "quoting.validity_days",
            "quoting.markup_pct",
            "required_enquiry_fields[3]",
        ];
        assert_eq!(fields(&config), expected);
    }

    #[test]
    fn a_plain_configuration_has_no_faults() {
        assert!(fields(&Config::new("Africa/Johannesburg", "ZAR".parse().unwrap())).is_empty());
    }
}
