//! Instructions and heap of each walk, counted by callgrind and DHAT.

#![allow(missing_docs, reason = "gungraun's macros generate items without them")]
#![allow(clippy::expect_used, reason = "a walk that fails ends the bench")]

use std::fs::File;
use std::hint::black_box;
use std::io::Write;

use atlassian_admin_bench::server::{Listing, Server, page};
use atlassian_admin_bench::tally::Tally;
use atlassian_admin_bench::walk::{Consumer, Walks, decode, decode_plainly};
use atlassian_admin_bench::{HEAP_PAGES, Outcome, PAGES};
use flate2::Compression;
use flate2::write::GzEncoder;
use gungraun::Tool;
use gungraun::prelude::*;

type Walk = fn(&Walks) -> Outcome<Tally>;

fn gzip(body: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(body).and_then(|()| encoder.finish()).expect("memory takes everything")
}

fn over(pages: usize, walk: Walk) -> (Walks, Walk) {
    (Walks::new(pages, Server::default()).expect("the walks start"), walk)
}

fn ready(walk: Walk) -> (Walks, Walk) {
    over(PAGES, walk)
}

fn ready_for_gzip(walk: Walk) -> (Walks, Walk) {
    let server = Server { encoding: Some(("gzip", gzip)), ..Server::default() };
    (Walks::new(PAGES, server).expect("the walks start"), walk)
}

fn typed(walks: &Walks) -> Outcome<Tally> {
    walks.typed_events(true, Consumer::Idle)
}

fn export(walks: &Walks) -> Outcome<Tally> {
    let items = walks.export(File::create("/dev/null")?)?;
    Ok(Tally { items, checksum: 0 })
}

#[library_benchmark(setup = ready)]
#[bench::floor(Walks::floor_events)]
#[bench::typed(typed)]
#[bench::sequential(|walks| walks.typed_events(false, Consumer::Idle))]
#[bench::times(Walks::timed_events)]
#[bench::narrow(Walks::narrow_events)]
#[bench::export(export)]
#[bench::floor_users(Walks::floor_users)]
#[bench::users(Walks::typed_users)]
#[bench::gzip(args = (typed), setup = ready_for_gzip)]
fn walk((walks, walk): (Walks, Walk)) -> (Walks, Tally) {
    let tally = walk(&walks).expect("the walk succeeds");
    (walks, tally)
}

fn body(decode: fn(&str) -> Outcome<Tally>) -> (String, fn(&str) -> Outcome<Tally>) {
    (page(Listing::Events, false, 0, true), decode)
}

#[library_benchmark(setup = body)]
#[bench::located(decode)]
#[bench::plain(decode_plainly)]
fn decoding((body, decode): (String, fn(&str) -> Outcome<Tally>)) -> String {
    for _ in 0..PAGES {
        black_box(decode(black_box(&body)).expect("the page is valid"));
    }
    body
}

#[library_benchmark(config = LibraryBenchmarkConfig::default().default_tool(Tool::DHAT), setup = over)]
#[bench::typed_few(4, typed)]
#[bench::typed(HEAP_PAGES, typed)]
#[bench::floor(HEAP_PAGES, Walks::floor_events)]
fn heap((walks, walk): (Walks, Walk)) -> (Walks, Tally) {
    let tally = walk(&walks).expect("the walk succeeds");
    (walks, tally)
}

library_benchmark_group!(name = rust, benchmarks = [walk, decoding, heap]);
main!(library_benchmark_groups = rust);
