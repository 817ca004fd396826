//! A tree to typed values: every mistake noted with its place, none of them the last.

mod taken;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use jiff::civil::Date;
use luoshi_diagnostics::{Code, Note, Place, nearest};
use serde_json::{Value, json};

use self::taken::Taken;
use crate::keys::{chinese, english};
use crate::schema::{SchemaBook, number_schema, text_schema};
use crate::yaml::{Key, Node, NodeKind, node_type};

/// A value that can be read from a node of a plan.
pub trait Decode: Sized {
    /// Reads the value. `None` when something was wrong; it has been noted then.
    fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self>;

    /// The value of a key that is not there; `None` for a key that must be.
    fn absent() -> Option<Self> {
        None
    }

    /// The value as a file would say it in English, if it is a scalar: defaults are shown so.
    fn written(&self) -> Option<Value> {
        None
    }

    /// The JSON Schema of the value.
    fn schema(book: &mut SchemaBook) -> Value;
}

/// What a name may name. Each space of names is checked as a whole after all files are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Space {
    /// 单位
    Unit,
    /// 职务
    Role,
    /// 人员, by staff number
    Person,
    /// 对象集合
    Set,
    /// 对象
    Subject,
    /// 职责事项: everything that yields findings, rules and vetoes included
    Duty,
    /// 条款
    Clause,
    /// 参数
    Parameter,
    /// 案(事)件种类
    Incident,
    /// 责任链
    Chain,
    /// 发文机关
    Issuer,
}

impl Space {
    /// Every space.
    pub const ALL: [Space; 11] = [
        Space::Unit,
        Space::Role,
        Space::Person,
        Space::Set,
        Space::Subject,
        Space::Duty,
        Space::Clause,
        Space::Parameter,
        Space::Incident,
        Space::Chain,
        Space::Issuer,
    ];

    /// The word for the space in the JSON Schema's `x-names`.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.term().trim_start_matches("space-")
    }

    /// The catalogue key that names the space.
    #[must_use]
    pub fn term(self) -> &'static str {
        match self {
            Space::Unit => "space-unit",
            Space::Role => "space-role",
            Space::Person => "space-person",
            Space::Set => "space-set",
            Space::Subject => "space-subject",
            Space::Duty => "space-duty",
            Space::Clause => "space-clause",
            Space::Parameter => "space-parameter",
            Space::Incident => "space-incident",
            Space::Chain => "space-chain",
            Space::Issuer => "space-issuer",
        }
    }
}

/// A name used somewhere, to be linked when all definitions are known.
#[derive(Debug, Clone)]
pub struct Reference {
    /// The spaces it may name something in, in the order they are tried.
    pub spaces: &'static [Space],
    /// The name.
    pub name: String,
    /// Where it is used.
    pub place: Place,
}

/// What decoding gathers besides values.
pub struct Cx<'a> {
    /// Everything noticed.
    pub notes: &'a mut Vec<Note>,
    /// Every definition: (space, name) to where.
    pub defined: &'a mut BTreeMap<(Space, String), Place>,
    /// Every use of a name.
    pub references: &'a mut Vec<Reference>,
}

/// Somewhere to decode into, for what is no part of a plan.
#[derive(Default)]
pub struct Scratch {
    pub(crate) notes: Vec<Note>,
    pub(crate) defined: BTreeMap<(Space, String), Place>,
    pub(crate) references: Vec<Reference>,
}

impl Scratch {
    /// What was noted, and the names that were used.
    #[must_use]
    pub fn into_parts(self) -> (Vec<Note>, Vec<Reference>) {
        (self.notes, self.references)
    }

    /// What decoding gathers in it.
    pub fn cx(&mut self) -> Cx<'_> {
        Cx {
            notes: &mut self.notes,
            defined: &mut self.defined,
            references: &mut self.references,
        }
    }
}

impl Cx<'_> {
    /// Adds a note at a node.
    pub fn note(&mut self, code: Code, node: &Node, with: impl FnOnce(Note) -> Note) {
        self.notes
            .push(with(Note::new(code).at(node.place.clone())));
    }

    /// Notes that a scalar cannot be read as what is wanted.
    pub fn bad_value(&mut self, code: Code, node: &Node, text: &str, wanted: &'static str) {
        self.note(code, node, |n| n.arg("value", text).term("wanted", wanted));
    }

    /// The text of a scalar node.
    pub fn scalar(&mut self, node: &Node, wanted: &'static str) -> Option<String> {
        match &node.kind {
            NodeKind::Scalar { text, .. } if !node.is_null() => Some(text.clone()),
            NodeKind::Undecided(parameter) => {
                self.note(Code::SettingUndecided, node, |n| {
                    n.arg("parameter", parameter.as_str())
                });
                None
            }
            _ => {
                self.wrong_type(node, wanted);
                None
            }
        }
    }

    /// Notes a node of the wrong type.
    pub fn wrong_type(&mut self, node: &Node, wanted: &'static str) {
        if let NodeKind::Scalar {
            text,
            quoted: false,
        } = &node.kind
            && text.contains('：')
            && wanted == "type-map"
        {
            self.notes.push(full_width_colon(node.place.clone()));
            return;
        }
        let found = node_type(node);
        self.note(Code::WrongType, node, |n| {
            n.term("wanted", wanted).term("found", found)
        });
    }

    /// The entries of a map.
    pub fn fields<'n>(&mut self, node: &'n Node) -> Option<Fields<'n>> {
        match &node.kind {
            NodeKind::Map(entries) => Some(Fields {
                node,
                entries,
                taken: Taken::of(entries.len()),
                known: Vec::with_capacity(MOST_KEYS),
                chinese: entries.iter().any(|(k, _)| !k.text.is_ascii()),
            }),
            _ => {
                self.wrong_type(node, "type-map");
                None
            }
        }
    }

    /// Registers a definition; a second one of the same name is noted at both places.
    pub fn define(&mut self, space: Space, name: &str, place: &Place) {
        match self.defined.entry((space, name.to_owned())) {
            Entry::Vacant(new) => {
                new.insert(place.clone());
            }
            Entry::Occupied(first) => self.notes.push(
                Note::new(Code::DuplicateId)
                    .at(place.clone())
                    .arg("name", name)
                    .term("space", space.term())
                    .and(first.get().clone(), "label-first"),
            ),
        }
    }
}

