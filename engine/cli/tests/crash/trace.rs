//! The calls that a command makes, and faults put into them.

use std::collections::BTreeMap;
use std::fs;
use std::process::{Command, Output};

use crate::case::Case;

/// The calls that can change the disk or tell the user. Those that an architecture has not are passed over.
const KINDS: [&str; 24] = [
    "openat",
    "write",
    "writev",
    "pwrite64",
    "pwritev",
    "fsync",
    "fdatasync",
    "ftruncate",
    "fallocate",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "unlinkat",
    "rmdir",
    "mkdir",
    "mkdirat",
    "link",
    "linkat",
    "symlink",
    "fchmod",
    "fchmodat",
    "sync_file_range",
    "copy_file_range",
];

/// One call: the n-th of its kind in the thread that makes it, from 1.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Point {
    pub(crate) kind: String,
    pub(crate) nth: u32,
}

/// What happens there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The process is killed before the call.
    Kill,
    /// This call fails with this error.
    Once(&'static str),
    /// This call and all of its kind that follow fail with this error.
    Always(&'static str),
}

/// A call as it was made: what it was and how it was written down.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    pub(crate) point: Point,
    /// Its arguments and its answer; a file's number is followed by its path in angle brackets.
    pub(crate) text: String,
}

impl Call {
    /// Whether a fault here can do harm: it changes something, or tells somebody.
    fn matters(&self) -> bool {
        let reads = self.point.kind == "openat"
            && !["O_WRONLY", "O_RDWR", "O_CREAT"]
                .iter()
                .any(|flag| self.text.contains(flag));
        !reads
    }
}

/// Runs a command of the case and writes down its calls.
pub(crate) fn calls(case: &Case, command: &str) -> (Output, Vec<Call>) {
    let log = tempfile::NamedTempFile::new().unwrap();
    let path = log.path().to_str().unwrap();
    let output = strace(case, command, &["-y", "-s", "0", "-o", path], None);
    let text = fs::read_to_string(path).unwrap();
    (output, read(&text))
}

/// Runs a command of the case with a fault at a place.
pub(crate) fn with_fault(case: &Case, command: &str, point: &Point, fault: Fault) -> Output {
    let Point { kind, nth } = point;
    let inject = match fault {
        Fault::Kill => format!("inject={kind}:signal=KILL:when={nth}"),
        Fault::Once(error) => format!("inject={kind}:error={error}:when={nth}"),
        Fault::Always(error) => format!("inject={kind}:error={error}:when={nth}+"),
    };
    strace(case, command, &["-o", "/dev/null"], Some(&inject))
}

/// The places where a fault is worth a try.
pub(crate) fn points(calls: &[Call]) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    for call in calls.iter().filter(|call| call.matters()) {
        if !points.contains(&call.point) {
            points.push(call.point.clone());
        }
    }
    points
}

/// All places, or some twenty of them, evenly spread, the first and the last among them.
pub(crate) fn sampled(points: Vec<Point>) -> Vec<Point> {
    const SOME: usize = 20;
    let all = std::env::var("LUOSHI_CRASH").is_ok_and(|many| many == "all");
    if all || points.len() <= SOME {
        return points;
    }
    let last = points.len() - 1;
    (0..SOME)
        .map(|n| points[n * last / (SOME - 1)].clone())
        .collect()
}

fn strace(case: &Case, command: &str, options: &[&str], inject: Option<&str>) -> Output {
    let kinds: Vec<String> = KINDS.iter().map(|kind| format!("?{kind}")).collect();
    let run = case.command(command);
    let mut strace = Command::new("strace");
    strace.args([
        "-f",
        "-qq",
        "-e",
        "signal=none",
        "-e",
        &format!("trace={}", kinds.join(",")),
    ]);
    strace.args(options);
    if let Some(inject) = inject {
        strace.args(["-e", inject]);
    }
    strace.arg("--").arg(run.get_program()).args(run.get_args());
    strace.current_dir(run.get_current_dir().unwrap());
    for (name, value) in run.get_envs() {
        match value {
            Some(value) => strace.env(name, value),
            None => strace.env_remove(name),
        };
    }
    strace.stdin(std::process::Stdio::null());
    strace
        .output()
        .expect("strace is installed: tests/crash/install.sh")
}

/// Reads what `strace -f` wrote: `NUMBER KIND(ARGUMENTS) = ANSWER`. A call that another thread interrupts is written in two
/// lines, of which the first counts.
fn read(log: &str) -> Vec<Call> {
    let mut count: BTreeMap<(String, String), u32> = BTreeMap::new();
    let mut calls = Vec::new();
    for line in log.lines() {
        let Some((thread, rest)) = line.split_once(' ') else {
            continue;
        };
        let Some((kind, text)) = rest.trim_start().split_once('(') else {
            continue;
        };
        if !KINDS.contains(&kind) {
            continue;
        }
        let nth = count
            .entry((thread.to_owned(), kind.to_owned()))
            .or_default();
        *nth += 1;
        let point = Point {
            kind: kind.to_owned(),
            nth: *nth,
        };
        calls.push(Call {
            point,
            text: text.to_owned(),
        });
    }
    calls
}
