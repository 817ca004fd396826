//! A small ledger under which a plan comes to the facts of an example, found by making one: the year of
//! the simulator in which all is done, less the records of what must fail. The rules themselves, judged
//! by the engine, say whether it is one; then every record that they do not need is taken out.

mod attempt;
mod day;
mod facts;
mod failing;
mod judged;
mod least;
mod maker;
mod term;

use jiff::civil::Date;
use luoshi_evidence::Record;
use luoshi_plan::Plan;
use luoshi_rules::Outcome;

use crate::criterion::Section;
use crate::facts::Fact;

use day::days;
use maker::Maker;

/// A ledger, and the day as of which it is judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    /// The day.
    pub as_of: Date,
    /// The records, in order.
    pub records: Vec<Record>,
    /// The facts of the example, as the engine counts them in this ledger.
    pub facts: Vec<(Fact, i64)>,
    /// The duties to which the plan was cut down.
    pub duties: Vec<String>,
    /// The subjects that were left in its sets.
    pub subjects: Vec<String>,
    /// Whether the plan as a whole comes to the same; not known where values of parameters differ from
    /// those in force.
    pub whole: Option<bool>,
}

/// Why there is no ledger for an example.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoLedger {
    /// None was asked for.
    NotAsked,
    /// It is about values of parameters that change more than the rule.
    Parameter,
    /// It is about findings that this does not make: of plugins, rules, decisions.
    NotMade,
    /// None of those tried came to it.
    NotFound,
}

impl NoLedger {
    /// The word in JSON and, after `analysis-no-ledger-`, in the catalogues.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            NoLedger::NotAsked => "not_asked",
            NoLedger::Parameter => "parameter",
            NoLedger::NotMade => "not_made",
            NoLedger::NotFound => "not_found",
        }
    }
}

/// One of the rules, with what the example says that it comes to.
pub(crate) struct Wanted<'p> {
    pub(crate) plan: &'p Plan,
    pub(crate) id: &'p str,
    pub(crate) section: Section,
    pub(crate) sets: &'p [String],
    pub(crate) per_subject: bool,
    pub(crate) outcome: Outcome,
}

/// Makes a ledger under which the rules come to what is wanted of them.
pub(crate) fn ledger(
    wanted: &[Wanted<'_>],
    facts: &[(Fact, i64)],
    subject: Option<&str>,
) -> Result<Ledger, NoLedger> {
    let maker = Maker::new(wanted, facts, subject);
    if maker.is_beyond() {
        return Err(NoLedger::NotMade);
    }
    let mut last = 0;
    for of_each in maker.sizes() {
        let plans = maker.fragments(of_each)?;
        let (days, findings) = days(&plans[0]);
        // More subjects that make no more findings change nothing.
        if findings <= last {
            continue;
        }
        last = findings;
        if let Some(ledger) = days.into_iter().find_map(|day| maker.on(day, &plans)) {
            return Ok(ledger);
        }
    }
    Err(NoLedger::NotFound)
}
