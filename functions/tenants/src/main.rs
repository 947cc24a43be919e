//! The `tenants` function as AWS Lambda runs it.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_runtime::Error> {
    tripdesk_core::runtime::run(tenants_fn::FUNCTION).await
}
