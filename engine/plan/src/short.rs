//! Texts that are short nearly always.

use compact_str::CompactString;
use serde_json::Value;

use crate::decode::{Cx, Decode};
use crate::schema::{SchemaBook, text_schema};
use crate::yaml::Node;

/// A text that needs no memory of its own up to 24 bytes, as nearly every word, name and key of a plan: it has hundreds of them.
pub type Short = CompactString;

impl Decode for Short {
    fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        cx.scalar(node, "type-text").map(Short::from)
    }

    fn schema(_: &mut SchemaBook) -> Value {
        text_schema()
    }
}
