//! The tree against known test vectors and a naive recomputation; proofs that are forged.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use luoshi_checkpoint::{Tree, TreeHash, Unproved, consistent, included};
use proptest::prelude::{Strategy, any, proptest};
use proptest::{prop_assert, prop_assert_eq};

/// The eight leaves of the reference tests of Certificate Transparency, as hexadecimal digits.
const LEAVES: [&str; 8] = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
];

/// The root over the first of them, from none to all.
const ROOTS: [&str; 9] = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

/// Place, size and path.
const PATHS: [(u64, u64, &[&str]); 5] = [
    (0, 1, &[]),
    (
        0,
        8,
        &[
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        ],
    ),
    (
        5,
        8,
        &[
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ],
    ),
    (
        2,
        3,
        &["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
    ),
    (
        1,
        5,
        &[
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        ],
    ),
];

/// Earlier size, later size and proof.
const GROWTHS: [(u64, u64, &[&str]); 4] = [
    (1, 1, &[]),
    (
        1,
        8,
        &[
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        ],
    ),
    (
        6,
        8,
        &[
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ],
    ),
    (
        2,
        5,
        &[
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        ],
    ),
];

fn bytes(hex: &str) -> Vec<u8> {
    let pairs = (0..hex.len()).step_by(2);
    pairs
        .map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap())
        .collect()
}

fn hashes(list: &[&str]) -> Vec<TreeHash> {
    let parse = |hex: &&str| TreeHash::parse_hex(hex).unwrap();
    list.iter().map(parse).collect()
}

fn reference() -> Tree {
    let mut tree = Tree::default();
    LEAVES.iter().for_each(|leaf| tree.push(&bytes(leaf)));
    tree
}

/// A tree of so many records, all of them different.
fn tree(size: u64) -> Tree {
    let mut tree = Tree::default();
    (0..size).for_each(|n| tree.push(format!("record {n}").as_bytes()));
    tree
}

/// The root as RFC 6962 defines it, without a thought for speed: level by level, what is left over moves up.
fn naive(leaves: &[TreeHash]) -> TreeHash {
    let mut level = leaves.to_vec();
    if level.is_empty() {
        return TreeHash::empty();
    }
    while level.len() > 1 {
        let pair = |pair: &[TreeHash]| match pair {
            [left, right] => TreeHash::node(*left, *right),
            rest => rest[0],
        };
        level = level.chunks(2).map(pair).collect();
    }
    level[0]
}

#[test]
fn roots_and_proofs_are_those_of_certificate_transparency() {
    let tree = reference();
    for (size, root) in (0..).zip(ROOTS) {
        assert_eq!(tree.root_at(size).unwrap().hex(), root, "{size}");
    }
    assert_eq!(tree.root_at(9), None);
    for (index, size, path) in PATHS {
        let path = hashes(path);
        assert_eq!(tree.inclusion(index, size), Some(path.clone()));
        let leaf = tree.leaves()[usize::try_from(index).unwrap()];
        let root = tree.root_at(size).unwrap();
        assert_eq!(included(leaf, index, size, root, &path), Ok(()));
    }
    for (old, new, proof) in GROWTHS {
        let proof = hashes(proof);
        assert_eq!(tree.consistency(old, new), Some(proof.clone()));
        let (before, after) = (tree.root_at(old).unwrap(), tree.root_at(new).unwrap());
        assert_eq!(consistent((old, before), (new, after), &proof), Ok(()));
    }
    assert_eq!(tree.inclusion(8, 8), None);
    assert_eq!(tree.inclusion(0, 9), None);
    assert_eq!(tree.consistency(5, 4), None);
    assert_eq!(tree.consistency(5, 9), None);
}

