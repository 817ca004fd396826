//! Decides what stands in brackets, and gives each comment the line where it will stand.

use crate::tree::{Collection, Comment, Item, Scalar, Shape, Trivia, comments};

/// Settles an entry and all that is in it.
pub(crate) fn settle(item: &mut Item) {
    let opened = match &mut item.value {
        Shape::Scalar(_) => None,
        Shape::Collection(collection) => {
            if collection.flow && !fits_brackets(collection) {
                collection.flow = false;
            }
            collection.items.iter_mut().for_each(settle);
            (!collection.flow).then_some(collection)
        }
    };
    match opened {
        Some(collection) => settle_block(
            collection,
            item.key.is_some(),
            &mut item.lead,
            &mut item.after,
            &mut item.before,
        ),
        None => settle_line(item),
    }
}

/// A value in brackets stays there unless a comment or a line break has no place in it.
fn fits_brackets(collection: &Collection) -> bool {
    comments(&collection.end).next().is_none() && collection.items.iter().all(fits_line)
}

fn fits_line(item: &Item) -> bool {
    let bare = |trivia: &[Trivia]| comments(trivia).next().is_none();
    let value = match &item.value {
        Shape::Scalar(Scalar { inline, .. }) => inline.is_some(),
        Shape::Collection(collection) => fits_brackets(collection),
    };
    value && item.after.is_none() && bare(&item.before) && bare(&item.lead)
}

/// A value on the line of its key: comments between the two go to the end of the line, or above it.
fn settle_line(item: &mut Item) {
    let mut lead = std::mem::take(&mut item.lead);
    if item.after.is_none() {
        item.after = take_trailing(&mut lead);
    }
    item.before.extend(lead.into_iter().filter(is_comment));
}

/// A block: behind a key the first comment stays in the line of the key; behind a dash the first
/// entry stands in the line of the dash, so that its comments go above it.
fn settle_block(
    collection: &mut Collection,
    keyed: bool,
    lead: &mut Vec<Trivia>,
    after: &mut Option<String>,
    before: &mut Vec<Trivia>,
) {
    let Some(first) = collection.items.first_mut() else {
        return;
    };
    let mut comments = std::mem::take(lead);
    comments.append(&mut first.before);
    let mut closing = after.take();
    if keyed {
        *after = take_trailing(&mut comments).or_else(|| closing.take());
    }
    // What stood behind a closing bracket is about the whole: it goes first.
    comments.splice(0..0, closing.map(above));
    if keyed {
        first.before = comments;
    } else {
        before.append(&mut comments);
    }
}

fn above(text: String) -> Trivia {
    Trivia::Comment(Comment {
        text,
        trailing: true,
        column: 0,
    })
}

fn take_trailing(trivia: &mut Vec<Trivia>) -> Option<String> {
    match trivia.first() {
        Some(Trivia::Comment(comment)) if comment.trailing => {
            let text = comment.text.clone();
            trivia.remove(0);
            Some(text)
        }
        _ => None,
    }
}

fn is_comment(trivia: &Trivia) -> bool {
    matches!(trivia, Trivia::Comment(_))
}
