//! `Organization.Domain`

use atlassian_admin::handles::Organization;
use rust_programs::Outcome;

pub(crate) async fn run(organization: &Organization, domain_id: &str) -> Outcome {
    let response = organization.domains().get(domain_id).with_response().await?;
    crate::print_response(&response);
    let attributes = response.value.attributes.unwrap_or_default();
    println!("{} {:?}", attributes.name.unwrap_or_default(), attributes.claim.and_then(|claim| claim.status));
    Ok(())
}
