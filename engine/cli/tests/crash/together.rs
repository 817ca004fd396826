//! Several processes at one ledger.

use std::process::{Child, Stdio};

use crate::case::Case;

const AT_ONCE: usize = 6;

fn rounds() -> usize {
    if std::env::var("LUOSHI_CRASH").is_ok_and(|many| many == "all") {
        100
    } else {
        5
    }
}

/// Starts as many processes at once, each of which enters a record of its own.
fn start(case: &Case, round: usize) -> Vec<(String, Child)> {
    let one = |n: usize| {
        let id = format!("r{round}-{n}");
        let command = format!(
            "record 查访 p --date 2012-02-03 --duty 入村走访 --subject 东风村 --actor 综治办 --id {id}"
        );
        let mut command = case.command(&command);
        let child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        (id, child)
    };
    (0..AT_ONCE).map(one).collect()
}

/// Whether the ledger holds a record, by its id.
fn ids(case: &Case) -> Vec<String> {
    let ran = case.run("export p");
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let id = |line: &str| {
        let record: serde_json::Value = serde_json::from_str(line).unwrap();
        record["id"].as_str().unwrap().to_owned()
    };
    ran.stdout.lines().map(id).collect()
}

#[test]
fn whoever_is_told_that_a_record_is_entered_finds_it_however_many_write() {
    for ledger_is_there in [true, false] {
        for round in 0..rounds() {
            let case = Case::with_plan();
            if !ledger_is_there {
                std::fs::remove_file(case.path("p/ledger.db")).unwrap();
            }
            let mut acknowledged = Vec::new();
            for (id, child) in start(&case, round) {
                let ran = child.wait_with_output().unwrap();
                let (said, why) = (
                    String::from_utf8_lossy(&ran.stdout),
                    String::from_utf8_lossy(&ran.stderr),
                );
                match ran.status.code() {
                    Some(0) => acknowledged.push(id),
                    Some(3) if why.contains("LS0310") => {}
                    other => panic!("{other:?}: {said}{why}"),
                }
            }
            let there = ids(&case);
            for id in &acknowledged {
                assert!(
                    there.contains(id),
                    "round {round}: {id} was acknowledged and is not there: {there:?}"
                );
            }
            assert_eq!(there.len(), acknowledged.len(), "round {round}");
            assert_eq!(case.run("ledger verify p").code, Some(0), "round {round}");
        }
    }
}

/// Where one is killed, the others go on.
#[test]
fn whoever_is_killed_beside_others_takes_nothing_of_theirs_along() {
    for round in 0..rounds() {
        let case = Case::with_plan();
        let mut acknowledged = Vec::new();
        let mut children = start(&case, round);
        // At some moment of its run, another one each round.
        std::thread::sleep(std::time::Duration::from_millis(
            u64::try_from(5 + round * 37 % 300).unwrap(),
        ));
        for (_, child) in children.iter_mut().take(AT_ONCE / 2) {
            child.kill().unwrap();
        }
        for (id, child) in children {
            let ran = child.wait_with_output().unwrap();
            if String::from_utf8_lossy(&ran.stdout).contains(&id) {
                acknowledged.push(id);
            }
        }
        let there = ids(&case);
        for id in &acknowledged {
            assert!(
                there.contains(id),
                "round {round}: {id} was acknowledged and is not there: {there:?}"
            );
        }
        assert!(
            acknowledged.len() >= AT_ONCE / 2,
            "round {round}: the others finished: {acknowledged:?}"
        );
    }
}

/// A file that two write is one of the two, whole.
#[test]
fn two_that_write_one_file_leave_one_of_the_two() {
    let case = Case::with_plan();
    for round in 0..rounds() {
        let forms = ["html", "json"];
        let start = |form: &&str| {
            let command = format!("check p --as-of 2012-06-30 --format {form} -o out");
            let mut command = case.command(&command);
            command
                .stdout(Stdio::null())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap()
        };
        let children: Vec<Child> = forms.iter().cycle().take(AT_ONCE).map(start).collect();
        for child in children {
            let ran = child.wait_with_output().unwrap();
            assert!(
                matches!(ran.status.code(), Some(0 | 1)),
                "{}",
                String::from_utf8_lossy(&ran.stderr)
            );
        }
        let out = case.read("out");
        let alone = forms.map(|form| {
            case.run(&format!(
                "check p --as-of 2012-06-30 --format {form} -o alone"
            ));
            case.read("alone")
        });
        assert!(
            alone.contains(&out),
            "round {round}: {} bytes are neither",
            out.len()
        );
        let names: Vec<_> = std::fs::read_dir(case.path(""))
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        assert_eq!(names.len(), 3, "round {round}: {names:?}");
    }
}
