//! The committed description of the API is the one that the routes give.

#[test]
fn openapi_json_is_what_the_routes_say() {
    let committed: serde_json::Value = serde_json::from_str(include_str!("../../openapi.json")).unwrap();
    let now = serde_json::to_value(tripdesk::functions::openapi()).unwrap();
    assert!(committed == now, "run `cargo run -- openapi > openapi.json` and commit it");
}
