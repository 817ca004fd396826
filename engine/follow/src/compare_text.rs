//! Two audits side by side, to read: counts, tables by duty and township, then one by one.

use luoshi_audit::Finding;
use luoshi_diagnostics::Messages;
use luoshi_report::{Side, Table, paragraph};

use crate::compare::{Comparison, FindingChange, TownshipChange};
use crate::standing::Standing;
use crate::turn::{Counts, Fate, Turn};
use crate::words::{about, count, in_language, joined, say, with};

/// Rows of the table of townships, and townships that are told one by one.
const TOWNSHIPS_AT_MOST: usize = 30;
/// Findings of a township that are told one by one.
const FINDINGS_AT_MOST: usize = 20;

/// Writes a comparison in at most 80 columns.
#[must_use]
pub fn compare_text(of: &Comparison<'_>, words: Messages) -> String {
    let mut out = String::new();
    let args = [
        ("from", of.earlier.as_of.to_string().into()),
        ("to", of.later.as_of.to_string().into()),
    ];
    paragraph(&mut out, "", 0, &say(words, "audits-title", args));
    head(of, words, &mut out);
    let told = of.townships.iter().filter(|township| township.is_told());
    let told: Vec<&TownshipChange<'_>> = told.collect();
    let plain = of.duties.is_empty() && told.is_empty() && of.packages.is_empty();
    if plain && of.earlier.engine == of.later.engine {
        out.push('\n');
        paragraph(&mut out, "", 0, &words.word("audits-same"));
        return out;
    }
    duties(of, words, &mut out);
    plans(of, words, &mut out);
    townships(&told, words, &mut out);
    one_by_one(&told, words, &mut out);
    out
}

fn head(of: &Comparison<'_>, words: Messages, out: &mut String) {
    let compared = of.townships.iter().filter(|t| t.fate == Fate::Compared);
    let args = [("count", count(compared.count()))];
    paragraph(out, "", 0, &say(words, "audits-townships", args));
    let of_turn = |turn| count(of.counts.of(turn));
    let args = [
        ("new", of_turn(Turn::New)),
        ("reopened", of_turn(Turn::Reopened)),
        ("persisting", count(of.counts.persisting())),
        ("graver", of_turn(Turn::Graver)),
        ("milder", of_turn(Turn::Milder)),
        ("fixed", of_turn(Turn::Fixed)),
        ("dropped", of_turn(Turn::Dropped)),
    ];
    paragraph(out, "", 0, &say(words, "audits-counts", args));
    if of.earlier.engine != of.later.engine {
        let args = [
            ("from", of.earlier.engine.as_str().into()),
            ("to", of.later.engine.as_str().into()),
        ];
        paragraph(out, "", 0, &say(words, "audits-engine", args));
    }
    for package in &of.packages {
        let version = |version: Option<&str>| match version {
            Some(version) => version.to_owned(),
            None => words.word("audits-no-version"),
        };
        let args = [
            ("name", package.name.into()),
            ("from", version(package.from).into()),
            ("to", version(package.to).into()),
            ("count", count(package.townships)),
        ];
        paragraph(out, "", 0, &say(words, "audits-package", args));
    }
}

/// What is counted, in the order of the columns.
fn cells(counts: &Counts) -> [String; 5] {
    let of = |turn| counts.of(turn).to_string();
    [
        of(Turn::New),
        of(Turn::Reopened),
        counts.persisting().to_string(),
        of(Turn::Fixed),
        of(Turn::Dropped),
    ]
}

fn table(first: &str, words: Messages) -> Table {
    let columns = ["new", "reopened", "persisting", "fixed", "dropped"];
    let name = |column: &str| words.word(&format!("audits-column-{column}"));
    let mut headings = vec![(name(first), Side::Left)];
    headings.extend(columns.map(|column| (name(column), Side::Right)));
    Table::new(headings)
}

fn duties(of: &Comparison<'_>, words: Messages, out: &mut String) {
    let mut table = table("duty", words);
    for duty in of.duties.iter().filter(|duty| duty.counts.sum() > 0) {
        let mut row = vec![duty.duty.name.clone()];
        row.extend(cells(&duty.counts));
        table.row(row);
    }
    section(table, "audits-duties", words, out);
}

fn section(table: Table, heading: &str, words: Messages, out: &mut String) {
    if !table.is_empty() {
        out.push_str(&format!("\n{}\n\n", words.word(heading)));
        table.write(out, 2);
    }
}

