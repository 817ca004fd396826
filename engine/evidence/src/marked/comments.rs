//! Comments on cells: the texts in one part, the boxes that show them in another.

use super::package::{Package, append_to};
use super::sheet::name;
use super::xml::{Edits, Role, attribute, each_tag, escaped};
use super::{Cells, MarkedError};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const COMMENTS: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const DRAWING: &str = "application/vnd.openxmlformats-officedocument.vmlDrawing";
/// What stands after the drawing of comments in a sheet.
const AFTER: [&str; 8] = [
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
];

/// Adds comments to the cells of a sheet, after what their comments say already.
pub(super) fn add(
    package: &mut Package,
    sheet: &str,
    cells: &Cells,
    author: &str,
) -> Result<(), MarkedError> {
    let relations = package.relations(sheet)?;
    let comments = relations.iter().find(|one| one.of == "comments");
    let comments = comments.map(|one| one.part.clone());
    let path = match comments {
        Some(path) => path,
        None => new_comments(package, sheet)?,
    };
    let (text, fresh) = with_comments(package.text(&path)?, cells, author)?;
    package.set(&path, text);
    let drawing = match legacy_drawing(package.text(sheet)?)? {
        Some(id) => relations
            .into_iter()
            .find(|one| one.id == id)
            .map(|one| one.part),
        None => None,
    };
    let path = match drawing {
        Some(path) => path,
        None => new_drawing(package, sheet)?,
    };
    let text = with_boxes(package.text(&path)?, &fresh)?;
    package.set(&path, text);
    Ok(())
}

fn new_comments(package: &mut Package, sheet: &str) -> Result<String, MarkedError> {
    let path = package.free("xl/comments", ".xml");
    let empty = format!(
        "<comments xmlns=\"{MAIN}\"><authors></authors><commentList></commentList></comments>"
    );
    package.set(&path, empty);
    package.declare(&path, COMMENTS)?;
    package.relate(sheet, "comments", &path)?;
    Ok(path)
}

/// The text with the comments, and the cells that had none.
fn with_comments(
    text: &str,
    cells: &Cells,
    author: &str,
) -> Result<(String, Vec<(u32, u32)>), MarkedError> {
    let mut fresh: Vec<(u32, u32)> = cells.keys().copied().collect();
    let mut edits = Edits::default();
    let (mut authors, mut open) = (0_u32, None);
    each_tag(text, |tag| {
        match (tag.name.as_str(), tag.role) {
            ("author", Role::Start | Role::Empty) => authors += 1,
            ("comment", Role::Start) => {
                let of = attribute(&text[tag.at.clone()], "ref").unwrap_or_default();
                let at = fresh
                    .iter()
                    .position(|(row, column)| name(*row, *column) == of);
                open = at.map(|at| fresh.remove(at));
            }
            ("comment", Role::End) => open = None,
            ("text", Role::End) => {
                if let Some(said) = open.and_then(|cell| cells.get(&cell)) {
                    let p = &tag.prefix;
                    let said = escaped(&format!("\n{said}"));
                    let run = format!("<{p}r><{p}t xml:space=\"preserve\">{said}</{p}t></{p}r>");
                    edits.put(tag.at.start..tag.at.start, run);
                }
            }
            _ => {}
        }
        Ok(())
    })?;
    let text = edits.apply(text)?;
    let text = append_to(&text, "authors", |p| {
        format!("<{p}author>{}</{p}author>", escaped(author))
    })?;
    let text = append_to(&text, "commentList", |p| {
        let comment = |cell: &(u32, u32)| {
            let said = cells.get(cell).map_or(String::new(), |said| escaped(said));
            format!(
                "<{p}comment ref=\"{}\" authorId=\"{authors}\"><{p}text><{p}r><{p}rPr><{p}sz val=\"10\"/>\
                 <{p}rFont val=\"宋体\"/></{p}rPr><{p}t xml:space=\"preserve\">{said}</{p}t></{p}r></{p}text></{p}comment>",
                name(cell.0, cell.1)
            )
        };
        fresh.iter().map(comment).collect()
    })?;
    Ok((text, fresh))
}

/// The id of the drawing of comments of a sheet.
fn legacy_drawing(sheet: &str) -> Result<Option<String>, MarkedError> {
    let mut found = None;
    each_tag(sheet, |tag| {
        if tag.name == "legacyDrawing" && tag.depth == 1 && tag.role != Role::End {
            let written = &sheet[tag.at.clone()];
            let mut words = written.split_whitespace();
            let prefix = words.find_map(|word| word.split_once(":id=").map(|(p, _)| p));
            found = prefix.and_then(|prefix| attribute(written, &format!("{prefix}:id")));
        }
        Ok(())
    })?;
    Ok(found)
}

fn new_drawing(package: &mut Package, sheet: &str) -> Result<String, MarkedError> {
    let path = package.free("xl/drawings/vmlDrawing", ".vml");
    let empty = "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" \
        xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/>\
        </o:shapelayout><v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" \
        path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>\
        <v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype></xml>";
    package.set(&path, empty.to_owned());
    package.declare(&path, DRAWING)?;
    let id = package.relate(sheet, "vmlDrawing", &path)?;
    let text = package.text(sheet)?;
    let mut place = None;
    each_tag(text, |tag| {
        let after = tag.depth == 1 && AFTER.contains(&tag.name.as_str());
        let last = tag.depth == 0 && tag.role == Role::End;
        if place.is_none() && (after || last) {
            place = Some((tag.at.start, tag.prefix.clone()));
        }
        Ok(())
    })?;
    let (at, p) = place.ok_or_else(|| MarkedError::new("worksheet"))?;
    let mut edits = Edits::default();
    let element = format!("<{p}legacyDrawing xmlns:r=\"{OFFICE}\" r:id=\"{id}\"/>");
    edits.put(at..at, element);
    let text = edits.apply(text)?;
    package.set(sheet, text);
    Ok(path)
}

/// A drawing with a box for each of these cells, out of sight until the cell is pointed at.
fn with_boxes(drawing: &str, cells: &[(u32, u32)]) -> Result<String, MarkedError> {
    let first = last_shape(drawing) + 1;
    let mut boxes = String::new();
    for (number, (row, column)) in (first..).zip(cells) {
        let (left, right) = (column + 1, column + 5);
        let (top, bottom) = (row, row + 5);
        boxes.push_str(&format!(
            "<v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" \
             xmlns:x=\"urn:schemas-microsoft-com:office:excel\" id=\"_x0000_s{number}\" type=\"#_x0000_t202\" \
             style=\"position:absolute;z-index:{number};visibility:hidden\" fillcolor=\"#ffe1e1\" o:insetmode=\"auto\">\
             <v:fill color2=\"#ffe1e1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>\
             <v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox>\
             <x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>\
             <x:Anchor>{left}, 15, {top}, 2, {right}, 15, {bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill>\
             <x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
        ));
    }
    append_to(drawing, "xml", |_| boxes.clone())
}

/// The largest number of a shape; comments begin at 1025.
fn last_shape(drawing: &str) -> u64 {
    let numbers = drawing.split("_x0000_s").skip(1).filter_map(|rest| {
        let end = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        rest[..end].parse::<u64>().ok()
    });
    numbers.max().unwrap_or(1_024).clamp(1_024, u64::MAX / 2)
}
