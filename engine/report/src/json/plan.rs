//! Which plan was judged.

use luoshi_rules::{PackageStamp, PlanStamp};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct PlanRecord {
    id: String,
    title: String,
    issuer: String,
    jurisdiction: String,
    place: String,
    from: String,
    to: String,
    packages: Vec<PackageRecord>,
}

#[derive(Serialize)]
struct PackageRecord {
    name: String,
    version: String,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    digest: Option<String>,
}

pub(super) fn record(plan: &PlanStamp) -> PlanRecord {
    PlanRecord {
        id: plan.id.clone(),
        title: plan.title.clone(),
        issuer: plan.issuer.clone(),
        jurisdiction: plan.jurisdiction.clone(),
        place: plan.place.clone(),
        from: plan.span.from.to_string(),
        to: plan.span.to.to_string(),
        packages: plan.packages.iter().map(package).collect(),
    }
}

fn package(stamp: &PackageStamp) -> PackageRecord {
    PackageRecord {
        name: stamp.name.clone(),
        version: stamp.version.clone(),
        title: stamp.title.clone(),
        digest: stamp.digest.clone(),
    }
}
