//! The plan of the workload.

use luoshi_diagnostics::Sources;
use luoshi_plan::{Folder, Plan, parse, resolve};

/// Reads package and plan.
pub(crate) fn plan() -> Plan {
    let mut sources = Sources::default();
    let folder = |name: &str, file: &str, text: &str| Folder {
        name: name.to_owned(),
        texts: vec![(file.to_owned(), text.to_owned())],
        ..Folder::default()
    };
    let package = include_str!("package/package.yaml");
    let package = folder("package", "package.yaml", package);
    let township = folder("township", "plan.yaml", include_str!("township/plan.yaml"));
    let package = parse(&package, &mut sources);
    let staged = resolve(&parse(&township, &mut sources), &[package]);
    staged.value.unwrap_or_else(|| {
        let words = luoshi_diagnostics::Messages::of(luoshi_diagnostics::Lang::En);
        panic!(
            "{}",
            luoshi_diagnostics::render_text(&staged.notes, &sources, words, false)
        )
    })
}
