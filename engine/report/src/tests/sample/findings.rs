//! One finding for each sort of reason.

use jiff::civil::date;
use luoshi_calendar::{Period, Unit, period_of};
use luoshi_plan::model::Severity;
use luoshi_plan::{Decimal, Money, Percent};
use luoshi_rules::{
    Answerable, Attendance, Counted, DeadlineReason, Decision, DutySummary, Finding, Label, Lack,
    LadderCase, Reason, Responded, RewardFault, Run, Share, State, StateLack, Status, VetoCase,
    VetoIncident,
};

/// Duties and findings, each duty before its findings.
#[derive(Default)]
pub(super) struct Sample {
    pub(super) duties: Vec<DutySummary>,
    pub(super) findings: Vec<Finding>,
}

impl Sample {
    pub(super) fn duty(&mut self, id: &str, name: &str, section: &'static str, clauses: &[&str]) {
        let at = self.findings.len();
        self.duties.push(DutySummary {
            id: id.into(),
            name: name.into(),
            section,
            parameters: match id {
                "night_patrol" => vec!["excused_breaks_run".into()],
                _ => Vec::new(),
            },
            clauses: clauses.iter().map(|c| (*c).to_owned()).collect(),
            responsible: Some("centre_director".into()),
            severity: Severity::Normal,
            findings: at..at,
        });
    }

    pub(super) fn add(&mut self, id: &str, status: Status, reason: Reason) -> &mut Finding {
        self.findings.push(Finding {
            id: id.into(),
            duty: self.duties.len() - 1,
            facet: None,
            subject: None,
            actor: None,
            record: None,
            period: None,
            day: None,
            status,
            severity: Severity::Normal,
            figure: 1,
            reason,
            evidence: Vec::new(),
            backfilled: 0,
            decision: None,
            accountable: chain(),
        });
        let count = self.findings.len();
        if let Some(duty) = self.duties.last_mut() {
            duty.findings.end = count;
        }
        self.findings.last_mut().expect("just pushed")
    }

    pub(super) fn recurring(&mut self) {
        let short = Counted {
            need: 1,
            ..Counted::default()
        };
        self.duty("council", "议事例会", "meetings", &["01/2.1j"]);
        self.add(
            "council/2012-05",
            Status::Met,
            Reason::Counted(Counted { served: 1, ..short }),
        )
        .period = month(5);
        self.add("council/2012-06", Status::Missed, Reason::Counted(short))
            .period = month(6);
        let lacking = Counted {
            defective: 1,
            lack: Some(Lack::Marks(1)),
            ..short
        };
        self.add("council/2012-07", Status::Missed, Reason::Counted(lacking))
            .period = month(7);
        let late = self.add(
            "council/2012-08",
            Status::Late,
            Reason::Counted(Counted { late: 1, ..short }),
        );
        (late.period, late.backfilled) = (month(8), 1);
        let soon = self.add("council/2012-12", Status::DueSoon, Reason::Counted(short));
        (soon.period, soon.day) = (month(12), Some(date(2012, 12, 31)));
        let defect = self.add(
            "council.defect/R7",
            Status::Violated,
            Reason::Defective(Lack::Quorum {
                present: 5,
                needed: 8,
            }),
        );
        (defect.record, defect.facet) = (Some("R7".into()), Some("defect"));
        self.duty("visit", "每月走访", "activities", &[]);
        self.add(
            "visit",
            Status::Unset,
            Reason::Unset(Some("visit_every".into())),
        );
        self.add(
            "visit/v01/2012-06",
            Status::Unknown,
            Reason::NoRecords("visit"),
        )
        .subject = village(1);
        self.add(
            "visit/v02/2012-06",
            Status::Unknown,
            Reason::NoRecords("visit"),
        )
        .subject = village(2);
        self.add("visit/v02/2012-07", Status::Unset, Reason::Unset(None));
    }

