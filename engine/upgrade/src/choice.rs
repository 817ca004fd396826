//! What can be done about a conflict.

use luoshi_diagnostics::{Arg, Args, Code, Note};
use luoshi_plan::model::Parameter;

use crate::upgrade::Request;

/// One way out, as a text of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The key in the catalogue.
    pub key: &'static str,
    /// What it speaks of.
    pub args: Args,
}

/// The ways out of a conflict; a note of another kind says itself what to do.
pub(crate) fn choices(note: &Note, request: &Request<'_>) -> Vec<Choice> {
    match note.code {
        Code::OutOfBounds => vec![limit(note), unset(note, request)],
        Code::LooserThanPackage => vec![plain("choice-stricter"), unset(note, request)],
        Code::NotAdjustable => vec![unset(note, request)],
        Code::MissingReason => vec![plain("choice-reason"), unset(note, request)],
        Code::NotOptional => vec![plain("choice-take-duty"), plain("choice-ask")],
        Code::UpgradeGone => vec![plain("choice-drop"), plain("choice-point")],
        // A file has no other place that it could be called after.
        Code::IdTaken if note.also.is_empty() => {
            vec![plain("choice-keep"), plain("choice-follow-file")]
        }
        Code::IdTaken => vec![plain("choice-rename"), plain("choice-follow")],
        Code::TextConflict => vec![plain("choice-by-hand"), plain("choice-follow-file")],
        _ => Vec::new(),
    }
}

fn plain(key: &'static str) -> Choice {
    Choice {
        key,
        args: Vec::new(),
    }
}

fn text<'n>(note: &'n Note, name: &str) -> &'n str {
    let found = note.args.iter().find_map(|(key, arg)| match arg {
        Arg::Text(text) if *key == name => Some(text.as_str()),
        _ => None,
    });
    found.unwrap_or("")
}

fn limit(note: &Note) -> Choice {
    Choice {
        key: "choice-limit",
        args: vec![("limit", text(note, "limit").into())],
    }
}

/// To set nothing, and so take the package's value.
fn unset(note: &Note, request: &Request<'_>) -> Choice {
    let named = |p: &&Parameter| p.id.name == text(note, "name");
    let mut all = request
        .packages
        .iter()
        .flat_map(|file| &file.head.parameters);
    let default = all.find(named).and_then(|p| p.default.as_ref());
    Choice {
        key: "choice-unset",
        args: vec![(
            "default",
            default.map_or("none", |raw| raw.text.as_str()).into(),
        )],
    }
}
