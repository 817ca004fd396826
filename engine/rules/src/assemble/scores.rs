//! Score sheets with the names of what they score.

use crate::assessment::{ItemScore, Label, ScoreSheet, SectionScore};
use crate::check::JudgeCx;
use crate::check::score::Sheet;

use super::subject_label;

/// How much of a sheet is told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// Each section with its items, and the findings that they rest on.
    Whole,
    /// What it came to, and the vetoes.
    Sums,
}

/// `id` gives the id of a verdict by its place.
pub(super) fn score_sheets(
    duty: usize,
    sheets: &[Sheet],
    id: &dyn Fn(usize) -> String,
    (told, cx): (Told, &JudgeCx<'_>),
) -> Vec<ScoreSheet> {
    let info = &cx.program.duties[duty];
    let Some(card) = cx
        .plan
        .content
        .scorecards
        .iter()
        .find(|c| c.duty.id.name == info.id)
    else {
        return Vec::new();
    };
    let named = card
        .sections
        .iter()
        .map(|s| (s.name.clone(), s.max, &s.items));
    let bonus = card.bonus.iter().map(|b| (String::new(), b.cap, &b.items));
    let parts: Vec<_> = named.chain(bonus).collect();
    let section = |(points, items): &(luoshi_plan::Decimal, Vec<_>), at: usize| {
        let (name, max, written) = &parts[at];
        let item =
            |(scored, spec): (&crate::check::score::Item, &luoshi_plan::model::ScoreItem)| {
                ItemScore {
                    item: Label {
                        id: spec.id.name.to_string(),
                        name: spec.name.clone(),
                    },
                    points: scored.points,
                    count: scored.count,
                    unknown: scored.unknown,
                    findings: scored.verdicts.iter().map(|v| id(*v)).collect(),
                }
            };
        SectionScore {
            name: name.clone(),
            max: *max,
            points: *points,
            items: items.iter().zip(written.iter()).map(item).collect(),
        }
    };
    let sheet = |sheet: &Sheet| ScoreSheet {
        scorecard: Label {
            id: info.id.clone(),
            name: info.name.clone(),
        },
        subject: sheet.subject.map(|at| subject_label(cx.plan, at)),
        sections: match told {
            Told::Whole => {
                let sections = sheet.sections.iter().enumerate();
                sections.map(|(at, s)| section(s, at)).collect()
            }
            Told::Sums => Vec::new(),
        },
        bonus: sheet.bonus,
        sum: sheet.sum,
        score: sheet.score,
        vetoes: sheet.vetoes.iter().map(|v| id(*v)).collect(),
        grade: sheet
            .grade
            .and_then(|at| card.grades.get(at))
            .map(|g| g.name.clone()),
        downgraded: sheet.downgraded.iter().map(|v| id(*v)).collect(),
        rank: sheet.rank,
    };
    sheets.iter().map(sheet).collect()
}
