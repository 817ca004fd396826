//! How the command ends: one closed list of exit codes.

use std::backtrace::Backtrace;
use std::io::Write;
use std::process::{ExitCode, Termination};

use luoshi_diagnostics::{Code, Level, Messages, Note};

/// How the command ended. "The check failed" and "the check could not run" are never the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Nothing is failing.
    Clean,
    /// Some finding is failing.
    Failing,
    /// The plan, the evidence or the command line is wrong.
    BadInput,
    /// A file could not be read or written, or is in use.
    CouldNotRun,
    /// A bug of ours.
    Bug,
}

impl Exit {
    /// Every way to end, in the order of `--help` and the README.
    pub(crate) const ALL: [Exit; 5] = [
        Exit::Clean,
        Exit::Failing,
        Exit::BadInput,
        Exit::CouldNotRun,
        Exit::Bug,
    ];

    /// The number that the system sees.
    pub(crate) fn number(self) -> u8 {
        match self {
            Exit::Clean => 0,
            Exit::Failing => 1,
            Exit::BadInput => 2,
            Exit::CouldNotRun => 3,
            Exit::Bug => 70,
        }
    }

    /// One line for each way to end.
    pub(crate) fn documentation(words: Messages) -> String {
        let line = |exit: &Exit| {
            let text = words.word(&format!("exit-{}", exit.number()));
            format!("  {:>2}  {text}\n", exit.number())
        };
        Exit::ALL.iter().map(line).collect()
    }

    /// How a run ends that these notes kept from its goal.
    pub(crate) fn of(notes: &[Note]) -> Exit {
        let environment = |note: &Note| {
            matches!(
                note.code,
                Code::FileUnreadable
                    | Code::LedgerBusy
                    | Code::ClockBehind
                    | Code::LedgerUnfinished
                    | Code::WriteFailed
                    | Code::DiskFull
                    | Code::WriteRefused
                    | Code::FileBusy
                    | Code::IssuedUnwritten
                    | Code::StoreBusy
            )
        };
        let mut errors = notes
            .iter()
            .filter(|n| n.code.level() == Level::Error)
            .peekable();
        if errors.peek().is_some() && errors.all(environment) {
            Exit::CouldNotRun
        } else {
            Exit::BadInput
        }
    }
}

impl Termination for Exit {
    fn report(self) -> ExitCode {
        ExitCode::from(self.number())
    }
}

/// Says in the reader's language that this is our fault, and asks for a report.
pub(crate) fn install_panic_hook(words: Messages) {
    std::panic::set_hook(Box::new(move |panic| {
        // A library gave up on a damaged workbook, which is told as what it is.
        if std::thread::current().name() == Some(luoshi_evidence::STUMBLES) {
            return;
        }
        let place = panic
            .location()
            .map_or_else(String::new, ToString::to_string);
        let args = vec![
            ("version", env!("CARGO_PKG_VERSION").into()),
            ("place", place.into()),
        ];
        let mut err = std::io::stderr().lock();
        let _ = writeln!(err, "{}", words.text("bug", &args));
        if std::env::var_os("RUST_BACKTRACE").is_some_and(|v| v != "0") {
            let _ = writeln!(err, "{panic}\n{}", Backtrace::force_capture());
        }
    }));
}

#[cfg(test)]
mod tests {
    use luoshi_diagnostics::{Code, Lang, Messages, Note};

    use super::Exit;

    #[test]
    fn a_file_in_use_is_no_bad_input() {
        assert_eq!(Exit::of(&[Note::new(Code::LedgerBusy)]), Exit::CouldNotRun);
        assert_eq!(Exit::of(&[Note::new(Code::UnknownKey)]), Exit::BadInput);
        let both = [Note::new(Code::LedgerBusy), Note::new(Code::UnknownKey)];
        assert_eq!(Exit::of(&both), Exit::BadInput);
        let warned = [Note::new(Code::WriteFailed), Note::new(Code::DutyUnset)];
        assert_eq!(Exit::of(&warned), Exit::CouldNotRun);
    }

    #[test]
    fn both_readmes_list_every_exit_code_as_the_help_does() {
        let readmes = [
            include_str!("../../../README.zh-CN.md"),
            include_str!("../../../README.md"),
        ];
        for (lang, readme) in Lang::ALL.into_iter().zip(readmes) {
            let list = Exit::documentation(Messages::of(lang));
            assert!(readme.contains(&list), "{} lacks\n{list}", lang.tag());
        }
    }
}
