//! The environment, read once at start. A missing setting is named, with what needs it (`contract.md`, Environment).

use std::fmt;

/// Requests a minute from one address unless `REQUESTS_PER_ADDRESS` says otherwise: an office behind one address, not a flood.
const REQUESTS_PER_ADDRESS: u32 = 3_000;

/// Settings of one process. Every function reads the same names; what a function does not need may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// DynamoDB table of all records.
    pub table: String,
    /// Bucket where SES lays raw mail.
    pub mail_bucket: String,
    /// Bucket of rate books, PDFs and documents.
    pub files_bucket: String,
    /// Queue of quoting and sending jobs.
    pub quote_queue_url: String,
    /// Domain whose addresses lead to tenants.
    pub inbound_domain: String,
    /// Domain of senders without an address of their own.
    pub mail_from_domain: String,
    /// Where travellers and staff reach the platform; links in mails begin with it.
    pub public_url: String,
    /// Origins that browsers may call from.
    pub cors_origins: Vec<String>,
    /// Ed25519 keys of access tokens (JWK set, or a Secrets Manager ARN).
    pub jwt_keys: Secret,
    /// Key that signs links, reply addresses, jobs and cursors.
    pub link_key: Secret,
    /// SES configuration set whose events tell what became of a mail; none locally.
    pub configuration_set: Option<String>,
    /// Operator's token; `None` switches the admin API off.
    pub admin_token: Option<Secret>,
    /// Redis, for what instances share; without it limits are kept in the table. It may hold a password.
    pub redis_url: Option<Secret>,
    /// Role to assume for one tenant at a time; without it the function's own role reaches every tenant.
    pub tenant_role: Option<String>,
    /// What the content network sends to prove that the viewer's address it passes on is true.
    pub edge_key: Option<Secret>,
    /// Requests a minute from one address.
    pub requests_per_address: u32,
    /// Bedrock's model for extraction and answers; `None` leaves both to what is built in.
    pub model_id: Option<String>,
    /// Where that model is asked, when not at AWS.
    pub model_endpoint: Option<String>,
}

/// A text that is never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Wraps a secret.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The secret itself, for the one call that needs it.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Settings that are missing, each with what needs it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.join("\n"))]
pub struct MissingSettings(pub Vec<String>);

impl Settings {
    /// Reads all settings through `lookup` (the process environment, or a test's table).
    ///
    /// # Errors
    /// [`MissingSettings`] names each one that is unset or blank, all at once.
    pub fn read(lookup: impl Fn(&str) -> Option<String>) -> Result<Self, MissingSettings> {
        let mut missing = Vec::new();
        let mut required = |name: &str, needed_for: &str| {
            let value = lookup(name).filter(|value| !value.trim().is_empty());
            value.unwrap_or_else(|| {
                missing.push(format!("{name} is not set; it is needed for {needed_for}"));
                String::new()
            })
        };
        let optional = |name: &str| lookup(name).filter(|value| !value.trim().is_empty());
        let settings = Self {
            table: required("TABLE_NAME", "every record"),
            mail_bucket: required("MAIL_BUCKET", "raw mail"),
            files_bucket: required("FILES_BUCKET", "rate books, PDFs and documents"),
            quote_queue_url: required("QUOTE_QUEUE_URL", "quoting and sending"),
            inbound_domain: required("INBOUND_DOMAIN", "the addresses of tenants").to_ascii_lowercase(),
            mail_from_domain: required("MAIL_FROM_DOMAIN", "the sender of outgoing mail").to_ascii_lowercase(),
            public_url: required("PUBLIC_URL", "links in mails").trim_end_matches('/').to_owned(),
            jwt_keys: Secret(required("JWT_KEYS", "access tokens")),
            link_key: Secret(required("LINK_KEY", "signed links and jobs")),
            cors_origins: lookup("CORS_ORIGINS").map(|list| origins(&list)).unwrap_or_default(),
            configuration_set: optional("SES_CONFIGURATION_SET"),
            admin_token: optional("ADMIN_API_TOKEN").map(Secret),
            model_id: optional("BEDROCK_MODEL_ID"),
            model_endpoint: optional("AWS_ENDPOINT_URL_BEDROCK_RUNTIME"),
            redis_url: optional("REDIS_URL").map(Secret),
            tenant_role: optional("TENANT_ROLE_ARN"),
            edge_key: optional("EDGE_KEY").map(Secret),
            requests_per_address: optional("REQUESTS_PER_ADDRESS")
                .and_then(|number| number.trim().parse().ok())
                .unwrap_or(REQUESTS_PER_ADDRESS),
        };
        if missing.is_empty() { Ok(settings) } else { Err(MissingSettings(missing)) }
    }
}

fn origins(list: &str) -> Vec<String> {
    list.split(',').map(str::trim).filter(|origin| !origin.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;

    #[test]
    fn every_missing_setting_is_named_with_its_need() {
        let missing = Settings::read(|name| (name != "TABLE_NAME" && name != "PUBLIC_URL").then(|| name.to_owned()));
        assert_eq!(
            missing.unwrap_err().to_string(),
            "TABLE_NAME is not set; it is needed for every record\nPUBLIC_URL is not set; it is needed for links in mails"
        );
    }

    #[test]
    fn a_blank_admin_token_switches_the_admin_api_off_and_secrets_are_not_printed() {
        let settings = Settings::read(|name| Some(if name == "ADMIN_API_TOKEN" { " " } else { "hidden" }.to_owned()));
        let settings = settings.unwrap();
        assert_eq!(settings.admin_token, None);
        assert_eq!(format!("{:?}", settings.link_key), "Secret(…)");
    }
}
