//! Bundles: one form, and everything that differs is told apart.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use jiff::civil::date;
use luoshi_checkpoint::{
    Audited, BundleStatement, Change, Difference, Growth, Head, Input, LedgerState, Part, Shared,
    Tree, Used, compare, compare_heads, compare_shared, read_head, read_township, write_head,
    write_township,
};
use luoshi_diagnostics::{Code, Lang, Messages};
use luoshi_package::{Digest, SecretKey};
use serde_json::json;

fn head() -> Head {
    Head {
        engine: "0.1.0".to_owned(),
        as_of: date(2012, 12, 31),
        lang: "zh-CN".to_owned(),
        townships: 1,
        shared: None,
    }
}

fn input(path: &str, part: Part, content: &str) -> Input {
    Input {
        path: path.to_owned(),
        part,
        digest: Digest::of(content.as_bytes()),
    }
}

fn shared() -> Shared {
    Shared {
        evidence: vec![
            input("two.csv", Part::Evidence, "2"),
            input("one.csv", Part::Evidence, "1"),
        ],
        mapping: Some(input("m.yaml", Part::Mapping, "columns")),
        plan: vec![input("plan.yaml", Part::Plan, "luoshi: 1")],
        packages: audited(&RECORDS).packages,
    }
}

fn tree(records: &[&str]) -> Tree {
    let mut tree = Tree::default();
    records
        .iter()
        .for_each(|record| tree.push(record.as_bytes()));
    tree
}

fn state(tree: &Tree) -> Option<LedgerState> {
    Some(LedgerState {
        size: tree.size(),
        root: tree.root(),
    })
}

fn audited(records: &[&str]) -> Audited {
    Audited {
        name: "pingtang".to_owned(),
        inputs: vec![
            input("evidence.jsonl", Part::Evidence, &records.join("\n")),
            input("plan.yaml", Part::Plan, "luoshi: 1"),
        ],
        packages: vec![Used {
            name: "county/security-prevention".to_owned(),
            version: "1.0.0".to_owned(),
            digest: Some(Digest::of(b"archive")),
            files: vec![input("package.yaml", Part::Plan, "package")],
        }],
        ledger: state(&tree(records)),
        result: json!({
            "version": 1,
            "notes": [],
            "assessment": {
                "scores": [],
                "findings": [{ "id": "a", "status": "met" }, { "id": "b", "status": "missed" }],
            },
        }),
    }
}

const RECORDS: [&str; 2] = ["a", "b"];

fn differences(change: impl FnOnce(&mut Audited), records: &[&str]) -> Vec<Difference> {
    let bundle = audited(&RECORDS);
    let mut here = audited(records);
    change(&mut here);
    compare(&bundle, &here, &tree(records), false)
}

fn codes(differences: &[Difference]) -> Vec<&'static str> {
    differences.iter().map(|d| d.note().code.name()).collect()
}

#[test]
fn a_bundle_is_read_as_it_was_written_and_in_no_other_form() {
    let line = write_head(&head());
    assert_eq!(read_head(&line, "b").unwrap(), head());
    for of in [Shared::default(), shared()] {
        let with = Head {
            shared: Some(of),
            ..head()
        };
        let written = write_head(&with);
        assert_eq!(read_head(&written, "b").unwrap(), with);
        let spaced = written.replacen("\"plan\":", "\"plan\": ", 1);
        assert_eq!(read_head(&spaced, "b").unwrap_err().code, Code::BundleForm);
    }
    let township = write_township(&audited(&RECORDS));
    assert_eq!(read_township(&township, "b", 2).unwrap(), audited(&RECORDS));
    let odd = [
        line.replace(':', ": "),
        line.replace("v1", "v2"),
        line.replace("2012-12-31", "20121231"),
        line.replace("\"townships\"", "\"more\":1,\"townships\""),
        line.trim_end().to_owned(),
        String::new(),
    ];
    for odd in odd {
        let read = read_head(&odd, "b").unwrap_err();
        assert_eq!(read.code, Code::BundleForm, "{odd}");
    }
    for (from, to) in [
        ("sha256:", "sha512:"),
        ("\"part\":\"plan\"", "\"part\":\"plans\""),
        ("{\"township\"", "{ \"township\""),
    ] {
        assert!(township.contains(from), "{from}");
        let read = read_township(&township.replacen(from, to, 1), "b", 2);
        assert_eq!(read.unwrap_err().code, Code::BundleForm, "{from}");
    }
}

