//! What a case expects of an assessment.

use jiff::civil::Date;
use luoshi_diagnostics::Place;
use luoshi_plan::{Cx, Decimal, Decode, Fields, Key, Node, NodeKind, decode_word};
use luoshi_rules::{Decision, Status};

use crate::words::{DECISION, STATUS};

/// What a case expects.
#[derive(Debug, Clone, Default)]
pub(crate) struct Expect {
    /// Findings by id, in the order written.
    pub(crate) findings: Vec<ExpectedFinding>,
    /// Proposals of the duties that the case is about; not compared if left out.
    pub(crate) proposals: Option<(Place, Vec<ExpectedProposal>)>,
    /// Score sheets by id.
    pub(crate) scores: Vec<ExpectedSheet>,
    /// Waivers by the id of their record.
    pub(crate) waivers: Vec<ExpectedWaiver>,
}

/// A finding, or with `*` in the id all findings that fit and that no other line names.
#[derive(Debug, Clone)]
pub(crate) struct ExpectedFinding {
    pub(crate) id: String,
    pub(crate) place: Place,
    pub(crate) status: Status,
    pub(crate) figure: Option<i64>,
    pub(crate) day: Option<Date>,
    pub(crate) decision: Option<Option<Decision>>,
    pub(crate) evidence: Option<Vec<String>>,
    pub(crate) backfilled: Option<u32>,
    pub(crate) accountable: Option<Vec<String>>,
}

/// A proposal: whatever is given must fit.
#[derive(Debug, Clone)]
pub(crate) struct ExpectedProposal {
    pub(crate) place: Place,
    pub(crate) by: String,
    pub(crate) by_place: Place,
    pub(crate) finding: Option<String>,
    pub(crate) falls_on: Option<String>,
    pub(crate) what: Option<String>,
    pub(crate) decision: Option<Option<Decision>>,
}

/// A score sheet, `CARD` or `CARD/SUBJECT`.
#[derive(Debug, Clone)]
pub(crate) struct ExpectedSheet {
    pub(crate) id: String,
    pub(crate) place: Place,
    pub(crate) score: Option<Decimal>,
    pub(crate) grade: Option<String>,
    pub(crate) rank: Option<u32>,
    /// Points taken off, or given in the bonus, by item.
    pub(crate) items: Vec<(String, Place, Decimal)>,
}

/// A waiver.
#[derive(Debug, Clone)]
pub(crate) struct ExpectedWaiver {
    pub(crate) record: String,
    pub(crate) place: Place,
    pub(crate) covers: Option<u32>,
    pub(crate) expired: Option<bool>,
}

impl Expect {
    /// Takes the keys of a case that say what it expects.
    pub(crate) fn take(fields: &mut Fields<'_>, cx: &mut Cx<'_>) -> Expect {
        Expect {
            findings: each(fields.find("expect", cx), cx, finding),
            proposals: fields.find("proposals", cx).map(|node| {
                let list = match &node.kind {
                    NodeKind::List(items) => items.iter().filter_map(|n| proposal(n, cx)).collect(),
                    _ => proposal(node, cx).into_iter().collect(),
                };
                (node.place.clone(), list)
            }),
            scores: each(fields.find("scores", cx), cx, sheet),
            waivers: each(fields.find("waivers", cx), cx, waiver),
        }
    }
}

