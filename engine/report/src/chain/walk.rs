//! Upwards to everybody who answers, downwards to everybody who is answered for.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use luoshi_plan::{AnswersBy, Plan};
use luoshi_rules::{Label, answers_to};

use super::tree::{Grower, label, role_label, set_of};
use super::{Branch, ChainTree, Chains, Gap, Lack, Post, TreeOf, duties};

/// Where a way up begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start<'a> {
    /// At a subject, by index into the plan's subjects: whoever holds a post for it.
    Subject(usize),
    /// At a role, by id.
    Role(&'a str),
}

/// Everybody who answers, from those nearest to the work up to the head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Climb {
    /// Where it begins: the subject or the role.
    pub from: Label,
    /// The day.
    pub day: Date,
    /// The steps: whoever stands in one answers for somebody in an earlier one.
    pub steps: Vec<Vec<Step>>,
    /// The gaps of the roles on the way.
    pub gaps: Vec<Gap>,
}

/// A role on the way up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The role.
    pub role: Label,
    /// Who holds it: for the subject, where the way begins at one.
    pub posts: Vec<Post>,
    /// Those on the way whose work it answers for.
    pub over: Vec<Over>,
    /// The duties that it answers for itself.
    pub duties: Vec<Label>,
}

/// Why a role answers for another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Over {
    /// The role below.
    pub role: Label,
    /// The chains that say so; none where the role below says so itself.
    pub chains: Vec<Label>,
}

/// The way up from a subject or a role. It takes every branch; 倒查 of a finding takes the shortest.
#[must_use]
pub fn climb(plan: &Plan, chains: &Chains, start: Start<'_>) -> Climb {
    let (from, starts, about) = match start {
        Start::Role(role) => (role_label(plan, role), vec![role], None),
        Start::Subject(at) => {
            let subject = &plan.subjects[at];
            let from = label(&subject.id.name, &subject.name);
            (from, posts_for(plan, at), Some(at))
        }
    };
    let levels = levels(plan, &starts);
    let duties = duties::by_role(plan);
    let grower = Grower::new(plan, chains.day, &duties);
    let mut steps: Vec<Vec<Step>> = Vec::new();
    for role in &plan.content.roles {
        let id = role.id.name.as_str();
        let Some(level) = levels.get(id) else {
            continue;
        };
        if steps.len() <= *level {
            steps.resize(level + 1, Vec::new());
        }
        steps[*level].push(Step {
            role: role_label(plan, id),
            posts: grower.posts(id, set_of(plan, id), about),
            over: over(plan, id, &levels),
            duties: duties.get(id).cloned().unwrap_or_default(),
        });
    }
    let on_the_way = |gap: &Gap| {
        let mut all = steps.iter().flatten();
        all.any(|step| step.role.id == gap.role.id && (about.is_none() || concerns(gap, step)))
    };
    Climb {
        from,
        day: chains.day,
        gaps: chains.gaps_of(on_the_way),
        steps,
    }
}

/// Whether a gap of a role is one of the posts on the way, not of those for other subjects.
fn concerns(gap: &Gap, step: &Step) -> bool {
    match &gap.lack {
        Lack::Unheld { subjects, .. } | Lack::Load { subjects, .. } => {
            let posts = step.posts.iter().flat_map(|post| &post.subjects);
            posts.into_iter().any(|subject| subjects.contains(subject))
        }
        Lack::NoHolders | Lack::Vacant { .. } | Lack::NoWayUp { .. } => true,
    }
}

/// Everybody and everything below a role: these chains with nothing but one tree.
#[must_use]
pub fn descent(plan: &Plan, chains: &Chains, role: &str) -> Chains {
    let mut below = BTreeMap::new();
    for next in &plan.content.roles {
        for above in answers_to(plan, &next.id.name) {
            let entry: &mut Vec<_> = below.entry(above).or_default();
            entry.push((next.id.name.as_str(), None));
        }
    }
    let duties = duties::by_role(plan);
    let mut seen = BTreeSet::new();
    // The role as the plan holds it: the caller's text lives no longer than this call.
    let known = plan.content.roles.iter().find(|r| r.id.name == role);
    let id = known.map_or("", |r| r.id.name.as_str());
    let grower = Grower::new(plan, chains.day, &duties);
    let branch = grower.grow((id, None), &below, &mut seen);
    Chains {
        gaps: chains.gaps_of(|gap| seen.contains(gap.role.id.as_str())),
        trees: vec![ChainTree {
            of: TreeOf::Below(branch.role.clone()),
            roots: vec![branch],
        }],
        ..chains.clone()
    }
}

