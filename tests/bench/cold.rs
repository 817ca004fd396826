//! Cold start: one township-year of the national workload from JSON lines to the text report, whole
//! process, beside `jq` computing two of the nine checks over the same file; interleaved, in one run.

#[path = "nation/generate.rs"]
mod generate;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const ROUNDS: usize = 21;
/// C1 and C4: months without a council meeting, and unexcused absences per person.
const JQ: &str = r#"[.[] | select(.date | startswith("2025"))] as $y
| { c1: (12 - ([$y[] | select(.duty == "council_meeting") | .date[5:7]] | unique | length)),
    c4: ([$y[] | select(.kind == "shift" and .status == "absent") | .actor] | group_by(.) | map({ p: .[0], n: length })) }"#;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let binary = build(&root);
    let folder = std::env::temp_dir().join(format!("luoshi-cold-{}", std::process::id()));
    let township = lay_out(&folder);
    let ledger = township.join("evidence.jsonl");
    let luoshi = || {
        let mut command = Command::new(&binary);
        command
            .args(["--as-of", "2025-12-31", "check"])
            .arg(&township);
        command
    };
    let jq = || {
        let mut command = Command::new("jq");
        command.args(["-s", "-c", JQ]).arg(&ledger);
        command
    };
    if Command::new("jq")
        .arg("--version")
        .stdout(Stdio::null())
        .status()
        .is_err()
    {
        println!("jq is not installed: nothing to compare with");
        return;
    }
    let (mut ours, mut theirs, mut floor) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        floor.push(time(Command::new("true"), 0));
        ours.push(time(luoshi(), 1));
        theirs.push(time(jq(), 0));
    }
    let (ours, theirs, floor) = (median(ours), median(theirs), median(floor));
    println!(
        "starting a process (true)      {:>6.2} x jq",
        ratio(floor, theirs)
    );
    println!(
        "luoshi check, all nine checks  {:>6.2} x jq (two of the nine)",
        ratio(ours, theirs)
    );
    let _ = std::fs::remove_dir_all(folder);
}

fn build(root: &Path) -> PathBuf {
    let status = Command::new(env!("CARGO"))
        .args(["build", "--release", "--package", "luoshi"])
        .current_dir(root)
        .status()
        .expect("cargo runs the benchmark, so it runs");
    assert!(status.success(), "luoshi builds");
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    target.join("release").join("luoshi")
}

/// Writes the package, the plan and one township-year, and says where the plan is.
fn lay_out(folder: &Path) -> PathBuf {
    let township = folder.join("township");
    let package = folder.join("package");
    let mut records = String::new();
    generate::township(2025, 0, &mut records);
    let files = [
        (
            &package,
            "package.yaml",
            include_str!("nation/package/package.yaml"),
        ),
        (
            &township,
            "plan.yaml",
            include_str!("nation/township/plan.yaml"),
        ),
        (&township, "evidence.jsonl", records.as_str()),
    ];
    for (folder, name, text) in files {
        std::fs::create_dir_all(folder).expect("the temporary folder can be written");
        std::fs::write(folder.join(name), text).expect("the temporary folder can be written");
    }
    township
}

fn time(mut command: Command, code: i32) -> Duration {
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let start = Instant::now();
    let status = command.status().expect("the program starts");
    let elapsed = start.elapsed();
    assert_eq!(status.code(), Some(code), "{command:?} ends as it should");
    elapsed
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}
