//! What can be read without the script: what is broken, the ranking, what changed, the duties that fail, each failure.

mod compared;
mod findings;

use std::collections::{BTreeMap, BTreeSet};

use luoshi_audit::results::{Ranking, Share, Standing, by_count, duties, tally};
use luoshi_audit::{Audit, Outcome, Township};
use luoshi_diagnostics::{Arg, Messages};
use luoshi_rules::Status;

use self::compared::compared;
use self::findings::{anchor, fails, findings};
use crate::figures::{Places, value};
use crate::index::Making;
use crate::markup::{cell, figure, isolated, text};
use crate::words::in_language;

/// What must not be overlooked: that records are simulated, that shares of the audit are missing.
pub(crate) fn labels(audit: &Audit, words: Messages) -> Vec<String> {
    simulated(audit, words)
        .into_iter()
        .chain(incomplete(audit, words))
        .collect()
}

fn incomplete(audit: &Audit, words: Messages) -> Option<String> {
    let parts = audit.head.parts.as_ref()?;
    let missing = parts.missing().map(|which| format!("{which}/{}", parts.of));
    let args = vec![("missing", Arg::List(missing.collect()))];
    Some(words.text("audit-incomplete", &args))
}

/// That records are simulated, if any are: a page made of them must say so.
fn simulated(audit: &Audit, words: Messages) -> Option<String> {
    let judged = audit.townships.iter().filter_map(Township::judged);
    let count = judged.filter(|j| j.simulated.is_some()).count();
    let args = vec![("count", number(count))];
    (count > 0).then(|| words.text("dash-simulated-label", &args))
}

fn number(count: impl TryInto<i64>) -> Arg {
    count.try_into().unwrap_or(i64::MAX).into()
}

/// The facts under the title.
pub(crate) fn facts(out: &mut String, audit: &Audit, words: Messages) {
    let all = tally(audit, &audit.townships);
    let judged = all.townships - all.broken - all.absent;
    let packages = audit.plans.values().flat_map(|p| &p.packages);
    let packages: BTreeSet<String> = packages
        .map(|package| format!("{} {}", package.name, package.version))
        .collect();
    let packages: Vec<String> = packages.into_iter().collect();
    let late = all.backfilled;
    let backfilled = match late.percent().filter(|_| late.count > 0) {
        Some(share) => format!("{} ({share})", late.count),
        None => late.count.to_string(),
    };
    let rows = [
        ("dash-as-of", audit.head.as_of.to_string()),
        ("dash-townships", all.townships.to_string()),
        ("dash-judged", judged.to_string()),
        ("dash-broken", all.broken.to_string()),
        ("dash-absent", all.absent.to_string()),
        ("dash-records", all.backfilled.of.to_string()),
        ("dash-backfilled", backfilled),
        ("dash-packages", words.list(&packages)),
        ("dash-engine", format!("luoshi {}", audit.head.engine)),
    ];
    out.push_str("<dl class=\"facts\">\n");
    for (key, value) in rows {
        let alarming = matches!(key, "dash-broken" | "dash-absent") && value != "0";
        let class = if alarming { " class=\"alarm\"" } else { "" };
        out.extend(["<div", class, "><dt>"]);
        text(out, &words.word(key));
        out.push_str("</dt><dd>");
        isolated(out, &value);
        out.push_str("</dd></div>\n");
    }
    out.push_str("</dl>\n");
}

/// The tables, what is broken first.
pub(crate) fn tables(out: &mut String, of: &Making<'_>, words: Messages) {
    let audit = of.audit;
    paragraph(out, &words.word("dash-no-script"));
    broken(out, audit, words);
    let places = Places::of(audit);
    if let Some(ranking) = places.rankings.get(places.first()) {
        ranked(out, audit, words, ranking);
    }
    compared(out, of, &places, words);
    failing_duties(out, audit, words);
    findings(out, of, words);
}

fn paragraph(out: &mut String, said: &str) {
    out.push_str("<p>");
    text(out, said);
    out.push_str("</p>\n");
}

fn heading(out: &mut String, said: &str) {
    out.push_str("<h2>");
    isolated(out, said);
    out.push_str("</h2>\n");
}

