//! Files that are broken, or made to do harm: an error each, no panic, no memory without end.

use std::io::{Cursor, Write};

use luoshi_diagnostics::{Lang, Messages};
use luoshi_layout::{Unreadable, check, report_json, report_text};
use proptest::prelude::{Strategy, any, prop_assert, proptest};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::build::packed;
use crate::case::base;

const ROOT: &str = r#"<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>"#;

/// A package with this main part and these further ones.
fn package(main: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let mut parts = vec![
        ("_rels/.rels".to_owned(), ROOT.to_owned()),
        ("word/document.xml".to_owned(), main.to_owned()),
    ];
    parts.extend(
        more.iter()
            .map(|(name, text)| ((*name).to_owned(), (*text).to_owned())),
    );
    packed(&parts)
}

#[track_caller]
fn fault(bytes: &[u8]) -> Unreadable {
    check(bytes, None).expect_err("it must not be read")
}

#[test]
fn other_kinds_of_files_are_told_apart() {
    assert_eq!(fault(b""), Unreadable::NotDocx);
    assert_eq!(fault(b"%PDF-1.7"), Unreadable::NotDocx);
    let workbook = packed(&[("xl/workbook.xml".to_owned(), "<workbook/>".to_owned())]);
    assert_eq!(fault(&workbook), Unreadable::NotDocx);
    let mut old = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    assert_eq!(fault(&old), Unreadable::OldDoc);
    old.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(fault(&old), Unreadable::Encrypted);
}

#[test]
fn a_file_that_is_cut_off_is_damaged_wherever_it_is_cut() {
    let whole = base("official");
    for end in (4..whole.len()).step_by(97) {
        assert!(
            matches!(fault(&whole[..end]), Unreadable::Damaged(_)),
            "cut at {end}"
        );
    }
}

#[test]
fn what_is_not_in_the_package_is_named() {
    let parts = [
        ("_rels/.rels".to_owned(), ROOT.to_owned()),
        ("word/styles.xml".to_owned(), "<styles/>".to_owned()),
    ];
    assert_eq!(
        fault(&packed(&parts)),
        Unreadable::PartMissing("word/document.xml".to_owned())
    );
}

#[test]
fn a_bomb_is_not_unpacked() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("_rels/.rels", SimpleFileOptions::default())
        .unwrap();
    zip.write_all(ROOT.as_bytes()).unwrap();
    zip.start_file("word/document.xml", SimpleFileOptions::default())
        .unwrap();
    let block = vec![b' '; 1 << 20];
    for _ in 0..64 {
        zip.write_all(&block).unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    assert!(bytes.len() < 1 << 18, "it is small until it is unpacked");
    assert_eq!(fault(&bytes), Unreadable::Bomb);
}

#[test]
fn deep_and_endless_trees_are_refused() {
    let deep = format!(
        "<document>{}{}</document>",
        "<body>".repeat(5_000),
        "</body>".repeat(5_000)
    );
    assert_eq!(
        fault(&package(&deep, &[])),
        Unreadable::PartTooMuch("word/document.xml".to_owned())
    );
    let wide: String = (0..750_001).map(|n| format!("<p a='{n}'/>")).collect();
    let wide = format!("<document>{wide}</document>");
    assert!(matches!(
        fault(&package(&wide, &[])),
        Unreadable::PartTooMuch(_)
    ));
}

/// What every run, paragraph or section costs must not grow with how many there are: this test would not end.
#[test]
fn long_paragraphs_and_shared_footers_are_read_in_step() {
    let run = |n: usize| format!("<r><rPr><spacing val='{n}'/></rPr><t>签发人</t></r>");
    let runs: String = (0..40_000).map(run).collect();
    let sections = "<p><pPr><sectPr><footerReference id='f'/></sectPr></pPr></p>".repeat(20_000);
    let main = format!("<document><body><p>{runs}</p>{sections}</body></document>");
    let list =
        r#"<Relationships><Relationship Id="f" Type="x/footer" Target="f.xml"/></Relationships>"#;
    let footer = format!("<ftr>{}</ftr>", "<p><r><t>1</t></r></p>".repeat(20_000));
    let more = [
        ("word/_rels/document.xml.rels", list),
        ("word/f.xml", footer.as_str()),
    ];
    let report = check(&package(&main, &more), None).unwrap();
    assert_eq!(report.elements[0].spot.at, 1);
}

