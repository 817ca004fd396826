//! Audits that formats are tried on: plain, empty, of every status, with every sign that a format may stumble over.

use luoshi_audit::{
    Act, Audit, Due, DueBy, Duty, Finding, FollowUp, Input, Label, Ladder, LadderStep, Names,
    Outcome, Rectification, RectificationRules, Texts, Township, Trouble, Where, made_up,
};
use luoshi_rules::Status;

/// Every sample, by name.
pub(crate) fn all() -> Vec<(&'static str, Audit)> {
    vec![
        ("plain", made_up(12, 7)),
        ("empty", empty()),
        ("clean", clean()),
        ("statuses", statuses()),
        ("hostile", hostile()),
        ("figures", figures()),
        ("followed", followed()),
    ]
}

/// Without a township.
pub(crate) fn empty() -> Audit {
    made_up(0, 1)
}

/// With townships, and no finding that is not plain.
pub(crate) fn clean() -> Audit {
    let mut audit = made_up(3, 1);
    for_each_judged(&mut audit, |judged| {
        judged.findings.clear();
        judged.proposals.clear();
        for duty in &mut judged.duties {
            duty.counts = [(Status::Met, 12)].into();
            duty.months.clear();
            duty.figures = 0;
        }
    });
    audit
}

/// One township with a finding of each status that is not plain, each of a duty of its own.
pub(crate) fn statuses() -> Audit {
    let mut audit = made_up(1, 3);
    let duty = first_duty(&audit);
    let all = [
        (Status::Violated, true),
        (Status::Missed, true),
        (Status::Late, true),
        (Status::Late, false),
        (Status::Suspect, false),
        (Status::Unknown, false),
        (Status::Unset, false),
        (Status::Waived, false),
    ];
    for table in audit.plans.values_mut() {
        table.duties = (0..all.len())
            .map(|at| Duty {
                id: format!("duty{at}"),
                ..duty.clone()
            })
            .collect();
    }
    for_each_judged(&mut audit, |judged| {
        let finding = judged.findings[0].clone();
        let counts = judged.duties[0].clone();
        judged.proposals.clear();
        judged.findings.clear();
        judged.duties.clear();
        for (at, (status, fails)) in (0u32..).zip(all) {
            judged.findings.push(Finding {
                id: format!("duty{at}/v1/2025-01"),
                duty: at,
                status,
                fails,
                ..finding.clone()
            });
            let mut counts = counts.clone();
            counts.duty = at;
            counts.counts = [(status, 1), (Status::Met, 2)].into();
            counts.months.clear();
            judged.duties.push(counts);
        }
    });
    audit
}

/// Every sign that some format gives a meaning to.
const SIGNS: &str = "a\"b'c<d>&e]]>f\u{0}\u{1}\u{b}\u{1f}\u{7f}\u{85}\u{2028}\r\ng\th,i;j\u{fffe}\u{ffff}🚓👮‍♀️\u{202e}镇";

/// Names and texts of strange signs, beginnings of formulas, nothing at all, and very long ones.
pub(crate) fn hostile() -> Audit {
    let mut audit = made_up(9, 5);
    for (at, township) in audit.townships.iter_mut().enumerate() {
        let begin = [
            "=1+1", "+86", "-2", "@SUM(A1)", "", "\t=1", "＝1", " ", "镇",
        ][at];
        township.name = format!("{begin}{SIGNS}");
        township.county = format!("{begin}{SIGNS}县");
        township.code = format!("{at} {begin}<&>\"");
        township.inputs = vec![Input {
            name: SIGNS.to_owned(),
            sha256: "0".repeat(64),
            rows: None,
        }];
    }
    audit.townships[4].name = String::new();
    audit.townships[4].county = String::new();
    audit.townships.sort_by(|a, b| a.order().cmp(&b.order()));
    let long = format!("={}", "长🚓".repeat(20_000));
    for_each_judged(&mut audit, |judged| {
        for finding in &mut judged.findings {
            finding.id = format!("{SIGNS}{}", finding.id);
            finding.subject = Some(strange("=").into());
            finding.actor = Some(strange("\u{b}").into());
            finding.evidence = vec![SIGNS.to_owned(), String::new()];
            finding.reason = Some(texts(SIGNS).into());
            finding.accountable[0].role = strange("@");
            finding.accountable[0].holder = Some("007".to_owned());
        }
        if let Some(first) = judged.findings.first_mut() {
            first.reason = Some(texts(&long).into());
            first.accountable[0].holder = None;
            first.day = Some(jiff::civil::date(1899, 12, 31));
        }
        judged.title = String::new();
        judged.simulated = Some("SIM-".to_owned());
    });
    let keys: Vec<String> = audit.plans.keys().cloned().collect();
    for key in keys {
        let table = audit.plans.get_mut(&key).expect("it is one of its keys");
        for duty in &mut table.duties {
            duty.name = format!("{SIGNS}{}", duty.name);
            duty.id = format!("职责/{}\"<", duty.id);
            duty.place = Some(place("坪塘 镇/方案#1?%.yaml"));
        }
        table.duties[0].clauses.clear();
        table.duties[1].place = None;
        for clause in table.clauses.values_mut() {
            clause.summary = SIGNS.to_owned();
        }
    }
    broken(&mut audit.townships[7]);
    audit
}

fn broken(township: &mut Township) {
    let trouble = |place| Trouble {
        code: "LS0301".to_owned(),
        message: texts(SIGNS),
        help: Some(texts("=1")),
        place,
    };
    let troubles = vec![trouble(None), trouble(Some(place("/a b/c.yaml")))];
    township.outcome = Outcome::Broken(troubles);
}

