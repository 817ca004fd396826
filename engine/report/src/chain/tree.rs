//! From links and relations to trees of roles with their holders.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use luoshi_plan::Plan;
use luoshi_plan::model::{Chain, Role};
use luoshi_rules::{Label, holders_on, life, nearest};

use super::duties::Duties;
use super::{Branch, ChainTree, Post, TreeOf};

/// A role below another, with the set for each of whose subjects a chain wants it held.
type Below<'p> = (&'p str, Option<&'p str>);

/// Grows trees of a plan on a day.
pub(super) struct Grower<'p> {
    pub(super) plan: &'p Plan,
    pub(super) day: Date,
    pub(super) duties: &'p Duties,
}

impl<'p> Grower<'p> {
    pub(super) fn new(plan: &'p Plan, day: Date, duties: &'p Duties) -> Self {
        Grower { plan, day, duties }
    }

    /// A chain from those who are nobody's subordinates in it.
    pub(super) fn chain(&self, chain: &'p Chain) -> ChainTree {
        let links = &chain.links;
        let mut below: BTreeMap<&str, Vec<Below<'p>>> = BTreeMap::new();
        for link in links {
            let set = link.for_each.as_ref().map(|set| set.name.as_str());
            let entry = below.entry(&link.from.name).or_default();
            entry.push((&link.to.name, set));
        }
        let mut tops: Vec<&str> = Vec::new();
        for link in links {
            let from = link.from.name.as_str();
            if !tops.contains(&from) && !links.iter().any(|l| l.to.name == from) {
                tops.push(from);
            }
        }
        let clauses = chain.clauses.iter().map(|c| c.name.to_string());
        ChainTree {
            of: TreeOf::Chain(label(&chain.id.name, &chain.name), clauses.collect()),
            roots: self.grow_all(&tops, &below),
        }
    }

    /// What roles say themselves by `answers_to`, where no chain says otherwise.
    pub(super) fn relations(&self) -> Option<ChainTree> {
        let content = &self.plan.content;
        let links = || content.chains.iter().flat_map(|chain| &chain.links);
        let chained: BTreeSet<&str> = links().map(|l| l.to.name.as_str()).collect();
        let linked: BTreeSet<&str> = links().map(|l| l.from.name.as_str()).collect();
        let mut below: BTreeMap<&str, Vec<Below<'p>>> = BTreeMap::new();
        let mut related = BTreeSet::new();
        for role in &content.roles {
            let id = role.id.name.as_str();
            let above = role.answers_to.as_ref().filter(|_| !chained.contains(id));
            if let Some(above) = above {
                below.entry(&above.name).or_default().push((id, None));
                related.insert(id);
            }
        }
        let top = |id: &&str| {
            let alone = !chained.contains(id) && !linked.contains(id);
            !related.contains(id) && (below.contains_key(id) || alone)
        };
        let roles = content.roles.iter().map(|r| r.id.name.as_str());
        let tops: Vec<&str> = roles.filter(top).collect();
        (!tops.is_empty()).then(|| ChainTree {
            of: TreeOf::Relations,
            roots: self.grow_all(&tops, &below),
        })
    }

