//! Which fields stand behind each name, so that a wrong one is told before a paper is written.
//!
//! Made of [`NAMES`], and of the schema of `check --format json` for what templates see as it is told there.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use luoshi_report::SCHEMA;
use serde_json::Value;

use super::list::NAMES;

/// What is known of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Nobody has said which fields it has.
    Any,
    /// A text, a number or a truth value: it has no fields.
    Plain,
    /// A list of such values.
    List(Box<Shape>),
    /// Exactly these fields; some may be missing in a paper.
    Map(Fields),
}

/// Fields by name.
pub(crate) type Fields = BTreeMap<String, Shape>;

/// Where the fields of a name are told.
enum Like {
    /// Under another name.
    Name(&'static str),
    /// In the schema of the JSON.
    Schema(&'static str),
}

/// The names whose entry in [`NAMES`] says where their fields are told, and the fields that they have beside. A name that
/// another one is like stands before it.
const LIKE: [(&str, Like, &[&str]); 21] = [
    ("duties[].counts", Like::Name("counts"), &[]),
    ("tally", Like::Name("counts"), &[]),
    ("tally.duties[]", Like::Name("counts"), OF_DUTY),
    ("tally.sections[]", Like::Name("counts"), OF_SECTION),
    ("tally.subjects[]", Like::Name("counts"), &["id", "name"]),
    ("findings[]", Like::Schema("finding"), OF_FINDING),
    ("failures[]", Like::Name("findings[]"), &["grounds"]),
    ("finding", Like::Name("findings[]"), &[]),
    ("entries_so_far[]", Like::Name("entries[]"), &[]),
    ("record", Like::Name("entries[]"), &[]),
    ("cause", Like::Name("entries[]"), &[]),
    ("grounds[]", Like::Name("entries[]"), &[]),
    ("veto.found", Like::Name("entries[]"), &[]),
    ("proposals[]", Like::Schema("proposal"), &[]),
    ("indicators[]", Like::Schema("indicator"), &[]),
    ("scores[]", Like::Schema("score"), &[]),
    ("waivers[]", Like::Schema("waiver"), &[]),
    ("parameters[]", Like::Schema("parameter"), &["value_text"]),
    ("inactive[]", Like::Schema("inactive"), &[]),
    ("deviations", Like::Schema("deviations"), &[]),
    ("totals", Like::Name("persons[]"), &["persons"]),
];

const OF_DUTY: &[&str] = &[
    "id",
    "name",
    "section",
    "section_name",
    "clauses",
    "responsible_name",
];
const OF_SECTION: &[&str] = &["section", "section_name"];
const OF_FINDING: &[&str] = &["duty_name", "section", "section_name", "clauses"];

/// Every name of every paper with what stands behind it.
pub(crate) fn shapes() -> &'static Fields {
    static SHAPES: OnceLock<Fields> = OnceLock::new();
    SHAPES.get_or_init(|| {
        let mut shapes = Fields::new();
        for name in NAMES {
            at(&mut shapes, name.path);
        }
        let schema: Value = serde_json::from_str(SCHEMA).unwrap_or_default();
        for (path, like, beside) in &LIKE {
            let mut fields = match like {
                Like::Name(other) => fields_of(at(&mut shapes, other)),
                Like::Schema(other) => fields_of(&in_schema(&schema, &schema["$defs"][*other])),
            };
            fields.extend(beside.iter().map(|name| ((*name).to_owned(), Shape::Any)));
            let there = at(&mut shapes, path);
            fields.extend(fields_of(there));
            *there = Shape::Map(fields);
        }
        shapes
    })
}

fn fields_of(shape: &Shape) -> Fields {
    match shape {
        Shape::Map(fields) => fields.clone(),
        _ => Fields::new(),
    }
}

/// What stands at a path as [`NAMES`] writes them; it is made if it is not there.
fn at<'f>(fields: &'f mut Fields, path: &str) -> &'f mut Shape {
    let (first, rest) = path.split_once('.').unwrap_or((path, ""));
    let name = first.trim_end_matches("[]");
    let entry = fields.entry(name.to_owned());
    let mut shape = entry.or_insert(Shape::Plain);
    if name != first {
        if !matches!(shape, Shape::List(_)) {
            *shape = Shape::List(Box::new(Shape::Plain));
        }
        if let Shape::List(element) = shape {
            shape = element;
        }
    }
    if rest.is_empty() {
        return shape;
    }
    if !matches!(shape, Shape::Map(_)) {
        *shape = Shape::Map(Fields::new());
    }
    match shape {
        Shape::Map(fields) => at(fields, rest),
        other => other,
    }
}

/// What a part of the schema allows: its own form of JSON Schema, which the report's tests hold it to.
fn in_schema(schema: &Value, part: &Value) -> Shape {
    if let Some(name) = part["$ref"].as_str() {
        let name = name.rsplit('/').next().unwrap_or(name);
        return in_schema(schema, &schema["$defs"][name]);
    }
    if let Some(choices) = part["anyOf"].as_array() {
        // A value, or nothing.
        let mut some = choices.iter().filter(|choice| choice["type"] != "null");
        return match (some.next(), some.next()) {
            (Some(choice), None) => in_schema(schema, choice),
            _ => Shape::Any,
        };
    }
    match &part["type"] {
        Value::String(kind) if kind == "array" => {
            Shape::List(Box::new(in_schema(schema, &part["items"])))
        }
        Value::String(kind) if kind == "object" => match part["properties"].as_object() {
            Some(all) if part["additionalProperties"] == false => {
                let field =
                    |(name, part): (&String, &Value)| (name.clone(), in_schema(schema, part));
                Shape::Map(all.iter().map(field).collect())
            }
            _ => Shape::Any,
        },
        Value::String(_) => Shape::Plain,
        _ => Shape::Any,
    }
}

#[cfg(test)]
mod tests {
    use super::{LIKE, NAMES, Shape, shapes};

    fn find(path: &str) -> Option<&'static Shape> {
        let mut parts = path.split('.');
        let step = |shape: &'static Shape| match shape {
            Shape::List(element) => &**element,
            other => other,
        };
        let first = shapes().get(parts.next()?)?;
        parts.try_fold(step(first), |shape, part| match shape {
            Shape::Map(fields) => fields.get(part).map(step),
            _ => None,
        })
    }

    #[test]
    fn fields_are_known_through_lists_likenesses_and_the_schema() {
        for path in [
            "plan.title",
            "sets.members.name",
            "tally.duties.share",
            "tally.duties.responsible_name",
            "failures.duty_name",
            "failures.reason.text",
            "finding.accountable.role.name",
            "grounds.date",
            "scores.sections.items",
            "totals.absent",
        ] {
            assert!(find(path).is_some(), "{path}");
        }
        for path in [
            "plan.titel",
            "plan.title.name",
            "findings.dutyname",
            "township.name",
        ] {
            assert!(find(path).is_none(), "{path}");
        }
        // What a reason is made of hangs on its kind.
        assert_eq!(find("findings.reason.data"), Some(&Shape::Any));
    }

    #[test]
    fn every_name_that_points_elsewhere_is_followed() {
        for name in NAMES {
            let points = name.zh.contains("字段") || name.zh.contains("相同");
            let followed = LIKE.iter().any(|(path, ..)| *path == name.path);
            assert!(!points || followed, "{}: {}", name.path, name.zh);
        }
    }
}
