//! What SES tells about mails that we sent: the answer to every send that nobody knew the end of.

use serde_json::{Value, json};
use tripdesk_core::{
    error::{Error, Result},
    ids,
    runtime::{App, SendNotice},
    store::{Changes, Commit, move_send},
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
        Commit::Refused(_) => Err(Error::unavailable("the ledger changed meanwhile")),
    }
}
