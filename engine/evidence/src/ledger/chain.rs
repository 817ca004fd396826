//! The hash that ties each record to all before it.

use std::fmt;

use sha2::{Digest, Sha256};

/// The SHA-256 sum of a record in the chain; shown as 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// What stands before the first record: 32 zero bytes.
    pub const GENESIS: Hash = Hash([0; 32]);

    /// The hash of a record with this canonical JSON that follows `self`.
    #[must_use]
    pub fn then(self, json: &str) -> Hash {
        let mut sum = Sha256::new();
        sum.update(self.0);
        sum.update(json.as_bytes());
        Hash(sum.finalize().into())
    }

    /// Reads 64 hexadecimal digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Hash> {
        let text = text.as_bytes();
        if text.len() != 64 {
            return None;
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(text.chunks(2)) {
            let digit = |n: usize| char::from(pair[n]).to_digit(16);
            *byte = u8::try_from(digit(0)? * 16 + digit(1)?).ok()?;
        }
        Some(Hash(bytes))
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

#[cfg(test)]
mod tests {
    use super::Hash;

    #[test]
    fn the_chain_can_be_followed_with_sha256sum() {
        // (head -c 32 /dev/zero; printf '{}') | sha256sum
        let first = "fb1634c4e6cd4b1f1afe3ce2d6ef080f7ac5d1f357d723ad4dfca782733b62db";
        assert_eq!(Hash::GENESIS.then("{}").to_string(), first);
        assert_eq!(Hash::parse(first), Some(Hash::GENESIS.then("{}")));
        assert_eq!(Hash::parse("zz"), None);
    }
}
