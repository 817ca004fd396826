//! Every name to what it names.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_diagnostics::{Code, Note, Place};

use crate::atlas::Atlas;
use crate::decode::{Reference, SUGGEST_AT_MOST, Space, suggest};
use crate::duties::{Kind, items};
use crate::model::{DutyRef, File, Method};
use crate::places::Places;
use crate::subjects::UNITS;

/// What a package may leave for the plan to define: who acts, and for whom.
const LEFT_TO_PLANS: [Space; 6] = [
    Space::Unit,
    Space::Role,
    Space::Person,
    Space::Set,
    Space::Subject,
    Space::Issuer,
];

/// How names are checked.
pub(crate) struct Linking<'a> {
    pub(crate) defined: &'a Places,
    /// Names in `disable`, whose notes have a code of their own.
    pub(crate) disabled: BTreeSet<&'a Place>,
    /// Whether a package is checked, which does not know its townships.
    pub(crate) package: bool,
}

/// Notes every name that names nothing, or something of another sort.
pub(crate) fn names<'r>(
    references: impl Iterator<Item = &'r Reference>,
    linking: &Linking<'_>,
) -> Vec<Note> {
    let mut notes = Vec::new();
    for reference in references {
        if !is_defined(reference, linking.defined) {
            notes.extend(linking.note(reference, notes.len()));
        }
    }
    notes
}

/// Whether a name names something in one of the spaces that it may.
pub(crate) fn is_defined(reference: &Reference, defined: &Places) -> bool {
    let mut spaces = reference.spaces.iter();
    spaces.any(|space| knows(defined, *space, &reference.name))
}

fn knows(defined: &Places, space: Space, name: &str) -> bool {
    defined.get(space, name).is_some()
        || match space {
            Space::Set => name == UNITS,
            Space::Subject => knows(defined, Space::Unit, name),
            _ => false,
        }
}

impl Linking<'_> {
    fn knows(&self, space: Space, name: &str) -> bool {
        knows(self.defined, space, name)
    }

    fn note(&self, reference: &Reference, noted: usize) -> Option<Note> {
        let name = reference.name.as_str();
        let wanted = *reference.spaces.first()?;
        let note = |code| {
            Note::new(code)
                .at(reference.place.clone())
                .arg("name", name)
        };
        let near = |note| {
            let spaces = reference.spaces.iter().filter(|_| noted < SUGGEST_AT_MOST);
            suggest(note, name, spaces.flat_map(|space| self.names_in(*space)))
        };
        if self.disabled.contains(&reference.place) {
            return Some(near(note(Code::NothingToDisable)));
        }
        if wanted == Space::Clause {
            return Some(near(note(Code::ClauseUnknown)));
        }
        if let Some(found) = ALL.iter().find(|space| self.knows(**space, name)) {
            let note = note(Code::WrongKindOfName).term("space", wanted.term());
            return Some(near(note.term("found", found.term())));
        }
        if self.package && LEFT_TO_PLANS.contains(&wanted) {
            return None;
        }
        Some(near(note(Code::UnknownName).term("space", wanted.term())))
    }

    fn names_in(&self, space: Space) -> impl Iterator<Item = &str> {
        self.defined.of(space).map(|(name, _)| name)
    }
}

/// Spaces in which a name may have been defined by mistake.
const ALL: [Space; 10] = [
    Space::Unit,
    Space::Role,
    Space::Person,
    Space::Set,
    Space::Subject,
    Space::Duty,
    Space::Incident,
    Space::Chain,
    Space::Parameter,
    Space::Issuer,
];

/// Notes duties named where only some sorts of duties make sense, and names that are plain text: in what
/// is fresh. `below` may hold it too.
pub(crate) fn kinds(
    fresh: &File,
    below: &Sorts,
    atlas: &Atlas<'_>,
    scripts: &BTreeSet<&str>,
) -> Vec<Note> {
    let kinds = Kinds {
        fresh: items(fresh).map(|i| (i.id.name.as_str(), i.kind)).collect(),
        below,
    };
    let mut notes = sorts(fresh, &kinds);
    notes.extend(due_after(fresh, atlas, &kinds));
    notes.extend(steps(fresh, atlas));
    notes.extend(script_names(fresh, atlas, scripts));
    notes
}

/// The sort of each duty of the packages.
pub(crate) type Sorts = BTreeMap<String, Kind>;

/// The sort of each duty of some packages.
pub(crate) fn sorts_of(content: &File) -> Sorts {
    let items = items(content);
    items.map(|i| (i.id.name.to_string(), i.kind)).collect()
}

