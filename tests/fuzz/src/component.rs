//! A plugin, as bytes or as text: it is refused, or says what it is and judges within its limits.

use std::path::Path;
use std::sync::LazyLock;

use luoshi_evidence::{Evidence, Kind, read_jsonl};
use luoshi_plugin::{Host, Scene, Sight};
use luoshi_plugin_interface::{ParameterKind, Value};

use crate::Target;
use crate::records::AS_OF;
use crate::seeds::{Seed, files_of, texts_of};

pub(crate) const TARGET: Target = Target {
    name: "component",
    run,
    seeds,
    words,
};

static HOST: LazyLock<Host> =
    LazyLock::new(|| Host::new(None).expect("this machine has an engine"));

static EVIDENCE: LazyLock<Evidence> = LazyLock::new(|| {
    let line = r#"{"id":"r1","kind":"visit","date":"2012-06-02","subject":"v01","quantity":3}"#;
    let read = read_jsonl(line, luoshi_diagnostics::FileId(0), AS_OF);
    read.value.expect("the record is good")
});

/// Text is taken for the text format, so that cases can be read.
fn run(bytes: &[u8]) {
    let assembled = match std::str::from_utf8(bytes) {
        Ok(text) if text.trim_start().starts_with(['(', ';']) => wat::parse_str(text).ok(),
        _ => Some(bytes.to_vec()),
    };
    let Some(plugin) = assembled.and_then(|bytes| HOST.load(&bytes).ok()) else {
        return;
    };
    let parameters = plugin.description.parameters.iter();
    let values: Vec<Value> = parameters.map(|parameter| usual(&parameter.kind)).collect();
    let scene = Scene::of_ledger(&EVIDENCE, AS_OF);
    let sight = Sight {
        scene: &scene,
        evidence: &EVIDENCE,
        kinds: &Kind::ALL,
        duties: &[],
    };
    let (one, spent) = plugin.run_counted(&values, sight);
    assert!(spent.steps <= spent.steps_at_most);
    let (other, again) = plugin.run_counted(&values, sight);
    assert_eq!((one, spent), (other, again));
}

/// The value that a parameter has where a plan says nothing.
fn usual(kind: &ParameterKind) -> Value {
    match kind {
        ParameterKind::Whole(bounds) => Value::Whole(bounds.default),
        ParameterKind::Decimal(bounds) => Value::Decimal(bounds.default),
        ParameterKind::Flag(flag) => Value::Flag(*flag),
        ParameterKind::Choice { default, .. } => Value::Choice(*default),
    }
}

/// The smallest of the plugins, and the texts of those that abuse the host.
fn seeds(root: &Path) -> Vec<Seed> {
    let mut seeds = texts_of(&root.join("engine/plugin/tests/abuse/cases"), &["wat"]);
    seeds.extend(files_of(
        &root.join("policies/ledger-signs/plugins"),
        &["wasm"],
    ));
    seeds
}

fn words() -> Vec<String> {
    let words = [
        "(component ",
        "(core module ",
        "(func ",
        "(memory 1)",
        "(table 1 funcref)",
        "(loop ",
        "(block ",
        "br_table",
        "call_indirect",
        "memory.grow",
        "memory.fill",
        "(import ",
        "(export ",
        "(canon lift ",
        "(instance ",
        "(type ",
        "(global ",
        "(start ",
        "(data ",
        "\0asm\r\0\x01\0",
        "\0asm\x01\0\0\0",
        "(result ",
        "(param i32)",
        "i32.const ",
    ];
    words.map(str::to_owned).into()
}
