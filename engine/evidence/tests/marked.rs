//! Marked copies: what is marked, and that nothing else changes.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use calamine::{Data, Reader, Xlsx};
use luoshi_diagnostics::SheetCell;
use luoshi_evidence::{Mark, MarkedTexts, marked_copy};
use rust_xlsxwriter::{Format, Note, Workbook};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn texts() -> MarkedTexts {
    MarkedTexts {
        sheet: "待改".to_owned(),
        remark: "共 2 处".to_owned(),
        headings: ["工作表", "单元格", "问题", "怎么办"].map(str::to_owned),
        author: "luoshi".to_owned(),
    }
}

fn mark(sheet: &str, (row, column): (u32, u32), reason: &str) -> Mark {
    Mark {
        cell: SheetCell {
            sheet: sheet.to_owned(),
            row,
            column,
        },
        reason: reason.to_owned(),
        advice: "改正".to_owned(),
    }
}

fn parts(package: &[u8]) -> BTreeMap<String, String> {
    let mut zip = ZipArchive::new(Cursor::new(package)).unwrap();
    let mut parts = BTreeMap::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let mut part = String::new();
        file.read_to_string(&mut part).unwrap();
        parts.insert(file.name().unwrap().into_owned(), part);
    }
    parts
}

/// The tag of a cell.
fn cell<'a>(sheet: &'a str, name: &str) -> &'a str {
    let start = sheet
        .find(&format!("r=\"{name}\""))
        .unwrap_or_else(|| panic!("no {name}: {sheet}"));
    let end = sheet[start..].find('>').unwrap();
    &sheet[start..start + end]
}

