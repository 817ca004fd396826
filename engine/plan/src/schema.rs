//! The JSON Schema of a luoshi file, from the same table that decodes it.

use serde_json::{Value, json};

use crate::decode::{Decode, SchemaBook};
use crate::model::File;

/// The schema (draft 2020-12) that editors offer keys and words by, in both languages.
///
/// It takes everything that [`crate::resolve`] can read, and no unknown key. What a name names, and
/// whether values fit each other, it cannot say.
#[must_use]
pub fn schema() -> Value {
    let mut book = SchemaBook::default();
    let file = File::schema(&mut book);
    book.named("parameter_use", |_| {
        json!({
            "description": "参数. The value of a parameter.",
            "type": "string",
            "pattern": "^\\$\\{.+\\}$",
        })
    });
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "落实 · luoshi",
        "description": "实施方案或政策包. A plan of luoshi, a package, or a part of one.",
    });
    schema["$ref"] = file["$ref"].clone();
    schema["$defs"] = json!(book.definitions);
    schema
}
