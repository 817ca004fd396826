//! An audit is the same however it was split, written and read.

use luoshi_audit::{Audit, LineError, MergeError, made_up, merge, read, write};
use proptest::prelude::*;

fn written(audit: &Audit) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(audit, &mut bytes).expect("memory takes it");
    bytes
}

/// The townships that fall to each of so many parts.
fn split(audit: &Audit, parts: &[usize], n: usize) -> Vec<Audit> {
    let part = |which: usize| {
        let mine = audit.townships.iter().enumerate();
        let mine = mine.filter(|(at, _)| parts[at % parts.len()] % n == which);
        let mut part = Audit {
            townships: mine.map(|(_, township)| township.clone()).collect(),
            ..audit.clone()
        };
        let used: Vec<&str> = part.townships.iter().filter_map(|t| t.plan()).collect();
        let kept = audit
            .plans
            .iter()
            .filter(|(key, _)| used.contains(&key.as_str()));
        part.plans = kept
            .map(|(key, table)| (key.clone(), table.clone()))
            .collect();
        part
    };
    (0..n).map(part).collect()
}

proptest! {
    #[test]
    fn merging_is_the_same_in_any_order_and_grouping(
        parts in prop::collection::vec(0usize..5, 7),
        order in Just(vec![0, 1, 2, 3, 4]).prop_shuffle(),
        at in 1usize..4,
    ) {
        let audit = made_up(40, 7);
        let parts = split(&audit, &parts, 5);
        let shuffled: Vec<Audit> = order.iter().map(|at| parts[*at].clone()).collect();
        let (first, second) = shuffled.split_at(at);
        let halves = [merge(first.to_vec()).expect("parts of one"), merge(second.to_vec()).expect("parts of one")];
        let merged = merge(halves).expect("parts of one");
        prop_assert_eq!(written(&merged), written(&audit));
    }

    #[test]
    fn a_text_cut_off_is_no_audit_or_a_shorter_one(cut in 0usize..20_000) {
        let bytes = written(&made_up(9, 3));
        let cut = cut.min(bytes.len() - 2);
        if let Ok(read) = read(&mut &bytes[..cut]) {
            prop_assert!(bytes.starts_with(&written(&read)[..cut.min(written(&read).len()) - 1]));
        }
    }
}

#[test]
fn what_was_written_is_read() {
    let audit = made_up(9, 3);
    let bytes = written(&audit);
    assert_eq!(read(&mut bytes.as_slice()).expect("it was written"), audit);
}

#[test]
fn what_is_no_audit_is_told() {
    let text = String::from_utf8(written(&made_up(3, 1))).expect("JSON is UTF-8");
    let mut lines: Vec<&str> = text.lines().collect();
    let read_lines = |lines: &[&str]| read(&mut lines.join("\n").as_bytes());
    assert!(matches!(read_lines(&[]), Err(LineError::Head)));
    assert!(matches!(read_lines(&lines[1..]), Err(LineError::Head)));
    assert!(matches!(
        read_lines(&[lines[0], lines[2]]),
        Err(LineError::NoPlan(2))
    ));
    lines.swap(2, 3);
    assert!(matches!(read_lines(&lines), Err(LineError::Order(4))));
    let strange = lines[0].replace("\"audit\":1", "\"audit\":2");
    assert!(matches!(read_lines(&[&strange]), Err(LineError::Head)));
}

#[test]
fn parts_of_different_audits_are_not_merged() {
    let audit = made_up(3, 1);
    let mut other = audit.clone();
    other.head.engine = "9.9.9".to_owned();
    assert!(matches!(
        merge([audit.clone(), other]),
        Err(MergeError::Heads(_))
    ));
    let mut other = audit.clone();
    other.townships[1].name = "别的镇".to_owned();
    let code = audit.townships[1].code.clone();
    let source = audit.townships[1].source.clone();
    assert_eq!(
        merge([audit.clone(), other]),
        Err(MergeError::Township(code, source))
    );
    assert_eq!(merge([audit.clone(), audit.clone()]), Ok(audit));
    assert_eq!(merge([]), Err(MergeError::None));
}
