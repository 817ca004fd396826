//! Scorecards.

use crate::days::contains;
use crate::judge::{Case, Outcome, Said, Trend, whom};
use crate::ledger::Record;
use crate::plan::{Hundredths, Item, Scorecard, Subject};

/// One sheet: scores in hundredths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sheet {
    pub(crate) subject: Option<String>,
    pub(crate) score: i64,
    pub(crate) grade: Option<&'static str>,
    pub(crate) rank: Option<usize>,
}

pub(crate) fn sheets(case: &Case<'_>, card: &Scorecard, told: &Outcome) -> Vec<Sheet> {
    let mut sheets: Vec<Sheet> = case
        .rows(&card.duty)
        .into_iter()
        .map(|row| {
            sheet(&Row {
                case,
                card,
                told,
                row,
            })
        })
        .collect();
    let scores: Vec<i64> = sheets.iter().map(|sheet| sheet.score).collect();
    for sheet in sheets.iter_mut().filter(|sheet| sheet.subject.is_some()) {
        sheet.rank = Some(1 + scores.iter().filter(|score| **score > sheet.score).count());
    }
    sheets
}

struct Row<'a> {
    case: &'a Case<'a>,
    card: &'a Scorecard,
    told: &'a Outcome,
    row: Option<&'a Subject>,
}

/// What an item comes to: points, or that it cannot be told.
type Points = Option<i64>;

fn sheet(of: &Row<'_>) -> Sheet {
    let card = of.card;
    let mut score = 0;
    for section in &card.sections {
        let off: i64 = section
            .items
            .iter()
            .map(|item| of.off(item).unwrap_or(0))
            .sum();
        score += (section.max.0 - off).max(section.floor.0);
    }
    if let Some(bonus) = &card.bonus {
        let extra: i64 = bonus.items.iter().map(|item| of.extra(item)).sum();
        score += extra.min(bonus.cap.0);
    }
    for veto in of.case.plan.vetoes.iter() {
        let holds = |said: &&Said| {
            said.duty == veto.duty.id
                && said.status == "violated"
                && (said.decision == Some("confirmed")
                    || card.count_proposals && said.decision == Some("proposed"))
        };
        let named = card.vetoes.contains(&veto.duty.id);
        if let Some(left) = veto
            .effect
            .score
            .filter(|_| named && of.here().any(|s| holds(&s)))
        {
            score = score.min(left.0);
        }
    }
    let reached = |grade: &crate::plan::Grade| score >= grade.at_least.0;
    let mut grade = card.grades.iter().position(reached);
    for downgrade in &card.downgrades {
        let failing = of.here().filter(|said| {
            downgrade.on.contains(&said.duty) && said.facet.is_none() && said.fails()
        });
        let worse = card.grades.iter().position(|g| g.name == downgrade.grade);
        if failing.count() >= downgrade.at_least as usize {
            grade = grade.max(worse.filter(|_| grade.is_some()));
        }
    }
    Sheet {
        subject: whom(of.row).map(str::to_owned),
        score,
        grade: grade.map(|at| card.grades[at].name),
        rank: None,
    }
}

/// None is nothing.
fn points(of: Option<Hundredths>) -> i64 {
    of.map_or(0, |points| points.0)
}

