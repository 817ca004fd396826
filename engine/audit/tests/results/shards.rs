//! Shares of an audit.

use luoshi_audit::{Audit, MergeError, Shard, made_up, merge, write};

fn written(audit: &Audit) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(audit, &mut bytes).expect("memory takes it");
    bytes
}

fn shard(word: &str) -> Shard {
    Shard::from_word(word).expect("a share")
}

/// The shares of an audit, as machines that know nothing of one another would make them.
fn shares(audit: &Audit, of: u32) -> Vec<Audit> {
    let keys: Vec<&str> = audit.townships.iter().map(|t| t.source.as_str()).collect();
    let share = |which: u32| {
        let shard = shard(&format!("{which}/{of}"));
        let mut share = audit.clone();
        share.head.parts = shard.parts(keys.iter().copied());
        share
            .townships
            .retain(|township| shard.has(&township.source));
        let used: Vec<String> = share
            .townships
            .iter()
            .filter_map(|t| t.plan().map(str::to_owned))
            .collect();
        share.plans.retain(|key, _| used.contains(key));
        share
    };
    (1..=of).map(share).collect()
}

#[test]
fn words_of_shares() {
    for wrong in [
        "",
        "1",
        "0/2",
        "3/2",
        "1/0",
        "a/2",
        "+1/2",
        "1/2/3",
        " 1/2",
        "1/99999999999",
    ] {
        assert_eq!(Shard::from_word(wrong), None, "{wrong}");
    }
    assert!(Shard::from_word("1/1").is_some());
}

#[test]
fn every_township_falls_to_exactly_one_share_and_shares_are_of_like_size() {
    let shards: Vec<Shard> = (1..=5).map(|which| shard(&format!("{which}/5"))).collect();
    let mut sizes = [0; 5];
    for at in 0..2_000 {
        let key = format!("county/town-{at}");
        let mine: Vec<usize> = (0..5).filter(|which| shards[*which].has(&key)).collect();
        assert_eq!(mine.len(), 1);
        sizes[mine[0]] += 1;
    }
    assert!(
        sizes.iter().all(|size| (300..500).contains(size)),
        "{sizes:?}"
    );
    // What machines agreed on must stay as it is.
    assert!(shard("1/5").has("policies/pingtang-2012"));
    assert!(shard("5/5").has("policies/nao-2012"));
}

#[test]
fn shares_merged_in_any_grouping_are_the_whole() {
    let audit = made_up(60, 5);
    for of in [1, 2, 5] {
        let shares = shares(&audit, of);
        assert_eq!(shares.iter().map(|s| s.townships.len()).sum::<usize>(), 60);
        for middle in 1..shares.len() {
            let merged = |part: &[Audit]| merge(part.to_vec()).expect("shares of one");
            let halves = [merged(&shares[middle..]), merged(&shares[..middle])];
            assert!(
                halves.iter().all(|half| half.head.parts.is_some()),
                "a half is no whole"
            );
            assert_eq!(written(&merged(&halves)), written(&audit));
        }
        assert_eq!(
            written(&merge(shares).expect("shares of one")),
            written(&audit)
        );
    }
}

#[test]
fn what_is_missing_is_known() {
    let mut shares = shares(&made_up(60, 5), 5);
    shares.remove(2);
    shares.push(shares[0].clone());
    let merged = merge(shares).expect("shares of one");
    let parts = merged.head.parts.expect("one is missing");
    assert_eq!(parts.missing().collect::<Vec<_>>(), [3]);
}

#[test]
fn shares_of_different_wholes_do_not_go_together() {
    let (one, other) = (made_up(60, 5), made_up(61, 5));
    let apart = |a: &Audit, b: &Audit| {
        let merged = merge([a.clone(), b.clone()]);
        assert!(matches!(merged, Err(MergeError::Parts(_))), "{merged:?}");
    };
    apart(&shares(&one, 2)[0], &shares(&other, 2)[1]);
    apart(&shares(&one, 2)[0], &shares(&one, 3)[1]);
    apart(&shares(&one, 2)[0], &one);
}
