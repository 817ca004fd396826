//! 先录后办、先答后问: records that come before what they tell of.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_evidence::Kind;

use crate::collect::{Cx, Draft};
use crate::indication::Indication;
use crate::rows::{Row, rows};
use crate::sign::Sign;

/// Kinds that tell of what has happened. A document may be dated ahead, and a task is dated by its
/// last day.
const HAPPENED: [Kind; 9] = [
    Kind::Meeting,
    Kind::Visit,
    Kind::Shift,
    Kind::Inspection,
    Kind::Incident,
    Kind::Response,
    Kind::TaskDone,
    Kind::Training,
    Kind::Rectification,
];

/// What answers what: the answer, what it answers, and the message.
const ANSWERS: [(Kind, Kind, &str); 6] = [
    (Kind::Document, Kind::Meeting, "minutes"),
    (Kind::Report, Kind::Meeting, "minutes"),
    (Kind::Response, Kind::Incident, "response"),
    (Kind::Report, Kind::Incident, "response"),
    (Kind::Rectification, Kind::Inspection, "rectification"),
    (Kind::Rectification, Kind::Visit, "rectification"),
];

/// Kinds that are answered.
const ASKED: [Kind; 4] = [Kind::Meeting, Kind::Incident, Kind::Inspection, Kind::Visit];

/// Kinds that answer.
const ANSWERING: [Kind; 4] = [
    Kind::Document,
    Kind::Report,
    Kind::Response,
    Kind::Rectification,
];

pub(crate) fn find(cx: &Cx<'_>) -> Vec<Indication> {
    let mut found = entered(cx);
    found.extend(answered(cx));
    found
}

/// By duty: records entered before the day on which they say that it happened.
fn entered<'a>(cx: &Cx<'a>) -> Vec<Indication> {
    let mut duties: BTreeMap<&str, Vec<Row<'a>>> = BTreeMap::new();
    for row in rows(cx.given.evidence, &HAPPENED) {
        // A shift without an outcome is a plan: it is entered ahead.
        let planned = row.kind == Kind::Shift && row.status() != "attended";
        if !planned && row.recorded().is_some_and(|day| day < row.day()) {
            duties.entry(row.duty()).or_default().push(row);
        }
    }
    let one = |(duty, rows): (&str, Vec<Row<'a>>)| {
        let ahead = rows
            .iter()
            .filter_map(|r| Some(r.day() - r.recorded()?))
            .max();
        cx.indication(Draft {
            sign: Sign::EnteredEarly,
            about: (!duty.is_empty()).then(|| duty.to_owned()),
            message: "days",
            figures: vec![
                ("duty", cx.duty_name(duty).into()),
                ("records", rows.len().into()),
                ("ahead", i64::from(ahead.unwrap_or(0)).into()),
            ],
            thresholds: Vec::new(),
            ask: Vec::new(),
            rows,
        })
    };
    duties.into_iter().map(one).collect()
}

/// By sort of answer: those dated before what they answer.
fn answered<'a>(cx: &Cx<'a>) -> Vec<Indication> {
    let answers = rows(cx.given.evidence, &ANSWERING);
    let named: BTreeSet<u32> = answers.map(|row| row.refers_code()).collect();
    let mut asked: BTreeMap<u32, Row<'a>> = BTreeMap::new();
    if named.iter().any(|code| *code != 0) {
        let rows = rows(cx.given.evidence, &ASKED);
        let rows = rows.filter(|row| named.contains(&row.id_code()));
        asked.extend(rows.map(|row| (row.id_code(), row)));
    }
    let mut found: BTreeMap<&'static str, Vec<(Row<'a>, Row<'a>)>> = BTreeMap::new();
    for answer in rows(cx.given.evidence, &ANSWERING) {
        let code = Some(answer.refers_code()).filter(|code| *code != 0);
        let Some(question) = code.and_then(|code| asked.get(&code)) else {
            continue;
        };
        let pair = (answer.kind, question.kind);
        let sort = ANSWERS.iter().find(|(a, q, _)| (*a, *q) == pair);
        if let Some((.., message)) = sort.filter(|_| is_before(&answer, question)) {
            found.entry(message).or_default().push((answer, *question));
        }
    }
    let one = |(message, pairs): (&'static str, Vec<(Row<'a>, Row<'a>)>)| {
        let records = pairs.len();
        cx.indication(Draft {
            sign: Sign::AnsweredEarly,
            about: Some(message.to_owned()),
            message,
            figures: vec![("records", records.into())],
            thresholds: Vec::new(),
            ask: Vec::new(),
            rows: pairs.into_iter().flat_map(|(a, q)| [a, q]).collect(),
        })
    };
    found.into_iter().map(one).collect()
}

/// An earlier day, or an earlier time of the same day where both say the time.
fn is_before(answer: &Row<'_>, question: &Row<'_>) -> bool {
    let times = answer.minute().zip(question.minute());
    answer.day() < question.day()
        || (answer.day() == question.day() && times.is_some_and(|(a, q)| a < q))
}
