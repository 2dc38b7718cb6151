//! What a program does with a page while the next one may be on its way.

use std::time::Duration;

use crate::Outcome;
use crate::outcome::now;

/// How long a page is worked on.
const WORK: Duration = Duration::from_millis(30);

#[derive(Debug, Clone, Copy)]
pub(crate) enum Consumer {
    None,
    /// Awaits, such as a database.
    Awaits,
    /// Computes, and lets nothing else run on its thread.
    Computes,
}

impl Consumer {
    pub(crate) fn named(name: &str) -> Outcome<Self> {
        match name {
            "none" => Ok(Self::None),
            "awaits" => Ok(Self::Awaits),
            "computes" => Ok(Self::Computes),
            unknown => Err(format!("there is no consumer `{unknown}`").into()),
        }
    }

    pub(crate) async fn work(self) {
        match self {
            Self::None => {}
            Self::Awaits => tokio::time::sleep(WORK).await,
            Self::Computes => {
                let start = now();
                while start.elapsed() < WORK {
                    std::hint::spin_loop();
                }
            }
        }
    }
}
