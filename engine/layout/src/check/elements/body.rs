//! 主体: title, addressee, body, headings, attendance.

use super::{Elements, flows, kind_named};
use crate::check::paper::{Paper, Paragraph, Part};
use crate::check::properties::Align;
use crate::check::words::{heading, number};

/// 小二, 18 pt: text as large as this is no body text.
const TITLE_FROM: i64 = 36;
/// A title of more lines than this is none.
const TITLE_LINES: usize = 6;

/// Recognises the title; what is left begins behind it.
pub(super) fn title<'a>(paper: &Paper, rest: &'a [usize], found: &mut Elements) -> &'a [usize] {
    let first = rest.first().map(|at| &paper.paragraphs[*at]);
    let Some(first) = first.filter(|p| is_title(p)) else {
        return rest;
    };
    let alike = |p: &Paragraph| {
        is_title(p) && p.main.size == first.main.size && p.look.align == first.look.align
    };
    let lines = rest.iter().take_while(|at| alike(&paper.paragraphs[**at]));
    let lines = lines.take(TITLE_LINES).count();
    found.title = rest[..lines].to_vec();
    &rest[lines..]
}

fn is_title(paragraph: &Paragraph) -> bool {
    let text = paragraph.trimmed();
    let large = paragraph.main.size >= TITLE_FROM;
    let sentence = text.contains('。') || text.ends_with(['：', ':', '；']);
    let centred = paragraph.look.align == Align::Centre && !text.starts_with(['（', '(']);
    let named = kind_named(text).is_some() && text.contains("关于");
    let could = large || centred || named;
    could && !sentence && number(text).is_none() && paragraph.part != Part::Table
}

/// Recognises what stands between the title and the signature.
pub(super) fn recognise(paper: &Paper, rest: &[usize], found: &mut Elements) {
    let mut rest = rest;
    if let Some(at) = rest
        .first()
        .filter(|at| !found.title.is_empty() && is_addressee(&paper.paragraphs[**at]))
    {
        found.addressee = Some(*at);
        rest = &rest[1..];
    }
    let rest = attachments_note(paper, rest, found);
    for at in rest
        .iter()
        .copied()
        .filter(|at| flows(&paper.paragraphs[*at]))
    {
        let text = paper.paragraphs[at].trimmed();
        if is_attendance(text) {
            found.attendance.push(at);
            continue;
        }
        found.body.push(at);
        if let Some(mark) = heading(text) {
            found.headings.push((at, mark));
        }
    }
}

/// Flush left, short, no sentence, and closed with a colon or naming units.
fn is_addressee(paragraph: &Paragraph) -> bool {
    const UNITS: [&str; 20] = [
        "政府",
        "委员会",
        "办公室",
        "局",
        "村",
        "社区",
        "单位",
        "部门",
        "所",
        "站",
        "中心",
        "党委",
        "支部",
        "公司",
        "学校",
        "镇",
        "乡",
        "县",
        "委",
        "组",
    ];
    let text = paragraph.trimmed();
    let long = text.chars().count();
    if !flows(paragraph) || long > 150 || text.contains('。') || heading(text).is_some() {
        return false;
    }
    let bare = text.trim_end_matches(['：', ':', '，', '；']);
    let closed = text.ends_with(['：', ':']);
    let names = UNITS.iter().any(|unit| bare.ends_with(unit)) || bare.ends_with('）');
    let listed = bare.contains('、') || bare.contains('，') || long <= 30;
    // A closed line further in may introduce a list as well as name units.
    closed && (names || paragraph.opening() < 100) || names && listed && paragraph.opening() < 100
}

fn is_attendance(text: &str) -> bool {
    let words: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .take(5)
        .collect();
    let labels = ["出席", "请假", "列席", "缺席"];
    labels.iter().any(|label| {
        let after = words.strip_prefix(label);
        after.is_some_and(|after| {
            let after = after.strip_prefix("人员").unwrap_or(after);
            after.starts_with(['：', ':'])
        })
    })
}

/// 附件说明: the last lines, from 附件 and a colon or number on.
fn attachments_note<'a>(paper: &Paper, rest: &'a [usize], found: &mut Elements) -> &'a [usize] {
    const LINES: usize = 20;
    let from = rest.len().saturating_sub(LINES);
    let begins =
        |at: &usize| flows(&paper.paragraphs[*at]) && opens_note(paper.paragraphs[*at].trimmed());
    let Some(start) = rest[from..].iter().position(begins) else {
        return rest;
    };
    let (body, note) = rest.split_at(from + start);
    let lists = |at: &&usize| !paper.paragraphs[**at].trimmed().starts_with(['（', '(']);
    found.attachments_note = note.iter().take_while(lists).copied().collect();
    body
}

fn opens_note(text: &str) -> bool {
    let Some(after) = text
        .strip_prefix("附件")
        .or_else(|| text.strip_prefix('附'))
    else {
        return false;
    };
    let after = after.trim_start();
    let listed = after.starts_with(['：', ':']);
    let numbered =
        text.starts_with("附件") && after.chars().count() > 3 && heading(after).is_some();
    listed || numbered
}
