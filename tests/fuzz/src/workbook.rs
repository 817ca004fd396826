//! A workbook, as bytes or as the parts of its package.

use std::path::Path;

use luoshi_diagnostics::Sources;
use luoshi_evidence::{
    Kind, Mapping, Mark, MarkedTexts, Reading, import_workbook, is_workbook, marked_copy,
};

use crate::csv::{imported, names};
use crate::seeds::{Seed, files_of, made};
use crate::{Target, folder, notes};

pub(crate) const TARGET: Target = Target {
    name: "workbook",
    run,
    seeds,
    words,
};

fn run(bytes: &[u8]) {
    let Some(bytes) = folder::archive(bytes) else {
        return;
    };
    let names = names();
    let mut marks = Vec::new();
    for kind in [None, Some(Kind::Visit)] {
        let mapping = Mapping {
            kind,
            year: Some(2012),
            ..Mapping::default()
        };
        let mut sources = Sources::default();
        let reading = Reading {
            mapping: &mapping,
            saved: &[],
            names: &names,
        };
        match import_workbook(&bytes, "a.xlsx", reading, &mut sources) {
            Ok(import) => {
                notes::said(&import.all_notes(), &sources);
                imported(&import);
                marks.extend(
                    import
                        .rejected
                        .into_iter()
                        .filter_map(|rejected| rejected.cell),
                );
            }
            Err(note) => notes::said(&[note], &sources),
        }
    }
    let marks = marks.into_iter().map(|cell| Mark {
        cell,
        reason: "不清楚".to_owned(),
        advice: "写明".to_owned(),
    });
    let marks: Vec<Mark> = marks.collect();
    let texts = MarkedTexts {
        sheet: "问题".to_owned(),
        remark: "请改".to_owned(),
        headings: ["表", "格", "问题", "办法"].map(str::to_owned),
        author: "落实".to_owned(),
    };
    if let Ok(copy) = marked_copy(&bytes, &marks, &texts) {
        assert!(is_workbook(&copy));
    }
}

fn seeds(root: &Path) -> Vec<Seed> {
    let mut seeds = made("workbook");
    let folder = root.join("engine/evidence/tests/workbooks");
    seeds.extend(files_of(&folder, &["xls", "xlsx"]));
    let packed = seeds.iter().filter_map(|seed| {
        let bytes = folder::archive(&seed.bytes)?;
        (bytes != seed.bytes).then(|| Seed::new(format!("{}.xlsx", seed.name), bytes))
    });
    let packed: Vec<Seed> = packed.collect();
    seeds.extend(packed);
    seeds
}

fn words() -> Vec<String> {
    let words = [
        "<c r=\"A1\" t=\"inlineStr\"><is><t>",
        "</t></is></c>",
        "<v>",
        "</v>",
        "<row r=\"",
        "<mergeCell ref=\"A1:B2\"/>",
        "XFD1048576",
        "t=\"s\"",
        "t=\"e\"",
        "t=\"b\"",
        "s=\"1\"",
        "date1904=\"1\"",
        "<f>",
        "&#10;",
        "&amp;",
        "日期",
        "41000",
        "4294967295",
        "<definedName name=\"",
        "%% xl/worksheets/sheet1.xml\n",
        "%% xl/sharedStrings.xml\n",
        "%% xl/styles.xml\n",
        "<dimension ref=\"A1:XFD1048576\"/>",
        "state=\"hidden\"",
    ];
    words.map(str::to_owned).into()
}
