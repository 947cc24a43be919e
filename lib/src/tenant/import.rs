//! Agencies of the earlier platform, which kept each in a folder with a `client.yaml` (`product.md` section 1).
//!
//! Invariant: only what is named here is taken over. Secrets and `infrastructure` have no place in a configuration, and what
//! has no place is told, never copied.

use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::{Config, Consultant, Destination, Slug, Tone};
use crate::{error::FieldError, money::Currency};

/// Folders of the earlier platform's tests begin so.
const TEST_FOLDER: &str = "tn_";
/// The one file of a folder that says who the agency is.
const CLIENT_FILE: &str = "client.yaml";

/// One `client.yaml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientFile {
    /// The folder it lies in, without those above it.
    pub folder: String,
    /// What it says.
    pub text: String,
}

/// An agency as it would be taken over.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// Its id there.
    pub source_id: String,
    /// Its id here.
    pub id: Slug,
    /// Its name.
    pub name: String,
    /// What it had set up.
    pub config: Config,
    /// What was left out or read in another way, for the operator.
    pub notes: Vec<String>,
}

/// What a folder comes to.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// An agency.
    Agency(Box<Imported>),
    /// A test of the earlier platform.
    Test,
    /// Not an agency, and why: each bad field.
    Bad(Vec<FieldError>),
}

/// One folder of an import, as it is reported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = TenantImportRow)]
pub struct Row {
    /// The folder.
    pub folder: String,
    /// The agency's id there.
    pub source_id: Option<String>,
    /// The agency's id here.
    pub id: Option<Slug>,
    /// Its name.
    pub name: Option<String>,
    /// What was done, or would be.
    pub action: RowAction,
    /// What was left out or read in another way.
    pub notes: Vec<String>,
    /// Each bad field.
    pub errors: Vec<FieldError>,
}

/// What an import does with a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = TenantImportAction)]
pub enum RowAction {
    /// An agency is made of it.
    Created,
    /// The agency is there already, and stays as it is.
    Unchanged,
    /// Nothing is made of it: a field is wrong.
    Failed,
}

/// Which of a list of files are read: `client.yaml` of each folder, by the folder's own name. Separators of both kinds count.
#[must_use]
pub fn client_files(files: impl IntoIterator<Item = (String, String)>) -> Vec<ClientFile> {
    let client_file = |(path, text): (String, String)| {
        let mut parts = path.rsplit(['/', '\\']);
        let is_client = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(CLIENT_FILE));
        let folder = parts.next().unwrap_or_default().to_owned();
        is_client.then_some(ClientFile { folder, text })
    };
    let mut found: Vec<_> = files.into_iter().filter_map(client_file).collect();
    found.sort_by(|a, b| a.folder.cmp(&b.folder));
    found
}

/// Reads one `client.yaml`.
#[must_use]
pub fn read(file: &ClientFile) -> Outcome {
    if file.folder.starts_with(TEST_FOLDER) {
        return Outcome::Test;
    }
    let document: Value = match serde_saphyr::from_str(&file.text) {
        Ok(document) => document,
        Err(_) => return Outcome::Bad(vec![FieldError::new(CLIENT_FILE, "cannot be read as YAML")]),
    };
    let client = &document["client"];
    let Some(source_id) = text(client, &["id", "short_name"]) else {
        return Outcome::Bad(vec![FieldError::new("client.id", "missing")]);
    };
    if source_id.starts_with(TEST_FOLDER) {
        return Outcome::Test;
    }
    let mut notes = Vec::new();
    match agency(&document, &source_id, &mut notes) {
        Ok((id, name, config)) => {
            notes.extend(left_out(&document));
            Outcome::Agency(Box::new(Imported { source_id, id, name, config, notes }))
        }
        Err(errors) => Outcome::Bad(errors),
    }
}

