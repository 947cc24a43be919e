//! A quote as the traveller's programs see it: by its link, without a sign-in, and without a word about costs or margins.

use axum::{Extension, Json, extract::State, response::Response};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use tripdesk_core::{
    error::{Error, Result},
    http::{Body, Problem, RequestId, Wire},
    letter::{OptionCard, QuoteLetter},
    money::Money,
    party::{Room, Stay},
    pricing::{Line, LineKind, PricedOption},
    quote::{Answer, Revision, State as QuoteState, ends_at},
    runtime::App,
};
use utoipa::ToSchema;

use crate::{
    answer::{self, Yes},
    papers::Papers,
    quotes::pdf_file,
    visit::Visit,
};

/// A quote as its traveller sees it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PublicQuote {
    number: String,
    revision: u32,
    state: QuoteState,
    /// Whether it can be accepted or declined now.
    open: bool,
    agency: PublicAgency,
    /// Whom it is for.
    traveller: Option<String>,
    /// The journey in one sentence.
    request: String,
    dates: Stay,
    rooms: Vec<Room>,
    /// Alternatives: one of them may be accepted.
    options: Vec<PublicOption>,
    #[schema(value_type = String, format = Date)]
    valid_until: Date,
    /// The moment it stops to hold: the end of that day where the agency is.
    #[schema(value_type = String, format = DateTime)]
    expires_at: Timestamp,
    terms: Vec<String>,
    /// The option that was accepted.
    accepted_option: Option<u32>,
    links: PublicLinks,
}

/// Who offers it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PublicAgency {
    name: String,
    primary_color: String,
    secondary_color: String,
}

/// Where else to look.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PublicLinks {
    pdf: String,
}

/// One alternative.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PublicOption {
    /// What to name when accepting, from 1.
    option: u32,
    hotel: String,
    place: String,
    room_type: String,
    /// In words.
    board: String,
    stars: u8,
    is_main: bool,
    /// Whether part of it is priced from another season.
    estimate: bool,
    /// What is included; the amounts add up to the total.
    lines: Vec<PublicLine>,
    /// What may be added, outside the total.
    optional_extras: Vec<PublicLine>,
    total: Money,
    per_person: Money,
}

/// One line of an alternative.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PublicLine {
    kind: LineKind,
    description: String,
    amount: Money,
}

/// A quote by its traveller's link. Opening it counts as a view unless a machine, the agency or a look ahead does it.
#[utoipa::path(get, path = "/api/v1/public/quotes/{token}", tag = "public", params(("token" = String, Path)),
    extensions(("x-access" = json!("public"))),
    responses((status = 200, body = PublicQuote), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 410, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn show(State(app): State<App>, visit: Visit) -> Result<Json<PublicQuote>, Wire> {
    let visit = visit.counted(&app).await;
    Ok(Json(shown(&app, &visit).await?))
}

/// The PDF of the revision that the link leads to.
#[utoipa::path(get, path = "/api/v1/public/quotes/{token}/pdf", tag = "public", params(("token" = String, Path)),
    extensions(("x-access" = json!("public"))),
    responses((status = 200, body = Vec<u8>, content_type = "application/pdf"), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 410, body = Problem), (status = 429, body = Problem),
        (status = 503, body = Problem)))]
pub(crate) async fn pdf(State(app): State<App>, visit: Visit) -> Result<Response, Wire> {
    Ok(pdf_file(&app, &visit.tenant, &visit.quote, visit.revision).await?)
}

/// Which option, and who accepts it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AcceptRequest {
    /// The option's number, from 1.
    option: u32,
    /// 1 to 120 characters.
    name: String,
    /// Where the confirmation goes.
    email: String,
}

