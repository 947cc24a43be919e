//! The platform with the product in it: what `cargo run`, the demo and the tests all start.

use std::{net::SocketAddr, path::PathBuf};

use tripdesk_core::{clock::Clock, runtime::App};

use crate::{
    agency::{self, Demo},
    functions,
    platform::{self, Platform},
    secrets::Secrets,
};

/// What a person chooses.
#[derive(Debug, Clone)]
pub struct Choices {
    /// Where everything is kept.
    pub data: PathBuf,
    /// Address of API and console; port 0 takes a free one.
    pub http: SocketAddr,
    /// Address mail is taken at; port 0 takes a free one.
    pub smtp: SocketAddr,
    /// Whether the demo agency is there.
    pub demo: DemoAgency,
    /// Redis, which other processes may share.
    pub redis_url: Option<String>,
    /// Role to assume for one tenant at a time; without it the functions' own credentials reach every tenant.
    pub tenant_role: Option<String>,
    /// Name of the language model; without one the built-in extractor and answerer work alone.
    pub model: Option<String>,
}

/// Whether the demo agency is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DemoAgency {
    /// Provisioned at the first start.
    Provisioned,
    /// Left out.
    LeftOut,
}

impl Choices {
    /// The demo agency on free ports.
    #[must_use]
    pub fn on_free_ports(data: impl Into<PathBuf>) -> Self {
        let free = SocketAddr::from(([127, 0, 0, 1], 0));
        Self {
            data: data.into(),
            http: free,
            smtp: free,
            demo: DemoAgency::Provisioned,
            redis_url: None,
            tenant_role: None,
            model: None,
        }
    }
}

/// A started platform with what a person needs to use it.
pub struct Started {
    /// The platform.
    pub platform: Platform,
    /// The functions' own view of it.
    pub app: App,
    /// Its secrets.
    pub secrets: Secrets,
    /// The demo agency, unless it was left out.
    pub demo: Option<Demo>,
}

/// Starts the platform in a data folder.
///
/// # Errors
/// When the folder or a port is taken, or a store cannot be opened.
pub async fn start(choices: &Choices) -> anyhow::Result<Started> {
    let settings = platform::Settings {
        http: choices.http,
        smtp: choices.smtp,
        redis_url: choices.redis_url.clone(),
        ..platform::Settings::new(&choices.data)
    };
    let clock = Clock::shifted(settings.clock.clone());
    let prepared = platform::prepare(settings).await?;
    let secrets = Secrets::of(&choices.data)?;
    let mut environment = secrets.environment();
    environment.extend(choices.model.clone().map(|model| ("BEDROCK_MODEL_ID", model)));
    environment.extend(choices.tenant_role.clone().map(|role| ("TENANT_ROLE_ARN", role)));
    let (app, functions) = functions::assemble(&prepared, environment, clock)?;
    let demo = match choices.demo {
        DemoAgency::LeftOut => None,
        DemoAgency::Provisioned => agency::provision(&app, &secrets.demo_password).await?,
    };
    let platform = prepared.start(functions).await?;
    Ok(Started { platform, app, secrets, demo })
}
