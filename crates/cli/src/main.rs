//! `atlassian-admin`: administers Atlassian organizations from the command line. All of it is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    atlassian_admin_cli::main()
}
