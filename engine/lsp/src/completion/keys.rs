//! Keys of a map that are not there yet.

use lsp_types::CompletionItemKind;
use luoshi_plan::{chinese, english};

use super::{Offer, names, writes_chinese};
use crate::here::Here;
use crate::outline::Spot;

pub(super) fn offers(here: &Here<'_>, spot: &Spot) -> Vec<Offer> {
    let shape = here.shapes.at(&spot.path);
    let zh = writes_chinese(here, spot);
    let present = |key: &str| {
        let same = |sibling: &String| sibling == key || english(sibling) == Some(key);
        spot.siblings.iter().any(same)
    };
    let keys = shape
        .keys()
        .into_iter()
        .filter(|key| english(key.name).is_none());
    let mut offers = Vec::new();
    for key in keys.filter(|key| !present(key.name)) {
        let other = chinese(key.name);
        let (label, detail) = match other.filter(|_| zh) {
            Some(name) => (name, Some(key.name)),
            None => (key.name, other),
        };
        offers.push(Offer {
            insert: written(spot, label, key.block && !spot.flow),
            label: label.to_owned(),
            detail: detail.map(str::to_owned),
            documentation: Some(key.description.to_owned()),
            kind: CompletionItemKind::PROPERTY,
            rank: 0,
        });
    }
    let named = names::defined(here, &shape.key_names());
    let named = named
        .into_iter()
        .filter(|offer| !spot.siblings.contains(&offer.label));
    offers.extend(named.map(|offer| Offer {
        insert: written(spot, &offer.label, false),
        ..offer
    }));
    offers
}

/// A key with what belongs behind and before it.
fn written(spot: &Spot, key: &str, block: bool) -> String {
    let dash = if spot.dash { "- " } else { "" };
    let colon = match (spot.colon || spot.quoted, block) {
        (true, _) => "",
        (false, true) => ":",
        (false, false) => ": ",
    };
    format!("{dash}{key}{colon}")
}
