//! Every way that rules can go: run them, note what they asked of facts, look for facts that would have
//! answered otherwise, run them on these, until there are none.

use std::sync::{Arc, Mutex};

use luoshi_rules::{Line, MOST, Outcome, Test};

use crate::cases::{Cases, Search};
use crate::criterion::{Criterion, limits};
use crate::facts::{Fact, Facts};
use crate::side::{Answers, Side, lock};

/// How far is looked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    /// Most runs for one answer.
    pub runs: usize,
    /// Where the rules do more with facts than add and compare, each count is tried up to this.
    pub most: i64,
}

impl Default for Effort {
    fn default() -> Effort {
        Effort {
            runs: 5000,
            most: 12,
        }
    }
}

/// How much of all facts an answer covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// All facts in which no count is larger than this.
    All {
        /// The largest count.
        most: i64,
    },
    /// The runs were used up first.
    Some {
        /// The largest count that was being looked at.
        most: i64,
    },
}

/// Facts that lead every rule to the same end, as one run showed.
#[derive(Debug, Clone)]
pub(crate) struct Region {
    pub(crate) outcomes: Vec<Outcome>,
    pub(crate) tests: Vec<Test>,
}

/// One rule with what it may ask.
pub(crate) struct Party {
    pub(crate) criterion: Criterion,
    pub(crate) side: Arc<Side>,
    /// Whether it is judged for a subject.
    pub(crate) per_subject: bool,
}

/// What an exploration showed.
pub(crate) struct Explored {
    pub(crate) facts: Facts,
    pub(crate) regions: Vec<Region>,
    pub(crate) limits: Vec<Limit>,
    pub(crate) reach: Reach,
    /// Runs whose facts were pinned to their values.
    pub(crate) pinned: usize,
    pub(crate) subject_read: bool,
}

/// Adds up to how many findings there can be; for the facts known by now.
pub(crate) type Room<'a> = &'a dyn Fn(&Facts) -> Vec<Limit>;

/// Of some lines one is zero or more, whatever the facts.
pub(crate) type Limit = Vec<Line>;

/// Runs over which counts up to [`MOST`] are looked at while facts are being pinned: there would be no end.
const PINNED_WIDE: usize = 60;

struct Exploration<'a> {
    parties: &'a [Party],
    subject: Option<&'a str>,
    room: Room<'a>,
    facts: Arc<Mutex<Facts>>,
    cases: Cases,
    limits: Vec<Limit>,
    regions: Vec<Region>,
    pinned: usize,
    subject_read: bool,
}

/// Explores all facts of some rules for one subject, or for the jurisdiction.
pub(crate) fn explore(
    parties: &[Party],
    subject: Option<&str>,
    room: Room<'_>,
    effort: Effort,
) -> Explored {
    let mut exploration = Exploration {
        parties,
        subject,
        room,
        facts: Arc::default(),
        cases: Cases::new(),
        limits: Vec::new(),
        regions: Vec::new(),
        pinned: 0,
        subject_read: false,
    };
    let mut reach = Reach::All { most: MOST };
    if !exploration.exhaust(None, effort.runs) {
        let most = effort.most.clamp(0, MOST);
        reach = match exploration.exhaust(Some(most), effort.runs) {
            true => Reach::All { most },
            false => Reach::Some { most },
        };
    }
    let facts = std::mem::take(&mut *lock(&exploration.facts));
    Explored {
        facts,
        regions: exploration.regions,
        limits: exploration.limits,
        reach,
        pinned: exploration.pinned,
        subject_read: exploration.subject_read,
    }
}

impl Exploration<'_> {
    /// Whether all facts with counts up to `most` are spoken for before the runs are used up.
    fn exhaust(&mut self, most: Option<i64>, runs: usize) -> bool {
        for _ in 0..runs {
            self.learn();
            let capped = self.counts();
            match self.cases.next(&capped, most) {
                Search::None => return true,
                Search::GivenUp => return false,
                Search::Found(values) => self.run(values),
            }
            if most.is_none() && self.pinned > PINNED_WIDE {
                return false;
            }
        }
        false
    }

    /// Runs the rules on these facts.
    fn run(&mut self, values: Vec<i64>) {
        let values = Arc::new(values);
        let (mut outcomes, mut tests) = (Vec::new(), Vec::new());
        let mut pinned = false;
        for party in self.parties {
            let answers = Arc::new(self.answers(party, &values));
            let subject = self.subject.filter(|_| party.per_subject);
            let tried = party.criterion.run(answers, subject);
            outcomes.push(tried.outcome);
            tests.extend(tried.tests);
            pinned |= tried.pinned;
            self.subject_read |= tried.subject_read && party.per_subject;
        }
        tests.sort();
        tests.dedup();
        self.learn();
        self.cases.speak_for(&tests);
        self.pinned += usize::from(pinned);
        self.regions.push(Region { outcomes, tests });
    }

    fn answers(&self, party: &Party, values: &Arc<Vec<i64>>) -> Answers {
        Answers {
            facts: Arc::clone(&self.facts),
            values: Arc::clone(values),
            side: Arc::clone(&party.side),
        }
    }

    /// Takes up the facts that were asked for since, with their limits.
    fn learn(&mut self) {
        let known = self.cases.len();
        if known == lock(&self.facts).list.len() && known > 0 {
            return;
        }
        let none = Arc::new(Vec::new());
        let mut found: Vec<Limit> = Vec::new();
        for party in self.parties {
            let lines = limits(&party.criterion, &self.answers(party, &none));
            found.extend(lines.into_iter().map(|line| vec![line]));
        }
        let facts = lock(&self.facts);
        found.extend((self.room)(&facts));
        for range in &facts.ranges[known..] {
            self.cases.add_fact(*range);
        }
        drop(facts);
        for limit in found {
            if !self.limits.contains(&limit) {
                self.cases.demand(&limit);
                self.limits.push(limit);
            }
        }
    }

    /// Facts that have no bounds of their own.
    fn counts(&self) -> Vec<usize> {
        let facts = lock(&self.facts);
        let list = facts.list.iter().enumerate();
        let counts = list.filter(|(_, fact)| !matches!(fact, Fact::Parameter(_)));
        counts.map(|(at, _)| at).collect()
    }
}
