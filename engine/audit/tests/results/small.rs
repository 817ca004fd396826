//! Audits written by hand.

use std::collections::BTreeMap;

use jiff::civil::date;
use luoshi_audit::{
    Accountable, Audit, Depth, Duty, DutyCounts, FORM, Finding, Head, Indication, Judged, Label,
    Outcome, PackageUsed, PlanTable, Rectification, RectificationRules, Score, Texts, Township,
    Trouble,
};
use luoshi_plan::model::Severity;
use luoshi_rules::{Status, fails};
use luoshi_signs::{Sign, error_rate};

/// A duty: section and id, how grave a failure is, findings by status.
type Written = (&'static str, Severity, Vec<(Status, u32)>);

/// A township that is being written.
#[derive(Clone)]
pub(crate) struct Town {
    township: Township,
    duties: Vec<Written>,
    packages: &'static str,
    scores: Vec<Score>,
    findings: Vec<(&'static str, Vec<&'static str>)>,
    records: (u32, u32),
    signs: Vec<Indication>,
}

pub(crate) fn town(code: &str, county: &str) -> Town {
    Town {
        township: Township {
            code: code.to_owned(),
            source: format!("p/{code}"),
            name: format!("{code}镇"),
            county: county.to_owned(),
            inputs: Vec::new(),
            outcome: Outcome::Broken(Vec::new()),
        },
        duties: Vec::new(),
        packages: "county/peace",
        scores: Vec::new(),
        findings: Vec::new(),
        records: (100, 0),
        signs: Vec::new(),
    }
}

impl Town {
    /// A duty of gravity normal; its section is the part of its name before a stroke.
    pub(crate) fn duty(self, name: &'static str, counts: &[(Status, u32)]) -> Town {
        self.grave(name, Severity::Normal, counts)
    }

    pub(crate) fn grave(
        mut self,
        name: &'static str,
        of: Severity,
        counts: &[(Status, u32)],
    ) -> Town {
        self.duties.push((name, of, counts.to_vec()));
        self
    }

    /// Met so often and missed so often.
    pub(crate) fn met(self, met: u32, missed: u32) -> Town {
        self.duty(
            "activities/visit",
            &[(Status::Met, met), (Status::Missed, missed)],
        )
    }

    pub(crate) fn score(mut self, scorecard: &str, score: i64, grade: &str) -> Town {
        self.scores.push(Score {
            scorecard: scorecard.to_owned(),
            subject: None,
            score,
            sum: score,
            grade: Some(grade.to_owned()),
            vetoes: Vec::new(),
        });
        self
    }

    /// The last sheet is about a village.
    pub(crate) fn of_village(mut self, name: &str) -> Town {
        let last = self.scores.last_mut().expect("a sheet before it");
        last.subject = Some(label(name));
        self
    }

    /// A finding that fails, with those who answer from the work up.
    pub(crate) fn failing(mut self, duty: &'static str, chain: &[&'static str]) -> Town {
        self.findings.push((duty, chain.to_vec()));
        self
    }

    pub(crate) fn packages(mut self, packages: &'static str) -> Town {
        self.packages = packages;
        self
    }

    pub(crate) fn records(mut self, all: u32, backfilled: u32) -> Town {
        self.records = (all, backfilled);
        self
    }

    /// A sign about its evidence.
    pub(crate) fn sign(mut self, sign: Sign, about: &str) -> Town {
        self.signs.push(Indication {
            id: format!("{}/{about}", sign.word()),
            sign,
            about: Some(about.to_owned()),
            ask: Vec::new(),
            reason: Texts::default(),
            count: 1,
            records: vec!["r1".to_owned()],
            thresholds: BTreeMap::new(),
            error: error_rate(sign),
        });
        self
    }

    pub(crate) fn at(mut self, source: &str) -> Town {
        self.township.source = source.to_owned();
        self
    }

    pub(crate) fn broken(self, code: &str) -> Township {
        let trouble = Trouble {
            code: code.to_owned(),
            message: Texts::default(),
            help: None,
            place: None,
        };
        Township {
            outcome: Outcome::Broken(vec![trouble]),
            ..self.township
        }
    }

    fn judged(self) -> (Township, (String, PlanTable)) {
        let table = PlanTable {
            packages: vec![PackageUsed {
                name: self.packages.to_owned(),
                version: "1.0.0".to_owned(),
                digest: None,
            }],
            from: date(2012, 1, 1),
            to: date(2012, 12, 31),
            duties: self
                .duties
                .iter()
                .map(|(name, severity, _)| duty(name, *severity))
                .collect(),
            clauses: BTreeMap::new(),
            rectification: RectificationRules::default(),
        };
        let key = table.key();
        let counts = (0u32..)
            .zip(&self.duties)
            .map(|(at, (_, _, counts))| DutyCounts {
                duty: at,
                counts: counts
                    .iter()
                    .copied()
                    .filter(|(_, count)| *count > 0)
                    .collect(),
                figures: 0,
                months: Vec::new(),
            });
        let judged = Judged {
            plan: key.clone(),
            id: "plan".to_owned(),
            title: "方案".to_owned(),
            records: self.records.0,
            backfilled: self.records.1,
            corrected: 0,
            irrelevant: 0,
            simulated: None,
            duties: counts.collect(),
            findings: self
                .findings
                .iter()
                .map(|(duty, chain)| finding(duty, chain))
                .collect(),
            scores: self.scores,
            proposals: Vec::new(),
            signs: self.signs,
            rectification: Rectification::default(),
        };
        let outcome = Outcome::Judged(Box::new(judged));
        (
            Township {
                outcome,
                ..self.township
            },
            (key, table),
        )
    }
}

fn duty(name: &str, severity: Severity) -> Duty {
    let (section, id) = name.split_once('/').expect("section/id");
    Duty {
        id: id.to_owned(),
        name: format!("{id}事项"),
        section: section.to_owned(),
        severity,
        clauses: Vec::new(),
        responsible: None,
        place: None,
        signs_only: id.ends_with("_signs"),
    }
}

fn finding(id: &str, chain: &[&str]) -> Finding {
    assert!(fails(Status::Missed, Severity::Normal));
    let accountable = chain.iter().map(|role| Accountable {
        role: label(role),
        subject: None,
        holder: None,
    });
    Finding {
        id: id.to_owned(),
        duty: 0,
        status: Status::Missed,
        fails: true,
        facet: None,
        subject: None,
        actor: None,
        record: None,
        period: None,
        day: None,
        figure: 1,
        reason: None,
        evidence: Vec::new(),
        decision: None,
        accountable: accountable.collect(),
    }
}

pub(crate) fn label(id: &str) -> Label {
    Label {
        id: id.to_owned(),
        name: id.to_owned(),
    }
}

/// An audit of these townships, those that are judged and those that are not.
pub(crate) fn audit(towns: impl IntoIterator<Item = Town>, broken: Vec<Township>) -> Audit {
    let (mut townships, plans): (Vec<Township>, BTreeMap<String, PlanTable>) =
        towns.into_iter().map(Town::judged).unzip();
    townships.extend(broken);
    townships.sort_by(|a, b| a.order().cmp(&b.order()));
    Audit {
        head: Head {
            audit: FORM,
            engine: "0.1.0".to_owned(),
            as_of: date(2012, 12, 31),
            depth: Depth::Evidence,
            files: None,
            parts: None,
        },
        plans,
        townships,
    }
}