#[test]
fn entities_are_neither_defined_nor_fetched() {
    let main = r#"<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/hostname">]><document><body><p><r><t>&b;</t></r></p></body></document>"#;
    assert_eq!(
        fault(&package(main, &[])),
        Unreadable::DocumentType("word/document.xml".to_owned())
    );
    let undefined = "<document><body><p><r><t>&b;</t></r></p></body></document>";
    assert!(matches!(
        fault(&package(undefined, &[])),
        Unreadable::PartBroken { .. }
    ));
}

#[test]
fn xml_that_is_not_closed_is_broken() {
    for main in [
        "<document><body>",
        "<document></body>",
        "",
        "text",
        "<document a='&#0;'><body/></document>",
    ] {
        let fault = fault(&package(main, &[]));
        assert!(
            matches!(fault, Unreadable::PartBroken { .. } | Unreadable::NotDocx),
            "{main}: {fault:?}"
        );
    }
}

#[test]
fn names_that_lead_out_of_the_package_lead_nowhere() {
    let list = r#"<Relationships><Relationship Id="s" Type="x/styles" Target="../../../etc/passwd"/><Relationship Id="t" Type="x/theme" Target="file:///etc/passwd" TargetMode="External"/></Relationships>"#;
    let more = [
        ("word/_rels/document.xml.rels", list),
        ("../../evil.sh", "rm"),
        ("/etc/passwd", "root"),
    ];
    let report = check(
        &package("<document><body><p/></body></document>", &more),
        None,
    )
    .unwrap();
    assert_eq!(report.form, None);
}

#[test]
fn every_fault_has_its_words() {
    let faults = [
        Unreadable::TooLarge(64),
        Unreadable::Damaged("x".to_owned()),
        Unreadable::PartBroken {
            part: "a".to_owned(),
            detail: "b".to_owned(),
        },
    ];
    for fault in faults {
        let note = fault.note("a.docx");
        for lang in Lang::ALL {
            let text = Messages::of(lang).text(note.code.name(), &note.args);
            assert!(!text.contains('$') && text != note.code.name(), "{text}");
        }
    }
}

/// Any body of a few elements, sensible or not.
fn body() -> impl Strategy<Value = String> {
    let number = proptest::prop_oneof![
        any::<i64>().prop_map(|n| n.to_string()),
        proptest::string::string_regex(".{0,8}").unwrap()
    ];
    let text =
        proptest::string::string_regex("[一（）1〔〕2026号年月日附件：:抄送印发 \t【待补】]{0,12}")
            .unwrap();
    let kind = proptest::sample::select(vec![
        "ind", "spacing", "sz", "jc", "pgSz", "pgMar", "docGrid",
    ]);
    let paragraph = (text, number, kind).prop_map(|(text, number, kind)| {
        let number = number.replace(['<', '&', '"'], "");
        let said = format!(
            r#"<{kind} val="{number}" left="{number}" firstLineChars="{number}" line="{number}" lineRule="exact" w="{number}" h="{number}" top="{number}" footer="{number}" linePitch="{number}" charSpace="{number}" type="linesAndChars"/>"#
        );
        format!("<p><pPr>{said}<sectPr>{said}</sectPr></pPr><r><rPr>{said}</rPr><t>{text}</t></r></p>")
    });
    proptest::collection::vec(paragraph, 0..12).prop_map(|all| all.concat())
}

proptest! {
    #[test]
    fn no_figures_and_no_text_make_it_panic(body in body()) {
        let bytes = package(&format!("<document><body>{body}</body></document>"), &[]);
        if let Ok(report) = check(&bytes, None) {
            let words = Messages::of(Lang::ZhCn);
            let text = report_text(&report, words, 80);
            prop_assert!(!text.contains("layout-"), "{}", text);
            prop_assert!(report_json(&report, words).is_object());
        }
    }

    #[test]
    fn flipped_bytes_do_not_make_it_panic(at in 0_usize..4_000, to in any::<u8>()) {
        let mut bytes = base("request");
        let at = at % bytes.len();
        bytes[at] = to;
        let _ = check(&bytes, None);
    }
}