#[test]
fn a_leaf_is_never_a_node() {
    let (left, right) = (TreeHash::leaf(b"a"), TreeHash::leaf(b"b"));
    let both = [left.0, right.0].concat();
    assert_ne!(TreeHash::leaf(&both), TreeHash::node(left, right));
    // What an auditor can compute by hand: (printf '\0'; printf a) | sha256sum
    let hand = "022a6979e6dab7aa5ae4c3e5e45f7e977112a7e63593820dbec1ec738a24f93c";
    assert_eq!(left.hex(), hand);
}

#[test]
fn for_every_size_the_root_is_the_naive_one_and_every_record_is_proven() {
    let all = tree(300);
    for size in 0..=300 {
        let leaves = &all.leaves()[..usize::try_from(size).unwrap()];
        let root = all.root_at(size).unwrap();
        assert_eq!(root, naive(leaves), "{size}");
        // Of a large tree the ends and the middle: all of them would take a minute.
        let few = |index: &u64| size <= 80 || [0, size / 2, size - 1].contains(index);
        for (index, leaf) in (0..).zip(leaves).filter(|(index, _)| few(index)) {
            let path = all.inclusion(index, size).unwrap();
            assert_eq!(included(*leaf, index, size, root, &path), Ok(()));
        }
    }
}

#[test]
fn from_every_size_to_every_other_growth_is_proven() {
    let all = tree(130);
    for new in 0..=130 {
        for old in 0..=new {
            let proof = all.consistency(old, new).unwrap();
            let (before, after) = (all.root_at(old).unwrap(), all.root_at(new).unwrap());
            let proven = consistent((old, before), (new, after), &proof);
            assert_eq!(proven, Ok(()), "{old} {new}");
        }
    }
}

#[test]
fn a_proof_with_a_bit_changed_a_hash_more_or_a_hash_less_proves_nothing() {
    let all = tree(40);
    for new in 1..=40 {
        for old in 1..new {
            let (before, after) = (all.root_at(old).unwrap(), all.root_at(new).unwrap());
            let proof = all.consistency(old, new).unwrap();
            for forged in forgeries(&proof) {
                let proven = consistent((old, before), (new, after), &forged);
                assert!(proven.is_err(), "{old} {new} {forged:?}");
            }
        }
        for index in 0..new {
            let leaf = all.leaves()[usize::try_from(index).unwrap()];
            let root = all.root_at(new).unwrap();
            let path = all.inclusion(index, new).unwrap();
            for forged in forgeries(&path) {
                assert!(included(leaf, index, new, root, &forged).is_err());
            }
        }
    }
}

/// Every hash with a bit changed, left out, doubled; two of them exchanged; one more at either end.
fn forgeries(proof: &[TreeHash]) -> Vec<Vec<TreeHash>> {
    let mut forged = Vec::new();
    for at in 0..proof.len() {
        let mut changed = proof.to_vec();
        changed[at].0[31] ^= 1;
        let mut shorter = proof.to_vec();
        shorter.remove(at);
        let mut longer = proof.to_vec();
        longer.insert(at, proof[at]);
        forged.extend([changed, shorter, longer]);
        if at > 0 {
            let mut exchanged = proof.to_vec();
            exchanged.swap(at, at - 1);
            forged.push(exchanged);
        }
    }
    let spare = TreeHash::leaf(b"spare");
    forged.push([&[spare], proof].concat());
    forged.push([proof, &[spare]].concat());
    forged
}

