//! Meetings: how many must be held, and who must come.

use luoshi_plan::Settable;
use luoshi_plan::model::Meeting;

use super::tally::{Needs, Row, Tally};
use super::{Amount, Demand, Figure};

impl Tally<'_> {
    pub(super) fn meetings(&mut self) {
        for meeting in &self.plan.content.meetings {
            let mut demand = self.demand(&meeting.duty, "meetings");
            if demand.responsible.is_none() {
                demand.responsible = meeting.convenor.as_ref().map(|r| r.name.to_string());
            }
            let Settable::Set(keys) = &meeting.cadence else {
                self.open(demand);
                continue;
            };
            let rows = self.held(meeting);
            demand.deadlines = self.closes(&meeting.duty, keys);
            self.attended(meeting, &mut demand, &rows);
            let needs = Needs {
                kind: "meeting",
                marks: meeting.produces.clone(),
                ..Needs::default()
            };
            self.enter(demand, Figure::Meetings, &rows, &needs);
        }
    }

    /// Meetings of each row that must be held besides those that count for this one too.
    fn held(&self, meeting: &Meeting) -> Vec<(Row, Amount)> {
        let mut rows = self.due(meeting);
        let own = &meeting.duty.id.name;
        for other in &self.plan.content.meetings {
            let mut served = other.serves_also.iter().filter(|also| also.0.active);
            if other.duty.id.name == *own || !served.any(|also| also.0.duty.name == *own) {
                continue;
            }
            // Two that stand in for each other: the later one gives way.
            let back = meeting
                .serves_also
                .iter()
                .any(|also| also.0.active && also.0.duty.name == other.duty.id.name);
            let earlier = |m: &Meeting| m.duty.id.place.clone();
            if back && earlier(meeting) < earlier(other) {
                continue;
            }
            let theirs = self.due(other);
            for (row, amount) in &mut rows {
                let same = theirs
                    .iter()
                    .find(|(other, _)| other.subject == row.subject);
                if let Some((_, instead)) = same {
                    amount.period = amount.period.saturating_sub(instead.period);
                    amount.year = amount.year.saturating_sub(instead.year);
                }
            }
        }
        rows
    }

    fn due(&self, meeting: &Meeting) -> Vec<(Row, Amount)> {
        let rows = self.rows(&meeting.duty.for_each);
        match &meeting.cadence {
            Settable::Set(keys) => self.recurs(&meeting.duty, keys, &rows),
            Settable::Unset(_) => Vec::new(),
        }
    }

    /// Who must come how often.
    fn attended(&self, meeting: &Meeting, demand: &mut Demand, rows: &[(Row, Amount)]) {
        let total: Amount = rows.iter().map(|(_, amount)| *amount).sum();
        let most = rows
            .iter()
            .map(|(_, amount)| *amount)
            .max()
            .unwrap_or_default();
        let convenor = meeting.convenor.iter().map(|r| r.name.as_str());
        let listed = meeting.attendees.iter().map(|r| r.name.as_str());
        let mut persons = 0;
        for actor in convenor.chain(listed) {
            if demand.attends.contains_key(actor) {
                continue;
            }
            let posts = self.posts_of(actor);
            let (all, each) = match (posts, meeting.duty.for_each.is_empty()) {
                // Every post of the role comes to the one meeting.
                (Some(posts), true) => (total.times(posts), total),
                // The post of each village comes to the meeting of its village.
                (Some(_), false) => (total, most),
                (None, _) => (total, total),
            };
            persons += if meeting.duty.for_each.is_empty() {
                posts.unwrap_or(1)
            } else {
                1
            };
            demand.attends.insert(actor.to_owned(), (all, each));
        }
        let persons = persons.max(u64::from(meeting.expected.unwrap_or(0)));
        if persons > 0 && total != Amount::default() {
            demand
                .amounts
                .insert(Figure::Attendances, total.times(persons));
        }
    }

    /// How many posts a role has that exists once for each subject.
    fn posts_of(&self, actor: &str) -> Option<u64> {
        let role = self
            .plan
            .content
            .roles
            .iter()
            .find(|r| r.id.name == actor)?;
        let set = role.for_each.as_ref()?;
        Some(
            self.plan
                .sets
                .get(&set.name)
                .map_or(0, |all| all.len() as u64),
        )
    }
}
