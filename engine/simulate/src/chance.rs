//! Chance from the seed alone: SplitMix64, one stream for each name.

/// A stream of numbers that looks random and is settled by seed and name.
#[derive(Debug, Clone)]
pub(crate) struct Chance {
    state: u64,
}

impl Chance {
    /// The stream of a name, so that what one duty draws does not move what another draws.
    pub(crate) fn new(seed: u64, name: &str) -> Chance {
        // FNV-1a.
        let start = seed ^ 0xcbf2_9ce4_8422_2325;
        let state = name.bytes().fold(start, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        Chance { state }
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `n`; 0 if `n` is 0.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        let n = u64::try_from(n).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % n).unwrap_or(0)
    }

    /// A number from `least` to `most`, both included; `least` if they are the wrong way round.
    pub(crate) fn between(&mut self, least: i64, most: i64) -> i64 {
        let width = usize::try_from(most.saturating_sub(least)).unwrap_or(0);
        least + i64::try_from(self.below(width + 1)).unwrap_or(0)
    }

    /// Whether something happens that happens in so many of a hundred cases.
    pub(crate) fn happens(&mut self, percent: u32) -> bool {
        self.below(100) < percent as usize
    }
}

#[cfg(test)]
mod tests {
    use super::Chance;

    #[test]
    fn a_stream_is_settled_by_seed_and_name() {
        let draw = |seed, name| {
            let mut chance = Chance::new(seed, name);
            [chance.below(1000), chance.below(1000), chance.below(1000)]
        };
        assert_eq!(draw(7, "council"), draw(7, "council"));
        assert_ne!(draw(7, "council"), draw(8, "council"));
        assert_ne!(draw(7, "council"), draw(7, "visit"));
    }

    #[test]
    fn numbers_stay_inside_their_bounds() {
        let mut chance = Chance::new(1, "bounds");
        for _ in 0..1000 {
            assert!(chance.below(3) < 3);
            assert!((-2..=2).contains(&chance.between(-2, 2)));
        }
        assert_eq!(chance.below(0), 0);
        assert_eq!(chance.between(5, 1), 5);
        assert!(!chance.happens(0) && chance.happens(100));
    }
}
