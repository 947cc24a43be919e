//! The second factor: an authenticator app, and recovery codes for when it is lost.

use tripdesk_core::{runtime::App, seal::Purpose, tenant::TenantId, user::SecondFactor};

/// The secret that a user's app holds: made again from the factor's salt each time it is needed.
pub(crate) fn secret(app: &App, tenant: &TenantId, user_id: &str, factor: &SecondFactor) -> [u8; 20] {
    app.seal.derived(Purpose::SecondFactor, format!("{tenant}\n{user_id}\n{}", factor.salt).as_bytes())
}
