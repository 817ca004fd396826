//! Every reason has its own words in both languages, and they name no argument that the
//! note lacks.

use luoshi_diagnostics::{Arg, Args, FileId, Lang, Messages};
use luoshi_evidence::{Names, import_jsonl};

/// The variants of the messages about lines and fields, as the catalogues spell them.
const SYNTAX: [&str; 5] = [
    "not_object",
    "unfinished",
    "bad_sign",
    "bad_text",
    "trailing",
];
const FIELD: [&str; 24] = [
    "unknown",
    "twice",
    "missing",
    "want_text",
    "want_list",
    "want_object",
    "kind",
    "date",
    "time",
    "moment",
    "number",
    "precise",
    "large",
    "long",
    "many",
    "control",
    "separator",
    "hash",
    "fixed",
    "set_outside",
    "nothing_set",
    "set_and_void",
    "circle",
    "name",
];

fn args(reason: &str, near: &str) -> Args {
    let text = |name, value: &str| (name, Arg::from(value));
    vec![
        text("reason", reason),
        text("field", "F"),
        text("value", "V"),
        text("near", near),
        text("suggestion", "S"),
        ("limit", Arg::from(200_i64)),
    ]
}

#[test]
fn every_reason_has_its_own_words() {
    for lang in Lang::ALL {
        let words = Messages::of(lang);
        for (key, reasons) in [("record-syntax", &SYNTAX[..]), ("record-field", &FIELD[..])] {
            let mut seen = std::collections::BTreeSet::new();
            for reason in reasons {
                let said = words.text(key, &args(reason, "no"));
                let help = words.text(&format!("{key}.help"), &args(reason, "no"));
                assert!(
                    !said.contains("{$") && !help.contains("{$"),
                    "{said} / {help}"
                );
                assert!(!said.ends_with(['.', '。']), "{said}");
                assert!(
                    seen.insert(said.clone()),
                    "{lang:?} {reason} has no words of its own: {said}"
                );
            }
        }
        let near = words.text("record-field.help", &args("unknown", "yes"));
        assert!(near.contains('S'), "{near}");
    }
}

#[test]
fn a_personal_number_is_never_repeated() {
    let line = r#"{"kind":"visit","date":"2012-05-10","note":"13812345678"}"#;
    let import = import_jsonl(line, FileId(0), &Names::default());
    let notes = format!("{:?}", import.all_notes());
    let rejected = format!("{:?}", import.rejected);
    assert!(!notes.contains("138") && !rejected.contains("138"));
}
