//! What differs between a bundle and the audit done again, for tools.

use luoshi_checkpoint::{Difference, Growth};
use luoshi_diagnostics::{Messages, Sources, render_json};
use serde_json::{Value, json};

/// One thing that differs: its note, and what it is about.
pub(super) fn difference(difference: &Difference, words: Messages) -> Value {
    let note = difference.note();
    let rendered = render_json(&[note], &Sources::default(), words);
    let mut json = rendered[0].clone();
    json["township"] = json!(difference.township());
    match difference {
        Difference::Engine { bundle, here } => {
            json["bundle"] = json!(bundle);
            json["here"] = json!(here);
        }
        Difference::Day { bundle, asked } => {
            json["bundle"] = json!(bundle);
            json["asked"] = json!(asked);
        }
        Difference::Township { .. } => {}
        Difference::Input {
            path,
            change,
            records,
            ..
        } => {
            json["path"] = json!(path);
            json["change"] = json!(change.word());
            json["records"] = records.map_or(Value::Null, growth);
        }
        Difference::Package {
            name,
            change,
            bundle,
            here,
            files,
            ..
        } => {
            json["package"] = json!(name);
            json["change"] = json!(change.word());
            json["bundle"] = json!(bundle);
            json["here"] = json!(here);
            json["files"] = json!(files);
        }
        Difference::Findings {
            ids,
            parts,
            explained,
            ..
        } => {
            json["findings"] = json!(ids);
            json["parts"] = json!(parts);
            json["explained"] = json!(explained);
        }
    }
    json
}

fn growth(growth: Growth) -> Value {
    match growth {
        Growth::Grown(added) => json!({ "result": "grown", "added": added }),
        Growth::Shrunk => json!({ "result": "shrunk" }),
        Growth::Rewritten => json!({ "result": "rewritten" }),
    }
}
