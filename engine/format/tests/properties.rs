//! Trees written in random layouts: what they say stays, and so does every comment.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::cell::Cell;

use luoshi_diagnostics::{Code, FileId};
use luoshi_format::format;
use luoshi_plan::{Node, NodeKind, read_tree};
use proptest::prelude::{
    Just, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest,
};
use proptest::test_runner::Config;

/// A value to be written somehow.
#[derive(Debug, Clone)]
enum Value {
    Scalar(&'static str),
    List(Vec<Value>),
    Map(Vec<Value>),
}

/// Scalars that stand anywhere, in brackets or not.
const SCALARS: [&str; 16] = [
    "x",
    "12",
    "2/3",
    "2012-05-10",
    "3个工作日",
    "综治办　主任",
    "true",
    "null",
    "\"引 # 号\"",
    "'单'",
    "'it''s'",
    "\"a\\\"b\"",
    "\"[x]: {y}\"",
    "a:b",
    "-1",
    "'说\"不\"'",
];

/// Scalars of several lines, for blocks; `@` is the indentation.
const LONG: [&str; 5] = [
    "|\n@ 甲\n@   乙\n\n@ # 丙\n",
    ">-\n@ 甲\n@ 乙\n",
    "|+\n@ 甲\n\n",
    "\"甲\n@ 乙\n\n@  丙\"",
    "甲\n@ 乙\n@  - 丙",
];

fn values() -> impl Strategy<Value = Value> {
    let scalar = prop::sample::select(&SCALARS[..]).prop_map(Value::Scalar);
    let long = prop::sample::select(&LONG[..]).prop_map(Value::Scalar);
    let leaf = prop_oneof![6 => scalar, 1 => long, 1 => Just(Value::Scalar(""))];
    leaf.prop_recursive(4, 40, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::List),
            prop::collection::vec(inner, 0..5).prop_map(Value::Map),
        ]
    })
}

/// Writes values, and decides by `choices` how.
struct Writer<'c> {
    out: String,
    choices: &'c [u8],
    next: Cell<usize>,
    comments: usize,
}

impl Writer<'_> {
    fn choose(&self, among: u8) -> u8 {
        let at = self.next.get();
        self.next.set(at + 1);
        self.choices[at % self.choices.len()]
            .wrapping_add(u8::try_from(at / self.choices.len()).unwrap_or(0))
            % among
    }

    fn comment(&mut self) {
        self.comments += 1;
        self.out.push_str(&format!("#c{}.", self.comments));
    }

    /// The end of a line, perhaps with a comment, and lines without content.
    fn end_line(&mut self, indent: usize) {
        if self.choose(4) == 0 {
            self.out.push(' ');
            self.comment();
        }
        self.out.push('\n');
        match self.choose(8) {
            0 => self.out.push('\n'),
            1 => self.out.push_str("  \n\n"),
            2 => {
                let by = usize::from(self.choose(7));
                self.out
                    .push_str(&" ".repeat((indent + by).saturating_sub(3)));
                self.comment();
                self.out.push('\n');
            }
            _ => {}
        }
    }

    fn entries(&mut self, values: &[Value], map: bool, indent: usize) {
        for (at, value) in values.iter().enumerate() {
            self.out.push_str(&" ".repeat(indent));
            self.out.push_str(&if map {
                format!("k{at}:")
            } else {
                "-".to_owned()
            });
            self.value(value, indent);
        }
    }

    fn value(&mut self, value: &Value, indent: usize) {
        let step = 1 + usize::from(self.choose(4));
        match value {
            Value::Scalar(text) if text.contains('\n') => {
                let text = text.replace('@', &" ".repeat(indent));
                self.out.push_str(&format!(" {text}"));
                if !text.ends_with('\n') {
                    self.out.push('\n');
                }
            }
            Value::List(values) | Value::Map(values)
                if !values.is_empty() && (self.choose(3) > 0 || !flat(value)) =>
            {
                self.end_line(indent + step);
                self.entries(values, matches!(value, Value::Map(_)), indent + step);
            }
            value => {
                self.out.push(' ');
                self.flow(value, indent);
                self.end_line(indent);
            }
        }
    }

    fn flow(&mut self, value: &Value, indent: usize) {
        let (values, map) = match value {
            Value::Scalar(text) => return self.out.push_str(text),
            Value::List(values) => (values, false),
            Value::Map(values) => (values, true),
        };
        self.out.push(if map { '{' } else { '[' });
        for (at, value) in values.iter().enumerate() {
            self.gap(indent);
            if map {
                self.out.push_str(&format!("k{at}: "));
            }
            self.flow(value, indent);
            self.gap(indent);
            if at + 1 < values.len() || self.choose(4) == 0 {
                self.out.push(',');
            }
        }
        self.gap(indent);
        self.out.push(if map { '}' } else { ']' });
    }

    /// Anything that may stand between the parts of brackets.
    fn gap(&mut self, indent: usize) {
        match self.choose(16) {
            0 => self.out.push_str(&format!("\n{}", " ".repeat(indent + 1))),
            1 => {
                self.out.push(' ');
                self.comment();
                self.out.push_str(&format!("\n{}", " ".repeat(indent + 2)));
            }
            2 => self.out.push_str("  "),
            _ => {}
        }
    }
}

