//! `role-without-holder`: a post that nobody holds, now or for a while: what is due from it is due
//! from nobody.

use luoshi_calendar::Span;
use luoshi_diagnostics::{Code, Note, Place};
use luoshi_plan::Plan;
use luoshi_plan::model::Role;

use crate::context::Context;
use crate::posts::{Post, posts};
use crate::uses::roles_in_use;

/// Posts that are named; the others are counted.
const SHOWN: usize = 5;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    // A package leaves it to the plans who acts.
    if cx.package {
        return;
    }
    let used = roles_in_use(cx.content());
    let roles = cx.content().roles.iter();
    let roles: Vec<&Role> = roles
        .filter(|role| used.contains(role.id.name.as_str()))
        .collect();
    if cx.content().holders.is_empty() {
        notes.extend(nobody_at_all(cx, &roles));
        return;
    }
    for role in roles {
        let vacant: Vec<(Post<'_>, Span)> = vacancies(cx.plan, role);
        notes.extend(note(cx, role, &vacant));
    }
}

/// A plan that names no holders yet has one thing to do, not one for each role.
fn nobody_at_all(cx: &Context<'_>, roles: &[&Role]) -> Option<Note> {
    let first = roles
        .iter()
        .find(|role| cx.own(&role.id.place))
        .or(roles.first())?;
    let count = i64::try_from(roles.len()).unwrap_or(i64::MAX);
    let note = cx.note(Code::RoleWithoutHolder, &first.id.place, &[]);
    let note = note.arg("how", "nobody").arg("role", first.name.as_str());
    Some(note.arg("count", count).arg("list", Vec::new()))
}

/// The vacancies of each post that last longer than a hand-over may.
fn vacancies<'a>(plan: &'a Plan, role: &'a Role) -> Vec<(Post<'a>, Span)> {
    let links = plan.content.chains.iter().flat_map(|chain| &chain.links);
    let to_role = links.filter(|link| link.to.name == role.id.name);
    let allowed = to_role
        .map(|link| i64::from(link.vacancy))
        .max()
        .unwrap_or(0);
    let long = |gap: &Span| {
        let before = gap.from.yesterday().unwrap_or(gap.from);
        plan.workdays.count(before, gap.to) > allowed
    };
    let of_post = |post: Post<'a>| {
        let gaps = post.gaps(plan).into_iter().filter(long);
        gaps.map(move |gap| (post, gap)).collect::<Vec<_>>()
    };
    posts(plan, role).into_iter().flat_map(of_post).collect()
}

fn note(cx: &Context<'_>, role: &Role, vacant: &[(Post<'_>, Span)]) -> Option<Note> {
    let (first, _) = vacant.first()?;
    let named = |(post, gap): &(Post<'_>, Span)| {
        let subject = post.subject.map(|at| cx.plan.subjects[at].name.as_str());
        let whole = Some(*gap) == post.life(cx.plan);
        let term = (!whole).then(|| format!("{}–{}", gap.from, gap.to));
        match (subject, term) {
            (Some(subject), Some(term)) => format!("{subject} {term}"),
            (Some(subject), None) => subject.to_owned(),
            (None, term) => term.unwrap_or_default(),
        }
    };
    let mut list: Vec<String> = vacant.iter().take(SHOWN).map(named).collect();
    if vacant.len() > SHOWN {
        list.push("…".to_owned());
    }
    let how = match (first.subject, list.first().map(String::as_str)) {
        (Some(_), _) => "subjects",
        (None, Some("")) => "whole",
        (None, _) => "part",
    };
    let count = i64::try_from(vacant.len()).unwrap_or(i64::MAX);
    let note = Note::new(Code::RoleWithoutHolder).at(place(cx, role, vacant));
    let note = note.arg("how", how).arg("role", role.name.as_str());
    Some(note.arg("count", count).arg("list", list))
}

/// The line of a holder after or before whom there is nobody; where nobody ever holds the post, the role.
fn place(cx: &Context<'_>, role: &Role, vacant: &[(Post<'_>, Span)]) -> Place {
    let mut holders = vacant.iter().flat_map(|(post, gap)| {
        let before = post
            .holders(cx.plan)
            .filter(|holder| holder.to.is_some_and(|to| to < gap.from));
        let last = before.max_by_key(|holder| holder.to);
        last.or_else(|| post.holders(cx.plan).min_by_key(|holder| holder.from))
    });
    let holder = holders.find(|holder| cx.own(&holder.role.place));
    holder
        .map_or(&role.id.place, |holder| &holder.role.place)
        .clone()
}
