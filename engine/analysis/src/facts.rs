//! The facts that rules speak of, as numbers: what they are called, and how large each can be.

use std::collections::BTreeMap;

use luoshi_rules::{Count, MOST};

/// Whose findings and incidents are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Those of the subject that is judged; all of the jurisdiction where no subject is.
    Here,
    /// Those of subjects that lie in it.
    Inside,
    /// All others of the jurisdiction.
    Elsewhere,
}

/// One fact: a whole number from 0 up.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// The value of a parameter, where values other than that in force are tried.
    Parameter(String),
    /// How many incidents of a kind.
    Incidents {
        /// The kind.
        kind: String,
        /// Whose.
        place: Place,
    },
    /// How many findings of a duty stand so, or what their figures add up to.
    Count {
        /// The duty.
        duty: String,
        /// Which number of it.
        count: Count,
        /// Whose.
        place: Place,
    },
    /// What no count decides: something else of a veto or ladder, by its id.
    Further {
        /// The veto or ladder.
        of: String,
        /// What it is.
        what: Further,
    },
}

/// What a veto or a ladder looks at beside counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Further {
    /// Incidents with the marks, the lapse before them and the finding of a cause that a veto asks for.
    Telling,
    /// 1 where it cannot be told whether an incident is one of those.
    Unsure,
    /// 0, 1, 2: that the rule named in a veto is kept, is not kept, cannot be told.
    Rule,
    /// Findings of a rule, veto or ladder that fail.
    Failing,
    /// Findings of a rule, veto or ladder that are unknown.
    Unknown,
    /// Most events in one window of a ladder.
    Window,
    /// Incidents with one of the marks by which a ladder is reached at once.
    Severe,
}

/// All facts that were asked for, in the order in which they were.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    pub(crate) list: Vec<Fact>,
    /// Least and most, both included.
    pub(crate) ranges: Vec<(i64, i64)>,
    index: BTreeMap<Fact, usize>,
}

impl Facts {
    /// The index of a count; it is new if nobody asked for it yet.
    pub(crate) fn count(&mut self, fact: Fact) -> usize {
        let most = match &fact {
            Fact::Further { what, .. } => match what {
                Further::Unsure => 1,
                Further::Rule => 2,
                Further::Telling
                | Further::Window
                | Further::Severe
                | Further::Failing
                | Further::Unknown => MOST,
            },
            _ => MOST,
        };
        self.between(fact, (0, most))
    }

    /// The index of a fact with a range of its own.
    pub(crate) fn between(&mut self, fact: Fact, range: (i64, i64)) -> usize {
        if let Some(at) = self.index.get(&fact) {
            return *at;
        }
        let at = self.list.len();
        self.index.insert(fact.clone(), at);
        self.list.push(fact);
        self.ranges.push(range);
        at
    }

    /// The value of a fact in a list that may be older than it.
    pub(crate) fn value(&self, values: &[i64], fact: usize) -> i64 {
        values.get(fact).copied().unwrap_or(self.ranges[fact].0)
    }
}
