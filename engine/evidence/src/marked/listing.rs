//! The sheet that lists all marks, each with a link to its cell.

use super::styles::Styles;
use super::xml::escaped;
use super::{Mark, MarkedTexts};

/// Widths of the columns: sheet, cell, what is wrong, what to do.
pub(super) const WIDTHS: [u32; 4] = [20, 10, 60, 60];

/// The sheet as XML.
pub(super) fn sheet(marks: &[Mark], texts: &MarkedTexts, styles: &mut Styles) -> String {
    let (bold, link, wrapped) = (styles.bold(), styles.link(), styles.wrapped());
    let cell = |name: &str, format: u32, text: &str| {
        format!(
            "<c r=\"{name}\" s=\"{format}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
            escaped(text)
        )
    };
    let mut rows = format!("<row r=\"1\">{}</row>", cell("A1", bold, &texts.remark));
    let headings = ["A2", "B2", "C2", "D2"].into_iter().zip(&texts.headings);
    let headings: String = headings.map(|(at, text)| cell(at, bold, text)).collect();
    rows.push_str(&format!("<row r=\"2\">{headings}</row>"));
    let mut links = String::new();
    for (row, mark) in (3_u64..).zip(marks) {
        let called = mark.cell.to_string();
        let cells = [
            cell(&format!("A{row}"), wrapped, &mark.cell.sheet),
            cell(&format!("B{row}"), link, &called),
            cell(&format!("C{row}"), wrapped, &mark.reason),
            cell(&format!("D{row}"), wrapped, &mark.advice),
        ];
        rows.push_str(&format!("<row r=\"{row}\">{}</row>", cells.concat()));
        let target = escaped(&address(mark));
        links.push_str(&format!(
            "<hyperlink ref=\"B{row}\" location=\"{target}\" display=\"{called}\"/>"
        ));
    }
    let widths: String = (1..)
        .zip(WIDTHS)
        .map(|(n, width)| {
            format!("<col min=\"{n}\" max=\"{n}\" width=\"{width}\" customWidth=\"1\"/>")
        })
        .collect();
    let links = match links.is_empty() {
        true => links,
        false => format!("<hyperlinks>{links}</hyperlinks>"),
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetPr>\
         <pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews>\
         <sheetView workbookViewId=\"0\"><pane ySplit=\"2\" topLeftCell=\"A3\" activePane=\"bottomLeft\" state=\"frozen\"/>\
         </sheetView></sheetViews><cols>{widths}</cols><sheetData>{rows}</sheetData>{links}\
         <pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>\
         <pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>"
    )
}

/// The cell as formulas call it: `'会议台账'!B4`.
pub(super) fn address(mark: &Mark) -> String {
    format!("'{}'!{}", mark.cell.sheet.replace('\'', "''"), mark.cell)
}