/// The slug that an id of the earlier platform becomes: lower case, `-` for whatever else stood there.
#[must_use]
pub fn slug_of(source_id: &str) -> Option<Slug> {
    let mut slug = String::new();
    for c in source_id.chars() {
        let c = c.to_ascii_lowercase();
        if c.is_ascii_lowercase() || c.is_ascii_digit() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    if slug.starts_with(|c: char| c.is_ascii_digit()) {
        slug.insert_str(0, "agency-");
    }
    slug.truncate(40);
    Slug::parse(slug.trim_end_matches('-')).ok()
}

fn agency(
    document: &Value,
    source_id: &str,
    notes: &mut Vec<String>,
) -> Result<(Slug, String, Config), Vec<FieldError>> {
    let client = &document["client"];
    let mut errors = Vec::new();
    let id = slug_of(source_id);
    if id.is_none() {
        errors.push(FieldError::new("client.id", "cannot become an id of 3 to 40 of a-z, 0-9 and -"));
    }
    let name = text(client, &["name", "short_name"]);
    if name.is_none() {
        errors.push(FieldError::new("client.name", "missing"));
    }
    let timezone = text(client, &["timezone"]);
    if timezone.is_none() {
        errors.push(FieldError::new("client.timezone", "missing"));
    }
    let currency = text(client, &["currency"]).and_then(|code| code.to_uppercase().parse::<Currency>().ok());
    if currency.is_none() {
        errors.push(FieldError::new("client.currency", "missing, or not a currency of ISO 4217"));
    }
    let (Some(id), Some(name), Some(timezone), Some(currency)) = (id, name, timezone, currency) else {
        return Err(errors);
    };
    if id.as_str() != source_id {
        notes.push(format!("the id {source_id} became {id}"));
    }
    let mut config = Config::new(&timezone, currency);
    branding(&document["branding"], &mut config, notes);
    config.destinations = list(&document["destinations"]).iter().filter_map(destination).collect();
    mail(&document["email"], &mut config);
    config.consultants = list(&document["consultants"]).iter().filter_map(consultant).collect();
    agents(&document["agents"], &mut config);
    let faults = config.faults();
    if faults.is_empty() { Ok((id, name, config)) } else { Err(faults) }
}

fn branding(branding: &Value, config: &mut Config, notes: &mut Vec<String>) {
    let own = &mut config.branding;
    own.company_name = text(branding, &["company_name", "name"]).unwrap_or_default();
    own.email_signature = text(branding, &["email_signature", "signature"]).unwrap_or_default();
    for (field, color) in [("primary_color", &mut own.primary_color), ("secondary_color", &mut own.secondary_color)] {
        let Some(given) = text(branding, &[field]) else { continue };
        match long_color(&given) {
            Some(long) => *color = long,
            None => notes.push(format!("branding.{field} is no colour and was left out")),
        }
    }
    if text(branding, &["logo_url", "logo"]).is_some() {
        notes.push("branding.logo_url was left out: a logo is uploaded".to_owned());
    }
}

/// `#abc` as `#aabbcc`.
fn long_color(text: &str) -> Option<String> {
    let hex = text.trim().strip_prefix('#').unwrap_or(text.trim());
    if !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    match hex.len() {
        6 => Some(format!("#{}", hex.to_lowercase())),
        3 => Some(format!("#{}", hex.to_lowercase().chars().flat_map(|c| [c, c]).collect::<String>())),
        _ => None,
    }
}

/// A place, written as a name alone or with all that is known of it.
fn destination(value: &Value) -> Option<Destination> {
    if let Some(name) = value.as_str() {
        return Some(Destination { name: name.to_owned(), code: String::new(), aliases: Vec::new(), enabled: true });
    }
    Some(Destination {
        name: text(value, &["name"])?,
        code: text(value, &["code"]).unwrap_or_default(),
        aliases: list(&value["aliases"]).iter().filter_map(|alias| alias.as_str().map(str::to_owned)).collect(),
        enabled: flag(value, &["enabled", "active"]).unwrap_or(true),
    })
}

fn mail(email: &Value, config: &mut Config) {
    config.email.from_name = text(email, &["from_name"]).unwrap_or_default();
    config.email.from_address = text(email, &["from_address", "from_email"]).unwrap_or_default();
    config.email.reply_to = text(email, &["reply_to"]).unwrap_or_default();
}

fn consultant(value: &Value) -> Option<Consultant> {
    let (name, email) = (text(value, &["name"])?, text(value, &["email"])?);
    Some(Consultant { name, email: email.to_lowercase(), active: flag(value, &["active", "enabled"]).unwrap_or(true) })
}

fn agents(agents: &Value, config: &mut Config) {
    let (inbound, helpdesk) = (&mut config.agents.inbound, &mut config.agents.helpdesk);
    for (name, enabled, tone) in
        [("inbound", &mut inbound.enabled, &mut inbound.tone), ("helpdesk", &mut helpdesk.enabled, &mut helpdesk.tone)]
    {
        let value = &agents[name];
        *enabled = value.as_bool().or_else(|| flag(value, &["enabled", "active"])).unwrap_or(true);
        *tone = match text(value, &["tone"]).as_deref() {
            Some("formal" | "professional") => Tone::Formal,
            Some("concise" | "short") => Tone::Concise,
            _ => Tone::Friendly,
        };
    }
}

/// The settings that were taken over, by their paths; of everything else the path is told.
const TAKEN: [&str; 27] = [
    "client.id",
    "client.name",
    "client.short_name",
    "client.timezone",
    "client.currency",
    "branding.company_name",
    "branding.name",
    "branding.logo_url",
    "branding.logo",
    "branding.primary_color",
    "branding.secondary_color",
    "branding.email_signature",
    "branding.signature",
    "email.from_name",
    "email.from_address",
    "email.from_email",
    "email.reply_to",
    "agents.inbound",
    "agents.helpdesk",
    "agents.inbound.enabled",
    "agents.inbound.active",
    "agents.inbound.tone",
    "agents.helpdesk.enabled",
    "agents.helpdesk.active",
    "agents.helpdesk.tone",
    "destinations",
    "consultants",
];

/// Each setting without a place here, by its path alone: its value may be a secret.
fn left_out(document: &Value) -> Vec<String> {
    let mut paths = Vec::new();
    for (section, value) in document.as_object().into_iter().flatten() {
        walk(section, value, &mut paths);
    }
    paths.into_iter().map(|path| format!("{path} has no place here and was left out")).collect()
}

fn walk(path: &str, value: &Value, paths: &mut Vec<String>) {
    match value.as_object() {
        // What is inside is of no interest to anybody here.
        _ if path == "infrastructure" => paths.push(path.to_owned()),
        Some(inner) if !inner.is_empty() => {
            for (name, value) in inner {
                walk(&format!("{path}.{name}"), value, paths);
            }
        }
        _ if TAKEN.contains(&path) || value.is_null() => {}
        _ => paths.push(path.to_owned()),
    }
}

/// The first of these settings that holds something, as text: an id may have been written as a number.
fn text(value: &Value, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| match value.get(name)? {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    })
}