    fn grow_all(&self, tops: &[&'p str], below: &BTreeMap<&str, Vec<Below<'p>>>) -> Vec<Branch> {
        let mut seen = BTreeSet::new();
        let tops = tops.iter();
        tops.map(|top| self.grow((top, None), below, &mut seen))
            .collect()
    }

    /// A role with all below it; where it was grown before, without them.
    pub(super) fn grow(
        &self,
        (role, set): Below<'p>,
        below: &BTreeMap<&str, Vec<Below<'p>>>,
        seen: &mut BTreeSet<&'p str>,
    ) -> Branch {
        let again = !seen.insert(role);
        let set = set.or_else(|| set_of(self.plan, role));
        let mut branch = Branch {
            role: role_label(self.plan, role),
            set: set.map(|id| set_label(self.plan, id)),
            posts: self.posts(role, set, None),
            duties: self.duties.get(role).cloned().unwrap_or_default(),
            again,
            below: Vec::new(),
        };
        if !again {
            for next in below.get(role).into_iter().flatten() {
                branch.below.push(self.grow(*next, below, seen));
            }
        }
        branch
    }

    /// Who holds a role: for the subjects of a set that exist on the day, or for the nearest around
    /// one subject; once where there is no set.
    pub(super) fn posts(&self, role: &str, set: Option<&str>, about: Option<usize>) -> Vec<Post> {
        let Some(set) = set else {
            let held = holders_on(self.plan, role, None, self.day);
            let posts = held.iter().map(|h| Post {
                holder: Some(h.person.name.to_string()),
                acting: h.acting,
                subjects: Vec::new(),
            });
            let posts: Vec<Post> = posts.collect();
            return if posts.is_empty() {
                vec![vacant()]
            } else {
                posts
            };
        };
        let members = self.plan.sets.get(set).map_or(&[][..], Vec::as_slice);
        match about {
            Some(_) => {
                let post = nearest(self.plan, about, members);
                self.grouped(role, post.as_slice())
            }
            None => self.grouped(role, members),
        }
    }

    /// The posts of a role for these subjects, one entry for each holder.
    fn grouped(&self, role: &str, subjects: &[usize]) -> Vec<Post> {
        let mut posts: Vec<Post> = Vec::new();
        let exists = |at: &&usize| life(self.plan, **at).is_some_and(|l| l.contains(self.day));
        for at in subjects.iter().filter(exists) {
            let subject = &self.plan.subjects[*at];
            let held = holders_on(self.plan, role, Some(*at), self.day);
            let mut holders: Vec<(Option<&str>, bool)> = held
                .iter()
                .map(|h| (Some(h.person.name.as_str()), h.acting))
                .collect();
            if holders.is_empty() {
                holders.push((None, false));
            }
            for (holder, acting) in holders {
                let subject = label(&subject.id.name, &subject.name);
                let same = |p: &&mut Post| p.holder.as_deref() == holder && p.acting == acting;
                match posts.iter_mut().find(same) {
                    Some(post) => post.subjects.push(subject),
                    None => posts.push(Post {
                        holder: holder.map(str::to_owned),
                        acting,
                        subjects: vec![subject],
                    }),
                }
            }
        }
        // Stable: vacancies first, the others by their first subject.
        posts.sort_by_key(|post| post.holder.is_some());
        posts
    }
}

fn vacant() -> Post {
    Post {
        holder: None,
        acting: false,
        subjects: Vec::new(),
    }
}

/// The set for each of whose subjects a role has a post: its own, or that of a link to it.
pub(super) fn set_of<'p>(plan: &'p Plan, role: &str) -> Option<&'p str> {
    let own = written(plan, role).and_then(|r| r.for_each.as_ref());
    let mut links = plan.content.chains.iter().flat_map(|chain| &chain.links);
    let linked = || {
        let link = links.find(|l| l.to.name == role && l.for_each.is_some())?;
        link.for_each.as_ref()
    };
    own.or_else(linked).map(|set| set.name.as_str())
}

fn written<'p>(plan: &'p Plan, role: &str) -> Option<&'p Role> {
    plan.content.roles.iter().find(|r| r.id.name == role)
}

pub(super) fn role_label(plan: &Plan, role: &str) -> Label {
    label(role, written(plan, role).map_or("", |r| &r.name))
}

fn set_label(plan: &Plan, set: &str) -> Label {
    let written = plan.content.subjects.iter().find(|s| s.id.name == set);
    label(set, written.map_or("", |s| &s.name))
}

pub(super) fn label(id: &str, name: &str) -> Label {
    Label {
        id: id.to_owned(),
        name: name.to_owned(),
    }
}
