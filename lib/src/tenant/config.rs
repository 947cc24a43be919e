//! What an agency sets up for itself. Secrets never live here.

use jiff::tz::TimeZone;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::money::Currency;

/// All sections of an agency's configuration (`product.md` section 1).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// IANA time zone: relative dates, expiry and times shown.
    pub timezone: String,
    /// The agency's own currency (ISO 4217).
    pub currency: Currency,
    /// Language of quotes and mails.
    #[serde(default)]
    pub language: Language,
    /// How quotes and mails look.
    #[serde(default)]
    pub branding: Branding,
    /// Places the agency sells, with the names travellers use.
    #[serde(default)]
    pub destinations: Vec<Destination>,
    /// Sender of outgoing mail.
    #[serde(default)]
    pub email: EmailSettings,
    /// People who look after enquiries.
    #[serde(default)]
    pub consultants: Vec<Consultant>,
    /// Rules of quoting.
    #[serde(default)]
    pub quoting: Quoting,
    /// Fields without which an enquiry is not quoted.
    #[serde(default = "default_required_fields")]
    pub required_enquiry_fields: Vec<String>,
    /// Knowledge base settings.
    #[serde(default)]
    pub knowledge: Knowledge,
    /// Which automatic helpers are on, and how they sound.
    #[serde(default)]
    pub agents: Agents,
    /// Limits of the agency's plan; set by the operator.
    #[serde(default)]
    pub plan: Plan,
}

/// Name, logo and colours of an agency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Branding {
    /// Name on quotes and mails; the tenant's name when empty.
    pub company_name: String,
    /// Where the uploaded logo lies (never fetched from elsewhere).
    pub logo_url: Option<String>,
    /// `#rrggbb`.
    pub primary_color: String,
    /// `#rrggbb`.
    pub secondary_color: String,
    /// Closing lines of a mail.
    pub email_signature: String,
}

impl Default for Branding {
    fn default() -> Self {
        Self {
            company_name: String::new(),
            logo_url: None,
            primary_color: "#0f4c5c".to_owned(),
            secondary_color: "#e08e45".to_owned(),
            email_signature: String::new(),
        }
    }
}

/// A place the agency sells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Destination {
    /// Name on quotes, as in the rate sheet.
    pub name: String,
    /// Short code.
    #[serde(default)]
    pub code: String,
    /// Other names travellers use.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Whether it is sold now.
    #[serde(default = "yes")]
    pub enabled: bool,
}

/// Sender of outgoing mail.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct EmailSettings {
    /// Display name; the company name when empty.
    pub from_name: String,
    /// Address; the tenant's mailbox at the platform's mail domain when empty.
    pub from_address: String,
    /// Where replies go; the thread's signed address when empty.
    pub reply_to: String,
}

/// A person who looks after enquiries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Consultant {
    /// Name shown to travellers.
    pub name: String,
    /// Address for notifications.
    pub email: String,
    /// Whether new enquiries may be given to them.
    #[serde(default = "yes")]
    pub active: bool,
}

/// Rules of quoting (`product.md` sections 5 and 6). Percentages are plain numbers: 12.5 is 12.5 %.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Quoting {
    /// Days a quote stays open.
    pub validity_days: u16,
    /// Days after which one reminder goes out; 0 sends none.
    pub follow_up_days: u16,
    /// Currency of quotes; the agency's own when absent.
    pub display_currency: Option<Currency>,
    /// Added to net prices, in percent.
    #[schema(value_type = String, example = "12.5")]
    pub markup_pct: Decimal,
    /// Below this margin, in percent of the total, nothing is sent by itself.
    #[schema(value_type = String, example = "8")]
    pub margin_floor_pct: Decimal,
    /// Added to exchange rates, in percent.
    #[schema(value_type = String, example = "2")]
    pub fx_buffer_pct: Decimal,
    /// Totals are raised to the next multiple of it; 0 leaves them.
    #[schema(value_type = String, example = "10")]
    pub rounding_step: Decimal,
    /// Whether a quote may go out without a person.
    pub auto_send: AutoSend,
    /// Largest total that may go out without a person, in the display currency; none when absent.
    #[schema(value_type = Option<String>, example = "50000")]
    pub auto_send_cap: Option<Decimal>,
    /// Terms printed on every quote.
    pub terms: String,
}

