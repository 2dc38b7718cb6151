//! `Organization.Event`

use atlassian_admin::handles::Organization;
use rust_programs::Outcome;

pub(crate) async fn run(organization: &Organization, event_id: &str) -> Outcome {
    // Atlassian stops this operation on 2026-12-21; `events().poll()` reads the log.
    #[allow(deprecated, reason = "the page that this follows uses it")]
    let response = organization.events().get(event_id).with_response().await?;
    crate::print_response(&response);
    let event = response.value;
    let attributes = event.attributes.unwrap_or_default();
    println!("{} {} {:?}", event.id, attributes.action.unwrap_or_default(), attributes.time);
    Ok(())
}
