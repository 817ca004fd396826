//! What is drawn in a paper: lines, pictures, text boxes, in either of the two languages for drawings.

use super::paper::{Anchor, Drawing, Shape};
use super::units::{emu, twips};
use super::xml::Node;

/// Reads `drawing`, the newer language.
pub(super) fn of_drawing(node: &Node) -> Option<Drawing> {
    let frame = node.child("anchor").or_else(|| node.child("inline"))?;
    let extent = frame.child("extent");
    let length = |name| extent.and_then(|e: &Node| e.attribute(name)).and_then(emu);
    let (width, height) = (length("cx").unwrap_or(0), length("cy").unwrap_or(0));
    let line = frame.find("ln");
    let colour = line
        .or(frame.find("spPr"))
        .and_then(|l| l.find("srgbClr"))
        .and_then(|c| c.attribute("val"));
    let compound = line.and_then(|l| l.attribute("cmpd")).unwrap_or_default();
    Some(Drawing {
        shape: shape_of(frame, width, height),
        width,
        floating: frame.name == "anchor",
        anchor: frame.child("positionV").and_then(|position| {
            let offset = emu(position.child("posOffset")?.text().as_str())?;
            let from = position.attribute("relativeFrom").unwrap_or("page");
            Some(Anchor {
                from: from.to_owned(),
                offset,
            })
        }),
        colour: colour.unwrap_or_default().to_ascii_uppercase(),
        compound: match compound {
            "sng" | "dbl" => String::new(),
            other => other.to_owned(),
        },
    })
}

fn shape_of(frame: &Node, width: i64, height: i64) -> Shape {
    let geometry = frame.find("prstGeom").and_then(|g| g.attribute("prst"));
    // Half a millimetre high: a rectangle drawn as a line.
    let flat = height <= 30 && width > 1_000;
    if frame.find("txbxContent").is_some() {
        Shape::TextBox
    } else if frame.find("blip").is_some() {
        Shape::Picture
    } else if flat || matches!(geometry, Some("line" | "straightConnector1")) {
        Shape::Line
    } else {
        Shape::Other
    }
}

/// Reads `pict`, the older language.
pub(super) fn of_picture(node: &Node) -> Option<Drawing> {
    const SHAPES: [&str; 6] = ["line", "shape", "rect", "roundrect", "polyline", "group"];
    let drawn = node.nodes().find(|n| SHAPES.contains(&n.name.as_str()))?;
    let style = drawn.attribute("style").unwrap_or_default();
    let length = |name| styled(style, name).and_then(css);
    let across = |name| {
        let (x, _) = drawn.attribute(name)?.split_once(',')?;
        css(x)
    };
    let width = match (across("from"), across("to")) {
        (Some(from), Some(to)) => (to - from).abs(),
        _ => length("width").unwrap_or(0),
    };
    let compound = drawn.find("stroke").and_then(|s| s.attribute("linestyle"));
    let colour = drawn.attribute("strokecolor").unwrap_or_default();
    let from = styled(style, "mso-position-vertical-relative").unwrap_or("text");
    Some(Drawing {
        shape: pictured_shape(drawn),
        width,
        floating: styled(style, "position") == Some("absolute"),
        anchor: length("margin-top").map(|offset| Anchor {
            from: if from == "text" { "paragraph" } else { from }.to_owned(),
            offset,
        }),
        colour: match colour.split(' ').next().unwrap_or_default() {
            "red" => "FF0000".to_owned(),
            other => other.trim_start_matches('#').to_ascii_uppercase(),
        },
        compound: match compound {
            Some("single") | None => String::new(),
            Some(other) => other.to_owned(),
        },
    })
}

fn pictured_shape(drawn: &Node) -> Shape {
    let kind = drawn.attribute("type").unwrap_or_default();
    let connector = kind.ends_with("_t32") || kind.ends_with("_t20");
    if drawn.find("txbxContent").is_some() {
        Shape::TextBox
    } else if drawn.find("imagedata").is_some() {
        Shape::Picture
    } else if drawn.name == "line" || connector {
        Shape::Line
    } else {
        Shape::Other
    }
}

/// A property of a `style` attribute.
fn styled<'a>(style: &'a str, name: &str) -> Option<&'a str> {
    style.split(';').find_map(|pair| {
        let (key, value) = pair.split_once(':')?;
        (key.trim() == name).then(|| value.trim())
    })
}

/// A length there; one without a unit is a pixel, three quarters of a point.
fn css(text: &str) -> Option<i64> {
    let text = text.trim();
    if text.ends_with(|c: char| c.is_ascii_digit()) {
        return Some(twips(&format!("{text}pt"))? * 3 / 4);
    }
    twips(text)
}
