//! What the page needs to open: a line for each township, sums, words. The rest is read when somebody asks for it.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_audit::{Audit, Depth, DutyCounts, Judged, Outcome, PlanTable, Township};
use luoshi_diagnostics::{Lang, Messages};
use luoshi_evidence::Hundredths;
use luoshi_plan::chinese;
use luoshi_rules::Status;
use serde::Serialize;

use crate::atlas::{Atlas, gravity};
use crate::figures::{By, Place, Tally, of_duty, of_township, ranking, score};
use crate::scope::{Adding, Scope, flat};
use crate::words::{self, StatusWord};

/// The data that the page opens with. Lists refer to one another by index.
#[derive(Serialize)]
pub(crate) struct Index<'a> {
    lang: &'static str,
    as_of: String,
    engine: &'a str,
    /// Whether findings come with reasons, records and who answers.
    told: bool,
    /// The county that the page was made for.
    county: Option<&'a str>,
    words: BTreeMap<&'static str, String>,
    /// What stands before headings.
    ordinals: Vec<String>,
    statuses: Vec<StatusWord>,
    months: Vec<&'a str>,
    counties: Vec<&'a str>,
    /// Number, heading, summary.
    clauses: Vec<(&'a str, &'a str, &'a str)>,
    duties: Vec<DutyRow<'a>>,
    /// Of each group its first duty.
    groups: &'a [usize],
    townships: Vec<TownshipRow<'a>>,
    /// Of everything, then of each county.
    scopes: Vec<Scope>,
}

/// A duty as some plan words it.
#[derive(Serialize)]
struct DutyRow<'a> {
    id: &'a str,
    name: &'a str,
    section: &'a str,
    /// 0 minor, 1 normal, 2 major.
    severity: usize,
    clauses: &'a [usize],
    group: usize,
    /// File and line where it is written.
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
}

/// A township in a line.
#[derive(Serialize)]
struct TownshipRow<'a> {
    code: &'a str,
    /// Its name in addresses.
    key: String,
    name: &'a str,
    county: usize,
    /// What went wrong, where it could not be judged: code, text, help, place.
    #[serde(skip_serializing_if = "Option::is_none")]
    broken: Option<Vec<(&'a str, &'a str, &'a str, String)>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    judged: Option<JudgedRow<'a>>,
}

/// What a township came to, in a line.
#[derive(Serialize)]
struct JudgedRow<'a> {
    due: u32,
    failing: u32,
    /// Place, and how many share it.
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<(u32, u32)>,
    /// As people write it, and in hundredths.
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<(String, i64)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    grade: Option<&'a str>,
    #[serde(skip_serializing_if = "is_none")]
    vetoes: usize,
    records: u32,
    backfilled: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    simulated: Option<&'a str>,
    /// Status and number, one after the other.
    counts: Vec<u32>,
    /// Of each duty: its index, due, failing, then status and number.
    duties: Vec<Vec<u32>>,
    /// Month, judged, failing, one after the other.
    months: Vec<u32>,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde gives references")]
fn is_none(count: &usize) -> bool {
    *count == 0
}

impl Index<'_> {
    /// The months in which anything was due.
    pub(crate) fn months(&self) -> impl Iterator<Item = &str> {
        self.months.iter().copied()
    }
}

/// What the index is made of.
pub(crate) struct Making<'a> {
    pub(crate) audit: &'a Audit,
    pub(crate) atlas: &'a Atlas<'a>,
    pub(crate) lang: Lang,
    pub(crate) county: Option<&'a str>,
}

/// Makes the index.
pub(crate) fn index<'a>(of: &Making<'a>) -> Index<'a> {
    let audit = of.audit;
    let months = months(audit);
    let month_at: BTreeMap<&str, u32> = months.iter().copied().zip(0..).collect();
    let counties: BTreeSet<&str> = audit.townships.iter().map(|t| t.county.as_str()).collect();
    let counties: Vec<&str> = counties.into_iter().collect();
    let tallies: Vec<Tally> = audit.townships.iter().map(|t| tally(audit, t)).collect();
    let mut scopes = vec![sums(of, &month_at, &tallies, None, None)];
    let mut places: Vec<Option<Place>> = vec![None; audit.townships.len()];
    for county in &counties {
        let by = rank(audit, &tallies, county, &mut places);
        scopes.push(sums(of, &month_at, &tallies, Some(county), Some(by)));
    }
    let keys = keys(audit);
    let rows = audit.townships.iter().enumerate().map(|(at, township)| {
        let county = counties.binary_search(&township.county.as_str());
        TownshipRow {
            code: &township.code,
            key: keys[at].clone(),
            name: &township.name,
            county: county.unwrap_or(0),
            broken: broken(township, of.lang),
            judged: township
                .judged()
                .map(|judged| judged_row(of, &month_at, judged, tallies[at], places[at])),
        }
    });
    let townships = rows.collect();
    Index {
        lang: of.lang.tag(),
        as_of: audit.head.as_of.to_string(),
        engine: &audit.head.engine,
        told: audit.head.depth == Depth::Evidence,
        county: of.county,
        words: words::words(Messages::of(of.lang)),
        ordinals: words::ordinals(Messages::of(of.lang)),
        statuses: words::statuses(Messages::of(of.lang)),
        months,
        counties,
        clauses: clauses(of.atlas),
        duties: duties(of),
        groups: &of.atlas.groups,
        townships,
        scopes,
    }
}

/// What a township came to; nothing where it is broken.
pub(crate) fn tally(audit: &Audit, township: &Township) -> Tally {
    let table = |judged: &Judged| -> Option<&PlanTable> { audit.plans.get(&judged.plan) };
    let of = |judged| Some(of_township(table(judged)?, judged));
    township.judged().and_then(of).unwrap_or_default()
}

