//! The secrets of a local platform: made at the first start, kept in the data folder, readable by its owner alone.

use std::{fs, io::Write, path::Path};

use anyhow::Context as _;
use serde::{Deserialize, Serialize};
use tripdesk_core::{ids, session::Keys};

/// Where another model than the scripted one is asked.
const MODEL_ENDPOINT: &str = "AWS_ENDPOINT_URL_BEDROCK_RUNTIME";

/// What the deployment would keep in Secrets Manager.
#[derive(Clone, Serialize, Deserialize)]
pub struct Secrets {
    /// Keys of access tokens.
    pub jwt_keys: String,
    /// Key of links, jobs and cursors.
    pub link_key: String,
    /// Operator's token.
    pub admin_token: String,
    /// Password of the demo agency's first user.
    pub demo_password: String,
}

impl Secrets {
    /// Those of a data folder; made when it has none yet.
    ///
    /// # Errors
    /// When the folder cannot be read or written, or the file was damaged.
    pub fn of(data: &Path) -> anyhow::Result<Self> {
        let path = data.join("secrets.json");
        if let Ok(text) = fs::read_to_string(&path) {
            return serde_json::from_str(&text).with_context(|| format!("{} cannot be read", path.display()));
        }
        let secrets = Self {
            jwt_keys: Keys::generate("local-1"),
            link_key: ids::new_secret(),
            admin_token: ids::new_secret(),
            demo_password: format!("sunbird-{}", &ids::new_secret()[..12]),
        };
        fs::create_dir_all(data)?;
        write_private(&path, &serde_json::to_string_pretty(&secrets)?)?;
        Ok(secrets)
    }

    /// The same, as the functions' environment. What the process's own environment says about the admin API wins.
    #[must_use]
    pub fn environment(&self) -> Vec<(&'static str, String)> {
        let admin = std::env::var("ADMIN_API_TOKEN").unwrap_or_else(|_| self.admin_token.clone());
        vec![
            ("JWT_KEYS", self.jwt_keys.clone()),
            ("LINK_KEY", self.link_key.clone()),
            ("ADMIN_API_TOKEN", admin),
            ("MAIL_FROM_DOMAIN", crate::platform::INBOUND_DOMAIN.to_owned()),
            ("CORS_ORIGINS", std::env::var("CORS_ORIGINS").unwrap_or_default()),
            // Everybody on this machine calls from one address.
            ("REQUESTS_PER_ADDRESS", std::env::var("REQUESTS_PER_ADDRESS").unwrap_or_else(|_| "1000000".to_owned())),
            (MODEL_ENDPOINT, std::env::var(MODEL_ENDPOINT).unwrap_or_default()),
        ]
    }
}

fn write_private(path: &Path, text: &str) -> anyhow::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).with_context(|| format!("cannot write {}", path.display()))?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    Ok(())
}
