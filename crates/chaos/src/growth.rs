//! A file's growth, to the tenth of a millisecond: what happens while a page is written is over
//! before a timer of tokio's ends.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::thread::park_timeout;
use std::time::Duration;

use tokio::task::spawn_blocking;

/// How often the file is looked at.
const OFTEN: Duration = Duration::from_micros(100);

/// Completes so long after the file has grown so many times.
pub(crate) async fn reached(path: &Path, times: u64, then: Duration) {
    let path = path.to_owned();
    // Dropped with the future: then the watch ends.
    let awaited = Arc::new(());
    let still = Arc::downgrade(&awaited);
    let watch = spawn_blocking(move || {
        let length = || fs::metadata(&path).map_or(0, |metadata| metadata.len());
        let (mut before, mut left) = (length(), times);
        while left > 0 && still.strong_count() > 0 {
            park_timeout(OFTEN);
            let now = length();
            left -= u64::from(now > before);
            before = now;
        }
        park_timeout(then);
    });
    // The watch cannot fail.
    let _ = watch.await;
    drop(awaited);
}
