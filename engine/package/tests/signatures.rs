//! Keys, signed notes, trust and registries: what counts, and everything else refused by its own code.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::Arc;

use jiff::civil::{Date, date};
use luoshi_diagnostics::{Code, Note, Sources};
use luoshi_package::{
    Archive, Index, PackageFiles, SecretKey, Seen, SignedNote, Statement, Trust, Verified,
    VerifierKey, pack, read_index, read_own_index, read_trust, unpack, verify,
};
use proptest::prelude::{ProptestConfig, any, prop, proptest};

/// The key, text and signature of `note_test.go` in golang.org/x/mod/sumdb/note.
const VERIFIER: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const SECRET: &str =
    "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
const TEXT: &str = "If you think cryptography is the answer to your problem,\n\
    then you don't know what your problem is.\n";
const SIGNATURE: &str = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

#[test]
fn notes_are_those_of_go() {
    let key = SecretKey::parse(SECRET).unwrap();
    assert_eq!(key.verifier().to_string(), VERIFIER);
    assert_eq!(key.to_line(), format!("{SECRET}\n"));
    let mut note = SignedNote::new(TEXT).unwrap();
    note.sign(&key);
    let whole = format!("{TEXT}\n{SIGNATURE}");
    assert_eq!(note.to_string(), whole);
    let read = SignedNote::parse(whole.as_bytes()).unwrap();
    assert_eq!(read, note);
    let signature = &read.signatures()[0];
    let verifier = VerifierKey::parse(VERIFIER).unwrap();
    assert!(signature.names(&verifier) && verifier.verifies(TEXT, &signature.bytes));
    assert!(!verifier.verifies(&TEXT.replace("don't", "do"), &signature.bytes));
}

#[test]
fn keys_have_one_form() {
    for at in 0..VERIFIER.len() {
        assert!(VerifierKey::parse(&VERIFIER[..at]).is_none());
        assert!(at == 0 || VerifierKey::parse(&VERIFIER[at..]).is_none());
        let mut changed = VERIFIER.as_bytes().to_vec();
        changed[at] += 1;
        assert!(
            VerifierKey::parse(&String::from_utf8(changed).unwrap()).is_none(),
            "{at}"
        );
    }
    let others = [
        // Another length, and another kind of key, each with the hash that it would have.
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    ];
    for text in others {
        assert!(VerifierKey::parse(text).is_none(), "{text}");
    }
    assert!(SecretKey::parse(VERIFIER).is_none());
    assert!(SecretKey::parse(&SECRET.replace("c74f", "c74e")).is_none());
    for name in ["", "a b", "a+b", "a\u{3000}b", "a\nb"] {
        assert!(SecretKey::new(name, &[1; 32]).is_none(), "{name:?}");
    }
    assert!(!format!("{:?}", SecretKey::parse(SECRET).unwrap()).contains("AYEKFALV"));
}

/// Texts that Go's `Open` takes for no note, after its table of malformed ones.
#[test]
fn notes_have_one_form() {
    let good = format!("{TEXT}\n{SIGNATURE}");
    let many: String = std::iter::repeat_n(SIGNATURE, 101).collect();
    let bad = [
        String::new(),
        TEXT.to_owned(),
        format!("{TEXT}\n"),
        SIGNATURE.to_owned(),
        format!("{TEXT}{SIGNATURE}"),
        good.trim_end().to_owned(),
        format!("{good}\n"),
        format!("{good}more\n"),
        good.replace('—', "-"),
        good.replace("— ", "—"),
        good.replace("AM=", "A?="),
        good.replace("AM=", "AM"),
        good.replace("PeterNeumann ", "Peter+Neumann "),
        good.replace("If", "\tIf"),
        good.replace('\n', "\r\n"),
        format!("{TEXT}\n— PeterNeumann x08goA==\n").replace("goA==", ""),
        format!("{TEXT}\n{many}"),
        format!("{}{good}", "x".repeat(70_000)),
    ];
    for text in bad {
        assert_eq!(SignedNote::parse(text.as_bytes()), None, "{text:.200}");
    }
    assert_eq!(SignedNote::parse(b"\xff\n\n"), None);
}

fn key(name: &str, seed: u8) -> SecretKey {
    SecretKey::new(name, &[seed; 32]).unwrap()
}

