//! Credentials that reach one tenant (`hostile.md`, T9): the endpoint denies a session what its policy does not allow, so that
//! a call made with the wrong tenant's credentials, or without a tenant's key, would show here. What AWS's own rules make
//! of the policy is asked in `infra/policies.mjs`.

use serde_json::json;
use tripdesk::start::{Choices, DemoAgency, start};
use tripdesk_core::tenant::{Slug, Tenant};

use crate::support::{World, enquiry};

#[tokio::test(flavor = "multi_thread")]
async fn the_main_job_is_done_with_one_tenants_credentials() {
    let data = tempfile::tempdir().unwrap();
    let role = Some("arn:aws:iam::111122223333:role/desk-one-tenant".to_owned());
    let choices = Choices { tenant_role: role, ..Choices::on_free_ports(data.path()) };
    let world = World::signed_in(start(&choices).await.unwrap(), data).await;
    let mail = world.mail(&enquiry("anna")).await;
    world.settle().await;
    assert!(world.message(&mail).await["enquiry_id"].is_string());
    let quotes = world.quotes().await;
    assert_eq!(quotes.len(), 1);
    let pdf = world.bytes(&format!("/api/v1/quotes/{}/pdf", quotes[0]["id"].as_str().unwrap())).await;
    assert!(pdf.starts_with(b"%PDF"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tenants_records_wait_for_its_credentials() {
    let data = tempfile::tempdir().unwrap();
    let role = Some("arn:aws:iam::111122223333:role/desk-one-tenant".to_owned());
    let choices = Choices { tenant_role: role, demo: DemoAgency::LeftOut, ..Choices::on_free_ports(data.path()) };
    let started = start(&choices).await.unwrap();
    let order = serde_json::from_value(json!({"service": "sts", "operation": "AssumeRole", "mode": "error"})).unwrap();
    started.platform.faults().add(order).unwrap();
    let tenant = Slug::parse("blue-horizon").unwrap();
    let agency: Tenant = serde_json::from_value(json!({
        "id": tenant, "name": "Blue", "status": "active", "version": 1, "created_at": "2026-01-01T00:00:00Z",
        "updated_at": "2026-01-01T00:00:00Z", "config": {"timezone": "UTC", "currency": "EUR"},
    }))
    .unwrap();
    assert!(started.app.store.tenant(&agency.operated()).await.is_err(), "read without the tenant's credentials");
    started.platform.faults().clear();
    assert_eq!(started.app.store.tenant(&agency.operated()).await.unwrap(), None);
}
