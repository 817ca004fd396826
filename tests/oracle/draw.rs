//! Random plans and ledgers, out of numbers that shrink well: fewer and smaller ones make a simpler world.

mod record;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use serde_json::json;

use crate::plan::{
    Absence, Body, Cadence, Coverage, Due, Duty, EachNeeds, Filter, Grade, Header, IncidentKind,
    Item, Lapse, Lapses, Limit, Person, Plan, Range, Recurring, Requires, Response, Reward, Roster,
    Scorecard, Section, Set, Settings, Subject, Task, Term, Veto, WaiverRules, When, jurisdiction,
};

pub(crate) use record::record;

/// Numbers that choose; when they are used up, the first of every choice is taken.
pub(crate) struct Choices<'a> {
    numbers: &'a [u16],
}

impl<'a> Choices<'a> {
    pub(crate) fn new(numbers: &'a [u16]) -> Choices<'a> {
        Choices { numbers }
    }

    /// A number below `n`.
    fn below(&mut self, n: u16) -> u16 {
        let Some((first, rest)) = self.numbers.split_first() else {
            return 0;
        };
        self.numbers = rest;
        first % n
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[usize::from(self.below(u16::try_from(of.len()).expect("few")))]
    }

    /// One time in `n`, and never when the numbers are used up.
    fn rarely(&mut self, n: u16) -> bool {
        self.below(n) == n - 1
    }

    fn maybe<T>(&mut self, n: u16, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.rarely(n).then(|| make(self))
    }

    fn day_in(&mut self, term: Term) -> Date {
        let days = u16::try_from(crate::days::length(term)).expect("a short term");
        let add = self.below(days);
        term.from + i64::from(add).days()
    }

    fn marks(&mut self) -> Vec<&'static str> {
        let all = ["minutes", "photo"];
        all.into_iter().filter(|_| self.below(2) == 1).collect()
    }
}

const VILLAGES: &str = "villages";
const SCHOOLS: &str = "schools";

pub(crate) fn plan(choices: &mut Choices<'_>) -> Plan {
    let from = date(2012, 1, 1) + i64::from(choices.below(360)).days();
    let length = choices.one(&[40, 20, 95, 190, 366]) + choices.below(20);
    let period = Term {
        from,
        to: from + i64::from(length).days(),
    };
    // Few mechanisms at a time, so that their records meet.
    let two = [choices.below(SECTIONS), choices.below(SECTIONS)];
    let mut draw = Draw {
        choices,
        period,
        two,
    };
    let sets = draw.sets();
    let meetings = draw.some(0, 2, |draw, at| {
        draw.recurring(format!("meeting{at}"), true)
    });
    let activities = draw.some(1, 2, |draw, at| {
        draw.recurring(format!("activity{at}"), false)
    });
    let tasks = draw.tasks();
    let coverage = draw.some(2, 2, |draw, at| draw.coverage(at));
    let rosters = draw.some(3, 2, |draw, at| draw.roster(at));
    let incidents = draw.some(4, 2, |draw, at| draw.incident(at));
    let each_needs = draw.some(5, 2, |draw, at| draw.each_needs(at));
    let rewards = draw.some(6, 2, |draw, at| draw.reward(at));
    let mut plan = Plan {
        luoshi: 1,
        plan: Header {
            id: "case",
            title: "测试方案",
            issuer: "测试",
            issued: date(2012, 1, 1),
        },
        period,
        jurisdiction: jurisdiction(),
        settings: Settings {
            due_soon: draw.choices.one(&[3u32, 0, 1, 7]),
            backfill: 15,
            calendar: "monday_to_friday",
        },
        waivers: draw.waivers(),
        subjects: sets,
        persons: (1..=3)
            .map(|n| Person {
                staff: format!("P{n}"),
            })
            .collect(),
        meetings,
        activities,
        tasks,
        coverage,
        rosters,
        incidents,
        each_needs,
        rewards,
        vetoes: Vec::new(),
        scorecards: Vec::new(),
    };
    plan.vetoes = draw.vetoes(&plan);
    plan.scorecards = draw.scorecards(&plan);
    plan
}

struct Draw<'a, 'c> {
    choices: &'a mut Choices<'c>,
    period: Term,
    /// The sections that the plan has.
    two: [u16; 2],
}

/// How many sections there are to choose from.
const SECTIONS: u16 = 8;

impl Draw<'_, '_> {
    /// One or more of a section, if it is one of those of this plan.
    fn some<T>(
        &mut self,
        section: u16,
        most: u16,
        make: impl FnMut(&mut Self, u16) -> T,
    ) -> Vec<T> {
        if !self.has(section) {
            return Vec::new();
        }
        let count = 1 + self.choices.below(most);
        self.times(count, make)
    }

    fn has(&self, section: u16) -> bool {
        self.two.contains(&section)
    }

    fn times<T>(&mut self, count: u16, mut make: impl FnMut(&mut Self, u16) -> T) -> Vec<T> {
        (0..count).map(|at| make(self, at)).collect()
    }