fn archive_of(name: &str, version: &str) -> Archive {
    let head = format!(
        "luoshi: 1\npackage: {{ name: {name}, version: {version}, publisher: 县综治委, title: 试, engine: '*', licence: MIT }}\n"
    );
    let head = ("package.yaml".to_owned(), Arc::from(head.as_bytes()));
    pack(PackageFiles::new([head]).unwrap()).unwrap()
}

fn archive() -> Archive {
    archive_of("county/test", "1.0.0")
}

fn signed(archive: &Archive, keys: &[&SecretKey]) -> Vec<u8> {
    let mut note = Statement::of(archive).note();
    keys.iter().for_each(|key| note.sign(key));
    note.to_string().into_bytes()
}

const DAY: Date = date(2026, 6, 1);

/// A trust file in which key `office` of the county is in force, `old` over, `next` yet to come, `lost` revoked.
fn trust_text() -> String {
    let line =
        |key: &SecretKey, rest: &str| format!("      - {{ key: {}, {rest} }}\n", key.verifier());
    let mut text = "luoshi: 1\nto: 2027-12-31\npublishers:\n  - name: 县综治委\n    packages: [county/*]\n    to: 2027-06-30\n    keys:\n".to_owned();
    text += &line(&key("office", 1), "from: 2026-01-01, to: 2026-12-31");
    text += &line(&key("old", 2), "from: 2025-01-01, to: 2025-12-31");
    text += &line(&key("next", 3), "from: 2027-01-01, to: 2027-12-31");
    text += &line(
        &key("lost", 4),
        "from: 2026-01-01, to: 2026-12-31, revoked: { date: 2026-05-01, reason: 丢失 }",
    );
    text += "  - name: 邻县\n    packages: [neighbour/*]\n    to: 2027-12-31\n    keys:\n";
    text += &line(&key("neighbour", 5), "from: 2026-01-01, to: 2026-12-31");
    text += "registries:\n  - name: county\n    keys:\n";
    text += &line(&key("registry", 6), "from: 2026-01-01, to: 2026-12-31");
    text
}

fn read(text: &str) -> (Option<Trust>, Vec<Note>) {
    let mut sources = Sources::default();
    let file = sources.add("trust.yaml".to_owned(), text.to_owned());
    let staged = read_trust(file, text);
    (staged.value, staged.notes)
}

fn trust() -> Trust {
    let (trust, notes) = read(&trust_text());
    assert_eq!(notes, []);
    trust.unwrap()
}

fn codes(result: Result<Verified, Vec<Note>>) -> Vec<Code> {
    let notes = result.err().unwrap_or_default();
    notes.iter().map(|note| note.code).collect()
}

#[test]
fn a_signature_of_a_trusted_key_counts() {
    let archive = archive();
    let note = signed(&archive, &[&key("office", 1)]);
    let verified = verify(&archive, Some(&note), &trust(), DAY).unwrap();
    assert_eq!(verified.publisher, "县综治委");
    assert_eq!(verified.passed_over, []);
    let text = String::from_utf8(note).unwrap();
    let digest = archive.digest;
    assert!(text.starts_with(&format!(
        "luoshi package v1\ncounty/test\n1.0.0\n{digest}\n\n— office "
    )));
}

/// Who signed, the day, and the code for which it is refused.
#[test]
fn every_other_signature_is_refused_by_its_own_code() {
    let archive = archive();
    let cases = [
        (key("office", 1), date(2027, 1, 1), Code::KeyOutsideTerm),
        (key("old", 2), DAY, Code::KeyOutsideTerm),
        (key("next", 3), DAY, Code::KeyOutsideTerm),
        (key("lost", 4), DAY, Code::KeyRevoked),
        // Also for what was signed, or is installed, before that was known.
        (key("lost", 4), date(2026, 2, 1), Code::KeyRevoked),
        (key("neighbour", 5), DAY, Code::PublisherNotAllowed),
        (key("registry", 6), DAY, Code::SignatureUnknownKey),
        // A key of the same name that somebody else made.
        (key("office", 7), DAY, Code::SignatureUnknownKey),
        (key("next", 3), date(2027, 7, 1), Code::PublisherNotAllowed),
        (key("next", 3), date(2028, 1, 1), Code::TrustExpired),
    ];
    for (key, day, code) in cases {
        let note = signed(&archive, &[&key]);
        assert_eq!(
            codes(verify(&archive, Some(&note), &trust(), day)),
            [code],
            "{key:?} {day}"
        );
    }
    // First and last day count.
    for day in [date(2026, 1, 1), date(2026, 12, 31)] {
        assert!(
            verify(
                &archive,
                Some(&signed(&archive, &[&key("office", 1)])),
                &trust(),
                day
            )
            .is_ok()
        );
    }
    assert_eq!(
        codes(verify(&archive, None, &trust(), DAY)),
        [Code::SignatureMissing]
    );
}

