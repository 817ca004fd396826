//! Who is on leave: `leave.yaml` of a plan's folder, or words of the command line.

use jiff::civil::Date;
use luoshi_diagnostics::{Code, FileId, Note};
use luoshi_plan::{Cx, Decode, Fields, read_tree};

/// Days on which somebody is on leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leave {
    /// Staff number.
    pub staff: String,
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
    /// Why.
    pub reason: Option<String>,
}

/// Reads `P:FROM..UNTIL`, or `P:DAY` for one day; none for anything else, or a leave that ends before it begins.
#[must_use]
pub fn parse_leave(text: &str) -> Option<Leave> {
    let (staff, days) = text.rsplit_once(':')?;
    let (from, until) = days.split_once("..").unwrap_or((days, days));
    let (from, until) = (day(from)?, day(until)?);
    (!staff.is_empty() && from <= until).then(|| Leave {
        staff: staff.to_owned(),
        from,
        until,
        reason: None,
    })
}

fn day(text: &str) -> Option<Date> {
    let iso = text.len() == 10 && text.as_bytes()[4] == b'-';
    iso.then(|| text.parse().ok()).flatten()
}

/// Reads a file with `leave: [{ person: P, from: DAY, until: DAY }]`; what is wrong is noted and left out.
#[must_use]
pub fn leaves(file: FileId, text: &str) -> (Vec<Leave>, Vec<Note>) {
    let (tree, mut notes) = read_tree(file, text);
    let (mut defined, mut references) = Default::default();
    let mut cx = Cx {
        notes: &mut notes,
        defined: &mut defined,
        references: &mut references,
    };
    let mut leaves = Vec::new();
    if let Some(mut fields) = tree
        .filter(|tree| !tree.is_null())
        .and_then(|tree| root(&tree, &mut cx))
    {
        leaves.append(&mut fields);
    }
    (leaves, notes)
}

fn root(tree: &luoshi_plan::Node, cx: &mut Cx<'_>) -> Option<Vec<Leave>> {
    let mut fields = cx.fields(tree)?;
    let list = fields.take::<Vec<Entry>>("leave", cx);
    fields.finish(cx);
    Some(list?.into_iter().map(|entry| entry.0).collect())
}

/// One entry of the list.
struct Entry(Leave);

impl Decode for Entry {
    fn decode(node: &luoshi_plan::Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields: Fields<'_> = cx.fields(node)?;
        let staff = fields.take::<String>("person", cx);
        let from = fields.take::<Date>("from", cx);
        let until = fields.take::<Date>("until", cx);
        let reason = fields.take::<Option<String>>("reason", cx);
        fields.finish(cx);
        let (staff, from, until, reason) = (staff?, from?, until?, reason?);
        if until < from {
            cx.note(Code::SpanReversed, node, |n| {
                n.arg("from", from.to_string()).arg("to", until.to_string())
            });
            return None;
        }
        Some(Entry(Leave {
            staff,
            from,
            until,
            reason,
        }))
    }

    fn schema(_: &mut luoshi_plan::SchemaBook) -> serde_json::Value {
        serde_json::json!({ "type": "object" })
    }
}
