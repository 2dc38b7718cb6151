//! `Organization.Actions`

use atlassian_admin::handles::Organization;
use rust_programs::Outcome;

pub(crate) async fn run(organization: &Organization) -> Outcome {
    let response = organization.events().actions().with_response().await?;
    crate::print_response(&response);
    for action in response.value.data {
        println!("{action:#?}");
    }
    Ok(())
}