/// The entries of one map while its keys are being taken.
pub struct Fields<'n> {
    node: &'n Node,
    entries: &'n [(Key, Node)],
    taken: Taken,
    known: Vec<&'static str>,
    /// Whether a key may be Chinese.
    chinese: bool,
}

/// Most maps have fewer keys that are known.
const MOST_KEYS: usize = 16;

impl<'n> Fields<'n> {
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
        let zh = self.chinese.then(|| chinese(key)).flatten();
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
        // A key with nothing behind it reads as a key that is not there.
        found.map(|(_, node)| node).filter(|node| !node.is_null())
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

/// What YAML reads as one text, because of its colon, was meant as a key and a value.
fn full_width_colon(place: Place) -> Note {
    let note = Note::new(Code::YamlSyntax).at(place);
    note.arg("why", "expected `: `").term("hint", "hint-colon")
}

/// Notes after this many come without "did you mean".
pub(crate) const SUGGEST_AT_MOST: usize = 500;

/// The note that a map lacks a key, named in the language of the map's other keys.
#[must_use]
pub fn missing_key(map: &Node, key: &'static str) -> Note {
    let first = match &map.kind {
        NodeKind::Map(entries) => entries.first(),
        _ => None,
    };
    let place = Place {
        end: first.map_or(map.place.end, |(k, _)| k.place.end),
        ..map.place.clone()
    };
    Note::new(Code::MissingKey)
        .at(place)
        .arg("key", in_words_of(map, key))
}

/// A key in the language in which the author wrote the other keys of the map.
pub(crate) fn in_words_of(map: &Node, key: &'static str) -> &'static str {
    let speaks_chinese = match &map.kind {
        NodeKind::Map(entries) => entries.iter().any(|(k, _)| english(&k.text).is_some()),
        _ => false,
    };
    chinese(key).filter(|_| speaks_chinese).unwrap_or(key)
}

/// Adds the nearest candidate to a note, as argument `near`; "none" when nothing is near.
pub(crate) fn suggest<'a>(
    note: Note,
    typed: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> Note {
    note.arg("near", nearest(typed, names).unwrap_or("none"))
}

impl<T: Decode> Decode for Option<T> {
    fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        T::decode(node, cx).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn schema(book: &mut SchemaBook) -> Value {
        T::schema(book)
    }
}

impl<T: Decode> Decode for Vec<T> {
    /// A list; a single value is a list of one. Bad items are noted and left out.
    fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        Some(match &node.kind {
            NodeKind::List(items) => items.iter().filter_map(|n| T::decode(n, cx)).collect(),
            _ => T::decode(node, cx).into_iter().collect(),
        })
    }

    fn absent() -> Option<Self> {
        Some(Vec::new())
    }

    fn schema(book: &mut SchemaBook) -> Value {
        let item = T::schema(book);
        let item = json!({ "anyOf": [item, { "$ref": "#/$defs/parameter_use" }] });
        json!({ "anyOf": [{ "type": "array", "items": item }, item] })
    }
}

impl<T: Decode> Decode for Box<T> {
    fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        T::decode(node, cx).map(Box::new)
    }

    fn absent() -> Option<Self> {
        T::absent().map(Box::new)
    }

    fn schema(book: &mut SchemaBook) -> Value {
        T::schema(book)
    }
}

impl Decode for String {
    fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        cx.scalar(node, "type-text")
    }

    fn schema(_: &mut SchemaBook) -> Value {
        text_schema()
    }
}

impl Decode for bool {
    fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let text = cx.scalar(node, "type-bool")?;
        match text.as_str() {
            "true" | "是" => Some(true),
            "false" | "否" => Some(false),
            _ => {
                cx.bad_value(Code::BadValue, node, &text, "type-bool");
                None
            }
        }
    }

    fn written(&self) -> Option<Value> {
        Some(json!(self))
    }

    fn schema(_: &mut SchemaBook) -> Value {
        let meanings = [
            "是. yes", "否. no", "是. yes", "否. no", "是. yes", "否. no",
        ];
        json!({
            "enum": [true, false, "true", "false", "是", "否"],
            "enumDescriptions": meanings,
            "markdownEnumDescriptions": meanings,
        })
    }
}

impl Decode for u32 {
    fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let text = cx.scalar(node, "type-count")?;
        let number = text
            .bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| text.parse().ok())
            .flatten();
        if number.is_none() {
            cx.bad_value(Code::BadValue, node, &text, "type-count");
        }
        number
    }

    fn written(&self) -> Option<Value> {
        Some(json!(self))
    }

    fn schema(_: &mut SchemaBook) -> Value {
        let number = json!({ "type": "integer", "minimum": 0, "maximum": u32::MAX });
        number_schema(&number, "^[0-9]+$")
    }
}

impl Decode for Date {
    fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let text = cx.scalar(node, "type-date")?;
        let iso = text.len() == 10 && text.as_bytes()[4] == b'-';
        let date = iso.then(|| text.parse().ok()).flatten();
        if date.is_none() {
            cx.bad_value(Code::BadValue, node, &text, "type-date");
        }
        date
    }

    fn schema(_: &mut SchemaBook) -> Value {
        json!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })
    }
}
