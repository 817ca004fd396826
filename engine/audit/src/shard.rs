//! How an audit is split over machines that know nothing of one another.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// One share of an audit: `2/5` is the second of five.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    which: u32,
    of: u32,
}

impl Shard {
    /// Reads `2/5`; none if there is no such share.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Shard> {
        let (which, of) = word.split_once('/')?;
        let number = |text: &str| {
            let digits = text.bytes().all(|b| b.is_ascii_digit());
            digits.then(|| text.parse::<u32>().ok()).flatten()
        };
        let (which, of) = (number(which)?, number(of)?);
        (1..=of).contains(&which).then_some(Shard { which, of })
    }

    /// Whether a township falls to it, by its key: where it lies, or its code if it lies nowhere of its own.
    ///
    /// The first eight bytes of the SHA-256 of the key, as a number, modulo the number of shares: every
    /// machine comes to the same, and shares are of like size.
    #[must_use]
    pub fn has(self, key: &str) -> bool {
        let digest = Sha256::digest(key);
        let mut first = [0; 8];
        first.copy_from_slice(&digest[..8]);
        u64::from_be_bytes(first) % u64::from(self.of) == u64::from(self.which - 1)
    }

    /// What the head of such a share says. `all` are the keys of the whole audit and whatever else must be
    /// the same for all of its shares.
    #[must_use]
    pub fn parts<'a>(self, all: impl IntoIterator<Item = &'a str>) -> Option<Parts> {
        let mut digest = Sha256::new();
        for one in all {
            digest.update(one);
            digest.update([0]);
        }
        let digest = digest.finalize();
        let whole = digest[..8].iter().map(|byte| format!("{byte:02x}"));
        let parts = Parts {
            of: self.of,
            have: BTreeSet::from([self.which]),
            whole: whole.collect(),
        };
        (!parts.is_whole()).then_some(parts)
    }
}

/// Which shares of a whole an audit holds, if not all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parts {
    /// How many shares there are.
    pub of: u32,
    /// Which of them it holds, from 1.
    pub have: BTreeSet<u32>,
    /// What the whole is: 16 hex digits of a digest of where all townships lie and how they are counted.
    /// Shares of different wholes do not go together.
    pub whole: String,
}

impl Parts {
    /// The shares that it does not hold.
    pub fn missing(&self) -> impl Iterator<Item = u32> {
        (1..=self.of).filter(|which| !self.have.contains(which))
    }

    /// Whether nothing is missing.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.missing().next().is_none()
    }
}
