//! A walk through two trees of one form, and what each value that differs means.

use crate::bearing::{Seen, bearing};
use crate::change::{Bearing, Detail, Segment, Step};
use crate::content::{Content, scalar};
use crate::edition::{Edition, Entry, map_name};
use crate::shape::{Form, KeyShape, Shapes};

use super::entry::Pair;
use super::section::BINDING;

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

/// Maps that are said in one breath.
const PHRASES: [&str; 5] = ["cadence", "due", "decider", "headcount", "period"];

/// A walk through two trees of one form.
pub(super) struct Walk<'p> {
    pair: &'p Pair<'p>,
    pub(super) section: &'static str,
    pub(super) path: Vec<Segment>,
    found: Vec<Detail>,
}

impl<'p> Walk<'p> {
    /// All that differs in a thing.
    pub(super) fn details(pair: &'p Pair<'p>, old: &Entry, new: &Entry) -> Vec<Detail> {
        let mut walk = Walk {
            pair,
            section: old.section,
            path: Vec::new(),
            found: Vec::new(),
        };
        match old.map.as_str() {
            "" => walk.value("", "", &Form::Text, Some(&old.content), Some(&new.content)),
            map => walk.map(map, &old.content, &new.content),
        }
        walk.found
    }

    pub(super) fn map(&mut self, map: &str, old: &Content, new: &Content) {
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
            (form, ..) => self.value(map, &key.key, form, old, new),
        }
    }

    fn value(
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
        let bearing = self.bearing(map, key, was, is);
        let step = self.step(key, bearing, new.is_none());
        self.note(&map_name(form), old, new, bearing, step);
    }

    /// What it means that the value of a key changed.
    fn bearing(&self, map: &str, key: &str, was: Seen<'_>, is: Seen<'_>) -> Bearing {
        let binding = self.binds();
        match (WORDING.contains(&key), binding) {
            (true, _) => Bearing::Neither,
            (false, true) => bearing(map, key, was, is),
            (false, false)
                if matches!(self.section, "scorecards" | "plugins" | "rewards" | "set") =>
            {
                Bearing::Unclear
            }
            (false, false) => Bearing::Neither,
        }
    }

    /// What it asks of the version number.
    fn step(&self, key: &str, bearing: Bearing, gone: bool) -> Step {
        let tight = key == "optional" && bearing == Bearing::Stricter && self.binds();
        match (key, self.section) {
            _ if tight => Step::Major,
            ("package", _) | ("name", "package") => Step::Major,
            ("planning", _) if gone => Step::Major,
            _ if WORDING.contains(&key) => Step::Patch,
            _ => Step::Minor,
        }
    }

    /// Whether what stands here binds somebody.
    fn binds(&self) -> bool {
        BINDING.contains(&self.section) || self.section == "settings"
    }

    fn seen<'s>(&self, edition: &'s Edition<'s>, content: Option<&'s Content>) -> Seen<'s> {
        Seen { edition, content }
    }

    pub(super) fn note(
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