/// The fill of the format of a cell.
fn fill(parts: &BTreeMap<String, String>, sheet: &str, name: &str) -> String {
    let style = cell(&parts[sheet], name)
        .split("s=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let styles = &parts["xl/styles.xml"];
    let formats = styles
        .split("<cellXfs")
        .nth(1)
        .unwrap()
        .split("</cellXfs>")
        .next()
        .unwrap();
    let format = formats
        .split("<xf ")
        .nth(style.parse::<usize>().unwrap() + 1)
        .unwrap();
    let fill: usize = format
        .split("fillId=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .parse()
        .unwrap();
    let fills = styles
        .split("<fills")
        .nth(1)
        .unwrap()
        .split("</fills>")
        .next()
        .unwrap();
    fills.split("<fill>").nth(fill + 1).unwrap().to_owned()
}

/// A ledger with a merged title, widths, a formula, a note and a picture of a format.
fn ledger() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let bold = Format::new().set_bold().set_font_name("楷体");
    sheet.set_name("五月").unwrap();
    sheet.merge_range(0, 0, 0, 3, "值班表", &bold).unwrap();
    sheet.set_column_width(1, 33).unwrap();
    sheet
        .write_row(1, 0, ["日期", "工号", "次数", "状态"])
        .unwrap();
    sheet
        .write_row(2, 0, ["2012-05-32", "PT1", "", "到岗"])
        .unwrap();
    sheet.write_string_with_format(3, 1, "PT2", &bold).unwrap();
    sheet.write_formula(3, 2, "=1+2").unwrap();
    sheet
        .insert_note(3, 1, &Note::new("原有批注").set_author("张"))
        .unwrap();
    workbook.add_worksheet().set_name("六月").unwrap();
    workbook.save_to_buffer().unwrap()
}

#[test]
fn cells_are_red_and_say_why_and_nothing_else_changes() {
    let before = ledger();
    let marks = [
        mark("五月", (2, 0), "不是有效日期"),
        mark("五月", (3, 1), "方案中没有「PT2」"),
        mark("五月", (2, 5), "缺少 <状态>"),
        mark("五月", (9, 1), "空行"),
        mark("六月", (0, 0), "没有表头"),
    ];
    let after = marked_copy(&before, &marks, &texts()).unwrap();
    assert_eq!(after, marked_copy(&before, &marks, &texts()).unwrap());
    let (old, new) = (parts(&before), parts(&after));
    let sheet = "xl/worksheets/sheet1.xml";
    for name in ["A3", "B4", "F3", "B10"] {
        assert!(
            fill(&new, sheet, name).contains("FFFF9999"),
            "{name} is not red"
        );
    }
    assert!(fill(&new, "xl/worksheets/sheet2.xml", "A1").contains("FFFF9999"));
    assert!(!fill(&new, sheet, "A1").contains("FFFF9999"));
    // The note that was there stands before ours.
    let comments = &new["xl/comments1.xml"];
    assert!(
        comments.contains("原有批注") && comments.contains("\n方案中没有「PT2」\n改正"),
        "{comments}"
    );
    assert!(comments.contains("缺少 &lt;状态&gt;"));
    assert_eq!(comments.matches("ref=\"B4\"").count(), 1);
    // One box for each comment.
    assert_eq!(
        new["xl/drawings/vmlDrawing1.vml"]
            .matches("<x:ClientData")
            .count(),
        4
    );
    assert_eq!(
        new["xl/drawings/vmlDrawing2.vml"]
            .matches("<x:ClientData")
            .count(),
        1
    );
    for kept in ["<f>1+2</f>", "<mergeCell ref=\"A1:D1\"/>", "<cols>"] {
        assert!(new[sheet].contains(kept), "{kept} is lost");
    }
    let patched = [
        "[Content_Types].xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
    ];
    for (name, part) in &old {
        let ours = patched.contains(&name.as_str())
            || name.contains("sheet")
            || name.contains("omments")
            || name.contains("vml");
        assert!(ours || *part == new[name], "{name} changed");
    }
}

#[test]
fn the_last_sheet_lists_every_mark_with_a_link() {
    let marks = [
        mark("五月", (2, 0), "不是有效日期"),
        mark("六月", (0, 27), "没有表头"),
    ];
    let copy = marked_copy(&ledger(), &marks, &texts()).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&copy)).unwrap();
    assert_eq!(book.sheet_names(), ["五月", "六月", "待改"]);
    let list = book.worksheet_range("待改").unwrap();
    let rows: Vec<Vec<String>> = list
        .rows()
        .map(|row| row.iter().map(Data::to_string).collect())
        .collect();
    assert_eq!(rows[2], ["五月", "A3", "不是有效日期", "改正"]);
    assert_eq!(rows[3], ["六月", "AB1", "没有表头", "改正"]);
    let sheet = &parts(&copy)["xl/worksheets/sheet3.xml"];
    assert!(
        sheet.contains("location=\"&apos;六月&apos;!AB1\""),
        "{sheet}"
    );
    // What was there can still be read.
    let may = book.worksheet_range("五月").unwrap();
    assert_eq!(may.get_value((2, 3)).unwrap().to_string(), "到岗");
}

