//! A bundle against the audit done again.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde_json::Value;

use super::{Audited, Change, Difference, Head, Input, Part, Shared, Used};
use crate::growth::Growth;
use crate::tree::Tree;

/// What differs for all townships. `asked` is the day that was asked for, if one was.
#[must_use]
pub fn compare_heads(bundle: &Head, here: &str, asked: Option<Date>) -> Vec<Difference> {
    let mut found = Vec::new();
    if bundle.engine != here {
        found.push(Difference::Engine {
            bundle: bundle.engine.clone(),
            here: here.to_owned(),
        });
    }
    if let Some(asked) = asked.filter(|asked| *asked != bundle.as_of) {
        found.push(Difference::Day {
            bundle: bundle.as_of.to_string(),
            asked: asked.to_string(),
        });
    }
    found
}

/// What differs in what all townships share. A file is known by its name, wherever it lies.
#[must_use]
pub fn compare_shared(bundle: &Shared, here: &Shared) -> Vec<Difference> {
    let mapping = |shared: &Shared| -> Vec<Input> { shared.mapping.iter().cloned().collect() };
    let lists = [
        (bundle.evidence.clone(), here.evidence.clone()),
        (mapping(bundle), mapping(here)),
        (bundle.plan.clone(), here.plan.clone()),
    ];
    let changed = lists.iter().flat_map(|(old, new)| changes(old, new));
    let mut found: Vec<Difference> = changed
        .map(|(path, change)| Difference::Input {
            township: String::new(),
            path,
            change,
            records: None,
        })
        .collect();
    found.extend(packages("", &bundle.packages, &here.packages));
    found
}

/// What differs for a township: its inputs and packages, then its findings. `ledger` is the tree over its records
/// here; `other` says that the engine is another one, or what all townships share, which may be why findings differ.
#[must_use]
pub fn compare(bundle: &Audited, here: &Audited, ledger: &Tree, other: bool) -> Vec<Difference> {
    let township = bundle.name.as_str();
    let mut found = inputs(township, bundle, here, ledger);
    found.extend(packages(township, &bundle.packages, &here.packages));
    let explained = other || !found.is_empty();
    found.extend(findings(township, bundle, here, explained));
    found
}

/// Whether the ledger came to something else although its file is the same: one of the two is made up.
fn ledger_differs(bundle: &Audited, here: &Audited) -> bool {
    let evidence = |audited: &Audited| -> Vec<Input> {
        let inputs = audited.inputs.iter();
        let evidence = inputs.filter(|input| input.part == Part::Evidence);
        evidence.cloned().collect()
    };
    bundle.ledger != here.ledger && evidence(bundle) == evidence(here)
}

fn inputs(township: &str, bundle: &Audited, here: &Audited, ledger: &Tree) -> Vec<Difference> {
    let records = |change: Change, path: &str| {
        let mut inputs = bundle.inputs.iter();
        let evidence = inputs.any(|input| input.path == path && input.part == Part::Evidence);
        // Of records that cannot be read nothing is known.
        let readable = here.ledger.is_some();
        let old = bundle.ledger.as_ref().filter(|_| evidence && readable)?;
        if change == Change::Missing {
            return None;
        }
        Some(match ledger.root_at(old.size) {
            None => Growth::Shrunk,
            Some(root) if root == old.root => Growth::Grown(ledger.size() - old.size),
            Some(_) => Growth::Rewritten,
        })
    };
    changes(&bundle.inputs, &here.inputs)
        .into_iter()
        .map(|(path, change)| Difference::Input {
            township: township.to_owned(),
            records: records(change, &path),
            path,
            change,
        })
        .collect()
}

/// The paths that differ, in their order.
fn changes(bundle: &[Input], here: &[Input]) -> Vec<(String, Change)> {
    let by_path = |list: &[Input]| -> BTreeMap<String, _> {
        let pairs = list
            .iter()
            .map(|input| (input.path.clone(), (input.digest, input.part)));
        pairs.collect()
    };
    let (old, new) = (by_path(bundle), by_path(here));
    each(&old, &new)
}

fn each<V: PartialEq>(
    old: &BTreeMap<String, V>,
    new: &BTreeMap<String, V>,
) -> Vec<(String, Change)> {
    let keys: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let change = |key: &String| match (old.get(key), new.get(key)) {
        (Some(old), Some(new)) => (old != new).then_some(Change::Changed),
        (Some(_), None) => Some(Change::Missing),
        (None, _) => Some(Change::Added),
    };
    keys.into_iter()
        .filter_map(|key| change(key).map(|change| (key.clone(), change)))
        .collect()
}

fn packages(township: &str, bundle: &[Used], here: &[Used]) -> Vec<Difference> {
    let by_name = |list: &'_ [Used]| -> BTreeMap<String, Used> {
        let pairs = list.iter().map(|used| (used.name.clone(), used.clone()));
        pairs.collect()
    };
    let (old, new) = (by_name(bundle), by_name(here));
    let version = |used: Option<&Used>| used.map_or(String::new(), |used| used.version.clone());
    each(&old, &new)
        .into_iter()
        .map(|(name, change)| {
            let (old, new) = (old.get(&name), new.get(&name));
            let files = old
                .zip(new)
                .map(|(old, new)| changes(&old.files, &new.files));
            let files = files.unwrap_or_default().into_iter();
            Difference::Package {
                township: township.to_owned(),
                change,
                bundle: version(old),
                here: version(new),
                files: files.map(|(path, _)| path).collect(),
                name,
            }
        })
        .collect()
}

fn findings(
    township: &str,
    bundle: &Audited,
    here: &Audited,
    explained: bool,
) -> Option<Difference> {
    let ledger = ledger_differs(bundle, here);
    if bundle.result == here.result && !ledger {
        return None;
    }
    let (old, new) = (by_id(&bundle.result), by_id(&here.result));
    let ids: Vec<String> = each(&old, &new).into_iter().map(|(id, _)| id).collect();
    let mut parts = parts(&bundle.result, &here.result);
    if ledger {
        parts.push("ledger".to_owned());
    }
    Some(Difference::Findings {
        township: township.to_owned(),
        parts,
        ids,
        explained,
    })
}

/// The findings of a result by their ids.
fn by_id(result: &Value) -> BTreeMap<String, &Value> {
    let findings = result["assessment"]["findings"].as_array();
    let findings = findings.into_iter().flatten();
    findings
        .filter_map(|finding| Some((finding["id"].as_str()?.to_owned(), finding)))
        .collect()
}

/// The other parts of a result that differ, such as `scores`.
fn parts(old: &Value, new: &Value) -> Vec<String> {
    let of = |result: &Value| -> BTreeMap<String, Value> {
        let assessment = result["assessment"].as_object().cloned();
        let mut parts: BTreeMap<String, Value> =
            assessment.unwrap_or_default().into_iter().collect();
        parts.remove("findings");
        for beside in ["notes", "rows"] {
            parts.insert(beside.to_owned(), result[beside].clone());
        }
        parts
    };
    let differing = each(&of(old), &of(new)).into_iter();
    differing.map(|(name, _)| name).collect()
}
