//! `index.json`: version 1 of the format.

use std::collections::BTreeMap;

use jiff::civil::Date;
use luoshi_plan::Version;
use serde::{Deserialize, Serialize};

use super::{Index, Offer};
use crate::digest::Digest;
use crate::name::is_package_name;

const FORMAT: u64 = 1;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct IndexRecord {
    format: u64,
    registry: String,
    serial: u64,
    issued: Date,
    expires: Date,
    packages: Vec<OfferRecord>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct OfferRecord {
    name: String,
    version: String,
    digest: String,
    size: usize,
}

pub(super) fn write(index: &Index) -> Vec<u8> {
    let packages = index.packages.iter();
    let packages = packages.map(|((name, version), offer)| OfferRecord {
        name: name.clone(),
        version: version.to_string(),
        digest: offer.digest.to_string(),
        size: offer.size,
    });
    let record = IndexRecord {
        format: FORMAT,
        registry: index.registry.clone(),
        serial: index.serial,
        issued: index.issued,
        expires: index.expires,
        packages: packages.collect(),
    };
    let mut text = serde_json::to_vec_pretty(&record).expect("texts and numbers alone");
    text.push(b'\n');
    text
}

pub(super) fn read(bytes: &[u8]) -> Option<Index> {
    let record: IndexRecord = serde_json::from_slice(bytes).ok()?;
    let mut packages = BTreeMap::new();
    for offer in record.packages {
        let digest = Digest::parse(&offer.digest)?;
        let version = Version::parse(&offer.version)?;
        // A name is a folder too: one that leads elsewhere is none.
        if !is_package_name(&offer.name) {
            return None;
        }
        let size = offer.size;
        packages.insert((offer.name, version), Offer { digest, size });
    }
    let named = Index::new(&record.registry, record.issued)?;
    (record.format == FORMAT).then_some(Index {
        serial: record.serial,
        expires: record.expires,
        packages,
        ..named
    })
}
