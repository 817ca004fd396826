//! The range of versions that a plan asks for.

use luoshi_diagnostics::Sources;
use luoshi_plan::Version;

use crate::edit::replace_scalar;
use crate::tree::{items, scalar, value};

use super::Desk;

impl Desk<'_> {
    /// The range of versions, where the new one lies outside.
    pub(super) fn extends(&mut self, sources: &Sources) {
        let Some(package) = &self.request.new.head.package else {
            return;
        };
        for tree in &self.request.plan.trees {
            let list = value(tree, &["extends"]).map(items).unwrap_or_default();
            for item in list {
                let name = value(item, &["package"]).and_then(scalar);
                let range = value(item, &["version"]);
                let (Some(name), Some(node)) = (name, range) else {
                    continue;
                };
                let range = scalar(node).unwrap_or("*");
                if name == package.name && !package.version.satisfies(range) {
                    let text = sources.text(node.place.file);
                    let edit = replace_scalar(text, node, &wider(range, package.version));
                    self.edits.entry(node.place.file).or_default().add(edit);
                }
            }
        }
    }
}

/// A range that begins with this version and is written as the author wrote theirs.
fn wider(range: &str, version: Version) -> String {
    let caret = if range.starts_with('^') { "^" } else { "" };
    let written = range.trim_start_matches('^').split('.').count();
    // Before 1.0 the second number is the one that breaks plans.
    let least = if version.0 == 0 { 2 } else { 1 };
    let parts = written.clamp(least, 3);
    let full = version.to_string();
    let cut = |parts: usize| {
        let parts: Vec<&str> = full.split('.').take(parts).collect();
        format!("{caret}{}", parts.join("."))
    };
    let mut fits = (parts..=3).map(cut);
    fits.find(|range| version.satisfies(range))
        .unwrap_or_else(|| format!("{caret}{full}"))
}
