//! 附件缺失、附件不符、附件共用: the files behind the records.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_evidence::Kind;

use crate::collect::{Cx, Draft};
use crate::details::Found;
use crate::indication::Indication;
use crate::rows::{ON_THE_SPOT, Row, rows};
use crate::share::WORK;
use crate::sign::Sign;

pub(crate) fn find(cx: &Cx<'_>) -> Vec<Indication> {
    let mut found = compared(cx);
    found.extend(shared(cx));
    found
}

/// The files that records name against those of the folder.
fn compared<'a>(cx: &Cx<'a>) -> Vec<Indication> {
    let (Some(details), Some(files)) = (cx.given.details, cx.given.files) else {
        return Vec::new();
    };
    let (mut missing, mut changed) = (Vec::new(), Vec::new());
    for row in rows(cx.given.evidence, &Kind::ALL) {
        for file in details.attachments(row.id()) {
            match files.look(file) {
                Found::Same => {}
                Found::Other => changed.push((file.name.as_str(), row)),
                Found::Missing => missing.push((file.name.as_str(), row)),
            }
        }
    }
    let one = |sign, found: Vec<(&'a str, Row<'a>)>| {
        let names: BTreeSet<&str> = found.iter().map(|(name, _)| *name).collect();
        let example = names.first().copied()?;
        let message = match sign {
            Sign::AttachmentMissing => "missing",
            _ => "changed",
        };
        Some(cx.indication(Draft {
            sign,
            about: None,
            message,
            figures: vec![("files", names.len().into()), ("example", example.into())],
            thresholds: Vec::new(),
            ask: Vec::new(),
            rows: found.into_iter().map(|(_, row)| row).collect(),
        }))
    };
    let missing = one(Sign::AttachmentMissing, missing);
    let changed = one(Sign::AttachmentChanged, changed);
    missing.into_iter().chain(changed).collect()
}

/// Files under records of different events. The same file again for the same duty is what
/// `copied-records` looks for.
fn shared<'a>(cx: &Cx<'a>) -> Vec<Indication> {
    let mut by_sum: BTreeMap<&str, Vec<Row<'a>>> = BTreeMap::new();
    for row in rows(cx.given.evidence, &WORK) {
        for sum in row.files() {
            by_sum.entry(sum).or_default().push(row);
        }
    }
    let apart = cx.given.limits.get("shared-apart");
    let mut found = Vec::new();
    let mut files = 0;
    for rows in by_sum.values() {
        let pairs = pairs(rows).filter(|(a, b)| claim_different_events(a, b, apart));
        let told: Vec<Row<'a>> = pairs.flat_map(|(a, b)| [a, b]).collect();
        files += usize::from(!told.is_empty());
        found.extend(told);
    }
    if found.is_empty() {
        return Vec::new();
    }
    vec![cx.indication(Draft {
        sign: Sign::AttachmentShared,
        about: None,
        message: "shared",
        figures: vec![("files", files.into())],
        thresholds: vec!["shared-apart"],
        ask: Vec::new(),
        rows: found,
    })]
}

/// Neighbours by day: where any two of them differ, two neighbours do.
fn pairs<'a>(rows: &[Row<'a>]) -> impl Iterator<Item = (Row<'a>, Row<'a>)> + use<'a> {
    let mut sorted = rows.to_vec();
    sorted.sort_by_key(|row| (row.day(), row.subject(), row.id_code()));
    (1..sorted.len()).map(move |at| (sorted[at - 1], sorted[at]))
}

/// Days apart for another duty, or two places on one day. A record and its answer may share a file.
fn claim_different_events(a: &Row<'_>, b: &Row<'_>, apart: i64) -> bool {
    let refer = a.refers_code() == b.id_code()
        || b.refers_code() == a.id_code()
        || (a.refers_code() != 0 && a.refers_code() == b.refers_code());
    let days = i64::from(b.day()) - i64::from(a.day());
    let other_duty = (a.kind, a.duty()) != (b.kind, b.duty());
    let spot = |row: &Row<'_>| ON_THE_SPOT.contains(&row.kind) && !row.subject().is_empty();
    let two_places = days == 0 && spot(a) && spot(b) && a.subject() != b.subject();
    !refer && ((days >= apart && other_duty) || two_places)
}
