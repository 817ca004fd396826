//! Renders within limits.

use std::io::{Error as IoError, Result as IoResult, Write};
use std::ops::Range;

use tera::{Context, Error, ErrorKind, Tera};

use super::Limits;
use super::budget::counted;
use crate::filters::Slip;

/// Takes so many bytes and no more.
#[derive(Debug)]
pub(crate) struct Bounded {
    bytes: Vec<u8>,
    limit: usize,
}

impl Bounded {
    /// An empty one.
    #[must_use]
    pub(crate) fn new(limit: usize) -> Bounded {
        Bounded {
            bytes: Vec::new(),
            limit,
        }
    }
}

impl Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> IoResult<usize> {
        if bytes.len() > self.limit - self.bytes.len() {
            return Err(IoError::other("the output is too long"));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> IoResult<()> {
        Ok(())
    }
}

/// What kept a template from being rendered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RenderFault {
    /// Where, in bytes of the template that Tera was given; see [`super::Guarded::in_source`].
    pub at: Option<Range<usize>>,
    /// The line there, from 1; lines are those of the source.
    pub line: Option<usize>,
    /// What.
    pub why: RenderWhy,
}

/// What kept a template from being rendered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RenderWhy {
    /// More text than [`Limits::output`].
    TooLong,
    /// What a helper found wrong, [`Limits::steps`] and names that do not exist among it.
    Slip(Slip),
    /// What Tera found wrong, in its words.
    Tera(String),
}

impl RenderWhy {
    /// The arguments of the message `template-slip` of the catalogues: all that it may use, each time.
    #[must_use]
    pub(crate) fn arguments(&self) -> Vec<(&'static str, String)> {
        const ALL: [&str; 10] = [
            "kind", "helper", "argument", "wants", "got", "field", "element", "low", "high",
            "words",
        ];
        let (kind, given) = match self {
            RenderWhy::TooLong => ("output", Vec::new()),
            RenderWhy::Slip(slip) => (slip.key(), slip.arguments()),
            RenderWhy::Tera(words) => ("tera", vec![("words", words.clone())]),
        };
        let value = |name: &'static str| match name {
            "kind" => kind.to_owned(),
            name => {
                let found = given.iter().find(|(given, _)| *given == name);
                found.map(|(_, value)| value.clone()).unwrap_or_default()
            }
        };
        ALL.into_iter().map(|name| (name, value(name))).collect()
    }
}

/// Renders a template that [`super::guard`] has made ready and that `tera` knows by `name`.
///
/// # Errors
///
/// If it goes beyond the limits, uses a name that does not exist or a helper wrongly, or shows an
/// empty value.
pub(crate) fn render(
    tera: &Tera,
    name: &str,
    context: &Context,
    limits: &Limits,
) -> Result<String, RenderFault> {
    let mut output = Bounded::new(limits.output);
    let (result, slip) = counted(limits, || tera.render_to(name, context, &mut output));
    let error = match result {
        Ok(()) => match String::from_utf8(output.bytes) {
            Ok(text) => return Ok(text),
            Err(error) => Error::from(error),
        },
        Err(error) => error,
    };
    let why = match slip {
        Some(slip) => RenderWhy::Slip(slip),
        None if output_was_full(&error) => RenderWhy::TooLong,
        None => RenderWhy::Tera(words(&error)),
    };
    Err(fault(&error, why))
}

/// What Tera found wrong with a template when it was added.
#[must_use]
pub(crate) fn unreadable(error: &Error) -> RenderFault {
    fault(error, RenderWhy::Tera(words(error)))
}

/// Only [`Bounded`] ever fails to write.
fn output_was_full(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::Io(_))
}

fn words(error: &Error) -> String {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            report.message().to_owned()
        }
        _ => error.to_string(),
    }
}

fn fault(error: &Error, why: RenderWhy) -> RenderFault {
    let span = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => Some(report.span()),
        _ => None,
    };
    RenderFault {
        at: span.map(|span| span.range.clone()),
        line: span.map(|span| span.start_line),
        why,
    }
}
