//! The page of one township-year of the national workload beside its JSON: both from the same assessment,
//! interleaved, in one run. The page must not take three times as long.

#[path = "nation/generate.rs"]
mod generate;

use std::time::{Duration, Instant};

use jiff::civil::date;
use luoshi_diagnostics::{Lang, Messages, Sources};
use luoshi_evidence::{Evidence, read_jsonl};
use luoshi_plan::{Folder, Plan, PlanFile, parse, resolve};
use luoshi_report::{Glossary, Reader, html, to_json};
use luoshi_rules::{Detail, Plugins, compile, evaluate, judge};

const ROUNDS: usize = 21;

fn main() {
    let mut sources = Sources::default();
    let plan = plan(&mut sources);
    let day = date(2025, 12, 31);
    let evidence = evidence(&mut sources);
    let program = compile(&plan, day, Plugins::none())
        .value
        .expect("the plan compiles");
    let facts = evaluate(&program, &evidence, Detail::Evidence);
    let assessment = judge(&program, &evidence, &facts);
    let reader = Reader {
        words: Messages::of(Lang::ZhCn),
        assessment: &assessment,
        glossary: &Glossary::of(&plan),
    };
    let (mut json, mut page, mut sizes) = (Vec::new(), Vec::new(), (0, 0));
    for _ in 0..ROUNDS {
        let start = Instant::now();
        sizes.0 = to_json(serde_json::json!([]), Some(&reader))
            .to_string()
            .len();
        json.push(start.elapsed());
        let start = Instant::now();
        sizes.1 = html(&reader, &plan).expect("the templates fit").len();
        page.push(start.elapsed());
    }
    println!(
        "findings                       {:>9}",
        assessment.findings.len()
    );
    println!("JSON                           {:>9} bytes", sizes.0);
    println!("page                           {:>9} bytes", sizes.1);
    let ratio = median(page).as_secs_f64() / median(json).as_secs_f64();
    println!("time of the page               {ratio:>9.2} x JSON");
}

fn plan(sources: &mut Sources) -> Plan {
    let package = include_str!("nation/package/package.yaml");
    let township = include_str!("nation/township/plan.yaml");
    let package = file("package", "package.yaml", package, sources);
    let plan = file("township", "plan.yaml", township, sources);
    resolve(&plan, &[package]).value.expect("the plan resolves")
}

fn file(folder: &str, name: &str, text: &str, sources: &mut Sources) -> PlanFile {
    let folder = Folder {
        name: folder.to_owned(),
        texts: vec![(name.to_owned(), text.to_owned())],
        ..Folder::default()
    };
    parse(&folder, sources)
}

fn evidence(sources: &mut Sources) -> Evidence {
    let mut records = String::new();
    generate::township(2025, 0, &mut records);
    let file = sources.add("evidence.jsonl", records.as_str());
    let read = read_jsonl(&records, file, date(2025, 12, 31));
    read.value.expect("the evidence reads")
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
