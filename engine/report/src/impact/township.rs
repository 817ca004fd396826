//! One township: what differs in its year.

use luoshi_diagnostics::render_text;
use luoshi_rules::{Change, Comparison, Turn, duty_of};

use super::{Compared, Impact, Replay, Stopped, Township, part};
use crate::burden::changes_text;
use crate::table::{Table, paragraph};
use crate::what_if::{WhatIf, changes, parameters, proposals, scores, section};

pub(super) fn township(of: &Impact<'_>, township: &Township<'_>) -> String {
    let mut out = String::new();
    let heading = |key: &str, as_of: String| {
        let args = [
            ("name", township.name.into()),
            ("folder", township.folder.into()),
            ("as_of", as_of.into()),
        ];
        of.say(key, args)
    };
    match &township.replay {
        Replay::Unconcerned => {
            let text = heading("impact-unconcerned", String::new());
            paragraph(&mut out, "", 0, &text);
        }
        Replay::Stopped(stopped) => {
            let key = match stopped.by_new {
                true => "impact-stopped-by-new",
                false => "impact-stopped",
            };
            paragraph(&mut out, "", 0, &heading(key, String::new()));
            out.push_str(&notes(of, stopped));
        }
        Replay::Compared(compared) => {
            let text = heading("impact-compared", compared.as_of().to_string());
            paragraph(&mut out, "", 0, &text);
            year(of, compared, &mut out);
        }
    }
    out
}

fn notes(of: &Impact<'_>, stopped: &Stopped<'_>) -> String {
    render_text(stopped.notes, stopped.sources, of.words, false)
}

fn year(of: &Impact<'_>, compared: &Compared<'_>, out: &mut String) {
    let versions = [
        ("name", of.new.name.into()),
        ("before", compared.version_before(of.new.name).into()),
        ("after", of.new.version.into()),
    ];
    paragraph(out, "  ", 2, &of.say("impact-versions", versions));
    for (asks, range) in compared.outside {
        let args = [
            ("asks", asks.as_str().into()),
            ("range", range.as_str().into()),
            ("version", of.new.version.into()),
        ];
        paragraph(out, "  ", 2, &of.say("impact-outside", args));
    }
    if let Some(label) = compared.after.reader(of.words).simulated() {
        paragraph(out, "  ", 2, &label);
    }
    if compared.is_same() {
        paragraph(out, "  ", 2, &of.word("impact-same"));
        return;
    }
    let asked = asked(of, compared);
    let reader = &compared.after.reader(of.words);
    let parts = [
        ("what-if-parameters", parameters(&asked)),
        ("impact-turn-worse", changes(&asked, Turn::Worse)),
        ("impact-turn-better", changes(&asked, Turn::Better)),
        ("impact-turn-other", changes(&asked, Turn::Other)),
    ];
    for (key, text) in &parts {
        section(reader, out, key, text);
    }
    unasked(of, compared, out);
    dropped(of, compared, out);
    let parts = [
        ("what-if-proposals", proposals(&asked)),
        (
            "impact-unasked-proposals",
            proposals(&unasked_proposals(of, compared)),
        ),
        ("what-if-scores", scores(&asked)),
        ("what-if-burden", changes_text(of.words, &compared.burden)),
    ];
    for (key, text) in &parts {
        section(reader, out, key, text);
    }
}

/// What was asked for before and after: what is new and what is dropped has parts of its own.
fn asked<'a>(of: &Impact<'_>, compared: &'a Compared<'a>) -> WhatIf<'a> {
    let (before, after) = (compared.before.assessment, compared.after.assessment);
    let sorted = &compared.sorted;
    let is_kept = |change: &&Change<'a>| {
        let duty = duty_of(before, after, change).map(|d| d.id.as_str());
        let is_new = sorted
            .unasked
            .iter()
            .any(|n| Some(n.duty.id.as_str()) == duty);
        let is_gone = sorted
            .dropped
            .iter()
            .any(|d| Some(d.duty.id.as_str()) == duty);
        !is_new && !is_gone
    };
    let proposed = sorted.proposed.iter().filter(|g| !g.unasked);
    let comparison = Comparison {
        findings: compared
            .comparison
            .findings
            .iter()
            .filter(is_kept)
            .copied()
            .collect(),
        proposed: proposed.map(|g| g.proposal).collect(),
        ..compared.comparison.clone()
    };
    with(of, compared, comparison)
}

fn unasked_proposals<'a>(of: &Impact<'_>, compared: &'a Compared<'a>) -> WhatIf<'a> {
    let proposed = compared.sorted.proposed.iter().filter(|g| g.unasked);
    let comparison = Comparison {
        proposed: proposed.map(|g| g.proposal).collect(),
        dropped: Vec::new(),
        ..compared.comparison.clone()
    };
    with(of, compared, comparison)
}

fn with<'a>(of: &Impact<'_>, compared: &'a Compared<'a>, comparison: Comparison<'a>) -> WhatIf<'a> {
    WhatIf {
        before: compared.before.reader(of.words),
        after: compared.after.reader(of.words),
        comparison,
        burden: &compared.burden,
    }
}

fn unasked(of: &Impact<'_>, compared: &Compared<'_>, out: &mut String) {
    let figures = [
        "impact-findings",
        "impact-met",
        "impact-recorded",
        "impact-unrecorded",
    ];
    let mut table = of.table(&["column-duty"], &figures);
    for new in &compared.sorted.unasked {
        let unrecorded = new.findings.saturating_sub(new.recorded);
        let row = [new.findings, new.met, new.recorded, unrecorded];
        line(&mut table, &new.duty.name, &row);
    }
    part(
        of,
        out,
        "impact-unasked",
        &table,
        Some("impact-unasked-remark"),
    );
}

fn dropped(of: &Impact<'_>, compared: &Compared<'_>, out: &mut String) {
    let figures = ["impact-findings", "impact-failed"];
    let mut table = of.table(&["column-duty"], &figures);
    for gone in &compared.sorted.dropped {
        line(&mut table, &gone.duty.name, &[gone.findings, gone.failing]);
    }
    part(of, out, "impact-dropped", &table, None);
}

fn line(table: &mut Table, name: &str, figures: &[usize]) {
    let figures = figures.iter().map(ToString::to_string);
    table.row(std::iter::once(name.to_owned()).chain(figures).collect());
}
