//! The signs that plugins look for: the very same rules, linked in and shown the same tables.

use std::collections::BTreeSet;

use luoshi_evidence::{Evidence, Kind};
use luoshi_plugin::{Scene, Sight, packed};
use luoshi_plugin_interface::{
    Argument, Description, Finding, Outcome, ParameterKind, Setting, Value,
};
use luoshi_plugin_sdk::Input;
use luoshi_rules::scene_of_plan;

use crate::collect::Cx;
use crate::indication::{Figure, Indication, LISTED_AT_MOST};
use crate::measured::error_rate;
use crate::sign::Sign;

/// A rule of a plugin.
pub(crate) struct Rule {
    pub(crate) sign: Sign,
    pub(crate) describe: fn() -> Description,
    judge: fn(&Input) -> Result<Vec<Finding>, String>,
    /// What `policies/ledger-signs` lets it see.
    pub(crate) kinds: &'static [Kind],
    /// Tells that it can find nothing, without showing it anything.
    silent: fn(&Evidence) -> bool,
}

/// Whether no record says when it was entered, as in bulk files.
fn undated(evidence: &Evidence) -> bool {
    let mut kinds = Kind::ALL.iter().map(|kind| evidence.of(*kind));
    kinds.all(|columns| columns.recorded.iter().all(|day| *day == i32::MIN))
}

/// The rules, in the order of their signs.
pub(crate) const RULES: [Rule; 4] = [
    Rule {
        sign: Sign::BackfillBurst,
        describe: luoshi_plugin_backfill::describe,
        judge: luoshi_plugin_backfill::judge,
        silent: undated,
        kinds: &[
            Kind::Meeting,
            Kind::Visit,
            Kind::Shift,
            Kind::Inspection,
            Kind::Incident,
            Kind::Response,
            Kind::Task,
            Kind::TaskDone,
            Kind::Document,
            Kind::Training,
            Kind::Reward,
            Kind::Metric,
            Kind::Report,
            Kind::Rectification,
        ],
    },
    Rule {
        sign: Sign::CopiedRecords,
        describe: luoshi_plugin_copied_records::describe,
        judge: luoshi_plugin_copied_records::judge,
        silent: |_| false,
        kinds: &[
            Kind::Meeting,
            Kind::Visit,
            Kind::Shift,
            Kind::Inspection,
            Kind::Response,
            Kind::TaskDone,
            Kind::Document,
            Kind::Training,
            Kind::Metric,
            Kind::Report,
            Kind::Rectification,
        ],
    },
    Rule {
        sign: Sign::RegularFigures,
        describe: luoshi_plugin_regular_figures::describe,
        judge: luoshi_plugin_regular_figures::judge,
        silent: |_| false,
        kinds: &[
            Kind::Meeting,
            Kind::Visit,
            Kind::Shift,
            Kind::Inspection,
            Kind::TaskDone,
            Kind::Training,
            Kind::Reward,
            Kind::Metric,
            Kind::Report,
        ],
    },
    Rule {
        sign: Sign::UnevenShifts,
        describe: luoshi_plugin_roster_fairness::describe,
        judge: luoshi_plugin_roster_fairness::judge,
        silent: |_| false,
        kinds: &[Kind::Shift],
    },
];

pub(crate) fn find(cx: &Cx<'_>) -> Vec<Indication> {
    let scene = scene_of_plan(cx.given.plan, cx.given.as_of);
    RULES
        .iter()
        .filter(|rule| !(rule.silent)(cx.given.evidence))
        .flat_map(|rule| rule.find(cx, &scene))
        .collect()
}

