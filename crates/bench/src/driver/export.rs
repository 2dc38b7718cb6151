//! Our copy of the log into a file, and the check that it holds what the pages did.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};

use atlassian_admin::model::Event;

use crate::Outcome;
use crate::checksum::Tally;
use crate::events::typed::add;
use crate::options::Options;

/// Copies every event as it came, one a line. It reads none of them, so it counts them only.
pub(crate) async fn walk(options: &Options) -> Outcome<Tally> {
    let mut file = BufWriter::new(File::create(&options.file)?);
    let mut feed =
        options.client()?.event_feed(options.org.as_str()).read_ahead(options.read_ahead).drain()?;
    let mut tally = Tally::default();
    while let Some(batch) = feed.next().await {
        for event in &batch?.events {
            file.write_all(event.json().as_bytes())?;
            file.write_all(b"\n")?;
            tally.items += 1;
        }
    }
    file.flush()?;
    Ok(tally)
}

/// Reads such a file as the other walkers read the pages.
pub(crate) fn read_back(options: &Options) -> Outcome<Tally> {
    let mut tally = Tally::default();
    for line in BufReader::new(File::open(&options.file)?).lines() {
        let event: Event = serde_json::from_str(&line?)?;
        add(&mut tally, &event);
    }
    Ok(tally)
}
