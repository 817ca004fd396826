//! What is drawn: plans as YAML, records and changes of records as lines of JSON.

use jiff::civil::Date;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::{collection, option, sample};

/// Days from the first that records are dated on; the plan is that of 2012.
const DAYS: i16 = 430;

fn day(number: i16) -> Date {
    Date::constant(2011, 12, 1).saturating_add(jiff::Span::new().days(number))
}

pub(crate) fn days() -> impl Strategy<Value = Date> {
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
pub(crate) struct Scope {
    /// `exactly`, defects that are noted and tasks in an order: more can be worse.
    exact: bool,
    /// Coverage, whose state can be lost again.
    states: bool,
}

pub(crate) const ALL: Scope = Scope {
    exact: true,
    states: true,
};
pub(crate) const GROWING: Scope = Scope {
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
pub(crate) fn plan(scope: Scope) -> impl Strategy<Value = String> {
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
pub(crate) fn record() -> impl Strategy<Value = String> {
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

pub(crate) fn line(id: &str, day: Date, fields: &str) -> String {
    format!(r#"{{"id":"{id}","date":"{day}",{fields}}}"#)
}

/// Records on different days, in order, and one of each kind for no duty, so that nothing is
/// unknown for want of a kind.
pub(crate) fn records() -> impl Strategy<Value = Vec<String>> {
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
pub(crate) fn changes() -> impl Strategy<Value = Vec<String>> {
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
