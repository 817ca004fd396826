//! Checkpoints, proofs as texts, and what became of a ledger.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use jiff::civil::{Date, date};
use luoshi_checkpoint::{
    Checkpoint, ConsistencyProof, Growth, Happened, InclusionProof, RecordList, SignedCheckpoint,
    Tree, TreeHash, Unproved, consistent, grown,
};
use luoshi_diagnostics::{Code, Note};
use luoshi_package::{SecretKey, SignedNote};
use proptest::prelude::{any, proptest};
use proptest::{prop_assert, prop_assert_eq};

const DAY: Date = date(2012, 6, 30);
const ORIGIN: &str = "luoshi/ledger/PT/pingtang-2012";

fn key(name: &str, seed: u8) -> SecretKey {
    SecretKey::new(name, &[seed; 32]).unwrap()
}

fn ledger(records: &[&str]) -> RecordList {
    let mut list = RecordList::default();
    for record in records {
        let id = record.split(':').next().unwrap_or_default();
        list.push(record.as_bytes(), id);
    }
    list
}

fn checkpoint(tree: &Tree) -> Checkpoint {
    Checkpoint::new(ORIGIN, tree.size(), tree.root(), DAY)
}

fn signed(tree: &Tree) -> SignedCheckpoint {
    SignedCheckpoint::new(checkpoint(tree), &key("county-audit", 1)).unwrap()
}

fn code<T>(result: Result<T, Note>) -> Option<Code> {
    result.err().map(|note| note.code)
}

#[test]
fn a_checkpoint_has_the_public_form_and_is_read_back() {
    let tree = ledger(&["a:1", "b:1", "c:1"]).tree();
    let signed = signed(&tree);
    let text = signed.note.to_string();
    let root = tree.root();
    let body = format!("{ORIGIN}\n3\n{root}\nday 2012-06-30\n\n— county-audit ");
    assert!(text.starts_with(&body), "{text}");
    let read = SignedCheckpoint::parse(text.as_bytes(), "c").unwrap();
    assert_eq!(read, signed);
    assert_eq!(read.checkpoint.day(), Some(DAY));
    let verifier = key("county-audit", 1).verifier();
    let signature = &read.note.signatures()[0];
    assert!(verifier.verifies(read.note.text(), &signature.bytes));
    // Another key of the same name is none of it.
    let stranger = key("county-audit", 2).verifier();
    assert!(!signature.names(&stranger));
    assert!(!stranger.verifies(read.note.text(), &signature.bytes));
}

/// The example of the specification, which luoshi did not write.
#[test]
fn a_checkpoint_of_another_program_is_read() {
    let text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n\
        — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n";
    let read = SignedCheckpoint::parse(text.as_bytes(), "c").unwrap();
    assert_eq!(read.checkpoint.origin, "example.com/behind-the-sofa");
    assert_eq!(read.checkpoint.size, 20_852_163);
    assert_eq!(read.checkpoint.day(), None);
    assert_eq!(read.note.to_string(), text);
}

#[test]
fn a_text_that_is_written_otherwise_is_no_checkpoint() {
    let good = checkpoint(&ledger(&["a:1"]).tree()).text();
    assert!(Checkpoint::parse(&good).is_some());
    let root = TreeHash::leaf(b"a:1").to_string();
    let cases = [
        good.replace("\n1\n", "\n01\n"),
        good.replace("\n1\n", "\n+1\n"),
        good.replace("\n1\n", "\n-1\n"),
        good.replace("\n1\n", "\n18446744073709551616\n"),
        good.replace(&root, &root[1..]),
        good.replace('=', ""),
        good.replace(ORIGIN, ""),
        good.replace("day", "\nday"),
        good.trim_end().to_owned(),
        format!("{good}\n"),
        String::new(),
    ];
    for case in cases {
        assert_eq!(Checkpoint::parse(&case), None, "{case:?}");
        let note = SignedNote::new(&case).map(|mut note| {
            note.sign(&key("k", 1));
            note.to_string()
        });
        let read = SignedCheckpoint::parse(note.unwrap_or_default().as_bytes(), "c");
        assert_eq!(code(read), Some(Code::CheckpointForm), "{case:?}");
    }
    // A day that is none is a line like any other.
    let odd = good.replace("2012-06-30", "20120630");
    assert_eq!(Checkpoint::parse(&odd).unwrap().day(), None);
}

