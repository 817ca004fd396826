//! What is missing in the chains of a plan on a day.

use std::collections::BTreeSet;

use jiff::civil::Date;
use luoshi_plan::{Plan, Settable};
use luoshi_rules::{ChainGap, Label, chain_gaps, holders_on, life};

use super::duties::Duties;
use super::tree::{label, role_label, set_of};
use super::walk;

/// Something missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The role that it is about.
    pub role: Label,
    /// The chain that wants it otherwise; none where the duties of the role do.
    pub chain: Option<Label>,
    /// What it is.
    pub lack: Lack,
}

/// What is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lack {
    /// The plan names nobody who ever holds the role.
    NoHolders,
    /// The post has been vacant for longer than the plan allows.
    Vacant {
        /// Since when; none where no chain allows a time for it.
        since: Option<Date>,
    },
    /// Nobody holds the role for these subjects, for longer than the plan allows.
    Unheld {
        /// The subjects.
        subjects: Vec<Label>,
        /// Since when; none where no chain allows a time for it.
        since: Option<Date>,
    },
    /// One person holds the role for more subjects than the plan allows.
    Load {
        /// Staff number.
        staff: String,
        /// The subjects.
        subjects: Vec<Label>,
        /// How many are allowed.
        allowed: u32,
    },
    /// The role answers for duties, but nobody leads from it to the head.
    NoWayUp {
        /// The duties.
        duties: Vec<Label>,
    },
}

/// The gaps of all chains in the plan's order, then those of roles that answer for duties.
pub(super) fn gaps(plan: &Plan, day: Date, duties: &Duties, head: Option<&str>) -> Vec<Gap> {
    let mut search = Search {
        plan,
        day,
        gaps: Vec::new(),
        known: BTreeSet::new(),
    };
    for (at, chain) in plan.content.chains.iter().enumerate() {
        if chain.active == Settable::Set(true) {
            let label = label(&chain.id.name, &chain.name);
            for gap in chain_gaps(plan, at, day) {
                search.chained(&label, gap);
            }
        }
    }
    for role in &plan.content.roles {
        let id = role.id.name.as_str();
        let Some(duties) = duties.get(id) else {
            continue;
        };
        search.unchained(id);
        if head.is_some_and(|head| !walk::leads_to(plan, id, head)) {
            let duties = duties.clone();
            search.push(id, None, Lack::NoWayUp { duties });
        }
    }
    search.gaps
}

struct Search<'p> {
    plan: &'p Plan,
    day: Date,
    gaps: Vec<Gap>,
    /// Posts that are known to be vacant: a role may stand in several chains.
    known: BTreeSet<(String, Option<usize>)>,
}

impl Search<'_> {
    fn push(&mut self, role: &str, chain: Option<&Label>, lack: Lack) {
        self.gaps.push(Gap {
            role: role_label(self.plan, role),
            chain: chain.cloned(),
            lack,
        });
    }

    fn chained(&mut self, chain: &Label, gap: ChainGap) {
        match gap {
            ChainGap::Vacant {
                role,
                subject,
                since,
            } => self.vacant(&role, subject, Some(since), Some(chain)),
            ChainGap::Load {
                role,
                staff,
                allowed,
                ..
            } => {
                let subjects = self.held_by(&role, &staff);
                let lack = Lack::Load {
                    staff,
                    subjects,
                    allowed,
                };
                self.push(&role, Some(chain), lack);
            }
        }
    }

    /// A post that nobody holds; those of one role since one day make one gap.
    fn vacant(
        &mut self,
        role: &str,
        subject: Option<usize>,
        since: Option<Date>,
        chain: Option<&Label>,
    ) {
        let nobody = !self
            .plan
            .content
            .holders
            .iter()
            .any(|h| h.role.name == role);
        let post = (role.to_owned(), subject.filter(|_| !nobody));
        if !self.known.insert(post) {
            return;
        }
        let Some(at) = subject.filter(|_| !nobody) else {
            let lack = if nobody {
                Lack::NoHolders
            } else {
                Lack::Vacant { since }
            };
            self.push(role, chain, lack);
            return;
        };
        let subject = self.subject(at);
        let open = self.gaps.iter_mut().find_map(|gap| match &mut gap.lack {
            Lack::Unheld {
                subjects,
                since: from,
            } if gap.role.id == role && *from == since => Some(subjects),
            _ => None,
        });
        match open {
            Some(subjects) => subjects.push(subject),
            None => {
                let subjects = vec![subject];
                self.push(role, chain, Lack::Unheld { subjects, since });
            }
        }
    }

    /// A role that answers for duties but stands in no chain is to be held all the same.
    fn unchained(&mut self, role: &str) {
        let chains = &self.plan.content.chains;
        let mut links = chains.iter().flat_map(|chain| &chain.links);
        if links.any(|l| l.to.name == role || l.from.name == role) {
            return;
        }
        let Some(set) = set_of(self.plan, role) else {
            if holders_on(self.plan, role, None, self.day).is_empty() {
                self.vacant(role, None, None, None);
            }
            return;
        };
        for at in self.plan.sets.get(set).into_iter().flatten() {
            let exists = life(self.plan, *at).is_some_and(|l| l.contains(self.day));
            if exists && holders_on(self.plan, role, Some(*at), self.day).is_empty() {
                self.vacant(role, Some(*at), None, None);
            }
        }
    }

    /// The subjects for which a person holds a role.
    fn held_by(&self, role: &str, staff: &str) -> Vec<Label> {
        let members = set_of(self.plan, role).and_then(|set| self.plan.sets.get(set));
        let held = |at: &&usize| {
            let exists = life(self.plan, **at).is_some_and(|l| l.contains(self.day));
            let held = holders_on(self.plan, role, Some(**at), self.day);
            exists && held.iter().any(|h| h.person.name == staff)
        };
        let held = members.into_iter().flatten().filter(held);
        held.map(|at| self.subject(*at)).collect()
    }

    fn subject(&self, at: usize) -> Label {
        let subject = &self.plan.subjects[at];
        label(&subject.id.name, &subject.name)
    }
}
