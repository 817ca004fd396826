//! Warm evaluation of the national workload: counts and checksums must be the expected ones, and
//! the time is shown beside that of the same checks written by hand over the same columns.

#[path = "nation/by_hand.rs"]
mod by_hand;
#[path = "nation/generate.rs"]
mod generate;
#[path = "nation/plan.rs"]
mod plan;

use std::time::{Duration, Instant};

use jiff::civil::{Date, date};
use luoshi_diagnostics::Sources;
use luoshi_evidence::{Evidence, read_jsonl};
use luoshi_rules::{Detail, Plugins, Program, compile, evaluate, tally};
use serde_json::{Value, json};

const SEED: u64 = 2025;
const AS_OF: Date = date(2025, 12, 31);
/// Townships whose columns are in memory at a time: memory must not grow with their number.
const CHUNK: u32 = 20;
/// Each chunk is evaluated this often and the best time taken, so that a noisy machine disturbs less.
const ROUNDS: usize = 5;

fn main() {
    let plan = plan::plan();
    let program = compile(&plan, AS_OF, Plugins::none())
        .value
        .expect("the plan of the benchmark compiles");
    let expected: Value = serde_json::from_str(include_str!("nation/expected.json"))
        .expect("the expected counts are JSON");
    let full = std::env::args().any(|a| a == "--bench");
    let sizes: &[u32] = if full { &[1, 20, 2_000] } else { &[1, 20] };
    let mut least = None;
    for townships in sizes {
        let run = run(&program, *townships);
        let wanted = &expected[townships.to_string()];
        let same = if run.counts == *wanted {
            "as expected"
        } else {
            "WRONG"
        };
        println!(
            "{townships:>5} townships, {:>8} records: counts and checksums {same}",
            run.records
        );
        if run.counts != *wanted {
            println!("  expected {wanted}\n  found    {}", run.counts);
            std::process::exit(1);
        }
        run.print_times();
        // From a full chunk on, memory is that of a chunk, however many follow.
        if let Some(peak) = peak_memory().filter(|_| *townships >= CHUNK) {
            let first = *least.get_or_insert(peak);
            println!(
                "  {:<28} {:>8.2} x that of {CHUNK} townships",
                "peak memory",
                peak / first
            );
        }
    }
}

/// The most memory that the process has held, where the system says it.
fn peak_memory() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// Sums over all townships of a run.
#[derive(Default)]
struct Run {
    counts: Value,
    records: u64,
    read: Duration,
    evaluate: Duration,
    judge: Duration,
    by_hand: Duration,
}

fn run(program: &Program<'_>, townships: u32) -> Run {
    let mut run = Run::default();
    let mut sums = Sums::default();
    for start in (0..townships).step_by(CHUNK as usize) {
        let chunk: Vec<Evidence> = (start..(start + CHUNK).min(townships))
            .map(|t| read(t, &mut run))
            .collect();
        run.by_hand += best(|| chunk.iter().for_each(by_hand::run));
        let facts = || {
            chunk
                .iter()
                .map(|e| evaluate(program, e, Detail::Figures))
                .collect::<Vec<_>>()
        };
        run.evaluate += best(|| drop(std::hint::black_box(facts())));
        let facts = facts();
        let tallies = || {
            chunk
                .iter()
                .zip(&facts)
                .map(|(e, f)| tally(program, e, f))
                .collect::<Vec<_>>()
        };
        run.judge += best(|| drop(std::hint::black_box(tallies())));
        for tally in tallies() {
            sums.add(program, &tally);
        }
    }
    run.counts = sums.finish(run.records);
    run
}

fn read(township: u32, run: &mut Run) -> Evidence {
    let mut text = String::new();
    let records = generate::township(SEED, township, &mut text);
    run.records += records as u64;
    let mut sources = Sources::default();
    let file = sources.add("evidence.jsonl", "");
    let start = Instant::now();
    let staged = read_jsonl(&text, file, AS_OF);
    run.read += start.elapsed();
    staged.value.expect("generated records are well formed")
}

fn best(mut body: impl FnMut()) -> Duration {
    let time = |_| {
        let start = Instant::now();
        body();
        start.elapsed()
    };
    (0..ROUNDS).map(time).min().unwrap_or_default()
}

#[derive(Default)]
struct Sums {
    counts: [u64; 9],
    absences: i64,
    run_length: i64,
    late: i64,
    vetoed: u64,
    scores: Vec<i64>,
}

impl Sums {
    fn add(&mut self, program: &Program<'_>, tally: &luoshi_rules::Tally) {
        let duties = [
            "council_meeting",
            "briefing",
            "visit",
            "patrol",
            "patrol.run",
            "veto",
            "reward",
            "task",
        ];
        for (at, duty) in duties.iter().enumerate() {
            let (count, figures) = tally.failing(program, duty);
            self.counts[at + 1] += u64::from(count);
            match at + 1 {
                4 => self.absences += figures,
                5 => self.run_length += figures,
                6 => self.vetoed += u64::from(count > 0),
                8 => self.late += figures,
                _ => {}
            }
        }
        // Points are in hundredths, the workload's in tenths.
        self.scores
            .extend(tally.scores.iter().map(|score| score / 10));
    }

    fn finish(&self, records: u64) -> Value {
        let rank = |county: &[i64]| -> u64 {
            let of = |score: &i64| 1 + county.iter().filter(|other| *other > score).count() as u64;
            county.iter().map(of).sum()
        };
        let hashed = |(township, score): (i64, &i64)| score * (township % 1009 + 1);
        let c = &self.counts;
        json!({
            "C1": c[1], "C2": c[2], "C3": c[3], "C4": c[4], "C5": c[5], "C6": c[6], "C7": c[7], "C8": c[8],
            "absences": self.absences, "runlen": self.run_length, "late": self.late,
            "veto_townships": self.vetoed,
            "score_sum": self.scores.iter().sum::<i64>(),
            "score_hash": (0i64..).zip(&self.scores).map(hashed).sum::<i64>(),
            "rank_sum": self.scores.chunks(20).map(rank).sum::<u64>(),
            "records": records,
        })
    }
}

impl Run {
    #[allow(clippy::cast_precision_loss, reason = "figures for people")]
    fn print_times(&self) {
        let rate = |time: Duration| self.records as f64 / time.as_secs_f64() / 1e6;
        let ratio = |time: Duration| time.as_secs_f64() / self.by_hand.as_secs_f64();
        let line = |what: &str, time: Duration| {
            println!(
                "  {what:<28} {:>8.1} million records/s, {:>6.2} x by hand",
                rate(time),
                ratio(time)
            );
        };
        line("by hand", self.by_hand);
        line("evaluate (plan-driven)", self.evaluate);
        line("evaluate and judge", self.evaluate + self.judge);
        line("read JSON lines", self.read);
    }
}
