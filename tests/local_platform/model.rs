//! The language model's client against what stands in for Bedrock: answers, refusals, and answers that are none.

use serde_json::{Value, json};
use tripdesk::platform::Scripted;
use tripdesk_core::model::{Model, ModelError, Question, Reply};

use crate::support::{World, start};

async fn ask(world: &World) -> Result<Reply, ModelError> {
    let schema = json!({"type": "object", "properties": {"nights": {"type": "integer"}}});
    let question = Question {
        task: "Read the mail.",
        text: "A week in Rome, please.",
        document: "enquiry",
        schema: &schema,
        max_tokens: 500,
    };
    Model::new(&world.sdk, "some.model-v1:0", None).ask(&question).await
}

async fn outcome(world: &World, scripted: Scripted) -> String {
    world.platform.model().script([scripted]);
    ask(world).await.map_or_else(|error| error.to_string(), |reply| reply.document.to_string())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_model_answers_with_the_document_that_was_asked_for() {
    let data = tempfile::tempdir().unwrap();
    let world = start(data.path()).await;
    world.platform.model().script([Scripted::Tool(json!({"nights": 7, "note": [1.5, null, -3]}))]);
    let reply = ask(&world).await.unwrap();
    assert_eq!(reply, Reply { document: json!({"nights": 7, "note": [1.5, null, -3]}), tokens: (100, 20) });
    let asked: Vec<Value> = world.platform.model().questions();
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0]["inferenceConfig"], json!({"maxTokens": 500, "temperature": 0.0}));
    assert_eq!(asked[0]["toolConfig"]["toolChoice"], json!({"tool": {"name": "enquiry"}}));
    assert_eq!(asked[0]["system"][0]["text"], "Read the mail.");
    assert_eq!(asked[0]["messages"][0]["content"][0]["text"], "A week in Rome, please.");
    assert_eq!(asked[0]["toolConfig"]["tools"][0]["toolSpec"]["inputSchema"]["json"]["type"], "object");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_document_is_an_error_with_a_name() {
    let data = tempfile::tempdir().unwrap();
    let world = start(data.path()).await;
    for (scripted, name) in [
        (Scripted::Text("Certainly! Seven nights.".into()), "nonsense"),
        (Scripted::Tool(json!([1, 2])), "nonsense"),
        (Scripted::Tool(json!("nights: 7")), "nonsense"),
        (Scripted::CutOff(json!({"nights": 7})), "cut_off"),
        (Scripted::Raw("{\"output\":".into()), "nonsense"),
        (Scripted::Raw("{}".into()), "nonsense"),
        (Scripted::Raw("<html>busy</html>".into()), "nonsense"),
    ] {
        assert_eq!(outcome(&world, scripted.clone()).await, name, "{scripted:?}");
    }
    world.platform.model().script([]);
    assert!(matches!(ask(&world).await, Err(ModelError::Refused(_))), "nothing is scripted");
}

#[tokio::test(flavor = "multi_thread")]
async fn faults_are_tried_again_once_and_then_told() {
    let data = tempfile::tempdir().unwrap();
    let world = start(data.path()).await;
    let fault =
        |mode: &str, count: u64| json!({"service": "bedrock", "operation": "Converse", "mode": mode, "count": count});
    world.platform.model().script([Scripted::Tool(json!({"nights": 7}))]);
    world.fault(fault("throttle", 1)).await;
    assert!(ask(&world).await.is_ok(), "one throttled call is tried again");
    world.fault(fault("throttle", 2)).await;
    assert!(matches!(ask(&world).await, Err(ModelError::Throttled)));
    world.fault(fault("error", 2)).await;
    assert!(matches!(ask(&world).await, Err(ModelError::Unavailable)));
    world.fault(fault("drop_response", 2)).await;
    assert!(matches!(ask(&world).await, Err(ModelError::Unavailable)));
    assert!(ask(&world).await.is_ok(), "all faults are spent");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_model_that_does_not_answer_is_given_up_in_time() {
    let data = tempfile::tempdir().unwrap();
    let world = start(data.path()).await;
    world.fault(json!({"service": "bedrock", "mode": "timeout"})).await;
    let began = std::time::Instant::now();
    assert!(matches!(ask(&world).await, Err(ModelError::TimedOut)));
    assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
}
