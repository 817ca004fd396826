//! A table that another system exports, as ledgers and in each format.

use std::fmt::Write as _;
use std::sync::Arc;

use arrow_array::{
    ArrayRef, Date32Array, Int32Array, RecordBatch, StringArray, UInt16Array, UInt64Array,
};
use luoshi_bulk::{Format, Mapping};
use luoshi_diagnostics::Sources;
use luoshi_evidence::date_of;
use parquet::arrow::ArrowWriter;
use proptest::option;
use proptest::prelude::{Just, Strategy, prop_oneof};

/// A row of the table.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) township: u32,
    day: i32,
    kind: &'static str,
    village: Option<u16>,
    status: Option<&'static str>,
    amount: Option<i32>,
    number: u64,
}

/// What may be wrong with a row.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Fault {
    Nothing,
    /// A kind that no mapping knows.
    Kind,
    /// A day that no calendar of ours has.
    Day,
    /// The number of the row before.
    Number,
}

pub(crate) fn fault() -> impl Strategy<Value = Fault> {
    prop_oneof![
        40 => Just(Fault::Nothing),
        1 => Just(Fault::Kind),
        1 => Just(Fault::Day),
        1 => Just(Fault::Number),
    ]
}

impl Row {
    pub(crate) fn with(mut self, fault: Fault) -> Row {
        match fault {
            Fault::Nothing => {}
            Fault::Kind => self.kind = "生产队大会",
            Fault::Day => self.day = -40_000,
            Fault::Number => self.number = 1_000,
        }
        self
    }
}

pub(crate) fn mapping() -> Mapping {
    let text = "
county: { divide: 3 }
columns: { town: jurisdiction, day: date, what: kind, village: subject, state: status, amount: amount, no: id }
prefixes: { subject: v }
units: { amount: fen }
values: { status: { 缺勤: absent, 到岗: attended } }
defaults: { subject: v99 }
kinds:
  开会: { kind: meeting, duty: council }
  通报: { kind: meeting, duty: briefing, defaults: { status: held } }
  巡逻: { kind: shift, duty: patrol }
  联防: { kind: metric, duty: watch, columns: { amount: quantity }, units: { quantity: 元 } }
  奖励: { kind: reward }
  交办: { kind: task, duty: task }
  办结: { kind: task_done, duty: task, columns: { no: [id, ref] }, prefixes: { id: done- } }
  天气: { skip: true }
";
    let mut sources = Sources::default();
    let file = sources.add("mapping.yaml", text);
    let staged = Mapping::from_yaml(text, file);
    assert!(staged.notes.is_empty(), "{:?}", staged.notes);
    staged.value.expect("made by the test itself")
}

pub(crate) fn row() -> impl Strategy<Value = Row> {
    let kind = prop_oneof![
        Just("开会"),
        Just("通报"),
        Just("巡逻"),
        Just("联防"),
        Just("奖励"),
        Just("交办"),
        Just("办结"),
        Just("天气"),
    ];
    let status = option::of(prop_oneof![Just("到岗"), Just("缺勤"), Just("other")]);
    // Numbers that are mostly different, so that some townships hold one twice and most do not.
    let number = prop_oneof![8 => 1_000..4_000_u64, 1 => Just(5_000_000_u64)];
    let parts = (
        0..5_u32,
        20_000..20_400_i32,
        kind,
        option::of(0..12_u16),
        status,
        option::of(-5..300_i32),
        number,
    );
    parts.prop_map(
        |(township, day, kind, village, status, amount, number)| Row {
            township,
            day,
            kind,
            village,
            status,
            amount,
            number,
        },
    )
}

