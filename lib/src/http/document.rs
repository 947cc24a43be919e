//! The frame of the API's description (OpenAPI 3.1); the routes describe themselves.

use utoipa::{
    Modify, OpenApi,
    openapi::{
        self,
        security::{ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityScheme},
    },
};
use utoipa_axum::router::OpenApiRouter;

use crate::runtime::App;

/// A router that holds nothing but the description's frame; functions' routers are merged into it.
#[must_use]
pub fn document() -> OpenApiRouter<App> {
    #[derive(OpenApi)]
    #[openapi(
        info(title = "Tripdesk", description = "The back office of travel agencies. Money is exact: `{\"amount\":\"1234.50\",\"currency\":\"ZAR\"}`. Every error is a problem document (RFC 9457)."),
        modifiers(&Securities)
    )]
    struct Frame;
    OpenApiRouter::with_openapi(Frame::openapi())
}

struct Securities;

impl Modify for Securities {
    fn modify(&self, document: &mut openapi::OpenApi) {
        let components = document.components.get_or_insert_default();
        let bearer = SecurityScheme::Http(Http::builder().scheme(HttpAuthScheme::Bearer).bearer_format("JWT").build());
        components.add_security_scheme("bearer", bearer);
        components
            .add_security_scheme("operator", SecurityScheme::ApiKey(ApiKey::Header(ApiKeyValue::new("X-Admin-Token"))));
    }
}