fn head_row(out: &mut String, words: Messages, keys: &[&str]) {
    out.push_str("<table class=\"plain\"><thead><tr>");
    for key in keys {
        out.push_str("<th scope=\"col\">");
        text(out, &words.word(key));
        out.push_str("</th>");
    }
    out.push_str("</tr></thead><tbody>\n");
}

fn broken(out: &mut String, audit: &Audit, words: Messages) {
    if audit.townships.iter().all(|t| t.judged().is_some()) {
        return;
    }
    heading(out, &words.word("dash-broken"));
    head_row(
        out,
        words,
        &["dash-township", "dash-code", "dash-what", "dash-where"],
    );
    for township in &audit.townships {
        let Outcome::Broken(troubles) = &township.outcome else {
            continue;
        };
        for trouble in troubles {
            out.push_str("<tr>");
            cell(out, &township.name);
            cell(out, &trouble.code);
            cell(out, in_language(&trouble.message, words.lang()));
            let place = trouble.place.as_ref();
            cell(
                out,
                &place.map_or(String::new(), |p| format!("{}:{}", p.file, p.line)),
            );
            out.push_str("</tr>\n");
        }
    }
    out.push_str("</tbody></table>\n");
}

/// The ranking, county by county.
fn ranked(out: &mut String, audit: &Audit, words: Messages, ranking: &Ranking) {
    let townships = audit.townships.iter().enumerate();
    let townships = townships.map(|(at, t)| (t.order(), (at, t)));
    let townships: BTreeMap<(&str, &str), (usize, &Township)> = townships.collect();
    let mut counties: BTreeMap<&str, Vec<&Standing>> = BTreeMap::new();
    for standing in &ranking.standings {
        counties.entry(&standing.county).or_default().push(standing);
    }
    for (county, standings) in counties {
        let name = match county.is_empty() {
            true => words.word("dash-no-county"),
            false => county.to_owned(),
        };
        let title = words.text("dash-ranking-of", &vec![("county", name.into())]);
        heading(out, &title);
        head_row(out, words, &RANKED);
        for standing in standings {
            let key = (standing.code.as_str(), standing.source.as_str());
            if let Some((at, township)) = townships.get(&key) {
                standing_row(out, audit, standing, (*at, township));
            }
        }
        out.push_str("</tbody></table>\n");
    }
}

const RANKED: [&str; 7] = [
    "dash-place",
    "dash-township",
    "dash-score",
    "dash-grade",
    "dash-share",
    "dash-not-done",
    "dash-suspects",
];

fn standing_row(
    out: &mut String,
    audit: &Audit,
    standing: &Standing,
    (at, township): (usize, &Township),
) {
    let tally = tally(audit, [township]);
    let place = standing.in_county.unwrap_or(standing.rank);
    out.push_str("<tr>");
    figure(out, &place.to_string());
    match fails(township) {
        true => {
            out.extend(["<td><a href=\"#", &anchor(at), "\">"]);
            isolated(out, &township.name);
            out.push_str("</a></td>");
        }
        false => cell(out, &township.name),
    }
    figure(out, &value(standing));
    cell(out, standing.grade.as_deref().unwrap_or("-"));
    figure(out, &percent(tally.carried));
    let failing = tally.carried.of - tally.carried.count;
    figure(out, &format!("{failing}/{}", tally.carried.of));
    let suspects = tally.statuses.get(&Status::Suspect).copied();
    figure(out, &suspects.unwrap_or(0).to_string());
    out.push_str("</tr>\n");
}

fn percent(share: Share) -> String {
    share.percent().unwrap_or_else(|| "-".to_owned())
}

/// Duties that fail somewhere, those that fail most first.
fn failing_duties(out: &mut String, audit: &Audit, words: Messages) {
    let mut rows = duties(audit);
    rows.sort_by(by_count);
    if rows.is_empty() {
        return;
    }
    heading(out, &words.word("dash-duties"));
    head_row(out, words, &["dash-duty", "dash-not-done", "dash-fails-in"]);
    for row in rows {
        out.push_str("<tr>");
        cell(out, &row.name);
        figure(out, &format!("{}/{}", row.failing.count, row.failing.of));
        figure(
            out,
            &format!("{}/{}", row.townships.count, row.townships.of),
        );
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody></table>\n");
}
