//! The key leaves memory with the client: the test looks for it in all that its own process can
//! write to.
//!
//! Alone in its file, and so in its process: another test's key would be found as well.
//! Fragile (see `.config/nextest.toml`): the compiler may leave a copy of its own on the stack.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

mod support;

use std::fs::{self, File};
use std::os::unix::fs::FileExt;

use async_trait::async_trait;
use atlassian_admin_core::auth::{DirectoryKey, OrganizationKey};
use atlassian_admin_core::backend::{Body, HttpBackend, HttpRequest, HttpResponse, TransportError};
use atlassian_admin_core::{ClientBuilder, ErrorKind, operation};
use serde_json::Map;
use support::ImmediateTime;

/// The key repeats this, as what is freed loses its first bytes to the allocator. In disguise, so
/// that it is nowhere in the program.
const DISGUISED: &[u8] = b"ZGHIYXsPMTUwUVRdHEJ1cXo";
const DISGUISE: u8 = 0x15;
const TIMES: usize = 8;

/// The key with something around it, in memory of just its size, so that making it leaves no other
/// copy.
fn key(before: &str, after: &str) -> String {
    let disguised = DISGUISED.repeat(TIMES);
    let mut key = String::with_capacity(before.len() + disguised.len() + after.len());
    key.push_str(before);
    key.extend(disguised.iter().map(|byte| char::from(byte ^ DISGUISE)));
    key.push_str(after);
    key
}

/// The copies of the key in memory, each with the text before it.
fn copies() -> Vec<String> {
    let memory = File::open("/proc/self/mem").unwrap();
    let mut copies = Vec::new();
    let mut part = vec![0; 1 << 20];
    // What is looked at is copied to here, and is not to be found again.
    let own = part.as_ptr() as usize..part.as_ptr() as usize + part.len();
    for line in fs::read_to_string("/proc/self/maps").unwrap().lines() {
        let mut words = line.split_whitespace();
        let (from, to) = words.next().unwrap().split_once('-').unwrap();
        let [mut at, end] = [from, to].map(|address| usize::from_str_radix(address, 16).unwrap());
        if !words.next().unwrap().starts_with("rw") {
            continue;
        }
        while at < end {
            if own.contains(&at) {
                at = own.end;
                continue;
            }
            let stop = if at < own.start { end.min(own.start) } else { end };
            let length = part.len().min(stop - at);
            let Ok(length) = memory.read_at(&mut part[..length], at as u64) else { break };
            for found in 0..length.saturating_sub(DISGUISED.len() - 1) {
                let is_key =
                    DISGUISED.iter().zip(&part[found..]).all(|(hidden, byte)| hidden ^ DISGUISE == *byte);
                if is_key {
                    let before = &part[found.saturating_sub(7)..found];
                    copies.push(String::from_utf8_lossy(before).into_owned());
                }
            }
            // A key may lie across the border.
            at += if length < DISGUISED.len() || at + length >= stop {
                length.max(1)
            } else {
                length - DISGUISED.len() + 1
            };
        }
    }
    part.fill(0);
    copies
}

/// A backend that keeps nothing of a request, as the script of the other tests does.
#[derive(Debug)]
struct Forgetful;

#[async_trait]
impl HttpBackend for Forgetful {
    async fn execute(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        assert!(request.headers().contains_key("authorization"));
        let mut response = http::Response::new(Body::from(Vec::new()));
        *response.status_mut() = http::StatusCode::FORBIDDEN;
        Ok(response)
    }
}

#[tokio::test]
async fn fragile_memory_holds_no_copy_of_the_key_after_the_client() {
    let credentials = OrganizationKey::new(key("", "")).unwrap();
    let unused = DirectoryKey::new(key(" ", "\n")).unwrap();
    let unusable = DirectoryKey::new(key("", " ö")).unwrap_err();
    let client = ClientBuilder::new(Forgetful, ImmediateTime::default(), credentials).build().unwrap();
    let clone = client.clone();
    let refused = client.send_untyped(operation("orgs.list").unwrap(), Map::new()).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Forbidden);
    assert!(copies().len() >= 2, "{unusable}: the search finds it while it is there");
    drop((client, clone, unused));
    assert_eq!(copies(), [""; 0]);
}
