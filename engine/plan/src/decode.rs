//! A tree to typed values: every mistake noted with its place, none of them the last.

mod fields;
mod taken;
#[cfg(test)]
mod tests;

use jiff::civil::Date;
use luoshi_diagnostics::{Code, Note, Place, nearest};
use serde_json::{Value, json};

pub use self::fields::Fields;
use crate::keys::{chinese, english};
use crate::places::Names;
use crate::schema::{SchemaBook, number_schema, text_schema};
use crate::short::Short;
use crate::yaml::{Node, NodeKind, node_type};

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
    pub name: Short,
    /// Where it is used.
    pub place: Place,
}

/// What decoding gathers besides values.
pub struct Cx<'a> {
    /// Everything noticed.
    pub notes: &'a mut Vec<Note>,
    /// Every definition.
    pub defined: &'a mut Names,
    /// Every use of a name.
    pub references: &'a mut Vec<Reference>,
}

/// Somewhere to decode into, for what is no part of a plan.
#[derive(Default)]
pub struct Scratch {
    pub(crate) notes: Vec<Note>,
    pub(crate) defined: Names,
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
    pub fn scalar<'n>(&mut self, node: &'n Node, wanted: &'static str) -> Option<&'n str> {
        match &node.kind {
            NodeKind::Scalar { text, .. } if !node.is_null() => Some(text),
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
            NodeKind::Map(entries) => Some(Fields::of(node, entries)),
            _ => {
                self.wrong_type(node, "type-map");
                None
            }
        }
    }

    /// Registers a definition. That there is a second one of the same name is noted when all of a folder are known.
    pub fn define(&mut self, space: Space, name: &str, place: &Place) {
        self.defined.push(space, name, place);
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

/// The items of a list; a single value is a list of one.
pub(crate) fn items(node: &Node) -> &[Node] {
    match &node.kind {
        NodeKind::List(items) => items,
        _ => std::slice::from_ref(node),
    }
}

impl<T: Decode> Decode for Vec<T> {
    /// Bad items are noted and left out.
    fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let items = items(node);
        let mut list = Vec::with_capacity(items.len());
        list.extend(items.iter().filter_map(|item| T::decode(item, cx)));
        Some(list)
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
        cx.scalar(node, "type-text").map(str::to_owned)
    }

    fn schema(_: &mut SchemaBook) -> Value {
        text_schema()
    }
}

impl Decode for bool {
    fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let text = cx.scalar(node, "type-bool")?;
        match text {
            "true" | "是" => Some(true),
            "false" | "否" => Some(false),
            _ => {
                cx.bad_value(Code::BadValue, node, text, "type-bool");
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
            cx.bad_value(Code::BadValue, node, text, "type-count");
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
            cx.bad_value(Code::BadValue, node, text, "type-date");
        }
        date
    }

    fn schema(_: &mut SchemaBook) -> Value {
        json!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })
    }
}