    fn waivers(&mut self) -> Option<WaiverRules> {
        self.choices.maybe(3, |c| WaiverRules {
            granted_by: c
                .one(&[&[][..], &["县综治委"], &["县综治委", "县委"]])
                .iter()
                .map(|name| Body {
                    name,
                    level: "county",
                })
                .collect(),
            at_most: c.maybe(2, |c| Limit::Days(u32::from(20 + c.below(90)))),
            reason: c.one(&["required", "optional"]),
        })
    }

    fn sets(&mut self) -> Vec<Set> {
        let villages = self.choices.below(4);
        let villages = self.times(villages, |draw, at| draw.subject(format!("v{at}")));
        let schools = self.choices.below(2);
        let schools = self.times(schools, |draw, at| draw.subject(format!("s{at}")));
        vec![
            Set {
                id: VILLAGES,
                name: "村",
                members: villages,
            },
            Set {
                id: SCHOOLS,
                name: "学校",
                members: schools,
            },
        ]
    }

    fn subject(&mut self, id: String) -> Subject {
        let around = Term {
            from: self.period.from - 10.days(),
            to: self.period.to + 10.days(),
        };
        let from = self.choices.maybe(4, |c| c.day_in(around));
        let to = self.choices.maybe(4, |c| c.day_in(around));
        let to = to.filter(|to| from.is_none_or(|from| from <= *to));
        Subject {
            name: id.clone(),
            id,
            from,
            to,
        }
    }

    fn duty(&mut self, id: String, with_period: bool) -> Duty {
        let for_each = self.choices.one(&[
            &[][..],
            &[VILLAGES],
            &[VILLAGES],
            &[SCHOOLS],
            &[VILLAGES, SCHOOLS],
        ]);
        let period = self
            .choices
            .maybe(4, |_| ())
            .filter(|()| with_period)
            .map(|()| {
                let (a, b) = (
                    self.choices.day_in(self.period),
                    self.choices.day_in(self.period),
                );
                Term {
                    from: a.min(b),
                    to: a.max(b),
                }
            });
        Duty {
            name: id.clone(),
            id,
            for_each: for_each.to_vec(),
            period,
            severity: self.choices.one(&["normal", "minor", "major"]),
        }
    }

    fn cadence(&mut self) -> Cadence {
        let every = self
            .choices
            .one(&["month", "week", "quarter", "half_year", "year", "day"]);
        let n = self.choices.one(&[1u32, 1, 1, 2, 3]);
        let exactly = self.choices.rarely(4);
        let window = self.choices.one(&[0u32, 0, 1, 3, 5]);
        let hand_in = self.choices.below(2) == 0;
        Cadence {
            every,
            at_least: (!exactly).then_some(n),
            exactly: exactly.then_some(n),
            partial: self.choices.one(&["half_or_more", "due", "skip"]),
            grace: if hand_in { 0 } else { window },
            hand_in: if hand_in { window } else { 0 },
            closes: self.choices.one(&["day_after", "day_after", "last_day"]),
        }
    }