#[test]
fn a_signature_of_something_else_is_refused() {
    let archive = archive();
    let office = key("office", 1);
    let verified = |note: &[u8]| codes(verify(&archive, Some(note), &trust(), DAY));
    let more = ("LICENSE".to_owned(), Arc::from(&b"MIT"[..]));
    let files = archive.files.files().clone().into_iter().chain([more]);
    let altered = pack(PackageFiles::new(files).unwrap()).unwrap();
    assert_eq!(
        verified(&signed(&altered, &[&office])),
        [Code::SignatureOtherDigest]
    );
    assert_eq!(
        verified(&signed(&archive_of("county/test", "1.0.1"), &[&office])),
        [Code::SignatureOtherPackage]
    );
    assert_eq!(
        verified(&signed(&archive_of("county/other", "1.0.0"), &[&office])),
        [Code::SignatureOtherPackage]
    );
    // A true signature under a text that was changed to fit.
    let old = String::from_utf8(signed(&archive_of("county/test", "0.9.0"), &[&office])).unwrap();
    let (_, line) = old.split_once("\n\n").unwrap();
    let forged = format!("{}\n{line}", Statement::of(&archive).text());
    assert_eq!(verified(forged.as_bytes()), [Code::SignatureWrong]);
    let mut other = SignedNote::new("luoshi index v1\n").unwrap();
    other.sign(&office);
    assert_eq!(
        verified(other.to_string().as_bytes()),
        [Code::SignatureForm]
    );
    assert_eq!(verified(b"signed, honestly"), [Code::SignatureForm]);
}

#[test]
fn one_signature_that_counts_is_enough_and_the_others_are_told() {
    let archive = archive();
    let note = signed(
        &archive,
        &[
            &key("lost", 4),
            &key("stranger", 9),
            &key("office", 1),
            &key("old", 2),
        ],
    );
    let verified = verify(&archive, Some(&note), &trust(), DAY).unwrap();
    let others: Vec<Code> = verified.passed_over.iter().map(|note| note.code).collect();
    assert_eq!(
        others,
        [
            Code::KeyRevoked,
            Code::SignatureUnknownKey,
            Code::KeyOutsideTerm
        ]
    );
    assert_eq!(verified.key, key("office", 1).verifier().to_string());
    let none = signed(&archive, &[&key("lost", 4), &key("old", 2)]);
    assert_eq!(
        codes(verify(&archive, Some(&none), &trust(), DAY)),
        [Code::KeyRevoked, Code::KeyOutsideTerm]
    );
}

#[test]
fn any_change_of_a_signature_file_is_refused() {
    let archive = archive();
    let note = signed(&archive, &[&key("office", 1)]);
    for at in 0..note.len() {
        for change in [1, 0x20, 0x80] {
            let mut changed = note.clone();
            changed[at] ^= change;
            assert!(
                verify(&archive, Some(&changed), &trust(), DAY).is_err(),
                "byte {at} ^ {change:#x}"
            );
        }
        assert!(verify(&archive, Some(&note[..at]), &trust(), DAY).is_err());
    }
}

#[test]
fn one_key_may_sign_packages_and_a_registry_on_the_same_terms() {
    let text = |days: &str| {
        let key = key("office", 1).verifier().to_string();
        format!(
            "luoshi: 1\nto: 2027-12-31\npublishers:\n  - {{ name: 县综治委, packages: [county/*], to: 2027-12-31, \
             keys: [{{ key: {key}, from: 2026-01-01, to: 2026-12-31 }}] }}\nregistries:\n  - {{ name: county, \
             keys: [{{ key: {key}, {days} }}] }}\n"
        )
    };
    assert_eq!(read(&text("from: 2026-01-01, to: 2026-12-31")).1, []);
    for other in [
        "from: 2026-01-02, to: 2026-12-31",
        "from: 2026-01-01, to: 2026-12-31, revoked: { date: 2026-05-01, reason: 丢失 }",
    ] {
        let codes: Vec<Code> = read(&text(other)).1.iter().map(|note| note.code).collect();
        assert_eq!(codes, [Code::DuplicateId], "{other}");
    }
}

