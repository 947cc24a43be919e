//! The demo agency: provisioned from sample files the first time a data folder is used, as an operator would.

use anyhow::{Context as _, bail};
use serde::Deserialize;
use tripdesk_core::{
    ids, password,
    pricing::{Extra, FxRate},
    rates,
    runtime::App,
    store::{Commit, PriceList},
    tenant::{Config, Slug, Status, Tenant},
    user::{Role, User},
};

const AGENCY: &str = include_str!("../../tests/fixtures/demo/agency.json");
const RATES: &str = include_str!("../../tests/fixtures/demo/rates.csv");
const EXTRAS: &str = include_str!("../../tests/fixtures/demo/extras.json");
const FX: &str = include_str!("../../tests/fixtures/demo/fx.json");

/// The first mail that a newcomer sees delivered.
pub const FIRST_MAIL: &[u8] = include_bytes!("../../tests/fixtures/demo/mail/01-family-zanzibar.eml");

/// The agency's sample documents: Markdown that begins with its title.
pub const KNOWLEDGE: [&str; 14] = [
    include_str!("../../tests/fixtures/demo/knowledge/airport-transfers.md"),
    include_str!("../../tests/fixtures/demo/knowledge/baggage.md"),
    include_str!("../../tests/fixtures/demo/knowledge/best-time-to-visit.md"),
    include_str!("../../tests/fixtures/demo/knowledge/cancellation.md"),
    include_str!("../../tests/fixtures/demo/knowledge/children.md"),
    include_str!("../../tests/fixtures/demo/knowledge/insurance.md"),
    include_str!("../../tests/fixtures/demo/knowledge/kaskazi-reef-resort.md"),
    include_str!("../../tests/fixtures/demo/knowledge/kaskazi-sands-resort.md"),
    include_str!("../../tests/fixtures/demo/knowledge/malaria.md"),
    include_str!("../../tests/fixtures/demo/knowledge/mwezi-bay-family-hotel.md"),
    include_str!("../../tests/fixtures/demo/knowledge/office-hours.md"),
    include_str!("../../tests/fixtures/demo/knowledge/payment.md"),
    include_str!("../../tests/fixtures/demo/knowledge/tipping.md"),
    include_str!("../../tests/fixtures/demo/knowledge/visas.md"),
];

#[derive(Deserialize)]
struct Agency {
    id: Slug,
    name: String,
    admin_email: String,
    config: Config,
}

#[derive(Deserialize)]
struct Extras {
    items: Vec<Extra>,
}

#[derive(Deserialize)]
struct Fx {
    rates: Vec<FxRate>,
}

/// Where the demo agency is found.
#[derive(Debug, Clone)]
pub struct Demo {
    /// Name of the agency.
    pub name: String,
    /// Address its first user signs in with.
    pub email: String,
    /// Address travellers write to.
    pub mailbox: String,
    /// Whether it was made just now.
    pub is_new: bool,
}

/// Provisions the demo agency with its rates, extras and exchange rates, unless it is there already; `None` when the operator
/// has deleted it.
///
/// # Errors
/// When the stores do not answer, or another tenant took one of its names.
pub async fn provision(app: &App, demo_password: &str) -> anyhow::Result<Option<Demo>> {
    let agency: Agency = serde_json::from_str(AGENCY).context("the sample agency cannot be read")?;
    let mailbox = format!("{}@{}", agency.id, app.settings.inbound_domain);
    let mut demo = Demo { name: agency.name.clone(), email: agency.admin_email.clone(), mailbox, is_new: false };
    if let Some((tenant, _)) = app.store.user_of_login(&demo.email).await? {
        if tenant.status == Status::Deleted {
            return Ok(None);
        }
        // A first start that was cut off between the two steps is finished now.
        if app.store.sheet_pointer(&tenant.operated()).await?.version == 0 {
            stock(app, &tenant).await?;
            demo.is_new = true;
        }
        return Ok(Some(demo));
    }
    if app.store.is_taken(agency.id.as_str()).await? {
        return Ok(None);
    }
    let now = app.clock.now();
    let tenant = Tenant {
        id: agency.id.clone(),
        name: agency.name,
        status: Status::Active,
        version: 1,
        config: agency.config,
        created_at: now,
        updated_at: now,
    };
    let user = User {
        id: ids::new_id(now),
        tenant_id: agency.id,
        email: agency.admin_email,
        name: "Thandi Mokoena".to_owned(),
        role: Role::Admin,
        password_hash: password::hash(demo_password).await?,
        epoch: 0,
        second_factor: None,
        version: 1,
        created_at: now,
    };
    let mailbox = tenant.default_mailbox(&app.settings.inbound_domain);
    if let Commit::Refused(taken) = app.store.create_tenant(&tenant, &mailbox, &user).await? {
        bail!("the demo agency's {taken} is taken");
    }
    stock(app, &tenant).await?;
    demo.is_new = true;
    Ok(Some(demo))
}

/// Gives the agency its rates, extras and exchange rates.
async fn stock(app: &App, tenant: &Tenant) -> anyhow::Result<()> {
    let id = tenant.operated();
    let rows = rates::csv::read(RATES.as_bytes()).map_err(|errors| anyhow::anyhow!("sample rates: {errors:?}"))?;
    let before = app.store.sheet_pointer(&id).await?;
    app.store.replace_sheet(&app.files, &id, &before, &rows, (app.clock.now(), None)).await?;
    let extras: Extras = serde_json::from_str(EXTRAS).context("the sample extras cannot be read")?;
    let fx: Fx = serde_json::from_str(FX).context("the sample exchange rates cannot be read")?;
    let list = app.store.price_list(&id).await?;
    app.store.replace_price_list(&id, PriceList { extras: extras.items, fx: fx.rates, ..list }, None).await?;
    Ok(())
}
