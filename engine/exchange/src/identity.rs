//! Identifiers that are made of what they name: the same for the same thing, on every machine.

use std::fmt::Write as _;

use luoshi_audit::{Audit, Township, Trouble, write};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// The version-5 UUID of a name that has parts. The name is their JSON array, so that no two lists of parts have the
/// same; the namespace is the UUID of `urn:luoshi:exchange` as a URL.
pub(crate) fn uuid(parts: &[&str]) -> Uuid {
    let namespace = Uuid::new_v5(&Uuid::NAMESPACE_URL, b"urn:luoshi:exchange");
    let name = serde_json::Value::from(parts.to_vec()).to_string();
    Uuid::new_v5(&namespace, name.as_bytes())
}

/// The UUID of something of a township.
pub(crate) fn uuid_in(what: &str, township: &Township, name: &str) -> Uuid {
    uuid(&[what, &township.code, &township.source, name])
}

/// SHA-256 of parts of a name, in hex.
pub(crate) fn digest(parts: &[&str]) -> String {
    hex(&Sha256::digest(
        serde_json::Value::from(parts.to_vec()).to_string(),
    ))
}

/// A name for what stood in the way, the same while it stands there: without the line, which moves.
pub(crate) fn trouble_name(trouble: &Trouble) -> String {
    let file = trouble.place.as_ref().map_or("", |place| &place.file);
    serde_json::json!([trouble.code, file, trouble.message.zh]).to_string()
}

/// SHA-256 of an audit's own form, in hex.
pub(crate) fn digest_of(audit: &Audit) -> String {
    let mut bytes = Vec::new();
    // Memory takes whatever it is given.
    let _ = write(audit, &mut bytes);
    digest_of_bytes(&bytes)
}

/// SHA-256 in hex.
pub(crate) fn digest_of_bytes(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(digest: &[u8]) -> String {
    digest.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// A name as a token of OSCAL: letters, digits, `_`, `-` and `.`, no digit first. One that had to be changed ends in
/// eight digits of its SHA-256, so that two names never become the same token.
pub(crate) fn token(name: &str) -> String {
    let kept = |c: char| {
        c.is_ascii_alphanumeric() || "_-.".contains(c) || ('\u{4e00}'..='\u{9fff}').contains(&c)
    };
    let mut token: String = name
        .chars()
        .map(|c| if kept(c) { c } else { '_' })
        .collect();
    if !token.starts_with(|c: char| c.is_alphabetic() || c == '_') {
        token.insert(0, '_');
    }
    if token == name {
        return token;
    }
    format!("{token}-{}", &digest(&[name])[..8])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::token;

    #[test]
    fn a_token_is_the_name_where_it_can_be() {
        assert_eq!(token("night_patrol"), "night_patrol");
        assert_eq!(token("走访"), "走访");
        assert!(token("01/2.11b").starts_with("_01_2.11b-"));
        assert!(token("").starts_with("_-"));
    }

    proptest! {
        #[test]
        fn two_names_are_two_tokens(a in "[a-b/_ 1]{0,4}", b in "[a-b/_ 1]{0,4}") {
            prop_assert_eq!(a == b, token(&a) == token(&b));
        }
    }
}
