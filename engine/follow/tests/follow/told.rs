//! How it is told: lines that fit, no text that is missing, tables that other programs read.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use luoshi_audit::{Audit, made_up};
use luoshi_diagnostics::{Lang, Messages};
use luoshi_follow::{
    Register, compare, compare_text, register, register_csv, register_line, register_text,
    register_workbook, trend, trend_json, trend_text,
};
use unicode_width::UnicodeWidthStr;

use crate::case::Case;

/// Every case of a folder.
fn cases(folder: &str) -> Vec<Vec<Audit>> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(folder);
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|f| f.unwrap().path());
    let read = |file| {
        let text = std::fs::read_to_string(file).unwrap();
        let case: Case = serde_yaml::from_str(&text).unwrap();
        case.audits.iter().map(|w| w.audit(&case.plan)).collect()
    };
    files.map(read).collect()
}

#[track_caller]
fn fits(text: &str) {
    for line in text.lines() {
        // Lines to be copied stay whole.
        let copied = line.contains("luoshi record ");
        assert!(
            copied || line.width() <= 80,
            "{} columns: {line}",
            line.width()
        );
        for key in ["follow-", "audits-", "trend-"] {
            assert!(!line.contains(key), "no text: {line}");
        }
    }
}

#[test]
fn every_case_is_told_in_both_languages() {
    for lang in Lang::ALL {
        let words = Messages::of(lang);
        for audits in cases("register") {
            let audits: Vec<&Audit> = audits.iter().collect();
            let register = register(&audits).unwrap();
            fits(&register_text(&register, words));
            fits(&register_line(&register, words));
        }
        for audits in cases("compare")
            .into_iter()
            .chain([vec![made_up(120, 1), made_up(130, 2)]])
        {
            let audits: Vec<&Audit> = audits.iter().collect();
            fits(&trend_text(&trend(&audits), words));
            if let Some(comparison) = compare(&audits) {
                fits(&compare_text(&comparison, words));
            }
        }
    }
}

fn big() -> Register {
    register(&[&made_up(8, 3)]).unwrap()
}

#[test]
fn a_workbook_has_a_row_for_each_item_and_the_same_bytes_each_time() {
    let register = big();
    let words = Messages::of(Lang::ZhCn);
    let bytes = register_workbook(&register, words).unwrap();
    assert_eq!(bytes, register_workbook(&register, words).unwrap());
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let sheet = book.worksheet_range("整改台账").unwrap();
    let rows: Vec<&[Data]> = sheet.rows().collect();
    assert_eq!(rows.len(), register.items.len() + 2);
    let headings: Vec<String> = rows[1].iter().map(ToString::to_string).collect();
    for heading in [
        "序号",
        "问题",
        "责任单位（岗位）",
        "责任人",
        "整改措施",
        "整改时限",
        "整改情况",
        "销号时间",
    ] {
        assert!(headings.iter().any(|h| h == heading), "{heading}");
    }
    for (at, item) in register.items.iter().enumerate() {
        assert_eq!(rows[at + 2][1].to_string(), item.place.name);
        assert_eq!(rows[at + 2].last().unwrap().to_string(), item.finding);
    }
}

#[test]
fn a_table_of_text_is_read_back_and_starts_no_formula() {
    let mut register = big();
    register.items[0].measures = Some("=HYPERLINK(\"x\")，分两行\n写".to_owned());
    let text = register_csv(&register, Messages::of(Lang::En));
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), register.items.len());
    assert_eq!(&rows[0][6], "'=HYPERLINK(\"x\")，分两行\n写");
    assert_eq!(&rows[0][11], register.items[0].finding);
}

#[test]
fn shares_are_rounded_half_up_and_nothing_of_nothing_has_none() {
    use luoshi_follow::Point;
    let share = |failing, judged| Point { failing, judged }.per_mille();
    assert_eq!(share(0, 0), None);
    assert_eq!(share(1, 3), Some(333));
    assert_eq!(share(2, 3), Some(667));
    assert_eq!(share(1, 2000), Some(1));
    assert_eq!(share(1, 2001), Some(0));
    assert_eq!(share(7, 7), Some(1000));
}

#[test]
fn equal_scores_share_a_rank() {
    let audit = made_up(20, 5);
    let told = trend_json(&trend(&[&audit]));
    let mut scores: Vec<(i64, u64)> = Vec::new();
    for township in told["townships"].as_array().unwrap() {
        let point = &township["scores"][0]["points"][0];
        let Some(score) = point["score"].as_str() else {
            continue;
        };
        let hundredths = score.split_once('.').map_or_else(
            || score.parse::<i64>().unwrap() * 100,
            |(whole, part)| {
                whole.parse::<i64>().unwrap() * 100 + format!("{part:0<2}").parse::<i64>().unwrap()
            },
        );
        scores.push((hundredths, point["rank"].as_u64().unwrap()));
    }
    for (score, rank) in &scores {
        let better = scores.iter().filter(|(other, _)| other > score).count() as u64;
        assert_eq!(*rank, better + 1);
    }
}
