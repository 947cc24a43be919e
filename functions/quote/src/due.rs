//! What falls due on quotes that went out: their end, and the one reminder.
//!
//! Invariant: a mark in the worklist only says where to look; the quote itself, guarded by its version, decides. Running a
//! task twice, or against a traveller's answer, therefore ends or reminds once.

use futures_util::future::join_all;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use tripdesk_core::{
    error::{Error, Result},
    ids, letter,
    mailer::Automatic,
    notification::NotificationKind,
    quote::{Head, Quote, State, ends_at},
    runtime::App,
    send::About,
    store::{Changes, Commit, Due, DueKind},
    tenant::{Status, Tenant, TenantId},
};

use crate::{
    news::news,
    outgoing::{self, Parcel},
    papers::Papers,
    tell,
};

/// Marks read in one turn.
const BATCH: u16 = 200;
/// Marks worked on side by side.
const AT_ONCE: usize = 8;
/// Id of a request that nobody made.
const BY_SCHEDULE: &str = "schedule";

/// Marks what falls due for every revision that went out between two states of a quote.
pub(crate) fn expected(
    changes: Changes,
    tenant: &TenantId,
    agency: &Tenant,
    (before, after): (&Quote, &Quote),
) -> Result<Changes> {
    let mut changes = changes;
    let is_new = |head: &&Head| before.head(head.revision).is_none_or(|known| known.sent_at.is_none());
    for head in after.heads().filter(|head| matches!(head.state, State::Sent | State::Viewed)).filter(is_new) {
        let Some(sent_at) = head.sent_at else { continue };
        let ends = ends_at(head.valid_until, &agency.config.zone());
        let days = i64::from(agency.config.quoting.follow_up_days);
        let remind = sent_at.checked_add(SignedDuration::from_hours(24 * days)).ok();
        changes = changes.expect_due(tenant, &mark(tenant, DueKind::Expiry, after, head, ends))?;
        if let Some(at) = remind.filter(|at| days > 0 && *at < ends) {
            changes = changes.expect_due(tenant, &mark(tenant, DueKind::FollowUp, after, head, at))?;
        }
    }
    Ok(changes)
}

fn mark(tenant: &TenantId, kind: DueKind, quote: &Quote, head: &Head, at: Timestamp) -> Due {
    Due { tenant_id: tenant.slug().clone(), kind, quote_id: quote.id.clone(), revision: head.revision, at }
}

/// Ends quotes whose last day is over.
///
/// # Errors
/// When the table does not answer; the next turn begins anew.
pub(crate) async fn expire(app: &App) -> Result<Value> {
    let (seen, done) = work_off(app, DueKind::Expiry).await?;
    Ok(json!({"looked_at": seen, "expired": done}))
}

/// Reminds travellers who have not answered, once.
///
/// # Errors
/// As [`expire`].
pub(crate) async fn follow_up(app: &App) -> Result<Value> {
    let (seen, done) = work_off(app, DueKind::FollowUp).await?;
    Ok(json!({"looked_at": seen, "reminded": done}))
}

/// Works off what is due, batch by batch, until none is left or a batch brings nothing forward. What fails is left for the
/// next turn and does not keep the others waiting.
async fn work_off(app: &App, kind: DueKind) -> Result<(usize, usize)> {
    let (mut seen, mut done) = (0, 0);
    loop {
        let batch = app.store.due(kind, app.clock.now(), BATCH).await?;
        let mut outcomes = Vec::with_capacity(batch.len());
        for few in batch.chunks(AT_ONCE) {
            outcomes.extend(join_all(few.iter().map(|(tenant, due)| one(app, tenant, due))).await);
        }
        for failure in outcomes.iter().filter_map(|outcome| outcome.as_ref().err()) {
            tracing::warn!(%failure, ?kind, "something due is left for the next turn");
        }
        seen += batch.len();
        done += outcomes.iter().filter(|outcome| matches!(outcome, Ok(Outcome::Done))).count();
        let failed = outcomes.iter().filter(|outcome| outcome.is_err()).count();
        if batch.len() < usize::from(BATCH) || failed > 0 {
            tracing::info!(?kind, seen, done, "due");
            return Ok((seen, done));
        }
    }
}

/// What came of a mark.
enum Outcome {
    /// It did what it stood for.
    Done,
    /// There was nothing to do.
    Idle,
}

