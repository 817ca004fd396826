//! Audits out of the few words of a case; `tests/README.md` says which.

use std::collections::BTreeMap;

use jiff::civil::Date;
use luoshi_audit::{
    Accountable, Act, Audit, Depth, Due, DueBy, Duty, DutyCounts, Finding, FollowUp, Head, Judged,
    Label, Ladder, LadderStanding, LadderStep, Names, Outcome, PackageUsed, PlanTable,
    Rectification, RectificationRules, Score, Shared, Texts, Township, Trouble, merge,
};
use luoshi_calendar::Workdays;
use luoshi_plan::model::Severity;
use luoshi_rules::{Status, fails};
use serde::Deserialize;

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    pub(crate) about: String,
    #[serde(default)]
    pub(crate) plan: Plan,
    pub(crate) audits: Vec<Written>,
    pub(crate) expect: serde_json::Value,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Plan {
    pub(crate) from: Date,
    pub(crate) to: Date,
    /// Duties with their severity.
    pub(crate) duties: BTreeMap<String, String>,
    /// Sections of duties that are no activities.
    pub(crate) sections: BTreeMap<String, String>,
    pub(crate) closed_by: Vec<String>,
    /// Ladders: the duties that count, and the steps.
    pub(crate) ladders: BTreeMap<String, (Vec<String>, Vec<String>)>,
    pub(crate) packages: BTreeMap<String, String>,
}

impl Default for Plan {
    fn default() -> Plan {
        let day = |month, day| jiff::civil::date(2012, month, day);
        Plan {
            from: day(1, 1),
            to: day(12, 31),
            duties: BTreeMap::from([("visit".to_owned(), "normal".to_owned())]),
            sections: BTreeMap::new(),
            closed_by: Vec::new(),
            ladders: BTreeMap::new(),
            packages: BTreeMap::new(),
        }
    }
}

/// An audit: one township, or several.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Written {
    pub(crate) as_of: Date,
    pub(crate) engine: Option<String>,
    /// Another plan than that of the case.
    pub(crate) plan: Option<Plan>,
    #[serde(default)]
    pub(crate) towns: BTreeMap<String, Town>,
    #[serde(default)]
    pub(crate) town: Option<Town>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Town {
    pub(crate) code: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) broken: bool,
    pub(crate) findings: BTreeMap<String, Found>,
    /// Plain findings of duties: statuses with their counts.
    pub(crate) plain: BTreeMap<String, BTreeMap<String, u32>>,
    pub(crate) subjects: Vec<String>,
    pub(crate) records: Vec<Said>,
    pub(crate) ladders: Vec<(String, String, Option<String>, Option<String>)>,
    pub(crate) score: Option<i64>,
}

/// `missed`, or more about it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Found {
    pub(crate) status: String,
    pub(crate) day: Option<Date>,
    pub(crate) figure: i64,
    pub(crate) subject: Option<String>,
    pub(crate) role: Option<String>,
    pub(crate) holder: Option<String>,
    pub(crate) decision: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Said {
    pub(crate) day: Date,
    pub(crate) act: Act,
    pub(crate) of: Option<String>,
    pub(crate) paper: Option<String>,
    #[serde(default)]
    pub(crate) by: Vec<String>,
    /// Whom the actors stand for besides.
    #[serde(default)]
    pub(crate) also: Vec<String>,
    pub(crate) until: Option<Date>,
    pub(crate) note: Option<String>,
}

impl Written {
    pub(crate) fn audit(&self, plan: &Plan) -> Audit {
        let plan = self.plan.as_ref().unwrap_or(plan);
        let head = Head {
            audit: 1,
            engine: self.engine.clone().unwrap_or_else(|| "0.1.0".to_owned()),
            as_of: self.as_of,
            depth: Depth::Evidence,
            files: None,
            parts: None,
        };
        let one = self.town.iter().map(|town| ("t", town));
        let towns = self.towns.iter().map(|(s, town)| (s.as_str(), town));
        let part = |(source, town): (&str, &Town)| {
            let table = plan.table();
            let key = table.key();
            let township = town.township(source, &key, plan, self.as_of);
            let plans = match town.broken {
                true => BTreeMap::new(),
                false => BTreeMap::from([(key, table)]),
            };
            Audit {
                head: head.clone(),
                plans,
                townships: vec![township],
            }
        };
        let nothing = Audit {
            head: head.clone(),
            plans: BTreeMap::new(),
            townships: Vec::new(),
        };
        let parts = std::iter::once(nothing).chain(one.chain(towns).map(part));
        merge(parts.collect::<Vec<_>>()).unwrap()
    }
}

