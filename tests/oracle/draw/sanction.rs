//! What follows from findings.

use super::people::{COUNTY, TOWNSHIP};
use super::{Draw, HAMLETS, VILLAGES};
use crate::plan::{
    Band, Bonus, Comparison, Downgrade, Duty, Effect, Expression, Fact, Grade, Hundredths, Item,
    Ladder, Lapse, Limit, Penalty, Plan, ReportBack, Rule, Scorecard, Section, SeverityPoints,
    Step, Trigger, Veto, When, whole,
};

/// How often something follows: one time in so many.
const RARELY: u16 = 2;

impl Draw<'_, '_> {
    /// Some of the duties whose findings can fail.
    fn some_of(&mut self, plan: &Plan) -> Vec<String> {
        let ids = failing(plan);
        if ids.is_empty() {
            return Vec::new();
        }
        let mut pick =
            || ids[usize::from(self.choices.below(u16::try_from(ids.len()).expect("few")))].clone();
        let mut some = vec![pick(), pick()];
        some.dedup();
        some
    }

    fn effect(&mut self) -> Effect {
        Effect {
            score: self
                .choices
                .one(&[Some(whole(0)), Some(Hundredths(525)), None]),
            ineligible: self.choices.one(&[&["annual_honours"][..], &[]]).to_vec(),
            deduct: self.choices.one(&[None, Some(100)]),
            grade: self.choices.one(&[None, Some("差")]),
        }
    }

    pub(super) fn rules(&mut self, plan: &Plan) -> Vec<Rule> {
        let count = self.choices.maybe(3, |c| 1 + c.below(2)).unwrap_or(0);
        self.times(count, |draw, at| {
            let holds = Expression {
                all: draw.choices.below(2) == 0,
                of: (0..=draw.choices.below(2))
                    .map(|_| draw.comparison(plan))
                    .collect(),
            };
            Rule {
                duty: draw.duty(format!("rule{at}"), false),
                holds,
            }
        })
    }

    fn comparison(&mut self, plan: &Plan) -> Comparison {
        let counts = [
            "failing", "met", "missed", "late", "violated", "unknown", "pending", "judged",
            "figure",
        ];
        let ids = failing(plan);
        let kinds = &plan.incidents;
        let duty = self
            .choices
            .below(u16::try_from(ids.len().max(1)).expect("few"));
        let (duty, kind) = (ids.get(usize::from(duty)), kinds.first());
        let by = self.choices.below(4);
        let fact = match (by, duty, kind) {
            (3, ..) => Fact::Parameter(self.choices.one(&["twice", "four", "week", "often", "on"])),
            (0 | 1, Some(id), _) | (2, Some(id), None) => {
                Fact::Duty(id.clone(), self.choices.one(&counts))
            }
            (.., Some(kind)) => Fact::Incidents(kind.id.clone()),
            _ => Fact::Parameter("twice"),
        };
        Comparison {
            fact,
            sign: self.choices.one(&["<=", "==", ">"]),
            number: i64::from(self.choices.below(4)),
        }
    }

    pub(super) fn penalties(&mut self, plan: &Plan) -> Vec<Penalty> {
        let on = self.some_of(plan);
        if on.is_empty() || !self.choices.rarely(RARELY) {
            return Vec::new();
        }
        vec![Penalty {
            id: "penalty",
            name: "处理",
            on,
            at_least: u32::from(1 + self.choices.below(3)),
            effect: self.effect(),
            decided_by: self.decider(),
        }]
    }

