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

fn package(package: &PackageStamp) -> PackageRecord {
    PackageRecord {
        name: package.name.clone(),
        version: package.version.clone(),
        title: package.title.clone(),
        digest: package.digest.clone(),
    }
}
