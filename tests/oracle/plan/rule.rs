//! Rules in Rhai, of which the test writes the text itself.

use serde::{Serialize, Serializer};

use super::Duty;

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Rule {
    #[serde(flatten)]
    pub(crate) duty: Duty,
    pub(crate) holds: Expression,
}

/// Comparisons, all or any of which must be true.
#[derive(Debug, Clone)]
pub(crate) struct Expression {
    pub(crate) all: bool,
    pub(crate) of: Vec<Comparison>,
}

#[derive(Debug, Clone)]
pub(crate) struct Comparison {
    pub(crate) fact: Fact,
    pub(crate) sign: &'static str,
    pub(crate) number: i64,
}

#[derive(Debug, Clone)]
pub(crate) enum Fact {
    /// A count of the findings of a duty.
    Duty(String, &'static str),
    Incidents(String),
    Parameter(&'static str),
}

impl Serialize for Expression {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let one = |c: &Comparison| {
            let fact = match &c.fact {
                Fact::Duty(id, count) => format!("duty(\"{id}\").{count}"),
                Fact::Incidents(kind) => format!("incidents(\"{kind}\")"),
                Fact::Parameter(id) => format!("param(\"{id}\")"),
            };
            format!("{fact} {} {}", c.sign, c.number)
        };
        let of: Vec<String> = self.of.iter().map(one).collect();
        to.serialize_str(&of.join(if self.all { " && " } else { " || " }))
    }
}
