//! What a township came to, as a result of OSCAL.

use jiff::civil::Date;
use luoshi_audit::{Duty, DutyCounts, Township, Trouble};
use luoshi_rules::Status;
use uuid::Uuid;

use crate::identity::{token, uuid, uuid_in};
use crate::oscal::form::{
    Components, Control, Finding, Observation, ObservationRef, Outcome, Reviewed, Risk, RiskRef,
    Selection, Standing, Target,
};
use crate::oscal::parts::{
    case_props, component, control, evidence, moment, props, subject, title,
};
use crate::telling::Telling;
use crate::whole::{CameTo, Case, Entry, Told};

/// What a broken township fails: that it can be judged at all.
const JUDGEABLE: &str = "township-can-be-judged";

/// The day of the audit, and the language in which it is told.
pub(super) struct Day {
    date: Date,
    as_of: String,
    telling: Telling,
}

impl Day {
    pub(super) fn new(date: Date, telling: Telling) -> Self {
        let as_of = moment(date);
        Day {
            date,
            as_of,
            telling,
        }
    }

    pub(super) fn outcome(&self, entry: &Entry<'_>) -> Outcome {
        match &entry.came_to {
            CameTo::Judged(told) => self.judged(entry.township, told),
            CameTo::Broken(troubles) => self.broken(entry.township, troubles),
        }
    }

    /// The result of an audit without townships.
    pub(super) fn nothing(&self) -> Outcome {
        let text = self.telling.word("no-township");
        self.empty(&[], text.clone(), text)
    }

    /// A result that holds nothing yet.
    fn empty(&self, name: &[&str], title: String, description: String) -> Outcome {
        let mut parts = vec!["result", self.as_of.as_str()];
        parts.extend(name);
        Outcome {
            uuid: uuid(&parts),
            title,
            description,
            start: self.as_of.clone(),
            end: self.as_of.clone(),
            props: Vec::new(),
            local_definitions: None,
            reviewed_controls: Reviewed {
                control_selections: vec![Selection::IncludeAll {}],
            },
            observations: Vec::new(),
            risks: Vec::new(),
            findings: Vec::new(),
        }
    }

    fn of_township(&self, township: &Township, description: String) -> Outcome {
        let name = title(&township.name, &township.code);
        let mut outcome = self.empty(&[&township.code, &township.source], name, description);
        outcome.local_definitions = Some(Components {
            components: vec![component(township)],
        });
        outcome
    }

    fn judged(&self, township: &Township, told: &Told<'_>) -> Outcome {
        let judged = told.judged;
        let failing = told.cases.iter().filter(|case| case.finding.fails).count();
        let args = [
            ("title", judged.title.clone().into()),
            ("records", i64::from(judged.records).into()),
            ("failing", i64::try_from(failing).unwrap_or(i64::MAX).into()),
        ];
        let mut outcome = self.of_township(township, self.telling.say("result", args));
        outcome.start = moment(told.table.from.min(self.date));
        outcome.props = props([
            ("plan", judged.id.as_str()),
            ("records", &judged.records.to_string()),
            ("backfilled", &judged.backfilled.to_string()),
            ("corrected", &judged.corrected.to_string()),
            ("simulated", judged.simulated.as_deref().unwrap_or_default()),
        ]);
        outcome.reviewed_controls.control_selections = vec![reviewed(told)];
        let cases = || told.cases.iter();
        outcome.observations = cases().map(|case| self.observation(case)).collect();
        outcome.risks = cases()
            .filter(|c| waived(c))
            .map(|c| self.accepted(c))
            .collect();
        let duties = told.duties.iter();
        outcome.findings = duties
            .filter_map(|(duty, counts)| self.finding(township, told, duty, counts))
            .collect();
        outcome
    }

    fn observation(&self, case: &Case<'_>) -> Observation {
        let finding = case.finding;
        Observation {
            uuid: self.observation_uuid(case.township, &finding.id),
            title: title(&self.telling.title(case), &finding.id),
            description: self.telling.sentence(case),
            props: case_props(case, self.telling),
            methods: ["EXAMINE"],
            types: [observed(finding.status)],
            subjects: [subject(case.township)],
            relevant_evidence: evidence(&finding.evidence, self.telling),
            collected: self.as_of.clone(),
        }
    }

    /// An observation is of its day: the next audit makes another.
    fn observation_uuid(&self, township: &Township, finding: &str) -> Uuid {
        uuid_in(&format!("observation {}", self.as_of), township, finding)
    }

    /// What was waived: a deviation that the body in charge has approved.
    fn accepted(&self, case: &Case<'_>) -> Risk {
        Risk {
            uuid: risk_uuid(case),
            title: title(&self.telling.title(case), &case.finding.id),
            description: self.telling.sentence(case),
            statement: self.telling.reason(case),
            props: Vec::new(),
            status: "deviation-approved",
            deadline: None,
            remediations: Vec::new(),
            risk_log: None,
            related_observations: [self.observed_as(case)],
        }
    }

    fn observed_as(&self, case: &Case<'_>) -> ObservationRef {
        ObservationRef {
            observation_uuid: self.observation_uuid(case.township, &case.finding.id),
        }
    }

