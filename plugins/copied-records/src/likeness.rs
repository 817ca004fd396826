//! How much two texts have in common.

/// Hashes of a sketch at most. A text of up to 66 characters is kept whole.
const HASHES_AT_MOST: usize = 64;

/// A text as the set of its sequences of three characters, by their hashes in order; of a longer text the least of
/// them, which are a sample by chance (Broder, 1997).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sketch {
    /// In order, none twice.
    pub(crate) hashes: Vec<u32>,
    /// Nothing was left out.
    whole: bool,
}

impl Sketch {
    /// The sketch of a text.
    pub(crate) fn of(text: &[char]) -> Sketch {
        let mut hashes: Vec<u32> = text.windows(3).map(hash).collect();
        hashes.sort_unstable();
        hashes.dedup();
        let whole = hashes.len() <= HASHES_AT_MOST;
        hashes.truncate(HASHES_AT_MOST);
        hashes.shrink_to_fit();
        Sketch { hashes, whole }
    }

    /// Whether two texts are at least so alike: what they have in common of all that is in either, in hundredths
    /// (Jaccard). If one of them is a sample, so is what is compared: the least hashes of both together.
    pub(crate) fn is_like(&self, other: &Sketch, hundredths: usize) -> bool {
        let most = if self.whole && other.whole {
            usize::MAX
        } else {
            HASHES_AT_MOST
        };
        let (a, b) = (&self.hashes, &other.hashes);
        let (mut i, mut j, mut all, mut both) = (0, 0, 0, 0);
        while all < most && (i < a.len() || j < b.len()) {
            let (left, right) = (a.get(i), b.get(j));
            all += 1;
            match (left, right) {
                (Some(left), Some(right)) if left == right => {
                    both += 1;
                    i += 1;
                    j += 1;
                }
                (Some(left), Some(right)) if left < right => i += 1,
                (Some(_), None) => i += 1,
                _ => j += 1,
            }
        }
        all > 0 && both * 100 >= hundredths * all
    }

    /// So many of the hashes have to be looked up: two texts that are at least so alike have one of these in common,
    /// whatever the order in which all hashes are taken (prefix filtering: Chaudhuri and others, 2006).
    pub(crate) fn looked_up(&self, hundredths: usize) -> usize {
        let count = self.hashes.len();
        count - (count * hundredths).div_ceil(100) + usize::from(count > 0)
    }
}

/// Three characters have 63 bits; they are mixed as in `SplitMix64`.
fn hash(three: &[char]) -> u32 {
    let packed = three
        .iter()
        .fold(0u64, |bits, c| bits << 21 | u64::from(u32::from(*c)));
    let z = (packed ^ (packed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    u32::try_from(z >> 32).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::Sketch;

    fn sketch(text: &str) -> Sketch {
        Sketch::of(&text.chars().collect::<Vec<_>>())
    }

    #[test]
    fn whole_sketches_are_compared_exactly() {
        // abc bcd cde def and abc bcd cdx: 2 of 5.
        let (a, b) = (sketch("abcdef"), sketch("abcdx"));
        assert!(a.is_like(&b, 40) && b.is_like(&a, 40));
        assert!(!a.is_like(&b, 41) && !b.is_like(&a, 41));
        assert!(a.is_like(&a, 100));
        assert!(
            !sketch("ab").is_like(&sketch("ab"), 1),
            "nothing to compare"
        );
    }

    #[test]
    fn long_texts_are_compared_by_a_sample() {
        let long = |from: u32, to: u32| -> Sketch {
            let text: Vec<char> = (from..to)
                .filter_map(|c| char::from_u32(0x4e00 + c * 7919 % 20_000))
                .collect();
            Sketch::of(&text)
        };
        let (a, near, other) = (long(0, 1000), long(20, 1000), long(500, 1500));
        assert_eq!(a.hashes.len(), 64);
        assert!(a.is_like(&near, 90) && near.is_like(&a, 90));
        assert!(a.is_like(&other, 15) && !a.is_like(&other, 60));
    }

    #[test]
    fn one_more_is_looked_up_than_may_differ() {
        let ten = sketch("abcdefghijkl");
        assert_eq!(
            (ten.hashes.len(), ten.looked_up(80), ten.looked_up(100)),
            (10, 3, 1)
        );
        assert_eq!(sketch("").looked_up(80), 0);
    }
}
