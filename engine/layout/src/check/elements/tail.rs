//! What closes a paper: signature, date, note, attachments, imprint.

use super::{Elements, flows};
use crate::check::paper::{Paper, Paragraph, is_space};
use crate::check::properties::Align;
use crate::check::words::date;

/// An imprint has few lines.
const IMPRINT_LINES: usize = 12;

/// 版记: the last paragraphs, from 抄送 or 印发 on.
pub(super) fn imprint<'a>(paper: &Paper, rest: &'a [usize], found: &mut Elements) -> &'a [usize] {
    let from = rest.len().saturating_sub(IMPRINT_LINES);
    let starts = |at: &usize| is_imprint(&squeezed(paper.paragraphs[*at].trimmed()));
    let Some(start) = rest[from..].iter().position(starts) else {
        return rest;
    };
    let mut start = from + start;
    // In two cells of a table the printing body stands before the day.
    let day = squeezed(paper.paragraphs[rest[start]].trimmed());
    let table = paper.paragraphs[rest[start]].table;
    while start > 0 && table.is_some() && !day.starts_with("抄送") {
        if paper.paragraphs[rest[start - 1]].table != table {
            break;
        }
        start -= 1;
    }
    found.imprint = rest[start..].to_vec();
    &rest[..start]
}

fn is_imprint(text: &str) -> bool {
    let begins = [
        "抄送：",
        "抄送:",
        "抄报：",
        "抄报:",
        "分送：",
        "主题词：",
        "主题词:",
    ];
    begins.iter().any(|word| text.starts_with(word))
        || text
            .strip_suffix("印发")
            .is_some_and(|t| t.ends_with(['日', '】']) && t.chars().count() < 60)
}

/// A text without its spaces.
pub(super) fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !is_space(*c)).collect()
}

/// 附件: from the first paragraph that says nothing but 附件 and its number.
pub(super) fn attachments<'a>(
    paper: &Paper,
    rest: &'a [usize],
    found: &mut Elements,
) -> &'a [usize] {
    let is_head = |at: &usize| {
        flows(&paper.paragraphs[*at]) && is_attachment(&squeezed(paper.paragraphs[*at].trimmed()))
    };
    let Some(first) = rest.iter().position(is_head) else {
        return rest;
    };
    // Without anything of the paper before it, the whole file is an attachment.
    if first == 0 && found.title.is_empty() {
        return rest;
    }
    found.attachments = rest[first..]
        .iter()
        .copied()
        .filter(|at| is_head(at))
        .collect();
    &rest[..first]
}

fn is_attachment(text: &str) -> bool {
    let Some(number) = text.strip_prefix("附件") else {
        return false;
    };
    let number = number.trim_end_matches(['：', ':']);
    number.chars().count() <= 2
        && number
            .chars()
            .all(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(c))
}

/// 署名, 成文日期 and 附注; what is left is the body.
pub(super) fn signature<'a>(paper: &Paper, rest: &'a [usize], found: &mut Elements) -> &'a [usize] {
    let text = |at: usize| paper.paragraphs[at].trimmed();
    let is_date = |at: &usize| date(text(*at)).is_some();
    // The last one that is a date: one under the title would be the first.
    let Some(at) = rest.iter().rposition(is_date).filter(|at| *at > 0) else {
        return rest;
    };
    found.date = Some(rest[at]);
    found.note = rest.get(at + 1).copied().filter(|at| is_note(text(*at)));
    let mut first = at;
    while first > 0 && at - first < 8 && is_signature(&paper.paragraphs[rest[first - 1]]) {
        first -= 1;
        // One body signs, unless the lines above are names of bodies as well.
        if !is_body_name(text(rest[first])) {
            break;
        }
    }
    found.signature = rest[first..at].to_vec();
    &rest[..first]
}

fn is_signature(paragraph: &Paragraph) -> bool {
    let text = paragraph.trimmed();
    // Two characters in, at the left: a paragraph of the body.
    let left = matches!(paragraph.look.align, Align::Left | Align::Both);
    if left && (150..=250).contains(&paragraph.opening()) {
        return false;
    }
    let long = text.chars().count();
    let closed = text.ends_with(['。', '：', ':', '；', '，', '！', '？', '、']);
    let label = text.starts_with("附件") || text.starts_with("（") || text.contains('《');
    (2..=40).contains(&long) && !closed && !label && !text.starts_with(|c: char| c.is_ascii_digit())
}

fn is_body_name(text: &str) -> bool {
    let text = squeezed(text);
    let ends = [
        "政府",
        "委员会",
        "办公室",
        "局",
        "委",
        "中心",
        "小组",
        "指挥部",
        "站",
        "所",
    ];
    ends.iter().any(|end| text.ends_with(end))
}

fn is_note(text: &str) -> bool {
    text.starts_with(['（', '('])
        || ["此件", "联系人", "联系电话"]
            .iter()
            .any(|begin| text.starts_with(begin))
}
