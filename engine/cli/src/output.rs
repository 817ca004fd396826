//! Standard output, where a reader that goes away is no error.

use std::io::{self, ErrorKind, Write};

/// Standard output.
#[derive(Debug, Default)]
pub(crate) struct Output {
    failed: Option<io::Error>,
}

impl Output {
    /// Writes a text; what goes wrong is told at the end.
    pub(crate) fn write(&mut self, text: &str) {
        if self.failed.is_none() {
            self.failed = io::stdout().lock().write_all(text.as_bytes()).err();
        }
    }

    /// Hands on what was written so far, for a command that goes on.
    pub(crate) fn flush(&mut self) {
        if self.failed.is_none() {
            self.failed = io::stdout().lock().flush().err();
        }
    }

    /// Writes JSON with a line break after it.
    pub(crate) fn json(&mut self, value: &serde_json::Value) {
        self.write(&pretty(value));
    }

    /// Writes a text to standard error; nobody could be told if that failed.
    pub(crate) fn complain(text: &str) {
        let _ = io::stderr().lock().write_all(text.as_bytes());
    }

    /// Whether all was written. `luoshi check | head` closes its end early, and may.
    pub(crate) fn finish(&mut self) -> io::Result<()> {
        let failed = self
            .failed
            .take()
            .or_else(|| io::stdout().lock().flush().err());
        match failed {
            Some(error) if error.kind() != ErrorKind::BrokenPipe => Err(error),
            _ => Ok(()),
        }
    }
}

/// JSON as files and screens show it, with a line break at the end.
pub(crate) fn pretty(value: &serde_json::Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}
