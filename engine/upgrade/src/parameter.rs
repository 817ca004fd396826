//! What a change of a parameter's declaration means.

use crate::bearing::{default, exceeds};
use crate::change::{Bearing, Detail, Segment, Step};
use crate::content::Content;
use crate::edition::Edition;

fn key(detail: &Detail) -> &str {
    match detail.path.first() {
        Some(Segment::Key(key)) => key,
        _ => "",
    }
}

/// Which way it cuts; the parameter is known by what the old version says of it.
pub(crate) fn parameter_bearing(
    detail: &Detail,
    old: &Edition<'_>,
    new: &Edition<'_>,
    declared: &Content,
) -> Bearing {
    let id = declared.get("id").and_then(Content::text).unwrap_or("");
    let direction = |edition: &Edition<'_>| edition.parameter(id).and_then(|p| p.stricter);
    match key(detail) {
        "default" if direction(old) == direction(new) => {
            let parameter = new.parameter(id);
            let text = |content: &Option<Content>| {
                content.as_ref().and_then(|c| c.text()).map(str::to_owned)
            };
            parameter.map_or(Bearing::Unclear, |parameter| {
                default(
                    parameter,
                    text(&detail.old).as_deref(),
                    text(&detail.new).as_deref(),
                )
            })
        }
        "default" | "type" | "stricter" => Bearing::Unclear,
        "min" | "max" | "choices" | "adjustable" => bounds(detail),
        _ => Bearing::Neither,
    }
}

/// Less room is stricter for whoever has to keep inside it.
fn bounds(detail: &Detail) -> Bearing {
    if narrows(detail) {
        Bearing::Stricter
    } else if narrows(&turned(detail)) {
        Bearing::Looser
    } else {
        Bearing::Unclear
    }
}

fn turned(detail: &Detail) -> Detail {
    Detail {
        old: detail.new.clone(),
        new: detail.old.clone(),
        ..detail.clone()
    }
}

/// Whether a plan that was inside may now be outside.
fn narrows(detail: &Detail) -> bool {
    let text =
        |content: &Option<Content>| content.as_ref().and_then(|c| c.text()).map(str::to_owned);
    let (old, new) = (text(&detail.old), text(&detail.new));
    let rank = |word: Option<&str>| {
        ["free", "stricter", "fixed"]
            .iter()
            .position(|w| Some(*w) == word)
    };
    match key(detail) {
        "min" => new.is_some_and(|new| old.is_none_or(|old| exceeds(&new, &old))),
        "max" => new.is_some_and(|new| old.is_none_or(|old| exceeds(&old, &new))),
        "adjustable" => rank(new.as_deref()) > rank(old.as_deref()),
        "choices" => {
            let items = |content: &Option<Content>| {
                content
                    .as_ref()
                    .map(Content::items)
                    .unwrap_or_default()
                    .to_vec()
            };
            let new = items(&detail.new);
            items(&detail.old)
                .iter()
                .any(|choice| !new.contains(choice))
        }
        _ => false,
    }
}

/// What it asks of the version number.
pub(crate) fn parameter_step(detail: &Detail, declared: &Content, bearing: Bearing) -> Step {
    let only_stricter = declared.get("adjustable").and_then(Content::text) == Some("stricter");
    match key(detail) {
        "min" | "max" | "choices" | "adjustable" if narrows(detail) => Step::Major,
        "type" | "stricter" => Step::Major,
        // Without a default, a plan that set nothing is left with an open question.
        "default" if detail.new.is_none() => Step::Major,
        // What a plan set may now be looser than the package.
        "default" if only_stricter && bearing != Bearing::Looser => Step::Major,
        "name" | "unit" | "question" | "clauses" => Step::Patch,
        _ => Step::Minor,
    }
}