impl Rule {
    fn find(&self, cx: &Cx<'_>, scene: &Scene) -> Vec<Indication> {
        let description = (self.describe)();
        let sight = Sight {
            scene,
            evidence: cx.given.evidence,
            kinds: self.kinds,
            duties: &[],
        };
        let packed = packed(&description, sight);
        let values: Vec<(String, Value)> = description
            .parameters
            .iter()
            .map(|p| (p.id.clone(), default(&p.kind)))
            .collect();
        let setting = Setting {
            as_of: scene.as_of,
            first: scene.first,
            last: scene.last,
            values: values.iter().map(|(_, value)| *value).collect(),
        };
        // A rule that does not answer has found nothing; a test sees to it that all of them do.
        let findings = answers(&description, setting, &packed.batches, self.judge);
        let suspects = findings.unwrap_or_default().into_iter();
        suspects
            .filter(|finding| finding.outcome == Outcome::Suspect)
            .map(|finding| self.indication(cx, scene, finding, (&packed.ids, &values)))
            .collect()
    }

    fn indication(
        &self,
        cx: &Cx<'_>,
        scene: &Scene,
        finding: Finding,
        (ids, values): (&[u32], &[(String, Value)]),
    ) -> Indication {
        let at = finding.about.map(|row| row as usize);
        let about = at.and_then(|at| match (self.describe)().scope {
            luoshi_plugin_interface::Scope::Township => None,
            luoshi_plugin_interface::Scope::Subjects => Some(scene.subjects.get(at)?.id.clone()),
            luoshi_plugin_interface::Scope::Actors => Some(scene.actors.get(at)?.id.clone()),
        });
        let codes = finding.records.iter();
        let codes = codes.filter_map(|row| ids.get(*row as usize).copied());
        let records: Vec<u32> = codes.collect();
        let number = |value: &Value| match value {
            Value::Whole(number) | Value::Decimal(number) => *number,
            Value::Flag(flag) => i64::from(*flag),
            Value::Choice(index) => i64::from(*index),
        };
        let named: BTreeSet<u32> = records.iter().copied().collect();
        let rows: Vec<_> = crate::rows::rows(cx.given.evidence, self.kinds)
            .filter(|row| named.contains(&row.id_code()))
            .collect();
        let person = about.iter().filter(|a| cx.people.is_person(a)).cloned();
        let mut ask: Vec<String> = person.collect();
        ask.extend(cx.whom(&rows));
        ask.dedup();
        Indication {
            id: match &about {
                Some(about) => format!("{}/{about}", self.sign.word()),
                None => self.sign.word().to_owned(),
            },
            sign: self.sign,
            about,
            ask,
            message: finding.message,
            figures: finding
                .arguments
                .into_iter()
                .map(|(name, argument)| (name, figure(argument)))
                .collect(),
            count: u64::try_from(records.len()).unwrap_or(u64::MAX),
            records: records
                .iter()
                .take(LISTED_AT_MOST)
                .map(|id| cx.given.evidence.ids.text(*id).to_owned())
                .collect(),
            thresholds: values
                .iter()
                .map(|(id, v)| (id.clone(), number(v)))
                .collect(),
            error: error_rate(self.sign),
        }
    }
}

fn answers(
    description: &Description,
    setting: Setting,
    batches: &[(u32, Vec<u8>)],
    judge: fn(&Input) -> Result<Vec<Finding>, String>,
) -> Result<Vec<Finding>, String> {
    let mut input = Input::new(description, setting)?;
    for (reading, bytes) in batches {
        input.add(*reading, bytes)?;
    }
    judge(&input)
}

fn default(kind: &ParameterKind) -> Value {
    match kind {
        ParameterKind::Whole(bounds) => Value::Whole(bounds.default),
        ParameterKind::Decimal(bounds) => Value::Decimal(bounds.default),
        ParameterKind::Flag(flag) => Value::Flag(*flag),
        ParameterKind::Choice { default, .. } => Value::Choice(*default),
    }
}

