//! Some hundred townships in folders: each is in the figures, once.

use serde_json::Value;

use super::county::{PACKAGE, evidence, plan, run};
use crate::case::Case;

const DAY: &str = "--as-of 2012-12-31";
const TOWNSHIPS: u32 = 420;

/// Months in which a township met; without any nobody can tell whether it met.
fn months(at: u32) -> u32 {
    at % 7
}

/// Whether somebody broke its plan.
fn is_broken(at: u32) -> bool {
    at.is_multiple_of(97)
}

#[test]
fn four_hundred_townships_are_each_counted_once() {
    let mut case = Case::new();
    for county in 0..6 {
        case = case.file(&format!("p/{county}/peace/package.yaml"), PACKAGE);
    }
    for at in 0..TOWNSHIPS {
        let folder = format!("p/{}/{at:03}", at % 6);
        let plan = plan(&format!("T{at:03}"));
        let plan = match is_broken(at) {
            true => plan.replace("period:", "perid:"),
            false => plan,
        };
        case = case.file(&format!("{folder}/plan.yaml"), plan).file(
            &format!("{folder}/evidence.jsonl"),
            evidence(months(at), true),
        );
    }
    let told = |more: &str| -> Value {
        let ran = run(&case, &format!("audit p {DAY} --format json {more}"), 1);
        serde_json::from_str(&ran.stdout).unwrap()
    };
    let (one, many) = (told("--jobs 1 -o one"), told("--jobs 7 -o many"));
    assert_eq!(one, many);
    assert_eq!(case.read("one"), case.read("many"));
    let judged = || (0..TOWNSHIPS).filter(|at| !is_broken(*at));
    let failing: u32 = judged().map(months).filter(|m| *m > 0).map(|m| 6 - m).sum();
    let met: u32 = judged().map(|at| months(at) + 1).sum();
    let whole = &one["whole"];
    assert_eq!(whole["townships"], TOWNSHIPS);
    assert_eq!(
        whole["broken"],
        (0..TOWNSHIPS).filter(|at| is_broken(*at)).count()
    );
    assert_eq!(whole["failing"], failing);
    assert_eq!(whole["carried"]["count"], met);
    assert_eq!(whole["carried"]["of"], met + failing);
    let lines = case.read("one").lines().count();
    // The head, the plans of whoever shares one, and each township.
    let plans = case.read("one").matches("{\"plan\":{\"key\"").count();
    assert_eq!(lines, 1 + plans + TOWNSHIPS as usize);
}
