//! One township that was judged by itself, as an audit of it alone.

use std::collections::BTreeMap;
use std::path::Path;

use luoshi_audit::{Audit, Depth, FORM, Head, Outcome, Township, judged, plan_table};
use luoshi_diagnostics::Sources;
use luoshi_plan::Plan;
use luoshi_report::Glossary;
use luoshi_rules::Assessment;

use super::township::place_of;

/// What a check came to, in the form that exports are made of. It belongs to no county, nobody asked for digests of its
/// files, and a check looks for no signs.
#[must_use]
pub fn audit_of_one(path: &Path, plan: &Plan, assessment: &Assessment, sources: &Sources) -> Audit {
    let place = |id: &str| place_of(plan, sources, id);
    let table = plan_table(plan, assessment, &place);
    let key = table.key();
    let judged = judged(&key, &Glossary::of(plan), assessment, &[]);
    Audit {
        head: Head {
            audit: FORM,
            engine: env!("CARGO_PKG_VERSION").to_owned(),
            as_of: assessment.as_of,
            depth: Depth::Evidence,
            files: None,
            parts: None,
        },
        plans: BTreeMap::from([(key, table)]),
        townships: vec![Township {
            code: assessment.plan.jurisdiction.clone(),
            source: path.display().to_string().replace('\\', "/"),
            name: assessment.plan.place.clone(),
            county: String::new(),
            inputs: Vec::new(),
            outcome: Outcome::Judged(Box::new(judged)),
        }],
    }
}
