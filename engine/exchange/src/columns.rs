//! The table of findings, whose rows CSV, Parquet and JSON share.

use std::borrow::Cow;

use jiff::civil::Date;
use luoshi_audit::{Accountable, Indication, Judged, Label, Township, Trouble, Where};
use luoshi_rules::Status;
use serde::Serialize;

use crate::telling::Telling;
use crate::whole::{Case, Entry, Whole};

/// The word for the status of a township that could not be judged.
pub(crate) const BROKEN: &str = "broken";

/// The word for what is no finding, and should be asked about.
pub(crate) const SIGN: &str = "sign";

/// One finding with all that it refers to. Its fields, in this order, are the columns of Parquet and the keys of JSON.
#[derive(Serialize)]
pub(crate) struct Row<'a> {
    pub(crate) as_of: Date,
    pub(crate) county: &'a str,
    pub(crate) township: &'a str,
    pub(crate) township_name: &'a str,
    pub(crate) source: &'a str,
    /// Whether its records are simulated, so that nobody takes an exercise for the truth.
    pub(crate) simulated: bool,
    pub(crate) finding: &'a str,
    /// The word for how it stands; [`BROKEN`] for a township that could not be judged.
    pub(crate) status: &'static str,
    pub(crate) fails: bool,
    pub(crate) severity: Option<&'static str>,
    pub(crate) duty: &'a str,
    pub(crate) duty_name: Option<&'a str>,
    pub(crate) section: Option<&'a str>,
    pub(crate) clauses: &'a [String],
    pub(crate) facet: Option<&'a str>,
    pub(crate) subject: Option<&'a str>,
    pub(crate) subject_name: Option<&'a str>,
    pub(crate) actor: Option<&'a str>,
    pub(crate) actor_name: Option<&'a str>,
    pub(crate) record: Option<&'a str>,
    pub(crate) period: Option<&'a str>,
    pub(crate) day: Option<Date>,
    pub(crate) figure: Option<i64>,
    pub(crate) reason: String,
    /// Who is nearest to the work.
    pub(crate) role: Option<&'a str>,
    pub(crate) role_name: Option<&'a str>,
    pub(crate) holder: Option<&'a str>,
    pub(crate) evidence: &'a [String],
    pub(crate) decision: Option<&'a str>,
    pub(crate) file: Option<Cow<'a, str>>,
    pub(crate) line: Option<i64>,
    /// What its township came to, if it was judged.
    #[serde(skip)]
    pub(crate) judged: Option<&'a Judged>,
}

/// Every row of an audit, townships in order: findings, then signs.
pub(crate) fn rows<'a>(whole: &'a Whole<'a>, telling: Telling) -> impl Iterator<Item = Row<'a>> {
    let as_of = whole.audit.head.as_of;
    let townships = whole.townships.iter();
    townships.flat_map(move |entry| {
        let signs = entry.signs().iter();
        let signs = signs.map(move |sign| signed(entry, sign, as_of, telling));
        rows_of(entry, as_of, telling).chain(signs)
    })
}

/// The rows of a township; of a broken one, a row for each thing that stood in the way.
pub(crate) fn rows_of<'a>(
    entry: &'a Entry<'a>,
    as_of: Date,
    telling: Telling,
) -> impl Iterator<Item = Row<'a>> {
    let cases = entry.cases().iter();
    let troubles = entry.troubles().iter();
    cases
        .map(move |case| judged(case, as_of, telling))
        .chain(troubles.map(move |trouble| broken(entry, trouble, as_of, telling)))
}

