//! 9 and the Regulations: what the text says.

use luoshi_plan::model::DocumentKind;

use super::{Rule, rule};
use crate::check::judge::{Context, Verdict};
use crate::check::report::Strength::{Practice, Required};

pub(super) const RULES: &[Rule] = &[
    rule("straight-quotes", "9", Required, straight_quotes),
    rule("half-width-punctuation", "9", Required, half_width),
    rule(
        "request-in-report",
        "条例 15(4)",
        Required,
        request_in_report,
    ),
    rule("closing-request", "条例 15", Practice, closing_request),
    rule("closing-report", "条例 15", Practice, closing_report),
    rule("no-text-page", "7.3.5.5", Practice, no_text_page),
];

fn is_han(sign: char) -> bool {
    matches!(sign, '\u{3400}'..='\u{9FFF}' | '〇')
}

/// Judges every paragraph of the text by a sign that stands beside Chinese.
fn each_sign(
    cx: &Context<'_>,
    out: &mut Verdict,
    wrong: impl Fn(Option<char>, char, Option<char>) -> bool,
) {
    for (at, paragraph) in cx.paper.paragraphs.iter().enumerate() {
        let signs: Vec<char> = paragraph.text.chars().collect();
        let found = (0..signs.len()).find(|nth| {
            let before = nth.checked_sub(1).and_then(|n| signs.get(n)).copied();
            wrong(before, signs[*nth], signs.get(nth + 1).copied())
        });
        if let Some(nth) = found {
            let from = nth.saturating_sub(4);
            let around: String = signs[from..(nth + 5).min(signs.len())].iter().collect();
            out.breaks(cx.spot(at), vec![("text", around.into())]);
        }
    }
    if out.broken.is_empty() && !cx.found.body.is_empty() {
        out.keeps();
    }
}

fn straight_quotes(cx: &Context<'_>, out: &mut Verdict) {
    each_sign(cx, out, |before, sign, after| {
        let beside = before.is_some_and(is_han) || after.is_some_and(is_han);
        matches!(sign, '"' | '\'') && beside
    });
}

/// Of commas and the like between Chinese characters; digits and letters have their own.
fn half_width(cx: &Context<'_>, out: &mut Verdict) {
    each_sign(cx, out, |before, sign, after| {
        let behind = after.is_none_or(|c| is_han(c) || c.is_whitespace());
        matches!(sign, ',' | ';' | ':' | '?' | '!') && before.is_some_and(is_han) && behind
    });
}

const REQUESTS: [&str; 9] = [
    "妥否，请",
    "当否，请",
    "可否，请",
    "是否妥当，请",
    "请予批准",
    "请予审批",
    "请批复",
    "请予批复",
    "恳请批准",
];

fn request_in_report(cx: &Context<'_>, out: &mut Verdict) {
    if cx.found.kind != Some(DocumentKind::Report) || cx.found.form.is_none() {
        return;
    }
    for at in &cx.found.body {
        let text = cx.text(*at);
        if let Some(words) = REQUESTS.iter().find(|words| text.contains(**words)) {
            out.breaks(cx.spot(*at), vec![("text", (*words).into())]);
        }
    }
    if out.broken.is_empty() {
        out.keeps();
    }
}

/// The last sentence of the body.
fn closing(cx: &Context<'_>, out: &mut Verdict, kind: DocumentKind, endings: &[&str]) {
    let (Some(last), true) = (cx.found.body.last(), cx.found.kind == Some(kind)) else {
        return;
    };
    let text = cx.text(*last).trim_end_matches(['。', '！', '.']);
    let holds = endings.iter().any(|ending| text.ends_with(ending));
    out.judge(holds, cx.spot(*last), Vec::new());
}

fn closing_request(cx: &Context<'_>, out: &mut Verdict) {
    let endings = [
        "请批示",
        "请审示",
        "请批复",
        "请审批",
        "请批准",
        "请予批准",
        "请予批复",
        "请示",
    ];
    closing(cx, out, DocumentKind::Request, &endings);
}

fn closing_report(cx: &Context<'_>, out: &mut Verdict) {
    let endings = [
        "特此报告",
        "请审阅",
        "请查收",
        "此报告",
        "请予审议",
        "请审议",
    ];
    closing(cx, out, DocumentKind::Report, &endings);
}

fn no_text_page(cx: &Context<'_>, out: &mut Verdict) {
    let said = (0..cx.paper.paragraphs.len()).find(|at| cx.text(*at).contains("此页无正文"));
    match said {
        Some(at) => out.breaks(cx.spot(at), Vec::new()),
        None => out.keeps(),
    }
}
