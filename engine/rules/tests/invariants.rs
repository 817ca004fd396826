//! What must hold for any plan and any ledger: order does not matter, what is done does not hurt,
//! time does not undo what it closed, and nothing panics.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use luoshi_diagnostics::{Lang, Messages, Sources, render_text};
use luoshi_evidence::read_jsonl;
use luoshi_plan::{Decimal, Folder, Plan, parse, resolve};
use luoshi_rules::{
    Assessment, Detail, Failing, Finding, Outliner, Plugins, ScoreSheet, Status, compile, evaluate,
    figures, judge, plain,
};
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_oneof};
use proptest::{collection, option, prop_assert, prop_assert_eq, proptest, sample};

/// Days from the first that records are dated on; the plan is that of 2012.
const DAYS: i16 = 430;

fn day(number: i16) -> Date {
    Date::constant(2011, 12, 1).saturating_add(jiff::Span::new().days(number))
}

fn days() -> impl Strategy<Value = Date> {
    (0..DAYS).prop_map(day)
}

/// Days of the plan.
fn plan_days() -> impl Strategy<Value = Date> {
    (31..=396i16).prop_map(day)
}

/// ` key: value` in a flow map, or nothing.
fn maybe(key: &'static str, value: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    option::of(value).prop_map(move |v| v.map_or_else(String::new, |v| format!(", {key}: {v}")))
}

fn term() -> impl Strategy<Value = String> {
    (plan_days(), plan_days())
        .prop_map(|(a, b)| format!("{{ from: {}, to: {} }}", a.min(b), a.max(b)))
}

/// What the plans of a property may hold.
#[derive(Clone, Copy)]
struct Scope {
    /// `exactly`, defects that are noted and tasks in an order: more can be worse.
    exact: bool,
    /// Coverage, whose state can be lost again.
    states: bool,
}

const ALL: Scope = Scope {
    exact: true,
    states: true,
};
const GROWING: Scope = Scope {
    exact: false,
    states: false,
};

fn cadence(scope: Scope) -> impl Strategy<Value = String> {
    let every = sample::select(vec!["week", "month", "quarter", "half_year", "year"]);
    let times = if scope.exact {
        sample::select(vec!["at_least", "exactly"])
    } else {
        sample::select(vec!["at_least"])
    };
    let window = prop_oneof![
        Just(String::new()),
        (1..6u32).prop_map(|n| format!(", grace: {n}")),
        (1..6u32).prop_map(|n| format!(", hand_in: {n}")),
    ];
    let partial = sample::select(vec!["half_or_more", "due", "skip"]);
    (every, times, 1..4u32, window, partial).prop_map(|(every, times, n, window, partial)| {
        format!("{{ every: {every}, {times}: {n}{window}, partial: {partial} }}")
    })
}

/// Subjects, each with its life.
fn subjects() -> impl Strategy<Value = String> {
    let life = option::of((days(), days()));
    collection::vec(life, 0..4).prop_map(|lives| {
        let members = lives.iter().enumerate().map(|(at, life)| {
            let life = life.map_or_else(String::new, |(a, b)| {
                format!(", from: {}, to: {}", a.min(b), a.max(b))
            });
            format!("{{ id: v{at}, name: 村{at}{life} }}")
        });
        let members: Vec<String> = members.collect();
        format!(
            "subjects: [{{ id: villages, name: 村, members: [{}] }}]\n",
            members.join(", ")
        )
    })
}

fn for_each() -> impl Strategy<Value = String> {
    maybe("for_each", Just("[villages]".to_owned()))
}

fn defective(scope: Scope) -> impl Strategy<Value = &'static str> {
    sample::select(if scope.exact {
        vec!["noted", "not_counted"]
    } else {
        vec!["not_counted"]
    })
}

fn meeting(scope: Scope) -> impl Strategy<Value = String> {
    let quorum = sample::select(vec!["1/2", "2/3", "1/1"]).prop_map(str::to_owned);
    (
        cadence(scope),
        maybe("period", term()),
        maybe("quorum", quorum),
        maybe("produces", Just("[minutes]".to_owned())),
        defective(scope),
        for_each(),
    )
        .prop_map(|(cadence, period, quorum, produces, defective, each)| {
            format!(
                "cadence: {cadence}, expected: 4, defective: {defective}\
                 {period}{quorum}{produces}{each}"
            )
        })
}