impl Chains {
    fn gaps_of(&self, wanted: impl Fn(&Gap) -> bool) -> Vec<Gap> {
        self.gaps.iter().filter(|g| wanted(g)).cloned().collect()
    }

    /// These chains without the roles that are not wanted, and without what hangs below them.
    #[must_use]
    pub fn only(&self, roles: &BTreeSet<&str>) -> Chains {
        let mut chains = self.clone();
        for tree in &mut chains.trees {
            keep(&mut tree.roots, roles);
        }
        // A role that stands alone says nothing.
        chains
            .trees
            .retain(|t| t.roots.iter().any(|r| !r.below.is_empty()));
        for tree in &mut chains.trees {
            tree.roots.retain(|r| !r.below.is_empty() || r.again);
        }
        chains
    }
}

fn keep(branches: &mut Vec<Branch>, roles: &BTreeSet<&str>) {
    branches.retain(|b| roles.contains(b.role.id.as_str()));
    for branch in branches {
        keep(&mut branch.below, roles);
    }
}

/// The roles with a post for a subject or for what it lies in; for a unit, its head.
fn posts_for(plan: &Plan, subject: usize) -> Vec<&str> {
    let has_post = |role: &&str| {
        let set = set_of(plan, role).and_then(|set| plan.sets.get(set));
        set.is_some_and(|members| luoshi_rules::nearest(plan, Some(subject), members).is_some())
    };
    let roles = plan.content.roles.iter().map(|r| r.id.name.as_str());
    let found: Vec<&str> = roles.filter(has_post).collect();
    if !found.is_empty() {
        return found;
    }
    let id = &plan.subjects[subject].id.name;
    let unit = plan.content.units.iter().find(|u| u.id.name == *id);
    let head = unit.and_then(|u| u.head.as_ref());
    if let Some(head) = head {
        return vec![&head.name];
    }
    let of_unit = |r: &&luoshi_plan::model::Role| r.unit.as_ref().is_some_and(|u| u.name == *id);
    let roles = plan.content.roles.iter().filter(of_unit);
    roles.map(|r| r.id.name.as_str()).collect()
}

/// How far up each role is: one more than the furthest that answers to it.
fn levels<'p>(plan: &'p Plan, starts: &[&'p str]) -> BTreeMap<&'p str, usize> {
    let mut levels: BTreeMap<&str, usize> = starts.iter().map(|role| (*role, 0)).collect();
    // No plan has a circle; were there one, so many rounds would still end.
    for _ in 0..plan.content.roles.len() {
        let mut changed = false;
        for (role, level) in levels.clone() {
            for above in answers_to(plan, role) {
                let entry = levels.entry(above).or_insert(0);
                if *entry < level + 1 {
                    *entry = level + 1;
                    changed = true;
                }
            }
        }
        if !changed {
            break;
        }
    }
    levels
}

fn over(plan: &Plan, role: &str, levels: &BTreeMap<&str, usize>) -> Vec<Over> {
    let below = levels
        .keys()
        .filter(|b| answers_to(plan, b).contains(&role));
    below
        .map(|below| Over {
            role: role_label(plan, below),
            chains: chains_between(plan, below, role),
        })
        .collect()
}

fn chains_between(plan: &Plan, below: &str, above: &str) -> Vec<Label> {
    let (Some(below), Some(above)) = (plan.role_nodes.get(below), plan.role_nodes.get(above))
    else {
        return Vec::new();
    };
    let edges = plan.answers.edges_connecting(*below, *above);
    let ids: BTreeSet<&str> = edges
        .filter_map(|edge| match edge.weight() {
            AnswersBy::Chain { chain, .. } => Some(chain.as_str()),
            AnswersBy::Role => None,
        })
        .collect();
    let chains = plan.content.chains.iter();
    let chains = chains.filter(|chain| ids.contains(chain.id.name.as_str()));
    chains.map(|c| label(&c.id.name, &c.name)).collect()
}

/// The role at the top that most others lead up to; ties by the plan's order.
pub(super) fn head(plan: &Plan) -> Option<&str> {
    let roles = || plan.content.roles.iter().map(|r| r.id.name.as_str());
    let mut best: Option<(usize, &str)> = None;
    for top in roles().filter(|role| answers_to(plan, role).is_empty()) {
        let led = roles().filter(|role| leads_to(plan, role, top)).count();
        if best.is_none_or(|(most, _)| led > most) {
            best = Some((led, top));
        }
    }
    best.map(|(_, role)| role)
}

/// Whether the way up from a role passes another, or is there already.
pub(super) fn leads_to(plan: &Plan, role: &str, to: &str) -> bool {
    levels(plan, &[role]).contains_key(to)
}
