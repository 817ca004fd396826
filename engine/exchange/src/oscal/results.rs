//! Assessment results: a result for each township, a finding for each duty, an observation for each finding.

use std::collections::{BTreeMap, BTreeSet};

use crate::format::{ExportError, json};
use crate::identity::{digest_of, token, uuid};
use crate::oscal::form::{
    AssessmentResults, BackMatter, Import, Objective, Objectives, Outcome, Part, Prop, Resource,
    ResultsFile,
};
use crate::oscal::outcome::Day;
use crate::oscal::parts::{control, metadata, props, title};
use crate::telling::Telling;
use crate::whole::{Whole, clauses};

/// The audit as OSCAL assessment results.
pub(crate) fn results(whole: &Whole<'_>, telling: Telling) -> Result<Vec<u8>, ExportError> {
    let audit = whole.audit;
    let digest = digest_of(audit);
    let plan = uuid(&["plans", &digest]);
    let day = Day::new(audit.head.as_of, telling);
    let townships = whole.townships.iter();
    let mut results: Vec<Outcome> = townships.map(|entry| day.outcome(entry)).collect();
    if results.is_empty() {
        // The form asks for one result at least.
        results.push(day.nothing());
    }
    json(&ResultsFile {
        assessment_results: AssessmentResults {
            uuid: uuid(&["assessment-results", &digest, telling.lang().tag()]),
            metadata: metadata(audit, telling.word("results-title"), telling),
            import_ap: Import {
                href: format!("#{plan}"),
            },
            local_definitions: objectives(whole, telling),
            results,
            back_matter: BackMatter {
                resources: vec![Resource {
                    uuid: plan,
                    title: telling.word("plans-title"),
                    description: telling.word("plans"),
                    props: plans(whole),
                }],
            },
        },
    })
}

/// The packages that the plans extend, as an audit has no assessment plan of OSCAL's kind.
fn plans(whole: &Whole<'_>) -> Vec<Prop> {
    let tables = whole.audit.plans.values();
    let packages: BTreeSet<String> = tables
        .flat_map(|table| &table.packages)
        .map(|package| {
            let digest = package.digest.as_deref().unwrap_or_default();
            format!("{} {} {digest}", package.name, package.version)
        })
        .collect();
    props(
        packages
            .iter()
            .map(|package| ("package", package.trim_end())),
    )
}

/// Each duty as the objective of each clause that it carries out. A duty that plans name differently stands here as the
/// first of them names it.
fn objectives(whole: &Whole<'_>, telling: Telling) -> Option<Objectives> {
    let mut objectives: BTreeMap<&str, Objective> = BTreeMap::new();
    for table in whole.audit.plans.values() {
        for duty in &table.duties {
            for (number, clause) in clauses(table, duty) {
                let objective = objectives.entry(number).or_insert_with(|| Objective {
                    control_id: control(number),
                    description: clause.map(|clause| clause.summary.clone()),
                    props: props([("clause", number)]),
                    parts: Vec::new(),
                });
                let id = token(&duty.id);
                if objective.parts.iter().all(|part| part.id != id) {
                    objective.parts.push(Part {
                        id,
                        name: "assessment-objective",
                        title: title(&duty.name, &telling.word("untitled")),
                    });
                }
            }
        }
    }
    (!objectives.is_empty()).then(|| Objectives {
        objectives_and_methods: objectives.into_values().collect(),
    })
}