#[test]
fn what_no_proof_can_help_is_told_apart() {
    let (all, root) = (tree(9), |size| tree(9).root_at(size).unwrap());
    let other = TreeHash::leaf(b"other");
    let growth = |old, new, proof: &[TreeHash]| consistent(old, new, proof);
    let shrunk = growth((9, root(9)), (8, root(8)), &[]);
    assert_eq!(shrunk, Err(Unproved::Shrunk));
    let forked = growth((9, root(9)), (9, other), &[]);
    assert_eq!(forked, Err(Unproved::Forked));
    let nothing = growth((0, other), (9, root(9)), &[]);
    assert_eq!(nothing, Err(Unproved::OldRoot));
    let spare = growth((0, TreeHash::empty()), (9, root(9)), &[other]);
    assert_eq!(spare, Err(Unproved::Length));
    let same = growth((9, root(9)), (9, root(9)), &[other]);
    assert_eq!(same, Err(Unproved::Length));
    let proof = all.consistency(5, 9).unwrap();
    assert_eq!(
        growth((5, other), (9, root(9)), &proof),
        Err(Unproved::OldRoot)
    );
    assert_eq!(
        growth((5, root(5)), (9, other), &proof),
        Err(Unproved::Root)
    );
    let path = all.inclusion(3, 9).unwrap();
    let leaf = all.leaves()[3];
    assert_eq!(included(leaf, 9, 9, root(9), &path), Err(Unproved::Outside));
    assert_eq!(included(leaf, 3, 9, other, &path), Err(Unproved::Root));
    assert_eq!(included(leaf, 0, 0, root(0), &[]), Err(Unproved::Outside));
    // A place that asks for another number of hashes.
    assert_eq!(included(leaf, 8, 9, root(9), &path), Err(Unproved::Length));
}

/// A ledger, and one that was changed somewhere in its first records.
fn rewritten() -> impl Strategy<Value = (Vec<u8>, usize, usize, u8)> {
    proptest::collection::vec(any::<u8>(), 1..200).prop_flat_map(|records| {
        let size = records.len();
        let (old, other) = (1..=size, 1..=255_u8);
        (proptest::strategy::Just(records), old, other)
            .prop_flat_map(|(records, old, other)| {
                let changed = 0..old;
                let all = (
                    proptest::strategy::Just(records),
                    proptest::strategy::Just(old),
                );
                (all, changed, proptest::strategy::Just(other))
            })
            .prop_map(|((records, old), changed, other)| (records, old, changed, other))
    })
}

fn of(records: &[u8]) -> Tree {
    let mut tree = Tree::default();
    records.iter().for_each(|record| tree.push(&[*record]));
    tree
}

proptest! {
    #[test]
    fn no_proof_of_a_rewritten_ledger_leads_to_what_it_was(
        (records, old, changed, other) in rewritten(),
    ) {
        let mut forged = records.clone();
        forged[changed] ^= other;
        let (was, is) = (of(&records), of(&forged));
        let (old, new) = (u64::try_from(old).unwrap(), is.size());
        let before = (old, was.root_at(old).unwrap());
        let after = (new, is.root());
        prop_assert!(before.1 != is.root_at(old).unwrap());
        // The best that a forger has: the proof of his own tree, and the one that was true before.
        for proof in [is.consistency(old, new).unwrap(), was.consistency(old, new).unwrap()] {
            prop_assert!(consistent(before, after, &proof).is_err());
        }
    }

    #[test]
    fn anything_as_a_proof_is_refused_without_a_panic(
        old in any::<u64>(),
        new in any::<u64>(),
        index in any::<u64>(),
        hashes in proptest::collection::vec(any::<[u8; 32]>(), 0..70),
    ) {
        let hashes: Vec<TreeHash> = hashes.into_iter().map(TreeHash).collect();
        let (one, other) = (TreeHash::leaf(b"1"), TreeHash::leaf(b"2"));
        prop_assert!(consistent((old, one), (new, other), &hashes).is_err());
        prop_assert!(included(one, index, new, other, &hashes).is_err());
    }

    #[test]
    fn a_hash_is_read_back_in_one_way_only(bytes in any::<[u8; 32]>()) {
        let hash = TreeHash(bytes);
        prop_assert_eq!(TreeHash::parse(&hash.to_string()), Some(hash));
        prop_assert_eq!(TreeHash::parse_hex(&hash.hex()), Some(hash));
        prop_assert_eq!(TreeHash::parse(hash.to_string().trim_end_matches('=')), None);
    }
}
