//! Words of rules in Rhai, and the names that they look up.

use std::ops::Range;

use lsp_types::CompletionItemKind;
use luoshi_plan::calls;
use luoshi_rules::VOCABULARY;

use super::{Offer, names};
use crate::here::Here;

/// What could be written in a script that starts at a byte of the file, and instead of what.
pub(super) fn offers(here: &Here<'_>, start: usize) -> (Vec<Offer>, Range<usize>) {
    let before = here.text().get(start..here.offset).unwrap_or("");
    // A name that is not closed before the position is being written.
    let open = calls(before)
        .pop()
        .filter(|c| c.start + c.name.len() == before.len());
    if let Some(call) = open {
        let token = start + call.start..token_end(here);
        return (names::defined(here, call.spaces), token);
    }
    let word = before.trim_end_matches(is_word);
    let token = start + word.len()..token_end(here);
    let property = word.ends_with('.');
    let offers = VOCABULARY.iter().filter_map(|entry| {
        let (insert, detail) = match (entry.form.rsplit_once(")."), property) {
            (Some((_, name)), true) => (name.to_owned(), entry.form),
            (None, false) => (function(entry.form)?, entry.form),
            (Some((call, _)), false) => (function(call)?, call),
            (None, true) => return None,
        };
        Some(Offer {
            label: insert.trim_end_matches(['(', '"']).to_owned(),
            insert,
            detail: Some(detail.to_owned()),
            documentation: Some(here.words.word(entry.text)),
            kind: CompletionItemKind::FUNCTION,
            rank: 0,
        })
    });
    let mut offers: Vec<Offer> = offers.collect();
    offers.dedup_by(|a, b| a.label == b.label);
    (offers, token)
}

/// A call up to where its name begins, or the whole of a word without a name.
fn function(form: &str) -> Option<String> {
    match form.split_once('"') {
        Some((call, _)) => Some(format!("{call}\"")),
        None => form.split_once('(').map(|(name, _)| format!("{name}()")),
    }
}

fn token_end(here: &Here<'_>) -> usize {
    let rest = here.text().get(here.offset..).unwrap_or("");
    here.offset + rest.find(|c| !is_word(c)).unwrap_or(rest.len())
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