    /// What a duty came to, if that can be told.
    fn finding(
        &self,
        township: &Township,
        told: &Told<'_>,
        duty: &Duty,
        counts: &DutyCounts,
    ) -> Option<Finding> {
        let cases = || {
            told.cases
                .iter()
                .filter(|case| std::ptr::eq(case.duty, duty))
        };
        let fails = cases().any(|case| case.finding.fails);
        let status = standing(fails, counts)?;
        let counted = counts.counts.iter().map(|(status, count)| {
            let status = self.telling.status(*status);
            let args = [
                ("status", status.into()),
                ("count", i64::from(*count).into()),
            ];
            self.telling.say("count", args)
        });
        let counted: Vec<String> = counted.collect();
        let clauses = duty.clauses.iter();
        Some(Finding {
            // A chain may have the id of a duty.
            uuid: uuid_in(
                "finding",
                township,
                &format!("{}/{}", duty.section, duty.id),
            ),
            title: title(&duty.name, &duty.id),
            description: self.telling.list(&counted),
            props: props(clauses.map(|number| ("clause", number.as_str()))),
            target: Target {
                kind: "objective-id",
                target_id: token(&duty.id),
                status,
            },
            related_observations: cases().map(|case| self.observed_as(case)).collect(),
            related_risks: cases().filter(|c| waived(c)).map(risk_of).collect(),
        })
    }

    /// A township that could not be judged: a finding of its own, with an observation of each thing that stood in the way.
    fn broken(&self, township: &Township, troubles: &[Trouble]) -> Outcome {
        let name = title(&township.name, &township.code);
        let description = self.telling.word("broken-rule");
        let mut outcome = self.of_township(township, description.clone());
        outcome.props = props([("state", "broken")]);
        let troubles = troubles.iter().enumerate();
        outcome.observations = troubles
            .map(|(at, trouble)| self.trouble(township, at, trouble))
            .collect();
        let observations = outcome.observations.iter();
        let related = observations.map(|observation| ObservationRef {
            observation_uuid: observation.uuid,
        });
        outcome.findings = vec![Finding {
            uuid: uuid_in("finding", township, JUDGEABLE),
            title: name,
            description,
            props: Vec::new(),
            target: Target {
                kind: "objective-id",
                target_id: JUDGEABLE.to_owned(),
                status: Standing {
                    state: "not-satisfied",
                    reason: "other",
                },
            },
            related_observations: related.collect(),
            related_risks: Vec::new(),
        }];
        outcome
    }

    fn trouble(&self, township: &Township, at: usize, trouble: &Trouble) -> Observation {
        let place = trouble.place.as_ref();
        let place = place.map(|at| format!("{}:{}:{}", at.file, at.line, at.column));
        Observation {
            uuid: self.observation_uuid(township, &format!("trouble {at}")),
            title: title(self.telling.pick(&trouble.message), &trouble.code),
            description: self.telling.trouble(trouble),
            props: props([
                ("code", trouble.code.as_str()),
                ("place", place.as_deref().unwrap_or_default()),
            ]),
            methods: ["EXAMINE"],
            types: ["discovery"],
            subjects: [subject(township)],
            relevant_evidence: Vec::new(),
            collected: self.as_of.clone(),
        }
    }
}

/// The clauses that the plan carries out, as controls; all there are where it names none.
fn reviewed(told: &Told<'_>) -> Selection {
    let duties = told.table.duties.iter();
    let mut numbers: Vec<&String> = duties.flat_map(|duty| &duty.clauses).collect();
    numbers.sort();
    numbers.dedup();
    if numbers.is_empty() {
        return Selection::IncludeAll {};
    }
    let control = |number: &String| Control {
        control_id: control(number),
    };
    Selection::IncludeControls(numbers.into_iter().map(control).collect())
}

fn waived(case: &Case<'_>) -> bool {
    case.finding.status == Status::Waived
}

fn risk_uuid(case: &Case<'_>) -> Uuid {
    uuid_in("risk", case.township, &case.finding.id)
}

fn risk_of(case: &Case<'_>) -> RiskRef {
    RiskRef {
        risk_uuid: risk_uuid(case),
    }
}

/// OSCAL knows satisfied and not satisfied. What is unknown, not laid down, waived or not yet due is neither.
fn standing(fails: bool, counts: &DutyCounts) -> Option<Standing> {
    let any = |of: &[Status]| of.iter().any(|status| counts.counts.contains_key(status));
    let (state, reason) = if fails {
        ("not-satisfied", "fail")
    } else if any(&[Status::Unknown, Status::Unset]) {
        return None;
    } else if any(&[Status::Met, Status::Late]) {
        ("satisfied", "pass")
    } else {
        return None;
    };
    Some(Standing { state, reason })
}

/// What OSCAL calls an observation: one on an objective, or something come upon that a person should look into.
fn observed(status: Status) -> &'static str {
    match status {
        Status::Suspect => "discovery",
        Status::Violated
        | Status::Missed
        | Status::Late
        | Status::Unknown
        | Status::Unset
        | Status::DueSoon
        | Status::Pending
        | Status::Waived
        | Status::NotApplicable
        | Status::Met => "control-objective",
    }
}
