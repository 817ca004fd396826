//! The rules that are compared, and a ledger for them.

use jiff::civil::date;
use luoshi_calendar::{Span, Workdays};
use luoshi_evidence::{Builder, Evidence, Kind, Record};
use luoshi_plugin::{Scene, Sight};
use luoshi_plugin_interface::{
    Description, Encoder, Finding, NO_DAY, ParameterKind, ROWS_AT_MOST, Setting, Value,
};
use luoshi_plugin_sdk::Input;
use rhai::{AST, Engine, Scope};

use crate::support;

/// Days after which an entry is late.
const DAYS: i32 = 7;

/// A township's visits, and what a plugin is shown of it.
pub(crate) struct Ledger {
    pub(crate) evidence: Evidence,
    scene: Scene,
}

impl Ledger {
    pub(crate) fn sight(&self) -> Sight<'_> {
        Sight {
            scene: &self.scene,
            evidence: &self.evidence,
            kinds: &[Kind::Visit],
            duties: &[],
        }
    }
}

/// Visits of three years, entered after 0 to 9 days.
pub(crate) fn ledger(rows: usize) -> Ledger {
    let (first, last) = (date(2010, 1, 1), date(2012, 12, 31));
    let mut builder = Builder::new(last);
    for index in 0..rows {
        let after = |days: usize| {
            let days = i64::try_from(days).expect("few days");
            first
                .checked_add(jiff::Span::new().days(days))
                .expect("in the calendar")
        };
        let day = index * 1_080 / rows;
        let mut record = Record::new(Kind::Visit, after(day));
        record.id = format!("r{index}");
        record.subject = Some("一村".to_owned());
        record.recorded_at = Some(after(day + index * 7_919 % 10).at(9, 0, 0, 0));
        builder.push(&record);
    }
    let evidence = builder.finish().value.expect("evidence");
    let mut scene = Scene::of_ledger(&evidence, last);
    let span = Span::new(first, last).expect("three years");
    scene.days = luoshi_plugin::days(span, last, &Workdays::national());
    Ledger { evidence, scene }
}

/// How many records were entered late.
pub(crate) fn late(days: &[i32], recorded: &[i32]) -> i64 {
    let late = |(day, entered): &(&i32, &i32)| **entered != NO_DAY && **entered - **day > DAYS;
    let count = days.iter().zip(recorded).filter(late).count();
    i64::try_from(count).expect("few records")
}

/// The same in Rhai, asked for each record.
pub(crate) struct Script {
    engine: Engine,
    ast: AST,
}

impl Script {
    pub(crate) fn new() -> Script {
        let engine = Engine::new_raw();
        let ast = engine.compile("entered - day > 7").expect("a script");
        Script { engine, ast }
    }

    pub(crate) fn late(&self, days: &[i32], recorded: &[i32]) -> i64 {
        let mut count = 0;
        for (day, entered) in days
            .iter()
            .zip(recorded)
            .filter(|(_, entered)| **entered != NO_DAY)
        {
            let mut scope = Scope::new();
            scope
                .push("day", i64::from(*day))
                .push("entered", i64::from(*entered));
            let late = self
                .engine
                .eval_ast_with_scope::<bool>(&mut scope, &self.ast);
            count += i64::from(late.expect("a truth value"));
        }
        count
    }
}

/// The same as a component: what a compiler would make of it, by hand.
pub(crate) fn late_component() -> Vec<u8> {
    let mut description = support::description();
    description
        .reads
        .retain(|reading| reading.table == "evidence");
    description.reads[0].columns = vec!["day".to_owned(), "recorded".to_owned()];
    support::component_for(LATE, "1.0.0", &description)
}

/// Row by row over the two columns, whose places are in the words 6 and 7 of a batch.
const LATE: &str = r#"
(module (use memory) (use describe) (use start) (use answer)
  (global $late (mut i64) (i64.const 0))
  (func (export "rule#add") (param $reading i32) (param $at i32) (param $len i32) (result i32)
    (local $rows i32) (local $day i32) (local $entered i32) (local $when i32)
    (local.set $rows (i32.load offset=4 (local.get $at)))
    (local.set $day (i32.add (local.get $at) (i32.load offset=24 (local.get $at))))
    (local.set $entered (i32.add (local.get $at) (i32.load offset=28 (local.get $at))))
    (block $done (loop $next
      (br_if $done (i32.eqz (local.get $rows)))
      (local.set $when (i32.load (local.get $entered)))
      (global.set $late (i64.add (global.get $late) (i64.extend_i32_u (i32.and
        (i32.ne (local.get $when) (i32.const -2147483648))
        (i32.gt_s (i32.sub (local.get $when) (i32.load (local.get $day))) (i32.const 7))))))
      (local.set $day (i32.add (local.get $day) (i32.const 4)))
      (local.set $entered (i32.add (local.get $entered) (i32.const 4)))
      (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
      (br $next)))
    (global.set $top (i32.const 131072))
    (i32.const 16))
  (func (export "rule#finish") (result i32)
    (i64.store (i32.const 65560) (global.get $late))
    (call $answer (i32.const 1))))
"#;

/// A component that is committed.
pub(crate) fn committed(name: &str) -> Vec<u8> {
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../policies/ledger-signs/plugins"
    );
    std::fs::read(format!("{folder}/{name}.wasm")).expect("a component")
}

/// The values that parameters have if a plan says nothing.
pub(crate) fn defaults(description: &Description) -> Vec<Value> {
    let value = |kind: &ParameterKind| match kind {
        ParameterKind::Whole(bounds) => Value::Whole(bounds.default),
        ParameterKind::Decimal(bounds) => Value::Decimal(bounds.default),
        ParameterKind::Flag(default) => Value::Flag(*default),
        ParameterKind::Choice { default, .. } => Value::Choice(*default),
    };
    description
        .parameters
        .iter()
        .map(|parameter| value(&parameter.kind))
        .collect()
}

/// The rule `backfill` compiled for this machine, with its batches packed as the host packs them.
pub(crate) fn backfill(ledger: &Ledger, values: &[Value]) -> Vec<Finding> {
    let setting = Setting {
        as_of: ledger.scene.as_of,
        first: ledger.scene.first,
        last: ledger.scene.last,
        values: values.to_vec(),
    };
    let description = luoshi_plugin_backfill::describe();
    let mut input = Input::new(&description, setting).expect("an input");
    let columns = ledger.evidence.of(Kind::Visit);
    let mut encoder = Encoder::default();
    for (index, reading) in (0..).zip(&description.reads) {
        let mut add = |bytes: &[u8]| input.add(index, bytes).expect("a batch");
        if reading.table == "days" {
            encoder.start(2);
            encoder.days(ledger.scene.days.iter().map(|(day, _)| *day));
            encoder.smalls(ledger.scene.days.iter().map(|(_, class)| *class));
            add(encoder.finish(ledger.scene.days.len(), 1, std::iter::empty()));
            continue;
        }
        let rows = columns
            .day
            .chunks(ROWS_AT_MOST)
            .zip(columns.recorded.chunks(ROWS_AT_MOST));
        for (days, entered) in rows {
            encoder.start(2);
            encoder.days(days.iter().copied());
            encoder.days(entered.iter().copied());
            add(encoder.finish(days.len(), 1, std::iter::empty()));
        }
    }
    luoshi_plugin_backfill::judge(&input).expect("an answer")
}
