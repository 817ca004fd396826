//! A small assessment with one finding for each sort of reason.

use jiff::civil::{Date, date};
use luoshi_calendar::{Span, Unit, period_of};
use luoshi_evidence::{Kind, Record};
use luoshi_plan::model::{Adjust, ParameterType, Stricter};
use luoshi_plan::{
    Added, Change, Decimal, Deviations, Difference, Inactive, Money, ParameterInForce, Redefined,
    SetBy, Space, Tailored,
};
use luoshi_rules::{
    Assessment, Decision, EvidenceSummary, IndicatorTrend, Irrelevance, ItemScore, Measure,
    PackageStamp, PlanStamp, Proposal, ScoreSheet, SectionScore, Trend, Unused, WaiverFlaw,
    WaiverSummary,
};

use crate::Glossary;

mod findings;
mod plugins;
use findings::{Sample, label, person, village};

pub(super) fn glossary() -> Glossary {
    let pairs = |all: &[(&str, &str)]| {
        all.iter()
            .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()))
            .collect()
    };
    Glossary {
        clauses: pairs(&[
            ("01/2.1j", "工作中心每月召开一次议事例会"),
            ("01/2.3b", "连续三次不参加夜间巡逻的，年度考核定为不称职"),
        ]),
        subjects: pairs(&[("v01", "东风村"), ("v02", "新华村")]),
        actors: pairs(&[
            ("zongzhi_office", "综治办"),
            ("party_secretary", "镇党委书记"),
        ]),
        words: pairs(&[("minutes", "会议纪要")]),
        marks: [("council".to_owned(), vec!["minutes".to_owned()])].into(),
    }
}

pub(super) fn find(id: &str) -> Option<Record> {
    let (day, status) = match id {
        "S-0602" => ("2012-06-02", "absent"),
        "S-0609" => ("2012-06-09", "absent"),
        "S-0614" => ("2012-06-14", "excused"),
        "S-0620" => ("2012-06-20", "absent"),
        _ => return None,
    };
    Some(super::record(id, Kind::Shift, day, status))
}

pub(super) fn assessment() -> Assessment {
    let mut sample = Sample::default();
    sample.recurring();
    sample.once();
    sample.people();
    sample.events();
    sample.decided();
    sample.plugins();
    Assessment {
        plan: plan(),
        as_of: date(2012, 12, 31),
        evidence: evidence(),
        parameters: parameters().into_iter().collect(),
        inactive: [Inactive {
            duty: "camera".into(),
            name: "视频监控巡查".into(),
            optional: true,
            reason: Some("尚未安装".into()),
            clauses: Vec::new(),
        }]
        .into_iter()
        .collect(),
        duties: sample.duties,
        findings: sample.findings,
        proposals: proposals(),
        indicators: vec![indicator()],
        scores: vec![sheet()],
        deviations: deviations(),
        waivers: waivers(),
        plugins: vec![plugins::burst()],
        years_without_holidays: vec![2011],
        rectification: luoshi_rules::Rectification::default(),
    }
}

fn plan() -> PlanStamp {
    PlanStamp {
        id: "pingtang-2012".into(),
        title: "进一步加强社会治安防控体系建设工作计划".into(),
        issuer: "社会管理综合治理办公室".into(),
        jurisdiction: "PT".into(),
        place: "坪塘镇".into(),
        span: Span {
            from: date(2012, 5, 10),
            to: date(2012, 12, 31),
        },
        packages: vec![PackageStamp {
            name: "county/security-prevention".into(),
            version: "1.0.0".into(),
            title: "全县治安防控基本方案".into(),
            digest: Some(format!("sha256:{}", "0123456789abcdef".repeat(4))),
        }],
    }
}

fn evidence() -> EvidenceSummary {
    EvidenceSummary {
        records: 40,
        kinds: vec![("meeting", 4), ("shift", 36), ("visit", 0)],
        unseen: 2,
        superseded: 1,
        withdrawn: 0,
        backfilled: 7,
        irrelevant: (1..=6)
            .map(|n| (format!("X{n}"), Irrelevance::Subject))
            .collect(),
        unused: Unused::ALL
            .into_iter()
            .zip(1..)
            .map(|(why, n)| (format!("U{n}"), why))
            .collect(),
        simulated: Some("sim-7".into()),
    }
}

fn parameters() -> Vec<ParameterInForce> {
    let base = ParameterInForce {
        id: "excused_breaks_run".into(),
        name: "请假是否中断连续缺勤".into(),
        kind: ParameterType::Boolean,
        unit: None,
        min: None,
        max: None,
        choices: Vec::new(),
        stricter: None,
        adjustable: Adjust::Free,
        reason_needed: false,
        question: Some("请假一次算不算中断？".into()),
        value: Some("false".into()),
        default: None,
        set_by: SetBy::Package("county/security-prevention".into()),
        below: Some("false".into()),
        below_by: SetBy::Package("county/security-prevention".into()),
        change: None,
        reason: None,
        clauses: vec!["01/2.3b".into()],
    };
    let deduction = ParameterInForce {
        id: "absence_deduction".into(),
        name: "巡逻缺勤扣款".into(),
        kind: ParameterType::Money,
        min: Some("20".into()),
        max: Some("100".into()),
        stricter: Some(Stricter::More),
        unit: Some("元".into()),
        question: None,
        value: Some("50".into()),
        default: Some("30".into()),
        set_by: SetBy::Plan,
        below: Some("30".into()),
        change: Some(Change::Stricter),
        reason: Some("与上年一致".into()),
        clauses: Vec::new(),
        ..base.clone()
    };
    let open = ParameterInForce {
        id: "visit_every".into(),
        name: "走访频次".into(),
        question: Some("“经常走访”是多久一次？".into()),
        value: None,
        set_by: SetBy::Nobody,
        below: None,
        below_by: SetBy::Nobody,
        clauses: Vec::new(),
        ..base.clone()
    };
    vec![base, deduction, open]
}