    pub(super) fn vetoes(&mut self, plan: &Plan) -> Vec<Veto> {
        let kinds: Vec<String> = plan.incidents.iter().map(|kind| kind.id.clone()).collect();
        let kinds = if self.choices.rarely(4) {
            Vec::new()
        } else {
            kinds
        };
        let failed = if self.choices.rarely(3) || kinds.is_empty() {
            self.some_of(plan)
        } else {
            Vec::new()
        };
        let rule = plan.rules.first().map(|rule| rule.duty.id.clone());
        let rule = rule.filter(|_| self.choices.rarely(2));
        if kinds.is_empty() && failed.is_empty() && rule.is_none() {
            return Vec::new();
        }
        let lapse = plan.activities.first().filter(|_| !kinds.is_empty());
        let lapse = lapse
            .filter(|_| self.choices.rarely(2))
            .map(|activity| Lapse {
                duty: activity.duty.id.clone(),
                days: i64::from(1 + self.choices.below(60)),
                measure: self.choices.one(&["count", "days", "average_quantity"]),
                below: self.choices.number(4),
                no_record: self.choices.one(&["lapsed", "not_lapsed", "unknown"]),
            });
        let when = When {
            marks: self.marks_of(&kinds),
            finding_required: !kinds.is_empty() && self.choices.rarely(5),
            incidents: kinds,
            lapse,
            failed,
            failed_at_least: u32::from(1 + self.choices.below(2)),
            rule,
        };
        let mut duty = self.duty("veto".to_owned(), true);
        self.nest(&mut duty);
        vec![Veto {
            duty,
            basis: "县文件",
            when,
            decided_by: COUNTY,
            effect: self.effect(),
            lasts: self
                .choices
                .maybe(2, |c| Limit::Days(u32::from(c.below(60)))),
        }]
    }

