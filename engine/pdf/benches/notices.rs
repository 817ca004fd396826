//! Meeting notices as PDF against typst on a page written by hand: `cargo bench -p luoshi-pdf`.
//!
//! Both set the same page in the same process with the same fonts and the same settings, each notice with a text of its own.
#![allow(clippy::disallowed_methods, reason = "it measures time and memory")]

#[path = "notices/by_hand.rs"]
mod by_hand;
#[path = "../src/tests/machine.rs"]
mod machine;
#[allow(dead_code, reason = "tests use the rest")]
#[path = "../src/tests/papers.rs"]
mod papers;

use std::time::{Duration, Instant};

use luoshi_layout::{Block, Document, Figures};
use luoshi_pdf::{Fonts, pdf};

/// Without optimisation only a look at whether it runs.
const PART: usize = if cfg!(debug_assertions) { 10 } else { 1 };
const COMPARED: usize = 1_000 / PART / PART;
const MANY: usize = 10_000 / PART / PART;
const ROWS: usize = 10_000 / PART / PART;

fn main() {
    let begun = Instant::now();
    let fonts = machine::fonts();
    println!(
        "fonts: {} kept, read once in {} ms",
        fonts.len(),
        begun.elapsed().as_millis()
    );
    let hand = by_hand::Hand::new();
    // The first of each reads the program and the fonts' tables.
    first("luoshi, first notice", || ours(&fonts, 0));
    first("by hand, first notice", || hand.notice(0));
    let ours_each = each("luoshi", COMPARED, |at| ours(&fonts, at));
    let hand_each = each("by hand", COMPARED, |at| hand.notice(at));
    let ratio = ours_each.as_secs_f64() / hand_each.as_secs_f64();
    println!("luoshi takes {ratio:.2} times as long as by hand (at most 2)");
    println!("peak memory: {}", peak());
    each("luoshi", MANY, |at| ours(&fonts, COMPARED + at));
    println!("peak memory: {}", peak());
    first(&format!("a table of {ROWS} rows"), || {
        let mut paper = papers::working();
        paper.body = vec![Block::Table(papers::duties(ROWS))];
        write(&fonts, &paper)
    });
    println!("peak memory: {}", peak());
    assert!(ratio <= 2.0, "slower than it may be");
}

/// One notice, its length in bytes and pages.
fn ours(fonts: &Fonts, at: usize) -> (usize, usize) {
    let mut paper = papers::short_notice();
    paper.body.push(papers::body(&by_hand::own_words(at)));
    write(fonts, &paper)
}

fn write(fonts: &Fonts, paper: &Document) -> (usize, usize) {
    match pdf(paper, &Figures::national(), fonts) {
        Ok(pdf) => (pdf.bytes.len(), pdf.pages),
        Err(fault) => panic!("{fault:?}"),
    }
}

fn first(what: &str, write: impl FnOnce() -> (usize, usize)) {
    let begun = Instant::now();
    let (bytes, pages) = write();
    let millis = begun.elapsed().as_secs_f64() * 1_000.0;
    println!("{what}: {millis:.1} ms, {pages} pages, {bytes} bytes");
}

fn each(what: &str, count: usize, write: impl Fn(usize) -> (usize, usize)) -> Duration {
    let begun = Instant::now();
    for at in 1..=count {
        write(at);
    }
    let took = begun.elapsed();
    let second = count as f64 / took.as_secs_f64();
    let millis = took.as_secs_f64() * 1_000.0 / count as f64;
    println!("{what}: {count} notices, {millis:.2} ms each, {second:.0} in a second");
    took
}

/// As the kernel says; only Linux tells it in a file.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    line.map_or("unknown".to_owned(), |line| {
        line.trim_start_matches("VmHWM:").trim().to_owned()
    })
}
