//! 版头: what stands above the title.

use luoshi_plan::model::DocumentForm;

use super::{Elements, RuleLine, line_of};
use crate::check::double_line::double_lines;
use crate::check::look::is_red;
use crate::check::paper::{Paper, Paragraph};
use crate::check::report::Element;
use crate::check::words::number;

/// The head ends within this many paragraphs that show something.
const WITHIN: usize = 16;
/// 一号, 26 pt: a masthead is larger than any title.
const LARGE: i64 = 52;

/// Recognises the head; what is left begins with the title.
pub(super) fn recognise<'a>(
    paper: &Paper,
    shown: &'a [usize],
    found: &mut Elements,
) -> &'a [usize] {
    let text = |at: usize| paper.paragraphs[at].trimmed();
    let early = &shown[..shown.len().min(WITHIN)];
    found.number = early.iter().find_map(|at| Some((*at, number(text(*at))?)));
    found.signatory = early
        .iter()
        .copied()
        .find(|at| text(*at).contains("签发人"));
    let last = found
        .number
        .as_ref()
        .map(|(at, _)| *at)
        .max(found.signatory);
    let mut next = 0;
    while let Some(at) = early.get(next).copied() {
        let paragraph = &paper.paragraphs[at];
        if let Some(mark) =
            mark(text(at)).filter(|_| found.masthead.is_empty() && number(text(at)).is_none())
        {
            found.marks.push((at, mark));
        } else if is_masthead(paragraph, &found.masthead, paper) {
            found.masthead.push(at);
        } else if last.is_none_or(|last| at > last) {
            break;
        }
        next += 1;
    }
    let until = shown.get(next).copied().unwrap_or(paper.paragraphs.len());
    found.rule = rule(paper, found, until);
    &shown[next..]
}

/// Red and large, or so large that no title is and named as a masthead is; a second one only beside the first.
fn is_masthead(paragraph: &Paragraph, before: &[usize], paper: &Paper) -> bool {
    const ENDS: [&str; 8] = [
        "文件",
        "纪要",
        "政府",
        "委员会",
        "办公室",
        "局",
        "党委",
        "镇委",
    ];
    let look = &paragraph.main;
    let named = ENDS.iter().any(|end| paragraph.trimmed().ends_with(end));
    let large = (look.size >= LARGE && named) || (is_red(&look.colour) && look.size >= 36);
    let same = |at: &usize| is_red(&paper.paragraphs[*at].main.colour) == is_red(&look.colour);
    large && before.first().is_none_or(same)
}

/// 份号, 密级 and 紧急程度, by their words.
fn mark(text: &str) -> Option<Element> {
    let words: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let digits = words.bytes().all(|b| b.is_ascii_digit()) && (4..=8).contains(&words.len());
    if digits {
        return Some(Element::CopyNumber);
    }
    if words.chars().count() > 12 {
        return None;
    }
    let begins = |with: &[&str]| with.iter().any(|w| words.starts_with(w));
    if begins(&["绝密", "机密", "秘密"]) {
        Some(Element::Secrecy)
    } else if begins(&["特急", "加急", "特提", "平急", "急件", "紧急"]) {
        Some(Element::Urgency)
    } else {
        None
    }
}

/// The line that parts head and text: before the title, and beside or below the number or masthead.
fn rule(paper: &Paper, found: &Elements, until: usize) -> Option<RuleLine> {
    let number = found.number.as_ref().map(|(at, _)| *at);
    let from = number.or(found.masthead.last().copied())?;
    let end = (until + 1).min(paper.paragraphs.len());
    (from..end)
        .chain(found.masthead.iter().copied())
        .find_map(|at| line_of(paper, at))
}

/// The layout: by the masthead, the lines, and where the number stands.
pub(super) fn form(paper: &Paper, found: &Elements) -> Option<DocumentForm> {
    let masthead = found
        .masthead
        .last()
        .map(|at| paper.paragraphs[*at].trimmed());
    if masthead.is_some_and(|text| text.ends_with("纪要")) {
        return Some(DocumentForm::Minutes);
    }
    if !double_lines(paper).is_empty() && masthead.is_none_or(|text| !text.ends_with("文件")) {
        return Some(DocumentForm::Letter);
    }
    let any = masthead.is_some() || found.number.is_some() || found.signatory.is_some();
    any.then_some(DocumentForm::Official)
}
