//! The archive and those of its parts that say nothing of the paper itself.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::footer::Footers;
use super::paragraph::push;
use super::styles::{font_table, styles};
use crate::WriteFault;
use crate::document::Document;
use crate::figures::Figures;
use crate::markup::push_text;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

const RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>";

/// Punctuation may be set closer, but letters and digits keep to the widths that the layout counts with.
const SETTINGS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"630\"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val=\"compressPunctuation\"/><w:compat><w:balanceSingleByteDoubleByteWidth/><w:useFELayout/><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:settings>";

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// Packs the parts. Times are the first that the format knows, so that the bytes do not depend on the day.
pub(super) fn package(
    document: &Document,
    figures: &Figures,
    text: &str,
    footers: &Footers,
) -> Result<Vec<u8>, WriteFault> {
    let mut archive = Archive::new(text.len() / 4 + 8_192);
    archive.add("[Content_Types].xml", &content_types(footers))?;
    archive.add("_rels/.rels", RELATIONS)?;
    archive.add("docProps/core.xml", &properties(document))?;
    archive.add("word/document.xml", text)?;
    archive.add("word/_rels/document.xml.rels", &relations(footers))?;
    archive.add("word/styles.xml", &styles(figures))?;
    archive.add("word/settings.xml", SETTINGS)?;
    archive.add("word/fontTable.xml", &font_table(figures))?;
    for part in footers.parts() {
        let name = format!("word/{}", part.name);
        archive.add(&name, &footers.text(part, figures))?;
    }
    archive.finish()
}

struct Archive {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    options: SimpleFileOptions,
}

impl Archive {
    fn new(capacity: usize) -> Archive {
        // The fastest level: a page of XML shrinks to a seventh with it already.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(1))
            .last_modified_time(DateTime::default());
        Archive {
            zip: ZipWriter::new(Cursor::new(Vec::with_capacity(capacity))),
            options,
        }
    }

    fn add(&mut self, name: &str, text: &str) -> Result<(), WriteFault> {
        self.zip
            .start_file(name, self.options)
            .map_err(|fault| WriteFault(fault.to_string()))?;
        self.zip
            .write_all(text.as_bytes())
            .map_err(|fault| WriteFault(fault.to_string()))
    }

    fn finish(self) -> Result<Vec<u8>, WriteFault> {
        self.zip
            .finish()
            .map(Cursor::into_inner)
            .map_err(|fault| WriteFault(fault.to_string()))
    }
}

fn content_types(footers: &Footers) -> String {
    let mut out = format!(
        "{DECLARATION}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"{WORD}.document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"{WORD}.styles+xml\"/><Override PartName=\"/word/settings.xml\" ContentType=\"{WORD}.settings+xml\"/><Override PartName=\"/word/fontTable.xml\" ContentType=\"{WORD}.fontTable+xml\"/>"
    );
    for part in footers.parts() {
        push(
            &mut out,
            format_args!(
                "<Override PartName=\"/word/{}\" ContentType=\"{WORD}.footer+xml\"/>",
                part.name
            ),
        );
    }
    out.push_str("</Types>");
    out
}

fn relations(footers: &Footers) -> String {
    const TYPE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut out = format!(
        "{DECLARATION}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{TYPE}/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId2\" Type=\"{TYPE}/settings\" Target=\"settings.xml\"/><Relationship Id=\"rId3\" Type=\"{TYPE}/fontTable\" Target=\"fontTable.xml\"/>"
    );
    for part in footers.parts() {
        push(
            &mut out,
            format_args!(
                "<Relationship Id=\"{}\" Type=\"{TYPE}/footer\" Target=\"{}\"/>",
                part.id, part.name
            ),
        );
    }
    out.push_str("</Relationships>");
    out
}

/// `docProps/core.xml`: title and issuing body; no times, which would change from run to run.
fn properties(document: &Document) -> String {
    let mut out = format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
    );
    out.push_str("<dc:title>");
    push_text(&mut out, &document.title.concat());
    out.push_str("</dc:title>");
    if let Some(body) = document.signature.as_ref().and_then(|s| s.bodies.first()) {
        out.push_str("<dc:creator>");
        push_text(&mut out, body);
        out.push_str("</dc:creator>");
    }
    out.push_str("<dc:language>zh-CN</dc:language></cp:coreProperties>");
    out
}
