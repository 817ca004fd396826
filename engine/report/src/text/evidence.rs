//! How good the ledger is: what was entered late, corrected, or belongs to nothing.

use luoshi_rules::{Irrelevance, Unused};

use super::number;
use crate::reader::Reader;
use crate::table::paragraph;

/// Records named that belong to nothing.
const NAMED_AT_MOST: usize = 5;

pub(super) fn body(reader: &Reader<'_>) -> String {
    let (mut out, lines) = (String::new(), lines(reader));
    for line in &lines.about {
        paragraph(&mut out, "  ", 4, line);
    }
    for line in &lines.unused {
        paragraph(&mut out, "    - ", 6, line);
    }
    if let Some(more) = &lines.more {
        paragraph(&mut out, "    ", 4, more);
    }
    out
}

/// What there is to say about the ledger.
#[derive(Default)]
pub(crate) struct Lines {
    /// Sentences about all records.
    pub(crate) about: Vec<String>,
    /// The first records that belong to nothing, and why.
    pub(crate) unused: Vec<String>,
    /// How many more there are.
    pub(crate) more: Option<String>,
}

pub(crate) fn lines(reader: &Reader<'_>) -> Lines {
    let e = &reader.assessment.evidence;
    let mut lines = Lines::default();
    let mut say = |text: String| lines.about.push(text);
    if e.records > 0 {
        say(reader.say(
            "evidence-backfilled",
            [
                ("backfilled", i64::from(e.backfilled).into()),
                ("records", i64::from(e.records).into()),
                ("percent", percent(e.backfilled, e.records).into()),
            ],
        ));
    }
    if e.superseded + e.withdrawn > 0 {
        say(reader.say(
            "evidence-corrected",
            [
                ("superseded", i64::from(e.superseded).into()),
                ("withdrawn", i64::from(e.withdrawn).into()),
            ],
        ));
    }
    if e.unseen > 0 {
        say(reader.say("evidence-unseen", [("unseen", i64::from(e.unseen).into())]));
    }
    if !e.irrelevant.is_empty() {
        say(reader.say(
            "evidence-irrelevant",
            [("count", number(e.irrelevant.len()).into())],
        ));
    }
    for (id, why) in e.irrelevant.iter().take(NAMED_AT_MOST) {
        lines.unused.push(irrelevance(reader, id, *why));
    }
    if !e.unused.is_empty() {
        let reason = |why: &Unused| {
            let count = e.unused.iter().filter(|(_, of)| of == why).count();
            let args = [
                ("why", reader.word(unused_key(*why)).into()),
                ("count", number(count).into()),
            ];
            (count > 0).then(|| reader.say("evidence-unused-reason", args))
        };
        let reasons: Vec<String> = Unused::ALL.iter().filter_map(reason).collect();
        let args = [
            ("count", number(e.unused.len()).into()),
            ("reasons", reader.list(&reasons).into()),
        ];
        lines.about.push(reader.say("evidence-unused", args));
    }
    let more = e.irrelevant.len().saturating_sub(NAMED_AT_MOST);
    if more > 0 {
        let args = [("count", number(more).into())];
        lines.more = Some(reader.say("report-more", args));
    }
    lines
}

fn percent(part: u32, whole: u32) -> String {
    let thousandths = (u64::from(part) * 1000)
        .checked_div(u64::from(whole))
        .unwrap_or(0);
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

/// Why no duty can use a record.
pub(crate) fn irrelevance(reader: &Reader<'_>, id: &str, why: Irrelevance) -> String {
    let key = match why {
        Irrelevance::Duty => "irrelevant-duty",
        Irrelevance::Subject => "irrelevant-subject",
        Irrelevance::Actor => "irrelevant-actor",
        Irrelevance::Day => "irrelevant-day",
    };
    reader.say(key, [("id", id.into())])
}

/// Why a record decides nothing.
pub(crate) fn unused(reader: &Reader<'_>, why: Unused) -> String {
    let why = reader.word(unused_key(why)).to_owned();
    reader.say("explain-record-unused", [("why", why.into())])
}

fn unused_key(why: Unused) -> &'static str {
    match why {
        Unused::Surplus => "unused-surplus",
        Unused::Replaced => "unused-replaced",
        Unused::Defective => "unused-defective",
        Unused::Reference => "unused-reference",
        Unused::NotMeant => "unused-not-meant",
        Unused::Cancelled => "unused-cancelled",
        Unused::NotJudged => "unused-not-judged",
        Unused::Issued => "unused-issued",
    }
}