impl Row<'_> {
    /// Every finding that concerns the row.
    fn here(&self) -> impl Iterator<Item = &Said> {
        let all = self.told.findings.values();
        all.filter(|said| self.case.lies_in(said.subject.as_deref(), whom(self.row)))
    }

    /// The findings that an item looks at.
    fn of<'a>(&'a self, item: &'a Item) -> impl Iterator<Item = &'a Said> {
        self.here()
            .filter(|said| item.of.contains(&said.duty) && said.facet == item.facet)
    }

    /// What an item of the bonus gives.
    fn extra(&self, item: &Item) -> i64 {
        let off = self.off(item);
        let earned = match item.method {
            "per_event" | "subjective" => return off.unwrap_or(0),
            "banded" | "threshold" => off.is_some(),
            _ => self.of(item).any(|said| said.status == "met"),
        };
        let most = points(item.max);
        match earned {
            true => (most - off.unwrap_or(0)).max(0),
            false => 0,
        }
    }

    /// What an item takes off.
    fn off(&self, item: &Item) -> Points {
        let off = match item.method {
            "all_or_nothing" => Some(self.all_or_nothing(item)),
            "per_missing" => Some(self.per_missing(item)),
            "per_event" => Some(self.per_event(item)),
            "banded" => self.banded(item),
            "threshold" => self.threshold(item),
            "ratio" => self.ratio(item),
            _ => self.subjective(item),
        };
        let most = item.max.map_or(i64::MAX, |max| max.0);
        off.map(|off| off.min(most))
    }

    fn all_or_nothing(&self, item: &Item) -> i64 {
        match self.of(item).any(Said::fails) {
            true => points(item.max),
            false => 0,
        }
    }

    fn per_missing(&self, item: &Item) -> i64 {
        let each = points(item.each);
        let most = item.each_at_most.map_or(i64::MAX, |most| most.0);
        let times = |said: &Said| match item.count {
            "figures" => said.figure,
            _ => 1,
        };
        let failing = self.of(item).filter(|said| said.fails());
        failing.map(|said| (each * times(said)).min(most)).sum()
    }

    fn per_event(&self, item: &Item) -> i64 {
        let span = self.case.span(&self.card.duty);
        let counts = |r: &&&Record| {
            let kind = r.status.as_ref();
            r.kind == "incident"
                && kind.is_some_and(|kind| item.incidents.contains(kind))
                && contains(span, r.date)
                && self.case.lies_in(r.subject.as_deref(), whom(self.row))
        };
        let of_one = |r: &&Record| {
            let mut by_severity = item.by_severity.iter();
            let graded = by_severity.find(|points| r.marks.contains(&points.mark));
            graded.map_or(points(item.each), |s| s.points.0)
        };
        self.case.seen.iter().filter(counts).map(of_one).sum()
    }

    /// The figure of the sheet's own subject, or the one figure for the jurisdiction.
    fn trend(&self, item: &Item) -> Option<&Trend> {
        let mine = |trend: &&Trend| {
            item.of.contains(&trend.indicator)
                && (trend.subject.is_none() || trend.subject.as_deref() == whom(self.row))
        };
        self.told.trends.iter().find(mine)
    }

    fn banded(&self, item: &Item) -> Points {
        let trend = self.trend(item)?;
        let (value, baseline) = (trend.current?, trend.baseline.filter(|b| *b != 0)?);
        let worse = match trend.direction {
            "up" => baseline - value,
            _ => value - baseline,
        };
        if worse <= 0 {
            return Some(0);
        }
        let within = |most: Hundredths| worse * 10_000 <= most.0 * baseline.abs();
        let band = item.bands.iter().find(|band| band.up_to.is_none_or(within));
        Some(band.map_or(points(item.max), |band| band.points.0))
    }

    fn threshold(&self, item: &Item) -> Points {
        let value = self.trend(item)?.current?;
        let reached = item.at_least.is_none_or(|least| least.0 <= value);
        Some(if reached { 0 } else { points(item.max) })
    }

    fn ratio(&self, item: &Item) -> Points {
        let met = self.of(item).filter(|said| said.status == "met").count();
        let failing = self.of(item).filter(|said| said.fails()).count();
        let (met, failing) = (i64::try_from(met).ok()?, i64::try_from(failing).ok()?);
        let max = points(item.max);
        (met + failing > 0).then(|| max * failing / (met + failing))
    }

    /// The latest record, if it says how many and why.
    fn subjective(&self, item: &Item) -> Points {
        let of = |r: &&&Record| {
            r.kind == "metric"
                && r.duty.as_ref() == Some(&item.id)
                && self.row.is_none_or(|s| r.subject.as_ref() == Some(&s.id))
        };
        let latest = self.case.seen.iter().rfind(of)?;
        let given = latest.quantity.filter(|_| latest.note.is_some())?;
        Some(given.0)
    }
}
