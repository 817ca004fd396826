//! What must hold for any plan and any ledger: order does not matter, what is done does not hurt,
//! time does not undo what it closed, and nothing panics.

mod draw;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use luoshi_diagnostics::{Lang, Messages, Sources, render_text};
use luoshi_evidence::read_jsonl;
use luoshi_plan::{Decimal, Folder, Plan, parse, resolve};
use luoshi_rules::{
    Assessment, Detail, Failing, Finding, Outliner, Plugins, ScoreSheet, Status, compile, evaluate,
    figures, judge, plain,
};
use proptest::prelude::{Just, ProptestConfig, Strategy};
use proptest::{collection, prop_assert, prop_assert_eq, proptest, sample};

use draw::{ALL, GROWING, changes, days, line, plan, record, records};

/// Appends the changes whose record stands before them.
fn apply(records: &mut Vec<String>, changes: Vec<String>) {
    for change in changes {
        let of = change.split_once(r#""ref":""#).map(|(_, rest)| rest);
        let target = of.and_then(|rest| rest.split('"').next());
        let id = target.map(|target| format!(r#"{{"id":"{target}""#));
        if id.is_none_or(|id| records.iter().any(|line| line.starts_with(&id))) {
            records.push(change);
        }
    }
}

fn read(text: &str) -> Plan {
    let folder = Folder {
        name: "case".to_owned(),
        texts: vec![("plan.yaml".to_owned(), text.to_owned())],
        ..Folder::default()
    };
    let mut sources = Sources::default();
    let staged = resolve(&parse(&folder, &mut sources), &[]);
    staged.value.unwrap_or_else(|| {
        let notes = render_text(&staged.notes, &sources, Messages::of(Lang::En), false);
        panic!("{text}\n{notes}")
    })
}

fn assess(plan: &Plan, records: &[String], as_of: Date) -> Assessment {
    assess_in(Detail::Evidence, plan, records, as_of)
}

fn assess_in(detail: Detail, plan: &Plan, records: &[String], as_of: Date) -> Assessment {
    let text = records.join("\n");
    let mut sources = Sources::default();
    let file = sources.add("evidence.jsonl", text.as_str());
    let staged = read_jsonl(&text, file, as_of);
    let evidence = staged.value.expect("the records can be read");
    let program = compile(plan, as_of, Plugins::none())
        .value
        .expect("the plan can be compiled");
    let facts = evaluate(&program, &evidence, detail);
    judge(&program, &evidence, &facts)
}

/// A failing finding: its id, how it stands, its figure, its day.
type Kept = (String, Status, i64, Option<Date>);

/// What an audit keeps: id, status, figure and day of what failed, and the scores.
fn kept(plan: &Plan, records: &[String], as_of: Date) -> (Vec<Kept>, Vec<Decimal>) {
    let text = records.join("\n");
    let mut sources = Sources::default();
    let file = sources.add("evidence.jsonl", text.as_str());
    let evidence = read_jsonl(&text, file, as_of)
        .value
        .expect("the records can be read");
    let staged = compile(plan, as_of, Plugins::none());
    let program = staged.value.expect("the plan can be compiled");
    let facts = evaluate(&program, &evidence, Detail::Figures);
    let figures = figures(&program, &evidence, &facts);
    let of = |f: &Failing| (f.id(&program), f.status, f.figure, f.day);
    let scores = figures.sheets.iter().map(|sheet| sheet.score);
    (figures.failing.iter().map(of).collect(), scores.collect())
}

/// An outline tells what the whole assessment tells, as far as it tells anything.
fn outlined_alike(plan: &Plan, records: &[String], as_of: Date, whole: &Assessment) {
    let text = records.join("\n");
    let mut sources = Sources::default();
    let file = sources.add("evidence.jsonl", text.as_str());
    let evidence = read_jsonl(&text, file, as_of);
    let evidence = evidence.value.expect("the records can be read");
    let program = compile(plan, as_of, Plugins::none());
    let program = program.value.expect("the plan can be compiled");
    let facts = evaluate(&program, &evidence, Detail::Evidence);
    let mut outliner = Outliner::new(&program);
    let outline = outliner.judge(&evidence, &facts);
    let of = outline.assessment;
    let bare = |f: &Finding| (f.duty, f.status, f.figure, f.day);
    let all = outline.all.iter();
    let all = all.map(|f| (f.duty, f.status, f.figure, f.day));
    assert!(all.eq(whole.findings.iter().map(bare)));
    let named = |of: &Assessment| {
        let findings = of.findings.iter().filter(|f| !plain(f.status));
        findings.map(|f| format!("{f:?}")).collect::<Vec<_>>()
    };
    assert_eq!(named(of), named(whole));
    let lists =
        |of: &Assessment| format!("{:?} {:?} {:?}", of.proposals, of.waivers, of.rectification);
    assert_eq!(lists(of), lists(whole));
    let sheet = |s: &ScoreSheet| {
        (
            s.score,
            s.sum,
            s.vetoes.clone(),
            s.downgraded.clone(),
            s.grade.clone(),
        )
    };
    assert!(
        of.scores
            .iter()
            .map(sheet)
            .eq(whole.scores.iter().map(sheet))
    );
    assert_eq!(outline.irrelevant as usize, whole.evidence.irrelevant.len());
    let counts = |of: &Assessment| {
        let of = &of.evidence;
        (
            of.records,
            of.unseen,
            of.superseded,
            of.withdrawn,
            of.backfilled,
        )
    };
    assert_eq!(counts(of), counts(whole));
}

fn by_id(assessment: &Assessment) -> BTreeMap<&str, &Finding> {
    let findings = assessment.findings.iter();
    findings.map(|f| (f.id.as_str(), f)).collect()
}

/// How far something is from being done: done, done late, still open, failed.
fn distance(status: Status) -> u8 {
    match status {
        Status::Met => 0,
        Status::Late => 1,
        Status::Pending | Status::DueSoon => 2,
        _ => 3,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_records_never_matters(
        text in plan(ALL),
        (records, shuffled) in records().prop_flat_map(|r| (Just(r.clone()), Just(r).prop_shuffle())),
        as_of in days(),
    ) {
        let plan = read(&text);
        let (one, other) = (assess(&plan, &records, as_of), assess(&plan, &shuffled, as_of));
        prop_assert_eq!(one.findings.len(), other.findings.len());
        for (a, b) in one.findings.iter().zip(&other.findings) {
            prop_assert_eq!(&a.id, &b.id);
            prop_assert_eq!((a.status, a.figure, a.day, a.backfilled), (b.status, b.figure, b.day, b.backfilled), "{}", a.id);
            prop_assert_eq!(&a.reason, &b.reason);
            prop_assert_eq!(&a.evidence, &b.evidence);
        }
    }

    #[test]
    fn what_was_done_never_hurts_its_own_duty(
        text in plan(GROWING),
        records in records(),
        duty in sample::select(vec![("meeting", "m1"), ("meeting", "m2"), ("visit", "a1"), ("task_done", "t1"), ("task_done", "t2")]),
        village in 0..4u32,
        done_on in days(),
        as_of in days(),
    ) {
        let plan = read(&text);
        let (kind, id) = duty;
        let done = format!(
            r#""kind":"{kind}","duty":"{id}","subject":"v{village}","actor":["u1","u2"],"quantity":4,"marks":["minutes"]"#
        );
        let mut more = records.clone();
        more.push(line("done", done_on, &done));
        let (before, after) = (assess(&plan, &records, as_of), assess(&plan, &more, as_of));
        let after = by_id(&after);
        // A task may start others, so only its own findings are compared.
        let own = |f: &&Finding| before.duties[f.duty].id == id;
        for finding in before.findings.iter().filter(own) {
            let now = after[finding.id.as_str()];
            prop_assert!(
                distance(now.status) <= distance(finding.status),
                "{}: {:?} became {:?}", finding.id, finding.status, now.status
            );
        }
    }

    #[test]
    fn a_later_day_never_undoes_what_an_earlier_closed(
        text in plan(GROWING),
        records in records(),
        one in days(),
        other in days(),
    ) {
        let plan = read(&text);
        let (early, late) = (assess(&plan, &records, one.min(other)), assess(&plan, &records, one.max(other)));
        let late = by_id(&late);
        for finding in &early.findings {
            let Some(later) = late.get(finding.id.as_str()) else {
                // What waits for another task may turn out not to concern a subject that is gone.
                prop_assert_eq!(finding.status, Status::Pending, "{} is gone", &finding.id);
                continue;
            };
            let kept = match finding.status {
                // A period or deadline that is short can still be made up for in days of grace.
                Status::Missed => matches!(later.status, Status::Missed | Status::Late),
                Status::Met | Status::Late | Status::Violated | Status::NotApplicable => later.status == finding.status,
                _ => true,
            };
            prop_assert!(kept, "{}: {:?} became {:?}", finding.id, finding.status, later.status);
        }
    }

    #[test]
    fn any_plan_and_ledger_can_be_judged(
        text in plan(ALL),
        mut records in records(),
        same_day in collection::vec((record(), days()), 0..8),
        changes in changes(),
        as_of in days(),
    ) {
        let plan = read(&text);
        let more = same_day.iter().enumerate();
        records.extend(more.map(|(at, (fields, day))| line(&format!("s{at}"), *day, fields)));
        apply(&mut records, changes);
        let assessment = assess(&plan, &records, as_of);
        let ids: BTreeSet<&str> = assessment.findings.iter().map(|f| f.id.as_str()).collect();
        prop_assert_eq!(ids.len(), assessment.findings.len(), "ids are unique");
        // Counts alone lead to the same findings, without the records behind them.
        let counted = assess_in(Detail::Figures, &plan, &records, as_of);
        let bare = |f: &Finding| (f.id.clone(), f.status, f.figure, f.day, f.backfilled);
        prop_assert_eq!(
            assessment.findings.iter().map(bare).collect::<Vec<_>>(),
            counted.findings.iter().map(bare).collect::<Vec<_>>()
        );
        // An audit of many townships keeps what failed, by the same ids.
        let (failing, scores) = kept(&plan, &records, as_of);
        let fails = |f: &&Finding| matches!(f.status, Status::Missed | Status::Violated | Status::Late);
        let failed = assessment.findings.iter().filter(fails);
        let failed: Vec<_> = failed.map(|f| (f.id.clone(), f.status, f.figure, f.day)).collect();
        prop_assert_eq!(failing, failed);
        prop_assert_eq!(scores, assessment.scores.iter().map(|s| s.score).collect::<Vec<_>>());
        outlined_alike(&plan, &records, as_of, &assessment);
        let in_order = assessment.findings.is_sorted_by_key(|f| f.duty);
        prop_assert!(in_order, "findings stand by duty");
    }
}