/// What is replaced in a good trust file, by what, and the code that this has.
#[test]
fn a_trust_file_is_read_strictly() {
    let office = key("office", 1).verifier().to_string();
    let old = key("old", 2).verifier().to_string();
    let cases = [
        ("luoshi: 1\n", "", Code::MissingKey),
        ("luoshi: 1", "luoshi: 2", Code::WrongVersion),
        ("\nto: 2027-12-31", "", Code::MissingKey),
        ("to: 2027-12-31\n", "to: 2027-13-31\n", Code::BadValue),
        ("county/*", "county*", Code::BadValue),
        ("county/*", "../*", Code::BadValue),
        (&office, &office[1..], Code::BadValue),
        (&old, &office, Code::DuplicateId),
        ("revoked:", "revokd:", Code::UnknownKey),
        ("date: 2026-05-01, ", "", Code::MissingKey),
        ("from: 2025-01-01", "from: 2025-12-32", Code::BadValue),
        ("from: 2025-01-01", "from: 2026-01-01", Code::SpanReversed),
        ("publishers:", "publishers: &a", Code::YamlAlias),
    ];
    for (from, to, code) in cases {
        let text = trust_text();
        assert!(text.contains(from), "{from}");
        let (trust, notes) = read(&text.replacen(from, to, 1));
        let codes: Vec<Code> = notes.iter().map(|note| note.code).collect();
        assert_eq!(codes, [code], "{from} -> {to}");
        assert_eq!(trust, None);
        assert!(notes.iter().all(|note| note.place.is_some()));
    }
    let keys = [
        ("luoshi", "格式版本"),
        ("publishers", "发布者"),
        ("registries", "发布库"),
        ("packages", "可发布的政策包"),
        ("keys", "密钥表"),
        ("key", "公钥"),
        ("name", "名称"),
        ("from", "从"),
        ("to", "到"),
        ("revoked", "吊销"),
        ("date", "日期"),
        ("reason", "理由"),
    ];
    let chinese = keys.iter().fold(trust_text(), |text, (en, zh)| {
        text.replace(&format!("{en}: "), &format!("{zh}: "))
            .replace(&format!("{en}:\n"), &format!("{zh}:\n"))
    });
    let (same, notes) = read(&chinese);
    assert_eq!(notes, []);
    assert_eq!(same.unwrap().publishers.len(), 2);
    assert_eq!(read("").0, None);
    assert_eq!(read("").1.len(), 1);
}

/// Index number `serial` of the county, with a package or without, and its signature by a key.
fn index(serial: u64, full: bool, key: &SecretKey) -> (Vec<u8>, Vec<u8>) {
    let mut index = Index::new("county", DAY).unwrap();
    index.serial = serial;
    index.expires = date(2026, 6, 30);
    if full {
        index.offer(&archive()).unwrap();
    }
    let mut note = index.note();
    note.sign(key);
    (index.bytes(), note.to_string().into_bytes())
}

fn seen(serial: u64, full: bool) -> Seen {
    let (bytes, note) = index(serial, full, &key("registry", 6));
    read_index(&bytes, &note, &trust(), DAY, None)
        .unwrap()
        .seen()
}

#[test]
fn an_index_says_what_is_on_offer() {
    let (bytes, note) = index(7, true, &key("registry", 6));
    let read = read_index(&bytes, &note, &trust(), DAY, Some(seen(7, true))).unwrap();
    assert_eq!(read.serial, 7);
    assert!(read.offers(&archive()).is_ok());
    assert_eq!(
        read.offers(&archive_of("county/test", "1.1.0"))
            .unwrap_err()
            .code,
        Code::IndexOffers
    );
    assert_eq!(read.seen(), seen(7, true));
    let more = unpack("x", &archive().bytes).unwrap();
    let mut next = read.clone();
    assert!(next.offer(&more).is_ok());
    let files = more
        .files
        .files()
        .clone()
        .into_iter()
        .chain([("LICENSE".to_owned(), Arc::from(&b"x"[..]))]);
    let changed = pack(PackageFiles::new(files).unwrap()).unwrap();
    assert_eq!(next.offer(&changed).unwrap_err().code, Code::VersionTaken);
    assert_eq!(next.offers(&changed).unwrap_err().code, Code::IndexOffers);
}

