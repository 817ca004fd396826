//! Lists of maps, item by item.

use crate::change::{Bearing, Segment, Step};
use crate::content::{Content, Scalar};
use crate::edition::identity;
use crate::shape::Shapes;

use super::section::BINDING;
use super::walk::Walk;

/// Lists whose order means something.
const ORDERED: [(&str, &str); 2] = [("ladder", "steps"), ("scorecard", "grades")];

type Named = (String, Content);

impl Walk<'_> {
    /// Lists of maps: item by item, each found by what tells it apart.
    pub(super) fn items(
        &mut self,
        holder: &str,
        key: &str,
        map: &str,
        old: Option<&Content>,
        new: Option<&Content>,
    ) {
        let (was, is) = (named(old, map), named(new, map));
        // More of what binds is stricter, and less of it looser.
        let come = match BINDING.contains(&self.section) {
            true => Bearing::Stricter,
            false => Bearing::Unclear,
        };
        for (id, item) in &was {
            self.path.push(Segment::Item(called(item, id)));
            match is.iter().find(|(other, _)| other == id) {
                Some((_, new)) if new != item => self.map(map, item, new),
                Some(_) => {}
                None => {
                    let step = match item.get("id") {
                        Some(_) => Step::Major,
                        None => Step::Minor,
                    };
                    self.note(map, Some(item), None, come.turned(), step);
                }
            }
            self.path.pop();
        }
        for (id, item) in is
            .iter()
            .filter(|(id, _)| !was.iter().any(|(w, _)| w == id))
        {
            self.path.push(Segment::Item(called(item, id)));
            self.note(map, None, Some(item), come, Step::Minor);
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
