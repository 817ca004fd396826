//! Checkpoints of ledgers and proofs: what an auditor sees when a ledger grew, and when it was altered.

use std::fs;

use crate::case::{Case, copy};

/// The key of `note_test.go` in golang.org/x/mod/sumdb/note.
pub(crate) const KEY: &str =
    "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz\n";

const TRUST: &str = "\
格式版本: 1
到: 2027-12-31
审计人:
  - 名称: 县审计局
    密钥表:
      - 公钥: PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW
        从: 2012-01-01
        到: 2012-12-31
";

fn record(id: &str, date: &str) -> String {
    format!(
        r#"{{"actor":"zongzhi_office","date":"{date}","duty":"visit","id":"{id}","kind":"visit","subject":"v01"}}"#
    ) + "\n"
}

/// Ledgers of one plan: as it was, grown, and altered in different ways; a key, a trust file.
fn ledgers() -> Case {
    let case = Case::with_plan();
    fs::remove_file(case.path("p/ledger.db")).unwrap();
    let all = [
        record("V1", "2012-02-03"),
        record("V2", "2012-03-03"),
        record("V3", "2012-04-03"),
        record("V4", "2012-05-03"),
    ];
    let edited = record("V2", "2012-03-30");
    let [one, two, three, four] = &all;
    let kinds = [
        ("grown", all.concat()),
        (
            "edited",
            [one, &edited, three, four].map(String::as_str).concat(),
        ),
        ("short", [one, three].map(String::as_str).concat()),
        (
            "moved",
            [one, three, two, four].map(String::as_str).concat(),
        ),
        ("p", all[..3].concat()),
    ];
    for (name, records) in kinds {
        if name != "p" {
            copy(&case.path("p"), &case.path(name));
        }
        fs::write(case.path(&format!("{name}/evidence.jsonl")), records).unwrap();
    }
    case.file("audit.key", KEY).file("trust.yaml", TRUST)
}

#[test]
fn a_ledger_is_compared_with_what_it_was() {
    ledgers().transcript("checkpoint", &[
        "ledger checkpoint p --key audit.key --as-of 2012-06-30",
        "ledger checkpoint p --key audit.key --as-of 2012-06-30 -o june --records june.list",
        "ledger verify p --since june",
        "ledger verify grown --since june --trust trust.yaml --as-of 2026-01-01",
        "ledger verify grown --since june --trust trust.yaml --as-of 2028-01-01",
        "ledger verify edited --since june",
        "ledger verify edited --since june --records june.list",
        "ledger verify short --since june --records june.list --lang en",
        "ledger verify moved --since june --records june.list --trust trust.yaml --as-of 2026-01-01",
        "ledger verify moved --since june --records june.list --format json",
        "ledger checkpoint grown --key audit.key --as-of 2012-12-31 -o december --records december.list",
        "ledger verify grown --since june --records december.list",
        "ledger verify grown --since june --origin luoshi/ledger/T02/other",
        "ledger verify grown --since june.list",
        "ledger verify grown --since june --trust june",
    ]);
}

#[test]
fn proofs_are_verified_without_the_ledger() {
    let case = ledgers();
    case.transcript(
        "proof",
        &[
            "ledger checkpoint p --key audit.key --as-of 2012-06-30 -o june -q",
            "ledger checkpoint grown --key audit.key --as-of 2012-12-31 -o december -q",
            "ledger checkpoint short --key audit.key --as-of 2012-12-31 -o short.december -q",
            "ledger prove grown --from june",
            "ledger prove grown --from june --to december -o growth",
            "ledger prove grown --from june --key audit.key --as-of 2012-12-31",
            "ledger verify --since june --proof growth --trust trust.yaml --as-of 2026-01-01",
            "ledger verify --since june --proof growth --lang en",
            "ledger verify --since june --proof growth --to short.december",
            "ledger verify --since december --proof growth",
            "ledger verify --proof growth",
            "ledger prove edited --from june",
            "ledger prove p --from december",
            "ledger prove grown --record V2 --to june -o record",
            "ledger verify --proof record --trust trust.yaml --as-of 2026-01-01",
            "ledger prove grown --record V4 --to june",
            "ledger prove grown --record V5 --to june",
            "ledger prove grown --record V2",
            "ledger prove grown",
            "ledger verify --since june --proof june",
        ],
    );
    let proof = case.read("growth");
    // A hash of the proof with one letter changed, and the record of the other with another day.
    let at = proof.find('\n').unwrap() + 1;
    let changed = if proof[at..].starts_with('A') {
        "B"
    } else {
        "A"
    };
    let spoilt = format!("{}{changed}{}", &proof[..at], &proof[at + 1..]);
    let case = case.file("spoilt", spoilt);
    let ran = case.run("ledger verify --since june --proof spoilt");
    assert_eq!(ran.code, Some(2), "{}", ran.stdout);
    assert!(ran.stderr.contains("LS1042") || ran.stderr.contains("LS1041"));
    let json = case
        .run("ledger verify --proof record --format json")
        .stdout;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["record"]["id"], "V2");
    assert_eq!(json["number"], 2);
    assert_eq!(json["signature"]["verified"], false);
    let forged = case.read("record").replace("index 1", "index 0");
    let case = case.file("forged", forged);
    let ran = case.run("ledger verify --proof forged");
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("LS1042"), "{}", ran.stderr);
}

