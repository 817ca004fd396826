//! The command line as it was typed, to arguments, or to what is wrong with it.

use std::error::Error as _;
use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Error, FromArgMatches};
use luoshi_diagnostics::{Code, Messages, Note};

use crate::args::Args;
use crate::help;

/// Why no command runs.
pub(crate) enum Stop {
    /// Help or the version was asked for.
    Asked(String),
    /// The command line is wrong.
    Wrong(Note),
}

/// Reads the command line.
pub(crate) fn read(arguments: &[OsString], words: Messages) -> Result<Args, Stop> {
    let matches = help::command(words)
        .try_get_matches_from(arguments)
        .map_err(stop)?;
    Args::from_arg_matches(&matches).map_err(stop)
}

fn stop(error: Error) -> Stop {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            Stop::Asked(error.render().to_string())
        }
        _ => Stop::Wrong(note(&error)),
    }
}

fn note(error: &Error) -> Note {
    let other = other(error);
    let reason = match error.kind() {
        ErrorKind::UnknownArgument => "unknown_argument",
        ErrorKind::InvalidSubcommand => "unknown_command",
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "missing_command"
        }
        ErrorKind::MissingRequiredArgument => "missing_argument",
        ErrorKind::InvalidValue if value(error, ContextKind::InvalidValue).is_empty() => "no_value",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "bad_value",
        ErrorKind::ArgumentConflict if other.is_some() => "together",
        ErrorKind::ArgumentConflict => "twice",
        _ => "other",
    };
    let named = [ContextKind::InvalidArg, ContextKind::InvalidSubcommand];
    let argument = named
        .into_iter()
        .map(|k| value(error, k))
        .find(|v| !v.is_empty());
    let nearest = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ];
    let suggestion = nearest.into_iter().find_map(|k| last(error, k));
    let valid = match error.kind() {
        ErrorKind::ArgumentConflict => other.unwrap_or_default(),
        // What our own readers of values say they want.
        ErrorKind::ValueValidation => error.source().map_or(String::new(), ToString::to_string),
        _ => value(error, ContextKind::ValidValue),
    };
    let argument = argument.unwrap_or_default();
    let typed = value(error, ContextKind::InvalidValue);
    wrong(reason, &argument, &typed, &valid, suggestion.as_deref())
}

/// An argument whose value cannot be.
pub(crate) fn bad_value(argument: &str, typed: &str, valid: &str) -> Note {
    wrong("bad_value", argument, typed, valid, None)
}

/// Two arguments that exclude each other here.
pub(crate) fn together(argument: &str, other: &str) -> Note {
    wrong("together", argument, "", other, None)
}

/// An argument that is needed here, though not always.
pub(crate) fn missing(argument: &str) -> Note {
    wrong("missing_argument", argument, "", "", None)
}

fn wrong(reason: &str, argument: &str, typed: &str, valid: &str, suggestion: Option<&str>) -> Note {
    let help = match suggestion {
        Some(_) => "near",
        None if valid.is_empty() || reason == "together" => "none",
        None => "valid",
    };
    Note::new(Code::BadArgument)
        .arg("reason", reason)
        .arg("argument", argument)
        .arg("value", typed)
        .arg("help", help)
        .arg("valid", valid)
        .arg("suggestion", suggestion.unwrap_or_default())
}

/// The argument that stands in the way of another; one given twice stands in its own.
fn other(error: &Error) -> Option<String> {
    let other = last(error, ContextKind::PriorArg);
    other.filter(|other| *other != value(error, ContextKind::InvalidArg))
}

/// The last of several: clap lists the best one last.
fn last(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => texts.last().cloned(),
        _ => None,
    }
}

fn value(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        _ => String::new(),
    }
}
