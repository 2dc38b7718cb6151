//! The bench's server, in a process of its own.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::command::Outcome;

/// The running server. It ends when this is dropped, and also when this process dies: it reads standard input to its end.
#[derive(Debug)]
pub(super) struct Server {
    process: Child,
    url: String,
}

impl Server {
    pub(super) fn start(driver: &Path) -> Outcome<Self> {
        let mut process =
            Command::new(driver).arg("server").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let mut url = String::new();
        if let Some(output) = process.stdout.take() {
            BufReader::new(output).read_line(&mut url)?;
        }
        let server = Self { process, url: url.trim().to_owned() };
        if server.url.is_empty() { Err("the bench's server did not start".into()) } else { Ok(server) }
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}
