//! A rule that a program judges, and what the program says.

use std::collections::BTreeMap;

use super::{Choices, Draw, SCHOOLS, VILLAGES};
use crate::days;
use crate::plan::{FILE, Plan, Plugin, Program, Saying, Setting, Term};

/// One of the plan, which has everything but what follows from findings.
pub(super) fn plugin(plan: &Plan, choices: &mut Choices<'_>) -> Plugin {
    let mut draw = Draw {
        choices,
        period: plan.period,
        two: [0; 2],
        list: 0,
    };
    let mut duty = draw.duty("plugin".to_owned(), false);
    let scope = draw.choices.one(&["subjects", "township", "actors"]);
    let sets: [&[&str]; 3] = [&[VILLAGES], &[VILLAGES, SCHOOLS], &[SCHOOLS]];
    duty.for_each = if scope == "subjects" {
        draw.choices.one(&sets).to_vec()
    } else {
        Vec::new()
    };
    let rows = match scope {
        "subjects" => plan.subjects_in(&duty.for_each).len(),
        "actors" => plan.persons.len() + plan.units.len() + plan.roles.len(),
        _ => 0,
    };
    let rows = u16::try_from(rows).expect("few");
    let program = draw.program(scope, rows);
    let by = [
        Setting::Is(3),
        Setting::By("twice", 2),
        Setting::Open("often"),
    ];
    let with = draw.choices.maybe(3, |c| ("often", c.one(&by)));
    let of = draw.choices.maybe(3, |c| {
        let duties = plan.duties();
        let some = duties.into_iter().filter(|_| c.below(2) == 1);
        some.map(|duty| duty.id.clone()).collect()
    });
    Plugin {
        duty,
        file: FILE,
        digest: String::new(),
        grants: program.grants(),
        of: of.unwrap_or_default(),
        with: BTreeMap::from_iter(with),
        program,
    }
}

impl Draw<'_, '_> {
    fn program(&mut self, scope: &'static str, rows: u16) -> Program {
        let all = ["suspect", "violated", "met", "unknown", "not_applicable"];
        let outcomes = usize::from(self.choices.one(&[5u16, 5, 5, 4]));
        let kinds: [&[&str]; 3] = [
            &["meeting", "visit", "inspection", "document", "shift"],
            &["visit"],
            &["document", "report", "task_done", "incident"],
        ];
        let count = match scope {
            "township" => self.choices.one(&[1, 1, 1, 1, 1, 0, 2]),
            _ => self.choices.below(5),
        };
        let says = self.times(count, |draw, at| {
            let outcome = draw.choices.one(&all);
            Saying {
                about: draw.about(scope, rows, at),
                days: draw.choices.maybe(2, |_| ()).map(|()| draw.days()),
                outcome,
                figure: i64::from(draw.choices.below(9)),
                records: draw.rows(),
            }
        });
        Program {
            scope,
            kinds: self.choices.one(&kinds).to_vec(),
            outcomes: all[..outcomes].to_vec(),
            says,
        }
    }

    /// Mostly a row that is there, and one that nothing was said about before.
    fn about(&mut self, scope: &str, rows: u16, at: u16) -> Option<u32> {
        if self.choices.rarely(30) {
            return self.choices.one(&[None, Some(u32::from(rows))]);
        }
        let some = if self.choices.rarely(6) {
            self.choices.below(rows.max(1))
        } else {
            at % rows.max(1)
        };
        (scope != "township").then_some(u32::from(some))
    }

    /// A period of the calendar, or any days.
    fn days(&mut self) -> Term {
        let (one, other) = (
            self.choices.day_in(self.period),
            self.choices.day_in(self.period),
        );
        let every = ["month", "quarter", "year", "week", "day", "half_year"];
        let every = self.choices.maybe(2, |c| c.one(&every));
        let any = Term {
            from: one.min(other),
            to: one.max(other),
        };
        every.map_or(any, |every| days::calendar(one, every).term)
    }

    /// Rows of records, of which there mostly are as many.
    fn rows(&mut self) -> Vec<u32> {
        let count = self.choices.one(&[0u16, 0, 0, 1, 2]);
        let most = self.choices.one(&[1u16, 2, 5]);
        let mut row = || u32::from(self.choices.below(most));
        (0..count).map(|_| row()).collect()
    }
}
