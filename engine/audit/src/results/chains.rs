//! Where failures gather: by who answers, up the ladder to the head of the township.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::counties::by_county;
use crate::model::{Audit, Finding, Label, Township};

/// Where the failures of some townships gather.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gathering {
    /// The county; none for all townships together.
    pub county: Option<String>,
    /// Findings that fail.
    pub failing: u64,
    /// Findings of them for which nobody answers.
    pub unanswered: u64,
    /// Posts, those that most failures pass through first.
    pub roles: Vec<RoleOver>,
    /// Chains of posts from the work up to the head, those with most failures first.
    pub chains: Vec<ChainOver>,
}

/// A post, over all who hold it. In another township it is another person: posts are counted, not people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RoleOver {
    /// The role.
    pub role: Label,
    /// Failures for which it answers first.
    pub first: u64,
    /// Failures for which it answers at all, first or further up.
    pub answers: u64,
    /// Townships of these.
    pub townships: u64,
}

/// A chain of posts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChainOver {
    /// The roles, from the one nearest to the work.
    pub roles: Vec<Label>,
    /// Failures for which exactly they answer.
    pub failing: u64,
    /// Townships of these.
    pub townships: u64,
}

/// Where failures gather: over all townships, then in each county, by name.
#[must_use]
pub fn gatherings(audit: &Audit) -> Vec<Gathering> {
    let mut gatherings = vec![gathering(None, audit.townships.iter())];
    for (county, townships) in by_county(audit) {
        gatherings.push(gathering(Some(county.to_owned()), townships));
    }
    gatherings
}

#[derive(Default)]
struct Over<'a> {
    first: u64,
    all: u64,
    townships: BTreeSet<(&'a str, &'a str)>,
}

fn gathering<'a>(
    county: Option<String>,
    townships: impl IntoIterator<Item = &'a Township>,
) -> Gathering {
    let mut roles: BTreeMap<&Label, Over<'_>> = BTreeMap::new();
    let mut chains: BTreeMap<Vec<&Label>, Over<'_>> = BTreeMap::new();
    let (mut failing, mut unanswered) = (0, 0);
    for township in townships {
        let findings = township.judged().map(|judged| judged.findings.as_slice());
        for finding in findings
            .unwrap_or_default()
            .iter()
            .filter(|finding| finding.fails)
        {
            failing += 1;
            let chain = chain(finding);
            unanswered += u64::from(chain.is_empty());
            for (at, role) in chain.iter().enumerate() {
                let over = roles.entry(role).or_default();
                over.first += u64::from(at == 0);
                over.all += 1;
                over.townships.insert(township.order());
            }
            if !chain.is_empty() {
                let over = chains.entry(chain).or_default();
                over.all += 1;
                over.townships.insert(township.order());
            }
        }
    }
    Gathering {
        county,
        failing,
        unanswered,
        roles: role_list(roles),
        chains: chain_list(chains),
    }
}

/// The roles of those who answer, each once: one who holds two rungs answers once.
fn chain(finding: &Finding) -> Vec<&Label> {
    let mut chain: Vec<&Label> = Vec::new();
    for who in finding.accountable.iter() {
        if !chain.contains(&&who.role) {
            chain.push(&who.role);
        }
    }
    chain
}

fn role_list(roles: BTreeMap<&Label, Over<'_>>) -> Vec<RoleOver> {
    let mut list: Vec<RoleOver> = roles
        .into_iter()
        .map(|(role, over)| RoleOver {
            role: role.clone(),
            first: over.first,
            answers: over.all,
            townships: townships(&over),
        })
        .collect();
    // Of like numbers by role, as they are already.
    list.sort_by_key(|role| std::cmp::Reverse((role.answers, role.first)));
    list
}

fn chain_list(chains: BTreeMap<Vec<&Label>, Over<'_>>) -> Vec<ChainOver> {
    let mut list: Vec<ChainOver> = chains
        .into_iter()
        .map(|(roles, over)| ChainOver {
            roles: roles.into_iter().cloned().collect(),
            failing: over.all,
            townships: townships(&over),
        })
        .collect();
    list.sort_by_key(|chain| std::cmp::Reverse(chain.failing));
    list
}

fn townships(over: &Over<'_>) -> u64 {
    u64::try_from(over.townships.len()).unwrap_or(u64::MAX)
}