fn figure(argument: Argument) -> Figure {
    match argument {
        Argument::Whole(number) => Figure::Number(number),
        Argument::Decimal(hundredths) => Figure::Decimal(hundredths),
        Argument::Day(day) => luoshi_evidence::date_of(day).into(),
        Argument::Text(text) => Figure::Text(text),
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use jiff::civil::date;
    use luoshi_diagnostics::Sources;
    use luoshi_evidence::read_jsonl;
    use luoshi_plan::{Folder, Plan, parse, resolve};
    use luoshi_rules::scene_of_plan;

    use super::{Cx, RULES, Rule};
    use crate::collect::Given;
    use crate::limits::Limits;
    use crate::people::People;
    use crate::sign::Sign;

    /// What is granted to each plugin in the published package, as it stands there.
    const PUBLISHED: &str = include_str!("../../../../policies/ledger-signs/plugins.yaml");

    #[test]
    fn rules_see_what_the_published_package_lets_them_see() {
        for rule in RULES {
            let id = match rule.sign {
                Sign::BackfillBurst => "backfill",
                Sign::CopiedRecords => "copied_records",
                Sign::UnevenShifts => "roster_fairness",
                _ => "regular_figures",
            };
            let start = format!("- id: {id}\n");
            let block = PUBLISHED
                .split_once(&start)
                .expect("the rule is published")
                .1;
            let grants = block.split_once("evidence: [").expect("grants").1;
            let granted = grants.split_once(']').expect("an end").0;
            let granted: Vec<&str> = granted.split(',').map(str::trim).collect();
            let kinds: Vec<&str> = rule.kinds.iter().map(|kind| kind.name()).collect();
            assert_eq!(kinds, granted, "{id}");
        }
    }

    fn plan() -> Plan {
        let text = "luoshi: 1
plan: { id: p, title: 方案, issuer: 综治办, issued: 2025-01-01 }
period: { from: 2025-01-01, to: 2025-12-31 }
jurisdiction: { code: T, name: 某镇, level: township }
";
        let folder = Folder {
            name: "plan".to_owned(),
            texts: vec![("plan.yaml".to_owned(), text.to_owned())],
            ..Folder::default()
        };
        let mut sources = Sources::default();
        let plan = resolve(&parse(&folder, &mut sources), &[]).value;
        plan.expect("the plan is right")
    }

    #[test]
    fn a_rule_that_is_passed_over_would_have_found_nothing() {
        let plan = plan();
        let as_of = date(2025, 12, 31);
        let scene = scene_of_plan(&plan, as_of);
        let mut silent = 0;
        for (many, dated) in [(0, 0), (20, 0), (200, 0), (200, 1), (200, 200)] {
            let mut text = String::new();
            for at in 0..many {
                let day = at % 28 + 1;
                // All of a year in one week, which is a burst where there are enough of them.
                let entered = match at < dated {
                    true => format!(",\"recorded_at\":\"2025-12-{:02}T09:30:00\"", at % 5 + 20),
                    false => String::new(),
                };
                let month = at % 11 + 1;
                let _ = writeln!(
                    text,
                    "{{\"id\":\"{at}\",\"kind\":\"visit\",\"date\":\"2025-{month:02}-{day:02}\"{entered}}}"
                );
            }
            let mut sources = Sources::default();
            let file = sources.add("evidence.jsonl", text.as_str());
            let evidence = read_jsonl(&text, file, as_of).value;
            let evidence = evidence.expect("the records can be read");
            let limits = Limits::default();
            let cx = Cx {
                given: Given {
                    plan: &plan,
                    evidence: &evidence,
                    as_of,
                    details: None,
                    files: None,
                    limits: &limits,
                },
                people: People::of(&plan),
            };
            let passed_over = |rule: &&Rule| (rule.silent)(&evidence);
            for rule in RULES.iter().filter(passed_over) {
                silent += 1;
                assert!(rule.find(&cx, &scene).is_empty(), "{many} {dated}");
            }
            let burst = !RULES[0].find(&cx, &scene).is_empty();
            assert_eq!(burst, dated == 200, "{many} {dated}");
        }
        assert_eq!(silent, 3);
    }
}
