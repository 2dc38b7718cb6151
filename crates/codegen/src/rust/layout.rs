//! The layout of code, by rustfmt.

use std::io::Write as _;
use std::process::{Command, Stdio};

/// Narrower than the repository's own code: web pages show about this many characters.
const WIDTH: &str = "max_width=84,use_small_heuristics=Max,style_edition=2024";

const BEGIN: &str = "async fn example() {";

/// Formats the bodies of functions.
///
/// # Errors
/// rustfmt is not installed, or refuses a body.
pub(super) fn formatted(bodies: &[String]) -> Result<Vec<String>, String> {
    let source: String = bodies.iter().map(|body| format!("{BEGIN}\n{body}\n}}\n")).collect();
    let written = rustfmt(&source).map_err(|error| format!("rustfmt: {error}"))?;
    let functions = written.split(BEGIN).skip(1);
    let lines = |function: &str| {
        let inside = function.lines().skip(1).take_while(|line| *line != "}");
        inside.map(|line| format!("{}\n", line.strip_prefix("    ").unwrap_or(line))).collect()
    };
    Ok(functions.map(lines).collect())
}

fn rustfmt(source: &str) -> Result<String, Box<dyn std::error::Error>> {
    let mut child = Command::new("rustfmt")
        .args(["--edition", "2024", "--config", WIDTH])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    child.stdin.take().ok_or("it takes no input")?.write_all(source.as_bytes())?;
    let output = child.wait_with_output()?;
    if !output.status.success() {
        return Err("it refuses the examples, see above".into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_are_formatted_one_by_one() {
        let bodies = ["let a=1;".to_owned(), "f( 2 );\ng()".to_owned()];
        assert_eq!(formatted(&bodies).unwrap(), ["let a = 1;\n", "f(2);\ng()\n"]);
        assert!(formatted(&["let".to_owned()]).is_err());
    }
}
