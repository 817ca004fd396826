//! How often the audit's signs are seen in honest years of the published townships: the numbers that each
//! indication carries, and `engine/signs/SIGNS.md`.

#[path = "judged/judged.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod judged;
#[path = "judged/published.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod published;

use std::collections::{BTreeMap, BTreeSet};

use luoshi_diagnostics::Sources;
use luoshi_evidence::read_jsonl;
use luoshi_rules::Plugins;
use luoshi_signs::{Details, Files, Given, Indication, Limits, Sign, error_rate, signs};
use luoshi_simulate::{Planted, Profile, simulate};

use judged::{compiled, jsonl};
use published::{TOWNSHIPS, plan, text};

/// Years of each township.
const YEARS: u64 = 20;

/// The indications of years of a township in which nothing is planted.
fn honest(township: &str) -> Vec<Vec<Indication>> {
    let plan = plan(township);
    let profile = Profile::from_yaml(&text(township, "profile.yaml")).expect("a profile");
    let program = compiled(&plan, plan.span.to, Plugins::none());
    let year = |seed| {
        let year = simulate(&program, &profile, &Planted::default(), seed);
        let ledger = jsonl(&year);
        let mut sources = Sources::default();
        let file = sources.add("evidence.jsonl", &ledger);
        let evidence = read_jsonl(&ledger, file, plan.span.to)
            .value
            .expect("evidence");
        let details = Details::of(&year.records);
        let attached = year.records.iter().flat_map(|r| &r.attachments);
        let files = Files::of(attached.map(|a| (a.name.clone(), a.sha256.clone())));
        signs(Given {
            plan: &plan,
            evidence: &evidence,
            as_of: plan.span.to,
            details: Some(&details),
            files: Some(&files),
            limits: &Limits::default(),
        })
    };
    (1..=YEARS).map(year).collect()
}

#[test]
fn false_alarms_are_as_many_as_indications_say() {
    let years: Vec<Vec<Indication>> = TOWNSHIPS
        .map(|township| std::thread::spawn(move || honest(township)))
        .into_iter()
        .flat_map(|township| township.join().expect("a township is told"))
        .collect();
    let mut alarms: BTreeMap<Sign, u32> = BTreeMap::new();
    for year in &years {
        let seen: BTreeSet<Sign> = year.iter().map(|indication| indication.sign).collect();
        for sign in seen {
            *alarms.entry(sign).or_default() += 1;
        }
    }
    for sign in Sign::ALL {
        let told = error_rate(sign);
        let found = alarms.get(&sign).copied().unwrap_or(0);
        let examples: Vec<&Indication> = years
            .iter()
            .flatten()
            .filter(|i| i.sign == sign)
            .take(3)
            .collect();
        assert_eq!(told.years as usize, years.len());
        assert_eq!(found, told.alarms, "{sign:?}: {examples:#?}");
    }
}
