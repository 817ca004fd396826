//! What must follow an incident, as *Incidents, responses* of `MEANING.md` says.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use luoshi_calendar::{Span, date};
use luoshi_evidence::{Columns, Kind};
use luoshi_plan::model::Informed;
use luoshi_plan::{Limit, after};

use super::{CollectCx, JudgeCx, Placed, Rows, index, interest};
use crate::assessment::Status;
use crate::program::Interest;
use crate::reason::{Reason, Responded};
use crate::verdict::Verdict;

/// Minutes of a day.
const DAY: i64 = 24 * 60;
/// A record without an hour.
const NO_MINUTE: u16 = u16::MAX;

/// One response to a kind of incident.
pub type Response = Placed<ResponseTerms>;

/// What a [`Response`] asks for.
#[derive(Debug, Clone)]
pub struct ResponseTerms {
    /// The `duty` of its records.
    pub record_duty: String,
    /// The `status` of the incidents.
    pub incident: String,
    /// Which incidents: those of these days.
    pub span: Span,
    /// How soon.
    pub within: Limit,
    /// Whom it must reach.
    pub informs: Option<Informed>,
}

impl Response {
    pub(crate) fn interests(&self) -> Vec<Interest> {
        vec![
            Interest {
                kind: Kind::Incident,
                duty: None,
            },
            interest(Kind::Response, &self.record_duty),
        ]
    }

    pub(crate) fn collect(
        &self,
        at: usize,
        rows: Rows<'_>,
        lists: &mut [Vec<u32>],
        cx: &mut CollectCx<'_>,
    ) {
        if at == 1 {
            rows.each(|row| lists[1].push(index(row)));
            return;
        }
        let columns = cx.evidence.of(Kind::Incident);
        let Some(kind) = cx.evidence.names.code(&self.incident) else {
            return;
        };
        let days = self.span.numbers();
        rows.each(|row| {
            if columns.status[row] == kind && days.contains(&columns.day[row]) {
                lists[0].push(index(row));
            }
        });
    }

    pub(crate) fn judge(&self, lists: &[Vec<u32>], cx: &JudgeCx<'_>, out: &mut Vec<Verdict>) {
        if lists[0].is_empty() {
            out.push(Verdict::not_applicable(self.duty, Reason::NothingHappened));
            return;
        }
        let responses = cx.columns(Kind::Response);
        let mut to: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for row in &lists[1] {
            to.entry(responses.refers[*row as usize])
                .or_default()
                .push(*row as usize);
        }
        // Columns are in order of day; within a day the clock decides which came first.
        for answers in to.values_mut() {
            answers.sort_by_key(|row| (responses.day[*row], responses.minute[*row]));
        }
        for row in &lists[0] {
            let id = cx.columns(Kind::Incident).id[*row as usize];
            let answers = to.get(&id).map_or(&[][..], Vec::as_slice);
            out.push(self.judge_incident(*row as usize, answers, cx));
        }
    }

    fn judge_incident(&self, row: usize, answers: &[usize], cx: &JudgeCx<'_>) -> Verdict {
        let incidents = cx.columns(Kind::Incident);
        let responses = cx.columns(Kind::Response);
        let happened = date(incidents.day[row]).unwrap_or(cx.as_of);
        let subject = cx
            .plan
            .subject_index
            .get(cx.evidence.names.text(incidents.subject[row]));
        let last = self.last_day(happened, incidents.minute[row], cx);
        let decisive = match self.must_reach(subject, cx) {
            None => Some((answers.first().copied(), u32::from(!answers.is_empty()), 1)),
            // Nobody knows whose neighbours: the place of the incident is not recorded.
            Some(_) if subject.is_none() => Some((answers.first().copied(), 0, 0)),
            Some(wanted) if wanted.is_empty() => None,
            Some(wanted) => Some(self.reach(&wanted, answers, cx)),
        };
        let (status, reason) = match decisive {
            None => (Status::NotApplicable, Reason::NoSubjects),
            Some((answer, reached, needed)) => {
                let mut responded = Responded {
                    incident: happened,
                    response: answer.and_then(|a| date(responses.day[a])),
                    minutes: None,
                    reached,
                    needed,
                };
                let status = if reached < needed {
                    cx.open(last).unwrap_or(Status::Missed)
                } else if needed == 0 {
                    Status::Unknown
                } else {
                    let answer = answer.unwrap_or_default();
                    self.timely(incidents, row, responses, answer, &mut responded, cx)
                };
                match status {
                    Status::Missed => match cx.missed(Kind::Response) {
                        (status, Some(reason)) => (status, reason),
                        (status, None) => (status, Reason::Responded(responded)),
                    },
                    status => (status, Reason::Responded(responded)),
                }
            }
        };
        let mut verdict = Verdict::new(self.duty, status, reason);
        verdict.subject = subject.and_then(|at| u32::try_from(*at).ok());
        verdict.record = incidents.id[row];
        verdict.day = Some(last);
        verdict.evidence.push(incidents.id[row]);
        verdict
            .evidence
            .extend(answers.iter().map(|a| responses.id[*a]));
        verdict.backfilled = cx.backfilled(Kind::Response, answers.iter().map(|a| index(*a)));
        verdict
    }

