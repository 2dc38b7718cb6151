//! A simulator process.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

use serde_json::Value;
use tokio::net::TcpSocket;

use crate::run::{Ended, binary, signal};

/// Returns the address of a port that refuses connections as long as the socket is held: no other
/// process can bind it, and nothing listens.
pub(crate) fn refusing_host() -> (TcpSocket, String) {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let host = socket.local_addr().unwrap().to_string();
    (socket, host)
}

pub(crate) struct Server {
    process: Option<Child>,
    stdout: BufReader<ChildStdout>,
    pub(crate) line: String,
    pub(crate) ready: Value,
}

impl Server {
    /// Starts it without rate limits, and waits for its ready line.
    pub(crate) fn start(arguments: &[&str]) -> Self {
        let mut command = binary(&["simulate", "--no-rate-limits"]);
        let mut process =
            command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut stdout = BufReader::new(process.stdout.take().unwrap());
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        let ready = serde_json::from_str(&line).unwrap_or_else(|_| panic!("{line:?} is not JSON"));
        Self { process: Some(process), stdout, line, ready }
    }

    pub(crate) fn get(&self, name: &str) -> &str {
        self.ready[name].as_str().unwrap()
    }

    /// Returns a command that calls it.
    pub(crate) fn client(&self, arguments: &[&str]) -> Command {
        let mut command = binary(arguments);
        command
            .env("ATLASSIAN_ADMIN_BASE_URL", self.get("baseUrl"))
            .env("ATLASSIAN_ADMIN_API_KEY", self.get("apiKey"));
        command
    }

    /// Ends it with a signal; the standard output is what came after the first line.
    pub(crate) fn end(mut self, name: &str) -> Ended {
        let process = self.process.take().unwrap();
        signal(name, process.id());
        let mut output = process.wait_with_output().unwrap();
        std::io::Read::read_to_end(&mut self.stdout, &mut output.stdout).unwrap();
        Ended::of(output)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(mut process) = self.process.take() {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}
