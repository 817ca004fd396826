//! The YAML of a lock.

use std::collections::BTreeSet;

use luoshi_plan::{Version, VersionRange};
use serde::{Deserialize, Serialize};

use super::{Downgrade, Locked};
use crate::digest::Digest;
use crate::manifest::Extended;
use crate::name::is_package_name;

/// Version of the form of this file.
const FORM: u64 = 1;

/// What the file is, for whoever opens it.
const HEADING: &str = "\
# 本方案所用政策包的版本和校验值，由「luoshi package」写，请随方案一起保存，不要手改。
# Versions and digests of this plan's packages; written by `luoshi package`, kept with the plan, not edited.
";

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LockRecord {
    lock: u64,
    packages: Vec<LockedRecord>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LockedRecord {
    name: String,
    version: String,
    digest: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    signed_by: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    extends: Vec<ExtendedRecord>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    downgrade: Option<DowngradeRecord>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ExtendedRecord {
    package: String,
    version: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct DowngradeRecord {
    from: String,
    reason: String,
}

/// The file for these packages.
pub(super) fn write(packages: &[Locked]) -> String {
    let record = LockRecord {
        lock: FORM,
        packages: packages.iter().map(LockedRecord::of).collect(),
    };
    let text = serde_yaml::to_string(&record).expect("texts and numbers alone");
    format!("{HEADING}{text}")
}

/// The packages of a file, or what is wrong with it.
pub(super) fn read(text: &str) -> Result<Vec<Locked>, String> {
    let record: LockRecord = serde_yaml::from_str(text).map_err(|error| error.to_string())?;
    if record.lock != FORM {
        return Err(format!("lock: {}", record.lock));
    }
    let packages = record.packages.into_iter().map(LockedRecord::locked);
    let packages: Vec<Locked> = packages.collect::<Result<_, String>>()?;
    let mut names = BTreeSet::new();
    match packages.iter().find(|locked| !names.insert(&locked.name)) {
        Some(again) => Err(format!("name: {}", again.name)),
        None => Ok(packages),
    }
}

impl LockedRecord {
    fn of(locked: &Locked) -> LockedRecord {
        let extends = locked.extends.iter().map(|extended| ExtendedRecord {
            package: extended.name.clone(),
            version: extended.range.to_string(),
        });
        let downgrade = locked.downgrade.as_ref().map(|downgrade| DowngradeRecord {
            from: downgrade.from.to_string(),
            reason: downgrade.reason.clone(),
        });
        LockedRecord {
            name: locked.name.clone(),
            version: locked.version.to_string(),
            digest: locked.digest.to_string(),
            signed_by: locked.signed_by.clone(),
            extends: extends.collect(),
            downgrade,
        }
    }

    fn locked(self) -> Result<Locked, String> {
        let named = is_package_name(&self.name);
        let digest = Digest::parse(&self.digest);
        let extends = self.extends.into_iter().map(|extended| {
            let range = VersionRange::parse(&extended.version);
            let range = range.ok_or_else(|| wrong("version", &extended.version))?;
            let name = extended.package;
            Ok(Extended { name, range })
        });
        let downgrade = self.downgrade.map(|downgrade| {
            let from = version(&downgrade.from)?;
            let reason = downgrade.reason;
            Ok::<_, String>(Downgrade { from, reason })
        });
        Ok(Locked {
            version: version(&self.version)?,
            digest: digest.ok_or_else(|| wrong("digest", &self.digest))?,
            signed_by: self.signed_by,
            extends: extends.collect::<Result<_, String>>()?,
            downgrade: downgrade.transpose()?,
            name: named
                .then_some(self.name.clone())
                .ok_or_else(|| wrong("name", &self.name))?,
        })
    }
}

fn version(text: &str) -> Result<Version, String> {
    Version::parse(text).ok_or_else(|| wrong("version", text))
}

fn wrong(key: &str, value: &str) -> String {
    format!("{key}: {value}")
}
