//! Duties as rules of SARIF.

use std::collections::BTreeMap;

use crate::sarif::form::{Configuration, Message, Rule, RuleProperties};
use crate::sarif::level;
use crate::telling::Telling;
use crate::whole::Case;

/// The rules that results refer to, in the order in which they first came up. Two plans may say different things under
/// one id; then both stand here under it, and the index tells which is meant, as SARIF provides for (3.52.3).
#[derive(Default)]
pub(super) struct Rules {
    seen: BTreeMap<Rule, usize>,
}

impl Rules {
    pub(super) fn index(&mut self, rule: Rule) -> usize {
        let next = self.seen.len();
        *self.seen.entry(rule).or_insert(next)
    }

    pub(super) fn list(self) -> Vec<Rule> {
        let mut rules: Vec<(usize, Rule)> =
            self.seen.into_iter().map(|(rule, at)| (at, rule)).collect();
        rules.sort_by_key(|(at, _)| *at);
        rules.into_iter().map(|(_, rule)| rule).collect()
    }
}

pub(super) fn rule(case: &Case<'_>, telling: Telling) -> Rule {
    let duty = case.duty;
    let clauses = telling.clauses(case);
    let help = if clauses.is_empty() {
        telling.word("no-clause")
    } else {
        clauses.clone()
    };
    let full = telling.say(
        "duty",
        [
            ("name", duty.name.clone().into()),
            ("severity", telling.severity(duty.severity).into()),
        ],
    );
    Rule {
        id: duty.id.clone(),
        short_description: Message {
            text: duty.name.clone(),
        },
        full_description: Message { text: full },
        help: Message { text: help },
        default_configuration: Configuration {
            level: level(duty.severity),
        },
        properties: RuleProperties {
            tags: vec![duty.section.clone()],
            clauses: duty.clauses.clone(),
            responsible: duty.responsible.clone(),
        },
    }
}

pub(super) fn broken_rule(code: &str, telling: Telling) -> Rule {
    let text = telling.word("broken-rule");
    Rule {
        id: code.to_owned(),
        short_description: Message { text: text.clone() },
        full_description: Message { text },
        help: Message {
            text: telling.say("broken-help", [("code", code.into())]),
        },
        default_configuration: Configuration { level: "error" },
        properties: RuleProperties {
            tags: vec!["broken".to_owned()],
            clauses: Vec::new(),
            responsible: None,
        },
    }
}