/// As other programs write it: prefixes, no numbers of rows and cells, no rows at all.
#[test]
fn packages_of_other_programs_are_patched_as_well() {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let sheet = |data: &str| {
        format!(
            "<x:worksheet xmlns:x=\"{main}\">{data}<x:pageMargins left=\"1\" right=\"1\" top=\"1\" bottom=\"1\" header=\"1\" footer=\"1\"/></x:worksheet>"
        )
    };
    let parts_in = [
        ("[Content_Types].xml".to_owned(), "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>".to_owned()),
        ("_rels/.rels".to_owned(), format!("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"{office}/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>")),
        ("xl/workbook.xml".to_owned(), format!("<x:workbook xmlns:x=\"{main}\" xmlns:q=\"{office}\"><x:sheets><x:sheet name=\"甲\" sheetId=\"7\" q:id=\"s1\"/><x:sheet name=\"乙\" sheetId=\"9\" q:id=\"s2\"/></x:sheets></x:workbook>")),
        ("xl/_rels/workbook.xml.rels".to_owned(), format!("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"s1\" Type=\"{office}/worksheet\" Target=\"worksheets/one.xml\"/><Relationship Id=\"s2\" Type=\"{office}/worksheet\" Target=\"/xl/worksheets/two.xml\"/><Relationship Id=\"s3\" Type=\"{office}/styles\" Target=\"styles.xml\"/></Relationships>")),
        ("xl/styles.xml".to_owned(), format!("<x:styleSheet xmlns:x=\"{main}\"><x:fonts><x:font/></x:fonts><x:fills><x:fill/></x:fills><x:cellXfs><x:xf/><x:xf fillId='0'><x:protection locked=\"0\"/></x:xf></x:cellXfs></x:styleSheet>")),
        ("xl/worksheets/one.xml".to_owned(), sheet("<x:sheetData><x:row><x:c s=\"1\"><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row/><x:row><x:c><x:v>3</x:v></x:c></x:row></x:sheetData>")),
        ("xl/worksheets/two.xml".to_owned(), sheet("<x:sheetData/>")),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts_in {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(part.as_bytes()).unwrap();
    }
    let package = zip.finish().unwrap().into_inner();
    let marks = [
        mark("甲", (0, 0), "一"),
        mark("甲", (1, 1), "二"),
        mark("甲", (2, 3), "三"),
        mark("乙", (4, 4), "四"),
    ];
    let new = parts(&marked_copy(&package, &marks, &texts()).unwrap());
    let one = &new["xl/worksheets/one.xml"];
    assert!(one.contains("<x:c s=\"3\"><x:v>1</x:v>"), "{one}");
    assert!(
        one.contains("<x:row><x:c r=\"B2\" s=\"2\"/></x:row>"),
        "{one}"
    );
    assert!(
        one.contains("<x:v>3</x:v></x:c><x:c r=\"D3\" s=\"2\"/></x:row>"),
        "{one}"
    );
    assert!(one.contains("footer=\"1\"/><x:legacyDrawing "), "{one}");
    let two = &new["xl/worksheets/two.xml"];
    assert!(
        two.contains("<x:sheetData><x:row r=\"5\"><x:c r=\"E5\" s=\"2\"/></x:row></x:sheetData>"),
        "{two}"
    );
    let styles = &new["xl/styles.xml"];
    assert!(
        styles.contains("<x:xf fillId='1' applyFill=\"1\"><x:protection locked=\"0\"/></x:xf>"),
        "{styles}"
    );
    assert!(new["xl/workbook.xml"].contains("name=\"待改\" sheetId=\"10\""));
}

#[test]
fn what_cannot_be_patched_is_copied_by_its_values() {
    // A sheet that the package says nothing of cannot be patched.
    let mut package = parts(&ledger());
    let styles = package.remove("xl/styles.xml").unwrap();
    package.insert(
        "xl/styles.xml".to_owned(),
        styles.replace("cellXfs", "noXfs"),
    );
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in package {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(part.as_bytes()).unwrap();
    }
    let package = zip.finish().unwrap().into_inner();
    let marks = [
        mark("五月", (2, 0), "不是有效日期"),
        mark("五月", (7, 7), "空格"),
    ];
    let copy = marked_copy(&package, &marks, &texts()).unwrap();
    let new = parts(&copy);
    for name in ["A3", "H8"] {
        assert!(
            fill(&new, "xl/worksheets/sheet1.xml", name).contains("FFFF9999"),
            "{name}"
        );
    }
    assert!(new["xl/comments1.xml"].contains("不是有效日期\n改正"));
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&copy)).unwrap();
    assert_eq!(book.sheet_names(), ["五月", "六月", "待改"]);
    assert_eq!(
        book.worksheet_range("五月")
            .unwrap()
            .get_value((2, 1))
            .unwrap()
            .to_string(),
        "PT1"
    );
}

#[test]
fn no_workbook_gives_no_copy() {
    for bytes in [&b""[..], b"PK\x03\x04", b"no workbook", &ledger()[..2_000]] {
        assert!(marked_copy(bytes, &[mark("五月", (0, 0), "x")], &texts()).is_err());
    }
}
