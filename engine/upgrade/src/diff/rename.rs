//! What went out under one id and came in under another.

use crate::change::Rename;
use crate::content::Content;
use crate::edition::Edition;

/// What went out under one id and came in under another, and says the same but for its name.
pub(super) fn renames(old: &Edition<'_>, new: &Edition<'_>) -> Vec<Rename> {
    let gone = old
        .entries
        .iter()
        .filter(|(key, _)| !new.entries.contains_key(*key));
    let mut renames = Vec::new();
    for ((at, id), entry) in gone {
        let mut come = new.entries.iter().filter(|(key, other)| {
            key.0 == *at && !old.entries.contains_key(*key) && alike(&entry.content, &other.content)
        });
        // Two that fit are none: either could be meant.
        if let (Some(((_, to), _)), None) = (come.next(), come.next()) {
            renames.push(Rename {
                section: entry.section,
                from: id.clone(),
                to: to.clone(),
            });
        }
    }
    renames
}

fn alike(old: &Content, new: &Content) -> bool {
    let rest = |content: &Content| match content {
        Content::Map(entries) => {
            let kept = entries
                .iter()
                .filter(|(key, _)| key != "id" && key != "name");
            kept.cloned().collect()
        }
        _ => Vec::new(),
    };
    let (old, new) = (rest(old), rest(new));
    // Units and words that say nothing but their name would all be alike.
    !old.is_empty() && old == new
}
