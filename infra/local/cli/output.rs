//! What a command says: progress to standard error, results to standard output, colour only where a person looks.

use std::{
    io::{self, IsTerminal, Write},
    process::ExitCode,
};

/// Where a command's words go.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Output {
    quiet: bool,
    pub(crate) json: bool,
    colour: bool,
}

impl Output {
    pub(crate) fn new(quiet: bool, json: bool) -> Self {
        let colour = std::env::var_os("NO_COLOR").is_none() && io::stderr().is_terminal();
        Self { quiet, json, colour }
    }

    /// A stage that has passed.
    pub(crate) fn stage(&self, name: &str, what: &str) {
        if self.quiet {
            return;
        }
        let (bold, plain) = if self.colour { ("\x1b[1;36m", "\x1b[0m") } else { ("", "") };
        // A closed standard error is no reason to stop the work.
        drop(writeln!(io::stderr(), "{bold}{name:>10}{plain}  {what}"));
    }

    /// A result.
    pub(crate) fn result(&self, text: &str) {
        drop(writeln!(io::stdout(), "{text}"));
    }

    /// The reason why a command failed, and its exit code.
    pub(crate) fn failed(&self, error: &anyhow::Error) -> ExitCode {
        drop(writeln!(io::stderr(), "tripdesk: {error:#}"));
        ExitCode::FAILURE
    }
}
