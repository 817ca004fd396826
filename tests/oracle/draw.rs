//! Random plans and ledgers, out of numbers that shrink well: fewer and smaller ones make a simpler world.

mod duty;
mod event;
mod layers;
mod people;
mod plugin;
mod record;
mod sanction;

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

use crate::plan::{
    Cadence, Duty, Header, Hundredths, Limit, Plan, Setting, Settings, Term, jurisdiction,
    parameters, set, values,
};

pub(crate) use layers::layers;
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

    /// A number below `n`, with places now and then.
    fn number(&mut self, n: u16) -> Hundredths {
        let whole = i64::from(self.below(n)) * 100;
        Hundredths(whole + self.one(&[0, 0, 0, 50, 25, 1, 99]))
    }

    fn marks(&mut self) -> Vec<&'static str> {
        let all = ["minutes", "photo"];
        all.into_iter().filter(|_| self.below(2) == 1).collect()
    }
}

const VILLAGES: &str = "villages";
const SCHOOLS: &str = "schools";
const HAMLETS: &str = "hamlets";

/// A plan, with a rule that a program judges where numbers are given for one.
pub(crate) fn plan(choices: &mut Choices<'_>, of_plugin: Option<&mut Choices<'_>>) -> Plan {
    // Of the later year nobody has published a calendar yet.
    let year = choices.one(&[2012, 2012, 2012, 2033]);
    let from = date(year, 1, 1) + i64::from(choices.below(360)).days();
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
        list: 0,
    };
    let mut sets = draw.sets();
    let meetings = draw.meetings();
    let activities = draw.some(1, 2, |draw, at| {
        draw.recurring(format!("activity{at}"), false)
    });
    let tasks = draw.tasks();
    let documents = draw.some(8, 2, |draw, at| draw.document(at, &tasks));
    let coverage = draw.some(2, 2, |draw, at| draw.coverage(at, &tasks));
    let rosters = draw.some(3, 2, |draw, at| draw.roster(at));
    let incidents = draw.some(4, 2, |draw, at| draw.incident(at));
    let each_needs = draw.some(5, 2, |draw, at| draw.each_needs(at));
    let rewards = draw.some(6, 2, |draw, at| draw.reward(at));
    let indicators = draw.some(9, 2, |draw, at| draw.indicator(at, &incidents));
    let chains = draw.some(10, 2, |draw, at| draw.chain(at));
    let recurring = meetings.iter().chain(&activities).map(|of| &of.duty);
    let papers = documents.iter().map(|of| &of.duty);
    let terms: Vec<Term> = recurring
        .chain(papers)
        .filter_map(|duty| duty.period)
        .collect();
    draw.meet(&terms, &mut sets);
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
        parameters: parameters(),
        set: set(),
        values: values(),
        disabled: BTreeMap::new(),
        calendar: draw.calendar(),
        settings: Settings {
            due_soon: draw.choices.one(&[3u32, 0, 1, 7]),
            backfill: draw.choices.one(&[15u32, 15, 0, 5]),
            calendar: draw.choices.one(&["monday_to_friday", "national"]),
        },
        waivers: draw.waivers(),
        units: draw.units(),
        roles: draw.roles(),
        persons: draw.persons(),
        holders: draw.holders(&sets),
        chains,
        subjects: sets,
        meetings,
        activities,
        tasks,
        documents,
        coverage,
        rosters,
        incidents,
        each_needs,
        rewards,
        indicators,
        rules: Vec::new(),
        plugins: Vec::new(),
        penalties: Vec::new(),
        vetoes: Vec::new(),
        ladders: Vec::new(),
        scorecards: Vec::new(),
    };
    if let Some(choices) = of_plugin {
        plan.plugins = vec![plugin::plugin(&plan, choices)];
    }
    plan.rules = draw.rules(&plan);
    plan.penalties = draw.penalties(&plan);
    plan.vetoes = draw.vetoes(&plan);
    plan.ladders = draw.ladders(&plan);
    plan.scorecards = draw.scorecards(&plan);
    plan
}

struct Draw<'a, 'c> {
    choices: &'a mut Choices<'c>,
    period: Term,
    /// The sections that the plan has.
    two: [u16; 2],
    /// Which list of actors an activity has.
    list: u16,
}

/// How many sections there are to choose from.
const SECTIONS: u16 = 11;

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

    /// The second of two now and then serves the first, or the first the second.
    fn meetings(&mut self) -> Vec<crate::plan::Recurring> {
        let mut meetings = self.some(0, 2, |draw, at| {
            draw.recurring(format!("meeting{at}"), true)
        });
        let serves = self.choices.one(&[None, Some(0), Some(1)]);
        if let (Some(by), 2) = (serves, meetings.len()) {
            meetings[by].serves_also = vec![meetings[1 - by].duty.id.clone()];
        }
        meetings
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
            responsible: self.role(),
            active: self.active(),
            optional: false,
            for_each: for_each.to_vec(),
            period,
            waivable: self.choices.maybe(6, |_| false),
            waived_by: if self.choices.rarely(6) {
                vec![people::TOWNSHIP]
            } else {
                Vec::new()
            },
            severity: self.choices.one(&["normal", "minor", "major"]),
        }
    }

    /// Days off and days worked of the year in which the plan begins.
    fn calendar(&mut self) -> BTreeMap<Date, bool> {
        let days = self.choices.maybe(4, |c| 1 + c.below(12)).unwrap_or(0);
        let days = self.times(days, |draw, _| draw.choices.day_in(draw.period));
        let year = self.period.from.year();
        let weekend = |day: Date| matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        let own = days.into_iter().filter(|day| day.year() == year);
        own.map(|day| (day, !weekend(day))).collect()
    }

    /// Mostly on.
    fn active(&mut self) -> Setting<bool> {
        if !self.choices.rarely(6) {
            return Setting::Is(true);
        }
        self.choices.one(&[
            Setting::Is(false),
            Setting::By("off", false),
            Setting::Open("perhaps"),
            Setting::By("on", true),
        ])
    }

    /// A limit, now and then left to a parameter.
    fn set_limit(&mut self, limit: Limit) -> Setting<Limit> {
        let by = [Setting::By("week", Limit::Days(7)), Setting::Open("long")];
        let parameter = self.choices.maybe(8, |c| c.one(&by));
        parameter.unwrap_or(Setting::Is(limit))
    }

    fn cadence(&mut self) -> Cadence {
        let every = self
            .choices
            .one(&["month", "week", "quarter", "half_year", "year", "day"]);
        let n = self.choices.one(&[1u32, 1, 1, 2, 3]);
        let exactly = self.choices.rarely(4);
        let by = [Setting::By("twice", 2), Setting::Open("often")];
        let parameter = self.choices.maybe(8, |c| c.one(&by));
        let window = self.choices.one(&[0u32, 0, 1, 3, 5]);
        let hand_in = self.choices.below(2) == 0;
        Cadence {
            every,
            at_least: (!exactly).then(|| parameter.unwrap_or(Setting::Is(n))),
            exactly: exactly.then_some(n),
            partial: self.choices.one(&["half_or_more", "due", "skip"]),
            grace: if hand_in { 0 } else { window },
            hand_in: if hand_in { window } else { 0 },
            closes: self.choices.one(&["day_after", "day_after", "last_day"]),
        }
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