/// Serial number, whether it is full, the day, what was seen before, and why it is refused.
#[test]
fn an_index_that_is_no_news_is_refused() {
    let cases = [
        (7, true, date(2026, 7, 1), None, Code::IndexExpired),
        (6, true, DAY, Some(seen(7, true)), Code::IndexRollback),
        (7, false, DAY, Some(seen(7, true)), Code::IndexFork),
        (7, true, date(2027, 1, 1), None, Code::KeyOutsideTerm),
        (7, true, date(2028, 1, 1), None, Code::TrustExpired),
    ];
    for (serial, full, day, last, code) in cases {
        let (bytes, note) = index(serial, full, &key("registry", 6));
        let notes = read_index(&bytes, &note, &trust(), day, last).unwrap_err();
        assert_eq!(notes[0].code, code, "{serial} {day}");
    }
    let (bytes, note) = index(8, true, &key("registry", 6));
    assert!(read_index(&bytes, &note, &trust(), DAY, Some(seen(7, false))).is_ok());
}

#[test]
fn an_index_must_be_signed_by_its_registry() {
    for (by, code) in [
        (key("office", 1), Code::SignatureUnknownKey),
        (key("registry", 8), Code::SignatureUnknownKey),
    ] {
        let (bytes, note) = index(7, true, &by);
        assert_eq!(
            read_index(&bytes, &note, &trust(), DAY, None).unwrap_err()[0].code,
            code
        );
        assert_eq!(
            read_own_index(&bytes, &note, &[key("registry", 6).verifier()])
                .unwrap_err()
                .code,
            code
        );
        assert!(read_own_index(&bytes, &note, &[by.verifier()]).is_ok());
    }
    let (bytes, note) = index(7, true, &key("registry", 6));
    let (other, _) = index(7, false, &key("registry", 6));
    assert_eq!(
        read_index(&other, &note, &trust(), DAY, None).unwrap_err()[0].code,
        Code::IndexForm
    );
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        assert!(
            read_index(&changed, &note, &trust(), DAY, None).is_err(),
            "byte {at}"
        );
        assert!(read_index(&bytes[..at], &note, &trust(), DAY, None).is_err());
    }
    for at in 0..note.len() {
        let mut changed = note.clone();
        changed[at] ^= 1;
        assert!(
            read_index(&bytes, &changed, &trust(), DAY, None).is_err(),
            "byte {at} of the note"
        );
    }
}

#[test]
fn no_name_of_an_index_leads_elsewhere() {
    let (bytes, _) = index(7, true, &key("registry", 6));
    let text = String::from_utf8(bytes)
        .unwrap()
        .replace("county/test", "../../test");
    assert!(read_own_index(text.as_bytes(), b"", &[]).is_err());
    assert_eq!(
        Index::path("county/test", archive().manifest.version),
        "county/test/1.0.0.luoshi.zip"
    );
    assert_eq!(Index::new("a\nb", DAY), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), text in "[-a-z0-9:+ \n{}\\[\\],—=/*]{0,200}") {
        let _ = SignedNote::parse(&bytes);
        let _ = SignedNote::parse(text.as_bytes());
        let _ = VerifierKey::parse(&text);
        let _ = SecretKey::parse(&text);
        let _ = Statement::parse(&text);
        let _ = read(&text);
        let _ = read(&format!("luoshi: 1\npublishers: {text}"));
        let _ = read_own_index(&bytes, text.as_bytes(), &[]);
    }

    #[test]
    fn what_a_key_signs_it_verifies_and_no_other_text(seed in any::<[u8; 32]>(), text in "[a-z\u{4e00}-\u{4e10}]{1,40}") {
        let key = SecretKey::new("k", &seed).unwrap();
        let text = format!("{text}\n");
        let mut note = SignedNote::new(&text).unwrap();
        note.sign(&key);
        let read = SignedNote::parse(note.to_string().as_bytes()).unwrap();
        let bytes = &read.signatures()[0].bytes;
        assert!(key.verifier().verifies(&text, bytes));
        assert!(!key.verifier().verifies(&format!("{text}x"), bytes));
        assert_eq!(SecretKey::parse(&key.to_line()).unwrap().verifier(), key.verifier());
    }
}
