//! Chains as trees of text, and the ways up and down.

use luoshi_diagnostics::{Args, Messages};
use luoshi_rules::Label;
use unicode_width::UnicodeWidthStr;

use super::{Branch, ChainTree, Chains, Climb, Gap, Lack, Over, Post, Step, TreeOf};
use crate::reader::shown;
use crate::table::{WIDTH, paragraph, wrap};

/// All trees, then the gaps.
#[must_use]
pub fn chain_text(chains: &Chains, words: Messages) -> String {
    let mut out = title(chains, words, "chain-title", &shown(&chains.plan));
    for tree in &chains.trees {
        out.push('\n');
        paragraph(&mut out, "", 2, &tree_title(tree, words));
        for root in &tree.roots {
            let writer = Writer {
                words,
                named: false,
            };
            writer.branch(&mut out, "  ", "  ", root);
        }
    }
    write_gaps(&mut out, words, &chains.gaps);
    out
}

/// Everybody and everything below a role.
#[must_use]
pub fn descent_text(chains: &Chains, words: Messages) -> String {
    let roots = || chains.trees.iter().flat_map(|tree| &tree.roots);
    let name = roots().next().map_or_else(String::new, |b| shown(&b.role));
    let mut out = title(chains, words, "chain-down-title", &name);
    out.push('\n');
    let writer = Writer { words, named: true };
    for root in roots() {
        writer.branch(&mut out, "  ", "  ", root);
    }
    write_gaps(&mut out, words, &chains.gaps);
    out
}

/// Everybody who answers, step by step.
#[must_use]
pub fn climb_text(chains: &Chains, climb: &Climb, words: Messages) -> String {
    let mut out = title(chains, words, "chain-up-title", &shown(&climb.from));
    out.push('\n');
    if climb.steps.is_empty() {
        paragraph(&mut out, "  ", 2, &words.word("chain-up-nobody"));
    }
    for (at, steps) in climb.steps.iter().enumerate() {
        for step in steps {
            write_step(&mut out, words, at + 1, step);
        }
    }
    write_gaps(&mut out, words, &climb.gaps);
    out
}

fn title(chains: &Chains, words: Messages, key: &str, name: &str) -> String {
    let mut out = String::new();
    let args = vec![
        ("name", name.into()),
        ("place", chains.place.as_str().into()),
        ("day", chains.day.to_string().into()),
    ];
    paragraph(&mut out, "", 0, &words.text(key, &args));
    out
}

/// What a tree is called: the chain with its clauses, the relations, or the role at its top.
pub(super) fn tree_title(tree: &ChainTree, words: Messages) -> String {
    let (name, clauses) = match &tree.of {
        TreeOf::Relations => return words.word("chain-relations"),
        TreeOf::Below(role) => (role, &[][..]),
        TreeOf::Chain(chain, clauses) => (chain, clauses.as_slice()),
    };
    let args = vec![
        ("name", shown(name).into()),
        ("id", name.id.as_str().into()),
        ("clauses", clauses.to_vec().into()),
    ];
    let key = if clauses.is_empty() {
        "chain-name"
    } else {
        "chain-name-clauses"
    };
    words.text(key, &args)
}

struct Writer {
    words: Messages,
    /// Whether duties are named, not only counted.
    named: bool,
}

impl Writer {
    /// A role behind `first`, what belongs to it and those below it behind `rest`.
    fn branch(&self, out: &mut String, first: &str, rest: &str, branch: &Branch) {
        let stem = if branch.below.is_empty() {
            format!("{rest}    ")
        } else {
            format!("{rest}│   ")
        };
        let mut line = role_line(branch, self.words);
        let duties = !branch.duties.is_empty() && !branch.again;
        if duties && !self.named {
            let args = vec![("count", count(branch.duties.len()).into())];
            line.push_str(&self.words.text("chain-duties", &args));
        }
        prefixed(out, first, &stem, &line);
        if branch.set.is_some() && !branch.again {
            let room = WIDTH.saturating_sub(stem.width());
            for line in packed(&branch.posts, room, self.words) {
                out.push_str(&format!("{stem}{line}\n"));
            }
        }
        if duties && self.named {
            prefixed(out, &stem, &stem, &duties_line(&branch.duties, self.words));
        }
        for (at, below) in branch.below.iter().enumerate() {
            let (turn, on) = if at + 1 == branch.below.len() {
                ("└ ", "  ")
            } else {
                ("├ ", "│ ")
            };
            self.branch(out, &format!("{rest}{turn}"), &format!("{rest}{on}"), below);
        }
    }
}

/// 镇党委书记 PT001; or, with a post for each subject, 包村领导（每个村一人）.
fn role_line(branch: &Branch, words: Messages) -> String {
    let name = role_name(branch, words);
    if branch.again {
        return format!("{name}{}", words.word("chain-again"));
    }
    match branch.set {
        Some(_) => name,
        None => format!("{name} {}", posts_line(&branch.posts, words)),
    }
}

/// The role, and the set for each of whose subjects it is held.
pub(super) fn role_name(branch: &Branch, words: Messages) -> String {
    let role = shown(&branch.role);
    match &branch.set {
        None => role,
        Some(set) => words.text(
            "chain-role-each",
            &vec![("role", role.into()), ("set", shown(set).into())],
        ),
    }
}

