//! Memory holds the townships that are being read and what each came to, never the records.
#![cfg(target_os = "linux")]

use std::fs;
use std::process::Stdio;
use std::time::Duration;

use super::county::{PACKAGE, evidence, plan, town};
use crate::case::Case;

/// The most memory that a run held at any time, in KiB: the system keeps it while the process lives.
fn peak(case: &Case, arguments: &str) -> u64 {
    let mut command = case.command(arguments);
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    loop {
        let told = fs::read_to_string(&status).unwrap_or_default();
        let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let line = line.and_then(|line| line.split_whitespace().next());
        peak = line.and_then(|n| n.parse().ok()).unwrap_or(peak);
        if let Some(ended) = child.try_wait().unwrap() {
            assert!(matches!(ended.code(), Some(0 | 1)), "{arguments}: {ended}");
            assert!(peak > 0, "{arguments}: over before anybody looked");
            return peak;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// Many records of one township, of which each counts for nothing.
fn records(many: usize) -> String {
    let more = |at: usize| {
        format!(
            "{{\"id\":\"v{at}\",\"kind\":\"visit\",\"date\":\"2012-05-{:02}\",\"duty\":\"visit\",\"note\":\"{}\"}}\n",
            at % 28 + 1,
            "走访记录".repeat(20)
        )
    };
    let more: String = (0..many).map(more).collect();
    evidence(6, true) + more.as_str()
}

/// Folders: four times the townships, each with a ledger of 160 KiB, and about the same memory.
#[test]
fn four_times_the_townships_in_folders() {
    let mut case = Case::new();
    let ledger = records(500);
    for (county, towns) in [("few", 15), ("many", 60)] {
        case = case.file(&format!("{county}/peace/package.yaml"), PACKAGE);
        for at in 0..towns {
            let folder = format!("{county}/{at:03}");
            case = town(case, &folder, &format!("T{at:03}"), 6, true)
                .file(&format!("{folder}/evidence.jsonl"), &ledger);
        }
    }
    let of = |county: &str| {
        let how = format!("audit {county} --as-of 2012-12-31 --jobs 1 -o {county}.audit -q");
        peak(&case, &how)
    };
    let (few, many) = (of("few"), of("many"));
    // The 45 townships more have 7 MiB of records.
    assert!(many < few + 4 * 1024, "{few} KiB, then {many} KiB");
}

/// One file with four times the townships, read piece by piece.
#[test]
fn four_times_the_townships_in_a_bulk_file() {
    let file = |towns: usize| {
        let of =
            |at: usize| records(500).replace('{', &format!("{{\"jurisdiction\":\"4301{at:03}\","));
        (0..towns).map(of).collect::<String>()
    };
    let case = Case::new()
        .file("peace/package.yaml", PACKAGE)
        .file("plan/plan.yaml", plan("PLAN"))
        .file("few.jsonl", file(60))
        .file("many.jsonl", file(240));
    let of = |name: &str| {
        let how = format!("audit {name} --plan plan --as-of 2012-12-31 --jobs 1 -o o -q");
        peak(&case, &how)
    };
    let (few, many) = (of("few.jsonl"), of("many.jsonl"));
    // The file is 30 MiB larger.
    assert!(many < few + 8 * 1024, "{few} KiB, then {many} KiB");
}
