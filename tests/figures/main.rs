//! Figures in prose: every number in the report of a year is accounted for by a value that is counted
//! again from the assessment as JSON, by a day or by the id of a clause.
//!
//! A number is accounted for where it stands, not wherever it occurs: each claim is a phrase with its
//! words, or a whole row of a table. The last test changes each digit of each report in turn; a
//! change that passed would show a number that nothing holds to its place.

use jiff::civil::{Date, date};
use luoshi::draft;
use luoshi_documents::{Fills, Register, papers};
use luoshi_layout::{Block, Document, Table, text_of};
use luoshi_tests::{shown, township};

use known::{Known, known};
use told::told;

mod known;
mod scores;
mod told;

const TEMPLATE: &str = "annual_report";
const TOWNSHIPS: [(&str, Date); 3] = [
    ("pingtang-2012", date(2012, 12, 31)),
    ("nao-2012", date(2012, 12, 31)),
    ("township-2006", date(2006, 12, 31)),
];

/// The report of a township, line by line, and what may stand in it.
struct Report {
    name: &'static str,
    lines: Vec<String>,
    known: Known,
}

fn report(name: &'static str, as_of: Date) -> Report {
    let (judged, library, sources) = township(name, as_of);
    let (press, _) = judged.press(&library, &sources);
    let all = papers(&judged.files(), &library, &Register::of(&judged.evidence));
    let paper = all.iter().find(|paper| paper.template.name == TEMPLATE);
    let paper = paper.expect("the plan has a year");
    let document = press.write(
        paper.template,
        &paper.occasion,
        &draft(&judged.plan, paper, &Fills::new()),
    );
    let document = document.unwrap_or_else(|notes| panic!("{}", shown(&notes, &sources)));
    Report {
        name,
        lines: lines(&document),
        known: known(&told(&judged, as_of)),
    }
}

/// Everything that a paper says, before a writer breaks lines; a row of a table is one line.
fn lines(document: &Document) -> Vec<String> {
    let mut lines = vec![document.title.concat()];
    lines.extend(document.addressees.iter().cloned());
    blocks(&document.body, &mut lines);
    for attachment in &document.attachments {
        lines.push(attachment.title.clone());
        blocks(&attachment.body, &mut lines);
    }
    lines.extend(document.note.clone());
    lines
}

fn blocks(blocks: &[Block], lines: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Heading { label, text, .. } => lines.push(format!("{label}{}", text_of(text))),
            Block::Paragraph { text, .. } => lines.push(text_of(text)),
            Block::Table(table) => rows(table, lines),
            Block::Blank | Block::PageBreak => {}
        }
    }
}

fn rows(table: &Table, lines: &mut Vec<String>) {
    lines.extend(table.caption.clone());
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(|cell| text_of(&cell.text)).collect();
        lines.push(cells.join("|"));
    }
}

#[test]
fn every_figure_of_the_annual_report_is_accounted_for() {
    for (name, as_of) in TOWNSHIPS {
        let report = report(name, as_of);
        let figures: usize = report.lines.iter().map(|line| digits(line).count()).sum();
        assert!(figures > 300, "{name}: only {figures} digits");
        for line in &report.lines {
            let left = report.known.unaccounted(line);
            assert_eq!(left, None, "{name}: nothing accounts for this in: {line}");
        }
    }
}

#[test]
fn no_digit_of_the_annual_report_can_change_unnoticed() {
    for (name, as_of) in TOWNSHIPS {
        let report = report(name, as_of);
        for line in &report.lines {
            for (at, digit) in digits(line) {
                for other in '0'..='9' {
                    let mut changed = line.clone();
                    changed.replace_range(at..=at, other.encode_utf8(&mut [0; 4]));
                    let caught = report.known.unaccounted(&changed).is_some();
                    assert!(
                        other == digit || caught,
                        "{}: passed: {changed}",
                        report.name
                    );
                }
            }
        }
    }
}

fn digits(line: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    line.char_indices()
        .filter(|(_, sign)| sign.is_ascii_digit())
}
