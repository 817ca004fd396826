//! The YAML of a trust file to what it says.

use std::collections::BTreeMap;

use jiff::civil::Date;
use luoshi_diagnostics::{Code, FileId, Note, Staged};
use luoshi_plan::{Cx, Fields, Node, NodeKind, Scratch, missing_key, read_tree};

use super::{Auditor, Names, Publisher, Registry, Revoked, Trust, TrustedKey};
use crate::key::VerifierKey;
use crate::name::is_package_name;

/// Reads a trust file. There is no trust unless every line of it could be read.
#[must_use]
pub fn read_trust(file: FileId, text: &str) -> Staged<Trust> {
    let (tree, mut notes) = read_tree(file, text);
    let mut scratch = Scratch::default();
    let trust = tree.and_then(|tree| trust(&tree, &mut scratch.cx()));
    notes.extend(scratch.into_parts().0);
    match trust {
        Some(trust) => Staged::new(trust, notes),
        None => {
            if notes.is_empty() {
                notes.push(Note::new(Code::EmptyFile));
            }
            Staged { value: None, notes }
        }
    }
}

fn trust(tree: &Node, cx: &mut Cx<'_>) -> Option<Trust> {
    let mut fields = cx.fields(tree)?;
    match fields.find("luoshi", cx) {
        Some(node) => format(node, cx),
        None => cx.notes.push(missing_key(tree, "luoshi")),
    }
    let to = fields.take("to", cx);
    let publishers = each(&mut fields, "publishers", cx, publisher);
    let registries = each(&mut fields, "registries", cx, registry);
    let auditors = each(&mut fields, "auditors", cx, auditor);
    fields.finish(cx);
    let trust = Trust {
        // A file without its last day is not used at all; its keys are looked at all the same.
        to: to.unwrap_or(Date::MIN),
        publishers,
        registries,
        auditors,
    };
    keys_once(&trust, cx);
    to.map(|_| trust)
}

fn format(node: &Node, cx: &mut Cx<'_>) {
    let text = cx.scalar(node, "type-count");
    if let Some(other) = text.filter(|text| *text != "1") {
        cx.note(Code::WrongVersion, node, |note| note.arg("value", other));
    }
}

