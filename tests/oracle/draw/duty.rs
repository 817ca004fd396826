//! Duties that recur or end.

use super::Draw;
use super::people::{ACTORS, COUNTY, TOWNSHIP};
use crate::plan::{
    Absence, Coverage, Document, Due, Headcount, Lapses, Limit, Recurring, Refusal, Requires,
    Roster, Task,
};

impl Draw<'_, '_> {
    pub(super) fn recurring(&mut self, id: String, meeting: bool) -> Recurring {
        let duty = self.duty(id, true);
        let quorum = self
            .choices
            .maybe(4, |c| c.one(&["2/3", "1/2"]))
            .filter(|_| meeting);
        Recurring {
            duty,
            cadence: self.cadence(),
            convenor: self.role().filter(|_| meeting),
            evidence: (!meeting).then(|| self.choices.one(&["visit", "inspection", "training"])),
            produces: if meeting && self.choices.rarely(3) {
                vec!["minutes"]
            } else {
                Vec::new()
            },
            requires: if meeting {
                None
            } else {
                self.choices.maybe(3, |_| ()).map(|()| self.requires())
            },
            expected: quorum.and_then(|_| self.choices.maybe(2, |c| u32::from(1 + c.below(5)))),
            attendees: self.attendees(meeting),
            quorum,
            by_any_of: self.actors(!meeting, 0),
            by_all_of: self.actors(!meeting, 1),
            jointly_by: self.actors(!meeting, 2),
            serves_also: Vec::new(),
            defective: self.choices.one(&["not_counted", "noted"]),
        }
    }

