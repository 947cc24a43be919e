//! The table, buckets and queues that `template.yaml` makes on AWS, made here at each start where they are missing.
//!
//! Invariant: making them again changes nothing. Names and keys are those of the template.

use anyhow::Context as _;
use aws_config::SdkConfig;
use aws_sdk_dynamodb::types::{
    AttributeDefinition, BillingMode, GlobalSecondaryIndex, KeySchemaElement, KeyType, Projection, ProjectionType,
    ScalarAttributeType, TimeToLiveSpecification,
};
use aws_sdk_sqs::types::QueueAttributeName;

/// How often a job is tried before it becomes a dead letter.
pub(crate) const MAX_RECEIVES: u32 = 3;
/// How long a job is hidden while a function works on it, in seconds: more than six times the function's longest run.
const VISIBILITY_SECONDS: u32 = 390;

/// What the functions are told in their environment.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "each is the environment variable of that name in contract.md")]
pub struct Resources {
    pub table_name: String,
    pub mail_bucket: String,
    pub files_bucket: String,
    pub quote_queue_url: String,
    pub knowledge_queue_url: String,
    /// Where jobs go after three failures.
    pub dead_letter_queue_url: String,
}

impl Resources {
    /// Makes what is missing.
    pub(crate) async fn make(sdk: &SdkConfig) -> anyhow::Result<Self> {
        let table_name = "tripdesk".to_owned();
        table(&aws_sdk_dynamodb::Client::new(sdk), &table_name).await.context("cannot make the table")?;
        let s3 = aws_sdk_s3::Client::new(sdk);
        let (mail_bucket, files_bucket) = ("tripdesk-mail".to_owned(), "tripdesk-files".to_owned());
        for bucket in [&mail_bucket, &files_bucket] {
            make_bucket(&s3, bucket).await.with_context(|| format!("cannot make the bucket {bucket}"))?;
        }
        let sqs = aws_sdk_sqs::Client::new(sdk);
        let (dead_letter_queue_url, redrive) = dead_letters(&sqs).await.context("cannot make the dead letter queue")?;
        let quote_queue_url = queue(&sqs, "tripdesk-quote", &redrive).await.context("cannot make the queue")?;
        let knowledge_queue_url = queue(&sqs, "tripdesk-knowledge", &redrive).await.context("cannot make the queue")?;
        Ok(Self { table_name, mail_bucket, files_bucket, quote_queue_url, knowledge_queue_url, dead_letter_queue_url })
    }
}

async fn table(dynamodb: &aws_sdk_dynamodb::Client, name: &str) -> anyhow::Result<()> {
    if dynamodb.list_tables().send().await?.table_names().iter().any(|table| table == name) {
        return Ok(());
    }
    let attributes = ["pk", "sk", "gsi1pk", "gsi1sk"].map(|attribute| {
        AttributeDefinition::builder().attribute_name(attribute).attribute_type(ScalarAttributeType::S).build()
    });
    let index = GlobalSecondaryIndex::builder()
        .index_name("gsi1")
        .set_key_schema(Some(key_schema("gsi1pk", "gsi1sk")?))
        .projection(Projection::builder().projection_type(ProjectionType::All).build())
        .build()?;
    dynamodb
        .create_table()
        .table_name(name)
        .set_attribute_definitions(Some(attributes.into_iter().collect::<Result<_, _>>()?))
        .set_key_schema(Some(key_schema("pk", "sk")?))
        .global_secondary_indexes(index)
        .billing_mode(BillingMode::PayPerRequest)
        .send()
        .await?;
    let ttl = TimeToLiveSpecification::builder().attribute_name("expires_at").enabled(true).build()?;
    dynamodb.update_time_to_live().table_name(name).time_to_live_specification(ttl).send().await?;
    Ok(())
}

fn key_schema(hash: &str, range: &str) -> anyhow::Result<Vec<KeySchemaElement>> {
    Ok(vec![
        KeySchemaElement::builder().attribute_name(hash).key_type(KeyType::Hash).build()?,
        KeySchemaElement::builder().attribute_name(range).key_type(KeyType::Range).build()?,
    ])
}

async fn make_bucket(s3: &aws_sdk_s3::Client, bucket: &str) -> anyhow::Result<()> {
    if s3.head_bucket().bucket(bucket).send().await.is_err() {
        s3.create_bucket().bucket(bucket).send().await?;
    }
    Ok(())
}

/// The address of the dead letters, and the policy that leads there.
async fn dead_letters(sqs: &aws_sdk_sqs::Client) -> anyhow::Result<(String, String)> {
    let dead = sqs.create_queue().queue_name("tripdesk-quote-dead").send().await?;
    let dead = dead.queue_url().context("no address for the dead letter queue")?.to_owned();
    let arn = QueueAttributeName::QueueArn;
    let attributes = sqs.get_queue_attributes().queue_url(&dead).attribute_names(arn.clone()).send().await?;
    let arn = attributes.attributes().and_then(|a| a.get(&arn)).context("no ARN of the dead letter queue")?;
    let redrive = serde_json::json!({ "deadLetterTargetArn": arn, "maxReceiveCount": MAX_RECEIVES }).to_string();
    Ok((dead, redrive))
}

async fn queue(sqs: &aws_sdk_sqs::Client, name: &str, redrive: &str) -> anyhow::Result<String> {
    let made = sqs
        .create_queue()
        .queue_name(name)
        .attributes(QueueAttributeName::RedrivePolicy, redrive)
        .attributes(QueueAttributeName::VisibilityTimeout, VISIBILITY_SECONDS.to_string())
        .send()
        .await?;
    Ok(made.queue_url().context("no address for the queue")?.to_owned())
}
