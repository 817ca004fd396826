//! Two versions of a package to all that differs.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_diagnostics::{Code, Note, Sources};
use luoshi_plan::{PlanFile, Version};

use crate::bearing::{Seen, bearing};
use crate::change::{Bearing, Change, ChangeKind, Detail, Difference, Rename, Segment, Step};
use crate::content::{Content, Scalar, scalar};
use crate::edition::{Edition, Entry, identity, map_name};
use crate::files::file_changes;
use crate::parameter::{parameter_bearing, parameter_step};
use crate::shape::{Form, KeyShape, Shapes};
use crate::tree::version_place;

/// Compares two versions of a package. Layout, comments, the language of keys and words and the
/// order in which things are listed make no difference.
#[must_use]
pub fn diff(old: &PlanFile, new: &PlanFile, sources: &Sources) -> Difference {
    let (before, after) = (Edition::of(old), Edition::of(new));
    let keys: BTreeSet<_> = before.entries.keys().chain(after.entries.keys()).collect();
    let pair = Pair {
        old: &before,
        new: &after,
    };
    let mut changes: Vec<Change> = keys
        .into_iter()
        .filter_map(|key| pair.entry(&key.1, before.entries.get(key), after.entries.get(key)))
        .collect();
    changes.extend(file_changes(old, new, sources));
    let renames = renames(&before, &after);
    changes.sort_by_key(weight);
    Difference {
        package: new.head.package_name.clone().unwrap_or_default(),
        from: before.version(),
        to: after.version(),
        changes,
        renames,
        defaults: [defaults(old), defaults(new)],
    }
}

/// The note that the new version's number is less than its changes ask for.
#[must_use]
pub fn understated(difference: &Difference, new: &PlanFile) -> Option<Note> {
    if !difference.understated() {
        return None;
    }
    let text = |version: Option<Version>| version.map_or_else(String::new, |v| v.to_string());
    let mut note = Note::new(Code::VersionUnderstated)
        .arg("from", text(difference.from))
        .arg("to", text(difference.to))
        .arg("least", text(difference.least()))
        .arg("step", difference.step()?.word());
    note.place = version_place(new);
    Some(note)
}

/// The values of parameters unless a plan sets them.
fn defaults(file: &PlanFile) -> BTreeMap<String, String> {
    let all = file.head.parameters.iter();
    let given = all.filter_map(|p| Some((p.id.name.clone(), p.default.as_ref()?.text.clone())));
    given.collect()
}

/// Sections in which a duty, a sanction or what follows from one stands.
pub(crate) const BINDING: [&str; 13] = [
    "vetoes",
    "penalties",
    "ladders",
    "meetings",
    "activities",
    "tasks",
    "documents",
    "coverage",
    "rosters",
    "incidents",
    "each_needs",
    "rules",
    "chains",
];

/// Sections in the order of their weight; those that are not here come last.
const WEIGHT: [&str; 22] = [
    "package",
    "extends",
    "vetoes",
    "penalties",
    "ladders",
    "scorecards",
    "meetings",
    "activities",
    "tasks",
    "documents",
    "coverage",
    "rosters",
    "incidents",
    "each_needs",
    "rules",
    "plugins",
    "chains",
    "rewards",
    "indicators",
    "parameters",
    "set",
    "settings",
];

/// Keys that hold words for people and decide nothing.
const WORDING: [&str; 14] = [
    "name",
    "title",
    "heading",
    "summary",
    "question",
    "message",
    "reason",
    "unit",
    "deliverable",
    "basis",
    "publisher",
    "printed_by",
    "lies_in",
    "clauses",
];

/// Sections whose entries nothing else can name, so that a plan holds without them.
const UNNAMED: [&str; 9] = [
    "vocabulary",
    "settings",
    "layout",
    "set",
    "holders",
    "tailor",
    "disable",
    "period",
    "luoshi",
];

/// Maps that are said in one breath.
pub(crate) const PHRASES: [&str; 5] = ["cadence", "due", "decider", "headcount", "period"];

