//! `check --watch` looks again when the plan or the ledger changes, and lives through mistakes.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use crate::case::Case;

/// Far longer than it takes; only a test that has failed waits so long.
const PATIENCE: Duration = Duration::from_secs(60);

struct Watching {
    child: Child,
    out: Receiver<String>,
    err: Receiver<String>,
}

impl Watching {
    fn start(case: &Case, arguments: &str) -> Watching {
        let mut child = case
            .command(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let out = lines(child.stdout.take().unwrap());
        let err = lines(child.stderr.take().unwrap());
        Watching { child, out, err }
    }
}

fn lines(from: impl Read + Send + 'static) -> Receiver<String> {
    let (tell, lines) = channel();
    std::thread::spawn(move || {
        for line in BufReader::new(from).lines().map_while(Result::ok) {
            let _ = tell.send(line);
        }
    });
    lines
}

/// Waits for a line with this in it.
#[track_caller]
fn until(lines: &Receiver<String>, wanted: &str) -> String {
    loop {
        let line = lines
            .recv_timeout(PATIENCE)
            .unwrap_or_else(|_| panic!("no `{wanted}`"));
        if line.contains(wanted) {
            return line;
        }
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_record_or_a_change_of_the_plan_is_seen() {
    let case = Case::with_plan();
    let watching = Watching::start(&case, "check p --as-of 2012-08-15 --quiet --watch");
    let first = until(&watching.out, "plan");
    until(&watching.err, "Ctrl-C");
    let record = "record meeting p --date 2012-07-21 --duty council --quantity 9 --marks minutes";
    assert_eq!(case.run(record).code, Some(0));
    let second = until(&watching.out, "plan");
    assert_ne!(first, second);
    until(&watching.err, "Ctrl-C");

    let plan = case.read("p/plan.yaml");
    std::fs::write(
        case.path("p/plan.yaml"),
        plan.replace("法定人数: 2/3", "法定人数: 3/2"),
    )
    .unwrap();
    until(&watching.err, "LS0220");
    until(&watching.err, "Ctrl-C");
    std::fs::write(case.path("p/plan.yaml"), plan).unwrap();
    assert_eq!(until(&watching.out, "plan"), second);
}

#[test]
fn what_could_never_be_shown_is_not_waited_for() {
    let case = Case::with_plan();
    for arguments in ["--format csv", "--format html"] {
        let ran = case.run(&format!("check p --watch {arguments}"));
        assert_eq!(ran.code, Some(2), "{}", ran.stderr);
        assert!(ran.stderr.contains("LS0602"), "{}", ran.stderr);
    }
}
