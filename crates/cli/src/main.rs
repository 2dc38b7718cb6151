//! `atlassian-admin`: administers Atlassian organizations from the command line. The library holds
//! all of the code.

use std::process::ExitCode;

fn main() -> ExitCode {
    atlassian_admin_cli::main()
}