#[test]
fn the_same_audit_differs_in_nothing() {
    assert_eq!(differences(|_| (), &RECORDS), []);
    assert_eq!(compare_heads(&head(), "0.1.0", None), []);
    let asked = Some(date(2012, 12, 31));
    assert_eq!(compare_heads(&head(), "0.1.0", asked), []);
}

#[test]
fn what_all_townships_share_is_told_once_and_for_all() {
    assert_eq!(compare_shared(&shared(), &shared()), []);
    let mut here = shared();
    // The order is how they were read, and a file of the plan may be called like one of the evidence.
    here.evidence.reverse();
    assert_eq!(compare_shared(&shared(), &here), []);
    here.evidence[0].digest = Digest::of(b"3");
    here.mapping = None;
    here.plan.push(input("one.csv", Part::Other, "1"));
    here.packages[0].version = "1.0.1".to_owned();
    let found = compare_shared(&shared(), &here);
    let wanted = [
        "input-changed",
        "input-missing",
        "input-added",
        "bundle-package-changed",
    ];
    assert_eq!(codes(&found), wanted);
    for difference in &found {
        assert_eq!(difference.township(), None);
        let text = |lang| {
            let note = difference.note();
            Messages::of(lang)
                .find(note.code.name(), &note.args)
                .unwrap_or_default()
        };
        assert!(
            text(Lang::ZhCn).starts_with("全部乡镇"),
            "{}",
            text(Lang::ZhCn)
        );
        assert!(
            text(Lang::En).starts_with("all townships"),
            "{}",
            text(Lang::En)
        );
    }
}

#[test]
fn another_engine_and_another_day_are_told() {
    let found = compare_heads(&head(), "0.2.0", Some(date(2012, 12, 30)));
    assert_eq!(codes(&found), ["bundle-other-engine", "bundle-other-day"]);
}

/// Records here, and what became of those of the bundle.
#[test]
fn of_evidence_it_is_told_what_became_of_the_records() {
    let cases: [(&[&str], Growth); 4] = [
        (&["a", "b", "c"], Growth::Grown(1)),
        (&["a"], Growth::Shrunk),
        (&["a", "x"], Growth::Rewritten),
        (&["x", "b", "c"], Growth::Rewritten),
    ];
    for (records, growth) in cases {
        let found = differences(|_| (), records);
        let [
            Difference::Input {
                change, records, ..
            },
        ] = found.as_slice()
        else {
            panic!("{found:?}");
        };
        assert_eq!((*change, *records), (Change::Changed, Some(growth)));
    }
    // Nobody knows what became of records that cannot be read.
    let unread = |a: &mut Audited| {
        a.inputs[0].digest = Digest::of(b"{");
        a.ledger = None;
    };
    let found = differences(unread, &[]);
    assert!(
        matches!(found.as_slice(), [Difference::Input { records: None, .. }]),
        "{found:?}"
    );
    // The bytes of the file differ, and what it records does not.
    let laid_out = |a: &mut Audited| a.inputs[0].digest = Digest::of(b"a\r\nb");
    let found = differences(laid_out, &RECORDS);
    assert!(
        matches!(
            found.as_slice(),
            [Difference::Input {
                records: Some(Growth::Grown(0)),
                ..
            }]
        ),
        "{found:?}"
    );
}

#[test]
fn files_and_packages_that_changed_are_named() {
    let changed = differences(|a| a.inputs[1].digest = Digest::of(b"other"), &RECORDS);
    assert_eq!(codes(&changed), ["input-changed"]);
    let missing = differences(|a| drop(a.inputs.remove(1)), &RECORDS);
    assert_eq!(codes(&missing), ["input-missing"]);
    let rule = input("rules/x.rhai", Part::Rule, "");
    let added = differences(|a| a.inputs.push(rule), &RECORDS);
    assert_eq!(codes(&added), ["input-added"]);
    let altered = |a: &mut Audited| {
        a.packages[0].digest = Some(Digest::of(b"another"));
        a.packages[0].files[0].digest = Digest::of(b"another");
    };
    let found = differences(altered, &RECORDS);
    let [Difference::Package { change, files, .. }] = found.as_slice() else {
        panic!("{found:?}");
    };
    assert_eq!(*change, Change::Changed);
    assert_eq!(files, &["package.yaml"]);
    let gone = differences(|a| a.packages.clear(), &RECORDS);
    assert!(matches!(
        gone.as_slice(),
        [Difference::Package {
            change: Change::Missing,
            ..
        }]
    ));
}

