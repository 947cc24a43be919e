//! Settings that name a secret by its ARN instead of holding it: looked up once, when the process starts.
//!
//! Invariant: a secret's name may be told when the look-up fails; the secret itself never is.

use aws_config::SdkConfig;
use aws_sdk_secretsmanager::Client;
use futures_util::future::try_join4;

use crate::{
    aws::failed,
    config::{Secret, Settings},
    error::{Error, Result},
};

/// The settings with every ARN replaced by what it names.
///
/// # Errors
/// [`Error::Unavailable`] when Secrets Manager does not answer, [`Error::Internal`] when there is no such secret or it has
/// no text.
pub async fn resolved(settings: Settings, config: &SdkConfig) -> Result<Settings> {
    let client = Client::new(config);
    let perhaps = async |setting: &Option<Secret>| match setting {
        Some(setting) => resolve(&client, setting).await.map(Some),
        None => Ok(None),
    };
    let (jwt_keys, link_key, admin_token, edge_key) = try_join4(
        resolve(&client, &settings.jwt_keys),
        resolve(&client, &settings.link_key),
        perhaps(&settings.admin_token),
        perhaps(&settings.edge_key),
    )
    .await?;
    // A blank token means the same as none: the admin API is switched off.
    let admin_token = admin_token.filter(|token| !token.reveal().trim().is_empty());
    Ok(Settings { jwt_keys, link_key, admin_token, edge_key, ..settings })
}

async fn resolve(client: &Client, setting: &Secret) -> Result<Secret> {
    if !setting.reveal().starts_with("arn:") {
        return Ok(setting.clone());
    }
    let answer = client.get_secret_value().secret_id(setting.reveal()).send().await.map_err(failed)?;
    answer.secret_string.map(Secret::new).ok_or_else(|| Error::internal("a secret without a text"))
}