fn proposals() -> Vec<Proposal> {
    let proposal = |measure, falls_on| Proposal {
        finding: "night_patrol.run/PT017".into(),
        by: label("night_patrol", "集镇夜间巡逻"),
        falls_on,
        measure,
        decided_by: Some("镇党委".into()),
        decision: Decision::Proposed,
    };
    vec![
        proposal(Measure::Deduct(Money(15_000)), person()),
        proposal(Measure::Grade("不称职".into()), person()),
        proposal(
            Measure::Ineligible(vec!["annual_honours".into()]),
            village(1),
        ),
        proposal(Measure::Score(Decimal(0)), village(1)),
        proposal(Measure::Step("约谈".into()), village(1)),
        proposal(Measure::Head("不予考核".into()), None),
    ]
}

fn indicator() -> IndicatorTrend {
    let values = [(5, Some(200)), (6, Some(100)), (7, None)];
    let whole = |m: i8| period_of(Unit::Month, Date::constant(2012, m, 1));
    IndicatorTrend {
        indicator: label("burglary", "入室盗窃案"),
        unit: Some("起".into()),
        clauses: Vec::new(),
        subject: None,
        values: values.map(|(m, v)| (whole(m), v.map(Decimal))).into(),
        current: Some(Decimal(300)),
        baseline: Some(Decimal(500)),
        trend: Some(Trend::Better),
        target: None,
    }
}

fn sheet() -> ScoreSheet {
    let item = |name: &str, points, unknown, findings: &[&str]| ItemScore {
        item: label(name, name),
        points: Decimal(points),
        count: 2,
        unknown,
        findings: findings.iter().map(|f| (*f).to_owned()).collect(),
    };
    ScoreSheet {
        scorecard: label("annual", "年度考核"),
        subject: village(1),
        sections: vec![SectionScore {
            name: "组织".into(),
            max: Decimal(10_000),
            points: Decimal(9_650),
            items: vec![
                item("例会", 350, false, &["council/2012-06", "council/2012-07"]),
                item("群众评价", 0, true, &[]),
            ],
        }],
        bonus: Decimal(50),
        sum: Decimal(9_700),
        score: Decimal(0),
        vetoes: vec!["theft_veto/v01".into()],
        grade: Some("不合格".into()),
        downgraded: Vec::new(),
        rank: Some(2),
    }
}

fn deviations() -> Deviations {
    let difference = |key, from: Option<&str>, to: &str| Difference {
        key,
        from: from.map(str::to_owned),
        to: Some(to.into()),
    };
    let added = |section, id: &str, name: &str| Added {
        section,
        id: id.into(),
        name: name.into(),
    };
    Deviations {
        disabled: vec!["camera".into()],
        added: vec![
            added("roles", "squad_leader", "小分队队长"),
            added("meetings", "training", "培训会"),
            added("meetings", "review", "复盘会"),
        ],
        redefined: vec![Redefined {
            space: Space::Role,
            id: "party_secretary".into(),
            differences: vec![
                difference("name", Some("镇党委书记"), "街道党工委书记"),
                difference("unit", None, "zongzhi_office"),
            ],
        }],
        tailored: vec![Tailored {
            duty: "night_patrol".into(),
            name: "集镇夜间巡逻".into(),
            clauses: vec!["01/2.3b".into()],
            planning: true,
        }],
        templates: vec!["meeting_notice".into()],
        settings: vec![difference("due_soon", Some("3"), "5")],
    }
}

/// One that is over, one that holds, and one with everything wrong.
fn waivers() -> Vec<WaiverSummary> {
    let over = WaiverSummary {
        record: "W1".into(),
        duty: "training".into(),
        subject: None,
        from: date(2012, 7, 1),
        until: Some(date(2012, 9, 30)),
        granted_by: "zongzhi_office".into(),
        reason: Some("师资由县里统一安排".into()),
        flaws: Vec::new(),
        expired: true,
        covers: 1,
    };
    let active = WaiverSummary {
        record: "W2".into(),
        until: Some(date(2030, 12, 31)),
        reason: None,
        expired: false,
        covers: 0,
        ..over.clone()
    };
    let ineffective = WaiverSummary {
        record: "W3".into(),
        duty: "council".into(),
        flaws: vec![
            WaiverFlaw::NoSuchDuty,
            WaiverFlaw::NotWaivable,
            WaiverFlaw::NotByBody(vec!["县综治委".into(), "市综治委".into()]),
            WaiverFlaw::NoReason,
            WaiverFlaw::NoEnd,
            WaiverFlaw::EndsBefore,
            WaiverFlaw::TooLong(date(2012, 12, 31)),
        ],
        ..active.clone()
    };
    vec![over, active, ineffective]
}