/// Reads each entry of a map by its key.
fn each<T>(
    node: Option<&Node>,
    cx: &mut Cx<'_>,
    read: fn(&Key, &Node, &mut Cx<'_>) -> Option<T>,
) -> Vec<T> {
    match node.map(|node| (&node.kind, node)) {
        None => Vec::new(),
        Some((NodeKind::Map(entries), _)) => {
            let entries = entries.iter();
            entries.filter_map(|(key, n)| read(key, n, cx)).collect()
        }
        Some((_, node)) => {
            cx.wrong_type(node, "type-map");
            Vec::new()
        }
    }
}

fn finding(key: &Key, node: &Node, cx: &mut Cx<'_>) -> Option<ExpectedFinding> {
    let mut expected = ExpectedFinding {
        id: key.text.to_string(),
        place: key.place.clone(),
        status: Status::Met,
        figure: None,
        day: None,
        decision: None,
        evidence: None,
        backfilled: None,
        accountable: None,
    };
    if !matches!(node.kind, NodeKind::Map(_)) {
        expected.status = decode_word(node, cx, STATUS)?;
        return Some(expected);
    }
    let mut fields = cx.fields(node)?;
    let status = fields
        .find("status", cx)
        .map(|n| decode_word(n, cx, STATUS));
    if status.is_none() {
        // Says that the key is missing, in the language of the others.
        let _ = fields.take::<String>("status", cx);
    }
    expected.figure = optional::<u32>(&mut fields, "figure", cx).map(i64::from);
    expected.day = optional(&mut fields, "day", cx);
    expected.decision = fields
        .find("decision", cx)
        .and_then(|n| decode_word(n, cx, DECISION));
    expected.evidence = list(&mut fields, "evidence", cx);
    expected.backfilled = optional(&mut fields, "backfilled", cx);
    expected.accountable = list(&mut fields, "accountable", cx);
    fields.finish(cx);
    expected.status = status??;
    Some(expected)
}

fn proposal(node: &Node, cx: &mut Cx<'_>) -> Option<ExpectedProposal> {
    let mut fields = cx.fields(node)?;
    let by_place = fields.find("proposed_by", cx).map(|n| n.place.clone());
    let by = fields.take::<String>("proposed_by", cx);
    let expected = ExpectedProposal {
        place: node.place.clone(),
        by: String::new(),
        by_place: by_place.unwrap_or_else(|| node.place.clone()),
        finding: optional(&mut fields, "finding", cx),
        falls_on: optional(&mut fields, "falls_on", cx),
        what: optional(&mut fields, "what", cx),
        decision: fields
            .find("decision", cx)
            .and_then(|n| decode_word(n, cx, DECISION)),
    };
    fields.finish(cx);
    Some(ExpectedProposal {
        by: by?,
        ..expected
    })
}

fn sheet(key: &Key, node: &Node, cx: &mut Cx<'_>) -> Option<ExpectedSheet> {
    let mut expected = ExpectedSheet {
        id: key.text.to_string(),
        place: key.place.clone(),
        score: None,
        grade: None,
        rank: None,
        items: Vec::new(),
    };
    if !matches!(node.kind, NodeKind::Map(_)) {
        expected.score = Some(Decimal::decode(node, cx)?);
        return Some(expected);
    }
    let mut fields = cx.fields(node)?;
    expected.score = optional(&mut fields, "score", cx);
    expected.grade = optional(&mut fields, "grade", cx);
    expected.rank = optional(&mut fields, "rank", cx);
    expected.items = each(fields.find("items", cx), cx, |key, node, cx| {
        let points = Decimal::decode(node, cx)?;
        Some((key.text.to_string(), key.place.clone(), points))
    });
    fields.finish(cx);
    Some(expected)
}

fn waiver(key: &Key, node: &Node, cx: &mut Cx<'_>) -> Option<ExpectedWaiver> {
    let mut fields = cx.fields(node)?;
    let expected = ExpectedWaiver {
        record: key.text.to_string(),
        place: key.place.clone(),
        covers: optional(&mut fields, "covers", cx),
        expired: optional(&mut fields, "expired", cx),
    };
    fields.finish(cx);
    Some(expected)
}

fn optional<T: Decode>(fields: &mut Fields<'_>, key: &'static str, cx: &mut Cx<'_>) -> Option<T> {
    fields.find(key, cx).and_then(|node| T::decode(node, cx))
}

fn list(fields: &mut Fields<'_>, key: &'static str, cx: &mut Cx<'_>) -> Option<Vec<String>> {
    optional(fields, key, cx)
}
