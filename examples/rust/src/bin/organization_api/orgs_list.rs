//! `Organization.Gets`

use atlassian_admin::Client;
use rust_programs::Outcome;

pub(crate) async fn run(client: &Client) -> Outcome {
    let response = client.orgs().list().with_response().await?;
    crate::print_response(&response);
    for organization in response.value.data {
        println!(
            "{} {}",
            organization.id,
            organization.attributes.and_then(|it| it.name).unwrap_or_default()
        );
    }
    Ok(())
}