#[test]
fn what_is_cut_off_anywhere_is_refused() {
    let list = ledger(&["a:1", "b:1", "c:1", "d:1", "e:1"]);
    let tree = list.tree();
    let new = signed(&tree);
    let whole = new.note.to_string();
    for at in 0..whole.len() {
        let read = SignedCheckpoint::parse(&whole.as_bytes()[..at], "c");
        assert_eq!(code(read), Some(Code::CheckpointForm), "{at}");
    }
    let proof = ConsistencyProof {
        old: 3,
        hashes: tree.consistency(3, 5).unwrap(),
        new: Some(new.clone()),
    };
    let whole = proof.to_string();
    assert_eq!(ConsistencyProof::parse(&whole, "p").unwrap(), proof);
    // Cut off before the later checkpoint begins, it is a proof without one.
    let alone = ConsistencyProof { new: None, ..proof };
    assert_eq!(
        ConsistencyProof::parse(&alone.to_string(), "p").unwrap(),
        alone
    );
    for (at, _) in whole.char_indices() {
        let read = ConsistencyProof::parse(&whole[..at], "p");
        assert_eq!(read.is_ok(), at == alone.to_string().len(), "{at}");
    }
    let proof = InclusionProof {
        record: b"d:1".to_vec(),
        index: 3,
        hashes: tree.inclusion(3, 5).unwrap(),
        checkpoint: new,
    };
    let whole = proof.to_string();
    assert!(whole.starts_with("c2sp.org/tlog-proof@v1\nextra ZDox\nindex 3\n"));
    let read = InclusionProof::parse(&whole, "p").unwrap();
    assert_eq!((&read, read.verify()), (&proof, Ok(())));
    for (at, _) in whole.char_indices() {
        assert!(InclusionProof::parse(&whole[..at], "p").is_err(), "{at}");
    }
}

#[test]
fn a_proof_that_was_tampered_with_proves_nothing() {
    let tree = ledger(&["a:1", "b:1", "c:1", "d:1", "e:1"]).tree();
    let proof = InclusionProof {
        record: b"d:1".to_vec(),
        index: 3,
        hashes: tree.inclusion(3, 5).unwrap(),
        checkpoint: signed(&tree),
    };
    let with = |change: &dyn Fn(&mut InclusionProof)| {
        let mut changed = proof.clone();
        change(&mut changed);
        changed.verify()
    };
    assert_eq!(with(&|_| ()), Ok(()));
    assert_eq!(with(&|p| p.record = b"d:2".to_vec()), Err(Unproved::Root));
    assert_eq!(with(&|p| p.index = 2), Err(Unproved::Root));
    assert_eq!(with(&|p| p.index = 5), Err(Unproved::Outside));
    assert_eq!(with(&|p| p.hashes.truncate(1)), Err(Unproved::Length));
    let other = ledger(&["a:1", "b:1", "c:1", "d:1", "e:2"]).tree();
    assert_eq!(
        with(&|p| p.checkpoint = signed(&other)),
        Err(Unproved::Root)
    );
    for bad in ["old 03\n\n", "old 3\nAAAA\n\n", "old\n\n", "new 3\n\n"] {
        let read = ConsistencyProof::parse(bad, "p");
        assert_eq!(code(read), Some(Code::ProofForm), "{bad}");
    }
    let many = format!("old 3\n{}\n", format!("{}\n", tree.root()).repeat(64));
    assert_eq!(
        code(ConsistencyProof::parse(&many, "p")),
        Some(Code::ProofForm)
    );
}

#[test]
fn growth_shrinking_and_rewriting_are_told_apart() {
    let was = ledger(&["a:1", "b:1", "c:1"]).tree();
    let old = checkpoint(&was);
    let cases: [(&[&str], Growth, Option<Code>); 6] = [
        (&["a:1", "b:1", "c:1"], Growth::Grown(0), None),
        (&["a:1", "b:1", "c:1", "d:1"], Growth::Grown(1), None),
        (&["a:1", "b:1"], Growth::Shrunk, Some(Code::LedgerShrunk)),
        (&[], Growth::Shrunk, Some(Code::LedgerShrunk)),
        // As many records, another root: a fork.
        (
            &["a:1", "b:2", "c:1"],
            Growth::Rewritten,
            Some(Code::LedgerRewritten),
        ),
        (
            &["a:1", "c:1", "b:1", "d:1"],
            Growth::Rewritten,
            Some(Code::LedgerRewritten),
        ),
    ];
    for (records, growth, code) in cases {
        let now = ledger(records).tree();
        assert_eq!(grown(&old, &now), growth, "{records:?}");
        let note = growth.note(&old, now.size(), "ledger.db");
        assert_eq!(note.map(|note| note.code), code);
    }
    let empty = checkpoint(&Tree::default());
    assert_eq!(grown(&empty, &was), Growth::Grown(3));
    let other = code(old.about("luoshi/ledger/PT/other"));
    assert_eq!(other, Some(Code::CheckpointOtherLedger));
    assert_eq!(old.about(ORIGIN), Ok(()));
}

