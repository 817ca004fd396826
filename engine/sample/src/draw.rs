//! Which records are drawn: those of each stratum whose rank is smallest, where the rank is the
//! SHA-256 of the seed and the id. It depends neither on the order of records nor on who else is there.

use std::collections::BTreeMap;

use jiff::civil::Date;
use luoshi_diagnostics::{Code, Note};

use crate::allocate::allocate;
use crate::rate::Terms;
use crate::size::{Compared, compared, size};
use crate::unit::{By, Selection, Unit, population_digest, sha256};

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// What the sample must be able to show.
    pub terms: Terms,
    /// By what it is divided into strata; by nothing for one.
    pub by: Vec<By>,
    /// What decides which records are drawn: letters, digits, `-`, `_`, `.`.
    pub seed: String,
    /// So many, whatever the terms ask for.
    pub size: Option<u64>,
    /// The day of the ledgers.
    pub as_of: Date,
    /// Which records are drawn from.
    pub selection: Selection,
}

/// A sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// What was asked for.
    pub request: Request,
    /// How many records there are.
    pub records: u64,
    /// The digest of all of them.
    pub population: String,
    /// The strata, in the order of what they are called.
    pub strata: Vec<Stratum>,
    /// With so many deviations the rate is still shown to be below the tolerable one; none if the
    /// size was given and shows it with no number of them.
    pub allowed: Option<u64>,
    /// The sizes without strata.
    pub compared: Compared,
    /// What is drawn, by township, subject and day.
    pub items: Vec<Item>,
}

/// One stratum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stratum {
    /// What its records have in common, one for each of [`Request::by`].
    pub key: Vec<String>,
    /// How many records it has.
    pub all: u64,
    /// How many are drawn.
    pub drawn: u64,
}

/// One record to be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Index into [`Sample::strata`].
    pub stratum: usize,
    /// The record.
    pub unit: Unit,
}

/// Draws a sample.
///
/// # Errors
/// `LS1070` if there is no record, `LS1071` if the terms or the seed make no sense.
pub fn draw(mut units: Vec<Unit>, request: &Request) -> Result<Sample, Note> {
    check(request)?;
    units.retain(|unit| request.selection.has(unit));
    if units.is_empty() {
        return Err(Note::new(Code::SampleEmpty));
    }
    let population = population_digest(&units);
    let mut strata: BTreeMap<Vec<String>, Vec<(String, Unit)>> = BTreeMap::new();
    for unit in units {
        let key = request.by.iter().map(|by| by.of(&unit)).collect();
        let ranked = (rank(&request.seed, &unit), unit);
        strata.entry(key).or_default().push(ranked);
    }
    let sizes: Vec<u64> = strata.values().map(|units| count(units.len())).collect();
    let records = sizes.iter().sum();
    let (given, allowed) = given(&sizes, request);
    let mut sample = Sample {
        request: request.clone(),
        records,
        population,
        strata: Vec::new(),
        allowed,
        compared: compared(records, allowed.unwrap_or(0), request.terms),
        items: Vec::new(),
    };
    for ((at, (key, mut units)), drawn) in strata.into_iter().enumerate().zip(given) {
        // Ids are unique in a township, so that ranks decide alone but for a collision of SHA-256.
        units.sort_by(|(a, x), (b, y)| (a, &x.township, &x.id).cmp(&(b, &y.township, &y.id)));
        let all = count(units.len());
        sample.strata.push(Stratum { key, all, drawn });
        let chosen = units.into_iter().take(usize::try_from(drawn).unwrap_or(0));
        let items = chosen.map(|(_, unit)| Item { stratum: at, unit });
        sample.items.extend(items);
    }
    let place = |item: &Item| {
        let unit = &item.unit;
        (
            unit.township.clone(),
            unit.subject.clone(),
            unit.date,
            unit.id.clone(),
        )
    };
    sample.items.sort_by_cached_key(place);
    Ok(sample)
}

/// How many of each stratum, and how many deviations they bear.
fn given(sizes: &[u64], request: &Request) -> (Vec<u64>, Option<u64>) {
    let wanted = size(sizes, request.terms);
    let Some(total) = request.size else {
        return (wanted.strata, Some(wanted.allowed));
    };
    let given = allocate(sizes, total);
    let total = given.iter().sum();
    let all: u64 = sizes.iter().sum();
    (given, crate::size::borne(sizes, all, total, request.terms))
}

fn check(request: &Request) -> Result<(), Note> {
    let Terms {
        confidence,
        tolerable,
        expected,
    } = request.terms;
    let wrong = |reason: &str, value: String| {
        Err(Note::new(Code::SampleTerms)
            .arg("reason", reason)
            .arg("value", value)
            .arg("tolerable", tolerable.to_string()))
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let seed = &request.seed;
    if !(5_000..10_000).contains(&confidence.hundredths()) {
        return wrong("confidence", confidence.to_string());
    }
    if !(1..10_000).contains(&tolerable.hundredths()) {
        return wrong("tolerable", tolerable.to_string());
    }
    if matches!(expected, crate::rate::Expected::Rate(rate) if rate >= tolerable) {
        return wrong("expected", expected.to_string());
    }
    if seed.is_empty() || seed.len() > 64 || !seed.chars().all(plain) {
        return wrong("seed", seed.clone());
    }
    Ok(())
}

/// A record with a smaller rank is drawn first.
fn rank(seed: &str, unit: &Unit) -> String {
    sha256(&format!("{seed}\u{1f}{}\u{1f}{}", unit.township, unit.id))
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
