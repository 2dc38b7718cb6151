//! `events export`: copies the audit log up to now.

use std::path::Path;
use std::time::Duration;

use atlassian_admin::events::Checkpoint;

use super::delivery::{Delivery, stored_window};
use super::pump::{Stop, pump};
use crate::args::ExportArgs;
use crate::context::Context;
use crate::exit::Failure;
use crate::progress::Progress;
use crate::{plain, quantity, stderr, window};

pub(crate) async fn run(context: &Context, args: ExportArgs) -> Result<(), Failure> {
    let to_stdout = args.out == Path::new("-");
    if args.checkpoint.is_some() && !to_stdout {
        return Err(Failure::usage(
            "--checkpoint requires --out -: the checkpoint of a file is beside it, in FILE.checkpoint",
        ));
    }
    let begun = stored_window((!to_stdout).then_some(&args.out), args.checkpoint.as_deref())?;
    let window = window::resolve(args.window.from, args.window.to, context.now, begun)?;
    if let (Some(asked), Some(to)) = (args.window.to, window.to)
        && window::is_of_earlier_version(asked, to)
    {
        stderr::print(
            "warning: an earlier version began this export, with --to as the start of that day (00:00 UTC): export into another file to include the whole day",
        );
    }
    let org = context.interrupt.clone().race(context.org()).await?;
    let begin = Checkpoint::new(org.clone(), window);
    let (mut delivery, checkpoint) = if to_stdout {
        Delivery::to_stdout(args.checkpoint, begin)?
    } else {
        Delivery::to_file(args.out, begin, context.quiet)?
    };
    let feed = context.client.organization(org).event_feed().window(window).page_size(args.page_size);
    let mut feed = feed
        .overlap(Duration::from_secs(args.overlap))
        .resume(checkpoint)
        .stream()
        .map_err(|error| delivery.unusable(&error))?;

    let progress = Progress::start(context.quiet, delivery.prints(), "event");
    let mut written = 0;
    let stopped = pump(context, &mut feed, &mut delivery, &progress, &mut written).await;
    drop(progress);
    match stopped {
        Ok(()) => {}
        Err(Stop::Interrupted) => {
            return Err(Failure::Interrupted(format!(
                "{} written; {}",
                quantity::count_were(written, "event"),
                delivery.next_time()
            )));
        }
        Err(Stop::Delivery(failure)) => return Err(failure),
        Err(Stop::Api(error)) => return Err(delivery.stopped(&error, written)),
    }
    delivery.advance(feed.checkpoint())?;
    if !context.quiet {
        let reached =
            feed.checkpoint().processed_at().map(|time| format!(", up to {time}")).unwrap_or_default();
        let text = format!("{} written{}{reached}", quantity::count(written, "event"), delivery.place());
        stderr::print(&plain::line(&text));
    }
    Ok(())
}
