//! What becomes of a parameter from layer to layer.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::value::{Given, Value, compare};
use super::{Folder, Parameter, SetValue};

/// A parameter as all layers leave it.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    pub(crate) parameter: Parameter,
    pub(crate) value: Option<Given>,
    /// How whoever lies above may change it.
    pub(crate) adjustable: &'static str,
    /// Who set it: `default NAME`, `NAME`, `plan`, `nobody`.
    pub(crate) by: String,
    pub(crate) reason: Option<&'static str>,
    /// Whether the plan declares it itself.
    pub(crate) own: bool,
    /// What the packages left, and who of them set it, where the plan sets one of theirs.
    pub(crate) below: Option<(Option<Given>, String)>,
}

/// Every parameter, declared and set from below upwards, and the codes by which a value is refused.
pub(crate) fn settle(folders: &[&Folder], refused: &mut BTreeSet<&'static str>) -> Vec<Known> {
    let mut all: Vec<Known> = Vec::new();
    for folder in folders {
        let name = folder.package.unwrap_or("plan");
        for parameter in &folder.parameters {
            all.push(Known::of(parameter, folder.package));
        }
        for set in &folder.set {
            let Some(known) = all.iter_mut().find(|k| k.parameter.id == set.parameter) else {
                refused.insert("unknown-parameter");
                continue;
            };
            refused.extend(wrong(known, set));
            refused.extend(narrow(known, set));
            if set.value.value.is_none() {
                continue;
            }
            if folder.package.is_none() && !known.own {
                known.below = Some((known.value.clone(), known.by.clone()));
            }
            known.value = Some(set.value.clone());
            known.by = name.to_owned();
            known.reason = set.reason.filter(|why| !why.trim().is_empty());
        }
    }
    all
}

/// Why a value may not be set.
pub(crate) fn wrong(known: &Known, set: &SetValue) -> Option<&'static str> {
    let of = &known.parameter;
    let Some(value) = set.value.value else {
        let choice = of.kind == "choice";
        return Some(if choice {
            "unknown-value"
        } else {
            "parameter-type"
        });
    };
    for (bound, outside) in [(&of.min, Ordering::Less), (&of.max, Ordering::Greater)] {
        let bound = bound.as_ref().and_then(|bound| bound.value);
        match bound.map(|bound| compare(value, bound, &of.choices)) {
            Some(None) => return Some("limits-not-comparable"),
            Some(Some(order)) if order == outside => return Some("out-of-bounds"),
            _ => {}
        }
    }
    // What is open may be set to anything inside the bounds, and is decided rather than changed.
    let was = known.value.as_ref()?.value?;
    if value == was {
        return None;
    }
    match (known.adjustable, direction(of, was, value)) {
        ("fixed", _) => return Some("not-adjustable"),
        ("stricter", Direction::Unknown) => return Some("limits-not-comparable"),
        ("stricter", Direction::Looser) => return Some("looser-than-package"),
        _ => {}
    }
    let said = set.reason.is_some_and(|why| !why.trim().is_empty());
    (needs_reason(known) && !said).then_some("missing-reason")
}

/// Whether a change needs a reason.
pub(crate) fn needs_reason(known: &Known) -> bool {
    match known.parameter.reason {
        Some(need) => need == "required",
        None => known.adjustable == "stricter",
    }
}

/// Narrows how whoever lies above may change it, or says that this would widen it.
pub(crate) fn narrow(known: &mut Known, set: &SetValue) -> Option<&'static str> {
    let narrowness = |how: &str| ["free", "stricter", "fixed"].iter().position(|h| *h == how);
    let wanted = set.adjustable?;
    let wider = narrowness(wanted) < narrowness(known.adjustable);
    if wider || wanted == "stricter" && known.parameter.stricter.is_none() {
        return Some("adjustable-loosened");
    }
    known.adjustable = wanted;
    None
}

enum Direction {
    Stricter,
    Looser,
    /// Nobody says which way is stricter.
    None,
    /// Which is the larger depends on the calendar.
    Unknown,
}

fn direction(of: &Parameter, from: Value, to: Value) -> Direction {
    match (compare(to, from, &of.choices), of.stricter) {
        (None, _) => Direction::Unknown,
        (_, None) => Direction::None,
        (Some(Ordering::Greater), Some("more")) | (Some(Ordering::Less), Some("less")) => {
            Direction::Stricter
        }
        (Some(Ordering::Less | Ordering::Greater), Some(_)) => Direction::Looser,
        (Some(Ordering::Equal), Some(_)) => Direction::None,
    }
}

impl Known {
    /// As it is declared.
    pub(crate) fn of(parameter: &Parameter, package: Option<&'static str>) -> Known {
        let by = match (&parameter.default, package) {
            (None, _) => "nobody".to_owned(),
            (Some(_), Some(name)) => format!("default {name}"),
            (Some(_), None) => "plan".to_owned(),
        };
        Known {
            parameter: parameter.clone(),
            value: parameter.default.clone(),
            adjustable: parameter.adjustable,
            by,
            reason: None,
            own: package.is_none(),
            below: None,
        }
    }

    /// What the plan did to what its packages left.
    pub(crate) fn change(&self) -> Option<&'static str> {
        let (below, _) = self.below.as_ref()?;
        let Some(below) = below.as_ref().and_then(|given| given.value) else {
            return Some("decided");
        };
        let now = self.value.as_ref()?.value?;
        if now == below {
            return None;
        }
        Some(match direction(&self.parameter, below, now) {
            Direction::Stricter => "stricter",
            Direction::Looser => "looser",
            Direction::None | Direction::Unknown => "other",
        })
    }
}
