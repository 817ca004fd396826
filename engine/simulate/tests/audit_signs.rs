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
use luoshi_signs::{
    Details, Files, Given, Honest, Indication, Limits, Sign, error_rate, error_rate_of_any, signs,
};
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
        let attached = year.records.iter().flat_map(|record| {
            let name = |name: &str| format!("{}/{name}", record.id);
            let files = record.attachments.iter();
            files.map(move |file| (name(&file.name), file.sha256.clone()))
        });
        let files = Files::of(attached);
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
    let mut wrong = Vec::new();
    for sign in Sign::ALL {
        let told = error_rate(sign);
        let found = alarms.get(&sign).copied().unwrap_or(0);
        let examples: Vec<&Indication> = years
            .iter()
            .flatten()
            .filter(|i| i.sign == sign)
            .take(3)
            .collect();
        if told.on == Honest::Townships {
            assert_eq!(told.years as usize, years.len());
        }
        if found != told.alarms {
            wrong.push(format!(
                "{sign:?}: {found}, not {}: {examples:?}",
                told.alarms
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let any = years.iter().filter(|year| !year.is_empty()).count();
    assert_eq!(error_rate_of_any().alarms as usize, any);
}

/// The committed years, in which signs are planted: each sign that a plugin must find is found without
/// the plugin, with the same whom.
#[test]
fn planted_signs_come_out() {
    let mut looked_for = 0;
    for township in TOWNSHIPS {
        let plan = plan(township);
        let ledger = text(township, "evidence.jsonl");
        let mut sources = Sources::default();
        let file = sources.add("evidence.jsonl", &ledger);
        let evidence = read_jsonl(&ledger, file, plan.span.to)
            .value
            .expect("evidence");
        let found = signs(Given {
            plan: &plan,
            evidence: &evidence,
            as_of: plan.span.to,
            details: None,
            files: None,
            limits: &Limits::default(),
        });
        let planted = Planted::from_yaml(&text(township, "planted.yaml")).expect("planted");
        looked_for += planted.signs.len();
        for sign in &planted.signs {
            let (rule, whom) = match sign.finding.split_once('/') {
                Some((rule, whom)) => (rule, format!("/{whom}")),
                None => (sign.finding.as_str(), String::new()),
            };
            let word = match rule {
                "backfill" => "backfill-burst",
                "copied_records" => "copied-records",
                "roster_fairness" => "uneven-shifts",
                "regular_figures" => "regular-figures",
                other => panic!("{township}: {other}"),
            };
            let id = format!("{word}{whom}");
            let ids: Vec<&str> = found.iter().map(|i| i.id.as_str()).collect();
            assert!(
                ids.contains(&id.as_str()),
                "{township}: {id} is not among {ids:?}"
            );
        }
    }
    assert!(looked_for >= 4, "{looked_for}");
}
