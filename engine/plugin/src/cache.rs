//! Compiled code that is kept from run to run, and why it can be trusted.
//!
//! Whoever can put bytes before the engine as compiled code can run anything. So each entry is
//! sealed with a keyed digest over its key and its bytes; the secret is made on this machine for
//! this user and never leaves it. An entry that was damaged, copied from elsewhere or brought
//! along by a package has another seal, and is compiled anew.

use std::hash::{Hash, Hasher};

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use wasmtime::Engine;

use crate::host::hex;

/// Where compiled code is kept. A failure to keep or to find is never more than time lost.
pub trait Cache: Send + Sync {
    /// The bytes kept under a name of hex digits.
    fn get(&self, name: &str) -> Option<Vec<u8>>;
    /// Keeps bytes under a name.
    fn put(&self, name: &str, bytes: &[u8]);
    /// The secret of this user.
    fn secret(&self) -> &[u8; 32];
}

/// Bytes of a seal.
const SEAL: usize = 32;

/// The name of an entry: the component, and the engine with all its settings.
pub(crate) fn key(engine: &Engine, digest: &str) -> String {
    let mut engine_key = Keyed(Sha256::new());
    engine.precompile_compatibility_hash().hash(&mut engine_key);
    let mut sum = engine_key.0;
    sum.update(digest.as_bytes());
    hex(&sum.finalize())
}

/// A hasher that is the same in every process.
struct Keyed(Sha256);

impl Hasher for Keyed {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn finish(&self) -> u64 {
        0
    }
}

/// Code with its seal in front.
pub(crate) fn seal(code: &[u8], key: &str, secret: &[u8; 32]) -> Option<Vec<u8>> {
    let mut sealed = mac(code, key, secret)?.finalize().into_bytes().to_vec();
    sealed.extend_from_slice(code);
    Some(sealed)
}

/// The code of an entry, if its seal holds. How long that takes tells nothing about the seal.
pub(crate) fn open<'s>(sealed: &'s [u8], key: &str, secret: &[u8; 32]) -> Option<&'s [u8]> {
    let (seal, code) = sealed.split_at_checked(SEAL)?;
    mac(code, key, secret)?.verify_slice(seal).ok()?;
    Some(code)
}

/// HMAC-SHA-256 (RFC 2104) over the key and the code. A secret of this length cannot be refused.
fn mac(code: &[u8], key: &str, secret: &[u8; 32]) -> Option<Hmac<Sha256>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).ok()?;
    mac.update(key.as_bytes());
    mac.update(code);
    Some(mac)
}
