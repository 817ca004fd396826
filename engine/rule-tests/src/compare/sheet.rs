//! Score sheets and their items.

use luoshi_rules::ScoreSheet;

use crate::expect::ExpectedSheet;
use crate::report::Aspect;

use super::Desk;

impl Desk<'_> {
    pub(super) fn sheets(&mut self) {
        for line in &self.case.expect.scores {
            let found = self.assessment.scores.iter();
            let found = found.map(|sheet| (sheet_id(sheet), sheet));
            let Some((_, sheet)) = found.clone().find(|(id, _)| *id == line.id) else {
                let score = line.score.map_or_else(|| "?".to_owned(), |s| s.to_string());
                self.differs(
                    Aspect::Score,
                    &line.id,
                    &line.place,
                    Some(score),
                    None,
                    None,
                );
                continue;
            };
            self.sheet(line, sheet);
        }
    }

    fn sheet(&mut self, line: &ExpectedSheet, sheet: &ScoreSheet) {
        let score = line.score.map(|s| s.to_string());
        let rank = sheet
            .rank
            .map_or_else(|| "none".to_owned(), |r| r.to_string());
        let grade = sheet.grade.clone().unwrap_or_else(|| "none".to_owned());
        let pairs = [
            (Aspect::Score, score, sheet.score.to_string()),
            (Aspect::Grade, line.grade.clone(), grade),
            (Aspect::Rank, line.rank.map(|r| r.to_string()), rank),
        ];
        for (aspect, expected, found) in pairs {
            if expected.is_some() {
                self.differs(aspect, &line.id, &line.place, expected, Some(found), None);
            }
        }
        self.items(line, sheet);
        if line.score.is_some() || line.grade.is_some() {
            self.out.touched.insert(sheet.scorecard.id.clone());
        }
    }

    fn items(&mut self, line: &ExpectedSheet, sheet: &ScoreSheet) {
        let items: Vec<_> = sheet.sections.iter().flat_map(|s| &s.items).collect();
        for item in &items {
            // A score that an item took nothing off says nothing about the item.
            let counts = item.points.0 != 0 && line.score.is_some();
            if counts || line.items.iter().any(|(id, ..)| *id == item.item.id) {
                self.out.touched.insert(item.item.id.clone());
            }
        }
        for (id, place, points) in &line.items {
            let found = items.iter().find(|item| item.item.id == *id);
            let found = found.map(|item| item.points.to_string());
            let of = format!("{} {id}", line.id);
            self.differs(
                Aspect::Item,
                &of,
                place,
                Some(points.to_string()),
                found,
                None,
            );
        }
    }
}

/// `CARD` or `CARD/SUBJECT`.
fn sheet_id(sheet: &ScoreSheet) -> String {
    match &sheet.subject {
        Some(subject) => format!("{}/{}", sheet.scorecard.id, subject.id),
        None => sheet.scorecard.id.clone(),
    }
}
