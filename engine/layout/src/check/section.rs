//! The layout of pages.

use super::paper::Section;
use super::units::{on, twips};
use super::xml::Node;

/// Reads `sectPr`, without its headers and footers.
pub(super) fn read(node: &Node) -> Section {
    let length = |element: &str, name: &str| {
        let value = node.child(element).and_then(|n| n.attribute(name));
        value.and_then(twips).unwrap_or(0)
    };
    let grid = node.child("docGrid");
    let kind = grid.and_then(|g| g.attribute("type")).unwrap_or("default");
    let of_grid = |name| grid.and_then(|g| g.attribute(name)).and_then(twips);
    let lines = matches!(kind, "lines" | "linesAndChars" | "snapToChars");
    let characters = matches!(kind, "linesAndChars" | "snapToChars");
    Section {
        stated: node.child("pgSz").is_some() && node.child("pgMar").is_some(),
        width: length("pgSz", "w"),
        height: length("pgSz", "h"),
        // A negative margin means that a header may not push the text down.
        top: length("pgMar", "top").abs(),
        bottom: length("pgMar", "bottom").abs(),
        left: length("pgMar", "left") + length("pgMar", "gutter"),
        right: length("pgMar", "right"),
        footer: length("pgMar", "footer"),
        grid: of_grid("linePitch").filter(|_| lines),
        // In 4096ths of a point.
        grid_spacing: of_grid("charSpace").filter(|_| characters).unwrap_or(0) * 20 / 4_096,
        title_page: node
            .child("titlePg")
            .is_some_and(|n| on(n.attribute("val"))),
        continuous: node.value("type") == Some("continuous"),
        ..Section::default()
    }
}
