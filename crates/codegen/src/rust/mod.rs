//! The documentation of each operation in Rust, beside its summary: an example, facts, refusals.

mod example;
mod facts;
mod layout;
mod literal;
mod paths;
mod words;

use std::fmt::Write as _;

use atlassian_admin_core::operation::Operation;
use atlassian_admin_testing::examples::Examples;

use words::{camel_case, sentence};

const HEAD: &str = "\
//! What the documentation of an operation has besides its summary. Made by `cargo xtask types` of
//! the operation list and the examples; `cargo xtask test` fails if it is not up to date.

/// The example, the facts and the refusals of an operation.
macro_rules! reference {
";

/// A new operation compiles before its text is made.
const TAIL: &str = "    ($group:ident $verb:ident) => {
        \"\"
    };
}

pub(crate) use reference;
";

/// Returns `reference.rs` of the core: a macro that expands to the text of an operation.
///
/// # Errors
/// An example that cannot be written as a call in Rust.
pub(crate) fn reference(all: &[(&Operation, Examples)]) -> Result<String, String> {
    let mut text = HEAD.to_owned();
    let calls: Vec<_> =
        all.iter().map(|(operation, it)| example::code(operation, it)).collect::<Result<_, _>>()?;
    let codes = layout::formatted(&calls)?;
    for ((operation, examples), code) in all.iter().zip(codes) {
        let Operation { group, name, .. } = operation;
        let docs = docs(operation, examples, &code)?;
        let _ = write!(text, "    ({group} {name}) => {{\n        r#####\"{docs}\"#####\n    }};\n");
    }
    Ok(text + TAIL)
}

/// Returns `reference.rs` of the crate `atlassian-admin`, whose documentation tests run the
/// examples: the core does not have the simulator among its dependencies.
pub(crate) fn tests(all: &[(&Operation, Examples)]) -> String {
    let mut text = "\
//! Runs the examples of the operations as documentation tests. Made by `cargo xtask types`.

#[path = \"../../core/src/api/reference.rs\"]
mod texts;

use texts::reference;
"
    .to_owned();
    for (operation, _) in all {
        let Operation { group, name, .. } = operation;
        let optional = if *group == "legacy" { "#[cfg(feature = \"legacy\")]\n" } else { "" };
        let item = camel_case(&format!("{group}_{name}"));
        let _ = write!(text, "\n{optional}#[doc = reference!({group} {name})]\nstruct {item};\n");
    }
    text
}

/// Returns the Markdown of an operation. `code` is the visible part of its example.
fn docs(operation: &Operation, examples: &Examples, code: &str) -> Result<String, String> {
    let example = example::chosen(operation, examples)?;
    let mut text = format!("\n\n# Examples\n{}:\n```\n", sentence(&example.name));
    text += &example::hidden(operation, example);
    text += code;
    text += "# example.check()\n# }\n```\n";
    text += &facts::list(operation)?;
    text += &facts::refusals(&examples.refusals);
    Ok(text)
}
