//! A deployment: what its environment names is asked for, one thing after the other.

use aws_config::SdkConfig;
use aws_sdk_dynamodb::types::{IndexStatus, TableStatus, TimeToLiveStatus};
use aws_sdk_ses::types::{IdentityDkimAttributes, ReceiptRule, VerificationStatus};
use aws_sdk_sqs::types::QueueAttributeName;
use tripdesk_core::{aws, config::Settings, secrets, session::Keys};

use super::{Finding, dns, over_http};

/// Fewer letters than this could be guessed.
const SHORTEST_SECRET: usize = 24;
/// What a new SES account may send in a day: enough to try it out, not to work.
const SANDBOX: f64 = 200.0;

pub(super) async fn look() -> Vec<Finding> {
    let config = aws::config_from_env().await;
    let settings = match Settings::read(|name| std::env::var(name).ok()) {
        Ok(settings) => settings,
        Err(missing) => return missing.0.into_iter().map(|line| Finding::wrong("settings", line)).collect(),
    };
    let mut findings = vec![Finding::well("settings", "every setting is there")];
    findings.extend(secret_findings(&settings, &config).await);
    findings.extend(table(&settings, &config).await);
    findings.extend(buckets(&settings, &config).await);
    findings.extend(queue(&settings, &config).await);
    findings.extend(mail(&settings, &config).await);
    findings.push(names(&settings, &config).await);
    findings.extend(over_http(&settings.public_url).await);
    findings
}

async fn secret_findings(settings: &Settings, config: &SdkConfig) -> Vec<Finding> {
    let settings = match secrets::resolved(settings.clone(), config).await {
        Ok(settings) => settings,
        Err(error) => return vec![Finding::wrong("secrets", format!("cannot be read: {}", cause(&error)))],
    };
    let mut findings = vec![match Keys::parse(settings.jwt_keys.reveal()) {
        Ok(_) => Finding::well("token keys", "can be read"),
        Err(error) => Finding::wrong("token keys", format!("JWT_KEYS cannot be used: {error}; run infra/secrets.sh")),
    }];
    findings.push(match settings.link_key.reveal().len() {
        0..SHORTEST_SECRET => Finding::wrong("link key", "LINK_KEY is so short that it could be guessed"),
        _ => Finding::well("link key", "is long enough"),
    });
    findings.push(match &settings.admin_token {
        None => Finding::warning("operator", "ADMIN_API_TOKEN is not set: the operator's endpoints are switched off"),
        Some(token) if token.reveal().len() < SHORTEST_SECRET => {
            Finding::wrong("operator", "ADMIN_API_TOKEN is so short that it could be guessed")
        }
        Some(_) => Finding::well("operator", "the token is long enough"),
    });
    findings
}

async fn table(settings: &Settings, config: &SdkConfig) -> Vec<Finding> {
    let client = aws_sdk_dynamodb::Client::new(config);
    let name = &settings.table;
    let table = match client.describe_table().table_name(name).send().await {
        Ok(answer) => answer.table,
        Err(error) => return vec![Finding::wrong("table", format!("{name}: {}", cause(&error)))],
    };
    let Some(table) = table else { return vec![Finding::wrong("table", format!("{name} is not described"))] };
    let mut findings = vec![match table.table_status() {
        Some(TableStatus::Active) => Finding::well("table", format!("{name} is active")),
        other => Finding::wrong("table", format!("{name} is {other:?}, not active")),
    }];
    let index = table.global_secondary_indexes().iter().find(|index| index.index_name() == Some("gsi1"));
    findings.push(match index.and_then(|index| index.index_status()) {
        Some(IndexStatus::Active) => Finding::well("table's index", "gsi1 is active"),
        Some(other) => {
            Finding::wrong("table's index", format!("gsi1 is {other:?}: the sweep finds nothing until it is active"))
        }
        None => Finding::wrong("table's index", "gsi1 is missing: deploy the template again"),
    });
    let expiry = client.describe_time_to_live().table_name(name).send().await.ok();
    let expiry = expiry.and_then(|answer| answer.time_to_live_description);
    let is_on = expiry.is_some_and(|about| {
        about.time_to_live_status() == Some(&TimeToLiveStatus::Enabled) && about.attribute_name() == Some("expires_at")
    });
    findings.push(match is_on {
        true => Finding::well("table's expiry", "on, by expires_at"),
        false => Finding::warning("table's expiry", "off: ended sessions and marks are never forgotten"),
    });
    findings
}

async fn buckets(settings: &Settings, config: &SdkConfig) -> Vec<Finding> {
    let client = aws_sdk_s3::Client::new(config);
    let mut findings = Vec::new();
    for (check, bucket) in [("bucket of mail", &settings.mail_bucket), ("bucket of files", &settings.files_bucket)] {
        findings.push(match client.head_bucket().bucket(bucket).send().await {
            Ok(_) => Finding::well(check, format!("{bucket} answers")),
            Err(error) => Finding::wrong(check, format!("{bucket}: {}", cause(&error))),
        });
    }
    findings
}

