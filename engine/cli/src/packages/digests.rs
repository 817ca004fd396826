//! By which bytes of its packages a plan was judged.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use luoshi_package::{digest_of, read_directory};
use luoshi_plan::PlanFile;
use luoshi_rules::Assessment;

/// Digests of packages by the folder in which each lies: many townships share them.
#[derive(Debug, Default)]
pub struct Digests(Mutex<BTreeMap<String, Option<String>>>);

impl Digests {
    /// Writes beside each package of what was judged the digest of the archive that its files make.
    pub fn stamp(&self, assessment: &mut Assessment, packages: &[PlanFile]) {
        for stamp in &mut assessment.plan.packages {
            let is_it = |file: &&PlanFile| {
                let version = file.head.package.as_ref().map(|p| p.version.to_string());
                file.head.package_name.as_ref() == Some(&stamp.name)
                    && version.as_ref() == Some(&stamp.version)
            };
            let file = packages.iter().find(is_it);
            stamp.digest = file.and_then(|file| self.of(&file.name));
        }
    }

    fn of(&self, folder: &str) -> Option<String> {
        let known = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(digest) = known().get(folder) {
            return digest.clone();
        }
        // Two threads may read one package at the same time: better than to wait for one another.
        let files = read_directory(Path::new(folder)).0;
        let digest = files.and_then(|files| digest_of(&files).ok());
        let digest = digest.map(|digest| digest.to_string());
        known().insert(folder.to_owned(), digest.clone());
        digest
    }
}
