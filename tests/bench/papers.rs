//! How fast papers are written: the full set of one township-year, and many notices of meetings.
//!
//! `cargo bench -p luoshi-tests --bench papers`. What counts is the ratio of each writer to filling in the
//! same papers, measured in one run; the rates are those of the machine.

use std::hint::black_box;
use std::time::{Duration, Instant};

use jiff::civil::date;
use luoshi::{Fonts, Judged, PaperFormat, draft, paper_bytes};
use luoshi_documents::{Fills, Paper, Press, Register, papers};
use luoshi_layout::{Document, Figures};
use luoshi_tests::township;

/// Notices of meetings that are written one after the other.
const NOTICES: usize = 10_000;

const WRITERS: [PaperFormat; 5] = [
    PaperFormat::Docx,
    PaperFormat::Html,
    PaperFormat::Txt,
    PaperFormat::Xlsx,
    PaperFormat::Ics,
];

fn main() {
    let (judged, library, sources) = township("pingtang-2012", date(2012, 12, 31));
    let (press, notes) = judged.press(&library, &sources);
    assert!(notes.is_empty(), "{notes:?}");
    let all = papers(&judged.files(), &library, &Register::of(&judged.evidence));
    let (documents, filled) = timed(|| fill(&judged, &press, &all));
    println!(
        "one township-year: {} papers, filled in {}",
        all.len(),
        rate(all.len(), filled)
    );
    writers(&documents, filled);
    let notice = all
        .iter()
        .find(|paper| paper.template.name == "meeting_notice");
    let notice = notice.expect("the plan calls for meetings");
    let one: Vec<Paper<'_>> = vec![notice.clone(); NOTICES];
    let (documents, filled) = timed(|| fill(&judged, &press, &one));
    println!(
        "{NOTICES} notices of a meeting, filled in {}",
        rate(NOTICES, filled)
    );
    writers(&documents, filled);
    println!("peak memory {} MB", peak());
}

fn fill(judged: &Judged, press: &Press<'_>, all: &[Paper<'_>]) -> Vec<Document> {
    let write = |paper: &Paper<'_>| {
        let setting = draft(&judged.plan, paper, &Fills::new());
        let document = press.write(paper.template, &paper.occasion, &setting);
        document.unwrap_or_else(|notes| panic!("{}: {notes:?}", paper.id()))
    };
    all.iter().map(write).collect()
}

/// Each writer over all documents, beside what filling them in took.
fn writers(documents: &[Document], filled: Duration) {
    let figures = Figures::national();
    let fonts = Fonts::load(Vec::new());
    for format in WRITERS {
        let write = |document: &Document| {
            let bytes = paper_bytes(document, &figures, format, &fonts, date(2012, 12, 31));
            bytes
                .expect("it can be written")
                .map_or(0, |file| black_box(file.bytes).len())
        };
        let (bytes, took) = timed(|| documents.iter().map(write).sum::<usize>());
        let ratio = took.as_secs_f64() / filled.as_secs_f64();
        println!(
            "  {:5} {ratio:.2} times filling in; {}, {} KB in all",
            format.word(),
            rate(documents.len(), took),
            bytes / 1024
        );
    }
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed())
}

fn rate(count: usize, took: Duration) -> String {
    let each = took.as_nanos() / count.max(1) as u128;
    let per_second = 1_000_000_000 / each.max(1);
    format!("{per_second} a second")
}

/// Peak memory of this process in MB; 0 where the system does not say.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.unwrap_or(0) / 1024
}
