//! The bench's server and walkers. Each runs as a process of its own, so that a counter sees it alone.
//!
//! `bench-driver WALKER url=URL org=CONFIGURATION …` walks all pages and prints one line about them; `bench-driver server` serves
//! them. See `cargo xtask bench`, which calls it.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it tells its results to its caller")]

mod accounts;
mod checksum;
mod consumer;
mod decode;
mod events;
mod export;
mod floor;
mod listing;
mod options;
mod outcome;
mod server;
mod template;
mod typed;
mod users;

use std::process::ExitCode;

use checksum::Tally;
use listing::Listing;
use options::Options;

/// What a walk comes to.
type Outcome<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench-driver: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Outcome {
    let mut arguments = std::env::args().skip(1);
    let walker = arguments.next().ok_or("which walker?")?;
    let options = Options::read(arguments)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    if walker == "server" {
        return runtime.block_on(server::serve());
    }
    let started = outcome::now();
    let tally = runtime.block_on(walk(&walker, &options))?;
    outcome::print(tally, started);
    Ok(())
}

async fn walk(walker: &str, options: &Options) -> Outcome<Tally> {
    match walker {
        "floor" => match options.listing {
            Listing::Events => floor::walk::<events::floor::Page>(options).await,
            Listing::Accounts => floor::walk::<accounts::floor::Page>(options).await,
            Listing::Users => floor::walk::<users::floor::Page>(options).await,
        },
        "typed" => match options.listing {
            Listing::Events => events::typed::walk(options).await,
            Listing::Accounts => accounts::typed::walk(options).await,
            Listing::Users => users::typed::walk(options).await,
        },
        "typed-times" => events::typed::walk_with_times(options).await,
        "narrow" => events::typed::walk_narrow(options).await,
        "export" => export::walk(options).await,
        "exported" => export::read_back(options),
        "decode" => decode::with_errors_located(options).await,
        "decode-plain" => decode::plainly(options).await,
        unknown => Err(format!("there is no walker `{unknown}`").into()),
    }
}