fn activity(scope: Scope) -> impl Strategy<Value = String> {
    let by = prop_oneof![
        Just(String::new()),
        sample::select(vec!["by_any_of", "by_all_of", "jointly_by"])
            .prop_map(|key| format!(", {key}: [u1, u2]")),
    ];
    (
        cadence(scope),
        maybe("period", term()),
        maybe("requires", Just("{ quantity: 2 }".to_owned())),
        by,
        defective(scope),
        for_each(),
    )
        .prop_map(|(cadence, period, requires, by, defective, each)| {
            format!("cadence: {cadence}, defective: {defective}{period}{requires}{by}{each}")
        })
}

fn limit() -> impl Strategy<Value = String> {
    (1..40u32, sample::select(vec!["d", "wd", "mo"]))
        .prop_map(|(n, unit)| format!("{}{unit}", if unit == "mo" { n % 6 + 1 } else { n }))
}

fn due(after: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop_oneof![
        plan_days().prop_map(|day| format!("{{ date: {day} }}")),
        (limit(), sample::select(after.to_vec()))
            .prop_map(|(limit, after)| format!("{{ within: {limit}, after: {after} }}")),
    ]
}

/// Two tasks, the second of which may wait for the first.
fn tasks(scope: Scope) -> impl Strategy<Value = String> {
    let order = if scope.exact {
        vec!["[t1]"]
    } else {
        vec!["[]"]
    };
    (
        due(&["plan_start", "plan_issued"]),
        for_each(),
        due(&["plan_start", "t1"]),
        for_each(),
        maybe("grace", (0..9u32).prop_map(|n| n.to_string())),
        maybe("after", sample::select(order).prop_map(str::to_owned)),
    )
        .prop_map(|(due1, each1, due2, each2, grace, order)| {
            format!(
                "tasks:\n  - {{ id: t1, name: 一, due: {due1}{each1} }}\n  \
                 - {{ id: t2, name: 二, due: {due2}{each2}{grace}{order} }}\n"
            )
        })
}

fn coverage(scope: Scope) -> impl Strategy<Value = String> {
    let headcount =
        sample::select(vec!["{ exactly: 2 }", "{ at_least: 2 }"]).prop_map(str::to_owned);
    let lapses = limit().prop_map(|within| format!("{{ status: [ended], within: {within} }}"));
    (
        0..=100u32,
        maybe("due", due(&["plan_start", "t1"])),
        maybe("headcount", headcount),
        maybe("lapses", lapses),
        for_each(),
    )
        .prop_map(move |(target, due, headcount, lapses, each)| {
            if !scope.states {
                return String::new();
            }
            format!(
                "coverage: [{{ id: c1, name: 盖, target: {target}%{due}{headcount}{lapses}{each} }}]\n"
            )
        })
}

/// The text of a plan that can be read.
fn plan(scope: Scope) -> impl Strategy<Value = String> {
    (
        (0..6u32, 0..30u32),
        subjects(),
        meeting(scope),
        meeting(scope),
        any::<bool>(),
        activity(scope),
        tasks(scope),
        coverage(scope),
    )
        .prop_map(
            |((soon, backfill), subjects, m1, m2, serves, activity, tasks, coverage)| {
                let serves = if serves { ", serves_also: [m2]" } else { "" };
                format!(
                    "luoshi: 1\n\
                     plan: {{ id: case, title: 测试方案, issuer: 测试, issued: 2012-01-20 }}\n\
                     period: {{ from: 2012-01-01, to: 2012-12-31 }}\n\
                     jurisdiction: {{ code: T, name: 测试镇, level: township }}\n\
                     settings: {{ due_soon: {soon}, backfill: {backfill} }}\n\
                     units: [{{ id: u1, name: 甲 }}, {{ id: u2, name: 乙 }}]\n\
                     {subjects}\
                     meetings:\n  - {{ id: m1, name: 会一, {m1}{serves} }}\n  - {{ id: m2, name: 会二, {m2} }}\n\
                     activities: [{{ id: a1, name: 查, {activity} }}]\n\
                     {tasks}{coverage}"
                )
            },
        )
}

