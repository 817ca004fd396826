//! Score sheets.

use luoshi_rules::{ItemScore, ScoreSheet, SectionScore};
use serde::Serialize;

use super::LabelRecord;

#[derive(Serialize)]
pub(super) struct ScoreSheetRecord {
    scorecard: LabelRecord,
    subject: Option<LabelRecord>,
    sections: Vec<SectionRecord>,
    bonus: String,
    sum: String,
    score: String,
    vetoes: Vec<String>,
    grade: Option<String>,
    downgraded: Vec<String>,
    rank: Option<u32>,
}

#[derive(Serialize)]
struct SectionRecord {
    name: String,
    max: String,
    points: String,
    items: Vec<ItemRecord>,
}

#[derive(Serialize)]
struct ItemRecord {
    item: LabelRecord,
    points: String,
    count: i64,
    unknown: bool,
    findings: Vec<String>,
}

pub(super) fn record(sheet: &ScoreSheet) -> ScoreSheetRecord {
    ScoreSheetRecord {
        scorecard: LabelRecord::from(&sheet.scorecard),
        subject: sheet.subject.as_ref().map(LabelRecord::from),
        sections: sheet.sections.iter().map(section).collect(),
        bonus: sheet.bonus.to_string(),
        sum: sheet.sum.to_string(),
        score: sheet.score.to_string(),
        vetoes: sheet.vetoes.clone(),
        grade: sheet.grade.clone(),
        downgraded: sheet.downgraded.clone(),
        rank: sheet.rank,
    }
}

fn section(section: &SectionScore) -> SectionRecord {
    SectionRecord {
        name: section.name.clone(),
        max: section.max.to_string(),
        points: section.points.to_string(),
        items: section.items.iter().map(item).collect(),
    }
}

fn item(item: &ItemScore) -> ItemRecord {
    ItemRecord {
        item: LabelRecord::from(&item.item),
        points: item.points.to_string(),
        count: item.count,
        unknown: item.unknown,
        findings: item.findings.clone(),
    }
}
