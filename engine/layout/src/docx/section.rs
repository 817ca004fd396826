//! Sections: the page, its grid and its footers, in the order of the schema (`CT_SectPr`).

use luoshi_plan::model::DocumentForm;

use super::footer::Footers;
use super::paragraph::push;
use crate::document::Document;
use crate::figures::Figures;
use crate::geometry::page;

/// The properties of a section.
///
/// The grid is of lines alone: with a grid of characters LibreOffice gives each of them two cells. The style of the
/// body brings 28 of them into a line.
pub(super) fn section(
    document: &Document,
    figures: &Figures,
    landscape: bool,
    footers: &Footers,
) -> String {
    let page = page(figures, landscape);
    let mut out = String::from("<w:sectPr>");
    footers.references(&mut out, landscape);
    push(
        &mut out,
        format_args!(
            "<w:type w:val=\"nextPage\"/><w:pgSz w:w=\"{}\" w:h=\"{}\"{}/>",
            page.paper_width,
            page.paper_height,
            if landscape {
                " w:orient=\"landscape\""
            } else {
                ""
            }
        ),
    );
    push(
        &mut out,
        format_args!(
            "<w:pgMar w:top=\"{}\" w:right=\"{}\" w:bottom=\"{}\" w:left=\"{}\" w:header=\"851\" w:footer=\"{}\" w:gutter=\"0\"/>",
            page.top,
            page.right,
            page.bottom,
            page.left,
            footers.distance(figures, landscape)
        ),
    );
    if document.form == DocumentForm::Letter && footers.first_section() {
        out.push_str("<w:titlePg/>");
    }
    push(
        &mut out,
        format_args!(
            "<w:docGrid w:type=\"lines\" w:linePitch=\"{}\"/></w:sectPr>",
            figures.line_pitch
        ),
    );
    out
}
