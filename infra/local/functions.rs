//! The five functions, put where the platform expects them: one router for API Gateway, one entry for events.

use std::{net::SocketAddr, sync::Arc};

use anyhow::Context as _;
use axum::{
    extract::{ConnectInfo, Request},
    middleware::{Next, from_fn, map_request},
    response::Response,
};
use serde_json::Value;
use tripdesk_core::{
    aws,
    clock::Clock,
    config::Settings,
    http::shell,
    runtime::{App, ClientAddress, Function},
};
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;

use crate::{
    aws::roles,
    console::{self, Surroundings},
    invoke,
    platform::{Functions, Prepared},
};

/// Every function of the deployment.
const ALL: [Function; 5] =
    [auth_fn::FUNCTION, tenants_fn::FUNCTION, inbound_mail_fn::FUNCTION, quote_fn::FUNCTION, helpdesk_fn::FUNCTION];

/// Builds the functions' clients from what the platform made, and the functions over them.
///
/// # Errors
/// A setting that is missing, or keys that cannot be read.
pub fn assemble(
    prepared: &Prepared,
    secrets: Vec<(&'static str, String)>,
    clock: Clock,
) -> anyhow::Result<(App, Functions)> {
    let mut environment = prepared.environment();
    environment.extend(secrets);
    let lookup = |name: &str| environment.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone());
    let settings = Settings::read(lookup).context("the local platform lacks a setting")?;
    let sdk =
        prepared.sdk_config().to_builder().retry_config(aws::retries()).timeout_config(aws::timeouts().build()).build();
    let app = App::new(settings, &sdk, clock)?;
    let entry = app.clone();
    let events: invoke::EventEntry = Arc::new(move |function, event: Value| {
        let (app, function) = (entry.clone(), of(function));
        Box::pin(roles::as_function(function.name, async move {
            function.handle(&app, event).await.map_err(|error| error.to_string())
        }))
    });
    let owners = Arc::new(owners());
    let api = shell(merged(), app.clone())
        .layer(map_request(as_the_gateway_sees_it))
        .layer(from_fn(move |request: Request, next: Next| as_its_function(Arc::clone(&owners), request, next)));
    let uploads = lookup("AWS_ENDPOINT_URL").unwrap_or_default();
    let about = Surroundings { inbound_domain: &app.settings.inbound_domain, uploads: &uploads };
    let http = console::beside(api, &console::sources(), about)?;
    Ok((app, Functions { http, events }))
}

/// API Gateway tells a function where a call came from.
async fn as_the_gateway_sees_it(mut request: Request) -> Request {
    if let Some(ConnectInfo(from)) = request.extensions().get::<ConnectInfo<SocketAddr>>().copied() {
        request.extensions_mut().insert(ClientAddress(from.ip()));
    }
    request
}

/// Each path up to its first parameter, and the function that API Gateway gives it to.
fn owners() -> Vec<(String, &'static str)> {
    let paths = |function: &Function| {
        let paths = function.routes().into_openapi().paths.paths.into_keys();
        let name = function.name;
        paths.map(move |path| (path.split('{').next().unwrap_or_default().to_owned(), name)).collect::<Vec<_>>()
    };
    ALL.iter().flat_map(paths).collect()
}

/// A call is made with the credentials of the function that it is for.
async fn as_its_function(owners: Arc<Vec<(String, &'static str)>>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let owned = owners.iter().filter(|(start, _)| path.starts_with(start.as_str()));
    match owned.max_by_key(|(start, _)| start.len()) {
        Some((_, function)) => roles::as_function(function, next.run(request)).await,
        None => next.run(request).await,
    }
}

/// What the whole API is described by, out of the routes themselves.
#[must_use]
pub fn openapi() -> OpenApi {
    let mut description = merged().into_openapi();
    tripdesk_core::http::complete(&mut description);
    description
}

fn merged() -> OpenApiRouter<App> {
    ALL.iter().fold(tripdesk_core::http::document(), |all, function| all.merge(function.routes()))
}

fn of(function: invoke::Function) -> Function {
    match function {
        invoke::Function::Auth => auth_fn::FUNCTION,
        invoke::Function::Tenants => tenants_fn::FUNCTION,
        invoke::Function::InboundMail => inbound_mail_fn::FUNCTION,
        invoke::Function::Quote => quote_fn::FUNCTION,
        invoke::Function::Helpdesk => helpdesk_fn::FUNCTION,
    }
}
