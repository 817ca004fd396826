//! Honest years of the published townships, and what the plugins say of them.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_rules::{Reason, Status};
use luoshi_simulate::{Planted, Profile, simulate};

use crate::judged::{assessed, compiled, jsonl};
use crate::published::{plan, plugins, text};

/// What a plugin said of so many ledgers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Said {
    /// Ledgers of which it said anything.
    pub(crate) ledgers: usize,
    /// Those of which it suspected something.
    pub(crate) suspected: usize,
    /// Findings that were judged: met or suspect.
    pub(crate) judged: usize,
    /// Those that are suspect, with the seed of the year.
    pub(crate) suspects: Vec<String>,
}

/// What each plugin rule of a township says of years in which nothing is planted, by its id.
pub(crate) fn said(township: &str, seeds: std::ops::Range<u64>) -> BTreeMap<String, Said> {
    let plan = plan(township);
    let plugins = plugins(&plan);
    let profile = Profile::from_yaml(&text(township, "profile.yaml")).expect("a profile");
    let program = compiled(&plan, plan.span.to, &plugins);
    let mut all: BTreeMap<String, Said> = BTreeMap::new();
    for seed in seeds {
        let year = simulate(&program, &profile, &Planted::default(), seed);
        let assessment = assessed(&program, &jsonl(&year));
        let mut suspected: BTreeSet<&str> = BTreeSet::new();
        for rule in &plan.content.plugins {
            all.entry(rule.duty.id.name.to_string())
                .or_default()
                .ledgers += 1;
        }
        for finding in &assessment.findings {
            let id = assessment.duties[finding.duty].id.as_str();
            let Some(said) = all.get_mut(id) else {
                continue;
            };
            let Reason::Plugin(reason) = &finding.reason else {
                panic!("{township}, seed {seed}: {:?}", finding.reason);
            };
            let is_suspect = finding.status == Status::Suspect;
            said.judged += usize::from(is_suspect || finding.status == Status::Met);
            if is_suspect {
                said.suspected += usize::from(suspected.insert(id));
                let why = format!("{} {:?}", reason.text.en, reason.arguments);
                said.suspects
                    .push(format!("{township}, seed {seed}, {}: {why}", finding.id));
            }
        }
    }
    all
}
