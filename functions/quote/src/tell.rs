//! News by mail, to those of the agency who wish it.

use tripdesk_core::{
    enquiry::Enquiry,
    error::Result,
    ids,
    job::Job,
    letter::{self, About as Subject, Look, MailBody, Notice},
    mailer::{Automatic, Outgoing},
    notification::{Notification, NotificationKind},
    post::{self, Parcel, shown_from_outside},
    quote::Quote,
    runtime::App,
    send::About,
    store::{Changes, Commit},
    tenant::{Tenant, TenantId},
    user::User,
};

/// Most readers of one piece of news: each takes two of the hundred writes of a transaction.
const MOST_READERS: usize = 45;

/// What a piece of news is about.
#[derive(Default)]
struct Matter {
    enquiry: Option<Enquiry>,
    quote: Option<Quote>,
}

/// Writes down a mail for everybody who wishes one, each with its job, together with the end of this one.
///
/// # Errors
/// What may pass; the job comes again, and whoever finishes it first has told it.
pub(crate) async fn tell(
    app: &App,
    tenant: &TenantId,
    agency: &Tenant,
    job: &Job,
    notification_id: &str,
) -> Result<()> {
    let Some(news) = app.store.notification(tenant, notification_id).await? else {
        return app.store.finish_job(tenant, job).await.map(|_| ());
    };
    let matter = matter(app, tenant, &news).await?;
    let mut changes = Changes::new().finish(tenant, job)?;
    let mut jobs = Vec::new();
    for reader in readers(app, tenant, &news, &matter).await? {
        let parcel = mail(&reader, body(app, agency, &news, &matter));
        let (send, next) = post::lay_down(app, tenant, agency, parcel, &news.id).await?;
        changes = changes.write_down(tenant, &send)?.promise(tenant, &next)?;
        jobs.push(next.id);
    }
    if changes.commit(&app.store).await? == Commit::Done {
        for id in jobs {
            app.queue.announce(tenant, &id).await?;
        }
    }
    Ok(())
}

async fn matter(app: &App, tenant: &TenantId, news: &Notification) -> Result<Matter> {
    if !ids::is_id(&news.subject_id) {
        return Ok(Matter::default());
    }
    let quote = app.store.quote(tenant, &news.subject_id).await?;
    let enquiry_id = quote.as_ref().map_or(&news.subject_id, |quote| &quote.enquiry_id);
    Ok(Matter { enquiry: app.store.enquiry(tenant, enquiry_id).await?, quote })
}

async fn readers(app: &App, tenant: &TenantId, news: &Notification, matter: &Matter) -> Result<Vec<User>> {
    let assigned = matter.enquiry.as_ref().and_then(|enquiry| enquiry.assigned_to.as_deref());
    let mut readers = Vec::new();
    for wishes in app.store.all_news_wishes(tenant).await? {
        let Some(user) = app.store.user(tenant, &wishes.user_id).await? else { continue };
        if wishes.wants_mail(news.kind, &user.email, assigned) && readers.len() < MOST_READERS {
            readers.push(user);
        }
    }
    Ok(readers)
}

/// The words of the mail: those of the agency's language where the kind has some, else the news itself.
fn body(app: &App, agency: &Tenant, news: &Notification, matter: &Matter) -> MailBody {
    let look = Look::of(&shown_from_outside(app, &agency.config), &agency.name);
    let facts = [news.text.clone()];
    let subject = Subject {
        traveller: &traveller(matter),
        number: matter.quote.as_ref().map(|quote| quote.number.as_str()),
        facts: &facts,
        link: Some(&link(app, matter)),
    };
    match notice(news.kind) {
        Some(notice) => letter::notice(&look, &agency.config, notice, &subject),
        None => letter::report(&look, &agency.config, &news.text, &subject),
    }
}

fn notice(kind: NotificationKind) -> Option<Notice> {
    match kind {
        NotificationKind::EnquiryReceived | NotificationKind::EnquiryNeedsInfo => Some(Notice::NewEnquiry),
        NotificationKind::QuoteDrafted => Some(Notice::QuoteReady),
        NotificationKind::QuoteSent => Some(Notice::QuoteSent),
        NotificationKind::QuoteAccepted => Some(Notice::QuoteAccepted),
        NotificationKind::QuoteDeclined => Some(Notice::QuoteDeclined),
        _ => None,
    }
}

fn traveller(matter: &Matter) -> String {
    let contact = matter.enquiry.as_ref().map(|enquiry| &enquiry.fields.contact);
    let said = contact.and_then(|contact| contact.name.as_ref().or(contact.email.as_ref()));
    said.map(|said| said.value.clone()).unwrap_or_default()
}

/// Where to look in the console.
fn link(app: &App, matter: &Matter) -> String {
    let base = &app.settings.public_url;
    match (&matter.quote, &matter.enquiry) {
        (Some(quote), _) => format!("{base}/quotes/{}", quote.id),
        (None, Some(enquiry)) => format!("{base}/enquiries/{}", enquiry.id),
        (None, None) => base.clone(),
    }
}

/// The mail to one reader.
fn mail(reader: &User, body: MailBody) -> Parcel {
    let mail = Outgoing {
        to: (reader.name.clone(), reader.email.clone()),
        subject: body.subject,
        html: body.html,
        text: body.text,
        automatic: Automatic::Generated,
        ..Outgoing::default()
    };
    Parcel { about: About::Notification, mail, besides: Vec::new() }
}

/// Makes changes and announces the news among them. Should that fail, the sweep does it: what was saved is not taken back.
///
/// # Errors
/// As [`Changes::commit`].
pub(crate) async fn commit(app: &App, tenant: &TenantId, changes: Changes) -> Result<Commit> {
    let news = changes.news().to_vec();
    let commit = changes.commit(&app.store).await?;
    let saved: &[String] = if commit == Commit::Done { &news } else { &[] };
    for id in saved {
        if let Err(error) = app.queue.announce(tenant, id).await {
            tracing::warn!(%error, notification_id = id, "the queue did not hear of a piece of news");
        }
    }
    Ok(commit)
}
