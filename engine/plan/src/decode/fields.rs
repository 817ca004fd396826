//! The entries of one map while its keys are being taken.

use luoshi_diagnostics::{Code, Note};
use smallvec::SmallVec;

use super::taken::Taken;
use super::{Cx, Decode, SUGGEST_AT_MOST, full_width_colon, missing_key, suggest};
use crate::keys::chinese;
use crate::yaml::{Key, Node};

/// The entries of one map while its keys are being taken.
pub struct Fields<'n> {
    node: &'n Node,
    entries: &'n [(Key, Node)],
    taken: Taken,
    /// Where the next key to be asked for is likely to stand.
    next: usize,
    known: SmallVec<[&'static str; MOST_KEYS]>,
    /// Whether a key may be Chinese.
    chinese: bool,
}

/// Most maps have fewer keys that are known.
const MOST_KEYS: usize = 16;

impl<'n> Fields<'n> {
    pub(super) fn of(node: &'n Node, entries: &'n [(Key, Node)]) -> Self {
        Fields {
            node,
            entries,
            taken: Taken::of(entries.len()),
            next: 0,
            known: SmallVec::new(),
            chinese: entries.iter().any(|(k, _)| !k.text.is_ascii()),
        }
    }

    /// The value of a key in either language; the key's absence is noted if it must be there.
    pub fn take<T: Decode>(&mut self, key: &'static str, cx: &mut Cx<'_>) -> Option<T> {
        match self.find(key, cx) {
            Some(node) => T::decode(node, cx),
            None => T::absent().or_else(|| {
                self.missing(key, cx);
                None
            }),
        }
    }

    /// Like [`Fields::take`], with a value for an absent key.
    pub fn take_or<T: Decode>(
        &mut self,
        key: &'static str,
        default: T,
        cx: &mut Cx<'_>,
    ) -> Option<T> {
        match self.find(key, cx) {
            Some(node) => T::decode(node, cx),
            None => Some(default),
        }
    }

    /// The node of a key in either language.
    pub fn find(&mut self, key: &'static str, cx: &mut Cx<'_>) -> Option<&'n Node> {
        self.known.push(key);
        let found = match self.chinese {
            true => self.find_in_both(key, cx),
            false => self.find_next(key),
        };
        // A key with nothing behind it reads as a key that is not there.
        found.filter(|node| !node.is_null())
    }

    /// The node of a key where none is Chinese, so that it stands in the map once at most. Most maps have their keys in the
    /// order in which they are asked for.
    fn find_next(&mut self, key: &'static str) -> Option<&'n Node> {
        let is_key = |(name, _): &(Key, Node)| name.text == key;
        let at = match self.entries.get(self.next).is_some_and(is_key) {
            true => self.next,
            false => self.entries.iter().position(is_key)?,
        };
        self.taken.set(at);
        self.next = at + 1;
        self.entries.get(at).map(|(_, node)| node)
    }

    fn find_in_both(&mut self, key: &'static str, cx: &mut Cx<'_>) -> Option<&'n Node> {
        let zh = chinese(key);
        let mut found: Option<(&Key, &'n Node)> = None;
        for (at, (name, node)) in self.entries.iter().enumerate() {
            if name.text != key && Some(name.text.as_str()) != zh {
                continue;
            }
            self.taken.set(at);
            match found {
                None => found = Some((name, node)),
                Some((first, _)) => cx.notes.push(
                    Note::new(Code::BothLanguages)
                        .at(name.place.clone())
                        .arg("key", name.text.as_str())
                        .arg("other", first.text.as_str())
                        .and(first.place.clone(), "label-first"),
                ),
            }
        }
        found.map(|(_, node)| node)
    }

    fn missing(&self, key: &'static str, cx: &mut Cx<'_>) {
        cx.notes.push(missing_key(self.node, key));
    }

    /// Notes every key that nobody took.
    pub fn finish(self, cx: &mut Cx<'_>) {
        for (at, (key, _)) in self.entries.iter().enumerate() {
            if self.taken.get(at) || key.text.is_empty() {
                continue;
            }
            let names = self
                .known
                .iter()
                .flat_map(|k| [Some(*k), chinese(k)])
                .flatten();
            if key.text.contains('：') {
                cx.notes.push(full_width_colon(key.place.clone()));
                continue;
            }
            // A file of nothing but wrong keys must not cost a search for each of them.
            let known = (cx.notes.len() < SUGGEST_AT_MOST).then_some(names);
            let note = Note::new(Code::UnknownKey)
                .at(key.place.clone())
                .arg("key", key.text.as_str());
            cx.notes
                .push(suggest(note, &key.text, known.into_iter().flatten()));
        }
    }
}
