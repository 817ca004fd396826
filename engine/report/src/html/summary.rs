//! How many findings there are of each status, and the few sentences that matter.

use std::collections::BTreeMap;

use luoshi_rules::{Decision, Finding, Status};
use serde::Serialize;

use super::findings::{failing, findings_of};
use super::lights::Lights;
use super::markup::{To, anchor};
use super::view::Cell;
use crate::reader::Reader;
use crate::text::{counts, decided_by_people, number, percent, share, suspects};

/// Duties and dates named in a sentence.
const NAMED_AT_MOST: usize = 5;

/// The summary.
#[derive(Serialize)]
pub(super) struct Summary {
    title: String,
    percent: String,
    share: String,
    tiles: Vec<Tile>,
    /// What matters most: a sentence, then links.
    points: Vec<Point>,
}

/// One status.
#[derive(Serialize)]
struct Tile {
    status: &'static str,
    word: String,
    sign: String,
    count: usize,
    meaning: String,
}

#[derive(Serialize)]
struct Point {
    says: String,
    links: Cell,
}

pub(super) fn summary(reader: &Reader<'_>, lights: &Lights) -> Summary {
    let tile = |(status, count): (Status, usize)| Tile {
        status: status.word(),
        word: lights.word(status).to_owned(),
        sign: lights.sign(status).to_owned(),
        count,
        meaning: reader.word(&format!("status-{}.meaning", status.word())),
    };
    let points = [
        worst(reader),
        decisions(reader),
        due(reader),
        untold(reader),
        suspects(reader).map(|says| Point {
            says,
            links: Cell::link(reader.word("html-suspects-more"), "suspects".to_owned()),
        }),
    ];
    Summary {
        title: format!(
            "{}{}",
            reader.word("ordinal-1"),
            reader.word("section-summary")
        ),
        percent: percent(reader).unwrap_or_else(|| "-".to_owned()),
        share: share(reader),
        tiles: counts(reader.assessment).into_iter().map(tile).collect(),
        points: points.into_iter().flatten().collect(),
    }
}

/// The duties with the most failures.
fn worst(reader: &Reader<'_>) -> Option<Point> {
    let failures = |f: &[Finding]| {
        f.iter()
            .filter(|f| failing(f) && !decided_by_people(reader, f))
            .count()
    };
    let mut duties: Vec<_> = reader
        .assessment
        .duties
        .iter()
        .map(|d| (failures(findings_of(reader, d)), d))
        .filter(|(count, _)| *count > 0)
        .collect();
    // Stable, so that duties with equally many keep the order of the plan.
    duties.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let all: usize = duties.iter().map(|(count, _)| count).sum();
    let args = [
        ("count", number(all).into()),
        ("duties", number(duties.len()).into()),
    ];
    let links = duties
        .iter()
        .take(NAMED_AT_MOST)
        .fold(Cell::default(), |cell, (count, duty)| {
            cell.and(format!("{} {count}", duty.name), anchor(To::Duty, &duty.id))
        });
    (all > 0).then(|| Point {
        says: reader.say("html-worst", args),
        links,
    })
}

/// What is proposed and not decided yet, by who decides.
fn decisions(reader: &Reader<'_>) -> Option<Point> {
    let mut waiting: BTreeMap<String, usize> = BTreeMap::new();
    let open = reader.assessment.proposals.iter();
    for proposal in open.filter(|p| p.decision == Decision::Proposed) {
        let by = proposal.decided_by.clone();
        *waiting
            .entry(by.unwrap_or_else(|| reader.word("proposals-nobody")))
            .or_default() += 1;
    }
    let all: usize = waiting.values().sum();
    let links = waiting.iter().fold(Cell::default(), |cell, (by, count)| {
        cell.and(format!("{by} {count}"), "proposals".to_owned())
    });
    (all > 0).then(|| Point {
        says: reader.say("html-waiting", [("count", number(all).into())]),
        links,
    })
}

/// What is due next.
fn due(reader: &Reader<'_>) -> Option<Point> {
    let going_on = |f: &&Finding| matches!(f.status, Status::DueSoon | Status::Pending);
    let mut next: Vec<_> = reader
        .assessment
        .findings
        .iter()
        .filter(going_on)
        .filter_map(|f| Some((f.day?, f)))
        .collect();
    next.sort_by_key(|(day, finding)| (*day, finding.duty));
    next.dedup_by_key(|(day, finding)| (*day, finding.duty));
    let links = next
        .iter()
        .take(NAMED_AT_MOST)
        .fold(Cell::default(), |cell, (day, finding)| {
            let name = reader.duty(finding).map_or("", |d| &d.name);
            cell.and(format!("{day} {name}"), anchor(To::Finding, &finding.id))
        });
    (!next.is_empty()).then(|| Point {
        says: reader.word("html-next"),
        links,
    })
}

/// What cannot be told.
fn untold(reader: &Reader<'_>) -> Option<Point> {
    let count = |s| {
        reader
            .assessment
            .findings
            .iter()
            .filter(|f| f.status == s)
            .count()
    };
    let (unknown, unset) = (count(Status::Unknown), count(Status::Unset));
    let args = [
        ("unknown", number(unknown).into()),
        ("unset", number(unset).into()),
    ];
    (unknown + unset > 0).then(|| Point {
        says: reader.say("html-untold", args),
        links: Cell::link(reader.word("html-untold-more"), "needed".to_owned()),
    })
}
