//! What could be written at a position.

use lsp_types::{
    CompletionItem, CompletionItemKind, CompletionList, CompletionTextEdit, Documentation,
    MarkupContent, MarkupKind, TextEdit,
};
use luoshi_diagnostics::{initials, sound};
use luoshi_plan::{Space, chinese, english};

use crate::here::Here;
use crate::outline::{Role, Spot, Step};

mod keys;
mod names;
mod script;

/// More than this are not sent at once; the editor asks again when more is typed.
const AT_MOST: usize = 300;

/// Something to offer.
#[derive(Debug, Clone)]
struct Offer {
    label: String,
    /// What is written.
    insert: String,
    /// What it is, in a few words.
    detail: Option<String>,
    documentation: Option<String>,
    kind: CompletionItemKind,
    /// Offers of rank 0 stand before those of rank 1.
    rank: u8,
}

/// Everything that could be written here.
pub(crate) fn completion(here: &Here<'_>) -> CompletionList {
    if here.is_script() {
        let (offers, token) = script::offers(here, 0);
        return list(here, offers, token);
    }
    match here.spot() {
        Some(spot) => at(here, &spot),
        None => CompletionList::default(),
    }
}

fn at(here: &Here<'_>, spot: &Spot) -> CompletionList {
    let token = spot.token.clone();
    if spot.role == Role::Value && last_key(&spot.path) == Some("holds") {
        let (offers, token) = script::offers(here, token.start);
        return list(here, offers, token);
    }
    // A text of several lines is for people.
    if here.text()[token.clone()].contains('\n') {
        return CompletionList::default();
    }
    let offers = match spot.role {
        Role::Key => keys::offers(here, spot),
        Role::Value if here.text()[token.clone()].starts_with('$') => names::parameters(here, spot),
        Role::Value => values(here, spot),
    };
    list(here, offers, token)
}

fn values(here: &Here<'_>, spot: &Spot) -> Vec<Offer> {
    let mut offers = names::words(here, spot);
    offers.extend(names::names(here, spot));
    if spot.opens {
        offers.extend(keys::offers(here, spot));
    }
    offers
}

/// The last key of a path, in English.
fn last_key(path: &[Step]) -> Option<&str> {
    path.iter().rev().find_map(|step| match step {
        Step::Key(key) => Some(english(key).unwrap_or(key)),
        Step::Item => None,
    })
}

/// Whether the author writes Chinese keys: next to the position, else in the file, else nowhere yet.
fn writes_chinese(here: &Here<'_>, spot: &Spot) -> bool {
    let by = |keys: &[String]| {
        let zh = keys.iter().filter(|k| english(k).is_some()).count();
        let en = keys.iter().filter(|k| chinese(k).is_some()).count();
        (zh != en).then_some(zh > en)
    };
    let language = here.words.lang() == luoshi_diagnostics::Lang::ZhCn;
    by(&spot.siblings)
        .or_else(|| by(&spot.keys))
        .unwrap_or(language)
}

fn list(here: &Here<'_>, mut offers: Vec<Offer>, token: std::ops::Range<usize>) -> CompletionList {
    let typed = here.text().get(token.start..here.offset.max(token.start));
    let typed = typed.unwrap_or("").trim_start_matches("${").to_lowercase();
    let mut fitting: Vec<(Offer, String)> = Vec::new();
    offers.sort_by_key(|offer| offer.rank);
    for offer in offers {
        let found_by = found_by(&offer);
        if typed.trim().is_empty() || found_by.to_lowercase().contains(&typed) {
            fitting.push((offer, found_by));
        }
    }
    let is_incomplete = fitting.len() > AT_MOST || !typed.is_empty();
    fitting.truncate(AT_MOST);
    let range = here.range(token);
    let items = fitting
        .into_iter()
        .enumerate()
        .map(|(at, (offer, found_by))| CompletionItem {
            label: offer.label,
            kind: Some(offer.kind),
            detail: offer.detail,
            documentation: offer.documentation.map(markdown),
            sort_text: Some(format!("{at:04}")),
            filter_text: Some(found_by),
            text_edit: Some(CompletionTextEdit::Edit(TextEdit::new(range, offer.insert))),
            ..CompletionItem::default()
        });
    CompletionList {
        is_incomplete,
        items: items.collect(),
    }
}

/// What an offer is found by: what is written, what it is called, and both as they are spoken.
fn found_by(offer: &Offer) -> String {
    let detail = offer.detail.as_deref().unwrap_or("");
    let mut found_by = format!("{} {} {detail}", offer.insert.trim(), offer.label);
    for text in [offer.label.as_str(), detail] {
        if !text.is_ascii() {
            found_by.push_str(&format!(" {} {}", sound(text), initials(text)));
        }
    }
    found_by
}

fn markdown(value: String) -> Documentation {
    Documentation::MarkupContent(MarkupContent {
        kind: MarkupKind::Markdown,
        value,
    })
}

/// What stands for a name in these spaces.
fn kind_of(space: Space) -> CompletionItemKind {
    match space {
        Space::Unit | Space::Role | Space::Person | Space::Issuer => CompletionItemKind::CLASS,
        Space::Set | Space::Subject => CompletionItemKind::ENUM_MEMBER,
        Space::Duty | Space::Chain | Space::Incident => CompletionItemKind::FUNCTION,
        Space::Clause => CompletionItemKind::REFERENCE,
        Space::Parameter => CompletionItemKind::VARIABLE,
    }
}
