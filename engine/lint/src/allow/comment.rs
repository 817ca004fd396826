//! The comments of a YAML text, and what they allow.

use std::ops::Range;

use luoshi_plan::{Node, NodeKind};

/// One comment, from its `#` to the end of its line.
pub(super) struct Comment<'t> {
    text: &'t str,
    /// Where it stands.
    pub(super) range: Range<usize>,
    /// Whether nothing stands before it on its line.
    pub(super) alone: bool,
}

/// The codes that a comment names, each with its place, and the reason.
pub(super) struct Words<'t> {
    pub(super) codes: Vec<(&'t str, Range<usize>)>,
    pub(super) reason: &'t str,
}

/// Every comment of a text. A `#` inside a scalar of its tree is none.
pub(super) fn comments<'t>(text: &'t str, tree: &Node) -> Vec<Comment<'t>> {
    let mut scalars = Vec::new();
    gather(tree, &mut scalars);
    scalars.sort_by_key(|range| range.start);
    let mut comments = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let (from, words) = (start, line.trim_end());
        start += line.len();
        let signs = words.match_indices('#').map(|(at, _)| at);
        let begins = |at: &usize| words[..*at].ends_with([' ', '\t']) || *at == 0;
        let free = |at: &usize| !inside(&scalars, from + at);
        if let Some(at) = signs.into_iter().find(|at| begins(at) && free(at)) {
            comments.push(Comment {
                text: &words[at..],
                range: from + at..from + words.len(),
                alone: words[..at].trim().is_empty(),
            });
        }
    }
    comments
}

fn inside(scalars: &[Range<usize>], at: usize) -> bool {
    let before = scalars.partition_point(|range| range.start <= at);
    before > 0 && scalars[before - 1].contains(&at)
}

fn gather(node: &Node, scalars: &mut Vec<Range<usize>>) {
    match &node.kind {
        NodeKind::Scalar { .. } | NodeKind::Undecided(_) => {
            scalars.push(node.place.start..node.place.end)
        }
        NodeKind::List(items) => items.iter().for_each(|item| gather(item, scalars)),
        NodeKind::Map(entries) => entries.iter().for_each(|(key, value)| {
            scalars.push(key.place.start..key.place.end);
            gather(value, scalars);
        }),
    }
}

const LEADS: [&str; 4] = ["luoshi:", "luoshi：", "落实:", "落实："];
const VERBS: [&str; 2] = ["allow", "允许"];
/// What stands between codes.
const COMMAS: [char; 3] = [',', '，', '、'];
/// What may stand between the codes and the reason.
const DASHES: [char; 5] = [':', '：', ' ', '—', '\t'];

impl<'t> Comment<'t> {
    /// What the comment allows, if it is one that does.
    pub(super) fn allowed(&self) -> Option<Words<'t>> {
        let rest = self.text.trim_start_matches('#').trim_start();
        let rest = LEADS
            .iter()
            .find_map(|lead| rest.strip_prefix(lead))?
            .trim_start();
        let mut rest = VERBS.iter().find_map(|verb| rest.strip_prefix(verb))?;
        let mut codes = Vec::new();
        loop {
            rest = rest.trim_start();
            let ends =
                |c: char| c.is_whitespace() || COMMAS.contains(&c) || matches!(c, ':' | '：');
            let (code, after) = rest.split_at(rest.find(ends).unwrap_or(rest.len()));
            if !code.is_empty() {
                let start = self.range.start + (self.text.len() - rest.len());
                codes.push((code, start..start + code.len()));
            }
            let next = after.trim_start();
            match next.strip_prefix(COMMAS) {
                Some(more) => rest = more,
                None => {
                    let reason = next.trim_start_matches(DASHES).trim_end();
                    return Some(Words { codes, reason });
                }
            }
        }
    }
}
