//! What a plan may change of its packages, within which bounds, and what it changed and why.

use luoshi_diagnostics::{Lang, Messages};
use luoshi_plan::model::{Duty, JurisdictionLevel, ParameterType, Roster, Stricter};
use luoshi_plan::{ParameterInForce, Plan, SetBy};

use crate::text::{Titles, amount, in_words};

mod json;
mod text;

pub use json::tailor_json;
pub use text::tailor_text;

/// How much is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// What may be changed, and what was.
    All,
    /// Only what was.
    Changed,
}

/// A duty that a package lets its plans disable.
struct Optional<'a> {
    duty: &'a str,
    name: &'a str,
    state: State,
    reason: Option<&'a str>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    InForce,
    Disabled,
    ByParameter,
}

impl State {
    fn word(self) -> &'static str {
        match self {
            State::InForce => "in_force",
            State::Disabled => "disabled",
            State::ByParameter => "by_parameter",
        }
    }
}

/// The duties that may be disabled, those that are first.
fn optional(plan: &Plan) -> Vec<Optional<'_>> {
    let off = plan
        .inactive
        .iter()
        .filter(|i| i.optional)
        .map(|i| Optional {
            duty: &i.duty,
            name: &i.name,
            state: match i.reason {
                Some(_) => State::Disabled,
                None => State::ByParameter,
            },
            reason: i.reason.as_deref(),
        });
    let on = plan.duties().filter(|d| d.optional && of_package(plan, d));
    off.chain(on.map(|duty| Optional {
        duty: &duty.id.name,
        name: &duty.name,
        state: State::InForce,
        reason: None,
    }))
    .collect()
}

/// Rosters of packages whose planning the plan may add to.
fn rosters(plan: &Plan) -> impl Iterator<Item = &Roster> {
    let rosters = plan.content.rosters.iter();
    rosters.filter(|r| r.planning.is_some() && of_package(plan, &r.duty))
}

fn of_package(plan: &Plan, duty: &Duty) -> bool {
    plan.package_of.contains_key(&duty.id.place.file)
}

/// Questions of the packages that nobody has decided.
fn open(plan: &Plan) -> impl Iterator<Item = &ParameterInForce> {
    let parameters = plan.parameters.iter();
    parameters.filter(|p| p.set_by == SetBy::Nobody)
}

fn titles(plan: &Plan) -> Titles {
    let packages = plan.packages.iter();
    packages
        .map(|p| (p.name.clone(), p.title.clone()))
        .collect()
}

/// What a value may be: type, bounds or choices, which way is stricter, and whether it takes a reason.
#[must_use]
pub fn range_of(words: Messages, parameter: &ParameterInForce) -> String {
    let bound = |text: &Option<String>| amount(words, parameter, text.as_deref());
    let both = parameter.max.as_ref().and(parameter.min.as_ref());
    // The unit once, behind both.
    let least = both.map_or_else(|| bound(&parameter.min), |min| in_words(words, min));
    let args = vec![("min", least.into()), ("max", bound(&parameter.max).into())];
    let bounds = match (&parameter.min, &parameter.max) {
        (Some(_), Some(_)) => Some("range-between"),
        (Some(_), None) => Some("range-from"),
        (None, Some(_)) => Some("range-to"),
        (None, None) => None,
    };
    let choices = match parameter.kind {
        ParameterType::Choice => words.list(&parameter.choices),
        ParameterType::Boolean => words.list(&["true", "false"].map(|v| in_words(words, v))),
        _ => String::new(),
    };
    let kind = words.word(&format!("parameter-type-{}", parameter.kind.word()));
    let direction = match parameter.stricter {
        Some(Stricter::More) => Some("range-more"),
        Some(Stricter::Less) => Some("range-less"),
        None => None,
    };
    let mut parts = match choices.is_empty() {
        true => vec![kind],
        false => vec![choices],
    };
    parts.extend(bounds.map(|key| words.text(key, &args)));
    parts.extend(direction.map(|key| words.word(key)));
    parts.extend(parameter.reason_needed.then(|| words.word("range-reason")));
    parts.join(&words.word("report-comma"))
}

/// The value that the packages leave, with its unit.
#[must_use]
pub fn package_value(words: Messages, parameter: &ParameterInForce) -> String {
    amount(words, parameter, parameter.below.as_deref())
}

/// A level of government as the reader calls it.
fn level(words: Messages, level: JurisdictionLevel) -> &'static str {
    let found = JurisdictionLevel::WORDS.iter().find(|(l, ..)| *l == level);
    found.map_or("", |(_, en, zh)| match words.lang() {
        Lang::ZhCn => zh,
        Lang::En => en,
    })
}
