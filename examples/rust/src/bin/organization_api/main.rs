//! The eight programs of go-atlassian's page on the organization API, in Rust:
//! `organization_api orgs-list`, `organization_api domains-get example.com`. Each prints the status
//! and the endpoint of every response, and then what it is about.

mod accounts_list;
mod domains_get;
mod domains_list;
mod events_actions;
mod events_get;
mod events_query;
mod orgs_get;
mod orgs_list;

use rust_programs::{Outcome, argument, client, org_id};

use atlassian_admin::WithResponse;

#[tokio::main]
async fn main() -> Outcome {
    let client = client()?;
    match argument(1, "a program, such as orgs-list")?.as_str() {
        "orgs-list" => orgs_list::run(&client).await,
        "orgs-get" => orgs_get::run(&client.organization(org_id()?)).await,
        "accounts-list" => accounts_list::run(&client.organization(org_id()?)).await,
        "domains-list" => domains_list::run(&client.organization(org_id()?)).await,
        "domains-get" => {
            let id = argument(2, "the domain's identifier")?;
            domains_get::run(&client.organization(org_id()?), &id).await
        }
        "events-query" => events_query::run(&client.organization(org_id()?)).await,
        "events-get" => {
            let id = argument(2, "the event's identifier")?;
            events_get::run(&client.organization(org_id()?), &id).await
        }
        "events-actions" => events_actions::run(&client.organization(org_id()?)).await,
        other => Err(format!("no program is called {other}").into()),
    }
}

/// Prints the status and the endpoint of a response.
fn print_response<T>(response: &WithResponse<T>) {
    println!("Response HTTP Code {}", response.status.as_u16());
    println!("HTTP Endpoint Used {}", response.url);
}
