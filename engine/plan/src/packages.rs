//! The packages under a plan, each once, the most general first.

use luoshi_diagnostics::{Code, Note};

use crate::atlas::Atlas;
use crate::decode::suggest;
use crate::model::Extend;
use crate::parse::PlanFile;
use crate::version::Version;

/// The folders that take part, in the order in which they are laid on each other.
pub(crate) struct Ordered<'p> {
    /// The packages under the folder, which is laid last.
    pub(crate) below: Vec<&'p PlanFile>,
    /// Whether nothing that is extended is missing, so that every name can be known.
    pub(crate) complete: bool,
    /// Missing packages, wrong versions, circles.
    pub(crate) notes: Vec<Note>,
}

/// Finds everything that `file` extends, directly or not.
pub(crate) fn in_order<'a, 'p: 'a>(file: &'a PlanFile, packages: &'p [PlanFile]) -> Ordered<'p> {
    let mut search = Search {
        packages,
        path: Vec::new(),
        ordered: Ordered {
            below: Vec::new(),
            complete: true,
            notes: Vec::new(),
        },
    };
    search.visit(file);
    search.ordered
}

struct Search<'a, 'p> {
    packages: &'p [PlanFile],
    /// The names of the packages between the folder itself and the one visited.
    path: Vec<&'a str>,
    ordered: Ordered<'p>,
}

impl<'a, 'p: 'a> Search<'a, 'p> {
    fn visit(&mut self, file: &'a PlanFile) {
        let name = file.head.package_name.as_deref().unwrap_or("");
        self.path.push(name);
        for extend in &file.head.extends {
            self.extend(file, extend);
        }
        self.path.pop();
        self.ordered.complete &= !file.gaps;
    }

    fn extend(&mut self, by: &'a PlanFile, extend: &'a Extend) {
        let name = extend.package.name.as_str();
        let place = extend.package.place.clone();
        if let Some(start) = self.path.iter().position(|n| *n == name) {
            let circle: Vec<&str> = self.path[start..].iter().copied().chain([name]).collect();
            let note = Note::new(Code::ExtendsCycle).at(place);
            self.ordered
                .notes
                .push(note.arg("cycle", circle.join(" → ")));
            return;
        }
        let offered = self
            .packages
            .iter()
            .filter(|p| p.head.package_name.as_deref() == Some(name));
        let Some(best) = offered.max_by_key(|p| (fits(p, extend), version(p))) else {
            self.ordered.complete = false;
            let names = self
                .packages
                .iter()
                .filter_map(|p| p.head.package_name.as_deref());
            let note = Note::new(Code::UnknownPackage).at(place).arg("name", name);
            self.ordered.notes.push(suggest(note, name, names));
            return;
        };
        if !fits(best, extend) {
            let place = Atlas::new(&by.trees).place(&place, &["version"]);
            let found = version(best).map_or_else(String::new, |v| v.to_string());
            let note = Note::new(Code::PackageVersion).at(place).arg("name", name);
            self.ordered.notes.push(
                note.arg("wanted", extend.version.as_str())
                    .arg("found", found),
            );
        }
        let known = |p: &&PlanFile| p.head.package_name.as_deref() == Some(name);
        if !self.ordered.below.iter().any(known) {
            self.visit(best);
            self.ordered.below.push(best);
        }
    }
}

fn version(package: &PlanFile) -> Option<Version> {
    package.head.package.as_ref().map(|p| p.version)
}

/// A package whose header cannot be read is taken: its header has notes of its own.
fn fits(package: &PlanFile, extend: &Extend) -> bool {
    version(package).is_none_or(|v| extend.version.includes(v))
}