impl Plan {
    fn table(&self) -> PlanTable {
        let duty = |(id, severity): (&String, &String)| Duty {
            id: id.clone(),
            name: format!("事项{id}"),
            section: self.sections.get(id).map_or("activities", |s| s).to_owned(),
            severity: match severity.as_str() {
                "minor" => Severity::Minor,
                "normal" => Severity::Normal,
                "major" => Severity::Major,
                other => panic!("{other} is no severity"),
            },
            clauses: vec!["01/1".to_owned()],
            responsible: None,
            place: None,
            signs_only: false,
        };
        let ladder = |(id, (failed, steps)): (&String, &(Vec<String>, Vec<String>))| Ladder {
            id: id.clone(),
            name: format!("阶梯{id}"),
            failed: failed.clone(),
            steps: steps
                .iter()
                .map(|step| LadderStep {
                    id: step.clone(),
                    name: step.clone(),
                    decided_by: "县综治委".to_owned(),
                })
                .collect(),
        };
        PlanTable {
            packages: self
                .packages
                .iter()
                .map(|(name, version)| PackageUsed {
                    name: name.clone(),
                    version: version.clone(),
                    digest: None,
                })
                .collect(),
            from: self.from,
            to: self.to,
            duties: self.duties.iter().map(duty).collect(),
            clauses: BTreeMap::new(),
            rectification: RectificationRules {
                within: None,
                closed_by: self.closed_by.clone(),
                ladders: self.ladders.iter().map(ladder).collect(),
            },
        }
    }

    fn index(&self, id: &str) -> (u32, Severity) {
        let duty = id.split(['/', '.']).next().unwrap();
        let at = self.duties.keys().position(|known| known == duty);
        let at = at.unwrap_or_else(|| panic!("{duty} is no duty"));
        let severity = self.table().duties[at].severity;
        (u32::try_from(at).unwrap(), severity)
    }
}

fn label(id: &str) -> Label {
    Label {
        id: id.to_owned(),
        name: format!("{id}村"),
    }
}

impl Town {
    fn township(&self, source: &str, key: &str, plan: &Plan, as_of: Date) -> Township {
        let code = self.code.clone().unwrap_or_else(|| match self.broken {
            true => source.to_owned(),
            false => format!("C{source}"),
        });
        let outcome = match self.broken {
            true => Outcome::Broken(vec![Trouble {
                code: "LS0101".to_owned(),
                message: Texts::default(),
                help: None,
                place: None,
            }]),
            false => Outcome::Judged(Box::new(self.judged(key, plan, as_of))),
        };
        Township {
            name: self.name.clone().unwrap_or_else(|| format!("{source}镇")),
            source: source.to_owned(),
            code,
            county: "某县".to_owned(),
            inputs: Vec::new(),
            outcome,
        }
    }

