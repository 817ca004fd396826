//! What is told of one township when somebody looks into it: each finding with its argument.

use std::borrow::Cow;
use std::collections::BTreeMap;

use luoshi_audit::{
    Accountable, Finding, Indication, Input, Judged, Label, PackageUsed, PlanTable, Proposal,
    Score, Township,
};
use luoshi_diagnostics::{Lang, Messages};
use luoshi_evidence::Hundredths;
use luoshi_rules::Status;
use luoshi_signs::{sign_heading, sign_pointers};
use serde::Serialize;

use crate::atlas::Atlas;
use crate::past::{ChangeRow, Past};
use crate::texts::{Counter, Own, Shared, Text};
use crate::words::{in_language, period};

/// One township.
#[derive(Serialize)]
pub(crate) struct Details<'a> {
    /// Texts of its own, as findings refer to them.
    texts: &'a [&'a str],
    plan: &'a str,
    title: &'a str,
    corrected: u32,
    irrelevant: u32,
    /// Name, version, digest.
    packages: Vec<(&'a str, &'a str, &'a str)>,
    from: String,
    to: String,
    /// Name and SHA-256.
    inputs: Vec<(&'a str, &'a str)>,
    /// Duty, then month, judged, failing of each month.
    months: Vec<Vec<u32>>,
    /// Those who answer: role, subject, staff number, of each from the nearest to the work up.
    chains: Vec<Vec<[Text<'a>; 3]>>,
    findings: Vec<FindingRow<'a>>,
    /// What it is a sign of and how often that is wrong, why, whom to ask and about which records.
    signs: Vec<(String, &'a str, String)>,
    /// Subject, score, score before vetoes, grade.
    scores: Vec<(&'a str, String, String, &'a str)>,
    /// Finding, by what, what, on whom, who decides, how it stands.
    proposals: Vec<(&'a str, &'a str, String, &'a str, &'a str, String)>,
    /// What became of findings since the earlier audit.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    changes: Vec<ChangeRow>,
}

/// Duty, status, whether it fails, figure, chain (-1 for none), month (-1 for none); then its texts
/// in the order of [`texts`].
type FindingRow<'a> = (u32, u32, u32, i64, i64, i64, Vec<Text<'a>>);

/// Makes details of townships, texts in one language.
pub(crate) struct Making<'a> {
    pub(crate) atlas: &'a Atlas<'a>,
    pub(crate) plans: &'a BTreeMap<String, PlanTable>,
    pub(crate) months: &'a [String],
    pub(crate) lang: Lang,
    pub(crate) past: Option<&'a Past<'a>>,
}