    /// The subjects that must be reached, if the response has any to reach.
    fn must_reach<'a>(
        &self,
        subject: Option<&usize>,
        cx: &'a JudgeCx<'_>,
    ) -> Option<BTreeSet<&'a str>> {
        self.informs?;
        let neighbours = subject.map(|at| &cx.plan.subjects[*at].neighbours);
        Some(
            neighbours
                .into_iter()
                .flatten()
                .map(|n| n.name.as_str())
                .collect(),
        )
    }

    /// The response that decides, how many were reached, how many must be.
    fn reach(
        &self,
        wanted: &BTreeSet<&str>,
        answers: &[usize],
        cx: &JudgeCx<'_>,
    ) -> (Option<usize>, u32, u32) {
        let responses = cx.columns(Kind::Response);
        let mut missing = wanted.clone();
        let mut last = None;
        for answer in answers {
            // Responses are in order of time: the first to each counts, the last of these decides.
            if missing.remove(cx.evidence.names.text(responses.subject[*answer])) {
                last = Some(*answer);
                if self.informs == Some(Informed::AnyNeighbour) {
                    return (last, 1, 1);
                }
            }
        }
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let needed = match self.informs {
            Some(Informed::AllNeighbours) => count(wanted.len()),
            _ => 1,
        };
        (last, count(wanted.len() - missing.len()), needed)
    }

    /// The day on which the limit ends; without the hour of the incident, the last it could be.
    fn last_day(&self, happened: Date, minute: u16, cx: &JudgeCx<'_>) -> Date {
        match self.within {
            Limit::Minutes(limit) if minute != NO_MINUTE => {
                let days = (i64::from(minute) + i64::from(limit)) / DAY;
                happened.saturating_add(jiff::Span::new().days(days))
            }
            within => after(happened, within, cx.plan),
        }
    }

    fn timely(
        &self,
        incidents: &Columns,
        row: usize,
        responses: &Columns,
        answer: usize,
        responded: &mut Responded,
        cx: &JudgeCx<'_>,
    ) -> Status {
        let days = i64::from(responses.day[answer] - incidents.day[row]);
        let (from, to) = (incidents.minute[row], responses.minute[answer]);
        let known = |minute: u16| (minute != NO_MINUTE).then_some(i64::from(minute));
        let (from, to) = (known(from), known(to));
        responded.minutes = from.zip(to).map(|(from, to)| days * DAY + to - from);
        match self.within {
            // Where an hour is missing, only what holds at every hour is said.
            Limit::Minutes(limit) => {
                let least = days * DAY + to.unwrap_or(0) - from.unwrap_or(DAY - 1);
                let most = days * DAY + to.unwrap_or(DAY - 1) - from.unwrap_or(0);
                if most <= i64::from(limit) {
                    Status::Met
                } else if least > i64::from(limit) {
                    Status::Late
                } else {
                    Status::Unknown
                }
            }
            _ => {
                let due = after(responded.incident, self.within, cx.plan);
                if responded.response.is_some_and(|day| day <= due) {
                    Status::Met
                } else {
                    Status::Late
                }
            }
        }
    }
}
