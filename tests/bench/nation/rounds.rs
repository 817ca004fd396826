//! Runs luoshi and DuckDB in turn, each in a process of its own, and shows the ratios.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use serde_json::Value;

use super::{files, own};

/// One way to compute the workload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Peer {
    who: Who,
    /// Empty: decode only.
    format: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Who {
    Luoshi,
    Duck,
    /// A policy engine.
    Regorus,
}

const fn luoshi(format: &'static str) -> Peer {
    Peer {
        who: Who::Luoshi,
        format,
    }
}

const fn duck(format: &'static str) -> Peer {
    Peer {
        who: Who::Duck,
        format,
    }
}

const DECODE: Peer = luoshi("");
const REGORUS: Peer = Peer {
    who: Who::Regorus,
    format: "jsonl",
};

/// What a run took.
#[derive(Debug, Clone, Copy)]
struct Took {
    seconds: f64,
    /// Of all processors together, where the system says it: other work on the machine changes it less.
    processor: f64,
    peak_kb: f64,
}

/// A ratio that must hold.
struct Goal {
    name: &'static str,
    of: Peer,
    to: Peer,
    must: f64,
    aim: f64,
}

const GOALS: [Goal; 6] = [
    Goal {
        name: "Parquet / DuckDB Parquet",
        of: luoshi("parquet"),
        to: duck("parquet"),
        must: 0.5,
        aim: 0.3,
    },
    Goal {
        name: "own arrangement / DuckDB Parquet",
        of: luoshi(own::ARRANGED),
        to: duck("parquet"),
        must: 0.15,
        aim: 0.06,
    },
    Goal {
        name: "JSONL / regorus JSONL",
        of: luoshi("jsonl"),
        to: REGORUS,
        must: 0.05,
        aim: 0.02,
    },
    Goal {
        name: "CSV / DuckDB CSV",
        of: luoshi("csv"),
        to: duck("csv"),
        must: 0.5,
        aim: 0.2,
    },
    Goal {
        name: "JSONL / DuckDB JSONL",
        of: luoshi("jsonl"),
        to: duck("jsonl"),
        must: 0.5,
        aim: 0.25,
    },
    Goal {
        name: "Parquet / decoding alone",
        of: luoshi("parquet"),
        to: DECODE,
        must: 3.0,
        aim: 2.0,
    },
];

const EVERY: [&str; 3] = ["parquet", "csv", "jsonl"];

/// Runs the sizes that are named, or 20 and 2,000 townships.
pub(crate) fn all(folder: &Path, words: &[&str]) {
    let program = |name: &str| std::env::var_os(name).map(PathBuf::from);
    let (python, regorus) = (
        program("LUOSHI_BENCH_PYTHON"),
        program("LUOSHI_BENCH_REGORUS"),
    );
    let named: Vec<u32> = words.iter().filter_map(|word| word.parse().ok()).collect();
    // Under `cargo test` the smallest size says whether it still works.
    let full = words.contains(&"--bench");
    let sizes = match (named.is_empty(), full) {
        (false, _) => named,
        (true, true) => vec![20, 2_000],
        (true, false) => vec![20],
    };
    let expected: Value =
        serde_json::from_str(include_str!("expected.json")).expect("the expected counts are JSON");
    let mut kept = true;
    for townships in sizes {
        // Text of the whole country is 15 GB, and says no more than that of 2,000 townships.
        let formats = if townships > 2_000 {
            &EVERY[..1]
        } else {
            &EVERY[..]
        };
        let dir = folder.join(format!("t{townships}"));
        files::write(&dir, townships, formats).expect("the folder can be written to");
        own::arranged(&dir).expect("the folder can be written to");
        println!("{townships} townships");
        if townships == 20 {
            check_rows(&dir);
        }
        let runner = Runner {
            townships,
            dir: &dir,
            expected: &expected[townships.to_string()],
            python: python.as_deref(),
            regorus: regorus.as_deref(),
        };
        kept &= runner.rounds(formats, if townships > 2_000 { 3 } else { 5 });
    }
    if !kept {
        std::process::exit(1);
    }
}

/// Every finding must be that of the reference.
fn check_rows(dir: &Path) {
    let shown = |(township, check, subject, value): &(u64, String, u64, i64)| {
        format!("{township},{check},{subject},{value}")
    };
    for format in EVERY.into_iter().chain([own::ARRANGED]) {
        let mut found: Vec<String> = own::rows(dir, format).iter().map(shown).collect();
        let wanted = include_str!("findings-20.csv").lines().skip(1);
        let mut wanted: Vec<String> = wanted.map(str::to_owned).collect();
        found.sort();
        wanted.sort();
        assert_eq!(found, wanted, "findings from {format}");
        println!(
            "  {} findings from {format}, row by row as expected",
            found.len()
        );
    }
}

struct Runner<'a> {
    townships: u32,
    dir: &'a Path,
    expected: &'a Value,
    python: Option<&'a Path>,
    regorus: Option<&'a Path>,
}

