//! What the report may say of scores: their sums added up again, their rows, how many got which grade.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::known::Known;
use crate::told::{Told, hundredths, text};

/// The sheets of each scorecard: their sums added up again, their rows, how many got which grade.
pub(crate) fn scores(told: &Told, known: &mut Known) {
    known.phrase("评分表见附件1。".to_owned());
    let mut cards: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
    for sheet in told.list("scores") {
        adds_up(sheet);
        cards
            .entry(text(&sheet["scorecard"]["name"]))
            .or_default()
            .push(sheet);
    }
    for (card, sheets) in cards {
        if let [sheet] = sheets[..] {
            let grade = sheet["grade"].as_str();
            let told_grade = grade.map_or(String::new(), |grade| format!("，{grade}"));
            known.line(format!("{card}：{}分{told_grade}。", text(&sheet["score"])));
            one_sheet(sheet, known);
            continue;
        }
        let mut grades: Vec<(&str, usize)> = Vec::new();
        for grade in sheets.iter().filter_map(|sheet| sheet["grade"].as_str()) {
            match grades.iter_mut().find(|(known, _)| *known == grade) {
                Some((_, count)) => *count += 1,
                None => grades.push((grade, 1)),
            }
        }
        let grades: Vec<String> = grades.iter().map(|(g, n)| format!("{g}{n}个")).collect();
        known.line(format!(
            "{card}：参评{}个，{}。",
            sheets.len(),
            grades.join("、")
        ));
        for sheet in sheets {
            known.line(row_of_sheet(sheet));
        }
    }
}

fn sections_of(sheet: &Value) -> impl Iterator<Item = &Value> {
    sheet["sections"].as_array().expect("a list").iter()
}

fn items_of(section: &Value) -> impl Iterator<Item = &Value> {
    section["items"].as_array().expect("a list").iter()
}

/// Deductions leave a section what it has, never less than nothing; the sections make the sum.
fn adds_up(sheet: &Value) {
    let id = &sheet["scorecard"]["id"];
    let mut sum = hundredths(&sheet["bonus"]);
    // The section without a name holds the bonus, which is counted above.
    for section in sections_of(sheet).filter(|section| section["name"] != "") {
        let lost: i64 = items_of(section)
            .map(|item| hundredths(&item["points"]))
            .sum();
        let points = (hundredths(&section["max"]) - lost).max(0);
        assert_eq!(
            hundredths(&section["points"]),
            points,
            "{id} {}",
            section["name"]
        );
        sum += points;
    }
    assert_eq!(hundredths(&sheet["sum"]), sum, "{id} {}", sheet["subject"]);
    if sheet["vetoes"] == Value::Array(Vec::new()) {
        assert_eq!(sheet["score"], sheet["sum"], "{id} {}", sheet["subject"]);
    }
}

fn section_name(section: &Value) -> &str {
    Some(text(&section["name"]))
        .filter(|name| !name.is_empty())
        .unwrap_or("加分")
}

fn one_sheet(sheet: &Value, known: &mut Known) {
    for section in sections_of(sheet) {
        let name = section_name(section);
        for (at, item) in items_of(section).enumerate() {
            let first = if at == 0 { name } else { "" };
            let open = item["unknown"] == true;
            let points = if open {
                "待评定"
            } else {
                text(&item["points"])
            };
            let item_name = text(&item["item"]["name"]);
            known.line(format!("{first}|{item_name}||{points}|{}", item["count"]));
        }
        let (max, points) = (text(&section["max"]), text(&section["points"]));
        known.line(format!("|{name}小计|{max}|{points}|"));
    }
    let grade = sheet["grade"]
        .as_str()
        .map_or(String::new(), |grade| format!("（{grade}）"));
    known.line(format!("|合计{grade}||{}|", text(&sheet["score"])));
}

fn row_of_sheet(sheet: &Value) -> String {
    let rank = sheet["rank"]
        .as_u64()
        .map_or(String::new(), |rank| rank.to_string());
    let points: Vec<&str> = sections_of(sheet)
        .map(|section| text(&section["points"]))
        .collect();
    let veto = if sheet["vetoes"] == Value::Array(Vec::new()) {
        ""
    } else {
        "（有否决情形）"
    };
    let grade = sheet["grade"].as_str().unwrap_or("未定");
    let (name, score) = (text(&sheet["subject"]["name"]), text(&sheet["score"]));
    format!("{rank}|{name}|{}|{score}|{grade}{veto}", points.join("|"))
}