    fn judged(&self, key: &str, plan: &Plan, as_of: Date) -> Judged {
        let mut counts: BTreeMap<u32, BTreeMap<Status, u32>> = BTreeMap::new();
        let status = |word: &str| Status::from_word(word).unwrap();
        for (duty, plain) in &self.plain {
            let of = counts.entry(plan.index(duty).0).or_default();
            of.extend(plain.iter().map(|(word, n)| (status(word), *n)));
        }
        let findings = self.findings.iter().map(|(id, found)| {
            let (duty, severity) = plan.index(id);
            let status = status(&found.status);
            *counts.entry(duty).or_default().entry(status).or_default() += 1;
            finding(id, duty, found, status, fails(status, severity))
        });
        let findings = findings.collect();
        let workdays = Workdays::national();
        let workday = |day| workdays.count(plan.from, day);
        let acts = (0..).zip(&self.records);
        let mut records: Vec<FollowUp> = acts
            .map(|(seq, act)| act.record(seq, plan, &workdays))
            .filter(|record| record.day <= as_of)
            .collect();
        records.sort_by_key(|record| (record.day, record.seq));
        let standing = |of: &(String, String, Option<String>, Option<String>)| LadderStanding {
            ladder: of.0.clone(),
            subject: Some(of.1.clone()),
            in_force: of.2.clone(),
            until: None,
            proposed: of.3.clone(),
        };
        Judged {
            plan: key.to_owned(),
            id: "p".to_owned(),
            title: "方案".to_owned(),
            records: 1,
            backfilled: 0,
            corrected: 0,
            irrelevant: 0,
            simulated: None,
            duties: counts
                .into_iter()
                .map(|(duty, counts)| DutyCounts {
                    duty,
                    counts,
                    figures: 0,
                    months: Vec::new(),
                })
                .collect(),
            findings,
            scores: self
                .score
                .iter()
                .map(|score| Score {
                    scorecard: "card".to_owned(),
                    subject: None,
                    score: *score,
                    sum: *score,
                    grade: None,
                    vetoes: Vec::new(),
                })
                .collect(),
            proposals: Vec::new(),
            signs: Vec::new(),
            rectification: Rectification {
                workday: workday(as_of),
                subjects: self.subjects.clone().into(),
                records,
                ladders: self.ladders.iter().map(standing).collect(),
            },
        }
    }
}

/// A finding whose id says its subject and month, unless the case says otherwise.
fn finding(id: &str, duty: u32, found: &Found, status: Status, fails: bool) -> Finding {
    let month = id.rsplit('/').next().filter(|part| part.len() == 7);
    let first: Option<Date> = month.and_then(|month| format!("{month}-01").parse().ok());
    let subject = id.split('/').nth(1).filter(|part| !part.starts_with('2'));
    let role = found.role.clone().unwrap_or_else(|| "chief".to_owned());
    Finding {
        id: id.to_owned(),
        duty,
        status,
        fails,
        facet: None,
        subject: found
            .subject
            .as_deref()
            .or(subject)
            .map(|id| label(id).into()),
        actor: None,
        record: None,
        period: month.map(|month| month.to_owned().into()),
        day: found.day.or(first.map(Date::last_of_month)),
        figure: found.figure,
        reason: Some(Shared::from(Texts {
            zh: "应有一次，实有零次".to_owned(),
            en: "one is due, there is none".to_owned(),
        })),
        evidence: Vec::new(),
        decision: found.decision.clone(),
        accountable: vec![Accountable {
            role: Label {
                name: format!("{role}主任"),
                id: role,
            },
            subject: None,
            holder: found.holder.clone(),
        }]
        .into(),
    }
}

impl Said {
    /// As the rules make it of a record: 15 workdays where nobody says otherwise.
    fn record(&self, seq: u32, plan: &Plan, workdays: &Workdays) -> FollowUp {
        let workday = |day| workdays.count(plan.from, day);
        let due = |day, by| Due {
            day,
            workday: workday(day),
            by,
        };
        let mut stand_for = self.by.clone();
        stand_for.extend(self.also.clone());
        stand_for.sort();
        let named = self.of.clone().map(Names::Finding);
        let closers = &plan.closed_by;
        FollowUp {
            record: format!("r{seq}"),
            seq,
            day: self.day,
            workday: workday(self.day),
            act: self.act,
            names: named.unwrap_or_else(|| Names::Paper(self.paper.clone().unwrap())),
            actors: self.by.clone(),
            stand_for,
            may_close: closers.is_empty() || self.by.iter().any(|who| closers.contains(who)),
            due: match (self.act, self.until) {
                (Act::Notified | Act::Rejected | Act::Confirmed, Some(day)) => {
                    Some(due(day, DueBy::Record))
                }
                (Act::Notified | Act::Rejected, None) => {
                    Some(due(workdays.add(self.day, 15).unwrap(), DueBy::Default))
                }
                _ => None,
            },
            note: self.note.clone(),
            attachments: 0,
            corrected: false,
        }
    }
}