#[test]
fn findings_that_differ_are_named_and_whether_anything_explains_it() {
    let better = |a: &mut Audited| {
        a.result["assessment"]["findings"][1]["status"] = json!("met");
        a.result["assessment"]["scores"] = json!([100]);
    };
    let found = differences(better, &RECORDS);
    let [
        Difference::Findings {
            ids,
            parts,
            explained,
            ..
        },
    ] = found.as_slice()
    else {
        panic!("{found:?}");
    };
    assert_eq!(
        (ids.as_slice(), parts.as_slice()),
        (&["b".to_owned()][..], &["scores".to_owned()][..])
    );
    assert!(!explained, "nothing else differs");
    let both = differences(better, &["a", "b", "c"]);
    assert_eq!(codes(&both), ["input-changed", "findings-differ"]);
    assert!(matches!(
        both[1],
        Difference::Findings {
            explained: true,
            ..
        }
    ));
    let bundle = audited(&RECORDS);
    let mut here = audited(&RECORDS);
    better(&mut here);
    let engine = compare(&bundle, &here, &tree(&RECORDS), true);
    assert!(matches!(
        engine[..],
        [Difference::Findings {
            explained: true,
            ..
        }]
    ));
    let gone = differences(|a| a.result["assessment"]["findings"] = json!([]), &RECORDS);
    let [Difference::Findings { ids, .. }] = gone.as_slice() else {
        panic!("{gone:?}");
    };
    assert_eq!(ids, &["a", "b"]);
}

/// The file is the same, and the bundle says something else of its records.
#[test]
fn a_ledger_that_was_made_up_in_the_bundle_is_told() {
    let other = state(&tree(&["a", "x"]));
    let found = differences(|a| a.ledger = other, &RECORDS);
    let [
        Difference::Findings {
            ids,
            parts,
            explained,
            ..
        },
    ] = found.as_slice()
    else {
        panic!("{found:?}");
    };
    assert_eq!(
        (ids.len(), parts.as_slice()),
        (0, &["ledger".to_owned()][..])
    );
    assert!(!explained);
}

#[test]
fn what_is_signed_of_a_bundle_is_read_in_one_form_only() {
    let statement = BundleStatement {
        signed: date(2026, 11, 29),
        digest: Digest::of(b"bundle"),
    };
    let key = SecretKey::new("county-audit", &[1; 32]).unwrap();
    let mut note = statement.note();
    note.sign(&key);
    assert_eq!(BundleStatement::parse(note.text()), Some(statement));
    for (from, to) in [
        ("luoshi audit v1", "luoshi package v1"),
        ("2026-11-29", "2026-11-30 "),
        ("sha256:", ""),
    ] {
        assert_eq!(BundleStatement::parse(&note.text().replace(from, to)), None);
    }
    assert_eq!(
        BundleStatement::parse(&format!("{}more\n", note.text())),
        None
    );
}

/// What a message says where there is nothing to list.
#[test]
fn messages_name_what_differs() {
    let words = Messages::of(Lang::En);
    let said = |difference: &Difference| {
        let note = difference.note();
        words.text(note.code.name(), &note.args)
    };
    let scores = differences(|a| a.result["assessment"]["scores"] = json!([1]), &RECORDS);
    assert_eq!(
        said(&scores[0]),
        "pingtang: the findings are the same, and other parts of the report are not (scores); \
         inputs and engine are the same, so the bundle was altered"
    );
    let changed = |a: &mut Audited| {
        a.packages[0].version = "1.1.0".to_owned();
        a.result["assessment"]["findings"] = json!([]);
    };
    let found = differences(changed, &RECORDS);
    assert_eq!(
        said(&found[0]),
        "pingtang: the package `county/security-prevention` is not the one of the audit: \
         1.0.0 then, 1.1.0 now"
    );
    assert_eq!(
        said(&found[1]),
        "pingtang: findings that differ, 2 in all: a, b; what is said above accounts for it"
    );
}
