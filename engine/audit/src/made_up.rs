//! Audits that nobody made, of any size, for tests and benchmarks of what is made of an audit.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use luoshi_plan::model::Severity;
use luoshi_rules::{Status, fails};
use luoshi_signs::{Sign, error_rate};

use crate::indication::Indication;
use crate::model::{
    Accountable, Audit, Clause, Depth, Duty, DutyCounts, Finding, Head, Judged, Label, Month,
    Outcome, PackageUsed, PlanTable, Proposal, Score, Texts, Township, Trouble, Where,
};
use crate::rectification::{Rectification, RectificationRules};

/// The section, the id, the name and the gravity of each duty.
const DUTIES: [(&str, &str, &str, Severity); 6] = [
    ("meetings", "council", "议事例会", Severity::Normal),
    ("activities", "visit", "每月走访", Severity::Minor),
    ("rosters", "patrol", "夜间巡逻", Severity::Normal),
    ("tasks", "screens", "安装监控", Severity::Major),
    ("documents", "yearly_report", "年度报告", Severity::Normal),
    (
        "vetoes",
        "household_watch",
        "户户联防一票否决",
        Severity::Major,
    ),
];

/// An audit of so many townships, twenty to a county; the same for the same seed. Every hundredth
/// township is broken, from the eighth on.
#[must_use]
pub fn made_up(townships: u32, seed: u64) -> Audit {
    let table = table();
    let key = table.key();
    let township = |at: u32| township(at, seed, &key);
    Audit {
        head: Head {
            audit: crate::lines::FORM,
            engine: "0.1.0".to_owned(),
            as_of: date(2025, 12, 31),
            depth: Depth::Evidence,
            files: None,
            parts: None,
        },
        plans: BTreeMap::from([(key.clone(), table)]),
        townships: (0..townships).map(township).collect(),
    }
}

fn table() -> PlanTable {
    let duty = |(at, of): (usize, &(&str, &str, &str, Severity))| Duty {
        id: of.1.to_owned(),
        name: of.2.to_owned(),
        section: of.0.to_owned(),
        severity: of.3,
        clauses: vec![format!("01/{}", at + 1)],
        responsible: Some("secretary".to_owned()),
        place: Some(Where {
            file: "county/package.yaml".to_owned(),
            inside: false,
            line: 10 + 4 * at,
            column: 5,
        }),
        signs_only: false,
    };
    let clause = |at: usize| Clause {
        heading: Some("组织实施".to_owned()),
        summary: format!("第{}项工作按期做好", at + 1),
    };
    PlanTable {
        packages: vec![PackageUsed {
            name: "county/made-up".to_owned(),
            version: "1.0.0".to_owned(),
            digest: Some(format!("sha256:{}", "5a".repeat(32))),
        }],
        from: date(2025, 1, 1),
        to: date(2025, 12, 31),
        duties: DUTIES.iter().enumerate().map(duty).collect(),
        clauses: (0..DUTIES.len())
            .map(|at| (format!("01/{}", at + 1), clause(at)))
            .collect(),
        rectification: RectificationRules::default(),
    }
}

fn township(at: u32, seed: u64, key: &str) -> Township {
    let mut draw = Draw(seed ^ (u64::from(at) + 1).wrapping_mul(0xD134_2543_DE82_EF95));
    let outcome = if at % 100 == 7 {
        Outcome::Broken(vec![trouble(at)])
    } else {
        Outcome::Judged(Box::new(judged(at, &mut draw, key)))
    };
    Township {
        code: format!("T{at:05}"),
        source: format!("county-{:04}/town-{at:05}", at / 20),
        name: format!("{at}号镇"),
        county: format!("{}县", at / 20 + 1),
        inputs: Vec::new(),
        outcome,
    }
}

fn trouble(at: u32) -> Trouble {
    Trouble {
        code: "LS0101".to_owned(),
        message: Texts {
            zh: "未知的键".to_owned(),
            en: "unknown key".to_owned(),
        },
        help: None,
        place: Some(Where {
            file: format!("county-{:04}/town-{at:05}/plan.yaml", at / 20),
            inside: false,
            line: 3,
            column: 1,
        }),
    }
}

