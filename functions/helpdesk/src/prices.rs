//! Price questions: what they ask is priced by the rate engine, never read out of prose. A question that names no dates
//! asks for something else that costs money (a late check-out), and is answered out of the documents.

use tripdesk_core::{
    answer::{Answer, PriceQuestion, QuestionKind},
    error::Result,
    pricing::{self, PricedOption, Settings},
    runtime::App,
    tenant::{Tenant, TenantId},
};

/// An answer of the rate engine.
pub(crate) struct Priced {
    /// In words.
    pub answer: Answer,
    /// Each line with its trace.
    pub options: Vec<PricedOption>,
}

/// The kind of a question, and its answer if it asks for the price of a stay.
///
/// # Errors
/// [`Error::Unavailable`](tripdesk_core::error::Error::Unavailable) when table or files do not answer.
pub(crate) async fn answer(
    app: &App,
    tenant: &TenantId,
    agency: &Tenant,
    question: &str,
    places: &[String],
) -> Result<(QuestionKind, Option<Priced>)> {
    let (pointer, list) = app.store.prices(tenant).await?;
    let book = app.rates.book(&app.files, tenant, &pointer).await?;
    let mut hotels: Vec<String> = book.plans().map(|plan| plan.hotel().to_owned()).collect();
    hotels.dedup();
    let kind = QuestionKind::of(question, &hotels, places);
    let today = app.clock.now().to_zoned(agency.config.zone()).date();
    let asked = Some(kind).filter(|kind| *kind == QuestionKind::Price);
    let Some(asked) = asked.and_then(|_| PriceQuestion::read(question, &hotels, places, today)) else {
        return Ok((kind, None));
    };
    let settings = Settings::new(&agency.config, list.extras, list.fx);
    let offer = pricing::price(&book, &asked.request, &settings);
    let answer = asked.answer(&offer);
    Ok((kind, Some(Priced { answer, options: offer.options })))
}
