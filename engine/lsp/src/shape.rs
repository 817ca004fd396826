//! What the schema allows at a position: the one table of keys, words and names.

use std::collections::BTreeMap;

use luoshi_plan::{Space, schema};
use serde_json::Value;

use crate::outline::Step;

/// The JSON Schema of a file.
pub(crate) struct Shapes {
    schema: Value,
}

/// What a value at some position may be.
pub(crate) struct Shape<'s> {
    shapes: &'s Shapes,
    /// The alternatives, none of them a reference or a choice of others.
    forms: Vec<&'s Value>,
}

/// A key and what it is for.
pub(crate) struct KeyOf<'s> {
    pub(crate) name: &'s str,
    pub(crate) description: &'s str,
    /// Whether only a map or a list can stand behind it.
    pub(crate) block: bool,
}

impl Shapes {
    pub(crate) fn new() -> Self {
        Shapes { schema: schema() }
    }

    /// What may stand at the end of a path.
    pub(crate) fn at(&self, path: &[Step]) -> Shape<'_> {
        let mut shape = self.shape([&self.schema]);
        for step in path {
            let next: Vec<&Value> = shape
                .forms
                .iter()
                .filter_map(|form| inner(form, step))
                .collect();
            shape = self.shape(next);
        }
        shape
    }

    fn shape<'s>(&'s self, schemas: impl IntoIterator<Item = &'s Value>) -> Shape<'s> {
        let mut forms = Vec::new();
        for schema in schemas {
            self.flatten(schema, &mut forms);
        }
        Shape {
            shapes: self,
            forms,
        }
    }

    fn flatten<'s>(&'s self, schema: &'s Value, forms: &mut Vec<&'s Value>) {
        if let Some(path) = schema["$ref"].as_str() {
            let target = self.schema.pointer(path.trim_start_matches('#'));
            if let Some(target) = target.filter(|t| !std::ptr::eq(*t, &self.schema)) {
                self.flatten(target, forms);
            }
        }
        for choice in ["anyOf", "oneOf"] {
            let choices = schema[choice].as_array().into_iter().flatten();
            // `required` of either language is no form of a value.
            let forms_of_value = choices.filter(|c| c.get("required").is_none());
            forms_of_value.for_each(|choice| self.flatten(choice, forms));
        }
        let form = [
            "properties",
            "items",
            "enum",
            "const",
            "x-names",
            "type",
            "additionalProperties",
        ];
        if form.iter().any(|key| schema.get(key).is_some()) {
            forms.push(schema);
        }
    }
}

fn inner<'s>(form: &'s Value, step: &Step) -> Option<&'s Value> {
    match step {
        Step::Item => form.get("items"),
        Step::Key(key) => {
            let known = form.get("properties").and_then(|p| p.get(key));
            known.or_else(|| form.get("additionalProperties").filter(|p| p.is_object()))
        }
    }
}

impl<'s> Shape<'s> {
    /// The keys of a map here, in the order of the table.
    pub(crate) fn keys(&self) -> Vec<KeyOf<'s>> {
        let maps = self
            .forms
            .iter()
            .filter_map(|form| form["properties"].as_object());
        let key = |(name, value): (&'s String, &'s Value)| KeyOf {
            name,
            description: value["description"].as_str().unwrap_or(""),
            block: self.shapes.shape([value]).is_block(),
        };
        maps.flatten().map(key).collect()
    }

    /// The words of a closed list, as they stand in the schema: English, Chinese, English, …
    pub(crate) fn words(&self) -> Vec<&'s str> {
        let lists = self.forms.iter().filter_map(|form| form["enum"].as_array());
        let constants = self.forms.iter().filter_map(|form| form["const"].as_str());
        lists
            .flatten()
            .filter_map(Value::as_str)
            .chain(constants)
            .collect()
    }

    /// What a name here may name.
    pub(crate) fn names(&self) -> Vec<Space> {
        spaces(self.forms.iter().map(|form| &form["x-names"]))
    }

    /// What the keys of a map here name.
    pub(crate) fn key_names(&self) -> Vec<Space> {
        spaces(
            self.forms
                .iter()
                .map(|form| &form["propertyNames"]["x-names"]),
        )
    }

    /// What is said about the value of a key of a map here.
    pub(crate) fn description(&self, key: &str) -> Option<&'s str> {
        let mut maps = self
            .forms
            .iter()
            .filter_map(|form| form["properties"].get(key));
        maps.find_map(|value| value["description"].as_str())
    }

    /// Whether nothing but a map or a list can stand here. The value of a parameter is not counted.
    fn is_block(&self) -> bool {
        let kind = |form: &&Value| match form["type"].as_str() {
            Some("null") => None,
            _ if form["pattern"]
                .as_str()
                .is_some_and(|p| p.starts_with(PARAMETER)) =>
            {
                None
            }
            kind => Some(matches!(kind, Some("object" | "array"))),
        };
        self.forms.iter().filter_map(kind).all(|block| block)
    }
}

/// How the pattern of `${name}` begins.
const PARAMETER: &str = "^\\$\\{";

fn spaces<'v>(lists: impl Iterator<Item = &'v Value>) -> Vec<Space> {
    let by_word: BTreeMap<&str, Space> = Space::ALL.into_iter().map(|s| (s.word(), s)).collect();
    let words = lists.filter_map(Value::as_array).flatten();
    let mut found: Vec<Space> = words
        .filter_map(|w| by_word.get(w.as_str()?).copied())
        .collect();
    found.sort();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::Shapes;
    use crate::outline::Step;
    use luoshi_plan::Space;

    fn path(text: &str) -> Vec<Step> {
        let step = |step: &str| match step {
            "-" => Step::Item,
            key => Step::Key(key.to_owned()),
        };
        text.split_whitespace().map(step).collect()
    }

    #[test]
    fn keys_words_and_names_come_from_the_schema() {
        let shapes = Shapes::new();
        let keys = |at: &str| -> Vec<&str> {
            shapes.at(&path(at)).keys().iter().map(|k| k.name).collect()
        };
        assert!(keys("").contains(&"meetings") && keys("").contains(&"会议"));
        assert!(keys("meetings -").contains(&"quorum"));
        assert!(keys("会议 - 频次").contains(&"每"));
        assert!(keys("no such").is_empty());
        assert!(shapes.at(&path("会议 - 频次 每")).words().contains(&"季"));
        let names = |at: &str| shapes.at(&path(at)).names();
        assert_eq!(names("meetings - responsible"), [Space::Role]);
        assert_eq!(names("meetings - attendees -"), [Space::Unit, Space::Role]);
        assert_eq!(names("meetings - clauses -"), [Space::Clause]);
        assert_eq!(names("meetings - clauses"), [Space::Clause]);
        assert_eq!(names("tasks - due after"), [Space::Duty]);
        assert_eq!(names("meetings - name"), []);
        assert_eq!(shapes.at(&path("set")).key_names(), [Space::Parameter]);
    }

    #[test]
    fn a_key_knows_whether_a_block_follows() {
        let shapes = Shapes::new();
        let block = |at: &str, key: &str| {
            let keys = shapes.at(&path(at)).keys();
            keys.iter().find(|k| k.name == key).map(|k| k.block)
        };
        assert_eq!(block("", "meetings"), Some(true));
        assert_eq!(block("meetings -", "name"), Some(false));
        assert_eq!(block("meetings -", "cadence"), Some(true));
        assert_eq!(block("meetings -", "clauses"), Some(false));
        assert_eq!(block("meetings -", "quorum"), Some(false));
    }
}
