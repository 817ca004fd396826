//! What became of findings and of places since an earlier audit, as [`luoshi_follow::compare`] and the rankings of
//! both say it, arranged by township and county.

use std::collections::BTreeMap;

use luoshi_audit::results::{Measure, Ranking, Standing, rankings};
use luoshi_audit::{Audit, Finding, Township};
use luoshi_diagnostics::{Code, Messages, Note};
use luoshi_follow::{Comparison, Counts, Fate, FindingChange, TownshipChange, Turn, compare};
use serde::Serialize;

use crate::atlas::Atlas;
use crate::details::shown;
use crate::words::{in_language, period};

/// An audit beside an earlier one.
pub(crate) struct Past<'a> {
    /// The county that the page is made for, if one was asked for.
    county: Option<&'a str>,
    comparison: Comparison<'a>,
    /// By code and source of the township now.
    changes: BTreeMap<(&'a str, &'a str), usize>,
    /// By scorecard, none for the share: where townships stood in the earlier audit, by code and source then.
    stood: BTreeMap<Option<String>, BTreeMap<(String, String), Stood>>,
}

/// Where a township stood.
struct Stood {
    county: String,
    /// In its county; among all, for a township of no county.
    place: u32,
}

/// New, persisting, fixed, dropped.
pub(crate) type Sums = [u32; 4];

/// What became of findings in a county, or in all.
#[derive(Serialize)]
pub(crate) struct Turned {
    pub(crate) sums: Sums,
    /// Of those that persist: graver, milder.
    pub(crate) graver: u32,
    pub(crate) milder: u32,
    /// Townships that were judged in both.
    pub(crate) compared: u32,
    /// Id and name of each duty of which something changed, then its group if there is such a duty now, and its sums.
    pub(crate) duties: Vec<(String, String, Option<usize>, Sums)>,
    /// How townships fared that were not judged in both, with their names.
    pub(crate) fates: Vec<(&'static str, Vec<String>)>,
}

/// What became of a township.
#[derive(Serialize)]
pub(crate) struct Before {
    pub(crate) fate: &'static str,
    /// Of each ranking, the place before.
    pub(crate) places: Vec<Option<u32>>,
    pub(crate) sums: Sums,
}

/// What became of a finding: turn, duty, whether the audit lists it, how it stood and stands; then its texts: id, what
/// it is about, and the reason where the audit no longer says it.
pub(crate) type ChangeRow = (usize, String, bool, String, String, [String; 3]);

impl<'a> Past<'a> {
    /// Compares an audit with an earlier one.
    pub(crate) fn of(
        audit: &'a Audit,
        previous: &'a Audit,
        county: Option<&'a str>,
    ) -> Result<Past<'a>, Note> {
        let (day, before) = (audit.head.as_of, previous.head.as_of);
        let comparison = compare(&[previous, audit]).filter(|_| before <= day);
        let Some(comparison) = comparison else {
            return Err(Note::new(Code::DashboardPeriod)
                .arg("day", day.to_string())
                .arg("previous", before.to_string()));
        };
        let changes = comparison.townships.iter().enumerate();
        let changes = changes.filter_map(|(at, change)| Some((change.later?.order(), at)));
        let changes = changes.collect();
        let stood = rankings(previous).into_iter().map(|ranking| {
            let standings = ranking.standings.into_iter().map(stood);
            let scorecard = scorecard(&ranking.by).map(str::to_owned);
            (scorecard, standings.collect())
        });
        Ok(Past {
            county,
            stood: stood.collect(),
            changes,
            comparison,
        })
    }

    /// The day of the earlier audit.
    pub(crate) fn day(&self) -> String {
        self.comparison.earlier.as_of.to_string()
    }

    /// What became of a township; none of one that the comparison does not know.
    pub(crate) fn before(&self, township: &Township, rankings: &[Ranking]) -> Option<Before> {
        let change = self.change(township)?;
        let places = rankings.iter();
        Some(Before {
            fate: change.fate.word(),
            places: places.map(|ranking| self.place(change, ranking)).collect(),
            sums: sums(&change.counts),
        })
    }

    /// The place before in the same ranking; none where it was a place among others.
    fn place(&self, change: &TownshipChange<'_>, ranking: &Ranking) -> Option<u32> {
        let (code, source) = change.earlier?.order();
        let scorecard = scorecard(&ranking.by).map(str::to_owned);
        let stood = self.stood.get(&scorecard)?;
        let stood = stood.get(&(code.to_owned(), source.to_owned()))?;
        (stood.county == change.later?.county).then_some(stood.place)
    }

    /// What became of each finding of a township.
    pub(crate) fn findings(&self, township: &Township, words: Messages) -> Vec<ChangeRow> {
        let change = self.change(township);
        let findings = change.into_iter().flat_map(|change| &change.findings);
        findings.map(|finding| row(finding, words)).collect()
    }

