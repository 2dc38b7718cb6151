//! `Organization.Events`

use std::time::{Duration, SystemTime};

use atlassian_admin::handles::Organization;
use atlassian_admin::page::Page;
use rust_programs::Outcome;

pub(crate) async fn run(organization: &Organization) -> Outcome {
    let yesterday = SystemTime::now() - Duration::from_secs(24 * 3_600);
    let (mut request, mut events) = (organization.events().query().from(yesterday), Vec::new());
    loop {
        let response = request.with_response().await?;
        crate::print_response(&response);
        let next = response.value.next()?;
        events.extend(response.value.data);
        let Some(cursor) = next else { break };
        request = organization.events().query().from(yesterday).cursor(cursor.to_string());
    }
    for event in events {
        let attributes = event.attributes.unwrap_or_default();
        println!("{} {} {:?}", event.id, attributes.action.unwrap_or_default(), attributes.time);
    }
    Ok(())
}
