//! An agency's mailboxes: addresses on the platform's own mail domain that lead to it.

use axum::{Json, extract::State, response::IntoResponse};
use http::StatusCode;
use serde::Deserialize;
use tripdesk_core::{
    audit::Action,
    error::{Error, Result},
    http::{Body, Listing, Origin, Params, Problem, Wire},
    message::thread::recipient,
    runtime::App,
    session::Session,
    store::{Changes, Mailbox},
    user::Role,
};
use utoipa::{IntoParams, ToSchema};

/// Mailboxes an agency may have.
const MOST: usize = 50;
/// Names that belong to the domain itself (RFC 2142), or that nobody answers.
const RESERVED: [&str; 9] =
    ["abuse", "admin", "hostmaster", "mailer-daemon", "no-reply", "noreply", "postmaster", "root", "webmaster"];

/// The agency's mailboxes, by address.
#[utoipa::path(get, path = "/api/v1/tenants/me/mailboxes", tag = "tenants", security(("bearer" = [])),
    extensions(("x-access" = json!("viewer"))),
    responses((status = 200, body = Listing<Mailbox>), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn list(State(app): State<App>, session: Session) -> Result<Json<Listing<Mailbox>>, Wire> {
    let items = app.store.mailboxes(&session.tenant).await?;
    Ok(Json(Listing { items, next_cursor: None }))
}

/// A new mailbox.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewMailbox {
    /// An address on the platform's mail domain.
    #[schema(example = "groups.blue@in.tripdesk.example")]
    address: String,
}

/// Adds an address that belongs to nobody yet.
#[utoipa::path(post, path = "/api/v1/tenants/me/mailboxes", tag = "tenants", security(("bearer" = [])), request_body = NewMailbox,
    extensions(("x-access" = json!("admin"))),
    responses((status = 201, body = Mailbox), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem), (status = 413, body = Problem),
        (status = 415, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn add(
    State(app): State<App>,
    session: Session,
    origin: Origin,
    Body(wish): Body<NewMailbox>,
) -> Result<impl IntoResponse, Wire> {
    session.require(Role::Admin)?;
    let address = own_address(&wish.address, &app.settings.inbound_domain)?;
    let local = address.split('@').next().unwrap_or_default();
    let anothers = local != session.tenant.as_str() && app.store.is_taken(local).await?;
    if anothers || app.store.mailboxes(&session.tenant).await?.len() >= MOST {
        let why = if anothers { "the address is taken" } else { "an agency has at most 50 mailboxes" };
        return Err(Error::conflict(why).into());
    }
    let mailbox =
        Mailbox { address, tenant_id: session.tenant.slug().clone(), is_default: false, created_at: app.clock.now() };
    let entry = session.entry(&app, Action::MailboxAdded, &origin).about(&mailbox.address);
    let changes = Changes::new().add_mailbox(&session.tenant, &mailbox)?.audit(&session.tenant, entry)?;
    changes.commit(&app.store).await?.or_conflict("the address is taken")?;
    Ok((StatusCode::CREATED, Json(mailbox)))
}

/// Which mailbox.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Which {
    /// Its address.
    address: String,
}

/// Gives an address up. The one that the agency began with stays.
#[utoipa::path(delete, path = "/api/v1/tenants/me/mailboxes", tag = "tenants", security(("bearer" = [])), params(Which),
    extensions(("x-access" = json!("admin"))),
    responses((status = 204), (status = 400, body = Problem), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn remove(
    State(app): State<App>,
    session: Session,
    origin: Origin,
    Params(which): Params<Which>,
) -> Result<StatusCode, Wire> {
    session.require(Role::Admin)?;
    let address = recipient(&which.address).map(|address| address.exact).unwrap_or_default();
    if address.is_empty() {
        return Err(Error::NotFound("mailbox").into());
    }
    let mailbox = app.store.mailbox(&session.tenant, &address).await?.ok_or(Error::NotFound("mailbox"))?;
    if mailbox.is_default {
        return Err(Error::conflict("an agency keeps the mailbox it began with").into());
    }
    let entry = session.entry(&app, Action::MailboxRemoved, &origin).about(&address);
    let changes = Changes::new().remove_mailbox(&session.tenant, &address).audit(&session.tenant, entry)?;
    changes.commit(&app.store).await?.or_conflict("the mailbox was removed by somebody else just now")?;
    Ok(StatusCode::NO_CONTENT)
}

/// An address in the one form in which it is looked up, if it can become a mailbox.
fn own_address(text: &str, domain: &str) -> Result<String> {
    let wrong = |message: &str| Error::invalid("address", message);
    let address = recipient(text.trim()).ok_or_else(|| wrong("not a mail address"))?;
    let Some((local, given_domain)) = address.exact.split_once('@') else { return Err(wrong("not a mail address")) };
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'_');
    if given_domain != domain {
        return Err(wrong("not on the platform's mail domain"));
    }
    if address.tag.is_some() || local.contains('+') || !local.bytes().all(plain) || local.len() > 64 {
        return Err(wrong("a mailbox is written with a-z, 0-9, dots, - and _ alone"));
    }
    if RESERVED.contains(&local) {
        return Err(wrong("belongs to the domain itself"));
    }
    Ok(address.exact)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;

    #[test]
    fn only_a_plain_address_of_our_domain_becomes_a_mailbox() {
        let own = |text: &str| own_address(text, "in.example");
        assert_eq!(own(" Groups.Blue@IN.example ").unwrap(), "groups.blue@in.example");
        for bad in [
            "",
            "groups",
            "groups@else.example",
            "groups+x@in.example",
            "postmaster@in.example",
            "grüppen@in.example",
            "\"a b\"@in.example",
            "a@in.example\r\nx",
        ] {
            assert!(own(bad).is_err(), "{bad:?}");
        }
    }
}
