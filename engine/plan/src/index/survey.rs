//! Every scalar of a tree with the map, the section and the thing that it stands in.

use std::collections::BTreeMap;

use luoshi_diagnostics::{Place, Sources};

use super::expression::calls;
use super::{Use, scalar};
use crate::atlas::entry;
use crate::decode::Space;
use crate::keys::english;
use crate::schema::NAMES_IN_TEXT;
use crate::substitute::{PLAIN, used};
use crate::yaml::{Node, NodeKind};

/// What stands around a scalar.
#[derive(Clone, Copy)]
pub(super) struct Around<'t> {
    /// The innermost map that holds it.
    map: &'t Node,
    /// The key of the section, as the author wrote it.
    pub(super) section: &'t str,
    /// The identifier of the innermost thing that has one.
    pub(super) owner: Option<&'t str>,
}

impl<'t> Around<'t> {
    /// The text of a key of the map.
    pub(super) fn text(&self, key: &str) -> Option<String> {
        entry(self.map, key).and_then(scalar).map(str::to_owned)
    }
}

/// The scalars of some trees, and the names that they hold without being names.
pub(super) struct Survey<'t> {
    around: BTreeMap<&'t Place, Around<'t>>,
    sources: &'t Sources,
    /// Parameters, and names in expressions.
    pub(super) uses: Vec<Use>,
    /// Plain texts that may be names.
    pub(super) texts: Vec<Use>,
}

impl<'t> Survey<'t> {
    pub(super) fn of(trees: &'t [Node], sources: &'t Sources) -> Self {
        let mut survey = Survey {
            around: BTreeMap::new(),
            sources,
            uses: Vec::new(),
            texts: Vec::new(),
        };
        for tree in trees {
            if let NodeKind::Map(sections) = &tree.kind {
                for (key, value) in sections {
                    let around = Around {
                        map: tree,
                        section: &key.text,
                        owner: None,
                    };
                    survey.value([&key.text, ""], value, around);
                }
            }
        }
        survey
    }

    /// What stands around a scalar at this place.
    pub(super) fn around(&self, place: &Place) -> Option<Around<'t>> {
        self.around.get(place).copied()
    }

    /// `keys` are the key that leads to the value, and the one above it.
    fn value(&mut self, keys: [&'t str; 2], node: &'t Node, around: Around<'t>) {
        match &node.kind {
            NodeKind::Map(entries) => {
                let ids = ["id", "duty", "staff"];
                let id = ids.iter().find_map(|key| entry(node, key).and_then(scalar));
                let around = Around {
                    map: node,
                    owner: id.or(around.owner),
                    ..around
                };
                for (key, value) in entries {
                    self.value([&key.text, keys[0]], value, around);
                }
            }
            NodeKind::List(items) => {
                items.iter().for_each(|item| self.value(keys, item, around));
            }
            NodeKind::Scalar { text, .. } => {
                self.around.insert(&node.place, around);
                self.text(keys, node, text, around);
            }
            NodeKind::Undecided(_) => {}
        }
    }

    /// Names inside a scalar.
    fn text(&mut self, keys: [&str; 2], node: &Node, text: &str, around: Around<'t>) {
        let owner = around.owner.map(str::to_owned);
        let [key, above] = keys.map(|key| english(key).unwrap_or(key));
        if let Some(name) = used(text).filter(|_| !PLAIN.contains(&around.section)) {
            self.uses.push(Use {
                spaces: &[Space::Parameter],
                name: name.to_owned(),
                place: inner(self.sources, &node.place, name),
                owner,
            });
        } else if key == "holds" {
            let written = written(self.sources, &node.place);
            for call in calls(written) {
                let found = call.used(node.place.file, node.place.start);
                self.uses.push(Use {
                    owner: owner.clone(),
                    ..found
                });
            }
        } else if let Some(spaces) = names_in_text(key, above) {
            self.texts.push(Use {
                spaces,
                name: text.to_owned(),
                place: inner(self.sources, &node.place, text),
                owner,
            });
        }
    }
}

/// What a plain text under these keys may name.
fn names_in_text(key: &str, above: &str) -> Option<&'static [Space]> {
    let map = match above {
        "each" | "needs" => "record_filter",
        above => above,
    };
    let found = NAMES_IN_TEXT
        .iter()
        .find(|(m, k, _)| (*m, *k) == (map, key));
    found.map(|(_, _, spaces)| *spaces)
}

/// The part of a scalar's place that is the name itself: without quotes, without `${` and `}`.
pub(super) fn inner(sources: &Sources, place: &Place, name: &str) -> Place {
    let found = written(sources, place).find(name);
    match found.filter(|_| !name.is_empty()) {
        Some(at) => Place {
            file: place.file,
            start: place.start + at,
            end: place.start + at + name.len(),
        },
        None => place.clone(),
    }
}

fn written<'s>(sources: &'s Sources, place: &Place) -> &'s str {
    let text = sources.text(place.file);
    text.get(place.start..place.end).unwrap_or("")
}
