//! What links in mails have in common: one that no longer opens says nothing else, and they open nothing of an agency that
//! may not work.

use tripdesk_core::{
    error::{Error, Result},
    runtime::App,
    tenant::{Status, Tenant, TenantId},
};

/// The refusal of a link, whatever is wrong with it.
pub(crate) fn dead() -> Error {
    Error::invalid("token", "the link was used, was replaced, or has run out")
}

/// The agency that a link leads to, if it may work.
pub(crate) async fn agency(app: &App, tenant: &TenantId) -> Result<Tenant> {
    let agency = app.store.tenant(tenant).await?.ok_or_else(dead)?;
    match agency.status {
        Status::Active => Ok(agency),
        Status::Suspended => Err(Error::Forbidden("this agency is suspended")),
        Status::Deleted => Err(dead()),
    }
}
