//! Builds a .docx from a description: what is not said is as the standard has it.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use serde::Deserialize;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A paper.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sample {
    #[serde(default)]
    pub(crate) page: Page,
    pub(crate) paragraphs: Vec<Block>,
    pub(crate) footer: Option<Vec<Block>>,
    pub(crate) even_footer: Option<Vec<Block>>,
    pub(crate) first_footer: Option<Vec<Block>>,
    /// Children of `docDefaults`' run properties in the place of the usual ones.
    pub(crate) defaults: Option<String>,
    /// Further styles.
    #[serde(default)]
    pub(crate) styles: String,
    /// The font scheme of the theme.
    pub(crate) theme: Option<String>,
    pub(crate) numbering: Option<String>,
}

/// Lengths in millimetres.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Page {
    width: f64,
    height: f64,
    top: f64,
    bottom: f64,
    left: f64,
    right: f64,
    footer: f64,
    even_and_odd: bool,
    title_page: bool,
    grid: String,
}

impl Default for Page {
    fn default() -> Page {
        Page {
            width: 210.0,
            height: 297.0,
            top: 37.0,
            bottom: 35.0,
            left: 28.0,
            right: 26.0,
            footer: 21.0,
            even_and_odd: true,
            title_page: false,
            grid: String::new(),
        }
    }
}

/// A paragraph or table. Type and spaces in points, indents in characters.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Block {
    /// For changes of a case alone.
    id: String,
    text: String,
    runs: Vec<Block>,
    style: String,
    font: String,
    latin: String,
    size: f64,
    color: String,
    bold: bool,
    align: String,
    first: f64,
    left: f64,
    right: f64,
    line: f64,
    before: f64,
    after: f64,
    top: Option<Side>,
    bottom: Option<Side>,
    page_break: bool,
    /// As XML: what the keys above do not say.
    properties: String,
    xml: String,
    drawn: Option<Drawn>,
    boxed: Option<Boxed>,
    table: Option<Table>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Side {
    kind: String,
    /// Eighths of a point.
    weight: i64,
    space: i64,
    color: String,
}

/// A drawn line; millimetres.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Drawn {
    compound: String,
    width: f64,
    color: String,
    from: String,
    offset: f64,
}

/// A text box; millimetres.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Boxed {
    from: String,
    offset: f64,
    paragraphs: Vec<Block>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    width: f64,
    top: Option<Side>,
    bottom: Option<Side>,
    between: Option<Side>,
    /// Where it floats: `margin bottom`.
    place: Option<String>,
    rows: Vec<Vec<Block>>,
}

fn twips(mm: f64) -> i64 {
    (mm * 1440.0 / 25.4).round() as i64
}

fn points(pt: f64) -> i64 {
    (pt * 20.0).round() as i64
}

fn emu(mm: f64) -> i64 {
    (mm * 36_000.0).round() as i64
}

fn hundredths(chars: f64) -> i64 {
    (chars * 100.0).round() as i64
}

impl Side {
    fn xml(&self, name: &str) -> String {
        let Side {
            kind,
            weight,
            space,
            color,
        } = self;
        format!(r#"<w:{name} w:val="{kind}" w:sz="{weight}" w:space="{space}" w:color="{color}"/>"#)
    }
}

impl Block {
    fn xml(&self) -> String {
        if let Some(table) = &self.table {
            return table.xml();
        }
        let mut inside = String::new();
        if self.runs.is_empty() {
            inside.push_str(&self.run());
        }
        for run in &self.runs {
            inside.push_str(&run.run());
        }
        if let Some(drawn) = &self.drawn {
            inside.push_str(&drawn.xml());
        }
        if let Some(boxed) = &self.boxed {
            inside.push_str(&boxed.xml());
        }
        format!(
            "<w:p><w:pPr>{}</w:pPr>{inside}{}</w:p>",
            self.paragraph_properties(),
            self.xml
        )
    }

