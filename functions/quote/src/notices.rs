//! What SES tells about mails that we sent: the answer to every send that nobody knew the end of.

use serde_json::{Value, json};
use tripdesk_core::{
    error::{Error, Result},
    ids,
    runtime::{App, SendNotice},
    send::SendState,
    store::{Changes, Commit, move_send},
    tenant::TenantId,
};

use crate::deliver;

/// Takes one notice in. One about a mail that is not ours is no error.
///
/// # Errors
/// What may pass: the notice comes again.
pub(crate) async fn take(app: &App, notice: SendNotice) -> Result<Value> {
    let Some((tenant, send_id)) = notice.send.rsplit_once('_').filter(|(_, id)| ids::is_id(id)) else {
        return Ok(json!({"taken": false}));
    };
    let Some((tenant, entry)) = app.store.send_by_tag(tenant, send_id).await? else {
        return Ok(json!({"taken": false}));
    };
    let before = entry.state;
    let Some(entry) = entry.noticed(&notice.kind, notice.ses_message_id, app.clock.now()) else {
        return Ok(json!({"taken": false}));
    };
    let changes =
        deliver::consequences(app, &tenant, &entry, move_send(Changes::new(), &tenant, before, &entry)?).await?;
    match changes.commit(&app.store).await? {
        Commit::Done => Ok(json!({"taken": true})),
        // Whoever handed the mail over wrote down the same at the same moment.
        Commit::Refused(_) if is_settled(app, &tenant, send_id).await? => Ok(json!({"taken": false})),
        Commit::Refused(_) => Err(Error::unavailable("the ledger changed meanwhile")),
    }
}

async fn is_settled(app: &App, tenant: &TenantId, send_id: &str) -> Result<bool> {
    let entry = app.store.send(tenant, send_id).await?;
    Ok(entry.is_none_or(|entry| matches!(entry.state, SendState::Sent | SendState::Failed)))
}
