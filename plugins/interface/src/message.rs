//! Texts with `{name}` in them.

use std::collections::BTreeSet;

use crate::answer::Argument;

/// The names of the arguments that a message asks for.
///
/// A name has small letters, digits and `_`. Any other brace stands for itself.
#[must_use]
pub fn names(template: &str) -> BTreeSet<&str> {
    pieces(template).filter_map(|piece| piece.name).collect()
}

/// A message with its arguments put in, each as `show` writes it. A `{name}` without an argument stays as it is.
#[must_use]
pub fn fill(
    template: &str,
    arguments: &[(String, Argument)],
    show: impl Fn(&Argument) -> String,
) -> String {
    let mut filled = String::with_capacity(template.len());
    for Piece { before, name } in pieces(template) {
        filled.push_str(before);
        let Some(name) = name else { continue };
        match arguments.iter().find(|(known, _)| known == name) {
            Some((_, argument)) => filled.push_str(&show(argument)),
            None => filled.extend(["{", name, "}"]),
        }
    }
    filled
}

/// Some text, and the name that follows it.
struct Piece<'t> {
    before: &'t str,
    name: Option<&'t str>,
}

fn pieces(template: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = template;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (before, name, after) = split(rest).unwrap_or((rest, None, ""));
        rest = after;
        Some(Piece { before, name })
    })
}

/// The text up to the first `{name}`, the name, and what follows it.
fn split(text: &str) -> Option<(&str, Option<&str>, &str)> {
    let inside = |c: &u8| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == b'_';
    for (open, _) in text.match_indices('{') {
        let rest = &text[open + 1..];
        let length = rest.bytes().take_while(inside).count();
        if length > 0 && rest[length..].starts_with('}') {
            return Some((&text[..open], Some(&rest[..length]), &rest[length + 1..]));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{fill, names};
    use crate::answer::Argument;

    fn show(argument: &Argument) -> String {
        match argument {
            Argument::Whole(value) | Argument::Decimal(value) => value.to_string(),
            Argument::Day(day) => format!("第{day}天"),
            Argument::Text(text) => text.clone(),
        }
    }

    #[test]
    fn known_names_are_filled_and_other_braces_stay() {
        let arguments = [
            ("n".to_owned(), Argument::Whole(3)),
            ("who".to_owned(), "{n}".into()),
        ];
        let filled = |template| fill(template, &arguments, show);
        assert_eq!(filled("共 {n} 条，{who}。"), "共 3 条，{n}。");
        assert_eq!(filled("{n}{n}"), "33");
        assert_eq!(
            filled("{{n}} { n } {N} {} {other} {n"),
            "{3} { n } {N} {} {other} {n"
        );
        assert_eq!(filled(""), "");
    }

    #[test]
    fn names_are_told_once() {
        let found: Vec<&str> = names("{b} {a_1} {b} {x-y} {甲}").into_iter().collect();
        assert_eq!(found, ["a_1", "b"]);
    }
}