/// One record without its id and date.
fn record() -> impl Strategy<Value = String> {
    let what = sample::select(vec![
        ("meeting", "m1"),
        ("meeting", "m2"),
        ("visit", "a1"),
        ("task_done", "t1"),
        ("task_done", "t2"),
        ("document", "c1"),
        ("visit", "nobody"),
    ]);
    let actor = sample::select(vec![r#"["u1"]"#, r#"["u2"]"#, r#"["u2","u1"]"#, "[]"]);
    (
        what,
        option::of(0..5u32),
        actor,
        option::of(0..6u32),
        any::<bool>(),
        sample::select(vec!["", "ended"]),
        option::of(days()),
    )
        .prop_map(
            |((kind, duty), subject, actor, quantity, minutes, status, recorded)| {
                let subject = subject.map_or_else(String::new, |n| format!(r#","subject":"v{n}""#));
                let quantity = quantity.map_or_else(String::new, |n| format!(r#","quantity":{n}"#));
                let recorded = recorded.map_or_else(String::new, |day| {
                    format!(r#","recorded_at":"{day}T08:00:00""#)
                });
                let marks = if minutes { r#"["minutes"]"# } else { "[]" };
                format!(
                    r#""kind":"{kind}","duty":"{duty}"{subject},"actor":{actor}{quantity},"marks":{marks},"status":"{status}"{recorded}"#
                )
            },
        )
}

fn line(id: &str, day: Date, fields: &str) -> String {
    format!(r#"{{"id":"{id}","date":"{day}",{fields}}}"#)
}

/// Records on different days, in order, and one of each kind for no duty, so that nothing is
/// unknown for want of a kind.
fn records() -> impl Strategy<Value = Vec<String>> {
    let days = sample::subsequence((0..DAYS).collect::<Vec<i16>>(), 0..40);
    (days, collection::vec(record(), 40)).prop_map(|(days, fields)| {
        let kinds = ["meeting", "visit", "task_done", "document"].map(|kind| {
            let nobody = format!(r#""kind":"{kind}","duty":"nobody""#);
            line(&format!("first-{kind}"), day(0), &nobody)
        });
        let dated = days.iter().zip(&fields).enumerate();
        let dated = dated.map(|(at, (n, fields))| line(&format!("r{at}"), day(*n + 1), fields));
        kinds.into_iter().chain(dated).collect()
    })
}

/// Waivers, and corrections of records and of earlier corrections that may be there.
fn changes() -> impl Strategy<Value = Vec<String>> {
    let duty = sample::select(vec!["m1", "a1", "t1", "c1", "nobody"]);
    let waiver = (days(), days(), duty, option::of(0..3u32)).prop_map(|(a, b, duty, subject)| {
        let subject = subject.map_or_else(String::new, |n| format!(r#","subject":"v{n}""#));
        let until = a.max(b);
        let fields =
            format!(r#""kind":"waiver","duty":"{duty}","until":"{until}","actor":["u1"]{subject}"#);
        (a.min(b), fields)
    });
    let set = prop_oneof![
        Just(r#""status":"void""#.to_owned()),
        days().prop_map(|day| format!(r#""set":{{"date":"{day}"}}"#)),
        Just(r#""set":{"duty":"m2"}"#.to_owned()),
    ];
    let target = prop_oneof![
        (0..40u32).prop_map(|n| format!("r{n}")),
        (0..8u32).prop_map(|n| format!("x{n}")),
    ];
    let correction = (days(), target, set).prop_map(|(day, target, set)| {
        let fields = format!(r#""kind":"correction","ref":"{target}",{set}"#);
        (day, fields)
    });
    collection::vec(prop_oneof![waiver, correction], 0..8).prop_map(|changes| {
        let lines = changes.iter().enumerate();
        lines
            .map(|(at, (day, fields))| line(&format!("x{at}"), *day, fields))
            .collect()
    })
}

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
