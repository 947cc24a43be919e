//! The refusals that many routes share, for the API's description.

use std::collections::BTreeMap;

use tripdesk_core::http::Problem;
use utoipa::{
    IntoResponses, ToSchema,
    openapi::{Content, Ref, RefOr, Response, ResponseBuilder},
};

/// Of every route: a header that makes no sense, too many calls, a store that does not answer.
pub(crate) struct Any;
/// Of routes with a body: one that is too large or not JSON.
pub(crate) struct WithBody;
/// Of routes for the signed in: no session that holds, a suspended agency, another's `X-Client-ID`, a lesser role.
pub(crate) struct SignedOut;

impl IntoResponses for Any {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[("400", "Invalid"), ("429", "Too many calls"), ("503", "Temporarily unavailable")])
    }
}

impl IntoResponses for WithBody {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[("413", "Too large"), ("415", "Not JSON")])
    }
}

impl IntoResponses for SignedOut {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[("401", "No session that holds"), ("403", "Not allowed")])
    }
}

fn problems(kinds: &[(&str, &str)]) -> BTreeMap<String, RefOr<Response>> {
    let body = || Content::new(Some(Ref::from_schema_name(Problem::name())));
    let one = |(status, description): &(&str, &str)| {
        let response = ResponseBuilder::new().description(*description).content("application/problem+json", body());
        ((*status).to_owned(), response.build().into())
    };
    kinds.iter().map(one).collect()
}
