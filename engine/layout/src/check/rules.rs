//! Every rule, in the order of the standard.
//!
//! To add one: a line in `RULES` of the file of its element, with an id that says what is judged; a function that
//! says of each place whether it keeps or breaks the rule or that it cannot be told, and nothing where the element was
//! not recognised; its three texts `layout-ID`, `.found` and `.do` in both languages of `layout.ftl`; a case under
//! `tests/check/cases` that keeps it and one that breaks it. Tests find what is missing.

mod attachments;
mod body;
mod headings;
mod imprint;
mod letter;
mod masthead;
mod minutes;
mod number;
mod page;
mod page_number;
mod red_rule;
mod signatory;
mod signature;
mod title;
mod wording;

use super::judge::{Context, Verdict};
use super::paper::Paragraph;
use super::report::Strength;

/// One rule. Its texts are `layout-ID` (what it demands), `.found` and `.do` in the catalogue.
#[derive(Debug)]
pub struct Rule {
    /// Stable, and never used for another rule.
    pub id: &'static str,
    /// Its clause: of GB/T 9704-2012 if it is a number.
    pub clause: &'static str,
    /// How binding it is.
    pub strength: Strength,
    /// Judges a paper.
    pub(super) run: fn(&Context<'_>, &mut Verdict),
}

/// Every rule.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    const GROUPS: [&[Rule]; 15] = [
        page::RULES,
        masthead::RULES,
        number::RULES,
        signatory::RULES,
        red_rule::RULES,
        title::RULES,
        body::RULES,
        headings::RULES,
        attachments::RULES,
        signature::RULES,
        imprint::RULES,
        page_number::RULES,
        letter::RULES,
        minutes::RULES,
        wording::RULES,
    ];
    GROUPS.into_iter().flatten()
}

/// The number of the page, if it has one.
pub(super) fn page_number<'a>(cx: &Context<'a>) -> Option<&'a Paragraph> {
    page_number::numbers(cx).into_iter().flatten().next()
}

/// A rule, written on one line.
const fn rule(
    id: &'static str,
    clause: &'static str,
    strength: Strength,
    run: fn(&Context<'_>, &mut Verdict),
) -> Rule {
    Rule {
        id,
        clause,
        strength,
        run,
    }
}
