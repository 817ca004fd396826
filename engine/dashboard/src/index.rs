//! What the page needs to open: a line for each township, sums, words. The rest is read when somebody asks for it.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_audit::results::{gatherings, met_and_failing, scores, tally};
use luoshi_audit::{Audit, Depth, DutyCounts, Judged, Outcome, Township};
use luoshi_diagnostics::{Lang, Messages};
use luoshi_evidence::Hundredths;
use luoshi_plan::chinese;
use serde::Serialize;

use crate::atlas::{Atlas, Entry, gravity};
use crate::figures::{Places, sheet};
use crate::past::{Before, Past, turns};
use crate::scope::{Scope, Summing, flat};
use crate::words::{self, StatusWord};

/// The data that the page opens with. Lists refer to one another by index.
#[derive(Serialize)]
pub(crate) struct Index<'a> {
    lang: &'static str,
    as_of: String,
    /// The day of the earlier audit, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    previous: Option<String>,
    /// What can become of a finding: id and name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    turns: Vec<(&'static str, String)>,
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
    /// Of each group its first duty, and its name in addresses.
    groups: Vec<(usize, String)>,
    /// What townships are ranked by: the share first, then scorecards by name.
    rankings: Vec<String>,
    /// The ranking to begin with.
    ranking: usize,
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
    /// Whether it is on the register alone.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    absent: bool,
    /// What went wrong, where it could not be judged: code, text, help, place.
    #[serde(skip_serializing_if = "Option::is_none")]
    broken: Option<Vec<(&'a str, &'a str, &'a str, String)>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    judged: Option<JudgedRow<'a>>,
    /// What became of it since the earlier audit.
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<Before>,
}

/// What a township came to, in a line.
#[derive(Serialize)]
struct JudgedRow<'a> {
    due: u64,
    failing: u64,
    /// In each ranking: its place in its county, how many share it, its place among all.
    places: Vec<Option<(u32, u32, u32)>>,
    /// In each scorecard: the score as people write it and in hundredths, grade, number of vetoes.
    scores: Vec<Option<(String, i64, &'a str, usize)>>,
    records: u32,
    backfilled: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    simulated: Option<&'a str>,
    /// Status and number, one after the other.
    counts: Vec<u64>,
    /// Of each duty: its index, due, failing, then status and number.
    duties: Vec<Vec<u64>>,
    /// Month, judged, failing, one after the other.
    months: Vec<u32>,
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
    pub(crate) past: Option<&'a Past<'a>>,
}

/// Makes the index.
pub(crate) fn index<'a>(of: &Making<'a>) -> Index<'a> {
    let audit = of.audit;
    let words = Messages::of(of.lang);
    let months = months(audit);
    let month_at: BTreeMap<&str, u32> = months.iter().copied().zip(0..).collect();
    let counties: BTreeSet<&str> = audit.townships.iter().map(|t| t.county.as_str()).collect();
    let counties: Vec<&str> = counties.into_iter().collect();
    let places = Places::of(audit);
    let by_share = words.word("dash-share");
    let cards = places.scorecards().map(|(_, name)| name.to_owned());
    Index {
        lang: of.lang.tag(),
        as_of: audit.head.as_of.to_string(),
        previous: of.past.map(Past::day),
        turns: of.past.map_or_else(Vec::new, |_| turns(words)),
        engine: &audit.head.engine,
        told: audit.head.depth == Depth::Evidence,
        county: of.county,
        words: words::words(words),
        ordinals: words::ordinals(words),
        statuses: words::statuses(words),
        clauses: clauses(of.atlas),
        duties: duties(of),
        groups: of
            .atlas
            .groups
            .iter()
            .copied()
            .zip(of.atlas.keys())
            .collect(),
        rankings: std::iter::once(by_share).chain(cards).collect(),
        ranking: places.first(),
        townships: townships(of, &month_at, &counties, &places),
        scopes: scopes(of, &month_at, &counties, &places),
        months,
        counties,
    }
}

