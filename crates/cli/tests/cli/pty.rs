//! A terminal for the binary to run on.

use std::ffi::OsStr;
use std::fs::File;
use std::io::Read;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt;
use std::process::{Child, Command, Stdio};

use rustix::fs::{Mode, OFlags, open};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};

/// The visible text of a terminal.
pub(crate) struct Terminal {
    screen: File,
    process: OwnedFd,
}

impl Terminal {
    /// Creates a terminal of 40 lines.
    pub(crate) fn new(columns: u16) -> Self {
        let screen = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
        grantpt(&screen).unwrap();
        unlockpt(&screen).unwrap();
        let path = ptsname(&screen, Vec::new()).unwrap();
        let path = OsStr::from_bytes(path.to_bytes());
        let process = open(path, OFlags::RDWR | OFlags::NOCTTY, Mode::empty()).unwrap();
        tcsetwinsize(&process, Winsize { ws_row: 40, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 }).unwrap();
        Self { screen: screen.into(), process }
    }

    /// Returns a handle for a process to write to.
    pub(crate) fn stdio(&self) -> Stdio {
        self.process.try_clone().unwrap().into()
    }

    /// Reads until the text is shown.
    pub(crate) fn wait_for(&mut self, text: &str) {
        let mut shown = String::new();
        while !shown.contains(text) {
            let mut part = [0; 4096];
            let length = self.screen.read(&mut part).unwrap();
            shown.push_str(&String::from_utf8_lossy(&part[..length]));
        }
    }

    /// Reads until the last process closes it.
    pub(crate) fn text(self) -> String {
        let Self { mut screen, process } = self;
        drop(process);
        let (mut text, mut part) = (Vec::new(), [0; 4096]);
        // Some systems report a closed terminal as an error.
        while let Ok(length @ 1..) = screen.read(&mut part) {
            text.extend(&part[..length]);
        }
        String::from_utf8(text).unwrap().replace("\r\n", "\n")
    }
}

/// Starts a command whose standard output and standard error are the terminal.
pub(crate) fn spawn(terminal: &Terminal, command: &mut Command) -> Child {
    let child =
        command.env("TERM", "xterm").stdout(terminal.stdio()).stderr(terminal.stdio()).spawn().unwrap();
    // A `Command` keeps the handles that its processes get.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    child
}

/// Returns the exit code, and the visible text on a terminal of this many columns.
pub(crate) fn run(columns: u16, command: &mut Command) -> (Option<i32>, String) {
    let terminal = Terminal::new(columns);
    let mut child = spawn(&terminal, command);
    let text = terminal.text();
    (child.wait().unwrap().code(), text)
}
