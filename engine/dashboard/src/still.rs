//! What can be read without the script: what is broken, the ranking, the duties that fail.

use std::collections::BTreeMap;

use luoshi_audit::{Audit, Judged, Outcome, Township};
use luoshi_diagnostics::{Arg, Messages};
use luoshi_evidence::Hundredths;
use luoshi_report::share_of;
use luoshi_rules::Status;

use crate::atlas::Atlas;
use crate::figures::{Place, Tally, of_duty, ranking, score};
use crate::index::tally;
use crate::markup::{cell, figure, isolated, text};
use crate::words::in_language;

/// That records are simulated, if any are: a page made of them must say so.
pub(crate) fn simulated(audit: &Audit, words: Messages) -> Option<String> {
    let judged = audit.townships.iter().filter_map(Township::judged);
    let count = judged.filter(|j| j.simulated.is_some()).count();
    let args = vec![("count", number(count))];
    (count > 0).then(|| words.text("dash-simulated-label", &args))
}

fn number(count: usize) -> Arg {
    i64::try_from(count).unwrap_or(i64::MAX).into()
}

/// The facts under the title.
pub(crate) fn facts(out: &mut String, audit: &Audit, words: Messages) {
    let broken = audit.townships.iter().filter(|t| t.judged().is_none()).count();
    let judged = || audit.townships.iter().filter_map(Township::judged);
    let sum = |of: fn(&Judged) -> u32| judged().map(|j| u64::from(of(j))).sum::<u64>().to_string();
    let mut packages: BTreeMap<&str, &str> = BTreeMap::new();
    for (name, version) in audit.plans.values().flat_map(|p| &p.packages) {
        packages.insert(name, version);
    }
    let packages: Vec<String> = packages.iter().map(|(n, v)| format!("{n} {v}")).collect();
    let rows = [
        ("dash-as-of", audit.head.as_of.to_string()),
        ("dash-townships", audit.townships.len().to_string()),
        ("dash-judged", judged().count().to_string()),
        ("dash-broken", broken.to_string()),
        ("dash-records", sum(|j| j.records)),
        ("dash-backfilled", sum(|j| j.backfilled)),
        ("dash-packages", words.list(&packages)),
        ("dash-engine", format!("luoshi {}", audit.head.engine)),
    ];
    out.push_str("<dl class=\"facts\">\n");
    for (key, value) in rows {
        let class = if key == "dash-broken" && broken > 0 { " class=\"alarm\"" } else { "" };
        out.extend(["<div", class, "><dt>"]);
        text(out, &words.word(key));
        out.push_str("</dt><dd>");
        isolated(out, &value);
        out.push_str("</dd></div>\n");
    }
    out.push_str("</dl>\n");
}

/// The tables, what is broken first.
pub(crate) fn tables(out: &mut String, audit: &Audit, words: Messages) {
    paragraph(out, &words.word("dash-no-script"));
    broken(out, audit, words);
    let mut counties: BTreeMap<&str, Vec<(&Township, Tally)>> = BTreeMap::new();
    for township in &audit.townships {
        let row = (township, tally(audit, township));
        counties.entry(&township.county).or_default().push(row);
    }
    for (county, townships) in counties {
        county_table(out, words, county, &townships);
    }
    duties(out, audit, words);
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
    head_row(out, words, &["dash-township", "dash-code", "dash-what", "dash-where"]);
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
            cell(out, &place.map_or(String::new(), |p| format!("{}:{}", p.file, p.line)));
            out.push_str("</tr>\n");
        }
    }
    out.push_str("</tbody></table>\n");
}

fn county_table(
    out: &mut String,
    words: Messages,
    county: &str,
    townships: &[(&Township, Tally)],
) {
    let name = match county.is_empty() {
        true => words.word("dash-no-county"),
        false => county.to_owned(),
    };
    heading(out, &words.text("dash-ranking-of", &vec![("county", name.into())]));
    let keys = [
        "dash-place",
        "dash-township",
        "dash-score",
        "dash-grade",
        "dash-share",
        "dash-not-done",
        "dash-suspects",
    ];
    head_row(out, words, &keys);
    let (_, places) = ranking(townships);
    let mut rows: Vec<(Option<Place>, &(&Township, Tally))> =
        places.into_iter().zip(townships).collect();
    rows.sort_by_key(|(place, _)| place.map_or(u32::MAX, |p| p.place));
    for (place, (township, tally)) in rows {
        out.push_str("<tr>");
        figure(out, &place.map_or("-".to_owned(), |p| p.place.to_string()));
        cell(out, &township.name);
        match township.judged() {
            Some(judged) => judged_cells(out, judged, *tally),
            None => {
                out.push_str("<td colspan=\"5\">");
                text(out, &words.word("dash-broken"));
                out.push_str("</td>");
            }
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody></table>\n");
}

fn judged_cells(out: &mut String, judged: &Judged, tally: Tally) {
    let score = score(judged);
    let dash = || "-".to_owned();
    figure(out, &score.map_or_else(dash, |s| Hundredths(s.score).to_string()));
    cell(out, score.and_then(|s| s.grade.as_deref()).unwrap_or("-"));
    figure(out, &share(tally).unwrap_or_else(dash));
    figure(out, &format!("{}/{}", tally.failing, tally.due()));
    let suspects = judged.duties.iter();
    let suspects = suspects.filter_map(|d| d.counts.get(&Status::Suspect));
    figure(out, &suspects.sum::<u32>().to_string());
}

/// The share carried out, rounded down: only all is 100 %.
fn share(tally: Tally) -> Option<String> {
    let size = |count: u32| usize::try_from(count).ok();
    share_of(size(tally.met)?, size(tally.due())?)
}

/// Duties that fail somewhere, those that fail most first.
fn duties(out: &mut String, audit: &Audit, words: Messages) {
    let atlas = Atlas::of(audit);
    let mut sums: BTreeMap<usize, (Tally, u32)> = BTreeMap::new();
    for judged in audit.townships.iter().filter_map(Township::judged) {
        for counts in &judged.duties {
            let Some(at) = atlas.duty(&judged.plan, counts.duty) else {
                continue;
            };
            let tally = of_duty(atlas.duties[at].duty, counts);
            let sum = sums.entry(atlas.duties[at].group).or_default();
            sum.0.add(tally);
            sum.1 += u32::from(tally.failing > 0);
        }
    }
    let mut rows: Vec<(usize, (Tally, u32))> = sums.into_iter().collect();
    rows.retain(|(_, (tally, _))| tally.failing > 0);
    rows.sort_by_key(|(group, (tally, _))| (u32::MAX - tally.failing, *group));
    if rows.is_empty() {
        return;
    }
    heading(out, &words.word("dash-duties"));
    head_row(out, words, &["dash-duty", "dash-not-done", "dash-fails-in"]);
    for (group, (tally, townships)) in rows {
        out.push_str("<tr>");
        cell(out, atlas.first(group).map_or("", |entry| &entry.duty.name));
        figure(out, &format!("{}/{}", tally.failing, tally.due()));
        figure(out, &townships.to_string());
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody></table>\n");
}