/// Lists whose order means something.
const ORDERED: [(&str, &str); 2] = [("ladder", "steps"), ("scorecard", "grades")];

/// The weightiest first: what binds before what only names; in each section the stricter first.
fn weight(change: &Change) -> (bool, usize, Bearing, ChangeKind, &'static str, String) {
    let section = WEIGHT.iter().position(|section| *section == change.section);
    (
        change.step == Step::Patch,
        section.unwrap_or(WEIGHT.len()),
        change.bearing,
        change.kind,
        change.section,
        change.id.clone(),
    )
}

struct Pair<'a> {
    old: &'a Edition<'a>,
    new: &'a Edition<'a>,
}

impl Pair<'_> {
    fn entry(&self, id: &str, old: Option<&Entry>, new: Option<&Entry>) -> Option<Change> {
        let shown = new.or(old)?;
        let mut change = Change {
            section: shown.section,
            id: id.to_owned(),
            name: shown.name().map(str::to_owned),
            kind: ChangeKind::Changed,
            bearing: Bearing::Neither,
            step: Step::Patch,
            details: Vec::new(),
            lines: None,
        };
        match (old, new) {
            (None, Some(entry)) => {
                change.kind = ChangeKind::Added;
                change.bearing = self.whole(self.new, entry);
                change.step = Step::Minor;
            }
            (Some(entry), None) => {
                change.kind = ChangeKind::Removed;
                change.bearing = self.whole(self.old, entry).turned();
                change.step = match UNNAMED.contains(&entry.section) {
                    true => Step::Minor,
                    false => Step::Major,
                };
            }
            (Some(old), Some(new)) if old.content == new.content => return None,
            (Some(old), Some(new)) => {
                change.details = self.details(old, new);
                let first = change.details.first()?;
                let bearings = change.details.iter().map(|d| d.bearing);
                change.bearing = bearings.fold(Bearing::Neither, Bearing::with);
                let steps = change.details.iter().map(|d| d.step);
                change.step = steps.min().unwrap_or(first.step);
            }
            (None, None) => return None,
        }
        Some(change)
    }

    /// What it means to add a thing: nothing, while the parameter that switches it on is off.
    fn whole(&self, edition: &Edition<'_>, entry: &Entry) -> Bearing {
        if !BINDING.contains(&entry.section) {
            return match entry.section {
                "scorecards" | "plugins" | "rewards" => Bearing::Unclear,
                _ => Bearing::Neither,
            };
        }
        let off = match entry.content.get("active") {
            Some(Content::Word { en, .. }) => en == "false",
            Some(Content::Parameter(name)) => {
                let parameter = edition.parameter(name);
                parameter.is_none_or(|p| {
                    let default = p.default.as_ref().map(|raw| raw.text.as_str());
                    matches!(default, None | Some("false" | "否"))
                })
            }
            _ => false,
        };
        if off {
            Bearing::Neither
        } else {
            Bearing::Stricter
        }
    }

    fn details(&self, old: &Entry, new: &Entry) -> Vec<Detail> {
        let mut walk = Walk {
            pair: self,
            section: old.section,
            path: Vec::new(),
            found: Vec::new(),
        };
        match old.map.as_str() {
            "" => walk.value("", &Form::Text, Some(&old.content), Some(&new.content)),
            map => walk.map(map, &old.content, &new.content),
        }
        let mut details = walk.found;
        if old.section == "parameters" {
            let (was, is) = (self.old, self.new);
            for detail in &mut details {
                detail.bearing = parameter_bearing(detail, was, is, &old.content);
                detail.step = parameter_step(detail, &new.content, detail.bearing);
            }
        }
        details
    }
}

/// A walk through two trees of one form.
struct Walk<'p> {
    pair: &'p Pair<'p>,
    section: &'static str,
    path: Vec<Segment>,
    found: Vec<Detail>,
}

