//! Messages to the user, on standard error.

use std::io::{self, IsTerminal, Write};

/// Prints a message. If standard error cannot be written, the message is lost.
pub(crate) fn print(text: &str) {
    // Clears a progress line, which is drawn again later.
    let clean = if io::stderr().is_terminal() { "\r\x1b[2K" } else { "" };
    let _ = writeln!(io::stderr(), "{clean}{text}");
}
