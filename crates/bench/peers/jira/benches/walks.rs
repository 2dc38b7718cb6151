//! The jira crate over the pages of the bench, as its users read them: `poll_events` by the cursor.
//! The numbers of pages are those of our own walks.

#[path = "../../../src/tally.rs"]
mod tally;

use gungraun::Tool;
use gungraun::prelude::*;
use jira::admin::AdminClient;
use jira::{Auth, Client};
use server::{Listing, Server};
use tally::Tally;
use tokio::runtime::{Builder, Runtime};

type Ready = (Runtime, AdminClient, usize);

/// A server, and a client that has read a page, so that a walk does not include its start.
fn ready(pages: usize) -> Ready {
    let runtime = Builder::new_current_thread().enable_all().build().expect("the runtime starts");
    let url = Server::default().start().expect("the server starts");
    let client = Client::builder().host(url).auth(Auth::bearer("k")).build().expect("the client starts");
    let client = AdminClient::new(client);
    runtime.block_on(poll_events(&client, 1));
    (runtime, client, pages)
}

async fn poll_events(client: &AdminClient, pages: usize) {
    let (organization, mut tally, mut cursor) = (format!("p{pages}"), Tally::default(), None);
    loop {
        let mut request = client.events().poll_events(&organization).limit(500);
        if let Some(cursor) = cursor {
            request = request.cursor(cursor);
        }
        let page = request.send().await.expect("the request succeeds");
        for event in page.data.iter().flatten() {
            let attributes = &event.attributes;
            tally.add(&event.id, &attributes.time, &attributes.action, attributes.context.len());
        }
        cursor = page.meta.and_then(|meta| meta.next);
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(tally.items, (pages * Listing::Events.page_size()) as u64);
    std::hint::black_box(tally.checksum);
}

#[library_benchmark(setup = ready)]
#[bench::jira(8)]
fn walk((runtime, client, pages): Ready) -> Ready {
    runtime.block_on(poll_events(&client, pages));
    (runtime, client, pages)
}

#[library_benchmark(config = LibraryBenchmarkConfig::default().default_tool(Tool::DHAT), setup = ready)]
#[bench::jira(16)]
fn heap((runtime, client, pages): Ready) -> Ready {
    runtime.block_on(poll_events(&client, pages));
    (runtime, client, pages)
}

library_benchmark_group!(name = peers, benchmarks = [walk, heap]);
main!(library_benchmark_groups = peers);