impl Walk<'_> {
    fn map(&mut self, map: &str, old: &Content, new: &Content) {
        let shape = Shapes::get().map(map);
        for key in &shape.keys {
            // The version is what all the rest leads to.
            if (map, key.key.as_str()) == ("package", "version") {
                continue;
            }
            let (old, new) = (given(key, old), given(key, new));
            if old != new {
                self.path.push(Segment::Key(key.key.clone()));
                self.key(map, key, old.as_ref(), new.as_ref());
                self.path.pop();
            }
        }
    }

    fn key(&mut self, map: &str, key: &KeyShape, old: Option<&Content>, new: Option<&Content>) {
        match (&key.form, old, new) {
            (Form::Map(name), Some(Content::Map(_)), Some(Content::Map(_)))
                if !PHRASES.contains(&name.as_str()) =>
            {
                let (Some(old), Some(new)) = (old, new) else {
                    return;
                };
                self.map(name, old, new);
            }
            (Form::List(item), ..) if !map_name(item).is_empty() => {
                self.items(map, &key.key, &map_name(item), old, new);
            }
            (form, ..) => self.value_of(map, &key.key, form, old, new),
        }
    }

    fn value(&mut self, map: &str, form: &Form, old: Option<&Content>, new: Option<&Content>) {
        self.value_of(map, "", form, old, new);
    }

    fn value_of(
        &mut self,
        map: &str,
        key: &str,
        form: &Form,
        old: Option<&Content>,
        new: Option<&Content>,
    ) {
        let is_list = matches!(form, Form::List(_));
        if is_list && same_names(old, new) {
            return;
        }
        let (was, is) = (self.seen(self.pair.old, old), self.seen(self.pair.new, new));
        let binding = BINDING.contains(&self.section) || self.section == "settings";
        let wording = WORDING.contains(&key);
        let bearing = match (wording, binding) {
            (true, _) => Bearing::Neither,
            (false, true) => bearing(map, key, was, is),
            (false, false)
                if matches!(self.section, "scorecards" | "plugins" | "rewards" | "set") =>
            {
                Bearing::Unclear
            }
            (false, false) => Bearing::Neither,
        };
        let tight = key == "optional" && bearing == Bearing::Stricter && binding;
        let step = match (key, self.section) {
            _ if tight => Step::Major,
            ("package", _) | ("name", "package") => Step::Major,
            ("planning", _) if new.is_none() => Step::Major,
            _ if wording => Step::Patch,
            _ => Step::Minor,
        };
        self.note(&map_name(form), old, new, bearing, step);
    }

    fn seen<'s>(&self, edition: &'s Edition<'s>, content: Option<&'s Content>) -> Seen<'s> {
        Seen { edition, content }
    }

    fn note(
        &mut self,
        map: &str,
        old: Option<&Content>,
        new: Option<&Content>,
        bearing: Bearing,
        step: Step,
    ) {
        self.found.push(Detail {
            path: self.path.clone(),
            map: map.to_owned(),
            old: old.cloned(),
            new: new.cloned(),
            bearing,
            step,
        });
    }

    /// Lists of maps: item by item, each found by what tells it apart.
    fn items(
        &mut self,
        holder: &str,
        key: &str,
        map: &str,
        old: Option<&Content>,
        new: Option<&Content>,
    ) {
        let (was, is) = (named(old, map), named(new, map));
        let binding = BINDING.contains(&self.section);
        for (id, item) in &was {
            self.path.push(Segment::Item(called(item, id)));
            match is.iter().find(|(other, _)| other == id) {
                Some((_, new)) if new != item => self.map(map, item, new),
                Some(_) => {}
                None => {
                    let bearing = if binding {
                        Bearing::Looser
                    } else {
                        Bearing::Unclear
                    };
                    let step = match item.get("id") {
                        Some(_) => Step::Major,
                        None => Step::Minor,
                    };
                    self.note(map, Some(item), None, bearing, step);
                }
            }
            self.path.pop();
        }
        for (id, item) in is
            .iter()
            .filter(|(id, _)| !was.iter().any(|(w, _)| w == id))
        {
            self.path.push(Segment::Item(called(item, id)));
            let bearing = if binding {
                Bearing::Stricter
            } else {
                Bearing::Unclear
            };
            self.note(map, None, Some(item), bearing, Step::Minor);
            self.path.pop();
        }
        self.order(holder, key, &was, &is);
    }

    /// Notes that items that both have come in another order, where that means something.
    fn order(&mut self, holder: &str, key: &str, was: &[Named], is: &[Named]) {
        if !ORDERED.contains(&(holder, key)) {
            return;
        }
        let ids = |these: &[Named], those: &[Named]| -> Vec<Content> {
            let both = these
                .iter()
                .filter(|(id, _)| those.iter().any(|(other, _)| other == id));
            both.map(|(id, item)| Content::Scalar(Scalar::plain(&called(item, id))))
                .collect()
        };
        let (was, is) = (ids(was, is), ids(is, was));
        if was != is {
            let (was, is) = (Content::List(was), Content::List(is));
            self.note("", Some(&was), Some(&is), Bearing::Unclear, Step::Minor);
        }
    }
}