/// PT003 东风村、新华村；PT004 河湾村.
fn posts_line(posts: &[Post], words: Messages) -> String {
    let parts: Vec<String> = posts.iter().map(|post| post_text(post, words)).collect();
    if parts.is_empty() {
        return words.word("chain-no-subjects");
    }
    parts.join(&words.word("chain-semicolon"))
}

/// The posts in lines, as many to a line as there is room for; a line ends between two of them.
pub(super) fn packed(posts: &[Post], room: usize, words: Messages) -> Vec<String> {
    if posts.is_empty() {
        return vec![words.word("chain-no-subjects")];
    }
    let between = words.word("chain-semicolon");
    let mut lines: Vec<String> = Vec::new();
    for post in posts {
        let text = post_text(post, words);
        let used = between.width() + text.width();
        match lines.last_mut() {
            // Room is left for the mark that ends the line.
            Some(line) if line.width() + used + between.width() <= room => {
                line.push_str(&between);
                line.push_str(&text);
            }
            Some(line) => {
                line.push_str(between.trim_end());
                lines.extend(wrap(&text, room.saturating_sub(between.width())));
            }
            None => lines.extend(wrap(&text, room.saturating_sub(between.width()))),
        }
    }
    lines
}

/// A holder with the subjects.
pub(super) fn post_text(post: &Post, words: Messages) -> String {
    let holder = holder(post, words);
    if post.subjects.is_empty() {
        return holder;
    }
    format!("{holder} {}", words.list(&names(&post.subjects)))
}

fn holder(post: &Post, words: Messages) -> String {
    match (&post.holder, post.acting) {
        (None, _) => words.word("answers-vacant"),
        (Some(staff), false) => staff.clone(),
        (Some(staff), true) => {
            words.text("answers-acting", &vec![("staff", staff.as_str().into())])
        }
    }
}

fn duties_line(duties: &[Label], words: Messages) -> String {
    let args: Args = vec![
        ("count", count(duties.len()).into()),
        ("duties", names(duties).into()),
    ];
    words.text("chain-duties-named", &args)
}

fn write_step(out: &mut String, words: Messages, number: usize, step: &Step) {
    let args: Args = vec![
        ("role", shown(&step.role).into()),
        ("posts", posts_line(&step.posts, words).into()),
    ];
    let first = format!("{number:>3}  ");
    paragraph(out, &first, 7, &words.text("chain-step", &args));
    for over in &step.over {
        paragraph(out, "     ", 7, &over_text(over, words));
    }
    if !step.duties.is_empty() {
        paragraph(out, "     ", 7, &duties_line(&step.duties, words));
    }
}

fn over_text(over: &Over, words: Messages) -> String {
    let chains = names(&over.chains);
    let key = if chains.is_empty() {
        "chain-over"
    } else {
        "chain-over-by"
    };
    let args: Args = vec![
        ("role", shown(&over.role).into()),
        ("chains", chains.into()),
    ];
    words.text(key, &args)
}

fn write_gaps(out: &mut String, words: Messages, gaps: &[Gap]) {
    out.push('\n');
    if gaps.is_empty() {
        paragraph(out, "", 0, &words.word("chain-no-gaps"));
        return;
    }
    let args = vec![("count", count(gaps.len()).into())];
    paragraph(out, "", 0, &words.text("chain-gaps", &args));
    for gap in gaps {
        paragraph(out, "  ● ", 4, &gap_text(gap, words));
    }
}

/// A gap in one sentence.
pub(super) fn gap_text(gap: &Gap, words: Messages) -> String {
    let mut args: Args = vec![("role", shown(&gap.role).into())];
    let key = match &gap.lack {
        Lack::NoHolders => "gap-no-holders",
        Lack::Vacant { since: None } => "gap-vacant",
        Lack::Vacant { since: Some(day) } => {
            args.push(("since", day.to_string().into()));
            "gap-vacant-since"
        }
        Lack::Unheld { subjects, since } => {
            args.push(("subjects", names(subjects).into()));
            args.push((
                "since",
                since.map_or_else(String::new, |d| d.to_string()).into(),
            ));
            since.map_or("gap-unheld", |_| "gap-unheld-since")
        }
        Lack::Load {
            staff,
            subjects,
            allowed,
        } => {
            args.push(("staff", staff.as_str().into()));
            args.push(("count", count(subjects.len()).into()));
            args.push(("subjects", names(subjects).into()));
            args.push(("allowed", i64::from(*allowed).into()));
            "gap-load"
        }
        Lack::NoWayUp { duties } => {
            args.push(("count", count(duties.len()).into()));
            args.push(("duties", names(duties).into()));
            "gap-no-way-up"
        }
    };
    let text = words.text(key, &args);
    match &gap.chain {
        None => text,
        Some(chain) => {
            let args: Args = vec![("gap", text.into()), ("chain", shown(chain).into())];
            words.text("gap-in-chain", &args)
        }
    }
}

fn names(labels: &[Label]) -> Vec<String> {
    labels.iter().map(shown).collect()
}

pub(super) fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A paragraph whose lines after the first begin with `rest`.
fn prefixed(out: &mut String, first: &str, rest: &str, text: &str) {
    let room = WIDTH.saturating_sub(first.width().max(rest.width()));
    for (at, line) in wrap(text, room).iter().enumerate() {
        out.push_str(if at == 0 { first } else { rest });
        out.push_str(line);
        out.push('\n');
    }
}
