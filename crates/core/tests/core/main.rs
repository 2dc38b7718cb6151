//! The core through its public API: the request pipeline, pages, the feed, models and secrets.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

mod feed;
mod follow;
mod key_provider;
mod observer;
mod odd;
mod options;
mod paging;
mod pipeline;
mod rate_limiter;
mod raw_requests;
mod request_options;
mod responses;
mod roundtrip;
mod secrets;
#[path = "../support/mod.rs"]
mod support;
mod untyped;
mod workflows;