/// Whether a value can stand in brackets: an empty scalar of a list cannot.
fn flat(value: &Value) -> bool {
    match value {
        Value::Scalar(text) => !text.contains('\n'),
        Value::List(values) => values
            .iter()
            .all(|v| flat(v) && !matches!(v, Value::Scalar(""))),
        Value::Map(values) => values.iter().all(flat),
    }
}

fn same(before: &Node, after: &Node) -> bool {
    match (&before.kind, &after.kind) {
        (NodeKind::List(b), NodeKind::List(a)) => {
            b.len() == a.len() && b.iter().zip(a).all(|(b, a)| same(b, a))
        }
        (NodeKind::Map(b), NodeKind::Map(a)) => {
            let mut pairs = b.iter().zip(a);
            b.len() == a.len() && pairs.all(|((k, b), (l, a))| k.text == l.text && same(b, a))
        }
        (before, after) => before == after,
    }
}

proptest! {
    #![proptest_config(Config { cases: 1000, failure_persistence: None, ..Config::default() })]

    #[test]
    fn any_layout_is_settled(
        values in prop::collection::vec(values(), 1..6),
        choices in prop::collection::vec(any::<u8>(), 40..200),
        map in any::<bool>(),
    ) {
        let mut writer = Writer { out: String::new(), choices: &choices, next: Cell::new(0), comments: 0 };
        writer.end_line(0);
        writer.entries(&values, map, 0);
        let text = writer.out;
        let (Some(before), notes) = read_tree(FileId(0), &text) else {
            return Ok(());
        };
        if !notes.is_empty() {
            return Ok(());
        }
        let out = format(FileId(0), &text, None);
        prop_assert!(out.is_ok(), "{text}\n{out:?}");
        let out = out.unwrap();
        prop_assert!(same(&before, &read_tree(FileId(0), &out).0.unwrap()));
        for comment in 1..=writer.comments {
            let comment = format!("#c{comment}.");
            let (in_text, in_out) = (text.matches(&comment).count(), out.matches(&comment).count());
            prop_assert_eq!(in_text, in_out, "{} in\n{}\n---\n{}", comment, text, out);
        }
        let again = format(FileId(0), &out, None);
        prop_assert_eq!(again.as_ref(), Ok(&out), "from\n{}", text);
    }

    #[test]
    fn any_text_is_taken_without_panic(
        text in prop::collection::vec(
            prop::sample::select(&["a", ":", " ", "\n", "-", "#", "[", "]", "{", "}", ",", "|", ">", "+", "2", "'", "\"", "\\",
                "?", "  ", "\t", "\r", "&", "*", "!", "%", "---\n", "...\n", "\u{feff}", "中", "\u{3000}", "- ", ": ", "\n  "][..]),
            0..30,
        ),
    ) {
        let text = text.concat();
        if let Ok(out) = format(FileId(0), &text, None) {
            let again = format(FileId(0), &out, None);
            prop_assert_eq!(again.as_ref(), Ok(&out), "from {:?}", text);
        }
    }
}

#[test]
fn brackets_of_any_width_are_settled() {
    for length in 1..80 {
        let units = vec!["乡镇综治办"; length].join(",");
        let text = format!(
            "a:\n- {{id: x, units: [{units}], why: {}}}\n",
            "长".repeat(length)
        );
        let out = format(FileId(0), &text, None).unwrap();
        assert_eq!(format(FileId(0), &out, None), Ok(out));
    }
}

#[test]
fn a_layout_beyond_us_is_a_note() {
    let notes = format(FileId(0), "just words\n", None).unwrap_err();
    assert_eq!(notes[0].code, Code::LayoutBeyond);
}
