//! The records of a case: YAML to the lines of a ledger, and mistakes back to where they stand.

use jiff::ToSpan;
use jiff::civil::Date;
use luoshi_diagnostics::{Code, FileId, Note, Place, Staged};
use luoshi_evidence::{Evidence, Field, read_jsonl};
use luoshi_plan::{Cx, Node, NodeKind};
use serde_json::{Map, Value};

/// Most records that one case may have: a slip such as 1012 for 2012 must not fill the memory.
const MOST_RECORDS: usize = 20_000;

/// The records of a case as JSON lines.
#[derive(Debug, Clone)]
pub(crate) struct Records {
    file: FileId,
    text: String,
    /// From which byte on the text says what stands at a place of the test file, in order.
    places: Vec<(usize, Place)>,
}

impl Records {
    /// The records that a list of maps stands for. One without an id is `r1`, `r2` by its turn; one
    /// with several days is a record on each of them.
    pub(crate) fn read(node: Option<&Node>, file: FileId, cx: &mut Cx<'_>) -> Records {
        let mut writer = Records {
            file,
            text: String::new(),
            places: Vec::new(),
        };
        let mut turn = 0;
        let list = match node.map(|n| (&n.kind, n)) {
            None => return writer,
            Some((NodeKind::List(items), _)) => items.as_slice(),
            Some((_, node)) => std::slice::from_ref(node),
        };
        for record in list {
            let NodeKind::Map(entries) = &record.kind else {
                cx.wrong_type(record, "type-map");
                continue;
            };
            let date = |text: &str| text == Field::Date.key() || text == Field::Date.zh();
            let dated = entries.iter().find(|(key, _)| date(&key.text));
            for day in dated.map_or(vec![None], |(_, node)| days(node, cx)) {
                turn += 1;
                if turn > MOST_RECORDS {
                    cx.note(Code::TestDays, record, |n| n.arg("why", "many"));
                    return writer;
                }
                writer.record(record, day, turn);
            }
        }
        writer
    }

    /// What of them counts as of a day.
    pub(crate) fn evidence(&self, as_of: Date) -> Staged<Evidence> {
        let mut staged = read_jsonl(&self.text, self.file, as_of);
        for note in &mut staged.notes {
            self.put_back(note);
        }
        staged
    }

    fn record(&mut self, record: &Node, day: Option<Date>, turn: usize) {
        let NodeKind::Map(entries) = &record.kind else {
            return;
        };
        self.places.push((self.text.len(), record.place.clone()));
        self.text.push('{');
        let named = |field: Field| {
            let mut keys = entries.iter().map(|(key, _)| key.text.as_str());
            keys.any(|key| key == field.key() || key == field.zh())
        };
        if !named(Field::Id) {
            self.text.push_str(&format!("\"id\":\"r{turn}\","));
        }
        for (key, value) in entries {
            self.places.push((self.text.len(), key.place.clone()));
            let field = Field::ALL.into_iter().find(|f| f.zh() == key.text);
            let name = field.map_or(key.text.as_str(), |f| f.key());
            self.text.push_str(&format!("{}:", Value::from(name)));
            self.places.push((self.text.len(), value.place.clone()));
            let json = match day.filter(|_| name == Field::Date.key()) {
                Some(day) => Value::from(day.to_string()),
                None => json(name, value),
            };
            self.text.push_str(&format!("{json},"));
        }
        if self.text.ends_with(',') {
            self.text.pop();
        }
        self.places.push((self.text.len(), record.place.clone()));
        self.text.push_str("}\n");
    }

    fn put_back(&self, note: &mut Note) {
        let back = |place: &mut Place| {
            let after = self.places.partition_point(|(at, _)| *at <= place.start);
            if let Some((_, there)) = after.checked_sub(1).and_then(|at| self.places.get(at)) {
                *place = there.clone();
            }
        };
        let also = note.also.iter_mut().map(|(place, _)| place);
        note.place.iter_mut().chain(also).for_each(back);
    }
}

/// The days of a `date`: one, a list of them, or `2012-05-01..2012-05-12`. `None` stands for what the
/// reader of records is to judge itself.
fn days(node: &Node, cx: &mut Cx<'_>) -> Vec<Option<Date>> {
    match &node.kind {
        NodeKind::List(items) => items.iter().flat_map(|item| days(item, cx)).collect(),
        NodeKind::Scalar { text, .. } => match text.split_once("..") {
            None => vec![text.parse().ok()],
            Some((from, to)) => span(from.trim(), to.trim(), node, cx),
        },
        _ => vec![None],
    }
}

fn span(from: &str, to: &str, node: &Node, cx: &mut Cx<'_>) -> Vec<Option<Date>> {
    let ends = from.parse::<Date>().ok().zip(to.parse::<Date>().ok());
    let Some((first, last)) = ends.filter(|(first, last)| first <= last) else {
        cx.note(Code::TestDays, node, |n| n.arg("why", "ends"));
        return Vec::new();
    };
    let days = first.series(1.day()).take_while(|day| *day <= last);
    days.take(MOST_RECORDS + 1).map(Some).collect()
}

/// A value as the ledger has it: numbers where numbers belong, text everywhere else.
fn json(field: &str, node: &Node) -> Value {
    match &node.kind {
        _ if node.is_null() => Value::Null,
        NodeKind::Scalar { text, quoted } => {
            let counts = [Field::Quantity.key(), Field::Amount.key()].contains(&field) && !quoted;
            let number = || serde_json::from_str(text).ok().filter(Value::is_number);
            let number = if counts { number() } else { None };
            number.unwrap_or_else(|| Value::from(text.as_str()))
        }
        NodeKind::List(items) => items.iter().map(|item| json(field, item)).collect(),
        NodeKind::Map(entries) => {
            let entry = |(key, value): &(luoshi_plan::Key, Node)| {
                let known = Field::ALL.into_iter().find(|f| f.zh() == key.text);
                let name = known.map_or(key.text.as_str(), |f| f.key());
                (name.to_owned(), json(name, value))
            };
            Value::Object(entries.iter().map(entry).collect::<Map<_, _>>())
        }
        NodeKind::Undecided(name) => Value::from(format!("${{{name}}}")),
    }
}
