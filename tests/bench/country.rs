//! The whole country from bulk files: counts, checksums and rows must be the expected ones, and the
//! time is shown beside that of DuckDB over the very same files in the same rounds.
//!
//! `tests/bench/nation/run.sh` runs it with DuckDB; without, luoshi runs alone.

#[path = "nation/audited.rs"]
mod audited;
#[path = "nation/files.rs"]
mod files;
#[path = "nation/generate.rs"]
mod generate;
#[path = "nation/own.rs"]
mod own;
#[path = "nation/plan.rs"]
mod plan;
#[path = "nation/rounds.rs"]
mod rounds;
#[path = "nation/sums.rs"]
mod sums;

use std::path::{Path, PathBuf};

use serde_json::json;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["own", format, dir] => print(own::run(Path::new(dir), format)),
        ["audit", format, dir] => print(audited::run(Path::new(dir), format)),
        ["decode", dir] => print(json!({ "records": own::decode(Path::new(dir)) })),
        ["write", townships, dir, formats @ ..] => {
            let townships = townships.parse().expect("a number of townships");
            files::write(Path::new(dir), townships, formats).expect("the folder can be written to");
        }
        _ => {
            rounds::all(&folder(), &words);
            audited::beside(&folder(), &words);
        }
    }
}

/// One line for whoever started this: what was found, and the most memory held.
fn print(mut found: serde_json::Value) {
    found["peak_kb"] = json!(peak_memory());
    println!("{found}");
}

/// The most memory that the process has held, where the system says it.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// Where the files of the workload are kept between runs.
fn folder() -> PathBuf {
    let stated = std::env::var_os("LUOSHI_BENCH_DATA").map(PathBuf::from);
    stated.unwrap_or_else(|| std::env::temp_dir().join("luoshi-bench-nation"))
}
