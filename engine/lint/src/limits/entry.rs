//! One entry of `limits.yaml`: struct and reader.

use jiff::civil::Date;
use luoshi_diagnostics::{Code, Note, Place};
use luoshi_plan::{Cx, Decimal, Decode, Fields, Names, Node, NodeKind, decode_word};

/// A number, or only a basis, with the days on which it applies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// What rules ask for it by.
    pub id: String,
    /// The number; none where the basis alone matters.
    pub value: Option<Decimal>,
    /// What the number counts, for people.
    pub unit: Option<String>,
    /// How far it binds.
    pub strength: Strength,
    /// First day on which it applies; always if not given.
    pub from: Option<Date>,
    /// Last day on which it applies.
    pub to: Option<Date>,
    /// The document that it rests on.
    pub basis: Basis,
    /// Where the document can be read.
    pub source: Option<String>,
}

/// How far a limit binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// 规定
    Mandatory,
    /// 一般
    General,
    /// 建议
    Advice,
}

/// A document, with the article of it that counts, in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Basis {
    /// Title and article in Chinese.
    pub zh: String,
    /// Title and article in English.
    pub en: String,
}

impl Strength {
    const WORDS: &'static [(Strength, &'static str, &'static str)] = &[
        (Strength::Mandatory, "mandatory", "规定"),
        (Strength::General, "general", "一般"),
        (Strength::Advice, "advice", "建议"),
    ];

    /// The catalogue key that names it.
    #[must_use]
    pub fn term(self) -> &'static str {
        match self {
            Strength::Mandatory => "lint-strength-mandatory",
            Strength::General => "lint-strength-general",
            Strength::Advice => "lint-strength-advice",
        }
    }
}

/// The entries under `limits`, each with the place of its id.
pub(super) fn entries(tree: &Node, notes: &mut Vec<Note>) -> Vec<(Place, Limit)> {
    let (mut defined, mut references) = (Names::default(), Vec::new());
    let mut cx = Cx {
        notes,
        defined: &mut defined,
        references: &mut references,
    };
    let Some(mut fields) = cx.fields(tree) else {
        return Vec::new();
    };
    let version = fields.take::<u32>("luoshi", &mut cx);
    let list = fields.find("limits", &mut cx);
    fields.finish(&mut cx);
    match list.map(|node| (node, &node.kind)) {
        _ if version.is_none() => Vec::new(),
        None => Vec::new(),
        Some((_, NodeKind::List(items))) => items
            .iter()
            .filter_map(|item| entry(item, &mut cx))
            .collect(),
        Some((node, _)) => entry(node, &mut cx).into_iter().collect(),
    }
}

fn entry(node: &Node, cx: &mut Cx<'_>) -> Option<(Place, Limit)> {
    let mut fields = cx.fields(node)?;
    let place = fields.find("id", cx).map(|id| id.place.clone());
    let id = fields.take::<String>("id", cx);
    let written = fields.find("value", cx);
    let value = fields.take::<Option<Decimal>>("value", cx);
    if let (Some(node), Some(Some(below))) = (written, value)
        && below.0 < 0
    {
        cx.bad_value(Code::BadValue, node, &below.to_string(), "type-count");
        return None;
    }
    let unit = fields.take::<Option<String>>("unit", cx);
    let strength = fields.find("strength", cx).map(|word| strength(word, cx));
    let from = fields.take::<Option<Date>>("from", cx);
    let to = fields.take::<Option<Date>>("to", cx);
    let basis = fields.find("basis", cx).map(|node| basis(node, cx));
    let source = fields.take::<Option<String>>("source", cx);
    fields.finish(cx);
    let limit = Limit {
        id: id?,
        value: value?,
        unit: unit?,
        // A county that sets a number binds its townships to it unless it says otherwise.
        strength: strength.unwrap_or(Some(Strength::Mandatory))?,
        from: from?,
        to: to?,
        basis: basis.unwrap_or_else(|| Some(Basis::default()))?,
        source: source?,
    };
    Some((place?, limit))
}

fn strength(node: &Node, cx: &mut Cx<'_>) -> Option<Strength> {
    decode_word(node, cx, Strength::WORDS)
}

/// A title in one language stands for both: a county writes in Chinese alone.
fn basis(node: &Node, cx: &mut Cx<'_>) -> Option<Basis> {
    if let NodeKind::Scalar { .. } = node.kind {
        let title = String::decode(node, cx)?;
        return Some(Basis {
            zh: title.clone(),
            en: title,
        });
    }
    let mut fields: Fields<'_> = cx.fields(node)?;
    let zh = fields.take::<String>("zh", cx);
    let en = fields.take::<Option<String>>("en", cx);
    fields.finish(cx);
    let zh = zh?;
    Some(Basis {
        en: en?.unwrap_or_else(|| zh.clone()),
        zh,
    })
}
