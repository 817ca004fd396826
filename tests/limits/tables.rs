//! Tables and workbooks.

use luoshi_diagnostics::{Code, FileId, Sources};
use luoshi_evidence::{Kind, Mapping, Names, Reading, import_csv, import_workbook};

use crate::Probe;

pub(crate) const PROBES: &[Probe] = &[
    Probe {
        what: "rows before the heading of a table ends",
        run: above,
    },
    Probe {
        what: "parts of an .xlsx",
        run: parts,
    },
    Probe {
        what: "cells of an .xlsx that are merged with others, in a sheet",
        run: merged,
    },
];

/// The heading is one of the rows.
fn above(n: usize) -> Vec<Code> {
    let text = format!("{}日期,种类\n2012-05-10,走访\n", "登记表,\n".repeat(n - 1));
    let import = import_csv(&text, FileId(0), &Mapping::default(), &Names::default());
    import.notes.iter().map(|note| note.code).collect()
}

fn parts(n: usize) -> Vec<Code> {
    workbook("", n - PARTS)
}

fn merged(n: usize) -> Vec<Code> {
    const ROWS: usize = 1_000_000;
    let whole = (0..n / ROWS).map(|at| {
        let column = char::from(b'A' + u8::try_from(at).expect("few"));
        format!("<mergeCell ref=\"{column}1:{column}{ROWS}\"/>")
    });
    let mut merges: String = whole.collect();
    if !n.is_multiple_of(ROWS) {
        merges.push_str(&format!("<mergeCell ref=\"Z1:Z{}\"/>", n % ROWS));
    }
    workbook(&format!("<mergeCells>{merges}</mergeCells>"), 0)
}

/// Parts of the workbook below.
const PARTS: usize = 5;

/// A workbook of one sheet, with something behind its cells and so many parts that nobody asks for.
fn workbook(behind: &str, more: usize) -> Vec<Code> {
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const SHEETS: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
    let relations = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"r1\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let text =
        |at: &str, text: &str| format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let row = |n: u32, cells: [&str; 2]| {
        format!(
            "<row r=\"{n}\">{}{}</row>",
            text(&format!("A{n}"), cells[0]),
            text(&format!("B{n}"), cells[1])
        )
    };
    let cells = [
        row(1, ["日期", "种类"]),
        row(2, ["2012-05-10", Kind::Visit.zh()]),
    ]
    .concat();
    let mut files = vec![
        (
            "[Content_Types].xml".to_owned(),
            format!("<Types xmlns=\"{PACKAGE}/content-types\"/>"),
        ),
        (
            "_rels/.rels".to_owned(),
            relations("officeDocument", "xl/workbook.xml"),
        ),
        (
            "xl/workbook.xml".to_owned(),
            format!(
                "<workbook xmlns=\"{SHEETS}\" xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            relations("worksheet", "worksheets/sheet1.xml"),
        ),
        (
            "xl/worksheets/sheet1.xml".to_owned(),
            format!(
                "<worksheet xmlns=\"{SHEETS}\"><sheetData>{cells}</sheetData>{behind}</worksheet>"
            ),
        ),
    ];
    assert_eq!(files.len(), PARTS);
    files.extend((0..more).map(|at| (format!("x/{at}"), String::new())));
    let bytes = zipped(&files);
    let reading = Reading {
        mapping: &Mapping::default(),
        saved: &[],
        names: &Names::default(),
    };
    match import_workbook(&bytes, "a.xlsx", reading, &mut Sources::default()) {
        Ok(import) => {
            assert_eq!(import.records.len(), 1, "{:?}", import.all_notes());
            Vec::new()
        }
        Err(note) => vec![note.code],
    }
}

fn zipped(files: &[(String, String)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in files {
        zip.start_file(name, options).expect("a name");
        std::io::Write::write_all(&mut zip, content.as_bytes()).expect("memory is enough");
    }
    zip.finish().expect("memory is enough").into_inner()
}