fn judged<'a>(case: &Case<'a>, as_of: Date, telling: Telling) -> Row<'a> {
    let Case {
        township,
        duty,
        finding,
        ..
    } = *case;
    let nearest: Option<&Accountable> = finding.accountable.first();
    let place = duty.place.as_ref();
    let file = |at: &'a Where| match at.inside {
        true => township.place(at).file.into(),
        false => at.file.as_str().into(),
    };
    Row {
        as_of,
        county: &township.county,
        township: &township.code,
        township_name: &township.name,
        source: &township.source,
        simulated: is_simulated(township),
        finding: &finding.id,
        status: finding.status.word(),
        fails: finding.fails,
        severity: Some(duty.severity.word()),
        duty: &duty.id,
        duty_name: Some(&duty.name),
        section: Some(&duty.section),
        clauses: &duty.clauses,
        facet: finding.facet.as_deref(),
        subject: id(finding.subject.as_deref()),
        subject_name: name(finding.subject.as_deref()),
        actor: id(finding.actor.as_deref()),
        actor_name: name(finding.actor.as_deref()),
        record: finding.record.as_deref(),
        period: finding.period.as_deref().map(String::as_str),
        day: finding.day,
        figure: Some(finding.figure),
        reason: telling.reason(case),
        role: nearest.map(|who| who.role.id.as_str()),
        role_name: nearest.map(|who| who.role.name.as_str()),
        holder: nearest.and_then(|who| who.holder.as_deref()),
        evidence: &finding.evidence,
        decision: finding.decision.as_deref(),
        file: place.map(file),
        line: place.map(line),
        judged: township.judged(),
    }
}

/// A township that could not be judged: a finding of its own, whose duty is the code of what stood in the way.
fn broken<'a>(entry: &Entry<'a>, trouble: &'a Trouble, as_of: Date, telling: Telling) -> Row<'a> {
    let place = trouble.place.as_ref();
    Row {
        finding: &trouble.code,
        fails: true,
        duty: &trouble.code,
        reason: telling.trouble(trouble),
        file: place.map(|place| place.file.as_str().into()),
        line: place.map(line),
        ..bare(entry, as_of)
    }
}

/// A sign about the evidence: its figure is the number of records that it rests on.
fn signed<'a>(entry: &Entry<'a>, sign: &'a Indication, as_of: Date, telling: Telling) -> Row<'a> {
    Row {
        finding: &sign.id,
        status: SIGN,
        duty: sign.sign.word(),
        figure: i64::try_from(sign.count).ok(),
        reason: telling.sign_reason(sign),
        evidence: &sign.records,
        ..bare(entry, as_of)
    }
}

/// A row that says of which township it is.
fn bare<'a>(entry: &Entry<'a>, as_of: Date) -> Row<'a> {
    let township = entry.township;
    Row {
        as_of,
        county: &township.county,
        township: &township.code,
        township_name: &township.name,
        source: &township.source,
        simulated: is_simulated(township),
        finding: "",
        status: BROKEN,
        fails: false,
        severity: None,
        duty: "",
        duty_name: None,
        section: None,
        clauses: &[],
        facet: None,
        subject: None,
        subject_name: None,
        actor: None,
        actor_name: None,
        record: None,
        period: None,
        day: None,
        figure: None,
        reason: String::new(),
        role: None,
        role_name: None,
        holder: None,
        evidence: &[],
        decision: None,
        file: None,
        line: None,
        judged: township.judged(),
    }
}

/// Whether the records of a township are simulated.
pub(crate) fn is_simulated(township: &Township) -> bool {
    let judged = township.judged();
    judged.is_some_and(|judged| judged.simulated.is_some())
}

fn id(label: Option<&Label>) -> Option<&str> {
    label.map(|label| label.id.as_str())
}

fn name(label: Option<&Label>) -> Option<&str> {
    label.map(|label| label.name.as_str())
}

fn line(place: &Where) -> i64 {
    i64::try_from(place.line).unwrap_or(i64::MAX)
}

impl Row<'_> {
    /// Its status in words.
    pub(crate) fn told(&self, telling: Telling) -> String {
        match Status::from_word(self.status) {
            Some(status) => telling.status(status),
            None if self.status == SIGN => telling.word("sign"),
            None => telling.word("broken-rule"),
        }
    }
}