    pub(super) fn once(&mut self) {
        self.duty("village_plan", "村级防范方案", "tasks", &["01/2.2a"]);
        let due = |done, workdays| DeadlineReason {
            due: date(2012, 6, 29),
            done,
            workdays,
        };
        let overdue = self.add(
            "village_plan/v01",
            Status::Missed,
            Reason::Deadline(due(None, 128)),
        );
        (overdue.subject, overdue.day) = (village(1), Some(date(2012, 6, 29)));
        let late = self.add(
            "village_plan/v02",
            Status::Late,
            Reason::Deadline(due(Some(date(2012, 7, 5)), 4)),
        );
        (late.subject, late.day) = (village(2), Some(date(2012, 6, 29)));
        self.add(
            "village_plan.order/v02",
            Status::Violated,
            Reason::TooEarly {
                first: "survey".into(),
                first_done: None,
                done: date(2012, 7, 5),
            },
        )
        .subject = village(2);
        self.add(
            "village_plan/v03",
            Status::Pending,
            Reason::WaitsFor("survey".into()),
        );
        self.duty("team", "村级治安联防队", "coverage", &["01/2.2b"]);
        let state = State {
            latest: Some(date(2012, 5, 30)),
            since: None,
            due: None,
            lack: None,
        };
        let few = StateLack::Headcount {
            stated: Some(Decimal(300)),
            needed: 5,
            exactly: false,
        };
        self.add(
            "team/v01",
            Status::Missed,
            Reason::State(State {
                lack: Some(few),
                ..state
            }),
        )
        .subject = village(1);
        self.add(
            "team/v02",
            Status::Met,
            Reason::State(State {
                since: state.latest,
                ..state
            }),
        )
        .subject = village(2);
        let share = Share {
            covered: 1,
            total: 2,
            target: Percent(10_000),
        };
        self.add("team", Status::Missed, Reason::Share(share));
        self.add("team/x", Status::NotApplicable, Reason::NoSubjects);
    }

    pub(super) fn people(&mut self) {
        self.duty("night_patrol", "集镇夜间巡逻", "rosters", &["01/2.3b"]);
        let shifts = Attendance {
            shifts: 9,
            attended: 5,
            absent: 3,
            excused: 1,
            waived: 2,
            unmarked: 0,
            deduct: Some(Money(15_000)),
        };
        self.add(
            "night_patrol/PT017",
            Status::Violated,
            Reason::Attendance(shifts),
        )
        .actor = person();
        let run = Run {
            absent: vec![date(2012, 6, 2), date(2012, 6, 9), date(2012, 6, 20)],
            excused: vec![date(2012, 6, 14)],
            waived: vec![date(2012, 6, 16)],
            unmarked: Vec::new(),
            threshold: 3,
            grade: Some("不称职".into()),
        };
        let finding = self.add(
            "night_patrol.run/PT017",
            Status::Violated,
            Reason::Run(Box::new(run)),
        );
        finding.evidence = ["S-0602", "S-0609", "S-0614", "S-0620", "S-0621"]
            .map(str::to_owned)
            .into();
        (finding.actor, finding.decision) = (person(), Some(Decision::Proposed));
        self.add(
            "night_patrol.refusal/forestry",
            Status::Violated,
            Reason::Refused(vec![date(2012, 7, 1)]),
        );
        self.duty("contract", "党政领导包村", "chains", &[]);
        self.add(
            "contract/v01.leader",
            Status::Missed,
            Reason::Vacant(vec![(date(2012, 9, 1), date(2012, 12, 31))]),
        );
        self.add(
            "contract.load/leader.PT003",
            Status::Violated,
            Reason::Load {
                held: 4,
                allowed: 3,
            },
        );
        self.add("contract/v02.leader", Status::Met, Reason::Held);
    }

