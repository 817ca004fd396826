//! The published evidence of each township comes again byte for byte from its seed, and a run
//! over it finds what was planted, failures and signs, no more and no fewer.
//!
//! `LUOSHI_BLESS=1 cargo test -p luoshi-simulate --test townships` writes the evidence anew.
#![allow(
    clippy::disallowed_methods,
    reason = "the published files are what is tested"
)]

#[path = "judged/judged.rs"]
mod judged;
#[allow(dead_code, reason = "shared with other tests")]
#[path = "judged/published.rs"]
mod published;

use std::collections::BTreeSet;
use std::fs;

use luoshi_rules::{Assessment, Status};
use luoshi_simulate::{How, Planted, Profile};

use judged::{compiled, planted_comes_out};
use published::{plan, plugins, policies, text};

/// The published evidence of a township is no larger.
const LARGEST: usize = 700 * 1024;

#[track_caller]
fn check(name: &str) -> (Planted, Assessment) {
    let plan = plan(name);
    let planted = Planted::from_yaml(&text(name, "planted.yaml")).expect("planted failures");
    let profile = Profile::from_yaml(&text(name, "profile.yaml")).expect("a profile");
    let as_of = planted.as_of.expect("the last day of the term");
    let seed = planted.seed.expect("a seed");
    let plugins = plugins(&plan);
    let program = compiled(&plan, as_of, &plugins);
    let (ledger, assessment) = planted_comes_out(&program, &profile, &planted, seed);
    assert!(ledger.len() <= LARGEST, "{} bytes", ledger.len());
    let published = policies().join(name).join("evidence.jsonl");
    if std::env::var_os("LUOSHI_BLESS").is_some() {
        fs::write(&published, &ledger).expect("a writable folder");
    }
    let same = fs::read_to_string(&published).is_ok_and(|text| text == ledger);
    assert!(same, "{} is not what the seed gives", published.display());
    (planted, assessment)
}

/// What every township has among its failures.
#[track_caller]
fn check_variety(planted: &Planted, assessment: &Assessment) {
    let hows: BTreeSet<Option<How>> = planted.failures.iter().map(|f| f.how).collect();
    assert!(hows.len() >= 8, "{hows:?}");
    assert!(
        (15..=40).contains(&planted.failures.len()),
        "{}",
        planted.failures.len()
    );
    let statuses: BTreeSet<Status> = planted.failures.iter().map(|f| f.status).collect();
    for status in [
        Status::Missed,
        Status::Violated,
        Status::Late,
        Status::Unknown,
        Status::Waived,
    ] {
        assert!(statuses.contains(&status), "{status:?} is not planted");
    }
    assert!(planted.failures.iter().any(|f| f.corrected));
    assert!(assessment.evidence.superseded > 0 && assessment.evidence.withdrawn > 0);
    assert!(assessment.evidence.backfilled > 0);
    assert!(
        assessment
            .waivers
            .iter()
            .any(|w| w.expired && w.covers == 0)
    );
    assert!(assessment.waivers.iter().any(|w| w.covers > 0));
}

#[test]
fn pingtang() {
    let (planted, assessment) = check("pingtang-2012");
    check_variety(&planted, &assessment);
}

#[test]
fn nao() {
    let (planted, assessment) = check("nao-2012");
    check_variety(&planted, &assessment);
}

#[test]
fn township() {
    let (planted, assessment) = check("township-2006");
    check_variety(&planted, &assessment);
}
