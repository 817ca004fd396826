//! What is judged depends on the plan, the ledger and the day, and on nothing of the machine: its language, its time zone,
//! the files in which the records came.

use std::fs;

use serde_json::Value;

use crate::case::Case;

const DAY: &str = "--as-of 2012-08-31";

/// Languages and time zones of other machines.
const MACHINES: [&[(&str, &str)]; 7] = [
    &[],
    &[("LANG", "en_US.UTF-8"), ("TZ", "America/Los_Angeles")],
    &[("LANG", "zh_CN.GBK"), ("TZ", "Asia/Shanghai")],
    &[("LC_ALL", "C"), ("TZ", "Pacific/Kiritimati")],
    &[("LC_ALL", "de_DE.UTF-8"), ("LC_NUMERIC", "de_DE.UTF-8")],
    &[("LC_ALL", "tr_TR.UTF-8"), ("TZ", "Pacific/Pago_Pago")],
    &[("LANG", "ar_EG.UTF-8"), ("TZ", "no such zone")],
];

const TOWN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../policies/pingtang-2012");

#[track_caller]
fn on(case: &Case, command: &str, machine: &[(&str, &str)]) -> (Option<i32>, String) {
    let ran = case
        .command(command)
        .envs(machine.iter().copied())
        .output()
        .unwrap();
    (
        ran.status.code(),
        String::from_utf8_lossy(&ran.stdout).into_owned(),
    )
}

#[test]
fn language_and_time_zone_of_a_machine_change_nothing_that_is_judged() {
    let case = Case::new();
    let command = format!("check {TOWN} {DAY} --format json");
    let asked = format!("{command} --lang en");
    let (plain, english) = (
        on(&case, &command, MACHINES[0]),
        on(&case, &asked, MACHINES[0]),
    );
    assert_eq!((plain.0, english.0), (Some(1), Some(1)));
    // Languages differ in words alone.
    assert_eq!(judged(&english.1), judged(&plain.1));
    for machine in MACHINES {
        assert!(on(&case, &asked, machine) == english, "{machine:?}");
        // Where none is asked for, that of the machine is the language of the words.
        let (code, said) = on(&case, &command, machine);
        assert_eq!(code, plain.0, "{machine:?}");
        assert!(said == plain.1 || said == english.1, "{machine:?}");
    }
}

/// Of each finding what is judged, without the words for it.
fn judged(json: &str) -> Vec<Vec<Value>> {
    let report: Value = serde_json::from_str(json).unwrap();
    let findings = report["assessment"]["findings"].as_array().unwrap();
    assert!(findings.len() > 10);
    let keys = [
        "id",
        "status",
        "day",
        "figure",
        "evidence",
        "backfilled",
        "decision",
    ];
    let of = |finding: &Value| keys.iter().map(|key| finding[key].clone()).collect();
    findings.iter().map(of).collect()
}

#[test]
fn today_is_the_day_in_china_wherever_the_machine_is() {
    let case = Case::with_plan();
    let command = "check p --format json --lang en";
    let day = |machine| -> Value {
        let report: Value = serde_json::from_str(&on(&case, command, machine).1).unwrap();
        report["assessment"]["as_of"].clone()
    };
    for machine in MACHINES {
        // Midnight may pass between two runs, but not between each two of four.
        let same = (0..4).any(|_| day(machine) == day(MACHINES[0]));
        assert!(same, "{machine:?}");
    }
    assert!(day(MACHINES[0]).is_string());
}

#[test]
fn the_files_in_which_records_come_do_not_matter() {
    let records = fs::read_to_string(format!("{TOWN}/evidence.jsonl")).unwrap();
    let lines: Vec<&str> = records.lines().collect();
    let own = Case::new().run(&format!("check {TOWN} {DAY} --format json"));
    for cuts in [2, 7] {
        let case = Case::new().file("whole.jsonl", &records);
        let mut parts = Vec::new();
        for (at, part) in lines.chunks(lines.len().div_ceil(cuts)).enumerate() {
            let name = format!("part{at}.jsonl");
            fs::write(case.path(&name), part.join("\n") + "\n").unwrap();
            parts.push(name);
        }
        assert_eq!(parts.len(), cuts);
        let enter = |files: &str, ledger: &str| {
            let ran = case.run(&format!("import {files} --to {TOWN} --ledger {ledger} -q"));
            assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        };
        enter("whole.jsonl", "whole.db");
        enter(&parts.join(" "), "parts.db");
        for part in &parts {
            enter(part, "one-by-one.db");
        }
        let check = |ledger: &str| {
            let ran = case.run(&format!(
                "check {TOWN} --ledger {ledger} {DAY} --format json"
            ));
            assert_eq!(ran.code, own.code, "{}", ran.stderr);
            ran.stdout
        };
        let whole = check("whole.db");
        assert_eq!(judged(&whole), judged(&own.stdout));
        for ledger in ["parts.db", "one-by-one.db"] {
            assert!(check(ledger) == whole, "{ledger} of {cuts} parts");
        }
    }
}
