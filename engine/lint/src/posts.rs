//! Posts and who holds them: a role, once or for each subject of a set.

use jiff::ToSpan;
use jiff::civil::Date;
use luoshi_calendar::Span;
use luoshi_plan::Plan;
use luoshi_plan::model::{Holder, Role};

/// One post: a role, and the subject that it stands for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Post<'a> {
    pub(crate) role: &'a Role,
    /// Index into the subjects of the plan.
    pub(crate) subject: Option<usize>,
}

/// Every post of a role: one, or one for each subject of its set.
pub(crate) fn posts<'a>(plan: &'a Plan, role: &'a Role) -> Vec<Post<'a>> {
    match &role.for_each {
        None => vec![Post {
            role,
            subject: None,
        }],
        Some(set) => {
            let members = plan.sets.get(&set.name).into_iter().flatten();
            let post = |at: &usize| Post {
                role,
                subject: Some(*at),
            };
            members.map(post).collect()
        }
    }
}

impl<'a> Post<'a> {
    /// The days on which the post exists within the plan.
    pub(crate) fn life(self, plan: &Plan) -> Option<Span> {
        let Some(at) = self.subject else {
            return Some(plan.span);
        };
        let subject = &plan.subjects[at];
        let from = subject.from.unwrap_or(plan.span.from);
        let to = subject.to.unwrap_or(plan.span.to);
        Span::new(from, to)?.intersect(plan.span)
    }

    /// Everyone who holds it at some time, acting or not.
    pub(crate) fn holders(self, plan: &'a Plan) -> impl Iterator<Item = &'a Holder> {
        let id = self.subject.map(|at| plan.subjects[at].id.name.as_str());
        plan.content.holders.iter().filter(move |holder| {
            let of = holder.subject.as_ref().map(|subject| subject.name.as_str());
            holder.role.name == self.role.id.name && of.is_none_or(|of| Some(of) == id)
        })
    }

    /// Who holds it on a day.
    pub(crate) fn held_on(self, plan: &'a Plan, day: Date) -> impl Iterator<Item = &'a Holder> {
        self.holders(plan).filter(move |holder| {
            let (from, to) = term(plan, holder);
            from <= day && day <= to
        })
    }

    /// The spans of its life in which nobody holds it.
    pub(crate) fn gaps(self, plan: &Plan) -> Vec<Span> {
        let Some(life) = self.life(plan) else {
            return Vec::new();
        };
        let mut terms: Vec<(Date, Date)> = self
            .holders(plan)
            .map(|holder| term(plan, holder))
            .collect();
        terms.sort_unstable();
        let mut gaps = Vec::new();
        let mut free = Some(life.from);
        for (from, to) in terms {
            let Some(start) = free else { break };
            let before = from.checked_sub(1.day()).unwrap_or(from);
            gaps.extend(Span::new(start, before.min(life.to)).filter(|_| from > start));
            free = to.checked_add(1.day()).ok().map(|next| next.max(start));
        }
        let rest = free.and_then(|start| Span::new(start, life.to));
        gaps.into_iter().chain(rest).collect()
    }
}

fn term(plan: &Plan, holder: &Holder) -> (Date, Date) {
    (
        holder.from.unwrap_or(plan.span.from),
        holder.to.unwrap_or(Date::MAX),
    )
}
