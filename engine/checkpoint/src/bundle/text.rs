//! A bundle as lines of JSON, each of which can be written in one way only.

use luoshi_diagnostics::Note;
use luoshi_package::Digest;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Audited, Head, Input, LedgerState, Part, Shared, Used};
use crate::hash::TreeHash;
use crate::note::bundle_form;

/// What the first line says it is.
const FORMAT: &str = "luoshi audit bundle v1";

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct HeadRecord {
    format: String,
    engine: String,
    as_of: String,
    lang: String,
    townships: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    shared: Option<SharedRecord>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SharedRecord {
    evidence: Vec<InputRecord>,
    mapping: Option<InputRecord>,
    plan: Vec<InputRecord>,
    packages: Vec<UsedRecord>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TownshipRecord {
    township: String,
    inputs: Vec<InputRecord>,
    packages: Vec<UsedRecord>,
    ledger: Option<LedgerRecord>,
    result: Value,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct InputRecord {
    path: String,
    part: String,
    digest: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct UsedRecord {
    name: String,
    version: String,
    digest: Option<String>,
    files: Vec<InputRecord>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LedgerRecord {
    size: u64,
    root: String,
}

/// The first line, with its end.
#[must_use]
pub fn write_head(head: &Head) -> String {
    line(&HeadRecord {
        format: FORMAT.to_owned(),
        engine: head.engine.clone(),
        as_of: head.as_of.to_string(),
        lang: head.lang.clone(),
        townships: head.townships,
        shared: head.shared.as_ref().map(shared_record),
    })
}

/// The line of a township, with its end.
#[must_use]
pub fn write_township(audited: &Audited) -> String {
    line(&TownshipRecord {
        township: audited.name.clone(),
        inputs: audited.inputs.iter().map(input_record).collect(),
        packages: audited.packages.iter().map(used_record).collect(),
        ledger: audited.ledger.as_ref().map(|ledger| LedgerRecord {
            size: ledger.size,
            root: ledger.root.to_string(),
        }),
        result: audited.result.clone(),
    })
}

/// Reads the first line, with its end. `called` is what messages call the bundle.
///
/// # Errors
/// `LS1050` if it is no such line.
pub fn read_head(text: &str, called: &str) -> Result<Head, Note> {
    let read = || {
        let record: HeadRecord = serde_json::from_str(text).ok()?;
        let head = Head {
            as_of: record.as_of.parse().ok()?,
            engine: record.engine,
            lang: record.lang,
            townships: record.townships,
            shared: match &record.shared {
                None => None,
                Some(record) => Some(shared(record)?),
            },
        };
        (write_head(&head) == text).then_some(head)
    };
    read().ok_or_else(|| bundle_form(called, 1))
}

/// Reads a line of a township, with its end; `number` is that of the line.
///
/// # Errors
/// `LS1050` if it is no such line.
pub fn read_township(text: &str, called: &str, number: u64) -> Result<Audited, Note> {
    let read = || {
        let record: TownshipRecord = serde_json::from_str(text).ok()?;
        let ledger = match record.ledger {
            None => None,
            Some(ledger) => Some(LedgerState {
                size: ledger.size,
                root: TreeHash::parse(&ledger.root)?,
            }),
        };
        let audited = Audited {
            name: record.township,
            inputs: record.inputs.iter().map(input).collect::<Option<_>>()?,
            packages: record.packages.iter().map(used).collect::<Option<_>>()?,
            ledger,
            result: record.result,
        };
        (write_township(&audited) == text).then_some(audited)
    };
    read().ok_or_else(|| bundle_form(called, number))
}

fn line(record: &impl Serialize) -> String {
    serde_json::to_string(record).unwrap_or_default() + "\n"
}

fn shared_record(shared: &Shared) -> SharedRecord {
    SharedRecord {
        evidence: shared.evidence.iter().map(input_record).collect(),
        mapping: shared.mapping.as_ref().map(input_record),
        plan: shared.plan.iter().map(input_record).collect(),
        packages: shared.packages.iter().map(used_record).collect(),
    }
}

fn shared(record: &SharedRecord) -> Option<Shared> {
    let mapping = match &record.mapping {
        None => None,
        Some(record) => Some(input(record)?),
    };
    Some(Shared {
        evidence: record.evidence.iter().map(input).collect::<Option<_>>()?,
        mapping,
        plan: record.plan.iter().map(input).collect::<Option<_>>()?,
        packages: record.packages.iter().map(used).collect::<Option<_>>()?,
    })
}

fn input_record(input: &Input) -> InputRecord {
    InputRecord {
        path: input.path.clone(),
        part: input.part.word().to_owned(),
        digest: input.digest.to_string(),
    }
}

fn used_record(used: &Used) -> UsedRecord {
    UsedRecord {
        name: used.name.clone(),
        version: used.version.clone(),
        digest: used.digest.map(|digest| digest.to_string()),
        files: used.files.iter().map(input_record).collect(),
    }
}

fn input(record: &InputRecord) -> Option<Input> {
    Some(Input {
        path: record.path.clone(),
        part: Part::of(&record.part)?,
        digest: Digest::parse(&record.digest)?,
    })
}

fn used(record: &UsedRecord) -> Option<Used> {
    let digest = match &record.digest {
        None => None,
        Some(text) => Some(Digest::parse(text)?),
    };
    Some(Used {
        name: record.name.clone(),
        version: record.version.clone(),
        digest,
        files: record.files.iter().map(input).collect::<Option<_>>()?,
    })
}