fn judged(at: u32, draw: &mut Draw, key: &str) -> Judged {
    let mut findings = Vec::new();
    let mut duties = Vec::new();
    // Some townships are worse than others.
    let often = 1 + draw.below(12);
    for (duty, (_, id, name, severity)) in (0u32..).zip(&DUTIES) {
        let mut months = Vec::new();
        let mut counts: BTreeMap<Status, u32> = BTreeMap::new();
        for month in 1..=12i8 {
            let status = if draw.below(100) < often {
                [Status::Missed, Status::Late, Status::Violated][draw.below(3) as usize]
            } else {
                Status::Met
            };
            *counts.entry(status).or_default() += 1;
            let failing = fails(status, *severity);
            let day = date(2025, month, 1).last_of_month();
            months.push(Month {
                month: day.strftime("%Y-%m").to_string().into(),
                judged: 1,
                failing: u32::from(failing),
            });
            if status != Status::Met {
                findings.push(finding(duty, id, name, day, status, failing));
            }
        }
        let figures = i64::from(months.iter().map(|m| m.failing).sum::<u32>());
        duties.push(DutyCounts {
            duty,
            counts,
            figures,
            months,
        });
    }
    let failing = findings.iter().filter(|f| f.fails).count();
    let sum = 10_000 - 150 * i64::try_from(failing).unwrap_or(0);
    let veto = findings.iter().find(|f| f.duty == 5 && f.fails);
    let vetoes: Vec<String> = veto.map(|f| f.id.clone()).into_iter().collect();
    let score = if vetoes.is_empty() { sum } else { 0 };
    Judged {
        plan: key.to_owned(),
        id: format!("plan-{at}"),
        title: format!("{at}号镇实施方案"),
        records: 2000 + draw.below(1000),
        backfilled: draw.below(100),
        corrected: draw.below(10),
        irrelevant: draw.below(5),
        simulated: None,
        duties,
        scores: vec![Score {
            scorecard: "score".to_owned(),
            subject: None,
            score,
            sum,
            grade: Some(grade(score).to_owned()),
            vetoes: vetoes.clone(),
        }],
        proposals: vetoes.iter().map(|finding| proposal(finding)).collect(),
        signs: signs(at, draw),
        rectification: Rectification::default(),
        findings,
    }
}

/// Now and then a sign.
fn signs(at: u32, draw: &mut Draw) -> Vec<Indication> {
    let seen = [
        (Sign::BackfillBurst, 10, None),
        (Sign::AnsweredEarly, 20, Some("minutes")),
    ];
    let seen = seen
        .into_iter()
        .filter(|(_, often, _)| draw.below(*often) == 0);
    seen.map(|(sign, often, about)| Indication {
        id: [Some(sign.word()), about]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join("/"),
        sign,
        about: about.map(str::to_owned),
        ask: vec![format!("P{at:03}")],
        reason: Texts {
            zh: format!("有 {often} 条记录需要核实"),
            en: format!("{often} records to ask about"),
        },
        count: u64::from(often),
        records: (1..=often).map(|record| format!("r-{record}")).collect(),
        thresholds: BTreeMap::new(),
        error: error_rate(sign),
    })
    .collect()
}

fn grade(score: i64) -> &'static str {
    match score {
        9_000.. => "优秀",
        6_000.. => "合格",
        _ => "不合格",
    }
}

fn proposal(finding: &str) -> Proposal {
    Proposal {
        finding: finding.to_owned(),
        by: Label {
            id: "household_watch".to_owned(),
            name: "户户联防一票否决".to_owned(),
        }
        .into(),
        falls_on: None,
        measure: "score".to_owned().into(),
        decided_by: Some("县综治委".to_owned().into()),
        decision: "proposed".to_owned().into(),
    }
}

fn finding(duty: u32, id: &str, name: &str, day: Date, status: Status, fails: bool) -> Finding {
    let month = day.strftime("%Y-%m").to_string();
    let village = Label {
        id: format!("v{}", day.month()),
        name: format!("{}村", day.month()),
    };
    let reason = Texts {
        zh: format!("{month}应做{name}1次，台账中没有做到"),
        en: format!("{id} is due once in {month}, and the ledger does not show it"),
    };
    Finding {
        id: format!("{id}/{}/{month}", village.id),
        duty,
        status,
        fails,
        facet: None,
        subject: Some(village.into()),
        actor: None,
        record: None,
        reason: Some(reason.into()),
        period: Some(month.into()),
        day: Some(day),
        figure: 1,
        evidence: vec![format!("r-{id}-{}", day.month())],
        decision: None,
        accountable: vec![Accountable {
            role: Label {
                id: "secretary".to_owned(),
                name: "党委书记".to_owned(),
            },
            subject: None,
            holder: Some("P001".to_owned()),
        }]
        .into(),
    }
}

/// SplitMix64.
struct Draw(u64);

impl Draw {
    fn below(&mut self, n: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let high = (z ^ (z >> 31)) >> 32;
        u32::try_from((high * u64::from(n)) >> 32).unwrap_or(0)
    }
}
