//! `luoshi document check`: what the exit codes say. What it finds is tested where it is found.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::case::Case;

/// A paper of one paragraph, with these margins.
fn docx(margins: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default())
        .unwrap();
    let section = format!(r#"<sectPr><pgSz w="11906" h="16838"/><pgMar {margins}/></sectPr>"#);
    let text = r#"<p><pPr><ind firstLineChars="200"/></pPr><r><t>正文。</t></r></p>"#;
    write!(zip, "<document><body>{text}{section}</body></document>").unwrap();
    zip.finish().unwrap().into_inner()
}

const PROPER: &str = r#"top="2098" right="1474" bottom="1984" left="1588""#;
const NARROW: &str = r#"top="1440" right="1800" bottom="1440" left="1800""#;

#[test]
fn only_what_the_standard_demands_fails_and_what_is_no_docx_cannot_be_checked() {
    let case = Case::new()
        .file("text.docx", "no package")
        .file("proper.docx", docx(PROPER))
        .file("narrow.docx", docx(NARROW));
    let proper = case.run("document check proper.docx --quiet");
    assert_eq!(proper.code, Some(0), "{}", proper.stdout);
    let narrow = case.run("document check proper.docx narrow.docx");
    assert_eq!(narrow.code, Some(1));
    assert!(
        narrow.stdout.contains("上边距 25.4 毫米"),
        "{}",
        narrow.stdout
    );
    let text = case.run("document check text.docx narrow.docx");
    assert_eq!(text.code, Some(2));
    assert!(text.stderr.contains("LS0850"), "{}", text.stderr);
    assert!(
        text.stdout.contains("narrow.docx"),
        "the other file is checked all the same"
    );
    let json = case.run("document check text.docx narrow.docx --format json");
    let told: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(json.code, Some(2));
    assert_eq!(told["files"][0]["notes"][0]["code"], "LS0850");
    assert_eq!(told["files"][1]["report"]["fails"], true);
    assert_eq!(case.run("document check absent.docx").code, Some(2));
}
