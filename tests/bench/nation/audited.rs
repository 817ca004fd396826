//! `luoshi audit` itself over the files of the workload: what users run, with findings in words, records, those who
//! answer and signs. The same counts must come out; its time is shown beside that of figures alone.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use jiff::civil::date;
use luoshi::{Auditing, Bulk, Named, audit_bulk};
use luoshi_audit::{Audit, CountyBy, Township};
use luoshi_rules::{Facet, Status};
use serde_json::Value;

use super::files::{parts, write};
use super::sums::{CHECKS, Counted, sums};

/// Counts and checksums.
pub(crate) fn run(dir: &Path, format: &str) -> Value {
    let nation = Path::new(env!("CARGO_MANIFEST_DIR")).join("bench/nation");
    let named = |path: PathBuf| Named {
        name: path.display().to_string(),
        path,
    };
    let bulk = Bulk {
        files: parts(dir, format).into_iter().map(named).collect(),
        plan: nation.join("township"),
        mapping: Some(nation.join("mapping.yaml")),
    };
    let how = Auditing {
        as_of: date(2025, 12, 31),
        packages: vec![nation.join("package")],
        county_by: CountyBy::default(),
        register: None,
        shard: None,
        files: None,
        jobs: std::num::NonZeroUsize::MIN.saturating_add(1),
    };
    let judged = audit_bulk(&bulk, &how, &|_| {}).expect("the plan of the benchmark is right");
    let Audit {
        plans, townships, ..
    } = judged.audit;
    let duties = plans.values().next().map_or(&[][..], |table| &table.duties);
    // The workload numbers them, and an audit sorts codes as texts.
    let mut counted: Vec<(u64, Counted)> = townships
        .iter()
        .map(|township| {
            let code = township.code.parse().expect("townships are numbers");
            (
                code,
                count(township, &|duty| duties[duty as usize].id.as_str()),
            )
        })
        .collect();
    counted.sort_by_key(|(code, _)| *code);
    let counted: Vec<Counted> = counted.into_iter().map(|(_, counted)| counted).collect();
    sums(&counted)
}

fn count<'d>(township: &Township, duty: &dyn Fn(u32) -> &'d str) -> Counted {
    let judged = township
        .judged()
        .expect("generated records are well formed");
    let rows = township.inputs.iter().filter_map(|input| input.rows).sum();
    let score = judged.scores.first().map_or(0, |sheet| sheet.score / 10);
    let failing = [Status::Violated, Status::Missed, Status::Late];
    let told = judged.findings.iter();
    let told = told.filter(|finding| failing.contains(&finding.status));
    let check = |duty: &str, facet: Option<&str>| {
        let facet = Facet::ALL.into_iter().find(|known| known.word() == facet);
        let mut checks = CHECKS.iter();
        let found = checks.position(|(id, side)| *id == duty && Some(*side) == facet);
        found.unwrap_or(CHECKS.len())
    };
    let figures = told.map(|finding| {
        let check = check(duty(finding.duty), finding.facet.as_deref());
        (check, finding.figure)
    });
    Counted::of((rows, score), figures)
}

/// Rounds in which both run in turn, each in a process of its own: of 20 townships, and of 2,000 where it counts.
pub(crate) fn beside(folder: &Path, words: &[&str]) {
    let full = words.contains(&"--bench") && !words.iter().any(|word| word.parse::<u32>().is_ok());
    let expected: Value =
        serde_json::from_str(include_str!("expected.json")).expect("the expected counts are JSON");
    for (townships, rounds) in [(20, 1), (2_000, 3)]
        .into_iter()
        .take(1 + usize::from(full))
    {
        let dir = folder.join(format!("t{townships}"));
        write(&dir, townships, &["parquet", "csv", "jsonl"]).expect("the folder can be written to");
        let mut ratios: Vec<f64> = (0..=rounds)
            .map(|_| {
                let [figures, audit] =
                    ["own", "audit"].map(|way| took(way, &dir, &expected[townships.to_string()]));
                audit / figures
            })
            .skip(1)
            .collect();
        ratios.sort_by(f64::total_cmp);
        let ratio = ratios[ratios.len() / 2];
        println!("  luoshi audit / figures alone, {townships} townships: {ratio:.2}");
    }
}

fn took(way: &str, dir: &Path, expected: &Value) -> f64 {
    let own = std::env::current_exe().expect("a program knows where it is");
    let start = Instant::now();
    let ran = Command::new(own).args([way, "parquet"]).arg(dir).output();
    let ran = ran.expect("it can be started");
    let seconds = start.elapsed().as_secs_f64();
    assert!(
        ran.status.success(),
        "{}",
        String::from_utf8_lossy(&ran.stderr)
    );
    let found: Value = serde_json::from_slice(&ran.stdout).expect("it writes JSON");
    for (key, value) in found.as_object().expect("an object") {
        if key != "peak_kb" {
            assert_eq!(*value, expected[key], "{key} of {way}");
        }
    }
    seconds
}