/// An audit of figures: no reasons, no records, nobody who answers.
pub(crate) fn figures() -> Audit {
    let mut audit = made_up(5, 11);
    audit.head.depth = luoshi_audit::Depth::Figures;
    for_each_judged(&mut audit, |judged| {
        for finding in &mut judged.findings {
            finding.reason = None;
            finding.evidence.clear();
            finding.accountable.clear();
        }
    });
    audit
}

/// What was recorded of a finding: days after the notice, what it says, who says it.
type Course = &'static [(i8, Act, &'static str)];

/// Failing findings, named for where they are on their way: each with the records that led there. The last is not listed.
const COURSES: [(&str, Course); 9] = [
    ("open", &[]),
    ("notified", &[(21, Act::Notified, "县综治办")]),
    ("overdue", &[(1, Act::Notified, "县综治办")]),
    (
        "returned",
        &[
            (1, Act::Notified, "县综治办"),
            (3, Act::Applied, "P001"),
            (21, Act::Rejected, "县综治办"),
        ],
    ),
    (
        "awaiting",
        &[(1, Act::Notified, "县综治办"), (5, Act::Applied, "P001")],
    ),
    (
        "appealed",
        &[(1, Act::Notified, "县综治办"), (2, Act::Appealed, "P001")],
    ),
    (
        "closed",
        &[
            (1, Act::Notified, "县综治办"),
            (5, Act::Applied, "P001"),
            (8, Act::Accepted, "县综治办"),
        ],
    ),
    (
        "withdrawn",
        &[(1, Act::Notified, "县综治办"), (2, Act::Lifted, "县综治办")],
    ),
    ("unlisted", &[(1, Act::Notified, "县综治办")]),
];

/// A township whose failures are on their way from notice to close. Ten days are given from each notice or return; to
/// keep it plain, every day of this December is a workday.
pub(crate) fn followed() -> Audit {
    let mut audit = made_up(1, 3);
    for table in audit.plans.values_mut() {
        table.rectification = RectificationRules {
            within: Some("10wd".to_owned()),
            closed_by: vec!["县综治办".to_owned()],
            ladders: vec![Ladder {
                id: "ladder".to_owned(),
                name: "督办".to_owned(),
                failed: vec![table.duties[0].id.clone()],
                steps: vec![LadderStep {
                    id: "circular".to_owned(),
                    name: "通报".to_owned(),
                    decided_by: "县综治办".to_owned(),
                }],
            }],
        };
    }
    let duty = first_duty(&audit).id;
    for_each_judged(&mut audit, |judged| {
        let first = Finding {
            duty: 0,
            status: Status::Missed,
            fails: true,
            ..judged.findings[0].clone()
        };
        let listed = COURSES.iter().filter(|(name, _)| *name != "unlisted");
        judged.findings = listed
            .map(|(name, _)| Finding {
                id: format!("{duty}/{name}"),
                subject: Some(label(name).into()),
                ..first.clone()
            })
            .collect();
        judged.proposals.clear();
        judged.rectification = Rectification {
            workday: 31,
            records: records(&duty),
            ..Rectification::default()
        };
    });
    audit
}

fn records(duty: &str) -> Vec<FollowUp> {
    let all = COURSES.iter().flat_map(|(name, course)| {
        let records = (0..).zip(*course);
        records.map(move |(at, record)| (*name, at, record))
    });
    let mut records: Vec<FollowUp> = all
        .map(|(name, at, (day, act, by))| {
            follow_up(&format!("{duty}/{name}"), at, (*day, *act, by))
        })
        .collect();
    records.sort_by_key(|record| (record.day, record.record.clone()));
    (0..)
        .zip(&mut records)
        .for_each(|(at, record)| record.seq = at);
    records
}

fn follow_up(finding: &str, at: u8, (day, act, by): (i8, Act, &str)) -> FollowUp {
    let due = matches!(act, Act::Notified | Act::Rejected).then(|| day + 10);
    let date = |day| jiff::civil::date(2025, 12, day);
    FollowUp {
        record: format!("{finding}-{at}"),
        seq: 0,
        day: date(day),
        workday: i64::from(day),
        act,
        names: Names::Finding(finding.to_owned()),
        actors: vec![by.to_owned()],
        stand_for: vec![by.to_owned()],
        may_close: by == "县综治办",
        due: due.map(|day| Due {
            day: date(day),
            workday: i64::from(day),
            by: DueBy::Plan,
        }),
        note: None,
        attachments: 0,
        corrected: false,
    }
}

fn for_each_judged(audit: &mut Audit, mut change: impl FnMut(&mut luoshi_audit::Judged)) {
    for township in &mut audit.townships {
        if let Outcome::Judged(judged) = &mut township.outcome {
            change(judged);
        }
    }
}

fn first_duty(audit: &Audit) -> Duty {
    let table = audit.plans.values().next().expect("made up with a plan");
    table.duties[0].clone()
}

fn label(name: &str) -> Label {
    Label {
        id: name.to_owned(),
        name: name.to_owned(),
    }
}

fn strange(begin: &str) -> Label {
    Label {
        id: format!("{begin}{SIGNS}"),
        name: format!("{begin}{SIGNS}"),
    }
}

fn texts(text: &str) -> Texts {
    Texts {
        zh: text.to_owned(),
        en: text.to_owned(),
    }
}

fn place(file: &str) -> Where {
    Where {
        file: file.to_owned(),
        inside: false,
        line: 3,
        column: 5,
    }
}
