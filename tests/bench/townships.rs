//! Township plans that extend one package: reading the YAML of each alone as any YAML is read, and beside it what
//! reading it as a plan, resolving and compiling it take. One core; only ratios are told, so that runs on different
//! machines compare.
//!
//! The goal is 20,000 plans a second on one core for parse, resolve and compile together, of 40,000 plans over one package that
//! is parsed and compiled once. As a ratio that is about a quarter of what the YAML alone takes. It is missed by more than
//! three times: the three together take nearly as long as the YAML alone (0.87 on an idle machine), resolving alone half of it.

#[path = "townships/generate.rs"]
mod generate;

use std::path::Path;
use std::time::{Duration, Instant};

use jiff::civil::{Date, date};
use luoshi::read_folder;
use luoshi_diagnostics::{Lang, Level, Messages, Sources, render_text};
use luoshi_plan::{Folder, PlanFile, Prepared, parse, read_tree, resolve};
use luoshi_rules::{Compiler, Plugins};

const AS_OF: Date = date(2012, 12, 31);

/// Plans of a full run, and of one that only shows that the benchmark works.
const FULL: u32 = 40_000;
const SHORT: u32 = 20;

/// Of so many plans one is resolved by itself too.
const ALONE: u32 = 20;

/// Nothing is kept of a plan after its turn: memory must not grow with their number.
#[derive(Default)]
struct Times {
    /// The YAML alone, by the reader of any YAML.
    yaml: Duration,
    /// By the reader that plans have.
    read: Duration,
    parse: Duration,
    resolve: Duration,
    /// For a few plans only: resolved each by itself, the packages decoded for each again.
    alone: Duration,
    compile: Duration,
    plans: u32,
    plans_alone: u32,
    duties: usize,
}

/// What all plans have in common.
struct Shared<'p> {
    prepared: Prepared<'p>,
    compiler: Compiler,
}

fn main() {
    let townships = match std::env::args().any(|a| a == "--bench") {
        true => std::env::var("TOWNSHIPS")
            .ok()
            .and_then(|n| n.parse().ok())
            .unwrap_or(FULL),
        false => SHORT,
    };
    let mut sources = Sources::default();
    let packages = ["central-2015", "county-security"].map(|name| package(name, &mut sources));
    let shared = Shared {
        prepared: Prepared::new(&packages),
        compiler: Compiler::default(),
    };
    let mut times = Times::default();
    for township in 0..townships {
        one(township, &packages, &shared, &mut times);
    }
    println!("{townships} plans, {} duties in all", times.duties);
    let yaml = times.yaml.as_secs_f64() / f64::from(times.plans);
    println!(
        "  {:<28} {:>8.0} microseconds a plan",
        "the YAML alone",
        yaml * 1e6
    );
    let tell =
        |what, time: Duration, plans: u32| tell(what, time.as_secs_f64() / f64::from(plans) / yaml);
    tell("read", times.read, times.plans);
    tell("parse, reading included", times.parse, times.plans);
    tell("resolve", times.resolve, times.plans);
    tell("compile", times.compile, times.plans);
    let all = times.parse + times.resolve + times.compile;
    tell("parse, resolve and compile", all, times.plans);
    tell("resolve one plan by itself", times.alone, times.plans_alone);
    let each = all.as_secs_f64() / f64::from(times.plans);
    println!(
        "  {:<28} {:>8.0} plans a second",
        "on this core",
        1.0 / each
    );
}

fn tell(what: &str, ratio: f64) {
    println!("  {what:<28} {ratio:>8.2} x that of the YAML alone");
}

fn package(name: &str, sources: &mut Sources) -> PlanFile {
    let policies = Path::new(env!("CARGO_MANIFEST_DIR")).join("../policies");
    let (folder, notes) = read_folder(&policies.join(name));
    assert!(notes.is_empty(), "the package can be read");
    parse(&folder, sources)
}

fn one(township: u32, packages: &[PlanFile], shared: &Shared<'_>, times: &mut Times) {
    times.plans += 1;
    let text = generate::plan(township);
    // Numbers of files go on after those of the packages, as in a run.
    let mut sources = Sources::default();
    let taken = packages.iter().flat_map(|p| &p.trees).count() + 64;
    for _ in 0..taken {
        sources.add("", "");
    }
    let file = sources.add("plan.yaml", "");
    // With a carriage return it is not of the plain form.
    let any = format!("# \r\n{text}");
    let start = Instant::now();
    let tree = read_tree(file, &any);
    times.yaml += start.elapsed();
    drop(tree);
    let start = Instant::now();
    let tree = read_tree(file, &text);
    times.read += start.elapsed();
    drop(tree);
    let folder = Folder {
        name: "township".to_owned(),
        texts: vec![("plan.yaml".to_owned(), text)],
        ..Folder::default()
    };
    let start = Instant::now();
    let plan = parse(&folder, &mut sources);
    times.parse += start.elapsed();
    let start = Instant::now();
    let staged = shared.prepared.resolve(&plan);
    times.resolve += start.elapsed();
    if township.is_multiple_of(ALONE) {
        let start = Instant::now();
        drop(resolve(&plan, packages));
        times.alone += start.elapsed();
        times.plans_alone += 1;
    }
    let errors: Vec<_> = staged
        .notes
        .into_iter()
        .filter(|n| n.code.level() == Level::Error)
        .collect();
    let shown = || render_text(&errors, &sources, Messages::of(Lang::En), false);
    let plan = staged.value.ok_or_else(shown);
    let plan = plan.expect("the plan of the benchmark resolves");
    let start = Instant::now();
    let program = shared.compiler.compile(&plan, AS_OF, Plugins::none()).value;
    times.compile += start.elapsed();
    times.duties += program.expect("it compiles").duties.len();
}
