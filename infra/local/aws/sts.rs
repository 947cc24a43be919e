//! STS, the one action that we call: `AssumeRole` for one tenant. And what follows from it: credentials given here reach that
//! tenant's records and files and nothing else, as the session's policy has it on AWS (`lib/src/session-policy.json`).
//!
//! Invariant: a call that is signed with a session's key and names a key of somebody else's, or none, is denied.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use http::{StatusCode, header};
use serde_json::Value;

use super::{Answer, Call, plain, refusal};
use crate::faults::Service;

/// The sessions given so far: tenant by access key.
#[derive(Debug, Default)]
pub(crate) struct Sessions(Mutex<HashMap<String, String>>);

impl Sessions {
    /// Carries an action out.
    pub(crate) fn answer(&self, action: &str, body: &[u8]) -> Answer {
        let parameter = |wanted: &str| {
            form_urlencoded::parse(body).find(|(name, _)| name == wanted).map(|(_, value)| value.into_owned())
        };
        let tenant =
            parameter("Tags.member.1.Value").filter(|_| parameter("Tags.member.1.Key").as_deref() == Some("tenant"));
        let scoped =
            parameter("Policy").zip(tenant).filter(|(policy, tenant)| policy.contains(&format!("T#{tenant}#*")));
        let Some((_, tenant)) = scoped.filter(|_| action == "AssumeRole") else {
            return refusal::ses(StatusCode::FORBIDDEN, "Sender", "AccessDenied", "A role is assumed for one tenant.");
        };
        let key = format!("ASIA{}", &uuid::Uuid::now_v7().simple().to_string().to_ascii_uppercase()[12..]);
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(key.clone(), tenant);
        let ends = jiff::Timestamp::now() + jiff::SignedDuration::from_hours(1);
        plain(
            StatusCode::OK,
            "text/xml",
            format!(
                "<AssumeRoleResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><AssumeRoleResult><Credentials>\
                 <AccessKeyId>{key}</AccessKeyId><SecretAccessKey>local</SecretAccessKey><SessionToken>local</SessionToken>\
                 <Expiration>{ends:.0}</Expiration></Credentials></AssumeRoleResult><ResponseMetadata><RequestId>{}\
                 </RequestId></ResponseMetadata></AssumeRoleResponse>",
                uuid::Uuid::now_v7()
            ),
        )
    }

    /// The denial of a call that a session may not make.
    pub(crate) fn denial(&self, service: Service, call: &Call) -> Option<Answer> {
        let tenant = self.tenant(call)?;
        let may = match service {
            Service::Dynamodb => reaches_records(&tenant, call.body()),
            Service::S3 => reaches_files(&tenant, call.uri().path(), call.uri().query().unwrap_or_default()),
            _ => false,
        };
        (!may).then(|| refusal::denied(service))
    }

    /// Whose session signed a call; `None` for the function's own role.
    fn tenant(&self, call: &Call) -> Option<String> {
        let signed = call.headers().get(header::AUTHORIZATION)?.to_str().ok()?;
        let key = signed.split_once("Credential=")?.1.split('/').next()?;
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }
}

/// Every leading key that a request names is the tenant's, and it names one.
fn reaches_records(tenant: &str, body: &[u8]) -> bool {
    let Ok(request) = serde_json::from_slice::<Value>(body) else { return false };
    let mut leading = Vec::new();
    gather(&request, &mut leading);
    let own = format!("T#{tenant}#");
    request.get("IndexName").is_none() && !leading.is_empty() && leading.iter().all(|key| key.starts_with(&own))
}

/// The values of `pk` wherever a key, an item or a condition on the key holds one.
fn gather<'a>(value: &'a Value, leading: &mut Vec<&'a str>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                match (name.as_str(), value["S"].as_str()) {
                    ("pk" | ":pk", Some(key)) => leading.push(key),
                    _ => gather(value, leading),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| gather(item, leading)),
        _ => {}
    }
}

fn reaches_files(tenant: &str, path: &str, query: &str) -> bool {
    let own = format!("t/{tenant}/");
    let key = path.trim_start_matches('/').split_once('/').map_or("", |(_, key)| key);
    let listed =
        form_urlencoded::parse(query.as_bytes()).any(|(name, value)| name == "prefix" && value.starts_with(&own));
    key.starts_with(&own) || (key.is_empty() && listed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_reaches_its_own_keys_alone() {
        let may = |body: &str| reaches_records("blue", body.as_bytes());
        assert!(may(r#"{"Key":{"pk":{"S":"T#blue#quote"},"sk":{"S":"1"}}}"#));
        assert!(may(
            r#"{"TransactItems":[{"Put":{"Item":{"pk":{"S":"T#blue#a"}}}},{"Delete":{"Key":{"pk":{"S":"T#blue#b"}}}}]}"#
        ));
        assert!(may(
            r#"{"KeyConditionExpression":"pk = :pk","ExpressionAttributeValues":{":pk":{"S":"T#blue#quote"}}}"#
        ));
        assert!(!may(r#"{"RequestItems":{"t":{"Keys":[{"pk":{"S":"T#blue#a"}},{"pk":{"S":"T#red#a"}}]}}}"#));
        assert!(!may(r#"{"Key":{"pk":{"S":"T#blue-sky#quote"}}}"#));
        assert!(!may(r#"{"IndexName":"gsi1","ExpressionAttributeValues":{":pk":{"S":"T#blue#x"}}}"#));
        assert!(!may(r#"{"TableName":"t"}"#), "a scan names no key");
        assert!(reaches_files("blue", "/files/t/blue/rates/1", ""));
        assert!(!reaches_files("blue", "/files/t/blue-sky/rates/1", ""));
        assert!(reaches_files("blue", "/files", "list-type=2&prefix=t%2Fblue%2F"));
        assert!(!reaches_files("blue", "/files", "list-type=2&prefix=t"));
    }
}