    fn marks_of(&mut self, kinds: &[String]) -> Vec<&'static str> {
        if self.choices.rarely(4) && !kinds.is_empty() {
            vec!["photo"]
        } else {
            Vec::new()
        }
    }

    /// Places and those that lie in them, now and then.
    fn nest(&mut self, duty: &mut Duty) {
        if self.choices.rarely(4) {
            duty.for_each = vec![VILLAGES, HAMLETS];
        }
    }

    pub(super) fn ladders(&mut self, plan: &Plan) -> Vec<Ladder> {
        let incidents: Vec<String> = plan.incidents.iter().map(|kind| kind.id.clone()).collect();
        let failed = self.some_of(plan);
        if !self.choices.rarely(RARELY) || incidents.is_empty() && failed.is_empty() {
            return Vec::new();
        }
        let severe = self.choices.rarely(3);
        let mut duty = self.duty("ladder".to_owned(), true);
        self.nest(&mut duty);
        vec![Ladder {
            duty,
            trigger: Trigger {
                failed,
                incidents,
                at_least: u32::from(1 + self.choices.below(3)),
                within: self
                    .choices
                    .maybe(2, |c| Limit::Days(u32::from(5 + c.below(60)))),
                severe_marks: if severe { vec!["photo"] } else { Vec::new() },
                severe_step: severe.then_some("second"),
            },
            steps: vec![
                self.step("first", "通报"),
                self.step("second", "约谈"),
                self.step("third", "挂牌督办"),
            ],
        }]
    }

    fn step(&mut self, id: &'static str, name: &'static str) -> Step {
        let report = self.choices.rarely(3).then(|| ReportBack {
            first: self
                .choices
                .maybe(2, |c| Limit::Workdays(u32::from(1 + c.below(10)))),
            then_every: self
                .choices
                .maybe(2, |c| Limit::Days(u32::from(7 + c.below(30)))),
        });
        let window = self
            .choices
            .maybe(2, |c| Limit::Days(u32::from(c.below(90))));
        Step {
            id,
            name,
            window: window.map(|limit| self.set_limit(limit)),
            report: report.filter(|r| r.first.is_some() || r.then_every.is_some()),
            decided_by: self.choices.one(&[COUNTY, TOWNSHIP]),
            during: self.choices.one(&[&[][..], &["annual_honours"]]).to_vec(),
        }
    }

    pub(super) fn scorecards(&mut self, plan: &Plan) -> Vec<Scorecard> {
        let mut items = Vec::new();
        for at in 0..1 + self.choices.below(4) {
            items.extend(self.item(format!("item{at}"), plan));
        }
        let mut bonus = Vec::new();
        for at in 0..self.choices.below(3) {
            bonus.extend(self.item(format!("bonus{at}"), plan));
        }
        if items.is_empty() {
            return Vec::new();
        }
        let mut duty = self.duty("score".to_owned(), true);
        self.nest(&mut duty);
        let vetoes = plan.vetoes.iter().map(|veto| veto.duty.id.clone());
        let grade = |name, at_least| Grade { name, at_least };
        let on = self.some_of(plan);
        vec![Scorecard {
            duty,
            total: whole(20),
            sections: vec![Section {
                id: "all",
                name: "全部",
                max: whole(20),
                floor: self.choices.one(&[whole(0), Hundredths(310)]),
                items,
            }],
            bonus: (!bonus.is_empty()).then(|| Bonus {
                cap: self.choices.one(&[whole(5), Hundredths(175)]),
                items: bonus,
            }),
            vetoes: vetoes.collect(),
            count_proposals: self.choices.below(2) == 1,
            grades: vec![
                grade("好", Hundredths(1475)),
                grade("中", whole(8)),
                grade("差", whole(0)),
            ],
            downgrades: if on.is_empty() || !self.choices.rarely(3) {
                Vec::new()
            } else {
                vec![Downgrade {
                    on,
                    at_least: u32::from(1 + self.choices.below(2)),
                    grade: "中",
                }]
            },
        }]
    }

    fn item(&mut self, id: String, plan: &Plan) -> Option<Item> {
        let of = self.some_of(plan);
        let incidents: Vec<String> = plan.incidents.iter().map(|kind| kind.id.clone()).collect();
        let indicator = plan.indicators.first().map(|i| i.id.clone());
        let method = self.choices.one(&[
            "per_missing",
            "all_or_nothing",
            "ratio",
            "subjective",
            "per_event",
            "banded",
            "threshold",
        ]);
        let by_indicator = matches!(method, "banded" | "threshold");
        let of = match method {
            "subjective" | "per_event" => Vec::new(),
            _ if by_indicator => indicator.into_iter().collect(),
            _ => of,
        };
        let incidents = if method == "per_event" {
            incidents
        } else {
            Vec::new()
        };
        if of.is_empty() && incidents.is_empty() && method != "subjective" {
            return None;
        }
        let facets = [
            None,
            None,
            None,
            Some("defect"),
            Some("order"),
            Some("run"),
            Some("refusal"),
            Some("case"),
            Some("load"),
            Some("report"),
        ];
        let graded = method == "per_event" && self.choices.below(2) == 1;
        let missing = method == "per_missing";
        Some(Item {
            id,
            name: "项目",
            method,
            of,
            facet: self
                .choices
                .one(&facets)
                .filter(|_| !by_indicator && method != "subjective" && method != "per_event"),
            incidents,
            each: (missing || method == "per_event").then(|| self.choices.number(4)),
            count: if missing {
                self.choices.one(&["findings", "figures"])
            } else {
                "findings"
            },
            each_at_most: self.choices.maybe(3, |c| c.number(3)).filter(|_| missing),
            by_severity: if graded {
                vec![SeverityPoints {
                    mark: "photo",
                    points: Hundredths(505),
                }]
            } else {
                Vec::new()
            },
            bands: if method == "banded" {
                vec![
                    Band {
                        up_to: Some(Hundredths(1250)),
                        points: Hundredths(66),
                    },
                    Band {
                        up_to: self.choices.one(&[None, Some(whole(100))]),
                        points: whole(3),
                    },
                ]
            } else {
                Vec::new()
            },
            at_least: (method == "threshold").then(|| self.choices.number(6)),
            max: match method {
                "per_missing" | "per_event" | "banded" => {
                    self.choices.one(&[None, Some(Hundredths(1005))])
                }
                _ => Some(self.choices.number(9)),
            },
        })
    }
}

/// The duties whose findings can fail.
fn failing(plan: &Plan) -> Vec<String> {
    let duties = plan.duties().into_iter();
    let mut all: Vec<String> = duties
        .filter(|d| !matches!(d.id.as_str(), "veto" | "ladder" | "score"))
        .map(|d| d.id.clone())
        .collect();
    all.extend(
        plan.incidents
            .iter()
            .flat_map(|k| &k.respond)
            .map(|r| r.id.clone()),
    );
    all.extend(
        plan.indicators
            .iter()
            .filter(|i| i.target.is_some())
            .map(|i| i.id.clone()),
    );
    all
}
