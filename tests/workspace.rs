//! The order of the crates, and that it is kept: none depends on one later in the list.

use std::path::Path;
use std::process::Command;

/// From the ground up. A crate may depend on those before it alone.
const ORDER: [&str; 37] = [
    "luoshi-plugin-interface",
    "luoshi-plugin-cases",
    "luoshi-plugin-sdk",
    "luoshi-plugin-backfill",
    "luoshi-plugin-copied-records",
    "luoshi-plugin-roster-fairness",
    "luoshi-plugin-regular-figures",
    "luoshi-calendar",
    "luoshi-diagnostics",
    "luoshi-plan",
    "luoshi-format",
    "luoshi-package",
    "luoshi-upgrade",
    "luoshi-lint",
    "luoshi-evidence",
    "luoshi-bulk",
    "luoshi-checkpoint",
    "luoshi-sample",
    "luoshi-plugin",
    "luoshi-rules",
    "luoshi-signs",
    "luoshi-rule-tests",
    "luoshi-lsp",
    "luoshi-simulate",
    "luoshi-analysis",
    "luoshi-report",
    "luoshi-audit",
    "luoshi-follow",
    "luoshi-exchange",
    "luoshi-dashboard",
    "luoshi-layout",
    "luoshi-pdf",
    "luoshi-documents",
    "luoshi-roster",
    "luoshi",
    "luoshi-tests",
    "luoshi-fuzz",
];

#[test]
fn no_crate_depends_on_a_later_one() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--no-deps",
            "--offline",
        ])
        .current_dir(root)
        .output()
        .expect("cargo runs the tests, so it runs");
    let metadata: serde_json::Value =
        serde_json::from_slice(&output.stdout).expect("cargo writes JSON");
    let packages = metadata["packages"].as_array().expect("a list of packages");
    assert_eq!(
        packages.len(),
        ORDER.len(),
        "a crate is missing from the list above"
    );
    for package in packages {
        let name = package["name"].as_str().expect("a name");
        let at = ORDER
            .iter()
            .position(|n| *n == name)
            .unwrap_or_else(|| panic!("{name} is not in the list"));
        for dependency in package["dependencies"].as_array().expect("a list").iter() {
            let on = dependency["name"].as_str().expect("a name");
            // A crate tests itself with a feature that only tests have.
            if on == name {
                continue;
            }
            if let Some(other) = ORDER.iter().position(|n| *n == on) {
                assert!(other < at, "{name} depends on {on}, which comes later");
            }
        }
    }
}
