//! A visit to the traveller's link: what it opens, whether it may, and whether it counts as a view.
//!
//! Invariant: a link is its own proof of the tenant and opens one revision of one quote; opening it changes nothing but the
//! count of its views, and the mark of the first.

use axum::extract::{FromRequestParts, Path};
use futures_util::future::try_join;
use http::{HeaderMap, Method, header, request::Parts};
use tripdesk_core::{
    error::{Error, Result},
    http::Wire,
    quote::{Head, Opening, Quote, SignedIn, State, is_view},
    quote_link::{self, Reader},
    runtime::{App, ClientAddress},
    store::{Changes, Commit},
    tenant::{Status, Tenant, TenantId},
};

use crate::due;

/// An open link.
#[derive(Debug, Clone)]
pub(crate) struct Visit {
    pub(crate) token: String,
    pub(crate) tenant: TenantId,
    pub(crate) agency: Tenant,
    /// The quote as it is now.
    pub(crate) quote: Quote,
    /// The revision that the link leads to.
    pub(crate) revision: u32,
    pub(crate) reader: Reader,
    /// Address the visitor comes from, where the gateway told it.
    pub(crate) ip: Option<String>,
    is_view: bool,
}

impl FromRequestParts<App> for Visit {
    type Rejection = Wire;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Wire> {
        let Knock(opened) = Knock::from_request_parts(parts, app).await?;
        let visit = opened?;
        visit.admitted()?;
        Ok(visit)
    }
}

/// A visit that is not let in yet: the page has words of its own for those who are not.
#[derive(Debug)]
pub(crate) struct Knock(pub(crate) Result<Visit>);

impl FromRequestParts<App> for Knock {
    type Rejection = Wire;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Wire> {
        let token = Path::<String>::from_request_parts(parts, app).await.map(|Path(token)| token);
        Ok(Self(open(app, &token.unwrap_or_default(), parts).await))
    }
}

async fn open(app: &App, token: &str, parts: &Parts) -> Result<Visit> {
    let now = app.clock.now();
    let opened = quote_link::open(&app.seal, token, now).ok_or(Error::NotFound("quote"))?;
    let tenant = opened.tenant;
    tracing::Span::current().record("tenant", tenant.as_str());
    let records = try_join(app.store.tenant(&tenant), app.store.quote(&tenant, &opened.quote_id)).await?;
    let (Some(agency), Some(quote)) = records else { return Err(Error::NotFound("quote")) };
    match agency.status {
        Status::Active => {}
        Status::Suspended => return Err(Error::Forbidden("this agency is suspended")),
        Status::Deleted => return Err(Error::NotFound("quote")),
    }
    let quote = quote.as_of(now, &agency.config.zone());
    quote.head(opened.revision).ok_or(Error::NotFound("quote"))?;
    Ok(Visit {
        token: token.to_owned(),
        is_view: parts.method == Method::GET && opened.reader == Reader::Traveller && is_view(&opening(&parts.headers)),
        ip: parts.extensions.get::<ClientAddress>().map(|address| address.0.to_string()),
        revision: opened.revision,
        reader: opened.reader,
        tenant,
        agency,
        quote,
    })
}

fn opening(headers: &HeaderMap) -> Opening<'_> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    Opening {
        user_agent: text("user-agent"),
        purposes: ["sec-purpose", "purpose", "x-purpose", "x-moz"].map(text),
        fetch_site: text("sec-fetch-site"),
        signed_in: if headers.contains_key(header::AUTHORIZATION) { SignedIn::Yes } else { SignedIn::No },
    }
}

impl Visit {
    /// The head of the revision that was opened.
    pub(crate) fn head(&self) -> &Head {
        self.quote.head(self.revision).unwrap_or(&self.quote.current)
    }

    /// Lets a traveller in to what was sent and stands, and the agency to everything.
    ///
    /// # Errors
    /// [`Error::Gone`] for what was revoked, [`Error::NotFound`] for what was never sent.
    pub(crate) fn admitted(&self) -> Result<()> {
        let head = self.head();
        match (self.reader, head.state) {
            (Reader::Agency { .. }, _) => Ok(()),
            (_, State::Withdrawn) => Err(Error::Gone("this quote was withdrawn")),
            (_, State::Superseded) => Err(Error::Gone("a newer version of this quote took its place")),
            (_, State::Draft | State::Ready) if !head.may_have_arrived() => Err(Error::NotFound("quote")),
            _ => Ok(()),
        }
    }

    /// Whether an answer can be given here now.
    pub(crate) fn takes_answers(&self) -> bool {
        let head = self.head();
        let with_traveller = matches!(head.state, State::Sent | State::Viewed)
            || (head.state == State::Ready && head.may_have_arrived());
        self.reader == Reader::Traveller && with_traveller
    }

    /// The same visit with the quote as it is now.
    pub(crate) fn seeing(self, quote: Quote) -> Self {
        Self { quote, ..self }
    }

    /// Counts the view, if it is one. That it could not be counted is no reason to show nothing.
    pub(crate) async fn counted(mut self, app: &App) -> Self {
        if self.is_view
            && let Err(error) = self.count(app).await
        {
            tracing::warn!(%error, "a view was not counted");
        }
        self
    }

    async fn count(&mut self, app: &App) -> Result<()> {
        app.store.count_view(&self.tenant, &self.quote.id, self.revision).await?;
        let now = app.clock.now();
        let Some(viewed) = self.quote.clone().viewed(self.revision, now) else { return Ok(()) };
        let changes = due::expected(Changes::new(), &self.tenant, &self.agency, (&self.quote, &viewed))?;
        let changes = changes.replace_quote(&self.tenant, &viewed, self.quote.version)?;
        if changes.commit(&app.store).await? == Commit::Done {
            self.quote = viewed;
        }
        Ok(())
    }
}