    fn paragraph_properties(&self) -> String {
        let mut out = String::new();
        let mut put = |text: String| out.push_str(&text);
        if !self.style.is_empty() {
            put(format!(r#"<w:pStyle w:val="{}"/>"#, self.style));
        }
        if self.page_break {
            put("<w:pageBreakBefore/>".to_owned());
        }
        let side =
            |side: &Option<Side>, name| side.as_ref().map(|s| s.xml(name)).unwrap_or_default();
        put(format!(
            "<w:pBdr>{}{}</w:pBdr>",
            side(&self.top, "top"),
            side(&self.bottom, "bottom")
        ));
        let mut spacing = String::new();
        if self.line > 0.0 {
            let _ = write!(
                spacing,
                r#" w:line="{}" w:lineRule="exact""#,
                points(self.line)
            );
        }
        put(format!(
            r#"<w:spacing{spacing} w:before="{}" w:after="{}"/>"#,
            points(self.before),
            points(self.after)
        ));
        if [self.left, self.right, self.first]
            .iter()
            .any(|chars| *chars != 0.0)
        {
            put(format!(
                r#"<w:ind w:leftChars="{}" w:rightChars="{}" w:firstLineChars="{}"/>"#,
                hundredths(self.left),
                hundredths(self.right),
                hundredths(self.first)
            ));
        }
        if !self.align.is_empty() {
            put(format!(r#"<w:jc w:val="{}"/>"#, self.align));
        }
        put(format!(
            "{}<w:rPr>{}</w:rPr>",
            self.properties,
            self.run_properties()
        ));
        out
    }

    fn run_properties(&self) -> String {
        let mut out = String::new();
        let mut fonts = String::new();
        if !self.font.is_empty() {
            let _ = write!(fonts, r#" w:eastAsia="{}""#, self.font);
        }
        if !self.latin.is_empty() {
            let _ = write!(fonts, r#" w:ascii="{0}" w:hAnsi="{0}""#, self.latin);
        }
        if !fonts.is_empty() {
            let _ = write!(out, "<w:rFonts{fonts}/>");
        }
        if self.bold {
            out.push_str("<w:b/>");
        }
        if !self.color.is_empty() {
            let _ = write!(out, r#"<w:color w:val="{}"/>"#, self.color);
        }
        if self.size > 0.0 {
            let _ = write!(out, r#"<w:sz w:val="{}"/>"#, (self.size * 2.0) as i64);
        }
        out
    }

    /// `№` is the field of the page number.
    fn run(&self) -> String {
        let look = self.run_properties();
        let mut out = String::new();
        for (nth, part) in self.text.split('№').enumerate() {
            if nth > 0 {
                let _ = write!(
                    out,
                    r#"<w:r><w:rPr>{look}</w:rPr><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr>{look}</w:rPr><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#
                );
            }
            let text = part
                .replace('&', "&amp;")
                .replace('<', "&lt;")
                .replace('\t', "</w:t><w:tab/><w:t>")
                .replace('\n', "</w:t><w:br/><w:t>");
            if !part.is_empty() {
                let _ = write!(
                    out,
                    r#"<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>"#
                );
            }
        }
        out
    }
}

impl Drawn {
    fn xml(&self) -> String {
        format!(
            r#"<w:r><w:drawing><wp:anchor><wp:positionV relativeFrom="{}"><wp:posOffset>{}</wp:posOffset></wp:positionV><wp:extent cx="{}" cy="0"/><a:graphic><a:graphicData><wps:wsp><wps:spPr><a:prstGeom prst="line"/><a:ln w="28575" cmpd="{}"><a:solidFill><a:srgbClr val="{}"/></a:solidFill></a:ln></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"#,
            self.from,
            emu(self.offset),
            emu(self.width),
            self.compound,
            self.color
        )
    }
}

impl Boxed {
    fn xml(&self) -> String {
        format!(
            r#"<w:r><w:drawing><wp:anchor><wp:positionV relativeFrom="{}"><wp:posOffset>{}</wp:posOffset></wp:positionV><wp:extent cx="5616000" cy="720000"/><a:graphic><a:graphicData><wps:wsp><wps:spPr/><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"#,
            self.from,
            emu(self.offset),
            blocks(&self.paragraphs)
        )
    }
}

impl Table {
    fn xml(&self) -> String {
        let side =
            |side: &Option<Side>, name| side.as_ref().map(|s| s.xml(name)).unwrap_or_default();
        let place = self
            .place
            .as_deref()
            .and_then(|place| place.split_once(' '));
        let place = place
            .map(|(from, end)| format!(r#"<w:tblpPr w:vertAnchor="{from}" w:tblpYSpec="{end}"/>"#));
        let mut out = format!(
            r#"<w:tbl><w:tblPr>{}<w:tblW w:w="{}" w:type="dxa"/><w:tblBorders>{}{}{}</w:tblBorders></w:tblPr>"#,
            place.unwrap_or_default(),
            twips(self.width),
            side(&self.top, "top"),
            side(&self.bottom, "bottom"),
            side(&self.between, "insideH")
        );
        for row in &self.rows {
            out.push_str("<w:tr>");
            for cell in row {
                let _ = write!(out, "<w:tc><w:tcPr/>{}</w:tc>", cell.xml());
            }
            out.push_str("</w:tr>");
        }
        out + "</w:tbl>"
    }
}

fn blocks(blocks: &[Block]) -> String {
    blocks.iter().map(Block::xml).collect()
}

const NAMES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture""#;
const KINDS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const DEFAULTS: &str = r#"<w:rFonts w:ascii="Times New Roman" w:eastAsia="仿宋_GB2312" w:hAnsi="Times New Roman"/><w:sz w:val="32"/>"#;

/// The parts of a paper, by name.
pub(crate) fn parts(sample: &Sample) -> Vec<(String, String)> {
    let mut relations = String::new();
    let mut references = String::new();
    let mut parts = Vec::new();
    let mut part = |name: &str, kind: &str, xml: String| {
        let _ = write!(
            relations,
            r#"<Relationship Id="{name}" Type="{KINDS}/{kind}" Target="{name}.xml"/>"#
        );
        parts.push((format!("word/{name}.xml"), xml));
    };
    part("styles", "styles", styles(sample));
    let even = if sample.page.even_and_odd {
        "<w:evenAndOddHeaders/>"
    } else {
        ""
    };
    part(
        "settings",
        "settings",
        format!("<w:settings {NAMES}>{even}</w:settings>"),
    );
    if let Some(theme) = &sample.theme {
        part(
            "theme1",
            "theme",
            format!("<a:theme {NAMES}><a:themeElements>{theme}</a:themeElements></a:theme>"),
        );
    }
    if let Some(numbering) = &sample.numbering {
        part(
            "numbering",
            "numbering",
            format!("<w:numbering {NAMES}>{numbering}</w:numbering>"),
        );
    }
    let footers = [
        ("default", &sample.footer),
        ("even", &sample.even_footer),
        ("first", &sample.first_footer),
    ];
    for (kind, footer) in footers {
        if let Some(footer) = footer {
            let name = format!("footer-{kind}");
            part(
                &name,
                "footer",
                format!("<w:ftr {NAMES}>{}</w:ftr>", blocks(footer)),
            );
            let _ = write!(
                references,
                r#"<w:footerReference w:type="{kind}" r:id="{name}"/>"#
            );
        }
    }
    let list = |inside: &str| {
        format!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>"#
        )
    };
    let root = format!(
        r#"<Relationship Id="main" Type="{KINDS}/officeDocument" Target="/word/document.xml"/>"#
    );
    parts.push(("_rels/.rels".to_owned(), list(&root)));
    parts.push(("word/_rels/document.xml.rels".to_owned(), list(&relations)));
    let body = format!(
        "{}{}",
        blocks(&sample.paragraphs),
        section(&sample.page, &references)
    );
    let main = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document {NAMES}><w:body>{body}</w:body></w:document>"
    );
    parts.push(("word/document.xml".to_owned(), main));
    parts
}

fn styles(sample: &Sample) -> String {
    let defaults = sample.defaults.as_deref().unwrap_or(DEFAULTS);
    format!(
        r#"<w:styles {NAMES}><w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:pPr><w:spacing w:line="579" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr><w:rPr><w:spacing w:val="-5"/></w:rPr></w:style>{}</w:styles>"#,
        sample.styles
    )
}

fn section(page: &Page, references: &str) -> String {
    let title = if page.title_page { "<w:titlePg/>" } else { "" };
    format!(
        r#"<w:sectPr>{references}<w:pgSz w:w="{}" w:h="{}"/><w:pgMar w:top="{}" w:right="{}" w:bottom="{}" w:left="{}" w:header="851" w:footer="{}" w:gutter="0"/>{title}{}</w:sectPr>"#,
        twips(page.width),
        twips(page.height),
        twips(page.top),
        twips(page.right),
        twips(page.bottom),
        twips(page.left),
        twips(page.footer),
        page.grid
    )
}

/// Packs parts.
pub(crate) fn packed(parts: &[(String, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name.as_str(), SimpleFileOptions::default())
            .unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
