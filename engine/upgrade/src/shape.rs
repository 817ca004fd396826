//! What the value of each key is: from the table that decodes plans, by way of its JSON Schema.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use luoshi_plan::schema;
use serde_json::Value;

/// What a value may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Form {
    /// A map of this name.
    Map(String),
    /// A map of this name, or a scalar that stands for the first key that the map must have.
    Short(String),
    /// A map whose keys are the author's.
    Open(Box<Form>),
    /// A list; a single value is a list of one.
    List(Box<Form>),
    /// A word of a closed list: English, Chinese.
    Word(Vec<(String, String)>),
    /// A time such as `2h`.
    Limit,
    /// A number, an amount of money or a percentage.
    Number,
    /// Anything else.
    Text,
}

/// A map of the plan.
#[derive(Debug, Default)]
pub(crate) struct MapShape {
    /// The keys in English, in the order of the model.
    pub(crate) keys: Vec<KeyShape>,
}

/// A key of a map.
#[derive(Debug)]
pub(crate) struct KeyShape {
    pub(crate) key: String,
    pub(crate) form: Form,
    /// What holds where the key is missing.
    pub(crate) default: Option<String>,
    pub(crate) required: bool,
    /// Whether the value names something defined elsewhere.
    pub(crate) names: bool,
}

/// All maps of a plan, by their English name; `file` is the outermost.
#[derive(Debug)]
pub(crate) struct Shapes {
    pub(crate) maps: BTreeMap<String, MapShape>,
}

impl Shapes {
    /// The maps of the model, read once per process.
    pub(crate) fn get() -> &'static Shapes {
        static SHAPES: OnceLock<Shapes> = OnceLock::new();
        SHAPES.get_or_init(|| Shapes::of(&schema()))
    }

    fn of(schema: &Value) -> Shapes {
        let definitions = schema["$defs"].as_object().into_iter().flatten();
        let maps = definitions.filter_map(|(name, map)| {
            let properties = map["properties"].as_object()?;
            let required = required(map);
            let keys = properties
                .iter()
                .filter(|(key, _)| key.is_ascii())
                .map(|(key, value)| key_shape(key, value, required.contains(&key.as_str())));
            Some((
                name.clone(),
                MapShape {
                    keys: keys.collect(),
                },
            ))
        });
        Shapes {
            maps: maps.collect(),
        }
    }

    /// The map of a name; an unknown one has no keys.
    pub(crate) fn map(&self, name: &str) -> &MapShape {
        static NONE: MapShape = MapShape { keys: Vec::new() };
        self.maps.get(name).unwrap_or(&NONE)
    }
}

impl MapShape {
    /// The key in English, if the map has it.
    pub(crate) fn key(&self, english: &str) -> Option<&KeyShape> {
        self.keys.iter().find(|k| k.key == english)
    }

    /// The keys that tell the items of a list apart: `id`, or the names that an item must hold, or
    /// the first key that it must have.
    pub(crate) fn identity(&self) -> Vec<&str> {
        if self.key("id").is_some() {
            return vec!["id"];
        }
        let must = || self.keys.iter().filter(|k| k.required);
        let names: Vec<&str> = must().filter(|k| k.names).map(|k| k.key.as_str()).collect();
        match names.is_empty() {
            true => must().take(1).map(|k| k.key.as_str()).collect(),
            false => names,
        }
    }
}

fn required(map: &Value) -> Vec<&str> {
    let all = map["allOf"].as_array().into_iter().flatten();
    all.filter_map(|either| either["anyOf"][0]["required"][0].as_str())
        .collect()
}

fn key_shape(key: &str, value: &Value, required: bool) -> KeyShape {
    let forms = alternatives(value);
    KeyShape {
        key: key.to_owned(),
        form: form(&forms),
        default: value.get("default").and_then(written),
        required,
        names: forms.iter().any(|f| f.get("x-names").is_some()),
    }
}

fn written(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// The forms that a value may have, without those that every value may have.
fn alternatives(value: &Value) -> Vec<&Value> {
    let is_any = |form: &Value| form["$ref"] == "#/$defs/parameter_use" || form["type"] == "null";
    match value["anyOf"].as_array() {
        Some(forms) => forms.iter().flat_map(alternatives).collect(),
        None if is_any(value) => Vec::new(),
        None => vec![value],
    }
}

fn form(forms: &[&Value]) -> Form {
    if let Some(list) = forms.iter().find(|f| f["type"] == "array") {
        return Form::List(Box::new(form(&alternatives(&list["items"]))));
    }
    let scalar = forms.iter().find(|f| f.get("$ref").is_none());
    let named = forms.iter().find_map(|f| f["$ref"].as_str());
    if let Some(name) = named.and_then(|r| r.strip_prefix("#/$defs/")) {
        return match scalar {
            Some(_) => Form::Short(name.to_owned()),
            None => Form::Map(name.to_owned()),
        };
    }
    if let Some(open) = forms.iter().find(|f| f["type"] == "object") {
        let inside = alternatives(&open["additionalProperties"]);
        return Form::Open(Box::new(form(&inside)));
    }
    forms
        .iter()
        .find_map(|f| scalar_form(f))
        .unwrap_or(Form::Text)
}

fn scalar_form(form: &Value) -> Option<Form> {
    if let Some(words) = form["enum"].as_array() {
        let texts: Vec<&str> = words.iter().filter_map(Value::as_str).collect();
        let pairs = match texts[..] {
            // Truth values are listed as values first, then as English and as Chinese words.
            ["true", "false", yes, no] => vec![("true", yes), ("false", no)],
            _ => texts
                .chunks_exact(2)
                .map(|pair| (pair[0], pair[1]))
                .collect(),
        };
        let owned = |(en, zh): (&str, &str)| (en.to_owned(), zh.to_owned());
        return Some(Form::Word(pairs.into_iter().map(owned).collect()));
    }
    let pattern = form["pattern"].as_str().unwrap_or("");
    let number = matches!(form["type"].as_str(), Some("integer" | "number"));
    match pattern {
        p if p.contains("工作日") => Some(Form::Limit),
        p if number || p.contains('元') || p.ends_with("%$") => Some(Form::Number),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Form, Shapes};

    #[track_caller]
    fn check(map: &str, key: &str, form: &Form) {
        let shape = Shapes::get().map(map).key(key).expect("the key is there");
        assert_eq!(&shape.form, form, "{map}.{key}");
    }

    #[test]
    fn the_schema_tells_what_each_value_is() {
        check("meeting", "cadence", &Form::Map("cadence".into()));
        check(
            "meeting",
            "serves_also",
            &Form::List(Box::new(Form::Short("serves_also".into()))),
        );
        check("veto", "lasts", &Form::Limit);
        check("effect", "deduct", &Form::Number);
        check("coverage", "target", &Form::Number);
        check("cadence", "at_least", &Form::Number);
        check("clause", "summary", &Form::Text);
        let set = Form::Open(Box::new(Form::Short("reasoned_value".into())));
        check("file", "set", &set);
        let truth = vec![("true".into(), "是".into()), ("false".into(), "否".into())];
        check("meeting", "optional", &Form::Word(truth));
    }

    #[test]
    fn items_are_told_apart_by_what_they_must_name() {
        let identity = |map: &str| Shapes::get().map(map).identity();
        assert_eq!(identity("meeting"), ["id"]);
        assert_eq!(identity("disable"), ["duty"]);
        assert_eq!(identity("link"), ["from", "to"]);
        assert_eq!(identity("extend"), ["package"]);
        assert_eq!(identity("grade"), ["name"]);
        assert!(identity("shift_group").is_empty());
    }
}