    fn requires(&mut self) -> Requires {
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
            quantity: self.choices.maybe(4, |c| u32::from(1 + c.below(4))),
        }
    }

    fn recurring(&mut self, id: String, meeting: bool) -> Recurring {
        let duty = self.duty(id, true);
        let quorum = self
            .choices
            .maybe(4, |c| c.one(&["2/3", "1/2"]))
            .filter(|_| meeting);
        Recurring {
            duty,
            cadence: self.cadence(),
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
            expected: quorum.map(|_| u32::from(1 + self.choices.below(5))),
            quorum,
            defective: self.choices.one(&["not_counted", "noted"]),
        }
    }

    fn limit(&mut self) -> Limit {
        let n = u32::from(self.choices.below(40));
        match self.choices.below(3) {
            0 => Limit::Days(n),
            1 => Limit::Workdays(n % 15),
            _ => Limit::Months(n % 4),
        }
    }

    fn due(&mut self, tasks: &[Task]) -> Due {
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
            within: Some(self.limit()),
            after,
        }
    }

    fn tasks(&mut self) -> Vec<Task> {
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
                requires: self.choices.maybe(4, |_| ()).map(|()| self.requires()),
                grace: self.choices.maybe(3, |c| u32::from(c.below(6))),
            });
        }
        tasks
    }

    fn coverage(&mut self, at: u16) -> Coverage {
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
            due: self.choices.maybe(2, |_| ()).map(|()| self.due(&[])),
            requires: None,
            lapses: lapses.filter(|lapses| !lapses.status.is_empty() || lapses.within.is_some()),
            duty,
        }
    }

    fn roster(&mut self, at: u16) -> Roster {
        let mut duty = self.duty(format!("roster{at}"), true);
        duty.for_each.clear();
        Roster {
            duty,
            cadence: self.choices.maybe(2, |_| ()).map(|()| self.cadence()),
            crew: u32::from(1 + self.choices.below(2)),
            absence: Absence {
                deduct: "50元",
                fail_after_consecutive: self.choices.maybe(2, |c| u32::from(2 + c.below(2))),
                excused_breaks: self.choices.below(2) == 1,
            },
        }
    }

    fn incident(&mut self, at: u16) -> IncidentKind {
        let respond = self.choices.below(3);
        let respond = self.times(respond, |draw, which| {
            let within = match draw.choices.below(2) {
                0 => Limit::Hours(u32::from(draw.choices.one(&[2u16, 24, 30, 48]))),
                _ => draw.limit(),
            };
            Response {
                id: format!("response{at}{which}"),
                name: "处置".to_owned(),
                within,
                severity: draw.choices.one(&["normal", "minor"]),
            }
        });
        IncidentKind {
            id: format!("incident{at}"),
            name: "案件".to_owned(),
            respond,
        }
    }

    fn each_needs(&mut self, at: u16) -> EachNeeds {
        let timing = self
            .choices
            .one(&["before", "same_day_or_before", "within", "by_due"]);
        let mut filter = |evidence: &'static str, of: String| Filter {
            evidence,
            of: vec![of],
            status: if self.choices.rarely(4) {
                vec!["good"]
            } else {
                Vec::new()
            },
            marks: if self.choices.rarely(4) {
                vec!["minutes"]
            } else {
                Vec::new()
            },
        };
        let each = filter("document", format!("paper{at}"));
        let needs = filter("report", format!("answer{at}"));
        EachNeeds {
            each,
            needs,
            timing,
            within: (timing == "within").then(|| self.limit()),
            grace: self
                .choices
                .maybe(3, |c| u32::from(c.below(5)))
                .filter(|_| matches!(timing, "within" | "by_due")),
            duty: self.duty(format!("needs{at}"), false),
        }
    }

    fn reward(&mut self, at: u16) -> Reward {
        let mut duty = self.duty(format!("reward{at}"), false);
        duty.for_each.clear();
        Reward {
            duty,
            amount: self.choices.maybe(2, |_| Range {
                min: 200,
                max: 2000,
            }),
            grounds_all: if self.choices.rarely(3) {
                vec!["minutes"]
            } else {
                Vec::new()
            },
            grounds_any: if self.choices.rarely(3) {
                vec!["photo", "minutes"]
            } else {
                Vec::new()
            },
            case_cap: self.choices.maybe(2, |_| 1500),
        }
    }

    fn vetoes(&mut self, plan: &Plan) -> Vec<Veto> {
        let (Some(kind), Some(activity)) = (plan.incidents.first(), plan.activities.first()) else {
            return Vec::new();
        };
        let when = When {
            incidents: vec![kind.id.clone()],
            marks: if self.choices.rarely(4) {
                vec!["photo"]
            } else {
                Vec::new()
            },
            lapse: self.choices.maybe(2, |_| ()).map(|()| Lapse {
                duty: activity.duty.id.clone(),
                days: i64::from(1 + self.choices.below(60)),
                measure: self.choices.one(&["count", "days"]),
                below: u32::from(1 + self.choices.below(3)),
                no_record: self.choices.one(&["lapsed", "not_lapsed", "unknown"]),
            }),
            failed: Vec::new(),
            failed_at_least: 1,
        };
        vec![Veto {
            duty: self.duty("veto".to_owned(), false),
            basis: "县文件",
            when,
            decided_by: json!({ "name": "县综治委", "level": "county" }),
            effect: json!({ "score": 0 }),
        }]
    }

    fn scorecards(&mut self, plan: &Plan) -> Vec<Scorecard> {
        let recurring = plan
            .meetings
            .iter()
            .chain(&plan.activities)
            .map(|r| &r.duty.id);
        let tasks = plan.tasks.iter().map(|t| &t.duty.id);
        let ids: Vec<String> = recurring.chain(tasks).cloned().collect();
        if ids.is_empty() {
            return Vec::new();
        }
        let item = |(at, id): (usize, &String)| Item {
            id: format!("item{at}"),
            name: "项目".to_owned(),
            method: self.choices.one(&["per_missing", "all_or_nothing"]),
            of: vec![id.clone()],
            each: Some(3),
            max: Some(10),
        };
        let mut items: Vec<Item> = ids.iter().enumerate().map(item).collect();
        for item in items
            .iter_mut()
            .filter(|item| item.method == "all_or_nothing")
        {
            item.each = None;
        }
        vec![Scorecard {
            duty: Duty {
                id: "score".to_owned(),
                name: "考核".to_owned(),
                for_each: Vec::new(),
                period: None,
                severity: "normal",
            },
            total: 20,
            sections: vec![Section {
                id: "all",
                name: "全部",
                max: 20,
                items,
            }],
            vetoes: Vec::new(),
            count_proposals: false,
            grades: vec![
                Grade {
                    name: "好",
                    at_least: 15,
                },
                Grade {
                    name: "差",
                    at_least: 0,
                },
            ],
        }]
    }
}

/// The day of the run, from shortly before the plan until some time after.
pub(crate) fn as_of(plan: &Plan, choices: &mut Choices<'_>) -> Date {
    let around = Term {
        from: plan.period.from - 3.days(),
        to: plan.period.to + 40.days(),
    };
    choices.day_in(around)
}
