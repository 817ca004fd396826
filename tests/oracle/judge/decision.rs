//! Decisions and appeals.

use jiff::civil::Date;

use super::Case;
use crate::ledger::Record;
use crate::plan::{Body, Limit};

/// Something proposed.
pub(super) struct Proposed<'a> {
    /// The `duty` of the records that decide on it.
    pub(super) duty: &'a str,
    /// Whom it falls on.
    pub(super) about: Option<&'a str>,
    pub(super) level: Option<&'static str>,
    pub(super) lasts: Option<Limit>,
    /// The last failure that it rests on.
    pub(super) from: Option<Date>,
}

/// How it stands.
#[derive(Default)]
pub(super) struct Ruling {
    pub(super) state: Option<&'static str>,
    /// Whether whoever may has decided on all of it.
    pub(super) decided: bool,
    /// Since when it is rejected, lifted or ended.
    pub(super) settled: Option<Date>,
}

pub(super) fn ruling(case: &Case<'_>, of: &Proposed<'_>) -> Ruling {
    let said = concerning(case, "decision", of);
    let said = said.filter(|r| may_decide(case, r, of.level));
    let last = said
        .filter_map(|r| {
            let word = r.status.as_deref()?;
            let words = ["confirmed", "rejected", "lifted"];
            let state = words.into_iter().find(|state| *state == word)?;
            Some((r.date, state))
        })
        .last();
    let mut ruling = Ruling::default();
    // It counts for what it could know.
    if let Some((day, state)) = last.filter(|(day, _)| of.from.is_none_or(|from| from <= *day)) {
        ruling.state = Some(state);
        ruling.decided = true;
        let end = of.lasts.map(|lasts| case.workdays.after(day, lasts));
        match (state, end) {
            ("confirmed", Some(end)) if end < case.as_of => {
                ruling.state = Some("ended");
                ruling.settled = Some(end);
            }
            ("confirmed", _) => {}
            _ => ruling.settled = Some(day),
        }
    }
    let open = appealed_since(case, of, last.map(|(day, _)| day));
    if open && matches!(ruling.state, None | Some("confirmed")) {
        ruling.state = Some("suspended");
    }
    ruling
}

/// Whether there is an appeal on a day or after it.
pub(super) fn appealed_since(case: &Case<'_>, of: &Proposed<'_>, day: Option<Date>) -> bool {
    let mut appeals = concerning(case, "appeal", of);
    appeals.any(|appeal| day.is_none_or(|day| day <= appeal.date))
}

fn concerning<'a>(
    case: &'a Case<'_>,
    kind: &'static str,
    of: &'a Proposed<'_>,
) -> impl Iterator<Item = &'a Record> {
    let about = |r: &&Record| of.about.is_none_or(|who| r.subject.as_deref() == Some(who));
    case.records(kind, of.duty).into_iter().filter(about)
}

/// What is left to a level above the plan's own is not decided by its own units, roles and persons, nor by nobody.
pub(super) fn may_decide(case: &Case<'_>, record: &Record, level: Option<&str>) -> bool {
    let own = level.is_none_or(|level| matches!(level, "village" | "township"));
    own || record.actor.iter().any(|a| !case.is_of_the_plan(a))
}

/// The level of whoever decides, if the plan says.
pub(super) fn level(of: Option<&Body>) -> Option<&'static str> {
    of.map(|body| body.level)
}

/// One proposal as a line.
pub(super) fn line(by: &str, measure: &str, about: Option<&str>, state: Option<&str>) -> String {
    let (about, state) = (about.unwrap_or("-"), state.unwrap_or("proposed"));
    format!("{by}: {measure} -> {about} ({state})")
}