async fn one(app: &App, tenant: &TenantId, due: &Due) -> Result<Outcome> {
    let now = app.clock.now();
    let (agency, quote) = (app.store.tenant(tenant).await?, app.store.quote(tenant, &due.quote_id).await?);
    let (Some(agency), Some(before)) = (agency, quote) else { return forget(app, tenant, due).await };
    if agency.status != Status::Active {
        return forget(app, tenant, due).await;
    }
    let quote = before.clone().as_of(now, &agency.config.zone());
    match due.kind {
        DueKind::Expiry => end(app, tenant, &agency, due, (&before, quote), now).await,
        DueKind::FollowUp if wants_reminder(app, tenant, &quote, due.revision).await? => {
            remind(app, tenant, &agency, due, &quote).await
        }
        DueKind::FollowUp => forget(app, tenant, due).await,
    }
}

async fn forget(app: &App, tenant: &TenantId, due: &Due) -> Result<Outcome> {
    let changes = Changes::new().forget_due(tenant, due.kind, &due.quote_id, due.revision);
    changes.commit(&app.store).await.map(|_| Outcome::Idle)
}

/// Puts a mark off to the end of a quote that holds longer than was foreseen: its agency moved to another time zone since.
async fn put_off(app: &App, tenant: &TenantId, due: &Due, ends: Timestamp) -> Result<Outcome> {
    let changes = Changes::new().expect_due(tenant, &Due { at: ends, ..due.clone() })?;
    changes.commit(&app.store).await.map(|_| Outcome::Idle)
}

async fn end(
    app: &App,
    tenant: &TenantId,
    agency: &Tenant,
    due: &Due,
    (before, quote): (&Quote, Quote),
    now: Timestamp,
) -> Result<Outcome> {
    match (before.head(due.revision), quote.head(due.revision)) {
        (Some(was), Some(is)) if was.state != is.state => {}
        (_, Some(is)) if matches!(is.state, State::Sent | State::Viewed) => {
            return put_off(app, tenant, due, ends_at(is.valid_until, &agency.config.zone())).await;
        }
        _ => return forget(app, tenant, due).await,
    }
    let text = format!("Quote {} for {} has expired", quote.number, quote.traveller.name);
    let changes = Changes::new()
        .replace_quote(tenant, &quote.changed(now), before.version)?
        .forget_due(tenant, due.kind, &due.quote_id, due.revision)
        .notify(tenant, &news(NotificationKind::QuoteExpired, text, &due.quote_id, now))?;
    match tell::commit(app, tenant, changes).await? {
        Commit::Done => Ok(Outcome::Done),
        Commit::Refused(_) => Err(Error::unavailable("the quote changed meanwhile")),
    }
}

/// Whether the traveller has said nothing since: no answer on the page, no mail in the thread, no newer revision at work.
async fn wants_reminder(app: &App, tenant: &TenantId, quote: &Quote, revision: u32) -> Result<bool> {
    let open = quote.current.revision == revision
        && matches!(quote.current.state, State::Sent | State::Viewed)
        && quote.current.reminded_at.is_none();
    let (true, Some(sent_at)) = (open, quote.current.sent_at) else { return Ok(false) };
    let enquiry = app.store.enquiry(tenant, &quote.enquiry_id).await?.ok_or(Error::NotFound("enquiry"))?;
    let wrote_since = enquiry.message_ids.last().is_some_and(|id| ids::made_after(id, sent_at));
    Ok(!wrote_since && enquiry.correspondence.silenced.is_none() && !quote.traveller.email.is_empty())
}

async fn remind(app: &App, tenant: &TenantId, agency: &Tenant, due: &Due, quote: &Quote) -> Result<Outcome> {
    let now = app.clock.now();
    let enquiry = app.store.enquiry(tenant, &quote.enquiry_id).await?.ok_or(Error::NotFound("enquiry"))?;
    let revision = app.store.revision(tenant, &quote.id, due.revision).await?.ok_or(Error::NotFound("quote"))?;
    let papers = Papers { app, tenant, agency, enquiry: &enquiry, quote };
    let letter = papers.letter(&revision, now.to_zoned(agency.config.zone()).date());
    let parcel = Parcel {
        about: About::Reminder { quote_id: quote.id.clone(), revision: due.revision },
        to: quote.traveller.clone(),
        besides: Vec::new(),
        body: letter::reminder(&agency.config, &letter),
        attachments: Vec::new(),
        automatic: Automatic::Generated,
    };
    let (send, job) = papers.thread().pack(parcel, BY_SCHEDULE).await?;
    let changes = Changes::new()
        .replace_quote(tenant, &quote.clone().reminded(due.revision, now), quote.version)?
        .forget_due(tenant, due.kind, &due.quote_id, due.revision);
    match papers.thread().promise(changes, (&send, &job))?.commit(&app.store).await? {
        Commit::Done => outgoing::announce(app, tenant, &job).await,
        Commit::Refused(_) => return Err(Error::unavailable("the quote changed meanwhile")),
    }
    Ok(Outcome::Done)
}