impl Runner<'_> {
    /// Whether all goals were kept.
    fn rounds(&self, formats: &[&'static str], rounds: usize) -> bool {
        let mut peers = vec![DECODE, luoshi(own::ARRANGED)];
        if self.regorus.is_some() && formats.contains(&REGORUS.format) {
            peers.push(REGORUS);
        }
        for format in formats {
            peers.push(luoshi(format));
            if self.python.is_some() {
                peers.push(duck(format));
            }
        }
        // The first round fills the cache of the system and is not counted.
        let mut took: Vec<Vec<Took>> = vec![Vec::new(); peers.len()];
        for round in 0..=rounds {
            for (peer, took) in peers.iter().zip(&mut took) {
                // It takes most of a minute, and is far away: what the cache holds changes nothing.
                if peer.who == Who::Regorus && !(1..=3).contains(&round) {
                    continue;
                }
                let one = self.run(*peer);
                if round > 0 {
                    took.push(one);
                }
            }
        }
        for (peer, took) in peers.iter().zip(&took) {
            self.show(*peer, took);
        }
        let of = |peer: Peer| {
            let at = peers.iter().position(|other| *other == peer);
            at.map(|at| took[at].as_slice())
        };
        let mut kept = true;
        for goal in &GOALS {
            if let (Some(own), Some(other)) = (of(goal.of), of(goal.to)) {
                let processor = ratio(own, other, |took| took.processor);
                let ratio = ratio(own, other, |took| took.seconds);
                // A run of a few milliseconds is all start-up.
                let counts = self.expected["records"].as_u64() > Some(1_000_000);
                kept &= goal.show(ratio, counts);
                println!("    of processor time {processor:>15.3}");
            }
        }
        if let (Some(own), Some(other)) = (of(luoshi("parquet")), of(duck("parquet"))) {
            let goal = Goal {
                name: "peak memory / DuckDB",
                of: DECODE,
                to: DECODE,
                must: 1.0,
                aim: 0.35,
            };
            kept &= goal.show(ratio(own, other, |took| took.peak_kb), true);
        }
        kept
    }

    fn run(&self, peer: Peer) -> Took {
        let dir = self.dir.as_os_str();
        let program = match peer.who {
            Who::Luoshi => None,
            Who::Duck => self.python,
            Who::Regorus => self.regorus,
        };
        let own = std::env::current_exe().expect("a program knows where it is");
        let mut command = Command::new(program.unwrap_or(&own));
        match (peer.who, peer.format) {
            (Who::Luoshi, "") => command.arg("decode").arg(dir),
            (Who::Luoshi, format) => command.args(["own", format]).arg(dir),
            (Who::Regorus, _) => command.arg(dir),
            (Who::Duck, format) => {
                let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("bench/nation/duck.py");
                command.arg(script).arg(format).arg(dir);
                command.arg(self.townships.to_string())
            }
        };
        let (before, start) = (of_children(), Instant::now());
        let output = command.output().expect("the peer can be started");
        let seconds = start.elapsed().as_secs_f64();
        let processor = of_children() - before;
        let text = String::from_utf8_lossy(&output.stdout);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{peer:?} failed: {errors}");
        let found: Value = serde_json::from_str(text.trim()).expect("a peer writes JSON");
        for (key, value) in found.as_object().expect("an object") {
            if key != "peak_kb" {
                assert_eq!(*value, self.expected[key], "{key} of {peer:?}");
            }
        }
        Took {
            seconds,
            processor,
            peak_kb: found["peak_kb"].as_f64().unwrap_or(f64::NAN),
        }
    }

    fn show(&self, peer: Peer, took: &[Took]) {
        let name = match (peer.who, peer.format) {
            (_, "") => "decode Parquet alone".to_owned(),
            (Who::Luoshi, format) => format!("luoshi {format}"),
            (Who::Duck, format) => format!("DuckDB {format}"),
            (Who::Regorus, format) => format!("regorus {format}"),
        };
        let mut seconds: Vec<f64> = took.iter().map(|took| took.seconds).collect();
        seconds.sort_by(f64::total_cmp);
        let median = seconds[seconds.len() / 2];
        let records = self.expected["records"].as_f64().unwrap_or(f64::NAN);
        let peak = took.iter().map(|took| took.peak_kb).fold(0.0, f64::max);
        println!(
            "  {name:<22} {median:>8.3} s [{:.3} to {:.3}] {:>7.1} million records/s {:>5.0} MB",
            seconds[0],
            seconds[seconds.len() - 1],
            records / median / 1e6,
            peak / 1024.0
        );
    }
}

/// Seconds of processors that programs which were started and are over took; unknown outside Linux.
fn of_children() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // Behind the name, which may hold anything; counted in hundredths of a second.
    let fields = stat.rsplit(')').next().unwrap_or_default();
    let fields: Vec<&str> = fields.split_whitespace().collect();
    let ticks = |at: usize| fields.get(at).and_then(|n| n.parse::<f64>().ok());
    let both = ticks(13).zip(ticks(14));
    both.map_or(f64::NAN, |(user, system)| (user + system) / 100.0)
}

/// The median of the ratios of the rounds.
fn ratio(own: &[Took], other: &[Took], of: fn(&Took) -> f64) -> f64 {
    let mut ratios: Vec<f64> = own.iter().zip(other).map(|(a, b)| of(a) / of(b)).collect();
    ratios.sort_by(f64::total_cmp);
    ratios[ratios.len() / 2]
}

impl Goal {
    fn show(&self, ratio: f64, counts: bool) -> bool {
        let verdict = match ratio {
            _ if !counts => "too short to count",
            ratio if ratio <= self.aim => "aim reached",
            ratio if ratio <= self.must => "kept",
            _ => "NOT KEPT",
        };
        println!(
            "  {:<32} {ratio:>6.3} (must {}, aim {}): {verdict}",
            self.name, self.must, self.aim
        );
        !counts || ratio <= self.must
    }
}