async fn queue(settings: &Settings, config: &SdkConfig) -> Vec<Finding> {
    let client = aws_sdk_sqs::Client::new(config);
    let url = &settings.quote_queue_url;
    let call = client.get_queue_attributes().queue_url(url).attribute_names(QueueAttributeName::All);
    let attributes = match call.send().await {
        Ok(answer) => answer.attributes.unwrap_or_default(),
        Err(error) => return vec![Finding::wrong("queue", format!("QUOTE_QUEUE_URL: {}", cause(&error)))],
    };
    let waiting = attributes.get(&QueueAttributeName::ApproximateNumberOfMessages).map_or("?", String::as_str);
    let mut findings = vec![Finding::well("queue", format!("answers; {waiting} jobs wait"))];
    findings.push(match attributes.contains_key(&QueueAttributeName::RedrivePolicy) {
        true => Finding::well("dead letters", "a job that fails three times is kept"),
        false => Finding::wrong("dead letters", "no queue for jobs that fail: they would come again for ever"),
    });
    findings
}

async fn mail(settings: &Settings, config: &SdkConfig) -> Vec<Finding> {
    let client = aws_sdk_ses::Client::new(config);
    let domain = &settings.mail_from_domain;
    let mut findings = Vec::new();
    let verified = client.get_identity_verification_attributes().identities(domain).send().await;
    findings.push(match verified.map(|answer| answer.verification_attributes) {
        Ok(found) => match found.get(domain).map(|about| about.verification_status().clone()) {
            Some(VerificationStatus::Success) => Finding::well("sender", format!("{domain} is verified")),
            Some(other) => {
                Finding::wrong("sender", format!("{domain} is {other:?}: set the DKIM records of the stack's outputs"))
            }
            None => Finding::wrong("sender", format!("SES does not know {domain}: nothing can be sent")),
        },
        Err(error) => Finding::wrong("sender", format!("SES: {}", cause(&error))),
    });
    let dkim = client.get_identity_dkim_attributes().identities(domain).send().await.ok();
    let dkim = dkim.and_then(|answer| answer.dkim_attributes.get(domain).map(IdentityDkimAttributes::dkim_enabled));
    findings.push(match dkim {
        Some(true) => Finding::well("signature", "outgoing mail is signed (DKIM)"),
        _ => Finding::wrong("signature", "outgoing mail is not signed (DKIM): it will be taken for spam"),
    });
    if let Ok(quota) = client.get_send_quota().send().await
        && quota.max24_hour_send() <= SANDBOX
    {
        let detail =
            "the account is in SES's sandbox: it sends to verified addresses alone; ask AWS for production access";
        findings.push(Finding::warning("sending", detail));
    }
    findings.push(receipt_rules(settings, &client).await);
    findings
}

async fn receipt_rules(settings: &Settings, client: &aws_sdk_ses::Client) -> Finding {
    let domain = &settings.inbound_domain;
    let rules = match client.describe_active_receipt_rule_set().send().await {
        Ok(set) => set.rules.unwrap_or_default(),
        Err(error) => return Finding::wrong("mail in", format!("SES: {}", cause(&error))),
    };
    let takes = |rule: &&ReceiptRule| rule.enabled() && rule.recipients().iter().any(|taken| taken == domain);
    let Some(rule) = rules.iter().find(takes) else {
        return Finding::wrong(
            "mail in",
            format!("no active receipt rule takes mail for {domain}: activate the stack's rule set"),
        );
    };
    let stored = rule
        .actions()
        .iter()
        .filter_map(|action| action.s3_action())
        .any(|s3| s3.bucket_name() == settings.mail_bucket);
    let invoked = rule.actions().iter().any(|action| action.lambda_action().is_some());
    match (stored, invoked) {
        (true, true) => Finding::well("mail in", format!("mail for {domain} is stored and handed on")),
        (false, _) => {
            Finding::wrong("mail in", format!("the receipt rule does not store mail in {}", settings.mail_bucket))
        }
        (_, false) => Finding::wrong("mail in", "the receipt rule invokes no function: mail waits for the sweep"),
    }
}

async fn names(settings: &Settings, config: &SdkConfig) -> Finding {
    let domain = &settings.inbound_domain;
    let region = config.region().map_or("", |region| region.as_ref());
    let expected = format!("inbound-smtp.{region}.amazonaws.com");
    match dns::mail_hosts(domain).await {
        Ok(hosts) if hosts.contains(&expected) => Finding::well("DNS", format!("mail for {domain} goes to SES")),
        Ok(hosts) if hosts.is_empty() => {
            Finding::wrong("DNS", format!("{domain} has no MX record: set `10 {expected}`"))
        }
        Ok(hosts) => {
            Finding::wrong("DNS", format!("mail for {domain} goes to {}, not to {expected}", hosts.join(", ")))
        }
        Err(error) => Finding::warning("DNS", format!("{domain} could not be asked for: {error:#}")),
    }
}

/// The innermost reason, in the service's own words.
fn cause(error: &dyn std::error::Error) -> String {
    let mut innermost = error;
    while let Some(inner) = innermost.source() {
        innermost = inner;
    }
    innermost.to_string()
}
