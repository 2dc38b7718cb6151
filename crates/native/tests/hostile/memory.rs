//! Peak memory, as the operating system reports it for a process that does nothing else.
#![cfg(target_os = "linux")]

use atlassian_admin::api;
use std::process::Command;

use atlassian_admin::ErrorKind;

use crate::gzip;
use crate::server::{Answer, Server, ok, refused, with};

const MIB: usize = 1024 * 1024;

/// Returns the peak memory of a test of this file, in MiB, in a process of its own.
fn peak(name: &str) -> usize {
    let test = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", &format!("memory::{name}"), "--ignored", "--nocapture", "--test-threads=1"])
        .output()
        .unwrap();
    let text = String::from_utf8(test.stdout).unwrap();
    assert!(test.status.success(), "{text}{}", String::from_utf8_lossy(&test.stderr));
    let peak = text.lines().find_map(|line| line.split("peak: ").nth(1)).unwrap().parse::<usize>().unwrap();
    println!("{name}: {peak} MiB");
    peak
}

/// Reports the peak to the parent process.
fn report() {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    let kib: usize = line.trim().trim_end_matches(" kB").parse().unwrap();
    println!("peak: {}", kib / 1024);
}

macro_rules! child {
    ($name:ident, $case:expr) => {
        #[tokio::test]
        #[ignore = "runs in a process of its own, whose memory is measured"]
        async fn $name() {
            $case.await;
            report();
        }
    };
}

child!(nothing, async {
    let server = Server::always(|| ok("{}")).await;
    assert_eq!(refused(&server.client()).await.kind(), ErrorKind::Decode);
});

child!(an_endless_body, async {
    let head = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
    let server = Server::always(move || {
        let chunk = [b"10000\r\n".as_slice(), &[b' '; 65_536], b"\r\n"].concat();
        Answer::Endless(head.into(), chunk)
    })
    .await;
    assert_eq!(refused(&server.client()).await.kind(), ErrorKind::TooLarge);
});

child!(a_gzip_bomb, async {
    let server = Server::always(|| {
        let (first, again) = gzip::bomb();
        Answer::Endless([gzip::HEAD, &first].concat(), again)
    })
    .await;
    assert_eq!(refused(&server.client()).await.kind(), ErrorKind::TooLarge);
});

/// Fills the limit of 8 MiB with as many of these values as fit.
fn dense(open: &str, value: &str, close: &str) -> String {
    let count = (8 * MIB - open.len() - close.len()) / (value.len() + 1);
    let values = format!("{value},").repeat(count);
    format!("{open}{}{close}", values.trim_end_matches(','))
}

/// Reads a body of 8 MiB as a page, as an error, and raw.
async fn read(body: String) {
    let server = Server::start({
        let body = body.clone();
        move |head| if head.contains("/users") { ok(&body) } else { with("400 Bad", &body) }
    })
    .await;
    let client = server.builder().body_limit(8 * MIB).build().unwrap();
    assert_eq!(refused(&client).await.kind(), ErrorKind::BadRequest);
    drop(client.pages(api::accounts::List::new("o-1")).next().await.unwrap());
}

child!(a_page_of_empty_items, read(dense(r#"{"data":["#, "{}", "]}")));
child!(a_page_of_numbers, read(dense(r#"{"data":["#, "0", "]}")));
child!(a_page_of_small_items, read(dense(r#"{"data":["#, r#"{"account_id":""}"#, "]}")));
child!(an_item_of_small_things, read(dense(r#"{"data":[{"account_id":"","product_access":["#, "{}", "]}]}")));
child!(an_item_of_many_members, read(dense(r#"{"data":[{"account_id":"","#, r#""":0"#, "}]}")));
// The densest body that is accepted.
child!(a_page_of_spread_items, read(dense(r#"{"data":["#, &format!("{:25}", r#"{"account_id":""}"#), "]}")));

// Of all items, events take the most memory.
child!(a_page_of_spread_events, async {
    let body = dense(r#"{"data":["#, &format!("{:25}", r#"{"id":""}"#), "]}");
    let server = Server::always(move || ok(&body)).await;
    let client = server.builder().body_limit(8 * MIB).build().unwrap();
    drop(client.pages(api::events::Query::new("o-1")).next().await.unwrap().unwrap());
});

child!(pages_without_an_end, async {
    let server = Server::start(|head| {
        let cursor = head.split("cursor=").nth(1).and_then(|rest| rest.split(['&', ' ']).next());
        let next: u64 = cursor.map_or(0, |cursor| cursor.parse::<u64>().unwrap()) + 1;
        let item = format!(r#"{{"account_id":"{}"}}"#, "a".repeat(200));
        let items = vec![item; 100].join(",");
        ok(format!(r#"{{"data":[{items}],"links":{{"next":"?cursor={next}"}}}}"#))
    })
    .await;
    let mut pages = server.client().pages(api::accounts::List::new("o-1"));
    // The caller raised the limit: 40 MB of items.
    for _ in 0..2_000 {
        assert_eq!(pages.next().await.unwrap().unwrap().items.len(), 100);
    }
});

/// The maximum that each takes beyond an idle process, in MiB, including what the allocator may
/// keep. Of a body of 8 MiB, the test itself holds copies of 33 MiB.
#[test]
fn fragile_memory_stays_within_bounds() {
    let base = peak("nothing");
    for (name, bound) in [
        ("an_endless_body", 88),
        ("a_gzip_bomb", 88),
        ("a_page_of_empty_items", 64),
        ("a_page_of_numbers", 64),
        ("a_page_of_small_items", 64),
        ("an_item_of_small_things", 64),
        ("an_item_of_many_members", 64),
        ("a_page_of_spread_items", 168),
        ("a_page_of_spread_events", 352),
        // Constant for any number of pages.
        ("pages_without_an_end", 12),
    ] {
        let peak = peak(name);
        assert!(peak <= base + bound, "{name}: {peak} MiB, and {base} MiB for nothing");
    }
}
