//! The chain of those who answer, as a picture.

use luoshi_plan::Plan;

use super::view::Section;
use crate::chain::{chain, chain_svg, chain_text};
use crate::reader::Reader;

/// The picture, and as a text for whoever cannot see it.
pub(super) fn section(reader: &Reader<'_>, plan: &Plan) -> Section {
    let mut section = Section::new("chain", reader.word("html-chain"));
    let chains = chain(plan, reader.assessment.as_of);
    if chains.trees.is_empty() {
        return section;
    }
    section.intro.push(reader.word("html-chain-how"));
    let out = &mut section.markup;
    out.push_str("<div class=\"scroll picture\" tabindex=\"0\" role=\"region\" aria-label=\"");
    super::markup::text(out, &section.title);
    out.push_str("\">");
    out.push_str(&chain_svg(&chains, reader.words));
    out.push_str("</div><details class=\"sheet\"><summary><h3>");
    super::markup::text(out, &reader.word("html-chain-text"));
    out.push_str("</h3></summary><pre class=\"scroll\" tabindex=\"0\">");
    super::markup::text(out, &chain_text(&chains, reader.words));
    out.push_str("</pre></details>\n");
    section
}

/// The style that the picture brings along, which the page must allow.
pub(super) fn style(markup: &str) -> Option<&str> {
    let (_, rest) = markup.split_once("<style>")?;
    rest.split_once("</style>").map(|(style, _)| style)
}