/// The ledger now; then number, what happened, which record was and is there, how many are gone.
type Told<'t> = (&'t [&'t str], u64, Happened, &'t str, &'t str, u64);

#[test]
fn a_list_of_hashes_names_the_first_record_that_differs() {
    let was = ["a:1", "b:1", "c:1", "d:1"];
    let cases: [Told<'_>; 8] = [
        (
            &["a:1", "b:2", "c:1", "d:1"],
            2,
            Happened::Edited,
            "b",
            "b",
            1,
        ),
        (&["a:1", "c:1", "d:1"], 2, Happened::Removed, "b", "c", 1),
        (&["a:1", "b:1", "c:1"], 4, Happened::Removed, "d", "", 1),
        (
            &["a:1", "x:1", "b:1", "c:1", "d:1"],
            2,
            Happened::Inserted,
            "b",
            "x",
            0,
        ),
        (
            &["a:1", "c:1", "b:1", "d:1"],
            2,
            Happened::Moved,
            "b",
            "c",
            0,
        ),
        (
            &["a:1", "x:1", "c:1", "d:1"],
            2,
            Happened::Replaced,
            "b",
            "x",
            1,
        ),
        // An edited record is told as edited also where it was moved.
        (
            &["a:1", "c:1", "b:2", "d:1"],
            2,
            Happened::Edited,
            "b",
            "c",
            1,
        ),
        (&[], 1, Happened::Removed, "a", "", 4),
    ];
    let list = ledger(&was);
    for (records, number, happened, was, is, gone) in cases {
        let found = list.divergence(&ledger(records)).unwrap();
        assert_eq!(
            (
                found.number,
                found.happened,
                found.was.as_str(),
                found.is.as_str(),
                found.gone
            ),
            (number, happened, was, is, gone),
            "{records:?}"
        );
    }
    assert_eq!(list.divergence(&list), None);
    assert_eq!(
        list.divergence(&ledger(&["a:1", "b:1", "c:1", "d:1", "e:1"])),
        None
    );
    // Twice in the list, once in the ledger: one is gone.
    let twice = ledger(&["a:1", "a:1", "b:1"]);
    assert_eq!(twice.divergence(&ledger(&["a:1", "b:1"])).unwrap().gone, 1);
}

#[test]
fn only_the_list_of_the_checkpoint_is_believed() {
    let list = ledger(&["a:1", "b:1", "c:1"]);
    let of = checkpoint(&list.tree());
    let text = list.to_string();
    assert_eq!(RecordList::parse(&text, &of, "l").unwrap(), list);
    let cases = [
        text.replace("  a", " a"),
        text.to_uppercase(),
        ledger(&["a:1", "b:1"]).to_string(),
        ledger(&["a:1", "b:2", "c:1"]).to_string(),
        text.lines().rev().map(|line| format!("{line}\n")).collect(),
        String::new(),
    ];
    for case in cases {
        let read = RecordList::parse(&case, &of, "l");
        assert_eq!(code(read), Some(Code::RecordListWrong), "{case}");
    }
}

proptest! {
    /// Whatever is done to a ledger's first records, the checkpoint notices, and the list finds the first of them.
    #[test]
    fn no_change_of_history_goes_unnoticed(
        records in proptest::collection::vec(0..20_u8, 1..60),
        at in any::<proptest::sample::Index>(),
        what in 0..4_u8,
        more in proptest::collection::vec(0..20_u8, 0..10),
    ) {
        let text = |n: &u8| format!("{n}:x");
        let was: Vec<String> = records.iter().map(text).collect();
        let mut is = was.clone();
        let place = at.index(is.len());
        match what {
            0 => is[place] = "new:x".to_owned(),
            1 => drop(is.remove(place)),
            2 => is.insert(place, "new:x".to_owned()),
            _ => is.reverse(),
        }
        is.extend(more.iter().map(text));
        let list = |all: &[String]| {
            ledger(&all.iter().map(String::as_str).collect::<Vec<_>>())
        };
        let (before, after) = (list(&was), list(&is));
        let old = checkpoint(&before.tree());
        let begins = is.starts_with(&was);
        let growth = grown(&old, &after.tree());
        prop_assert_eq!(matches!(growth, Growth::Grown(_)), begins);
        let divergence = before.divergence(&after);
        prop_assert_eq!(divergence.is_none(), begins);
        if let Some(found) = divergence {
            let first = was.iter().zip(&is).take_while(|(a, b)| a == b).count();
            prop_assert_eq!(found.number, u64::try_from(first).unwrap() + 1);
        }
    }

    #[test]
    fn whatever_is_read_is_written_back(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(read) = SignedCheckpoint::parse(&bytes, "c") {
            prop_assert_eq!(read.note.to_string().into_bytes(), bytes.clone());
        }
        let text = String::from_utf8_lossy(&bytes);
        let _ = ConsistencyProof::parse(&text, "p");
        let _ = InclusionProof::parse(&text, "p");
        prop_assert!(Checkpoint::parse(&text).is_none_or(|read| read.text() == text));
    }

    #[test]
    fn a_proof_read_from_its_text_still_proves(old in 0..80_u64, more in 0..80_u64) {
        let mut tree = Tree::default();
        (0..old).for_each(|n| tree.push(&n.to_be_bytes()));
        let before = (old, tree.root());
        (0..more).for_each(|n| tree.push(&n.to_be_bytes()));
        let proof = ConsistencyProof {
            old,
            hashes: tree.consistency(old, old + more).unwrap(),
            new: Some(signed(&tree)),
        };
        let read = ConsistencyProof::parse(&proof.to_string(), "p").unwrap();
        let after = read.new.as_ref().unwrap().checkpoint.head();
        prop_assert_eq!(consistent(before, after, &read.hashes), Ok(()));
    }
}
