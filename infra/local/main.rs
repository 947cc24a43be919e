//! The `tripdesk` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    tripdesk::cli::main()
}
