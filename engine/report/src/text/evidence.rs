//! How good the ledger is: what was entered late, corrected, or belongs to nothing.

use luoshi_rules::Irrelevance;

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
        let args = [("id", id.as_str().into())];
        lines.unused.push(reader.say(irrelevance_key(*why), args));
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

/// The catalogue key of why a record is not used.
fn irrelevance_key(why: Irrelevance) -> &'static str {
    match why {
        Irrelevance::Duty => "irrelevant-duty",
        Irrelevance::Subject => "irrelevant-subject",
        Irrelevance::Actor => "irrelevant-actor",
        Irrelevance::Day => "irrelevant-day",
    }
}