/// The sort of every duty.
struct Kinds<'c> {
    fresh: BTreeMap<&'c str, Kind>,
    below: &'c Sorts,
}

impl Kinds<'_> {
    fn get(&self, name: &str) -> Option<Kind> {
        self.fresh
            .get(name)
            .or_else(|| self.below.get(name))
            .copied()
    }

    /// The duties of one sort.
    fn of(&self, wanted: Kind) -> impl Iterator<Item = &str> {
        let fresh = self.fresh.iter().map(|(name, kind)| (*name, *kind));
        let below = self.below.iter().map(|(name, kind)| (name.as_str(), *kind));
        let all = fresh.chain(below).filter(move |(_, kind)| *kind == wanted);
        all.map(|(name, _)| name)
    }
}

/// Notes duties of another sort than their place asks for.
fn sorts(content: &File, kinds: &Kinds<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut want = |wanted: Kind, duties: &[DutyRef]| {
        for duty in duties {
            // A name that is not here at all is noted as unknown, or its definition is.
            if let Some(kind) = kinds.get(&duty.name).filter(|kind| *kind != wanted) {
                let note = Note::new(Code::WrongKindOfName)
                    .at(duty.place.clone())
                    .arg("name", duty.name.as_str())
                    .term("space", wanted.term())
                    .term("found", kind.term());
                notes.push(suggest(note, &duty.name, kinds.of(wanted)));
            }
        }
    };
    content.meetings.iter().for_each(|m| {
        let served: Vec<DutyRef> = m.serves_also.iter().map(|s| s.0.duty.clone()).collect();
        want(Kind::Meeting, &served);
    });
    content
        .tasks
        .iter()
        .for_each(|t| want(Kind::Task, &t.after));
    content
        .scorecards
        .iter()
        .for_each(|s| want(Kind::Veto, &s.vetoes));
    content
        .vetoes
        .iter()
        .for_each(|v| want(Kind::Rule, v.when.rule.as_slice()));
    for item in crate::duties::score_items(content) {
        if matches!(item.method, Method::Banded | Method::Threshold) {
            want(Kind::Indicator, &item.of);
        }
    }
    notes
}

/// The days that `due.after` may name besides tasks.
pub(crate) const START_POINTS: [&str; 2] = ["plan_issued", "plan_start"];

fn due_after(content: &File, atlas: &Atlas<'_>, kinds: &Kinds<'_>) -> Vec<Note> {
    let tasks = content.tasks.iter().map(|t| (&t.duty, &t.due));
    let documents = content.documents.iter().map(|d| (&d.duty, &d.due));
    let coverage = content.coverage.iter().map(|c| (&c.duty, &c.due));
    let mut notes = Vec::new();
    for (duty, due) in tasks.chain(documents).chain(coverage) {
        let Some(after) = due.get().and_then(|d| d.after.as_deref()) else {
            continue;
        };
        if START_POINTS.contains(&after) || kinds.get(after) == Some(Kind::Task) {
            continue;
        }
        let note = unknown(
            atlas.place(&duty.id.place, &["due", "after"]),
            after,
            "space-task",
        );
        let tasks = kinds.of(Kind::Task);
        notes.push(suggest(note, after, tasks.chain(START_POINTS)));
    }
    notes
}

fn steps(content: &File, atlas: &Atlas<'_>) -> Vec<Note> {
    let note = |ladder: &crate::model::Ladder| {
        let severe = ladder.trigger.severe_step.as_deref()?;
        let mut steps = ladder.steps.iter().map(|s| s.id.as_str());
        if steps.clone().any(|step| step == severe) {
            return None;
        }
        let place = atlas.place(&ladder.duty.id.place, &["trigger", "severe_step"]);
        Some(suggest(
            unknown(place, severe, "space-step"),
            severe,
            &mut steps,
        ))
    };
    content.ladders.iter().filter_map(note).collect()
}

fn script_names(content: &File, atlas: &Atlas<'_>, scripts: &BTreeSet<&str>) -> Vec<Note> {
    let note = |rule: &crate::model::Rule| {
        let script = rule
            .script
            .as_deref()
            .filter(|name| !scripts.contains(name))?;
        let place = atlas.place(&rule.duty.id.place, &["script"]);
        Some(suggest(
            unknown(place, script, "space-script"),
            script,
            scripts.iter().copied(),
        ))
    };
    content.rules.iter().filter_map(note).collect()
}

fn unknown(place: Place, name: &str, space: &'static str) -> Note {
    Note::new(Code::UnknownName)
        .at(place)
        .arg("name", name)
        .term("space", space)
}
