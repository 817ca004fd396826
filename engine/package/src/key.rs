//! Keys, written as Go's `golang.org/x/mod/sumdb/note` writes them: Ed25519, with a name and a short hash.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest as _, Sha256};

/// The only kind of key: Ed25519, the signature over the text itself.
const ED25519: u8 = 1;

/// What a secret key begins with.
const SECRET: &str = "PRIVATE+KEY+";

/// The first four bytes of a hash over a key and its name. It finds a key and proves nothing.
pub type KeyHash = [u8; 4];

/// Whether a text can be the name of a key: neither blanks nor `+`, nothing that nobody sees.
#[must_use]
pub fn is_key_name(text: &str) -> bool {
    let good = |c: char| !c.is_whitespace() && !c.is_control() && c != '+';
    !text.is_empty() && text.chars().count() <= 64 && text.chars().all(good)
}

/// The public half, as a trust file lists it: `NAME+HASH+BASE64`.
#[derive(Clone, PartialEq, Eq)]
pub struct VerifierKey {
    name: String,
    hash: KeyHash,
    key: VerifyingKey,
}

impl VerifierKey {
    fn new(name: &str, key: VerifyingKey) -> VerifierKey {
        VerifierKey {
            name: name.to_owned(),
            hash: hash(name, key.as_bytes()),
            key,
        }
    }

    /// Reads a key; none if the text is no key, or a hash belies it.
    #[must_use]
    pub fn parse(text: &str) -> Option<VerifierKey> {
        let (name, hash, data) = parts(text)?;
        let key = VerifyingKey::from_bytes(&data).ok()?;
        let read = VerifierKey::new(name, key);
        // Anybody could sign for a weak key.
        (read.hash == hash && !key.is_weak()).then_some(read)
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its hash.
    #[must_use]
    pub fn hash(&self) -> KeyHash {
        self.hash
    }

    /// Whether a signature of a text was made with the secret half.
    #[must_use]
    pub fn verifies(&self, text: &str, signature: &[u8]) -> bool {
        let signature = Signature::from_slice(signature);
        signature.is_ok_and(|signature| self.key.verify_strict(text.as_bytes(), &signature).is_ok())
    }
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_key(f, &self.name, self.hash, self.key.as_bytes())
    }
}

impl fmt::Debug for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// The secret half, as its owner keeps it: `PRIVATE+KEY+NAME+HASH+BASE64`.
#[derive(Clone)]
pub struct SecretKey {
    name: String,
    key: SigningKey,
}

impl SecretKey {
    /// A key out of 32 bytes that nobody else knows; none if the name cannot be one.
    #[must_use]
    pub fn new(name: &str, seed: &[u8; 32]) -> Option<SecretKey> {
        is_key_name(name).then(|| SecretKey {
            name: name.to_owned(),
            key: SigningKey::from_bytes(seed),
        })
    }

    /// Reads a key; a line break at the end is none of it.
    #[must_use]
    pub fn parse(text: &str) -> Option<SecretKey> {
        let text = text.strip_suffix('\n').unwrap_or(text);
        let text = text.strip_suffix('\r').unwrap_or(text);
        let (name, hash, seed) = parts(text.strip_prefix(SECRET)?)?;
        let read = SecretKey::new(name, &seed)?;
        (read.verifier().hash == hash).then_some(read)
    }

    /// Its public half.
    #[must_use]
    pub fn verifier(&self) -> VerifierKey {
        VerifierKey::new(&self.name, self.key.verifying_key())
    }

    /// The line to keep secret.
    #[must_use]
    pub fn to_line(&self) -> String {
        let shown = Shown(&self.name, self.verifier().hash, self.key.as_bytes());
        format!("{SECRET}{shown}\n")
    }

    pub(crate) fn sign(&self, text: &str) -> Vec<u8> {
        self.key.sign(text.as_bytes()).to_bytes().to_vec()
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{SECRET}{}", self.name)
    }
}

struct Shown<'k>(&'k str, KeyHash, &'k [u8; 32]);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_key(f, self.0, self.1, self.2)
    }
}

fn write_key(
    f: &mut fmt::Formatter<'_>,
    name: &str,
    hash: KeyHash,
    data: &[u8; 32],
) -> fmt::Result {
    let mut bytes = vec![ED25519];
    bytes.extend(data);
    let hash = u32::from_be_bytes(hash);
    write!(f, "{name}+{hash:08x}+{}", STANDARD.encode(bytes))
}

/// Name, hash and the 32 bytes of a key.
fn parts(text: &str) -> Option<(&str, KeyHash, [u8; 32])> {
    let mut parts = text.splitn(3, '+');
    let (name, hash, data) = (parts.next()?, parts.next()?, parts.next()?);
    let digit = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
    if !is_key_name(name) || hash.len() != 8 || !hash.bytes().all(digit) {
        return None;
    }
    let hash = u32::from_str_radix(hash, 16).ok()?.to_be_bytes();
    let data = STANDARD.decode(data).ok()?;
    let (kind, data) = data.split_first()?;
    let data = <[u8; 32]>::try_from(data).ok()?;
    (*kind == ED25519).then_some((name, hash, data))
}

fn hash(name: &str, key: &[u8; 32]) -> KeyHash {
    let mut hasher = Sha256::new();
    hasher.update(name.as_bytes());
    hasher.update([b'\n', ED25519]);
    hasher.update(key);
    let hash = hasher.finalize();
    [hash[0], hash[1], hash[2], hash[3]]
}
