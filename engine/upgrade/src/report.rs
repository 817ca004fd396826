//! What an upgrade comes to, for people and for tools.

use luoshi_diagnostics::{Messages, Note, Sources, render_json, render_text};
use luoshi_plan::Version;
use serde_json::{Value, json};
use similar::TextDiff;

use crate::change::Difference;
use crate::upgrade::{Conflict, Edited, Upgrade};

/// Edits as a unified difference, then what must be decided, then what may be.
#[must_use]
pub fn upgrade_text(
    upgrade: &Upgrade,
    difference: &Difference,
    sources: &Sources,
    words: Messages,
    colour: bool,
) -> String {
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX).into();
    let version = |v: Option<Version>| v.map_or_else(|| "?".to_owned(), |v| v.to_string());
    let title = vec![
        ("package", difference.package.as_str().into()),
        ("from", version(difference.from).into()),
        ("to", version(difference.to).into()),
        ("changes", count(difference.changes.len())),
    ];
    let mut out = words.text("upgrade-title", &title) + "\n";
    if !upgrade.remarks.is_empty() {
        out.push_str(&format!("\n{}\n\n", words.word("upgrade-remarks")));
        out.push_str(&render_text(&upgrade.remarks, sources, words, colour));
    }
    if upgrade.files.is_empty() && upgrade.conflicts.is_empty() {
        out.push_str(&format!("{}\n", words.word("upgrade-nothing")));
    }
    if !upgrade.files.is_empty() {
        let args = vec![("count", count(upgrade.files.len()))];
        out.push_str(&format!("\n{}\n", words.text("upgrade-edits", &args)));
        upgrade
            .files
            .iter()
            .for_each(|file| out.push_str(&file.unified()));
    }
    if !upgrade.conflicts.is_empty() {
        let args = vec![("count", count(upgrade.conflicts.len()))];
        out.push_str(&format!("\n{}\n\n", words.text("upgrade-conflicts", &args)));
        for conflict in &upgrade.conflicts {
            out.push_str(&conflict_text(conflict, sources, words, colour));
        }
    }
    out
}

fn conflict_text(conflict: &Conflict, sources: &Sources, words: Messages, colour: bool) -> String {
    let note = std::slice::from_ref(&conflict.note);
    let mut out = render_text(note, sources, words, colour)
        .trim_end()
        .to_owned()
        + "\n";
    if !conflict.choices.is_empty() {
        out.push_str(&format!("  = {}\n", words.word("upgrade-choices")));
    }
    for (at, choice) in conflict.choices.iter().enumerate() {
        let text = words.text(choice.key, &choice.args);
        out.push_str(&format!("    {}. {text}\n", at + 1));
    }
    out + "\n"
}

impl Edited {
    /// The edits of the file, as `diff -u` shows them.
    #[must_use]
    pub fn unified(&self) -> String {
        let diff = TextDiff::from_lines(&self.before, &self.after);
        diff.unified_diff()
            .header(&self.path, &self.path)
            .to_string()
    }
}

/// What an upgrade comes to, for tools; `version` 1 of the form.
#[must_use]
pub fn upgrade_json(
    upgrade: &Upgrade,
    difference: &Difference,
    sources: &Sources,
    words: Messages,
) -> Value {
    let note = |note: &Note| match render_json(std::slice::from_ref(note), sources, words) {
        Value::Array(mut one) => one.pop().unwrap_or_default(),
        other => other,
    };
    let conflict = |conflict: &Conflict| {
        let choices = conflict.choices.iter();
        let choices: Vec<Value> = choices
            .map(|c| json!({ "choice": c.key, "text": words.text(c.key, &c.args) }))
            .collect();
        json!({ "note": note(&conflict.note), "choices": choices })
    };
    let file = |file: &Edited| json!({ "path": file.path, "diff": file.unified() });
    json!({
        "version": 1,
        "package": difference.package,
        "from": difference.from.map(|v| v.to_string()),
        "to": difference.to.map(|v| v.to_string()),
        "files": upgrade.files.iter().map(file).collect::<Vec<_>>(),
        "conflicts": upgrade.conflicts.iter().map(conflict).collect::<Vec<_>>(),
        "remarks": upgrade.remarks.iter().map(note).collect::<Vec<_>>(),
    })
}