impl Making<'_> {
    /// Counts the texts of a township.
    pub(crate) fn count(&self, judged: &Judged, counter: &mut Counter) {
        let texts = self.all_texts(judged);
        counter.add(texts.iter().map(AsRef::as_ref));
    }

    /// The details of a township as JSON.
    pub(crate) fn write(&self, township: &Township, judged: &Judged, shared: &Shared) -> String {
        let texts = self.all_texts(judged);
        let own = shared.own(texts.iter().map(AsRef::as_ref));
        let chains = chains(judged);
        let per_finding: Vec<Vec<Cow<'_, str>>> =
            judged.findings.iter().map(|f| self.texts(f)).collect();
        let findings = judged.findings.iter().zip(&per_finding);
        let findings = findings.filter_map(|(finding, texts)| {
            let chain = chains
                .iter()
                .position(|c| *c == finding.accountable.as_slice());
            self.finding(judged, finding, chain, texts.iter().map(|t| own.text(t)))
        });
        let table = self.plans.get(&judged.plan);
        let span = |day: fn(&PlanTable) -> String| table.map_or(String::new(), day);
        let details = Details {
            texts: &own.texts,
            plan: &judged.id,
            title: &judged.title,
            corrected: judged.corrected,
            irrelevant: judged.irrelevant,
            packages: table.map_or(Vec::new(), |t| t.packages.iter().map(package_row).collect()),
            from: span(|t| t.from.to_string()),
            to: span(|t| t.to.to_string()),
            inputs: township.inputs.iter().map(input).collect(),
            months: self.months(judged),
            findings: findings.collect(),
            chains: chains.iter().map(|c| chain_row(c, &own)).collect(),
            signs: judged.signs.iter().map(|of| self.sign(of)).collect(),
            scores: judged.scores.iter().map(score_row).collect(),
            proposals: judged.proposals.iter().map(|p| self.proposal(p)).collect(),
            changes: self.past.map_or_else(Vec::new, |past| {
                past.findings(township, Messages::of(self.lang))
            }),
        };
        // Everything here serialises: texts, numbers, lists of them.
        serde_json::to_string(&details).unwrap_or_default()
    }

    fn finding<'t>(
        &self,
        judged: &Judged,
        finding: &Finding,
        chain: Option<usize>,
        texts: impl Iterator<Item = Text<'t>>,
    ) -> Option<FindingRow<'t>> {
        let duty = self.atlas.duty(&judged.plan, finding.duty)?;
        let status = Status::ALL.iter().position(|s| *s == finding.status)?;
        let month = finding.day.map(|d| d.strftime("%Y-%m").to_string());
        let month = month.and_then(|m| self.months.binary_search(&m).ok());
        let at = |at: Option<usize>| at.and_then(|at| i64::try_from(at).ok()).unwrap_or(-1);
        Some((
            u32::try_from(duty).ok()?,
            u32::try_from(status).ok()?,
            u32::from(finding.fails),
            finding.figure,
            at(chain),
            at(month),
            texts.collect(),
        ))
    }

    fn all_texts<'j>(&self, judged: &'j Judged) -> Vec<Cow<'j, str>> {
        let mut all: Vec<Cow<'j, str>> =
            judged.findings.iter().flat_map(|f| self.texts(f)).collect();
        for chain in chains(judged) {
            all.extend(chain.iter().flat_map(answerer).map(Cow::Borrowed));
        }
        all
    }

    /// The texts of a finding: id, subject, who, record, when, day, reason, how a decision stands,
    /// then the records that it rests on.
    fn texts<'j>(&self, finding: &'j Finding) -> Vec<Cow<'j, str>> {
        let words = Messages::of(self.lang);
        let day = finding.day.map_or(String::new(), |d| d.to_string());
        let when = match &finding.period {
            Some(id) => period(words, id),
            None => day.clone(),
        };
        let reason = finding.reason.as_ref();
        let decision = finding.decision.as_ref();
        let decision = decision.map_or(String::new(), |d| words.word(&format!("decision-{d}")));
        let mut texts: Vec<Cow<'_, str>> = vec![
            finding.id.as_str().into(),
            finding.subject.as_deref().map_or("", shown).into(),
            finding.actor.as_deref().map_or("", shown).into(),
            finding.record.as_deref().unwrap_or("").into(),
            when.into(),
            day.into(),
            reason.map_or("", |r| in_language(r, self.lang)).into(),
            decision.into(),
        ];
        texts.extend(finding.evidence.iter().map(|id| id.as_str().into()));
        texts
    }

    fn months(&self, judged: &Judged) -> Vec<Vec<u32>> {
        let row = |counts: &luoshi_audit::DutyCounts| {
            let duty = self.atlas.duty(&judged.plan, counts.duty)?;
            let mut row = vec![u32::try_from(duty).ok()?];
            for month in &counts.months {
                let at = self.months.binary_search(&month.month).ok()?;
                row.extend([u32::try_from(at).ok()?, month.judged, month.failing]);
            }
            Some(row)
        };
        judged.duties.iter().filter_map(row).collect()
    }

    fn sign<'j>(&self, of: &'j Indication) -> (String, &'j str, String) {
        let words = Messages::of(self.lang);
        (
            sign_heading(words, of.sign, of.error),
            in_language(&of.reason, self.lang),
            sign_pointers(words, &of.ask, &of.records, of.count),
        )
    }

    fn proposal<'j>(
        &self,
        proposal: &'j Proposal,
    ) -> (&'j str, &'j str, String, &'j str, &'j str, String) {
        let words = Messages::of(self.lang);
        (
            &proposal.finding,
            shown(&proposal.by),
            words.word(&format!("dash-measure-{}", proposal.measure)),
            proposal.falls_on.as_deref().map_or("", shown),
            proposal.decided_by.as_deref().map_or("", String::as_str),
            words.word(&format!("decision-{}", proposal.decision)),
        )
    }
}

/// Each series of those who answer once, in the order of the findings.
fn chains(judged: &Judged) -> Vec<&[Accountable]> {
    let mut chains: Vec<&[Accountable]> = Vec::new();
    for finding in judged.findings.iter().filter(|f| !f.accountable.is_empty()) {
        if !chains.contains(&finding.accountable.as_slice()) {
            chains.push(&finding.accountable);
        }
    }
    chains
}

/// Role, subject and staff number of one who answers.
fn answerer(who: &Accountable) -> [&str; 3] {
    [
        shown(&who.role),
        who.subject.as_ref().map_or("", shown),
        who.holder.as_deref().unwrap_or(""),
    ]
}

fn chain_row<'a>(chain: &'a [Accountable], own: &Own<'_, '_>) -> Vec<[Text<'a>; 3]> {
    let row = |who: &'a Accountable| answerer(who).map(|text| own.text(text));
    chain.iter().map(row).collect()
}

fn package_row(package: &PackageUsed) -> (&str, &str, &str) {
    let digest = package.digest.as_deref().unwrap_or("");
    (&package.name, &package.version, digest)
}

fn input(input: &Input) -> (&str, &str) {
    (&input.name, &input.sha256)
}

fn score_row(score: &Score) -> (&str, String, String, &str) {
    (
        score.subject.as_ref().map_or("", shown),
        Hundredths(score.score).to_string(),
        Hundredths(score.sum).to_string(),
        score.grade.as_deref().unwrap_or(""),
    )
}

/// The name of something; its id where the name says nothing.
pub(crate) fn shown(label: &Label) -> &str {
    match label.name.is_empty() {
        true => &label.id,
        false => &label.name,
    }
}

/// Units and officials that findings of a township name: whom they are about, and who answers.
pub(crate) fn who_is_named(judged: &Judged) -> impl Iterator<Item = &str> {
    judged.findings.iter().flat_map(|finding| {
        let actor = finding.actor.iter().map(|actor| shown(actor));
        let holders = finding.accountable.iter();
        actor.chain(holders.filter_map(|who| who.holder.as_deref()))
    })
}
