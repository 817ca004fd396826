//! Components out of a few lines of text, and a township for them to look at.
//!
//! `(use NAME)` in a text stands for a part as an honest plugin has it, so that a case is only what is
//! wrong with it; `rule#` for `luoshi:plugin/rule@1.0.0#`.

// Each test uses a part of it.
#![allow(dead_code)]

pub(crate) mod layout;

use jiff::civil::date;
use luoshi_evidence::{Evidence, Kind, Record};
use luoshi_plugin::{Answer, Cause, Host, Plugin, Scene, Sight, pack};
use luoshi_plugin_interface::{Description, Message, Outcome, Reading, Scope, Words};
use wit_component::{StringEncoding, embed_component_metadata};
use wit_parser::Resolve;

use layout::Memory;

const WIT: &str = include_str!("../../../../plugins/wit/plugin.wit");

/// Memory and the function that makes room in it.
const MEMORY: &str = r#"
(memory (export "memory") 4)
(global $top (mut i32) (i32.const 131072))
(func $realloc (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
  (local $at i32)
  (local.set $at (i32.and (i32.add (global.get $top) (i32.const 7)) (i32.const -8)))
  (global.set $top (i32.add (local.get $at) (local.get 3)))
  (if (i32.gt_u (global.get $top) (i32.mul (memory.size) (i32.const 65536)))
    (then (if (i32.eq (i32.const -1) (memory.grow (i32.add (i32.const 1)
        (i32.shr_u (local.get 3) (i32.const 16))))) (then unreachable))))
  (local.get $at))
"#;

/// The result of `start` and `add`: well.
const START: &str =
    r#"(func (export "rule#start") (param i32 i32 i32 i32 i32) (result i32) (i32.const 16))"#;

/// Adds up all bytes that are handed over, and forgets them.
const ADD: &str = r#"
(global $sum (mut i64) (i64.const 0))
(func $add (export "rule#add") (param $reading i32) (param $at i32) (param $len i32) (result i32)
  (block $done (loop $next
    (br_if $done (i32.eqz (local.get $len)))
    (global.set $sum (i64.add (global.get $sum) (i64.load8_u (local.get $at))))
    (local.set $at (i32.add (local.get $at) (i32.const 1)))
    (local.set $len (i32.sub (local.get $len) (i32.const 1)))
    (br $next)))
  (global.set $top (i32.const 131072))
  (i32.const 16))
"#;

/// `$answer N`: the result of `finish` with N findings, the first of them as the host wants it.
const ANSWER: &str = r"
(func $answer (param $count i32) (result i32)
  (i32.store (i32.const 32) (i32.const 0))
  (i32.store (i32.const 36) (i32.const 65536))
  (i32.store (i32.const 40) (local.get $count))
  (i32.const 32))
";

/// `$no AT LEN`: the result of `start`, `add` or `finish` with an error of that text.
const NO: &str = r"
(func $no (param $at i32) (param $len i32) (result i32)
  (i32.store (i32.const 32) (i32.const 1))
  (i32.store (i32.const 36) (local.get $at))
  (i32.store (i32.const 40) (local.get $len))
  (i32.const 32))
";

const FINISH: &str = r#"
(func (export "rule#finish") (result i32)
  (i64.store (i32.const 65560) (global.get $sum))
  (call $answer (i32.const 1)))
"#;

/// An honest plugin: one finding, whose figure is the sum of all bytes.
pub(crate) const HONEST: &str =
    "(module (use memory) (use describe) (use start) (use add) (use answer) (use finish))";

/// What the plugins of these tests say of themselves.
pub(crate) fn description() -> Description {
    let reading = |table: &str, columns: &[&str]| Reading {
        table: table.to_owned(),
        columns: columns.iter().map(ToString::to_string).collect(),
    };
    Description {
        id: "abuse".to_owned(),
        version: "1.0.0".to_owned(),
        title: Words::new("试验", "a test"),
        summary: Words::new("只用于试验。", "For tests only."),
        scope: Scope::Subjects,
        outcomes: vec![Outcome::Met, Outcome::Suspect],
        kinds: Vec::new(),
        reads: vec![
            reading("subjects", &["id"]),
            reading("evidence", &["day", "subject", "note"]),
        ],
        parameters: Vec::new(),
        messages: vec![Message {
            id: "seen".to_owned(),
            text: Words::new("看到 {what}", "seen {what}"),
        }],
    }
}

/// A component out of text.
#[track_caller]
pub(crate) fn component(text: &str) -> Vec<u8> {
    component_for(text, "1.0.0", &description())
}

/// A component with another version of the interface, or another description.
#[track_caller]
pub(crate) fn component_for(text: &str, version: &str, description: &Description) -> Vec<u8> {
    let text = text
        .replace("(use memory)", MEMORY)
        .replace(
            "(use describe)",
            &describe(description, r#"(export "rule#describe")"#),
        )
        .replace("(use describe-inside)", &describe(description, "$describe"))
        .replace("(use start)", START)
        .replace("(use add)", ADD)
        .replace("(use answer)", ANSWER)
        .replace("(use no)", NO)
        .replace("(use finish)", FINISH)
        .replace("\"rule#", &format!("\"luoshi:plugin/rule@{version}#"));
    let mut bytes = wat::parse_str(&text).expect("the text of a case");
    if bytes[4] == 1 && !text.contains(";; stays a module") {
        let wit = WIT.replace("@1.0.0", &format!("@{version}"));
        let mut resolve = Resolve::default();
        let package = resolve.push_source("plugin.wit", &wit).expect("the WIT");
        let world = resolve
            .select_world(&[package], Some("plugin"))
            .expect("its world");
        embed_component_metadata(&mut bytes, &resolve, world, StringEncoding::UTF8).expect("embed");
        bytes = pack(&bytes).expect("a component");
    }
    bytes
}

/// The description at 1024 and after, one finding at 65536 (its parts: `about` at 0, `period` at 8,
/// `outcome` at 20, `figure` at 24, `message` at 32, `arguments` at 40, `records` at 48), its one
/// argument at 66048, its one record at 66304.
fn describe(of: &Description, name: &str) -> String {
    let mut memory = Memory::new(1024);
    let at = memory.description(of);
    let mut finding = Memory::new(65536);
    finding.finding();
    format!(
        r#"(data (i32.const 1024) "{}") (data (i32.const 65536) "{}")
        (func {name} (result i32) (i32.const {at}))"#,
        memory.escaped(),
        finding.escaped(),
    )
}

/// Three villages, and so many records.
pub(crate) fn township(records: usize) -> (Scene, Evidence) {
    let as_of = date(2012, 12, 31);
    let mut builder = luoshi_evidence::Builder::new(as_of);
    for index in 0..records {
        let mut record = Record::new(Kind::Visit, date(2012, 5, 10));
        record.id = format!("r{index}");
        record.subject = Some(["一村", "二村", "三村"][index % 3].to_owned());
        builder.push(&record);
    }
    let evidence = builder.finish().value.expect("evidence");
    (Scene::of_ledger(&evidence, as_of), evidence)
}

/// Runs a plugin over a township.
pub(crate) fn run(
    plugin: &Plugin,
    (scene, evidence): &(Scene, Evidence),
) -> Result<Vec<Answer>, Cause> {
    let sight = Sight {
        scene,
        evidence,
        kinds: &[Kind::Visit],
        duties: &[],
    };
    plugin.run(&[], sight)
}

/// A host without a cache.
pub(crate) fn host() -> Host {
    Host::new(None).expect("a host")
}
