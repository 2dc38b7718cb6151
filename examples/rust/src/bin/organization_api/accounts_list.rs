//! `Organization.Users`

use atlassian_admin::handles::Organization;
use atlassian_admin::page::Page;
use rust_programs::Outcome;

pub(crate) async fn run(organization: &Organization) -> Outcome {
    let (mut request, mut users) = (organization.accounts().list(), Vec::new());
    loop {
        let response = request.with_response().await?;
        crate::print_response(&response);
        let next = response.value.next()?;
        users.extend(response.value.data);
        // A cursor, never a URL: the next request stays at the same host.
        let Some(cursor) = next else { break };
        request = organization.accounts().list().cursor(cursor.to_string());
    }
    for user in users {
        println!("{} {}", user.email.unwrap_or_default(), user.name.unwrap_or_default());
    }
    Ok(())
}
