//! Every rule, in the order of the standard.

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
