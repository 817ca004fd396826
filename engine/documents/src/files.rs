//! What papers are made from.

use jiff::civil::Date;
use luoshi_calendar::Period;
use luoshi_evidence::Evidence;
use luoshi_plan::Plan;
use luoshi_report::{Glossary, Reader};
use luoshi_rules::{Assessment, Finding, Status, period_id};

use crate::dates;

/// A plan, its evidence and its assessment, with the words to say them in. Papers are written in
/// Chinese whatever the language of messages, so `reader` is a Chinese one.
#[derive(Clone, Copy)]
pub struct Files<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The evidence that it was judged on.
    pub evidence: &'a Evidence,
    /// All findings, and how they are said.
    pub reader: Reader<'a>,
}

impl<'a> Files<'a> {
    /// All findings.
    #[must_use]
    pub fn assessment(&self) -> &'a Assessment {
        self.reader.assessment
    }

    /// Names out of the plan.
    pub(crate) fn glossary(&self) -> &'a Glossary {
        self.reader.glossary
    }

    /// The day under which a finding is counted: its own, or the plan's last where its time runs on beyond
    /// it; for a state without one the last day judged. What the plan leaves open is about no day.
    pub(crate) fn counted_on(&self, finding: &Finding) -> Option<Date> {
        let span = self.plan.span;
        let judged = self.assessment().as_of.min(span.to).max(span.from);
        let state = || (finding.status != Status::Unset).then_some(judged);
        let own = finding.day.map(|day| day.clamp(span.from, span.to));
        own.or_else(state)
    }

    /// A period as papers name it: 2012年第二季度.
    pub(crate) fn period(&self, period: Period) -> String {
        let named = dates::period_text(&period_id(&period));
        named.unwrap_or_else(|_| self.reader.period(period))
    }

    /// The name of a role or unit; a staff number stays what it is.
    pub(crate) fn actor(&self, id: &str) -> String {
        self.glossary()
            .actors
            .get(id)
            .map_or(id, String::as_str)
            .to_owned()
    }

    /// The name of a duty; its id where the plan does not know it.
    pub(crate) fn duty(&self, id: &str) -> String {
        let duties = &self.assessment().duties;
        let found = duties.iter().find(|duty| duty.id == id);
        found.map_or(id, |duty| duty.name.as_str()).to_owned()
    }

    /// The name of a subject; its id where the plan does not know it.
    pub(crate) fn subject(&self, id: &str) -> String {
        let subjects = &self.glossary().subjects;
        subjects.get(id).map_or(id, String::as_str).to_owned()
    }
}
