//! What every server owes its editor, whatever the editor sends.

use serde_json::{Value, json};

use crate::wire::Wire;

fn started() -> Wire {
    let mut wire = Wire::start();
    let answer = wire.ask("initialize", json!({ "capabilities": {} }));
    assert_eq!(
        answer["result"]["capabilities"]["hoverProvider"],
        json!(true)
    );
    wire.tell("initialized", json!({}));
    wire
}

#[test]
fn nothing_is_answered_before_initialize() {
    let mut wire = Wire::start();
    let answer = wire.ask("textDocument/hover", json!({}));
    assert_eq!(answer["error"]["code"], json!(-32002));
    wire.tell("exit", Value::Null);
    assert_eq!(wire.hang_up(), Some(1));
}

#[test]
fn shutdown_then_exit_is_the_proper_end() {
    let mut wire = started();
    assert_eq!(wire.ask("shutdown", Value::Null)["result"], Value::Null);
    let late = wire.ask("textDocument/hover", json!({}));
    assert_eq!(late["error"]["code"], json!(-32600));
    wire.tell("exit", Value::Null);
    assert_eq!(wire.hang_up(), Some(0));
}

#[test]
fn exit_without_shutdown_and_silence_are_not() {
    let mut wire = started();
    wire.tell("exit", Value::Null);
    assert_eq!(wire.hang_up(), Some(1));
    assert_eq!(started().hang_up(), Some(1));
}

#[test]
fn what_makes_no_sense_is_answered_all_the_same() {
    let mut wire = started();
    assert_eq!(
        wire.ask("workspace/nonsense", json!({}))["error"]["code"],
        json!(-32601)
    );
    wire.tell("$/cancelRequest", json!({ "id": 99 }));
    wire.tell(
        "textDocument/didChange",
        json!({ "textDocument": { "uri": "file:///no/plan.yaml" } }),
    );
    wire.tell("textDocument/didOpen", json!({}));
    wire.tell(
        "textDocument/didClose",
        json!({ "textDocument": { "uri": 7 } }),
    );
    let position = json!({ "line": 4_000_000_000_u64, "character": u64::MAX });
    for uri in ["file:///no/such/plan.yaml", "untitled:1", "", "file:///%zz"] {
        for method in [
            "completion",
            "hover",
            "definition",
            "references",
            "documentSymbol",
            "codeAction",
            "formatting",
            "prepareRename",
            "rename",
        ] {
            let params = json!({ "textDocument": { "uri": uri }, "position": position });
            let answer = wire.ask(&format!("textDocument/{method}"), params);
            assert_eq!(answer["result"], Value::Null, "{method} {uri}: {answer}");
            assert!(answer.get("error").is_none(), "{method} {uri}: {answer}");
        }
    }
    wire.ask("shutdown", Value::Null);
    wire.tell("exit", Value::Null);
    assert_eq!(wire.hang_up(), Some(0));
}

/// Lint speaks too, with its own codes, once a plan is without errors.
#[test]
fn lint_is_part_of_what_an_editor_is_told() {
    let mut wire = started();
    let policies = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies");
    let plan = policies
        .canonicalize()
        .unwrap()
        .join("pingtang-2012/plan.yaml");
    let text = std::fs::read_to_string(&plan).unwrap() + TASK_WITHOUT_RESPONSIBLE;
    let uri = format!("file://{}", plan.display());
    let document = json!({ "uri": uri, "languageId": "yaml", "version": 1, "text": text });
    wire.tell("textDocument/didOpen", json!({ "textDocument": document }));
    let told = loop {
        let message = wire.receive();
        if message["params"]["uri"] == json!(uri) {
            break message["params"]["diagnostics"].clone();
        }
    };
    let codes: Vec<&str> = told
        .as_array()
        .unwrap()
        .iter()
        .map(|d| d["code"].as_str().unwrap())
        .collect();
    assert!(codes.contains(&"LS0705"), "{codes:?}");
}

const TASK_WITHOUT_RESPONSIBLE: &str =
    "\ntasks:\n  - { id: nobodys, name: 无人负责, due: { date: 2012-06-30 } }\n";