/// The items of a list, without those that could not be read; one that is no list stands for itself.
fn each<T>(
    fields: &mut Fields<'_>,
    key: &'static str,
    cx: &mut Cx<'_>,
    read: impl Fn(&Node, &mut Cx<'_>) -> Option<T>,
) -> Vec<T> {
    let Some(node) = fields.find(key, cx) else {
        return Vec::new();
    };
    match &node.kind {
        NodeKind::List(items) => items.iter().filter_map(|item| read(item, cx)).collect(),
        _ => read(node, cx).into_iter().collect(),
    }
}

fn publisher(node: &Node, cx: &mut Cx<'_>) -> Option<Publisher> {
    let mut fields = cx.fields(node)?;
    let name = fields.take("name", cx);
    let packages = each(&mut fields, "packages", cx, names);
    let to: Option<Date> = fields.take("to", cx);
    let keys = each(&mut fields, "keys", cx, trusted_key);
    fields.finish(cx);
    Some(Publisher {
        name: name?,
        packages,
        to: to?,
        keys,
    })
}

fn registry(node: &Node, cx: &mut Cx<'_>) -> Option<Registry> {
    let mut fields = cx.fields(node)?;
    let name = fields.take("name", cx);
    let keys = each(&mut fields, "keys", cx, trusted_key);
    fields.finish(cx);
    Some(Registry { name: name?, keys })
}

fn auditor(node: &Node, cx: &mut Cx<'_>) -> Option<Auditor> {
    let mut fields = cx.fields(node)?;
    let name = fields.take("name", cx);
    let keys = each(&mut fields, "keys", cx, trusted_key);
    fields.finish(cx);
    Some(Auditor { name: name?, keys })
}

fn names(node: &Node, cx: &mut Cx<'_>) -> Option<Names> {
    let text = cx.scalar(node, "type-package-names")?;
    let read = match text.strip_suffix('*') {
        None if is_package_name(text) => Some(Names::One(text.to_owned())),
        Some("") => Some(Names::Under(String::new())),
        Some(start) => start
            .strip_suffix('/')
            .is_some_and(is_package_name)
            .then(|| Names::Under(start.to_owned())),
        None => None,
    };
    if read.is_none() {
        cx.bad_value(Code::BadValue, node, text, "type-package-names");
    }
    read
}

fn trusted_key(node: &Node, cx: &mut Cx<'_>) -> Option<TrustedKey> {
    let mut fields = cx.fields(node)?;
    let key = match fields.find("key", cx) {
        Some(node) => verifier_key(node, cx),
        None => {
            cx.notes.push(missing_key(node, "key"));
            None
        }
    };
    let from: Option<Date> = fields.take("from", cx);
    let to: Option<Date> = fields.take("to", cx);
    let revoked = fields.find("revoked", cx).map(|node| revoked(node, cx));
    fields.finish(cx);
    if let (Some(from), Some(to)) = (from, to)
        && from > to
    {
        let days = |note: Note| note.arg("from", from.to_string()).arg("to", to.to_string());
        cx.note(Code::SpanReversed, node, days);
    }
    Some(TrustedKey {
        key: key?,
        from: from?,
        to: to?,
        // A revocation that cannot be read must not leave the key in force.
        revoked: match revoked {
            None => None,
            Some(read) => Some(read?),
        },
        place: node.place.clone(),
    })
}

fn verifier_key(node: &Node, cx: &mut Cx<'_>) -> Option<VerifierKey> {
    let text = cx.scalar(node, "type-verifier-key")?;
    let key = VerifierKey::parse(text);
    if key.is_none() {
        cx.bad_value(Code::BadValue, node, text, "type-verifier-key");
    }
    key
}

fn revoked(node: &Node, cx: &mut Cx<'_>) -> Option<Revoked> {
    let mut fields = cx.fields(node)?;
    let date = fields.take("date", cx);
    let reason = fields.take("reason", cx);
    fields.finish(cx);
    Some(Revoked {
        date: date?,
        reason: reason?,
    })
}

/// What a key is trusted for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Office {
    Publishes,
    Offers,
    Audits,
}

/// A key that stands in two places could be in force in one and revoked in the other. Only an office with
/// several offices, such as one that publishes its packages in a registry of its own, may use one key for
/// them, on the same terms.
fn keys_once(trust: &Trust, cx: &mut Cx<'_>) {
    let mut seen: BTreeMap<_, Vec<(&TrustedKey, Office)>> = BTreeMap::new();
    let publishes = trust.publishers.iter().flat_map(|one| &one.keys);
    let offers = trust.registries.iter().flat_map(|one| &one.keys);
    let audits = trust.auditors.iter().flat_map(|one| &one.keys);
    let keys = publishes.map(|key| (key, Office::Publishes));
    let keys = keys.chain(offers.map(|key| (key, Office::Offers)));
    for (key, office) in keys.chain(audits.map(|key| (key, Office::Audits))) {
        let before = seen.entry((key.key.name(), key.key.hash())).or_default();
        let clash = before
            .iter()
            .find(|(first, other)| *other == office || !same_terms(first, key));
        if let Some((first, _)) = clash {
            let note = Note::new(Code::DuplicateId).at(key.place.clone());
            let note = note.arg("name", key.key.name()).term("space", "space-key");
            cx.notes.push(note.and(first.place.clone(), "label-first"));
        }
        before.push((key, office));
    }
}

fn same_terms(one: &TrustedKey, other: &TrustedKey) -> bool {
    one.from == other.from && one.to == other.to && one.revoked == other.revoked
}