    /// The sums of a county, or of all that the page is made for.
    pub(crate) fn turned(&self, county: Option<&str>, atlas: &Atlas<'_>) -> Turned {
        let county = county.or(self.county);
        let inside = self.comparison.townships.iter();
        let inside = inside.filter(|change| county.is_none_or(|county| is_of(change, county)));
        let inside: Vec<&TownshipChange<'_>> = inside.collect();
        let mut all = Counts::default();
        let mut duties: BTreeMap<&str, (&str, Counts)> = BTreeMap::new();
        for change in &inside {
            all += change.counts;
            for finding in &change.findings {
                let duty = finding.duty;
                let sum = duties
                    .entry(&duty.id)
                    .or_insert((&duty.name, Counts::default()));
                sum.1.add(finding.turn);
            }
        }
        let duties = duties.into_iter().map(|(id, (name, counts))| {
            let group = atlas.group(id, name);
            (id.to_owned(), name.to_owned(), group, sums(&counts))
        });
        let fates = [Fate::BrokenNow, Fate::Mended, Fate::Added, Fate::Gone];
        let fates = fates.map(|fate| (fate.word(), names(&inside, fate)));
        let compared = inside.iter().filter(|c| c.fate == Fate::Compared).count();
        Turned {
            sums: sums(&all),
            graver: all.of(Turn::Graver),
            milder: all.of(Turn::Milder),
            compared: u32::try_from(compared).unwrap_or(u32::MAX),
            duties: duties.collect(),
            fates: fates
                .into_iter()
                .filter(|(_, names)| !names.is_empty())
                .collect(),
        }
    }

    fn change(&self, township: &Township) -> Option<&TownshipChange<'a>> {
        let at = self.changes.get(&township.order())?;
        self.comparison.townships.get(*at)
    }
}

/// A scorecard goes by its id, whatever it is called; none for the share carried out.
fn scorecard(by: &Measure) -> Option<&str> {
    match by {
        Measure::Carried => None,
        Measure::Score { scorecard, .. } => Some(scorecard),
    }
}

fn stood(standing: Standing) -> ((String, String), Stood) {
    let stood = Stood {
        place: standing.in_county.unwrap_or(standing.rank),
        county: standing.county,
    };
    ((standing.code, standing.source), stood)
}

/// A township counts where it is; one that is gone, where it was.
fn is_of(change: &TownshipChange<'_>, county: &str) -> bool {
    let known = change.later.or(change.earlier);
    known.is_some_and(|township| township.county == county)
}

/// With two audits nothing is reopened: that needs a third.
fn sums(counts: &Counts) -> Sums {
    let new = counts.of(Turn::New) + counts.of(Turn::Reopened);
    [
        new,
        counts.persisting(),
        counts.of(Turn::Fixed),
        counts.of(Turn::Dropped),
    ]
}

fn names(inside: &[&TownshipChange<'_>], fate: Fate) -> Vec<String> {
    let of = inside.iter().filter(|change| change.fate == fate);
    let known = of.filter_map(|change| change.later.or(change.earlier));
    known.map(|township| township.name.clone()).collect()
}

fn row(of: &FindingChange<'_>, words: Messages) -> ChangeRow {
    let finding = of.finding();
    let listed = of.later.is_some();
    let about = finding.map_or_else(String::new, |finding| about(finding, words));
    let reason = finding.and_then(|f| f.reason.as_ref()).filter(|_| !listed);
    let reason = reason.map_or("", |reason| in_language(reason, words.lang()));
    let standing = |word: &str| words.word(&format!("follow-standing-{word}"));
    (
        Turn::ALL
            .iter()
            .position(|turn| *turn == of.turn)
            .unwrap_or(0),
        of.duty.id.clone(),
        listed,
        standing(of.before.word()),
        standing(of.after.word()),
        [of.id.to_owned(), about, reason.to_owned()],
    )
}

/// What a finding is about, and when: empty for the whole township at no time of its own.
fn about(finding: &Finding, words: Messages) -> String {
    let labels = [&finding.subject, &finding.actor].into_iter().flatten();
    let mut parts: Vec<String> = labels.map(|label| shown(label).to_owned()).collect();
    let when = finding.period.as_deref().map(|id| period(words, id));
    parts.extend(when.or_else(|| finding.record.clone()));
    parts.join(" ")
}

/// The turns as the page says them, in their order.
pub(crate) fn turns(words: Messages) -> Vec<(&'static str, String)> {
    let turns = Turn::ALL.into_iter();
    turns
        .map(|turn| {
            (
                turn.word(),
                words.word(&format!("follow-turn-{}", turn.word())),
            )
        })
        .collect()
}