/// Names of townships in addresses: the code, with where it lies if two have the same.
pub(crate) fn keys(audit: &Audit) -> Vec<String> {
    let mut times: BTreeMap<&str, u32> = BTreeMap::new();
    for township in &audit.townships {
        *times.entry(&township.code).or_default() += 1;
    }
    let key = |t: &Township| match times.get(t.code.as_str()) {
        Some(1) => t.code.clone(),
        _ => format!("{}@{}", t.code, t.source),
    };
    audit.townships.iter().map(key).collect()
}

fn rank(audit: &Audit, tallies: &[Tally], county: &str, places: &mut [Option<Place>]) -> By {
    let inside = audit.townships.iter().zip(tallies).enumerate();
    let inside = inside.filter(|(_, (t, _))| t.county == county);
    let (at, townships): (Vec<usize>, Vec<(&Township, Tally)>) =
        inside.map(|(at, (t, tally))| (at, (t, *tally))).unzip();
    let (by, found) = ranking(&townships);
    for (at, place) in at.into_iter().zip(found) {
        places[at] = place;
    }
    by
}

fn sums(
    of: &Making<'_>,
    months: &BTreeMap<&str, u32>,
    tallies: &[Tally],
    county: Option<&str>,
    by: Option<By>,
) -> Scope {
    let mut adding = Adding::new(months);
    for (township, tally) in of.audit.townships.iter().zip(tallies) {
        if county.is_none_or(|county| township.county == county) {
            adding.add(of.atlas, township, *tally);
        }
    }
    adding.done(by)
}

fn months(audit: &Audit) -> Vec<&str> {
    let judged = audit.townships.iter().filter_map(Township::judged);
    let counts = judged.flat_map(|j| &j.duties).flat_map(|d| &d.months);
    let found: BTreeSet<&str> = counts.map(|m| m.month.as_str()).collect();
    found.into_iter().collect()
}

/// Index, judged and failing of each month in which a duty was due.
pub(crate) fn months_in(
    months: &BTreeMap<&str, u32>,
    counts: &DutyCounts,
) -> impl Iterator<Item = (u32, u32, u32)> {
    let found = counts.months.iter();
    found.filter_map(|m| Some((*months.get(m.month.as_str())?, m.judged, m.failing)))
}

fn broken(township: &Township, lang: Lang) -> Option<Vec<(&str, &str, &str, String)>> {
    let Outcome::Broken(troubles) = &township.outcome else {
        return None;
    };
    let row = troubles.iter().map(|t| {
        let place = t.place.as_ref();
        let place = place.map(|p| format!("{}:{}:{}", p.file, p.line, p.column));
        let help = t.help.as_ref().map_or("", |help| words::in_language(help, lang));
        (
            t.code.as_str(),
            words::in_language(&t.message, lang),
            help,
            place.unwrap_or_default(),
        )
    });
    Some(row.collect())
}

fn judged_row<'a>(
    of: &Making<'a>,
    months: &BTreeMap<&str, u32>,
    judged: &'a Judged,
    tally: Tally,
    place: Option<Place>,
) -> JudgedRow<'a> {
    let score = score(judged);
    let mut counts: BTreeMap<Status, u32> = BTreeMap::new();
    let mut duties = Vec::new();
    let mut by_month: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    for of_one in &judged.duties {
        let Some(at) = of.atlas.duty(&judged.plan, of_one.duty) else {
            continue;
        };
        let one = of_duty(of.atlas.duties[at].duty, of_one);
        let mut row = vec![u32::try_from(at).unwrap_or(u32::MAX), one.due(), one.failing];
        row.extend(flat(&of_one.counts));
        duties.push(row);
        for (status, count) in &of_one.counts {
            *counts.entry(*status).or_default() += count;
        }
        for (month, judged, failing) in months_in(months, of_one) {
            let sum = by_month.entry(month).or_default();
            sum.0 += judged;
            sum.1 += failing;
        }
    }
    let by_month = by_month.into_iter();
    JudgedRow {
        due: tally.due(),
        failing: tally.failing,
        place: place.map(|p| (p.place, p.tied)),
        score: score.map(|s| (Hundredths(s.score).to_string(), s.score)),
        grade: score.and_then(|s| s.grade.as_deref()),
        vetoes: score.map_or(0, |s| s.vetoes.len()),
        records: judged.records,
        backfilled: judged.backfilled,
        simulated: judged.simulated.as_deref(),
        counts: flat(&counts),
        duties,
        months: by_month
            .flat_map(|(month, (judged, failing))| [month, judged, failing])
            .collect(),
    }
}

fn clauses<'a>(atlas: &Atlas<'a>) -> Vec<(&'a str, &'a str, &'a str)> {
    let clauses = atlas.clauses.iter();
    clauses
        .map(|(number, clause)| {
            let heading = clause.heading.as_deref().unwrap_or("");
            (*number, heading, clause.summary.as_str())
        })
        .collect()
}

fn duties<'a>(of: &Making<'a>) -> Vec<DutyRow<'a>> {
    let section = |key: &'a str| match of.lang {
        Lang::ZhCn => chinese(key).unwrap_or(key),
        Lang::En => key,
    };
    let row = |entry: &'a crate::atlas::Entry<'a>| DutyRow {
        id: &entry.duty.id,
        name: &entry.duty.name,
        section: section(&entry.duty.section),
        severity: gravity(entry.duty.severity),
        clauses: &entry.clauses,
        group: entry.group,
        place: entry
            .duty
            .place
            .as_ref()
            .map(|place| format!("{}:{}", place.file, place.line)),
    };
    of.atlas.duties.iter().map(row).collect()
}
