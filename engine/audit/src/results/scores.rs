//! How scores are spread, and how many got which grade.

use std::collections::BTreeMap;

use luoshi_plan::Decimal;
use serde::Serialize;
use serde::ser::Serializer;

use super::counties::by_county;
use crate::model::{Audit, Judged, Score, Township};

/// One scorecard over all townships.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScoreOver {
    /// The scorecard: its id.
    pub scorecard: String,
    /// Its name in the first township that has it.
    pub name: String,
    /// Whether its sheets are about villages and other subjects, and not about townships.
    pub of_subjects: bool,
    /// Over all townships.
    pub whole: Spread,
    /// In each county that has sheets, by name.
    pub counties: Vec<(String, Spread)>,
}

/// How some sheets are spread.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Spread {
    /// How the scores are spread.
    pub scores: Distribution,
    /// How many got which grade, the grade with the highest score first.
    pub grades: Vec<GradeCount>,
    /// Sheets whose score a veto set.
    pub vetoed: u32,
}

/// How scores are spread. All figures are scores that somebody has: nothing is averaged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Distribution {
    /// How many there are.
    pub count: u32,
    /// The lowest.
    #[serde(serialize_with = "decimal")]
    pub min: i64,
    /// The lower quartile: of n scores from the lowest the one at ⌈n/4⌉.
    #[serde(serialize_with = "decimal")]
    pub lower: i64,
    /// The median: the one at ⌈n/2⌉.
    #[serde(serialize_with = "decimal")]
    pub median: i64,
    /// The upper quartile: the one at ⌈3n/4⌉.
    #[serde(serialize_with = "decimal")]
    pub upper: i64,
    /// The highest.
    #[serde(serialize_with = "decimal")]
    pub max: i64,
    /// How many lie in which interval, from the lowest to the highest without a gap.
    pub bins: Vec<Bin>,
}

/// The scores from one figure up to below another, in hundredths.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bin {
    /// From here, included.
    #[serde(serialize_with = "decimal")]
    pub from: i64,
    /// To here, not included.
    #[serde(serialize_with = "decimal")]
    pub below: i64,
    /// How many.
    pub count: u32,
}

/// How many got a grade.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GradeCount {
    /// The grade; none for sheets without.
    pub grade: Option<String>,
    /// How many got it.
    pub count: u32,
    /// The highest score among them, by which grades are put in order.
    #[serde(serialize_with = "decimal")]
    pub highest: i64,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde gives references")]
fn decimal<S: Serializer>(hundredths: &i64, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(&Decimal(*hundredths))
}

/// Every scorecard of an audit, by its id, those of townships before those of subjects.
#[must_use]
pub fn scores(audit: &Audit) -> Vec<ScoreOver> {
    let whole = by_card(&audit.townships.iter().collect::<Vec<_>>());
    let mut counties: BTreeMap<Card<'_>, Vec<(String, Spread)>> = BTreeMap::new();
    for (county, townships) in by_county(audit) {
        for (card, sheets) in by_card(&townships) {
            let of_county = spread(&sheets).map(|spread| (county.to_owned(), spread));
            counties.entry(card).or_default().extend(of_county);
        }
    }
    let mut all = Vec::new();
    for (card, sheets) in whole {
        if let Some((whole, (first, _))) = spread(&sheets).zip(sheets.first()) {
            all.push(ScoreOver {
                scorecard: card.id.to_owned(),
                name: audit.card_name(first, card.id).to_owned(),
                of_subjects: card.of_subjects,
                whole,
                counties: counties.remove(&card).unwrap_or_default(),
            });
        }
    }
    all
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Card<'a> {
    of_subjects: bool,
    id: &'a str,
}

type Sheets<'a> = Vec<(&'a Judged, &'a Score)>;

fn by_card<'a>(townships: &[&'a Township]) -> BTreeMap<Card<'a>, Sheets<'a>> {
    let mut cards: BTreeMap<Card<'a>, Sheets<'a>> = BTreeMap::new();
    for judged in townships.iter().filter_map(|township| township.judged()) {
        for sheet in &judged.scores {
            let card = Card {
                of_subjects: sheet.subject.is_some(),
                id: &sheet.scorecard,
            };
            cards.entry(card).or_default().push((judged, sheet));
        }
    }
    cards
}

fn spread(sheets: &[(&Judged, &Score)]) -> Option<Spread> {
    let scores = sheets.iter().map(|(_, sheet)| sheet.score).collect();
    let mut grades: BTreeMap<Option<&String>, (u32, i64)> = BTreeMap::new();
    for (_, sheet) in sheets {
        let grade = grades.entry(sheet.grade.as_ref()).or_insert((0, i64::MIN));
        *grade = (grade.0 + 1, grade.1.max(sheet.score));
    }
    let grades = grades
        .into_iter()
        .map(|(grade, (count, highest))| GradeCount {
            grade: grade.cloned(),
            count,
            highest,
        });
    let mut grades: Vec<GradeCount> = grades.collect();
    grades.sort_by_key(|grade| std::cmp::Reverse(grade.highest));
    let vetoed = sheets.iter().filter(|(_, sheet)| !sheet.vetoes.is_empty());
    Some(Spread {
        scores: distribution(scores)?,
        grades,
        vetoed: u32::try_from(vetoed.count()).unwrap_or(u32::MAX),
    })
}

/// How scores in hundredths are spread; none of none.
#[must_use]
pub fn distribution(mut scores: Vec<i64>) -> Option<Distribution> {
    scores.sort_unstable();
    let (min, max) = (*scores.first()?, *scores.last()?);
    // From 1, and at least 1, for there is one.
    let at = |quarters: usize| scores[(scores.len() * quarters).div_ceil(4) - 1];
    Some(Distribution {
        count: u32::try_from(scores.len()).unwrap_or(u32::MAX),
        min,
        lower: at(1),
        median: at(2),
        upper: at(3),
        max,
        bins: bins(&scores, min, max),
    })
}

/// Intervals at most.
const BINS: i64 = 11;

/// Intervals whose width is 1, 2 or 5 times a power of ten hundredths, the smallest that needs no more than
/// 11 of them; each begins at a multiple of the width.
fn bins(scores: &[i64], min: i64, max: i64) -> Vec<Bin> {
    let needs = |width: i64| max.div_euclid(width) - min.div_euclid(width) + 1;
    let powers = (0..18).map(|power| 10_i64.pow(power));
    let mut widths = powers.flat_map(|power| [power, 2 * power, 5 * power]);
    let width = widths
        .find(|width| needs(*width) <= BINS)
        .unwrap_or(i64::MAX);
    let first = min.div_euclid(width);
    let mut bins: Vec<Bin> = (first..first + needs(width))
        .map(|at| Bin {
            from: at * width,
            below: (at + 1).saturating_mul(width),
            count: 0,
        })
        .collect();
    for score in scores {
        let at = usize::try_from(score.div_euclid(width) - first).unwrap_or(usize::MAX);
        if let Some(bin) = bins.get_mut(at) {
            bin.count += 1;
        }
    }
    bins
}
