//! One township of an audit.

use luoshi_diagnostics::Messages;
use luoshi_report::paragraph;

use super::rankings::heading;
use super::summary::statuses;
use super::troubles::told;
use super::{Page, duty_name, large, percent, signs};
use crate::model::{Audit, Finding, Judged, Outcome, Township};
use crate::results::{Results, tally};

/// A township: where it stands, and every finding that fails, with how to trace it. Of `duties` alone, unless
/// there are none.
#[must_use]
pub fn township_text(
    audit: &Audit,
    results: &Results,
    township: &Township,
    duties: &[String],
    words: Messages,
) -> String {
    let page = Page { words };
    let mut out = String::new();
    let args = [
        ("code", township.code.as_str().into()),
        ("name", township.name.as_str().into()),
        ("county", page.county(&township.county).into()),
        ("source", township.source.as_str().into()),
    ];
    paragraph(&mut out, "", 0, &page.say("audit-named", args));
    match &township.outcome {
        Outcome::Broken(troubles) => {
            for trouble in troubles {
                paragraph(&mut out, "  ", 4, &told(page, trouble));
            }
        }
        Outcome::Judged(judged) => {
            standings(page, results, township, &mut out);
            sums(page, audit, township, &mut out);
            findings(page, audit, judged, duties, &mut out);
            if duties.is_empty() {
                signs::of_township(page, judged, &mut out);
            }
            trace(page, audit, township, judged, &mut out);
        }
    }
    out
}

fn standings(page: Page, results: &Results, township: &Township, out: &mut String) {
    for ranking in &results.rankings {
        let same =
            |s: &&crate::results::Standing| s.code == township.code && s.source == township.source;
        if let Some(standing) = ranking.standings.iter().find(same) {
            let county = standing
                .in_county
                .map_or_else(|| "-".to_owned(), |rank| rank.to_string());
            let args = [
                ("by", heading(page, &ranking.by).into()),
                ("value", standing.value.text().into()),
                ("rank", i64::from(standing.rank).into()),
                ("of", super::number(ranking.standings.len())),
                ("county", county.into()),
            ];
            paragraph(out, "  ", 4, &page.say("audit-stands", args));
        }
    }
}

fn sums(page: Page, audit: &Audit, township: &Township, out: &mut String) {
    let tally = tally(audit, [township]);
    let args = [
        ("share", percent(tally.carried).into()),
        ("met", large(tally.carried.count)),
        ("judged", large(tally.carried.of)),
        ("failing", large(tally.failing)),
    ];
    paragraph(out, "  ", 4, &page.say("audit-carried", args));
    out.push('\n');
    statuses(page, &tally).write(out, 2);
}

fn findings(page: Page, audit: &Audit, judged: &Judged, duties: &[String], out: &mut String) {
    let table = audit.plans.get(&judged.plan);
    let duty_of = |finding: &Finding| {
        let duty = table.and_then(|table| table.duties.get(finding.duty as usize));
        duty.map_or("", |duty| duty.id.as_str())
    };
    let wanted = |finding: &&Finding| {
        finding.fails && (duties.is_empty() || duties.iter().any(|id| id == duty_of(finding)))
    };
    for finding in judged.findings.iter().filter(wanted) {
        out.push('\n');
        let status = page.word(&format!("status-{}", finding.status.word()));
        let name = duty_name(audit, duty_of(finding));
        paragraph(out, "  ", 4, &format!("{} {name} [{status}]", finding.id));
        if let Some(reason) = &finding.reason {
            paragraph(out, "    ", 4, page.of(reason));
        }
        let roles: Vec<String> = finding
            .accountable
            .iter()
            .map(|who| who.role.name.clone())
            .collect();
        if !roles.is_empty() {
            let args = [("roles", roles.join(" → ").into())];
            paragraph(out, "    ", 4, &page.say("audit-answerable", args));
        }
        if !finding.evidence.is_empty() {
            let args = [("records", finding.evidence.clone().into())];
            paragraph(out, "    ", 4, &page.say("audit-rests-on", args));
        }
    }
}

/// How to trace a finding to its clause and its records.
fn trace(page: Page, audit: &Audit, township: &Township, judged: &Judged, out: &mut String) {
    let first = judged.findings.iter().find(|finding| finding.fails);
    if let Some(finding) = first.filter(|_| !township.source.is_empty()) {
        let args = [
            ("id", finding.id.as_str().into()),
            ("folder", township.source.as_str().into()),
            ("as_of", audit.head.as_of.to_string().into()),
        ];
        out.push('\n');
        paragraph(out, "", 0, &page.say("audit-trace", args));
    }
}