fn scopes(
    of: &Making<'_>,
    months: &BTreeMap<&str, u32>,
    counties: &[&str],
    places: &Places,
) -> Vec<Scope> {
    let mut scores = scores(of.audit);
    scores.retain(|over| {
        !over.of_subjects && places.scorecards().any(|(id, _)| id == over.scorecard)
    });
    let summing = Summing {
        audit: of.audit,
        atlas: of.atlas,
        months,
        scores: &scores,
        gatherings: &gatherings(of.audit),
        past: of.past,
    };
    let each = counties.iter().map(|county| summing.scope(Some(county)));
    std::iter::once(summing.scope(None)).chain(each).collect()
}

fn townships<'a>(
    of: &Making<'a>,
    months: &BTreeMap<&str, u32>,
    counties: &[&str],
    places: &Places,
) -> Vec<TownshipRow<'a>> {
    let keys = keys(of.audit).into_iter();
    let rows = of.audit.townships.iter().zip(keys).enumerate();
    rows.map(|(at, (township, key))| TownshipRow {
        code: &township.code,
        key,
        name: &township.name,
        county: counties
            .binary_search(&township.county.as_str())
            .unwrap_or(0),
        absent: township.is_absent(),
        broken: broken(township, of.lang),
        judged: township
            .judged()
            .map(|judged| judged_row(of, months, places, (at, township, judged))),
        before: of
            .past
            .and_then(|past| past.before(township, &places.rankings)),
    })
    .collect()
}

/// Names of townships in addresses: the code, with where it lies if two have the same.
fn keys(audit: &Audit) -> Vec<String> {
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
        let help = t
            .help
            .as_ref()
            .map_or("", |help| words::in_language(help, lang));
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
    places: &Places,
    (at, township, judged): (usize, &Township, &'a Judged),
) -> JudgedRow<'a> {
    let tally = tally(of.audit, [township]);
    let place = |ranking| {
        let place = places.place(ranking, at)?;
        Some((place.place, place.tied, place.among_all))
    };
    let score = |(scorecard, _): (&str, &str)| {
        let sheet = sheet(judged, scorecard)?;
        let grade = sheet.grade.as_deref().unwrap_or("");
        let shown = Hundredths(sheet.score).to_string();
        Some((shown, sheet.score, grade, sheet.vetoes.len()))
    };
    JudgedRow {
        due: tally.carried.of,
        failing: tally.carried.of - tally.carried.count,
        places: (0..places.rankings.len()).map(place).collect(),
        scores: places.scorecards().map(score).collect(),
        records: judged.records,
        backfilled: judged.backfilled,
        simulated: judged.simulated.as_deref(),
        counts: flat(&tally.statuses),
        duties: duty_rows(of, judged),
        months: month_row(months, judged),
    }
}

fn duty_rows(of: &Making<'_>, judged: &Judged) -> Vec<Vec<u64>> {
    let row = |counts: &DutyCounts| {
        let at = of.atlas.duty(&judged.plan, counts.duty)?;
        let (met, failing) = met_and_failing(of.atlas.duties[at].duty, &counts.counts);
        let mut row = vec![u64::try_from(at).ok()?, met + failing, failing];
        row.extend(flat(&counts.counts).into_iter().map(u64::from));
        Some(row)
    };
    judged.duties.iter().filter_map(row).collect()
}

/// Month, judged, failing, one after the other, over all duties.
fn month_row(months: &BTreeMap<&str, u32>, judged: &Judged) -> Vec<u32> {
    let mut sums: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    for (month, judged, failing) in judged.duties.iter().flat_map(|d| months_in(months, d)) {
        let sum = sums.entry(month).or_default();
        sum.0 += judged;
        sum.1 += failing;
    }
    let sums = sums.into_iter();
    sums.flat_map(|(month, (judged, failing))| [month, judged, failing])
        .collect()
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
    let row = |entry: &'a Entry<'a>| DutyRow {
        id: &entry.duty.id,
        name: &entry.duty.name,
        section: section(&entry.duty.section, of.lang),
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

/// The name of a section in a language.
pub(crate) fn section(key: &str, lang: Lang) -> &str {
    match lang {
        Lang::ZhCn => chinese(key).unwrap_or(key),
        Lang::En => key,
    }
}