    pub(super) fn events(&mut self) {
        self.duty("notify", "通报相邻村", "incidents", &[]);
        let to = Responded {
            incident: date(2012, 8, 3),
            response: None,
            minutes: None,
            reached: 0,
            needed: 1,
        };
        self.add("notify/I1", Status::Missed, Reason::Responded(to))
            .record = Some("I1".into());
        let answered = Responded {
            response: Some(date(2012, 8, 4)),
            minutes: Some(1500),
            reached: 1,
            ..to
        };
        self.add("notify/I2", Status::Late, Reason::Responded(answered))
            .record = Some("I2".into());
        self.add("notify", Status::NotApplicable, Reason::NothingHappened);
        self.add(
            "assess/R1",
            Status::Missed,
            Reason::Answered(DeadlineReason {
                due: date(2012, 9, 3),
                done: None,
                workdays: 80,
            }),
        );
        self.duty("tip_off", "举报奖励", "rewards", &[]);
        let fault = RewardFault::Amount {
            amount: Money(250_000),
            min: Money(20_000),
            max: Money(200_000),
        };
        self.add("tip_off/R-7", Status::Violated, Reason::Reward(fault));
        self.add("tip_off", Status::Met, Reason::RewardsRight(6));
        self.add(
            "satisfaction",
            Status::Missed,
            Reason::Target {
                value: Some(Decimal(8_850)),
                target: Decimal(9_000),
            },
        );
        self.duty("own_rule", "自定规则", "rules", &[]);
        self.add(
            "own_rule/v01",
            Status::Violated,
            Reason::Rule(Some("走访少于案件数".into())),
        );
        self.add(
            "own_rule/v02",
            Status::Unknown,
            Reason::RuleFailed("第 1 行：除数为零".into()),
        );
    }

    pub(super) fn decided(&mut self) {
        self.duty(
            "theft_veto",
            "发生盗牛案且喊夜不落实",
            "vetoes",
            &["01/3.2"],
        );
        let case = VetoCase {
            incidents: vec![VetoIncident {
                record: "I1".into(),
                day: date(2012, 8, 3),
                measure: Some(Decimal(200)),
                records: 2,
            }],
            happened: 2,
            failed: 0,
            lapse: Some((30, Decimal(400))),
            decision: None,
            not_competent: Some("zongzhi_office".into()),
        };
        let veto = self.add(
            "theft_veto/v01",
            Status::Violated,
            Reason::Veto(Box::new(case)),
        );
        (veto.subject, veto.decision) = (village(1), Some(Decision::Proposed));
        self.duty("supervision", "挂牌督办", "ladders", &[]);
        let case = LadderCase {
            events: 3,
            needed: 3,
            in_force: Some(("通报".into(), date(2012, 9, 1), Some(date(2012, 9, 30)))),
            proposed: Some("约谈".into()),
            applied: None,
            released: None,
        };
        self.add(
            "supervision/v01",
            Status::Violated,
            Reason::Ladder(Box::new(case)),
        )
        .subject = village(1);
        let unreported = self.add(
            "supervision.report/v01/2012-06-18",
            Status::Missed,
            Reason::Unreported {
                due: date(2012, 6, 18),
                until: date(2012, 7, 2),
                workdays: 9,
            },
        );
        (unreported.subject, unreported.day) = (village(1), Some(date(2012, 6, 18)));
        let because = Box::new(Reason::Counted(Counted {
            need: 1,
            ..Counted::default()
        }));
        self.duty("training", "业务培训", "activities", &[]);
        self.add(
            "training/2012-Q3",
            Status::Waived,
            Reason::Waived {
                waiver: "W1".into(),
                instead_of: Status::Missed,
                because,
            },
        )
        .period = Some(period_of(Unit::Quarter, date(2012, 8, 1)));
    }
}

fn month(month: i8) -> Option<Period> {
    Some(period_of(Unit::Month, date(2012, month, 1)))
}

pub(super) fn village(number: u32) -> Option<Label> {
    let name = if number == 1 {
        "东风村"
    } else {
        "新华村"
    };
    Some(label(&format!("v{number:02}"), name))
}

pub(super) fn person() -> Option<Label> {
    Some(label("PT017", "PT017"))
}

pub(super) fn label(id: &str, name: &str) -> Label {
    Label {
        id: id.into(),
        name: name.into(),
    }
}

fn chain() -> Vec<Answerable> {
    let step = |id, name, holder: Option<&str>, acting| Answerable {
        role: label(id, name),
        subject: None,
        holder: holder.map(str::to_owned),
        acting,
    };
    vec![
        step("centre_director", "中心主任", Some("PT005"), true),
        step("deputy", "分管副书记", None, false),
        step("party_secretary", "镇党委书记", Some("PT001"), false),
    ]
}