    fn attendees(&mut self, any: bool) -> Vec<&'static str> {
        let count = usize::from(self.choices.below(5));
        ACTORS[..count.min(4)]
            .iter()
            .filter(|_| any)
            .copied()
            .collect()
    }

    /// One of the three lists of actors has some, if any has.
    fn actors(&mut self, any: bool, which: u16) -> Vec<&'static str> {
        if which == 0 {
            self.list = self.choices.below(5);
        }
        if !any || self.list != which + 2 {
            return Vec::new();
        }
        let first = usize::from(self.choices.below(3));
        let count = 1 + usize::from(self.choices.below(2));
        ACTORS[first..first + count].to_vec()
    }

    pub(super) fn limit(&mut self) -> Limit {
        let n = u32::from(self.choices.below(40));
        match self.choices.below(3) {
            0 => Limit::Days(n),
            1 => Limit::Workdays(n % 15),
            _ => Limit::Months(n % 4),
        }
    }

    pub(super) fn due(&mut self, tasks: &[Task]) -> Due {
        if self.choices.below(2) == 0 {
            let date = Some(self.choices.day_in(self.period));
            return Due {
                date,
                within: None,
                after: None,
            };
        }
        let after = match self.choices.below(4) {
            0 => None,
            1 => Some("plan_issued".to_owned()),
            2 => Some("plan_start".to_owned()),
            _ => tasks.last().map(|task| task.duty.id.clone()),
        };
        Due {
            date: None,
            within: Some({
                let limit = self.limit();
                self.set_limit(limit)
            }),
            after,
        }
    }

    pub(super) fn tasks(&mut self) -> Vec<Task> {
        let mut tasks: Vec<Task> = Vec::new();
        let count = if self.has(7) {
            1 + self.choices.below(3)
        } else {
            0
        };
        for at in 0..count {
            let due = self.due(&tasks);
            let first = tasks.first().map(|task: &Task| task.duty.id.clone());
            tasks.push(Task {
                duty: self.duty(format!("task{at}"), false),
                due,
                after: first
                    .filter(|_| self.choices.rarely(3))
                    .into_iter()
                    .collect(),
                evidence: self.choices.one(&[None, None, Some("document")]),
                requires: self.choices.maybe(4, |_| ()).map(|()| self.requires()),
                grace: self.choices.maybe(3, |c| u32::from(c.below(6))),
            });
        }
        tasks
    }

    pub(super) fn coverage(&mut self, at: u16, tasks: &[Task]) -> Coverage {
        let percent = u32::from(self.choices.one(&[100u16, 100, 50, 80]));
        let lapses = self.choices.maybe(2, |_| ()).map(|()| Lapses {
            status: if self.choices.below(2) == 0 {
                vec!["dissolved"]
            } else {
                Vec::new()
            },
            within: self
                .choices
                .maybe(2, |c| Limit::Days(u32::from(c.below(60)))),
        });
        let duty = self.duty(format!("coverage{at}"), false);
        Coverage {
            target: format!("{percent}%"),
            percent,
            due: self.choices.maybe(2, |_| ()).map(|()| self.due(tasks)),
            requires: self.choices.maybe(4, |_| ()).map(|()| self.requires()),
            headcount: self.choices.maybe(4, |c| {
                let (n, exactly) = (u32::from(1 + c.below(4)), c.below(2) == 1);
                Headcount {
                    at_least: (!exactly).then_some(n),
                    exactly: exactly.then_some(n),
                }
            }),
            lapses: lapses.filter(|lapses| !lapses.status.is_empty() || lapses.within.is_some()),
            duty,
        }
    }

    pub(super) fn document(&mut self, at: u16, tasks: &[Task]) -> Document {
        let recurs = self.choices.below(2) == 0;
        Document {
            duty: self.duty(format!("paper{at}"), recurs),
            cadence: recurs.then(|| self.cadence()),
            due: (!recurs).then(|| self.due(tasks)),
            evidence: self.choices.one(&["document", "report"]),
            requires: self.choices.maybe(4, |_| ()).map(|()| self.requires()),
        }
    }

    pub(super) fn roster(&mut self, at: u16) -> Roster {
        let mut duty = self.duty(format!("roster{at}"), true);
        duty.for_each.clear();
        let led = self.choices.rarely(3);
        Roster {
            duty,
            pool: self
                .choices
                .one(&[&[][..], &["u1"], &["u1", "u2"]])
                .to_vec(),
            cadence: self.choices.maybe(2, |_| ()).map(|()| self.cadence()),
            crew: u32::from(1 + self.choices.below(2)),
            led_by: if led { vec!["u1"] } else { Vec::new() },
            led_share: led.then(|| self.choices.one(&["1/2", "2/3"])),
            produces: if self.choices.rarely(3) {
                vec!["photo"]
            } else {
                Vec::new()
            },
            defective: self.choices.one(&["not_counted", "noted"]),
            absence: Absence {
                deduct: "50元",
                cap: self.choices.one(&[None, None, Some("70元")]),
                cap_every: self.choices.one(&["month", "week", "quarter"]),
                fail_after_consecutive: self.choices.maybe(2, |c| u32::from(2 + c.below(2))),
                excused_breaks: self.choices.below(2) == 1,
                grade: self.choices.one(&[None, Some("不合格")]),
                applies_to: self.choices.one(&[&[][..], &["干部"]]).to_vec(),
                decided_by: self.decider(),
            },
            refusal: self.choices.maybe(2, |_| ()).map(|()| Refusal {
                ineligible: self.choices.one(&[&[][..], &["annual_honours"]]).to_vec(),
                head: self.choices.one(&[None, Some("不予考核")]),
                decided_by: self.decider(),
            }),
        }
    }

    pub(super) fn decider(&mut self) -> Option<crate::plan::Body> {
        self.choices.one(&[None, Some(TOWNSHIP), Some(COUNTY)])
    }

    pub(super) fn requires(&mut self) -> Requires {
        Requires {
            marks: if self.choices.below(2) == 0 {
                vec!["minutes"]
            } else {
                Vec::new()
            },
            status: if self.choices.rarely(3) {
                vec!["good"]
            } else {
                Vec::new()
            },
            quantity: self.choices.maybe(4, |c| c.number(5)),
        }
    }
}
