//! The exporter: the command line's binary in a process of its own.

use std::path::Path;
use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use tokio::io::AsyncReadExt;
use tokio::process::{Child, Command};
use tokio::sync::mpsc;
use tokio::time::timeout;

use crate::Outcome;
use crate::organization::Organization;
use crate::plan::{self, Life, Plan};

/// How long a life may be. A call takes three seconds at most where there are faults, and there
/// are fifty calls at most where there are none.
const LONGEST: Duration = Duration::from_secs(100);

#[derive(Debug)]
pub(crate) struct Exporter(Child);

/// How a process ended.
#[derive(Debug)]
pub(crate) struct Ending {
    /// None where it had to be killed because it did not end.
    pub(crate) status: Option<ExitStatus>,
    pub(crate) stderr: String,
}

impl Exporter {
    /// Starts the binary on `output`, as the life says.
    pub(crate) fn start(
        program: &Path,
        output: &Path,
        plan: &Plan,
        life: &Life,
        organization: &Organization,
    ) -> Outcome<Self> {
        let mut command = match life.room {
            None => Command::new(program),
            Some(blocks) => {
                let mut shell = Command::new("/bin/sh");
                shell.args(["-c", &format!("ulimit -f {blocks}; exec \"$@\""), "sh"]).arg(program);
                shell
            }
        };
        match life.command {
            plan::Command::Export => {
                let (page_size, overlap) = (plan.page_size.to_string(), plan.overlap.to_string());
                command.args(["events", "export", "--page-size", &page_size, "--overlap", &overlap]);
            }
            plan::Command::Follow => {
                command.args(["events", "follow", "--interval", "0.05"]);
            }
        }
        command.args(plan.from.iter().flat_map(|from| ["--from", from.as_str()]));
        command.args(plan.to.iter().flat_map(|to| ["--to", to.as_str()]));
        command.args(["--timeout", &life.timeout.to_string(), "--out"]).arg(output);
        command
            .env_clear()
            .env("ATLASSIAN_ADMIN_BASE_URL", organization.server.base_url())
            .env("ATLASSIAN_ADMIN_API_KEY", organization.simulator.api_key())
            .env("ATLASSIAN_ADMIN_ORG_ID", organization.simulator.org_id().as_str())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .kill_on_drop(true);
        Ok(Self(command.spawn()?))
    }

    /// Waits for the end, and sends the signals that come in until then. The channel closes with
    /// the life.
    pub(crate) async fn ended(mut self, mut signals: mpsc::Receiver<&'static str>) -> Outcome<Ending> {
        let mut pipe = self.0.stderr.take();
        let said = tokio::spawn(async move {
            let mut text = Vec::new();
            if let Some(pipe) = &mut pipe {
                // What was read until an error is what there is to tell.
                let _ = pipe.read_to_end(&mut text).await;
            }
            String::from_utf8_lossy(&text).into_owned()
        });
        let status = match timeout(LONGEST, self.status(&mut signals)).await {
            Ok(status) => Some(status?),
            Err(_) => {
                self.0.kill().await?;
                None
            }
        };
        Ok(Ending { status, stderr: said.await? })
    }

    async fn status(&mut self, signals: &mut mpsc::Receiver<&'static str>) -> Outcome<ExitStatus> {
        loop {
            tokio::select! {
                status = self.0.wait() => return Ok(status?),
                Some(signal) = signals.recv() => match signal {
                    // Without the milliseconds that another process takes.
                    "-KILL" => self.0.start_kill()?,
                    // Its number is not used again until it is waited for.
                    signal => {
                        let number = self.0.id().ok_or("the exporter has no number")?.to_string();
                        Command::new("kill").args([signal, &number]).status().await?;
                    }
                },
            }
        }
    }
}
