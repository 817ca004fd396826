//! The numbers and bases that plans are held against: data, each with the day from which it applies.
//!
//! `limits.yaml` of luoshi comes first. A package, a plan or a file named for the run may set
//! entries of its own; an entry replaces all entries of its id that came before.

mod entry;

use std::collections::BTreeMap;

use jiff::civil::Date;
use luoshi_diagnostics::{Code, FileId, Note, Place, Sources, Staged, nearest};
use luoshi_plan::{Decimal, Plan, PlanFile, read_tree};

pub use entry::{Basis, Limit, Strength};

/// The limits that come with luoshi.
const OWN: &str = include_str!("../limits.yaml");

/// Every limit by its id, in the order of the days from which they apply.
#[derive(Debug, Clone, Default)]
pub struct Limits {
    entries: BTreeMap<String, Vec<Limit>>,
}

impl Limits {
    /// The limits that come with luoshi, without those of anyone else.
    #[must_use]
    pub fn own() -> Limits {
        let mut limits = Limits::default();
        // The file is embedded and a test reads it: there is nobody to tell of a mistake in it.
        limits.lay(&mut read(FileId(u32::MAX), OWN).1, None);
        limits
    }

    /// Luoshi's own, then those of the packages of a plan, of the plan, and of one further file.
    #[must_use]
    pub fn of(
        plan: &Plan,
        file: &PlanFile,
        packages: &[PlanFile],
        further: Option<FileId>,
        sources: &Sources,
    ) -> Staged<Limits> {
        let mut limits = Limits::own();
        let mut notes = Vec::new();
        let named = |name: &str| {
            packages
                .iter()
                .find(|p| p.head.package_name.as_deref() == Some(name))
        };
        let below = plan
            .packages
            .iter()
            .filter_map(|package| named(&package.name));
        let files = below.filter_map(|package| package.limits);
        for id in files.chain(file.limits).chain(further) {
            let (found, mut entries) = read(id, sources.text(id));
            notes.extend(found);
            limits.lay(&mut entries, Some(&mut notes));
        }
        Staged::new(limits, notes)
    }

    /// The entry of an id that is in force on a day.
    #[must_use]
    pub fn on(&self, id: &str, day: Date) -> Option<&Limit> {
        self.entries
            .get(id)?
            .iter()
            .rev()
            .find(|limit| limit.holds_on(day))
    }

    /// Every entry, by id and day.
    pub fn all(&self) -> impl Iterator<Item = &Limit> {
        self.entries.values().flatten()
    }

    /// Lays entries over those that are there. An id that nothing asks for is a slip.
    fn lay(&mut self, entries: &mut Vec<(Place, Limit)>, mut notes: Option<&mut Vec<Note>>) {
        let mut laid: BTreeMap<String, Vec<Limit>> = BTreeMap::new();
        for (place, limit) in entries.drain(..) {
            if let Some(notes) = notes.as_deref_mut()
                && !self.entries.contains_key(&limit.id)
            {
                notes.push(self.unknown(&limit.id, place));
                continue;
            }
            laid.entry(limit.id.clone()).or_default().push(limit);
        }
        for entries in laid.values_mut() {
            entries.sort_by_key(|limit| limit.from);
        }
        self.entries.append(&mut laid);
    }

    fn unknown(&self, id: &str, place: Place) -> Note {
        let near = nearest(id, self.entries.keys().map(String::as_str));
        let note = Note::new(Code::UnknownLimit).at(place).arg("name", id);
        note.arg("near", near.unwrap_or("none"))
    }
}

impl Limit {
    /// Whether it applies on a day.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// The value as a whole number, what is beyond the point left out; `None` without a value.
    #[must_use]
    pub fn whole(&self) -> Option<i64> {
        self.value.map(|Decimal(hundredths)| hundredths / 100)
    }
}

fn read(file: FileId, text: &str) -> (Vec<Note>, Vec<(Place, Limit)>) {
    let (tree, mut notes) = read_tree(file, text);
    let entries = tree.map(|tree| entry::entries(&tree, &mut notes));
    (notes, entries.unwrap_or_default())
}