/// The same records as lines of a ledger, by hand.
pub(crate) fn as_ledger(rows: &[Row]) -> String {
    let mut out = String::new();
    for row in rows.iter().filter(|row| row.kind != "天气") {
        let (kind, duty) = match row.kind {
            "开会" => ("meeting", "council"),
            "通报" => ("meeting", "briefing"),
            "巡逻" => ("shift", "patrol"),
            "联防" => ("metric", "watch"),
            "奖励" => ("reward", ""),
            "交办" => ("task", "task"),
            _ => ("task_done", "task"),
        };
        let _ = write!(out, r#"{{"kind":"{kind}","date":"{}""#, date_of(row.day));
        let subject = row.village.unwrap_or(99);
        let _ = write!(out, r#","duty":"{duty}","subject":"v{subject}""#);
        let status = match (row.status, row.kind) {
            (Some("到岗"), _) => "attended",
            (Some("缺勤"), _) => "absent",
            (Some(other), _) => other,
            (None, "通报") => "held",
            (None, _) => "",
        };
        let _ = write!(out, r#","status":"{status}""#);
        if let Some(amount) = row.amount {
            let _ = match kind {
                "metric" => write!(out, r#","quantity":{amount}"#),
                _ => write!(out, r#","amount":{amount}e-2"#),
            };
        }
        let number = row.number;
        let _ = match kind {
            "task_done" => writeln!(out, r#","id":"done-{number}","ref":"{number}"}}"#),
            _ => writeln!(out, r#","id":"{number}"}}"#),
        };
    }
    out
}

pub(crate) fn bytes(rows: &[Row], format: Format) -> Vec<u8> {
    match format {
        Format::Csv => csv(rows).into_bytes(),
        Format::Jsonl => jsonl(rows).into_bytes(),
        Format::Parquet => parquet(rows),
    }
}

fn csv(rows: &[Row]) -> String {
    let mut out = "no,town,day,what,weather,village,state,amount\r\n".to_owned();
    for row in rows {
        let village = row.village.map_or(String::new(), |n| n.to_string());
        let amount = row.amount.map_or(String::new(), |n| n.to_string());
        let (no, town, day) = (row.number, row.township, date_of(row.day));
        let (what, state) = (row.kind, row.status.unwrap_or(""));
        let _ = write!(
            out,
            "{no},{town},{day},{what},晴,{village},{state},{amount}\r\n"
        );
    }
    out
}

fn jsonl(rows: &[Row]) -> String {
    let mut out = String::new();
    for row in rows {
        let (no, town, day) = (row.number, row.township, date_of(row.day));
        let _ = write!(
            out,
            r#"{{"town":{town},"day":"{day}","no":{no},"what":"{}""#,
            row.kind
        );
        if let Some(village) = row.village {
            let _ = write!(out, r#","village":{village}"#);
        }
        if let Some(state) = row.status {
            let _ = write!(out, r#","state":"{state}","weather":["晴"]"#);
        }
        if let Some(amount) = row.amount {
            let _ = write!(out, r#","amount":{amount}"#);
        }
        out.push_str("}\n");
    }
    out
}

fn parquet(rows: &[Row]) -> Vec<u8> {
    let text = |of: fn(&Row) -> Option<&'static str>| -> ArrayRef {
        Arc::new(rows.iter().map(of).collect::<StringArray>())
    };
    let columns: Vec<(&str, ArrayRef)> = vec![
        (
            "no",
            Arc::new(rows.iter().map(|r| r.number).collect::<UInt64Array>()),
        ),
        ("what", text(|r| Some(r.kind))),
        ("weather", text(|_| Some("晴"))),
        (
            "town",
            Arc::new(
                rows.iter()
                    .map(|r| r.township.cast_signed())
                    .collect::<Int32Array>(),
            ),
        ),
        (
            "day",
            Arc::new(rows.iter().map(|r| Some(r.day)).collect::<Date32Array>()),
        ),
        (
            "village",
            Arc::new(rows.iter().map(|r| r.village).collect::<UInt16Array>()),
        ),
        ("state", text(|r| r.status)),
        (
            "amount",
            Arc::new(rows.iter().map(|r| r.amount).collect::<Int32Array>()),
        ),
    ];
    let batch = RecordBatch::try_from_iter(columns).expect("made by the test itself");
    let mut out = Vec::new();
    let mut writer =
        ArrowWriter::try_new(&mut out, batch.schema(), None).expect("made by the test itself");
    // Groups of few rows, so that townships are cut by them.
    for start in (0..batch.num_rows()).step_by(17) {
        writer
            .write(&batch.slice(start, 17.min(batch.num_rows() - start)))
            .expect("made by the test itself");
        writer.flush().expect("made by the test itself");
    }
    writer.close().expect("made by the test itself");
    out
}
