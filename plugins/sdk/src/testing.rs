//! Cases of a rule, run natively: what `luoshi plugin test` runs inside the host.
//!
//! ```no_run
//! # use luoshi_plugin_sdk::{Description, Finding, Input, Scope, testing};
//! # fn describe() -> Description { Description::new("empty-ledger", "1.0.0", Scope::Township) }
//! # fn judge(_: &Input) -> Result<Vec<Finding>, String> { Ok(Vec::new()) }
//! // In `tests/cases.rs`, as a `#[test]`:
//! testing::run_cases("cases", describe, judge);
//! ```

use std::path::Path;

use luoshi_plugin_cases::{Case, CaseError, cases};

use crate::{Description, Finding, Input};

/// Runs every case of a folder, `*.yaml`. The folder is looked for beside the `Cargo.toml` of the plugin.
///
/// # Panics
/// With everything that is wrong with the description, and every difference between what a case expects and what
/// the rule answers. Also if there is no case.
#[allow(clippy::panic, reason = "this is how a test fails")]
pub fn run_cases(
    folder: impl AsRef<Path>,
    describe: impl Fn() -> Description,
    judge: impl Fn(&Input) -> Result<Vec<Finding>, String>,
) {
    let wrong = faults(folder.as_ref(), &describe(), judge);
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

fn faults(
    folder: &Path,
    description: &Description,
    judge: impl Fn(&Input) -> Result<Vec<Finding>, String>,
) -> Vec<String> {
    let faults = description.faults();
    if !faults.is_empty() {
        let told = |fault| format!("the description: {fault}");
        return faults.iter().map(told).collect();
    }
    let files = match cases(folder) {
        Ok(files) => files,
        Err(error) => return vec![error.to_string()],
    };
    let mut wrong = Vec::new();
    for file in files {
        match differences(&file, description, &judge) {
            Ok(found) => {
                let place = file.display();
                wrong.extend(
                    found
                        .iter()
                        .map(|difference| format!("{place}: {difference}")),
                );
            }
            Err(error) => wrong.push(error.to_string()),
        }
    }
    wrong
}

fn differences(
    file: &Path,
    description: &Description,
    judge: impl Fn(&Input) -> Result<Vec<Finding>, String>,
) -> Result<Vec<String>, CaseError> {
    let case = Case::read(file)?;
    let told = |error| CaseError::of(file, error);
    let mut input = Input::new(description, case.setting(description)?).map_err(told)?;
    for (reading, batch) in case.batches(description)? {
        input.add(reading, &batch).map_err(told)?;
    }
    match judge(&input) {
        Ok(findings) => Ok(case.differences(description, &findings)),
        Err(error) => Ok(vec![format!("the rule gave up: {error}")]),
    }
}