impl Default for Quoting {
    fn default() -> Self {
        Self {
            validity_days: 14,
            follow_up_days: 3,
            display_currency: None,
            markup_pct: Decimal::ZERO,
            margin_floor_pct: Decimal::ZERO,
            fx_buffer_pct: Decimal::ZERO,
            rounding_step: Decimal::ZERO,
            auto_send: AutoSend::Off,
            auto_send_cap: None,
            terms: String::new(),
        }
    }
}

/// Whether a quote may go out without a person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AutoSend {
    /// Every quote waits as a draft.
    #[default]
    Off,
    /// A quote goes out when every gate of `product.md` section 6 is open.
    Gated,
}

/// Knowledge base settings.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Knowledge {
    /// Categories that documents may have; any when empty.
    pub categories: Vec<String>,
}

/// Automatic helpers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Agents {
    /// Reads mail.
    pub inbound: AgentSettings,
    /// Answers questions.
    pub helpdesk: AgentSettings,
}

/// One automatic helper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AgentSettings {
    /// Whether it works.
    pub enabled: bool,
    /// How it sounds.
    pub tone: Tone,
}

impl Default for AgentSettings {
    fn default() -> Self {
        Self { enabled: true, tone: Tone::Friendly }
    }
}

/// How a helper sounds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// Warm and personal.
    #[default]
    Friendly,
    /// Reserved and polite.
    Formal,
    /// Short.
    Concise,
}

/// Language of quotes and mails.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// German.
    De,
    /// French.
    Fr,
    /// Spanish.
    Es,
    /// Portuguese.
    Pt,
    /// Dutch.
    Nl,
}

/// Limits of an agency's plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Plan {
    /// Users, invitations included.
    pub max_users: u32,
    /// Quotes a calendar month, in the agency's time zone.
    pub max_monthly_quotes: u32,
    /// Files and mail together, in megabytes.
    pub max_storage_mb: u32,
    /// Requests a minute over all users.
    pub requests_per_minute: u32,
}

impl Default for Plan {
    fn default() -> Self {
        Self { max_users: 25, max_monthly_quotes: 5_000, max_storage_mb: 10_240, requests_per_minute: 1_200 }
    }
}

impl Config {
    /// A configuration with nothing but its zone and currency set.
    #[must_use]
    pub fn new(timezone: &str, currency: Currency) -> Self {
        Self {
            timezone: timezone.to_owned(),
            currency,
            language: Language::default(),
            branding: Branding::default(),
            destinations: Vec::new(),
            email: EmailSettings::default(),
            consultants: Vec::new(),
            quoting: Quoting::default(),
            required_enquiry_fields: default_required_fields(),
            knowledge: Knowledge::default(),
            agents: Agents::default(),
            plan: Plan::default(),
        }
    }

    /// The agency's time zone; UTC should the stored name no longer be known.
    #[must_use]
    pub fn zone(&self) -> TimeZone {
        TimeZone::get(&self.timezone).unwrap_or(TimeZone::UTC)
    }

    /// Currency of quotes.
    #[must_use]
    pub fn display_currency(&self) -> Currency {
        self.quoting.display_currency.unwrap_or(self.currency)
    }
}

fn yes() -> bool {
    true
}

fn default_required_fields() -> Vec<String> {
    ["destinations", "dates", "adults"].map(str::to_owned).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_setting_is_refused() {
        let json = r#"{"timezone":"UTC","currency":"EUR","secret":"x"}"#;
        assert!(serde_json::from_str::<Config>(json).is_err());
    }
}