fn flag(value: &Value, names: &[&str]) -> Option<bool> {
    names.iter().find_map(|name| value.get(name)?.as_bool())
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;

    const SAMPLE: &str = include_str!("../../../tests/fixtures/tenants/Marula_Travel/client.yaml");

    fn agency(text: &str) -> Imported {
        match read(&ClientFile { folder: "x".to_owned(), text: text.to_owned() }) {
            Outcome::Agency(agency) => *agency,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_real_looking_agency_is_taken_over_without_its_secrets() {
        let agency = agency(SAMPLE);
        assert_eq!((agency.source_id.as_str(), agency.id.as_str()), ("Marula_Travel", "marula-travel"));
        assert_eq!(agency.config.destinations[0].aliases, ["Unguja", "Spice Island"]);
        assert_eq!(agency.config.branding.primary_color, "#aa3311");
        assert_eq!(agency.config.consultants.len(), 2);
        let kept = serde_json::to_string(&agency.config).unwrap() + &agency.notes.join("\n");
        for secret in ["sk-not-a-real-key", "hunter2", "SG.not-real", "marula-prod-project"] {
            assert!(SAMPLE.contains(secret) && !kept.contains(secret), "{secret}");
        }
        assert!(agency.notes.iter().any(|note| note.starts_with("infrastructure ")), "{:?}", agency.notes);
    }

    #[test]
    fn ids_become_slugs() {
        let slug = |id: &str| slug_of(id).map(|slug| slug.to_string());
        assert_eq!(slug("Blue Horizon").as_deref(), Some("blue-horizon"));
        assert_eq!(slug("__a__b__c__").as_deref(), Some("a-b-c"));
        assert_eq!(slug("4x4 Tours").as_deref(), Some("agency-4x4-tours"));
        assert_eq!(slug(&"x".repeat(60)).as_deref(), Some("x".repeat(40).as_str()));
        assert_eq!((slug("ab"), slug("--"), slug("")), (None, None, None));
    }

    #[test]
    fn tests_are_skipped_and_bad_folders_name_their_fields() {
        let outcome = |folder: &str, text: &str| read(&ClientFile { folder: folder.into(), text: text.into() });
        assert_eq!(outcome("tn_0af3", "not even: [yaml"), Outcome::Test);
        assert_eq!(outcome("other", "client: {id: tn_77, name: T}"), Outcome::Test);
        let Outcome::Bad(errors) = outcome("a", "client: {id: abc, name: A, timezone: Mars/Base, currency: ZAR}")
        else {
            panic!("taken over")
        };
        assert_eq!(errors[0].field, "timezone");
        let Outcome::Bad(errors) = outcome("a", "client: {id: abc}") else { panic!("taken over") };
        let fields: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["client.name", "client.timezone", "client.currency"]);
        assert!(matches!(outcome("a", "a: &a [*a, *a]\nb: !!x"), Outcome::Bad(_)));
        assert!(matches!(outcome("a", ""), Outcome::Bad(_)));
    }

    #[test]
    fn only_client_files_are_read_by_their_folders() {
        let files = ["b/client.yaml", "a\\client.yaml", "top/c/client.yaml", "a/prompts.yaml", "README.md"];
        let found = client_files(files.map(|path| (path.to_owned(), String::new())));
        assert_eq!(found.iter().map(|file| file.folder.as_str()).collect::<Vec<_>>(), ["a", "b", "c"]);
    }
}
