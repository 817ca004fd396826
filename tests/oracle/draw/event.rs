//! What events call for, and figures.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Draw, HAMLETS, VILLAGES};
use crate::plan::{
    Baseline, EachNeeds, Filter, Hundredths, IncidentKind, Indicator, Limit, Range, Response,
    Reward, Setting, Term,
};

impl Draw<'_, '_> {
    pub(super) fn incident(&mut self, at: u16) -> IncidentKind {
        let respond = self.choices.below(3);
        let respond = self.times(respond, |draw, which| {
            let limit = match draw.choices.below(2) {
                0 => Limit::Hours(u32::from(draw.choices.one(&[2u16, 24, 30, 48]))),
                _ => draw.limit(),
            };
            Response {
                id: format!("response{at}{which}"),
                name: "处置".to_owned(),
                within: draw.set_limit(limit),
                active: draw.active(),
                informs: draw.choices.one(&[
                    None,
                    None,
                    Some("any_neighbour"),
                    Some("all_neighbours"),
                ]),
                responsible: draw.role(),
                severity: draw.choices.one(&["normal", "minor"]),
            }
        });
        IncidentKind {
            id: format!("incident{at}"),
            name: "案件".to_owned(),
            respond,
        }
    }

    pub(super) fn each_needs(&mut self, at: u16) -> EachNeeds {
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
            within: (timing == "within").then(|| {
                let limit = self.limit();
                self.set_limit(limit)
            }),
            grace: self
                .choices
                .maybe(3, |c| u32::from(c.below(5)))
                .filter(|_| matches!(timing, "within" | "by_due")),
            duty: self.duty(format!("needs{at}"), false),
        }
    }

    pub(super) fn reward(&mut self, at: u16) -> Reward {
        let duty = self.duty(format!("reward{at}"), true);
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

    pub(super) fn indicator(&mut self, at: u16, kinds: &[IncidentKind]) -> Indicator {
        let all = ["incident_count", "metric_sum", "metric_latest"];
        let from = self.choices.one(&all[usize::from(kinds.is_empty())..]);
        let kinds = kinds.iter().filter(|_| from == "incident_count");
        let target = self.choices.maybe(2, |c| Setting::Is(c.number(8)));
        let by = [Setting::By("four", Hundredths(450)), Setting::Open("much")];
        let target = self.choices.maybe(8, |c| c.one(&by)).or(target);
        Indicator {
            id: format!("indicator{at}"),
            name: "指标",
            for_each: self
                .choices
                .one(&[&[][..], &[VILLAGES], &[VILLAGES, HAMLETS]])
                .to_vec(),
            from,
            of: kinds.map(|kind| kind.id.clone()).collect(),
            direction: self.choices.one(&["up", "down"]),
            every: self.choices.one(&["quarter", "month", "year"]),
            baseline: self.choices.maybe(2, |_| ()).map(|()| self.baseline()),
            target,
            by: target.and_then(|_| self.choices.maybe(2, |c| c.day_in(self.period))),
            responsible: self.role(),
            severity: self.choices.one(&["normal", "minor"]),
        }
    }

    pub(super) fn baseline(&mut self) -> Baseline {
        let stated = self.choices.below(2) == 0;
        let first: Date = self.period.from - 7.days();
        let earlier = Term {
            from: first,
            to: first + i64::from(self.choices.below(30)).days(),
        };
        Baseline {
            value: stated.then(|| self.choices.number(9)),
            period: (!stated).then_some(earlier),
        }
    }
}
