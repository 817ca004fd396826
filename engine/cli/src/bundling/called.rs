//! What files are called in an audit, wherever they lie: by their paths inside the township or the package.

use std::path::Path;

use luoshi_diagnostics::{Arg, Note};
use luoshi_plan::PlanFile;

use crate::folder::shown;

/// Folders, and what stands for each of them.
#[derive(Debug)]
pub(super) struct Called {
    /// The longest first: an installed package lies inside the township.
    folders: Vec<(String, String)>,
    township: String,
}

impl Called {
    pub(super) fn of(township: &str, folder: &Path, packages: &[PlanFile]) -> Called {
        let mut folders = vec![(shown(folder), String::new())];
        for file in packages {
            let name = file.head.package_name.clone().unwrap_or_default();
            folders.push((file.name.clone(), name));
        }
        folders.sort_by_key(|(folder, _)| std::cmp::Reverse(folder.len()));
        Called {
            folders,
            township: township.to_owned(),
        }
    }

    /// A path as it is called; a text that is no path of these folders stays as it is.
    pub(super) fn name(&self, text: &str) -> String {
        let inside = |(folder, name): &(String, String)| {
            let rest = text.strip_prefix(folder.as_str())?;
            match (rest.strip_prefix('/'), name.is_empty()) {
                (Some(rest), true) => Some(rest.to_owned()),
                (Some(rest), false) => Some(format!("{name}/{rest}")),
                (None, true) if rest.is_empty() => Some(self.township.clone()),
                (None, false) if rest.is_empty() => Some(name.clone()),
                (None, _) => None,
            }
        };
        let found = self.folders.iter().find_map(inside);
        found.unwrap_or_else(|| text.to_owned())
    }

    /// The same for what a message says.
    pub(super) fn note(&self, note: &mut Note) {
        for (_, arg) in &mut note.args {
            match arg {
                Arg::Text(text) => *text = self.name(text),
                Arg::List(list) => list.iter_mut().for_each(|text| *text = self.name(text)),
                Arg::Number(_) | Arg::Term(_) => {}
            }
        }
    }
}