/// Accepts one option. Of several at once one wins; the others hear 409.
#[utoipa::path(post, path = "/api/v1/public/quotes/{token}/accept", tag = "public", params(("token" = String, Path)),
    request_body = AcceptRequest, extensions(("x-access" = json!("public"))),
    responses((status = 200, body = PublicQuote), (status = 400, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 410, body = Problem),
        (status = 413, body = Problem), (status = 415, body = Problem), (status = 422, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn accept(
    State(app): State<App>,
    visit: Visit,
    Extension(RequestId(request_id)): Extension<RequestId>,
    Body(request): Body<AcceptRequest>,
) -> Result<Json<PublicQuote>, Wire> {
    may_answer(&visit)?;
    let yes = Yes { option: request.option, name: request.name, email: request.email };
    let quote = answer::accept(&app, &visit, yes, &request_id).await?;
    Ok(Json(shown(&app, &visit.seeing(quote)).await?))
}

/// Why not.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DeclineRequest {
    /// At most 2,000 characters; may be left out.
    #[serde(default)]
    reason: String,
}

/// Declines the quote.
#[utoipa::path(post, path = "/api/v1/public/quotes/{token}/decline", tag = "public", params(("token" = String, Path)),
    request_body = DeclineRequest, extensions(("x-access" = json!("public"))),
    responses((status = 200, body = PublicQuote), (status = 400, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 410, body = Problem),
        (status = 413, body = Problem), (status = 415, body = Problem), (status = 422, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn decline(
    State(app): State<App>,
    visit: Visit,
    Body(request): Body<DeclineRequest>,
) -> Result<Json<PublicQuote>, Wire> {
    may_answer(&visit)?;
    let quote = answer::decline(&app, &visit, &request.reason).await?;
    Ok(Json(shown(&app, &visit.seeing(quote)).await?))
}

/// The agency's own look at a quote answers nothing.
pub(crate) fn may_answer(visit: &Visit) -> Result<()> {
    match visit.reader {
        tripdesk_core::quote_link::Reader::Traveller => Ok(()),
        tripdesk_core::quote_link::Reader::Agency { .. } => Err(Error::Forbidden("a preview takes no answer")),
    }
}

/// The revision behind a link with its letter, whose texts the page and the API share.
pub(crate) async fn read(app: &App, visit: &Visit) -> Result<(Revision, QuoteLetter)> {
    let Visit { tenant, agency, quote, .. } = visit;
    let revision = app.store.revision(tenant, &quote.id, visit.revision).await?.ok_or(Error::NotFound("quote"))?;
    let enquiry = app.store.enquiry(tenant, &quote.enquiry_id).await?.ok_or(Error::NotFound("quote"))?;
    let papers = Papers { app, tenant, agency, enquiry: &enquiry, quote };
    let issued = visit.head().sent_at.unwrap_or_else(|| app.clock.now());
    let letter = papers.letter(&revision, issued.to_zoned(agency.config.zone()).date());
    Ok((revision, letter))
}

async fn shown(app: &App, visit: &Visit) -> Result<PublicQuote> {
    let (revision, letter) = read(app, visit).await?;
    let head = visit.head();
    let accepted = match &head.answer {
        Some(Answer::Accepted(acceptance)) => Some(acceptance.option),
        Some(Answer::Declined(_)) | None => None,
    };
    let options = revision.options.iter().zip(&letter.options).zip(1..);
    Ok(PublicQuote {
        number: visit.quote.number.clone(),
        revision: visit.revision,
        state: head.state,
        open: visit.takes_answers(),
        agency: PublicAgency {
            name: letter.look.agency.clone(),
            primary_color: letter.look.palette.primary.clone(),
            secondary_color: letter.look.palette.accent.clone(),
        },
        traveller: letter.traveller.clone(),
        request: letter.journey.request.clone(),
        dates: revision.stay,
        rooms: revision.rooms.clone(),
        options: options.map(|((option, card), number)| public_option(option, card, number)).collect(),
        valid_until: head.valid_until,
        expires_at: ends_at(head.valid_until, &visit.agency.config.zone()),
        terms: letter.terms.clone(),
        accepted_option: accepted,
        links: PublicLinks { pdf: format!("/api/v1/public/quotes/{}/pdf", visit.token) },
    })
}

fn public_option(option: &PricedOption, card: &OptionCard, number: u32) -> PublicOption {
    let lines = |lines: &[Line]| {
        let public =
            |line: &Line| PublicLine { kind: line.kind, description: line.description.clone(), amount: line.amount };
        lines.iter().map(public).collect()
    };
    PublicOption {
        option: number,
        hotel: card.hotel.clone(),
        place: card.place.clone(),
        room_type: card.room_type.clone(),
        board: card.board.clone(),
        stars: option.stars,
        is_main: option.is_main,
        estimate: option.estimate,
        lines: lines(&option.lines),
        optional_extras: lines(&option.optional_extras),
        total: option.total,
        per_person: option.per_person,
    }
}