fn plans(of: &Comparison<'_>, words: Messages, out: &mut String) {
    let alone = of.duties.iter().filter(|duty| duty.came + duty.left > 0);
    for (at, duty) in alone.enumerate() {
        if at == 0 {
            out.push_str(&format!("\n{}\n\n", words.word("audits-plans")));
        }
        for (key, townships) in [("audits-came", duty.came), ("audits-left", duty.left)] {
            if townships > 0 {
                let args = [
                    ("name", duty.duty.name.as_str().into()),
                    ("id", duty.duty.id.as_str().into()),
                    ("count", count(townships)),
                ];
                paragraph(out, "  ", 4, &say(words, key, args));
            }
        }
    }
}

fn name(of: &TownshipChange<'_>, words: Messages) -> String {
    let known = of.later.or(of.earlier);
    let name = known.map_or("", |township| township.name.as_str());
    if !of.is_renamed() {
        return name.to_owned();
    }
    let before = of.earlier.map_or("", |township| township.name.as_str());
    let args = [("from", before.into()), ("to", name.into())];
    say(words, "audits-renamed", args)
}

fn townships(told: &[&TownshipChange<'_>], words: Messages, out: &mut String) {
    let mut table = table("township", words);
    for township in told.iter().take(TOWNSHIPS_AT_MOST) {
        let mut row = vec![name(township, words)];
        match township.fate {
            Fate::Compared => row.extend(cells(&township.counts)),
            fate => {
                row[0] = format!("{} [{}]", row[0], fate_word(fate, words));
                row.extend([const { String::new() }; 5]);
            }
        }
        table.row(row);
    }
    section(table, "audits-by-township", words, out);
    more(told.len(), TOWNSHIPS_AT_MOST, 2, words, out);
}

fn fate_word(fate: Fate, words: Messages) -> String {
    words.word(&format!("follow-fate-{}", fate.word()))
}

fn more(all: usize, most: usize, indent: usize, words: Messages, out: &mut String) {
    if all > most {
        let text = say(words, "follow-more", [("count", count(all - most))]);
        paragraph(out, &" ".repeat(indent), indent, &text);
    }
}

fn one_by_one(told: &[&TownshipChange<'_>], words: Messages, out: &mut String) {
    let with = told.iter().filter(|township| !township.findings.is_empty());
    for (at, township) in with.take(TOWNSHIPS_AT_MOST).enumerate() {
        if at == 0 {
            out.push_str(&format!("\n{}\n", words.word("audits-findings")));
        }
        out.push_str(&format!("\n  {}\n", name(township, words)));
        for finding in township.findings.iter().take(FINDINGS_AT_MOST) {
            finding_text(finding, words, out);
        }
        more(township.findings.len(), FINDINGS_AT_MOST, 4, words, out);
    }
}

fn finding_text(of: &FindingChange<'_>, words: Messages, out: &mut String) {
    let turn = words.word(&format!("follow-turn-{}", of.turn.word()));
    let mut line = of.duty.name.clone();
    if let Some(finding) = of.finding() {
        line = format!("{line} {}", about_of(finding))
            .trim_end()
            .to_owned();
    }
    let details = joined(&details(of, words), words);
    let line = with(&line, &details, words);
    paragraph(out, &format!("    [{turn}] "), 6, &line);
    let reason = of.later.and_then(|finding| finding.reason.as_ref());
    if let Some(reason) = reason.filter(|_| matches!(of.turn, Turn::New | Turn::Reopened)) {
        paragraph(out, "      ", 6, in_language(reason, words));
    }
}

fn about_of(finding: &Finding) -> String {
    let period = finding.period.as_deref().map(String::as_str);
    about(
        finding.subject.as_deref(),
        finding.actor.as_deref(),
        period,
        &finding.id,
    )
}

/// What differs, and why it is no longer told or was not before.
fn details(of: &FindingChange<'_>, words: Messages) -> Vec<String> {
    let mut details = Vec::new();
    let standing = |standing: Standing| words.word(&format!("follow-standing-{}", standing.word()));
    match of.turn {
        Turn::New | Turn::Reopened => {
            let args = [("standing", standing(of.before).into())];
            details.push(say(words, "audits-before", args));
        }
        Turn::Dropped => {
            let args = [("standing", standing(of.after).into())];
            details.push(say(words, "audits-after", args));
        }
        Turn::Graver | Turn::Persisting | Turn::Milder | Turn::Fixed => {}
    }
    let (Some(earlier), Some(later)) = (of.earlier, of.later) else {
        return details;
    };
    let differs = matches!(of.turn, Turn::Graver | Turn::Persisting | Turn::Milder);
    if differs && earlier.status != later.status {
        let status = |finding: &Finding| words.word(&format!("status-{}", finding.status.word()));
        let args = [
            ("from", status(earlier).into()),
            ("to", status(later).into()),
        ];
        details.push(say(words, "audits-status", args));
    }
    if differs && earlier.figure != later.figure {
        let args = [("from", earlier.figure.into()), ("to", later.figure.into())];
        details.push(say(words, "audits-figure", args));
    }
    details
}
