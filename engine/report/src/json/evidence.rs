//! What the evidence was; waivers.

use luoshi_rules::{EvidenceSummary, WaiverFlaw, WaiverSummary};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct EvidenceRecord {
    records: u32,
    kinds: Vec<KindRecord>,
    unseen: u32,
    superseded: u32,
    withdrawn: u32,
    backfilled: u32,
    irrelevant: Vec<AsideRecord>,
    unused: Vec<AsideRecord>,
    simulated: Option<String>,
}

#[derive(Serialize)]
struct KindRecord {
    kind: &'static str,
    count: u32,
}

#[derive(Serialize)]
struct AsideRecord {
    id: String,
    why: &'static str,
}

/// A waiver.
#[derive(Serialize)]
pub(super) struct WaiverRecord {
    record: String,
    duty: String,
    subject: Option<String>,
    from: String,
    until: Option<String>,
    granted_by: String,
    reason: Option<String>,
    expired: bool,
    effective: bool,
    flaws: Vec<&'static str>,
    covers: u32,
}

pub(super) fn record(evidence: &EvidenceSummary) -> EvidenceRecord {
    let kind = |(kind, count): &(&'static str, u32)| KindRecord {
        kind,
        count: *count,
    };
    let aside = |id: &String, why| AsideRecord {
        id: id.clone(),
        why,
    };
    let irrelevant = evidence.irrelevant.iter();
    let unused = evidence.unused.iter();
    EvidenceRecord {
        records: evidence.records,
        kinds: evidence.kinds.iter().map(kind).collect(),
        unseen: evidence.unseen,
        superseded: evidence.superseded,
        withdrawn: evidence.withdrawn,
        backfilled: evidence.backfilled,
        irrelevant: irrelevant.map(|(id, why)| aside(id, why.word())).collect(),
        unused: unused.map(|(id, why)| aside(id, why.word())).collect(),
        simulated: evidence.simulated.clone(),
    }
}

pub(super) fn waiver(waiver: &WaiverSummary) -> WaiverRecord {
    WaiverRecord {
        record: waiver.record.clone(),
        duty: waiver.duty.clone(),
        subject: waiver.subject.clone(),
        from: waiver.from.to_string(),
        until: waiver.until.map(|d| d.to_string()),
        granted_by: waiver.granted_by.clone(),
        reason: waiver.reason.clone(),
        expired: waiver.expired,
        effective: waiver.flaws.is_empty(),
        flaws: waiver.flaws.iter().map(WaiverFlaw::word).collect(),
        covers: waiver.covers,
    }
}
