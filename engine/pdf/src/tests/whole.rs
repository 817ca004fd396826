//! The file as a whole.

use std::process::Command;

use luoshi_layout::Figures;

use super::{FONTS, machine, papers};
use crate::{Fonts, Pdf, Substitution, pdf};

fn written(document: &luoshi_layout::Document) -> Pdf {
    pdf(document, &Figures::national(), &FONTS).expect("a PDF")
}

fn holds(bytes: &[u8], words: &str) -> usize {
    bytes
        .windows(words.len())
        .filter(|part| *part == words.as_bytes())
        .count()
}

#[test]
fn the_same_paper_is_the_same_bytes() {
    let first = written(&papers::report());
    let _ = written(&papers::letter());
    assert_eq!(first, written(&papers::report()));
}

/// Told to another process by the test below; by itself it only writes the paper.
#[test]
fn the_bytes_as_told_to_another_process() {
    let bytes = written(&papers::notice()).bytes;
    println!("bytes of the notice: {} {}", bytes.len(), sum(&bytes));
}

#[test]
fn another_process_writes_the_same_bytes() {
    let told = || {
        let test = "tests::whole::the_bytes_as_told_to_another_process";
        let program = std::env::current_exe().expect("this program");
        let output = Command::new(program)
            .args([test, "--exact", "--nocapture"])
            .output();
        String::from_utf8(output.expect("it runs").stdout).expect("text")
    };
    let bytes = written(&papers::notice()).bytes;
    let expected = format!("bytes of the notice: {} {}", bytes.len(), sum(&bytes));
    for told in [told(), told()] {
        assert!(told.contains(&expected), "{expected}\n{told}");
    }
}

/// Fowler, Noll and Vo's hash: enough to see a difference.
fn sum(bytes: &[u8]) -> u64 {
    let step = |sum: u64, byte: &u8| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, step)
}

#[test]
fn fonts_are_embedded_as_subsets() {
    let bytes = written(&papers::report()).bytes;
    let files = holds(&bytes, "/FontFile2") + holds(&bytes, "/FontFile3");
    let descriptors = holds(&bytes, "/Type/FontDescriptor");
    assert!(files >= 4, "{files} fonts embedded");
    assert_eq!(files, descriptors, "every font is in the file");
    // Whole, the fonts have more than ten million bytes each.
    assert!(bytes.len() < 600_000, "{} bytes", bytes.len());
}

#[test]
fn a_dated_paper_is_an_archival_file_without_a_clock() {
    let dated = written(&papers::notice()).bytes;
    assert_eq!(holds(&dated, "<pdfaid:part>2</pdfaid:part>"), 1);
    assert_eq!(
        holds(&dated, "<pdfaid:conformance>B</pdfaid:conformance>"),
        1
    );
    assert!(holds(&dated, "D:20120612") > 0);
    let open = written(&papers::working()).bytes;
    assert_eq!(holds(&open, "pdfaid") + holds(&open, "/CreationDate"), 0);
}

#[test]
fn what_stands_in_for_an_official_font_is_told_once() {
    let told = written(&papers::report()).substitutions;
    let mut wanted: Vec<_> = told
        .iter()
        .map(|substitution| substitution.wanted.as_str())
        .collect();
    wanted.dedup();
    assert_eq!(wanted.len(), told.len(), "{told:?}");
    assert!(
        told.iter()
            .all(|substitution| substitution.wanted != substitution.used)
    );
    // The grid needs no 黑体, so that its lack is nothing to warn of.
    let grid = written(&papers::grid(1)).substitutions;
    assert!(
        grid.iter()
            .all(|substitution| substitution.wanted != "黑体"),
        "{grid:?}"
    );
}

#[test]
fn an_office_s_own_font_is_used_by_its_chinese_name() {
    let mut figures = Figures::national();
    figures.fonts.body = "文鼎ＰＬ简中楷".to_owned();
    let fonts = Fonts::load_for(&figures.fonts, machine::files());
    let told = pdf(&papers::grid(1), &figures, &fonts).expect("a PDF");
    assert!(
        holds(&told.bytes, "+GBZenKai") > 0,
        "the font is in the file"
    );
    let wanted = told.substitutions.iter().map(|told| told.wanted.as_str());
    assert!(
        wanted.eq(["宋体"]),
        "only page numbers: {:?}",
        told.substitutions
    );
}

#[test]
fn one_font_may_stand_in_for_all() {
    let one = machine::files().filter(|(name, _)| name.contains("gbsn00lp"));
    let fonts = Fonts::load(one);
    assert_eq!(fonts.len(), 1, "on Debian install fonts-arphic-gbsn00lp");
    let told = pdf(&papers::notice(), &Figures::national(), &fonts).expect("a PDF");
    let used = |wanted: &str, used: &str| Substitution {
        wanted: wanted.to_owned(),
        used: used.to_owned(),
    };
    let song = "AR PL SungtiL GB";
    let wanted = [
        "Times New Roman",
        "仿宋_GB2312",
        "宋体",
        "方正小标宋简体",
        "黑体",
    ];
    assert_eq!(told.substitutions, wanted.map(|wanted| used(wanted, song)));
}
