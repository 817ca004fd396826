//! A plan out of a text, for tests that need a plan and not an assessment alone.

use luoshi_diagnostics::{Lang, Messages, Sources, render_text};
use luoshi_plan::{Folder, Plan, parse, resolve};

const HEAD: &str = "luoshi: 1
plan: { id: p, title: 计划, issuer: 综治办, issued: 2012-05-10 }
period: { from: 2012-05-10, to: 2012-12-31 }
jurisdiction: { code: PT, name: 坪塘镇, level: township }
";

/// The plan of a text after its head; it must be without a mistake.
#[track_caller]
pub(crate) fn plan(text: &str) -> Plan {
    let mut sources = Sources::default();
    let folder = Folder {
        name: "town".to_owned(),
        texts: vec![("plan.yaml".to_owned(), format!("{HEAD}{text}"))],
        ..Folder::default()
    };
    let staged = resolve(&parse(&folder, &mut sources), &[]);
    let text = render_text(&staged.notes, &sources, Messages::of(Lang::En), false);
    staged.value.unwrap_or_else(|| panic!("{text}"))
}
