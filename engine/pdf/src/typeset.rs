//! From pieces to pages, and from pages to the bytes of a PDF.

use std::sync::Arc;

use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::fault::PdfFault;
use crate::fonts::Cast;
use crate::paper::Paper;
use crate::world::Desk;

/// After so many papers, what was kept for a later one and not used again is let go. What all papers share is used by each
/// of them, so one is enough.
const KEPT: usize = 1;

/// The pages of a paper.
pub(crate) fn pages(paper: &Paper, cast: Arc<Cast>) -> Result<PagedDocument, PdfFault> {
    let data =
        serde_json::to_vec(paper).map_err(|error| PdfFault::Typesetting(error.to_string()))?;
    let desk = Desk::new(cast, data);
    let set = typst::compile::<PagedDocument>(&desk);
    comemo::evict(KEPT);
    set.output.map_err(|errors| fault(&errors, Some(&desk)))
}

/// The bytes of a PDF. It bears no other time than the paper's own day, so that they are always the same. Archives take
/// PDF/A-2b, which a paper without a day cannot be: nobody archives one that is not signed yet.
pub(crate) fn write(pages: &PagedDocument, dated: bool) -> Result<Vec<u8>, PdfFault> {
    let archival = if dated { &[PdfStandard::A_2b][..] } else { &[] };
    let standards = PdfStandards::new(archival)
        .map_err(|error| PdfFault::Typesetting(error.message().to_string()))?;
    let options = PdfOptions {
        ident: Smart::Auto,
        creator: Smart::Custom(Some("luoshi".to_owned())),
        timestamp: None,
        page_ranges: None,
        standards,
        tagged: false,
        pretty: false,
    };
    typst_pdf::pdf(pages, &options).map_err(|errors| fault(&errors, None))
}

fn fault(errors: &[SourceDiagnostic], desk: Option<&Desk>) -> PdfFault {
    let told = errors.iter().map(|error| {
        let place = desk.and_then(|desk| desk.place(error.span));
        let place = place.map_or(String::new(), |place| format!("{place}: "));
        format!("{place}{}", error.message)
    });
    PdfFault::Typesetting(told.collect::<Vec<String>>().join("; "))
}