/// What was signed stays true of the same records in a ledger file, and nothing else.
#[test]
fn a_ledger_file_and_a_text_of_the_same_records_are_the_same_ledger() {
    let case = ledgers();
    for step in [
        "ledger checkpoint p --key audit.key -o text",
        "init kept --as-of 2012-01-01 -q",
        "import p/evidence.jsonl --to kept -q",
        "ledger checkpoint kept --key audit.key -o june --records june.list -q",
    ] {
        assert_eq!(case.run(step).code, Some(0), "{step}");
    }
    // On entry each record gets the time at which it was entered, and is another record by that.
    let other = case.run("ledger verify kept --since text");
    assert_eq!(other.code, Some(1));
    assert!(other.stdout.contains("LS1044"), "{}", other.stdout);
    // Exported, it is the same ledger.
    let exported = case.run("export kept").stdout;
    let case = case.file("p/evidence.jsonl", exported);
    let same = case.run("ledger verify p --since june");
    assert_eq!((same.code, same.stderr.as_str()), (Some(0), ""));
    let same = case.run("ledger verify p/evidence.jsonl --since june");
    assert_eq!(same.code, Some(0));
    // An empty ledger is the beginning of every other.
    assert_eq!(case.run("init empty --as-of 2012-01-01 -q").code, Some(0));
    let step = "ledger checkpoint empty --key audit.key -o nothing -q";
    assert_eq!(case.run(step).code, Some(0));
    assert_eq!(case.run("ledger verify kept --since nothing").code, Some(0));
    assert_eq!(case.run("ledger verify empty --since june").code, Some(1));
    // A ledger file alone does not say whose it is.
    fs::create_dir(case.path("alone")).unwrap();
    fs::copy(case.path("kept/ledger.db"), case.path("alone/ledger.db")).unwrap();
    let ran = case.run("ledger checkpoint alone/ledger.db --key audit.key");
    assert!(ran.stderr.contains("LS1048"), "{}", ran.stderr);
    let named = "ledger verify alone/ledger.db --since june --origin luoshi/ledger/T01/my-plan";
    assert_eq!(case.run(named).code, Some(0));
}

/// The chain was made anew behind a changed record: nothing but a checkpoint can tell.
#[test]
fn a_ledger_whose_chain_was_made_anew_is_told_by_its_checkpoint_alone() {
    let case = ledgers();
    for step in [
        "init kept --as-of 2012-01-01 -q",
        "import grown/evidence.jsonl --to kept -q",
        "ledger checkpoint kept --key audit.key -o june --records june.list -q",
        "init forged --as-of 2012-01-01 -q",
    ] {
        assert_eq!(case.run(step).code, Some(0), "{step}");
    }
    // Records that have their time of entry keep it: only what was changed differs.
    let forged = case
        .run("export kept")
        .stdout
        .replace("2012-03-03", "2012-03-31");
    let case = case.file("forged.jsonl", forged);
    assert_eq!(case.run("import forged.jsonl --to forged -q").code, Some(0));
    assert_eq!(case.run("ledger verify forged").code, Some(0));
    let ran = case.run("ledger verify forged --since june --records june.list");
    assert_eq!(ran.code, Some(1));
    for told in ["LS1044", "LS1049", "第 2 条", "V2"] {
        assert!(ran.stdout.contains(told), "{}", ran.stdout);
    }
}

#[test]
fn a_ledger_whose_chain_is_broken_is_altered_and_gets_no_checkpoint() {
    let case = ledgers();
    for step in [
        "init kept --as-of 2012-01-01 -q",
        "import grown/evidence.jsonl --to kept -q",
        "ledger checkpoint kept --key audit.key -o june -q",
    ] {
        assert_eq!(case.run(step).code, Some(0), "{step}");
    }
    // As somebody would who has no tool for databases: the day of a record, in the bytes of the file.
    let path = case.path("kept/ledger.db");
    let bytes = fs::read(&path).unwrap();
    let (from, to) = (b"\"date\":\"2012-03-03\"", b"\"date\":\"2012-03-04\"");
    let at = bytes.windows(from.len()).position(|w| w == from).unwrap();
    let mut bytes = bytes;
    bytes[at..at + to.len()].copy_from_slice(to);
    fs::write(&path, bytes).unwrap();
    for (step, codes) in [
        ("ledger verify kept", ["LS0309", "LS0309"]),
        ("ledger verify kept --since june", ["LS0309", "LS1044"]),
        (
            "ledger checkpoint kept --key audit.key",
            ["LS0309", "LS0309"],
        ),
        ("ledger prove kept --from june", ["LS0309", "LS0309"]),
    ] {
        let ran = case.run(step);
        assert_eq!(ran.code, Some(1), "{step}");
        let told = format!("{}{}", ran.stdout, ran.stderr);
        assert!(codes.iter().all(|code| told.contains(code)), "{told}");
    }
}

#[test]
fn signatures_that_do_not_count_are_refused() {
    let case = ledgers();
    for step in [
        // Anybody can make a key of the same name.
        "key new PeterNeumann -q",
        "ledger checkpoint p --key PeterNeumann.key --as-of 2012-06-30 -o strange -q",
        "ledger checkpoint p --key audit.key --as-of 2012-06-30 -o june -q",
        "ledger checkpoint p --key audit.key --as-of 2013-06-30 -o late -q",
    ] {
        assert_eq!(case.run(step).code, Some(0), "{step}");
    }
    let meddled = case
        .read("june")
        .replace("day 2012-06-30", "day 2012-05-30");
    let case = case.file("meddled", meddled);
    for (checkpoint, code) in [
        ("late", "LS0920"),
        ("meddled", "LS0915"),
        ("strange", "LS0918"),
    ] {
        let step = format!("ledger verify p --since {checkpoint} --trust trust.yaml");
        let ran = case.run(&format!("{step} --as-of 2026-01-01"));
        assert_eq!(ran.code, Some(2), "{step}");
        assert!(ran.stderr.contains(code), "{}", ran.stderr);
    }
}
