//! What must be recorded next for an item.

use luoshi_audit::Act;
use serde::Serialize;

use crate::item::{Item, State};

/// A record that somebody has to enter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Next {
    /// What it says.
    pub act: Act,
    /// What it may say instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub or: Option<Act>,
}

/// What comes next; none where it is over, or a waiver covers it.
pub(crate) fn next(state: State, fails_again: bool) -> Option<Next> {
    let only = |act| Some(Next { act, or: None });
    let either = |act, or| Some(Next { act, or: Some(or) });
    match state {
        State::Open => only(Act::Notified),
        State::Notified | State::Returned => only(Act::Applied),
        State::Awaiting => either(Act::Accepted, Act::Rejected),
        State::Appealed => either(Act::Confirmed, Act::Lifted),
        State::Unjudged => either(Act::Accepted, Act::Lifted),
        State::Closed if fails_again => only(Act::Notified),
        State::Closed | State::Withdrawn | State::Waived => None,
    }
}

impl Item {
    /// The `luoshi record` line for one of the acts; `who` and `day` stand where a person fills in.
    #[must_use]
    pub fn record_line(&self, act: Act, who: &str, day: &str) -> String {
        let kind = match act {
            Act::Notified | Act::Applied | Act::Unknown => "rectification",
            Act::Appealed => "appeal",
            Act::Accepted | Act::Rejected | Act::Confirmed | Act::Lifted => "decision",
        };
        let folder = match self.place.source.is_empty() {
            true => String::new(),
            false => format!(" {}", quoted(&self.place.source)),
        };
        let finding = quoted(&self.finding);
        let status = status(act);
        let until = match act {
            Act::Notified | Act::Rejected => format!(" --until {day}"),
            _ => String::new(),
        };
        format!(
            "luoshi record {kind}{folder} --ref {finding} --status {status}{until} --actor {who}"
        )
    }
}

/// The status of the record that says it.
fn status(act: Act) -> &'static str {
    match act {
        Act::Notified => "notified",
        Act::Applied => "applied",
        Act::Accepted => "accepted",
        Act::Rejected => "rejected",
        Act::Appealed => "appealed",
        Act::Confirmed => "confirmed",
        Act::Lifted => "lifted",
        Act::Unknown => "unknown",
    }
}

/// In quotes for a shell, where that is needed.
fn quoted(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/._-".contains(c);
    match text.chars().all(plain) {
        true => text.to_owned(),
        false => format!("'{}'", text.replace('\'', "'\\''")),
    }
}