type Named = (String, Content);

/// The items of a list by what tells them apart, or else by their position.
fn named(list: Option<&Content>, map: &str) -> Vec<Named> {
    let shape = Shapes::get().map(map);
    let mut named: Vec<Named> = Vec::new();
    for item in list.map(Content::items).unwrap_or_default() {
        let id = identity(item, shape).unwrap_or_default();
        let again = named
            .iter()
            .filter(|(n, _)| n.split('#').next() == Some(&id))
            .count();
        let id = match (again, id.is_empty()) {
            (0, false) => id,
            (again, _) => format!("{id}#{}", again + 1),
        };
        named.push((id, item.clone()));
    }
    named
}

/// The name of an item for people, with its id.
fn called(item: &Content, id: &str) -> String {
    match item.get("name").and_then(Content::text) {
        Some(name) if name != id => format!("{name}（{id}）"),
        _ => id.to_owned(),
    }
}

/// The value of a key, or what holds where it is missing.
fn given(key: &KeyShape, map: &Content) -> Option<Content> {
    let default = || key.default.as_ref().map(|text| scalar(text, &key.form));
    map.get(&key.key).cloned().or_else(default)
}

/// Whether two lists hold the same, in whatever order.
fn same_names(old: Option<&Content>, new: Option<&Content>) -> bool {
    let items =
        |content: Option<&Content>| content.map(Content::items).unwrap_or_default().to_vec();
    let (old, new) = (items(old), items(new));
    old.iter().all(|item| new.contains(item)) && new.iter().all(|item| old.contains(item))
}

/// What went out under one id and came in under another, and says the same but for its name.
fn renames(old: &Edition<'_>, new: &Edition<'_>) -> Vec<Rename> {
    let gone = old
        .entries
        .iter()
        .filter(|(key, _)| !new.entries.contains_key(*key));
    let mut renames = Vec::new();
    for ((at, id), entry) in gone {
        let mut come = new.entries.iter().filter(|(key, other)| {
            key.0 == *at && !old.entries.contains_key(*key) && alike(&entry.content, &other.content)
        });
        // Two that fit are none: either could be meant.
        if let (Some(((_, to), _)), None) = (come.next(), come.next()) {
            renames.push(Rename {
                section: entry.section,
                from: id.clone(),
                to: to.clone(),
            });
        }
    }
    renames
}

fn alike(old: &Content, new: &Content) -> bool {
    let rest = |content: &Content| match content {
        Content::Map(entries) => {
            let kept = entries
                .iter()
                .filter(|(key, _)| key != "id" && key != "name");
            kept.cloned().collect()
        }
        _ => Vec::new(),
    };
    let (old, new) = (rest(old), rest(new));
    // Units and words that say nothing but their name would all be alike.
    !old.is_empty() && old == new
}
