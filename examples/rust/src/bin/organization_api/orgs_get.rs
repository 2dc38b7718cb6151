//! `Organization.Get`

use atlassian_admin::handles::Organization;
use rust_programs::Outcome;

pub(crate) async fn run(organization: &Organization) -> Outcome {
    let response = organization.get().with_response().await?;
    crate::print_response(&response);
    println!("{}", response.value.id);
    Ok(())
}
