//! A paper from somebody else's editor, held against the official layout.

use std::path::Path;

use luoshi_diagnostics::{Lang, Messages};
use luoshi_layout::{
    Attendance, Block, Document, Field, Figures, Head, Inline, Stand, check, docx, fails,
    report_json, report_summary, report_text,
};
use luoshi_plan::model::{DocumentForm, DocumentKind};

use crate::seeds::Seed;
use crate::{Target, folder};

pub(crate) const TARGET: Target = Target {
    name: "docx",
    run,
    seeds,
    words,
};

fn run(bytes: &[u8]) {
    let Some(bytes) = folder::archive(bytes) else {
        return;
    };
    let Ok(report) = check(&bytes, None) else {
        return;
    };
    let broken = fails(&report);
    for words in Lang::ALL.map(Messages::of) {
        assert!(!report_text(&report, words, 80).is_empty());
        assert!(!report_summary(&report, words).is_empty());
        assert!(report_json(&report, words).is_object());
    }
    assert!(!broken || !report.deviations.is_empty());
}

fn seeds(_: &Path) -> Vec<Seed> {
    let line = |text: &str| Block::Paragraph {
        stand: Stand::Body,
        text: vec![Inline::plain(text)],
    };
    let paper = Document {
        form: DocumentForm::Official,
        kind: DocumentKind::Notice,
        head: Head {
            masthead: "坪塘镇人民政府文件".to_owned(),
            number: Some(Field::Filled("坪政发〔2012〕8号".to_owned())),
            ..Head::default()
        },
        title: vec!["关于召开会议的通知".to_owned()],
        addressees: vec!["各村民委员会".to_owned()],
        body: vec![line("请准时参加。"), line("附带事项另行通知。")],
        attachments: Vec::new(),
        signature: None,
        note: None,
        attendance: Attendance::default(),
        imprint: None,
        landscape: false,
        events: Vec::new(),
    };
    let bytes = docx(&paper, &Figures::national()).expect("a paper");
    let parts = folder::parts(&bytes).into_bytes();
    vec![Seed::new("parts", parts), Seed::new("paper.docx", bytes)]
}

fn words() -> Vec<String> {
    let words = [
        "<w:p>",
        "</w:p>",
        "<w:r>",
        "<w:t>",
        "<w:pPr>",
        "<w:rPr>",
        "<w:sz w:val=\"32\"/>",
        "<w:jc w:val=\"center\"/>",
        "<w:ind w:firstLineChars=\"200\"/>",
        "<w:tbl>",
        "<w:tr>",
        "<w:tc>",
        "<w:sectPr>",
        "<w:numPr>",
        "<w:basedOn w:val=\"",
        "<w:drawing>",
        "<w:footerReference r:id=\"",
        "Target=\"../",
        "<!DOCTYPE",
        "&#x10FFFF;",
        "%% word/document.xml\n",
        "%% word/styles.xml\n",
        "%% word/numbering.xml\n",
        "-2147483648",
    ];
    words.map(str::to_owned).into()
}
