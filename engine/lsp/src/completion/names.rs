//! Words of closed lists, and names of things that are defined somewhere.

use std::collections::BTreeSet;

use lsp_types::CompletionItemKind;
use luoshi_plan::{Definition, ParameterInForce, Space};

use super::{Offer, kind_of, last_key, writes_chinese};
use crate::here::Here;
use crate::outline::Spot;

/// The words of the list that the value is one of, in the language of the keys around.
pub(super) fn words(here: &Here<'_>, spot: &Spot) -> Vec<Offer> {
    let words = here.shapes.at(&spot.path).words();
    let zh = writes_chinese(here, spot);
    let fitting = words
        .iter()
        .enumerate()
        .filter(|(_, word)| word.is_ascii() != zh);
    let offer = |(at, word): (usize, &&str)| {
        // Both languages of a word stand side by side.
        let other = words.get(at ^ 1).filter(|other| other.is_ascii() == zh);
        plain(
            word,
            other.map(|other| (*other).to_owned()),
            CompletionItemKind::ENUM_MEMBER,
        )
    };
    fitting.map(offer).collect()
}

/// Names that may stand here.
pub(super) fn names(here: &Here<'_>, spot: &Spot) -> Vec<Offer> {
    let listed = match last_key(&spot.path) {
        Some("script") => here.analysis.scripts.keys().cloned().collect(),
        Some("file") => here.analysis.programs.clone(),
        Some("package") => here
            .analysis
            .packages
            .iter()
            .map(|(name, _)| name.clone())
            .collect(),
        _ => Vec::new(),
    };
    let files = listed
        .iter()
        .map(|name| plain(name, None, CompletionItemKind::FILE));
    let spaces = here.shapes.at(&spot.path).names();
    let quote = spaces.contains(&Space::Clause) && !spot.quoted;
    let named = defined(here, &spaces).into_iter().map(|offer| Offer {
        insert: match quote {
            true => format!("\"{}\"", offer.label),
            false => offer.label.clone(),
        },
        ..offer
    });
    files.chain(named).collect()
}

/// Everything defined in some spaces, the plan's own first.
pub(super) fn defined(here: &Here<'_>, spaces: &[Space]) -> Vec<Offer> {
    let mut seen = BTreeSet::new();
    let wanted = |space: Space| {
        // Each unit is a subject.
        let unit = space == Space::Unit && spaces.contains(&Space::Subject);
        unit || spaces.contains(&space)
    };
    let all = here
        .analysis
        .index
        .definitions
        .iter()
        .filter(|d| wanted(d.space));
    let mut offers = Vec::new();
    for definition in all {
        if seen.insert((definition.space, &definition.name)) {
            offers.push(offer(here, definition));
        }
    }
    offers
}

fn offer(here: &Here<'_>, definition: &Definition) -> Offer {
    let own = here.analysis.owns(definition.place.file);
    Offer {
        label: definition.name.clone(),
        insert: definition.name.clone(),
        detail: definition.title.clone(),
        documentation: Some(crate::hover::about(here, definition)),
        kind: kind_of(definition.space),
        rank: u8::from(!own),
    }
}

/// Every parameter as `${name}`.
pub(super) fn parameters(here: &Here<'_>, spot: &Spot) -> Vec<Offer> {
    // Braces in braces are not plain text.
    let quote = if spot.flow && !spot.quoted { "\"" } else { "" };
    let offer = |parameter: &ParameterInForce| Offer {
        label: parameter.id.clone(),
        insert: format!("{quote}${{{}}}{quote}", parameter.id),
        detail: Some(parameter.name.clone()),
        documentation: Some(crate::hover::value(here, parameter)),
        kind: CompletionItemKind::VARIABLE,
        rank: 0,
    };
    here.analysis.index.parameters.iter().map(offer).collect()
}

fn plain(word: &str, detail: Option<String>, kind: CompletionItemKind) -> Offer {
    Offer {
        label: word.to_owned(),
        insert: word.to_owned(),
        detail,
        documentation: None,
        kind,
        rank: 0,
    }
}
