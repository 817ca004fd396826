//! Tables, as far as an imprint needs them.

use super::paper::{Part, Table};
use super::properties::Border;
use super::read::{Flow, Reader};
use super::units::twips;
use super::xml::Node;

/// Reads a table and what is in it.
pub(super) fn read(reader: &mut Reader, node: &Node, flow: &Flow) {
    let mut rows = Vec::new();
    gather(node, "tr", &mut rows);
    let said = node.child("tblPr");
    let borders = said.and_then(|p| p.child("tblBorders"));
    let side = |name| {
        borders
            .and_then(|b: &Node| b.child(name))
            .and_then(Border::read)
    };
    let of_row = |row: Option<&&Node>, name| row.and_then(|row| of_cells(row, name));
    let table = Table {
        styled: said.is_some_and(|p| p.child("tblStyle").is_some()),
        width: width(node, said),
        top: of_row(rows.first(), "top").or_else(|| side("top")),
        bottom: of_row(rows.last(), "bottom").or_else(|| side("bottom")),
        between: of_row(rows.first().filter(|_| rows.len() > 1), "bottom")
            .or_else(|| side("insideH")),
        floating: said.and_then(|p| p.child("tblpPr")).map(|place| {
            let word = |name| place.attribute(name).unwrap_or_default().to_owned();
            (word("vertAnchor"), word("tblpYSpec"))
        }),
    };
    reader.paper.tables.push(table);
    let inside = Flow {
        part: if flow.part == Part::Text {
            Part::Table
        } else {
            flow.part
        },
        table: Some(reader.paper.tables.len() - 1),
        anchor: flow.anchor.clone(),
    };
    for row in rows {
        let mut cells = Vec::new();
        gather(row, "tc", &mut cells);
        for cell in cells {
            reader.blocks(cell, &inside);
        }
    }
}

/// The elements of a name right inside, or in what merely groups them.
fn gather<'a>(node: &'a Node, name: &str, found: &mut Vec<&'a Node>) {
    for child in node.nodes() {
        match child.name.as_str() {
            own if own == name => found.push(child),
            "sdt" | "sdtContent" | "ins" | "moveTo" | "customXml" => gather(child, name, found),
            _ => {}
        }
    }
}

fn of_cells(row: &Node, side: &str) -> Option<Border> {
    row.find("tcBorders")?.child(side).and_then(Border::read)
}

fn width(node: &Node, said: Option<&Node>) -> Option<i64> {
    let stated = said.and_then(|p| p.child("tblW"));
    if let Some(stated) = stated.filter(|w| w.attribute("type") == Some("dxa")) {
        return stated.attribute("w").and_then(twips).filter(|w| *w > 0);
    }
    let grid = node.child("tblGrid")?;
    let columns = grid
        .nodes()
        .filter_map(|c| c.attribute("w").and_then(twips));
    Some(columns.sum()).filter(|sum| *sum > 0)
}
