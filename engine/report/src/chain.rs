//! Who answers to whom for what on a day, and the gaps: chains, relations, posts and their holders.

use jiff::civil::Date;
use luoshi_plan::{Plan, Settable};
use luoshi_rules::Label;

mod draw;
mod duties;
mod gaps;
mod json;
mod layout;
mod text;
mod tree;
mod walk;

pub use draw::{chain_dot, chain_svg};
pub use gaps::{Gap, Lack};
pub use json::{chain_json, climb_json};
pub use text::{chain_text, climb_text, descent_text};
pub use walk::{Climb, Over, Start, Step, climb, descent};

/// Every chain and every other relation of a plan on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chains {
    /// The plan: its id and its title.
    pub plan: Label,
    /// Name of the jurisdiction.
    pub place: String,
    /// The day, within the plan.
    pub day: Date,
    /// The role at the top, which most others lead up to.
    pub head: Option<Label>,
    /// Each chain in the plan's order, and the relations by `answers_to` that no chain replaces.
    pub trees: Vec<ChainTree>,
    /// What is missing.
    pub gaps: Vec<Gap>,
}

/// One chain, or what else makes a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainTree {
    /// What it shows.
    pub of: TreeOf,
    /// Those at its top.
    pub roots: Vec<Branch>,
}

/// What a tree shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TreeOf {
    /// A chain, and the clauses that it carries out.
    Chain(Label, Vec<String>),
    /// What roles say themselves by `answers_to`, where no chain says otherwise.
    Relations,
    /// All below one role, by chains and relations.
    Below(Label),
}

/// A role with those below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// The role.
    pub role: Label,
    /// The set of subjects with a post for each; none for a single post.
    pub set: Option<Label>,
    /// Who holds it, vacancies first, then by the first subject.
    pub posts: Vec<Post>,
    /// The duties that it answers for.
    pub duties: Vec<Label>,
    /// Whether it stands elsewhere in the same tree already, with those below it.
    pub again: bool,
    /// Those who answer to it.
    pub below: Vec<Branch>,
}

/// A holder with the subjects for which he holds a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Staff number; none where it is vacant.
    pub holder: Option<String>,
    /// Whether the holder is acting.
    pub acting: bool,
    /// The subjects; empty for a single post.
    pub subjects: Vec<Label>,
}

/// All chains and relations of a plan on a day; evidence plays no part in it.
#[must_use]
pub fn chain(plan: &Plan, as_of: Date) -> Chains {
    let day = as_of.min(plan.span.to).max(plan.span.from);
    let duties = duties::by_role(plan);
    let grower = tree::Grower::new(plan, day, &duties);
    let mut trees: Vec<ChainTree> = plan
        .content
        .chains
        .iter()
        .filter(|chain| chain.active == Settable::Set(true))
        .map(|chain| grower.chain(chain))
        .collect();
    trees.extend(grower.relations());
    let head = walk::head(plan);
    Chains {
        plan: Label {
            id: plan.header.id.clone(),
            name: plan.header.title.clone(),
        },
        place: plan.jurisdiction.name.clone(),
        day,
        gaps: gaps::gaps(plan, day, &duties, head),
        head: head.map(|id| tree::role_label(plan, id)),
        trees,
    }
}

#[cfg(test)]
mod tests;
