//! How the scores of a scorecard are spread over all its sheets, before and after.

use std::collections::BTreeMap;

use luoshi_plan::Decimal;
use luoshi_rules::{Label, ScoreSheet};

use super::Impact;

/// All sheets of one scorecard in all townships.
pub(super) struct Spread<'a> {
    pub(super) scorecard: &'a Label,
    pub(super) before: Scores<'a>,
    pub(super) after: Scores<'a>,
}

/// The scores, ascending, and how many sheets have each grade.
#[derive(Default, PartialEq, Eq)]
pub(super) struct Scores<'a> {
    pub(super) scores: Vec<Decimal>,
    pub(super) grades: BTreeMap<&'a str, usize>,
}

impl Scores<'_> {
    /// Lowest, middle and highest; of an even number, the lower of the two in the middle.
    pub(super) fn range(&self) -> Option<[Decimal; 3]> {
        let middle = self.scores.len().checked_sub(1)? / 2;
        Some([
            *self.scores.first()?,
            *self.scores.get(middle)?,
            *self.scores.last()?,
        ])
    }
}

/// Every scorecard with its sheets, by id.
pub(super) fn spreads<'a>(of: &'a Impact<'_>) -> Vec<Spread<'a>> {
    let mut spreads: BTreeMap<&str, Spread<'a>> = BTreeMap::new();
    fn entry<'s, 'a>(
        spreads: &'s mut BTreeMap<&'a str, Spread<'a>>,
        sheet: &'a ScoreSheet,
    ) -> &'s mut Spread<'a> {
        spreads.entry(&sheet.scorecard.id).or_insert(Spread {
            scorecard: &sheet.scorecard,
            before: Scores::default(),
            after: Scores::default(),
        })
    }
    for (_, compared) in of.compared() {
        for sheet in &compared.before.assessment.scores {
            entry(&mut spreads, sheet).before.add(sheet);
        }
        for sheet in &compared.after.assessment.scores {
            entry(&mut spreads, sheet).after.add(sheet);
        }
    }
    let mut spreads: Vec<Spread<'_>> = spreads.into_values().collect();
    for spread in &mut spreads {
        spread.before.scores.sort_unstable();
        spread.after.scores.sort_unstable();
    }
    spreads
}

impl<'a> Scores<'a> {
    fn add(&mut self, sheet: &'a ScoreSheet) {
        self.scores.push(sheet.score);
        if let Some(grade) = &sheet.grade {
            *self.grades.entry(grade).or_default() += 1;
        }
    }
}
