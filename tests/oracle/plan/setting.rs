//! Values that a plan states, or leaves to a parameter.

use serde::{Serialize, Serializer};
use serde_json::{Value, json};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Setting<T> {
    Is(T),
    /// A parameter that has this value.
    By(&'static str, T),
    /// A parameter that nobody has set.
    Open(&'static str),
}

impl<T: Copy> Setting<T> {
    pub(crate) fn value(&self) -> Option<T> {
        match self {
            Setting::Is(value) | Setting::By(_, value) => Some(*value),
            Setting::Open(_) => None,
        }
    }
}

impl Setting<bool> {
    pub(crate) fn is_plain(&self) -> bool {
        *self == Setting::Is(true)
    }
}

impl<T: Serialize> Serialize for Setting<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Setting::Is(value) => value.serialize(to),
            Setting::By(parameter, _) | Setting::Open(parameter) => {
                to.collect_str(&format_args!("${{{parameter}}}"))
            }
        }
    }
}

/// Every parameter that a plan here may use.
pub(crate) fn parameters() -> Value {
    let one = |id: &str, kind: &str, default: Option<&str>| {
        let mut written = json!({ "id": id, "name": id, "type": kind });
        match default {
            Some(value) => written["default"] = json!(value),
            None => written["question"] = json!("未定"),
        }
        written
    };
    json!([
        one("on", "boolean", Some("true")),
        one("off", "boolean", Some("false")),
        one("perhaps", "boolean", None),
        one("twice", "integer", Some("1")),
        one("often", "integer", None),
        one("week", "limit", Some("7d")),
        one("long", "limit", None),
        one("four", "decimal", Some("4.5")),
        one("much", "decimal", None),
    ])
}

/// What the plan itself sets of them.
pub(crate) fn set() -> Value {
    json!({ "twice": { "value": "2", "reason": "村多" } })
}
