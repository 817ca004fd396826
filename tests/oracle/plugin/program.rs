//! A program that says what it is told to say: its answer lies in its memory from the beginning.

use std::fmt::Write as _;

use luoshi_package::Digest;
use luoshi_plugin::pack;
use wit_component::{StringEncoding, embed_component_metadata};
use wit_parser::Resolve;

use crate::plan::{Program, Saying};

const WIT: &str = include_str!("../../../plugins/wit/plugin.wit");

/// Where what it says of itself begins, and where its findings do.
const DESCRIPTION: u32 = 1024;
const FINDINGS: u32 = 32 << 10;

/// Room for what is handed to it, which it does not look at.
const MODULE: &str = r#"
(memory (export "memory") 4)
(global $top (mut i32) (i32.const 131072))
(func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
  (local $at i32)
  (local.set $at (i32.and (i32.add (global.get $top) (i32.const 7)) (i32.const -8)))
  (global.set $top (i32.add (local.get $at) (local.get 3)))
  (if (i32.gt_u (global.get $top) (i32.mul (memory.size) (i32.const 65536)))
    (then (if (i32.eq (i32.const -1) (memory.grow (i32.const 16))) (then unreachable))))
  (local.get $at))
(func (export "rule#start") (param i32 i32 i32 i32 i32) (result i32) (i32.const 16))
(func (export "rule#add") (param i32 i32 i32) (result i32)
  (global.set $top (i32.const 131072))
  (i32.const 16))
"#;

/// As a digest is written in a plan.
pub(super) fn digest(bytes: &[u8]) -> String {
    Digest::of(bytes).to_string()
}

pub(super) fn component(program: &Program) -> Vec<u8> {
    let mut of_itself = Memory::new(DESCRIPTION);
    let described = description(program, &mut of_itself);
    let mut said = Memory::new(FINDINGS);
    let findings: Vec<Vec<u8>> = program.says.iter().map(|s| finding(s, &mut said)).collect();
    let count = findings.len();
    let at = said.put(&findings.concat());
    let mut text = format!("(module {MODULE}\n");
    for memory in [&of_itself, &said] {
        let _ = writeln!(
            text,
            "(data (i32.const {}) \"{}\")",
            memory.base,
            memory.escaped()
        );
    }
    let _ = write!(
        text,
        r#"(func (export "rule#describe") (result i32) (i32.const {described}))
        (func (export "rule#finish") (result i32)
          (i32.store (i32.const 32) (i32.const 0))
          (i32.store (i32.const 36) (i32.const {at}))
          (i32.store (i32.const 40) (i32.const {count}))
          (i32.const 32)))"#
    );
    let text = text.replace("\"rule#", "\"luoshi:plugin/rule@1.0.0#");
    let mut bytes = wat::parse_str(&text).expect("a module");
    let mut resolve = Resolve::default();
    let package = resolve.push_source("plugin.wit", WIT).expect("the WIT");
    let world = resolve.select_world(&[package], Some("plugin"));
    let world = world.expect("its world");
    embed_component_metadata(&mut bytes, &resolve, world, StringEncoding::UTF8).expect("embedded");
    pack(&bytes).expect("a component")
}

/// The place of the description, as the canonical ABI lays out the record of the WIT.
fn description(program: &Program, memory: &mut Memory) -> u32 {
    let scope = ["township", "subjects", "actors"];
    let scope = scope.iter().position(|s| *s == program.scope);
    let outcomes: Vec<u8> = program.outcomes.iter().map(|o| outcome(o)).collect();
    let outcomes = list(memory.put(&outcomes), outcomes.len());
    let kinds: Vec<Vec<u8>> = program.kinds.iter().map(|kind| memory.text(kind)).collect();
    let kinds = memory.list(&kinds);
    let mut reads = Vec::new();
    for table in program.table().into_iter().chain(["evidence"]) {
        let columns = vec![memory.text("id")];
        reads.push([memory.text(table), memory.list(&columns)].concat());
    }
    let reads = memory.list(&reads);
    // A whole number from 0 to 100 with 1 as its default; variants have their case first, on eight bytes here.
    let bounds = [0_i64, 100, 1].map(i64::to_le_bytes).concat();
    let kind = [vec![0; 8], bounds].concat();
    let title = memory.words();
    let parameter = [memory.text("often"), title, memory.words(), kind].concat();
    let parameters = list(memory.put(&parameter), 1);
    let message = [memory.text("said"), memory.words()].concat();
    let messages = memory.list(&[message]);
    let head = [
        memory.text("says"),
        memory.text("1.0.0"),
        memory.words(),
        memory.words(),
    ];
    let scope = vec![u8::try_from(scope.expect("a scope")).expect("few"), 0, 0, 0];
    let all = [
        head.concat(),
        scope,
        outcomes,
        kinds,
        reads,
        parameters,
        messages,
    ];
    memory.put(&all.concat())
}

fn outcome(word: &str) -> u8 {
    let all = ["met", "violated", "suspect", "unknown", "not_applicable"];
    let at = all.iter().position(|outcome| *outcome == word);
    u8::try_from(at.expect("an outcome")).expect("few")
}

/// Fifty-six bytes of a list of findings.
fn finding(of: &Saying, memory: &mut Memory) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut word = |n: u32| bytes.extend(n.to_le_bytes());
    word(u32::from(of.about.is_some()));
    word(of.about.unwrap_or(0));
    let days = of.days.map(|term| [term.from, term.to].map(day));
    word(u32::from(days.is_some()));
    for day in days.unwrap_or([0; 2]) {
        word(day.cast_unsigned());
    }
    word(u32::from(outcome(of.outcome)));
    bytes.extend(of.figure.to_le_bytes());
    bytes.extend(memory.text("said"));
    bytes.extend(list(0, 0));
    let records: Vec<u8> = of
        .records
        .iter()
        .flat_map(|row| row.to_le_bytes())
        .collect();
    bytes.extend(list(memory.put(&records), of.records.len()));
    bytes
}

/// From 1970-01-01.
fn day(day: jiff::civil::Date) -> i32 {
    let first = jiff::civil::date(1970, 1, 1);
    (day - first).get_days()
}

/// A place and a length.
fn list(at: u32, len: usize) -> Vec<u8> {
    let len = u32::try_from(len).expect("short");
    [at.to_le_bytes(), len.to_le_bytes()].concat()
}

/// Bytes in the memory of the program.
struct Memory {
    base: u32,
    bytes: Vec<u8>,
}

impl Memory {
    fn new(base: u32) -> Memory {
        Memory {
            base,
            bytes: Vec::new(),
        }
    }

    /// Where they are then: every eight bytes something may begin.
    fn put(&mut self, bytes: &[u8]) -> u32 {
        self.bytes.resize(self.bytes.len().next_multiple_of(8), 0);
        let at = self.base + u32::try_from(self.bytes.len()).expect("few");
        self.bytes.extend_from_slice(bytes);
        at
    }

    fn text(&mut self, text: &str) -> Vec<u8> {
        list(self.put(text.as_bytes()), text.len())
    }

    /// A text in both languages.
    fn words(&mut self) -> Vec<u8> {
        [self.text("试"), self.text("test")].concat()
    }

    fn list(&mut self, items: &[Vec<u8>]) -> Vec<u8> {
        list(self.put(&items.concat()), items.len())
    }

    fn escaped(&self) -> String {
        self.bytes
            .iter()
            .map(|byte| format!("\\{byte:02x}"))
            .collect()
    }
}
