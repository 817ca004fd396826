//! Whose signature of a checkpoint or an audit counts.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use jiff::civil::{Date, date};
use luoshi_diagnostics::{Code, Note, Sources};
use luoshi_package::{SecretKey, SignedNote, Trust, attested, read_trust};

const SIGNED: Date = date(2026, 6, 30);
const TODAY: Date = date(2027, 6, 30);

fn key(name: &str, seed: u8) -> SecretKey {
    SecretKey::new(name, &[seed; 32]).unwrap()
}

/// A trust file with a publisher, an auditor with a key in force in 2026 and one that was lost.
fn trust_text() -> String {
    let term = "from: 2026-01-01, to: 2026-12-31";
    let lost = format!("{term}, revoked: {{ date: 2026-09-01, reason: 丢失 }}");
    let line =
        |key: SecretKey, rest: &str| format!("      - {{ key: {}, {rest} }}\n", key.verifier());
    format!(
        "luoshi: 1\nto: 2027-12-31\n\
         publishers:\n  - name: 县综治委\n    packages: [county/*]\n    to: 2027-12-31\n    keys:\n{}\
         auditors:\n  - name: 县审计局\n    keys:\n{}{}",
        line(key("office", 1), term),
        line(key("audit", 2), term),
        line(key("lost", 3), &lost),
    )
}

fn read(text: &str) -> (Option<Trust>, Vec<Note>) {
    let file = Sources::default().add("trust.yaml".to_owned(), text.to_owned());
    let staged = read_trust(file, text);
    (staged.value, staged.notes)
}

fn note(keys: &[SecretKey]) -> SignedNote {
    let mut note = SignedNote::new("luoshi/ledger/PT/x\n0\nroot\n").unwrap();
    keys.iter().for_each(|key| note.sign(key));
    note
}

fn codes(note: &SignedNote, signed: Date, today: Date) -> Vec<Code> {
    let trust = read(&trust_text()).0.unwrap();
    let refused = attested(note, &trust, signed, today).err();
    refused.into_iter().flatten().map(|n| n.code).collect()
}

#[test]
fn a_key_of_an_auditor_counts_on_the_day_that_was_signed_also_when_it_has_ended_since() {
    let trust = read(&trust_text()).0.unwrap();
    let both = note(&[key("township", 9), key("audit", 2)]);
    let found = attested(&both, &trust, SIGNED, TODAY).unwrap();
    assert_eq!(found.auditor, "县审计局");
    assert_eq!(found.key, key("audit", 2).verifier().to_string());
    let passed: Vec<Code> = found.passed_over.iter().map(|n| n.code).collect();
    assert_eq!(passed, [Code::SignatureUnknownKey]);
}

/// Who signed, when by his word, what day it is, and the code for which it is refused.
#[test]
fn every_other_signature_is_refused_by_its_own_code() {
    let cases = [
        (
            key("audit", 2),
            date(2025, 12, 31),
            TODAY,
            Code::KeyOutsideTerm,
        ),
        (
            key("audit", 2),
            date(2027, 1, 1),
            TODAY,
            Code::KeyOutsideTerm,
        ),
        (
            key("audit", 2),
            SIGNED,
            date(2028, 1, 1),
            Code::TrustExpired,
        ),
        (key("lost", 3), SIGNED, TODAY, Code::KeyRevoked),
        // Who may publish may not audit.
        (key("office", 1), SIGNED, TODAY, Code::SignatureUnknownKey),
        // A key of the same name that somebody else made.
        (key("audit", 7), SIGNED, TODAY, Code::SignatureUnknownKey),
    ];
    for (key, signed, today, code) in cases {
        assert_eq!(
            codes(&note(std::slice::from_ref(&key)), signed, today),
            [code],
            "{key:?}"
        );
    }
}

#[test]
fn a_text_that_was_meddled_with_is_not_taken_whoever_else_signed_it() {
    let good = note(&[key("audit", 2)]).to_string();
    let meddled = good.replace("\n0\n", "\n1\n");
    let meddled = SignedNote::parse(meddled.as_bytes()).unwrap();
    assert_eq!(codes(&meddled, SIGNED, TODAY), [Code::SignatureWrong]);
}

#[test]
fn an_office_may_use_one_key_for_several_tasks_on_the_same_terms_only() {
    let (office, audit) = (key("office", 1).verifier(), key("audit", 2).verifier());
    let same = trust_text().replace(&audit.to_string(), &office.to_string());
    assert_eq!(read(&same).1, []);
    let lost = key("lost", 3).verifier().to_string();
    // The line of the lost key is revoked, that of the publisher is not.
    let other = trust_text().replace(&lost, &office.to_string());
    let twice = same.replace(&lost, &office.to_string());
    for text in [other, twice] {
        let found: Vec<Code> = read(&text).1.iter().map(|n| n.code).collect();
        assert_eq!(found, [Code::DuplicateId]);
    }
    let chinese = trust_text().replace("auditors:", "审计人:");
    assert_eq!(read(&chinese).0.unwrap().auditors.len(), 1);
    let short = trust_text().replace("  - name: 县审计局\n    keys:", "  - keys:");
    let found: Vec<Code> = read(&short).1.iter().map(|n| n.code).collect();
    assert_eq!(found, [Code::MissingKey]);
}
