//! `Organization.Domains`

use atlassian_admin::handles::Organization;
use atlassian_admin::page::Page;
use rust_programs::Outcome;

pub(crate) async fn run(organization: &Organization) -> Outcome {
    let (mut request, mut domains) = (organization.domains().list(), Vec::new());
    loop {
        let response = request.with_response().await?;
        crate::print_response(&response);
        let next = response.value.next()?;
        domains.extend(response.value.data);
        // A cursor, never a URL: the next request stays at the same host.
        let Some(cursor) = next else { break };
        request = organization.domains().list().cursor(cursor.to_string());
    }
    for domain in domains {
        let attributes = domain.attributes.unwrap_or_default();
        let status = attributes.claim.and_then(|claim| claim.status);
        println!("{} {} {status:?}", domain.id, attributes.name.unwrap_or_default());
    }
    Ok(())
}
