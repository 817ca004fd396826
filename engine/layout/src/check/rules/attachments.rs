//! 7.3.4 and 7.3.7: the note that lists the attachments, and the attachments.

use super::{Rule, rule};
use crate::check::judge::{Context, Verdict};
use crate::check::look::{Class, class};
use crate::check::properties::Align;
use crate::check::report::Strength::Required;
use crate::check::report::Why;
use crate::check::words::heading;

pub(super) const RULES: &[Rule] = &[
    rule("attachments-note-indent", "7.3.4", Required, note_indent),
    rule(
        "attachments-note-blank-line",
        "7.3.4",
        Required,
        note_blank_line,
    ),
    rule("attachments-note-colon", "7.3.4", Required, note_colon),
    rule("attachments-note-numbers", "7.3.4", Required, note_numbers),
    rule(
        "attachments-note-punctuation",
        "7.3.4",
        Required,
        note_punctuation,
    ),
    rule("attachments-match", "7.3.7", Required, matching),
    rule("attachment-page", "7.3.7", Required, new_page),
    rule("attachment-head", "7.3.7", Required, head),
    rule("attachment-title", "7.3.7", Required, title),
];

/// The names that the note lists, with whether each has a number.
fn names(cx: &Context<'_>) -> Vec<(usize, bool, String)> {
    let mut names: Vec<(usize, bool, String)> = Vec::new();
    for (nth, at) in cx.found.attachments_note.iter().enumerate() {
        for line in cx.text(*at).split('\n') {
            let line = if nth == 0 { behind_label(line) } else { line };
            let line = line.trim();
            match heading(line) {
                Some(mark) if mark.level == 3 => {
                    let name = line.get(mark.text.len()..).unwrap_or_default();
                    names.push((*at, true, name.trim().to_owned()));
                }
                _ if names.is_empty() => names.push((*at, false, line.to_owned())),
                // A name goes on over lines.
                _ => {
                    if let Some((_, _, name)) = names.last_mut() {
                        name.push_str(line);
                    }
                }
            }
        }
    }
    names
}

fn behind_label(text: &str) -> &str {
    let text = text.trim_start_matches(['附', '件']).trim_start();
    text.trim_start_matches(['：', ':']).trim_start()
}

fn note_indent(cx: &Context<'_>, out: &mut Verdict) {
    if let Some(at) = cx.found.attachments_note.first() {
        let opening = cx.paragraph(*at).opening();
        out.judge((170..=230).contains(&opening), cx.spot(*at), Vec::new());
    }
}

fn note_blank_line(cx: &Context<'_>, out: &mut Verdict) {
    if let (Some(at), Some(body)) = (cx.found.attachments_note.first(), cx.found.body.last()) {
        cx.judge_gap(out, *body, *at, 1);
    }
}

fn note_colon(cx: &Context<'_>, out: &mut Verdict) {
    if let Some(at) = cx.found.attachments_note.first() {
        out.judge(cx.text(*at).starts_with("附件："), cx.spot(*at), Vec::new());
    }
}

/// Several attachments are numbered 1. 2.; one is not.
fn note_numbers(cx: &Context<'_>, out: &mut Verdict) {
    let names = names(cx);
    let Some((at, _, _)) = names.first() else {
        return;
    };
    let several = names.len() > 1 || cx.found.attachments.len() > 1;
    let numbered = names.iter().all(|(_, numbered, _)| *numbered);
    let found = vec![("how", if several { "several" } else { "one" }.into())];
    out.judge(numbered == several, cx.spot(*at), found);
}

fn note_punctuation(cx: &Context<'_>, out: &mut Verdict) {
    for (at, _, name) in names(cx) {
        let closed = name.ends_with(['。', '；', '，', '、', ';', ',', '.']);
        out.judge(!closed, cx.spot(at), vec![("text", name.into())]);
    }
}

/// As many attachments as the note lists, under the names that it gives.
fn matching(cx: &Context<'_>, out: &mut Verdict) {
    let names = names(cx);
    let heads = &cx.found.attachments;
    match (names.first(), heads.first()) {
        (Some(_), None) => return out.cannot_tell(Why::Apart),
        (None, Some(head)) if cx.found.form.is_some() => {
            return out.breaks(
                cx.spot(*head),
                vec![("how", "unlisted".into()), ("text", "".into())],
            );
        }
        (None, _) => return,
        (Some(_), Some(_)) => {}
    }
    if names.len() != heads.len() {
        let counts = format!("{}/{}", names.len(), heads.len());
        let found = vec![("how", "count".into()), ("text", counts.into())];
        return out.breaks(cx.spot(heads[0]), found);
    }
    for ((_, _, name), head) in names.iter().zip(heads) {
        let title = title_of(cx, *head);
        let Some((at, title)) = title else {
            out.cannot_tell(Why::Placed);
            continue;
        };
        let squeezed = |t: &str| -> String { t.chars().filter(|c| c.is_alphanumeric()).collect() };
        let same = squeezed(&title).starts_with(&squeezed(name));
        let found = vec![("how", "name".into()), ("text", title.into())];
        out.judge(same, cx.spot(at), found);
    }
}

/// The title of an attachment: the centred or large lines below its head.
fn title_of(cx: &Context<'_>, head: usize) -> Option<(usize, String)> {
    let shown = (head + 1..cx.paper.paragraphs.len()).filter(|at| !cx.text(*at).is_empty());
    let is_title = |at: &usize| {
        let p = cx.paragraph(*at);
        p.table.is_none() && (p.look.align == Align::Centre || p.main.size >= 36)
    };
    let lines: Vec<usize> = shown.take(4).take_while(is_title).collect();
    let text = lines
        .iter()
        .map(|at| cx.text(*at).replace('\n', ""))
        .collect();
    Some((*lines.first()?, text))
}

fn new_page(cx: &Context<'_>, out: &mut Verdict) {
    for at in &cx.found.attachments {
        out.judge(cx.paragraph(*at).new_page, cx.spot(*at), Vec::new());
    }
}

/// 3号黑体, flush, without a colon.
fn head(cx: &Context<'_>, out: &mut Verdict) {
    for at in &cx.found.attachments {
        let paragraph = cx.paragraph(*at);
        let look = &paragraph.main;
        let left = matches!(paragraph.look.align, Align::Left | Align::Both);
        let how = if !left || paragraph.opening().abs() >= 50 {
            "indent"
        } else if look.size != 32 {
            "size"
        } else if look.east.is_empty() {
            out.cannot_tell(Why::NoFont);
            continue;
        } else if class(&look.east) != Class::Hei {
            "font"
        } else if cx.text(*at).ends_with(['：', ':']) {
            "colon"
        } else {
            out.keeps();
            continue;
        };
        out.breaks(cx.spot(*at), vec![("how", how.into())]);
    }
}

/// Centred, on the third line of the page.
fn title(cx: &Context<'_>, out: &mut Verdict) {
    for head in &cx.found.attachments {
        match title_of(cx, *head) {
            Some((at, _)) => cx.judge_gap(out, *head, at, 1),
            None => out.cannot_tell(Why::Placed),
        }
    }
}
