//! The `inbound-mail` function as AWS Lambda runs it.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_runtime::Error> {
    tripdesk_core::runtime::run(inbound_mail_fn::FUNCTION).await
}
