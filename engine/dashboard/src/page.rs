//! The page, put together.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_audit::{Audit, Township};
use luoshi_diagnostics::{Code, Lang, Messages, Note, nearest};

use crate::atlas::Atlas;
use crate::details::{Making as MakingDetails, who_is_named};
use crate::index::{Making, index};
use crate::markup::{data, isolated, policy, raw_data, text};
use crate::past::Past;
use crate::still;
use crate::texts::Counter;

const STYLE: &str = concat!(
    include_str!("page/page.css"),
    include_str!("page/print.css")
);

/// The script, one file for each of its parts; nothing in it is seen from outside.
pub(crate) const SCRIPT: &str = concat!(
    "(function () {\n'use strict';\n",
    include_str!("page/element.js"),
    include_str!("page/data.js"),
    include_str!("page/address.js"),
    include_str!("page/keys.js"),
    include_str!("page/pager.js"),
    include_str!("page/finding.js"),
    include_str!("page/summary.js"),
    include_str!("page/tiles.js"),
    include_str!("page/ranking.js"),
    include_str!("page/spread.js"),
    include_str!("page/heat.js"),
    include_str!("page/duties.js"),
    include_str!("page/gathering.js"),
    include_str!("page/compare.js"),
    include_str!("page/township.js"),
    include_str!("page/across.js"),
    include_str!("page/search.js"),
    include_str!("page/tools.js"),
    include_str!("page/main.js"),
    "}());\n",
);

/// What the page is to show.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options<'a> {
    /// The county; all of them if none is named.
    pub county: Option<&'a str>,
    /// An earlier audit to compare with.
    pub previous: Option<&'a Audit>,
}

/// An audit as one HTML page.
///
/// # Errors
/// The audit has no township of the county that is wanted, or the earlier audit is of a later day.
pub fn page(audit: &Audit, lang: Lang, options: Options<'_>) -> Result<String, Note> {
    // Of all counties: a township may have come from another.
    let past = options
        .previous
        .map(|previous| Past::of(audit, previous, options.county));
    let past = past.transpose()?;
    let past = past.as_ref();
    match options.county {
        None => Ok(whole(audit, past, lang, only_county(audit))),
        Some(county) => {
            let inside = of_county(audit, county)?;
            Ok(whole(&inside, past, lang, Some(county)))
        }
    }
}

/// The county, where all townships are of one.
fn only_county(audit: &Audit) -> Option<&str> {
    let county = audit.townships.first().map(|t| t.county.as_str())?;
    let same = audit.townships.iter().all(|t| t.county == county);
    (same && !county.is_empty()).then_some(county)
}

/// The townships of one county.
fn of_county(audit: &Audit, county: &str) -> Result<Audit, Note> {
    let townships = audit.townships.iter().filter(|t| t.county == county);
    let townships: Vec<Township> = townships.cloned().collect();
    if townships.is_empty() {
        let names: BTreeSet<&str> = audit.townships.iter().map(|t| t.county.as_str()).collect();
        let near = nearest(county, names.iter().copied()).unwrap_or("none");
        return Err(Note::new(Code::DashboardNoCounty)
            .arg("name", county)
            .arg("near", near)
            .arg("names", some_of(&names)));
    }
    let used: BTreeSet<&str> = townships.iter().filter_map(Township::plan).collect();
    let plans = audit
        .plans
        .iter()
        .filter(|(key, _)| used.contains(key.as_str()));
    Ok(Audit {
        head: audit.head.clone(),
        plans: plans
            .map(|(key, table)| (key.clone(), table.clone()))
            .collect(),
        townships,
    })
}

/// Counties that a message lists.
const LISTED_AT_MOST: usize = 20;

fn some_of(names: &BTreeSet<&str>) -> String {
    let mut listed: Vec<&str> = names.iter().copied().filter(|n| !n.is_empty()).collect();
    if listed.len() > LISTED_AT_MOST {
        listed.truncate(LISTED_AT_MOST);
        listed.push("…");
    }
    listed.join(", ")
}

fn whole(audit: &Audit, past: Option<&Past<'_>>, lang: Lang, county: Option<&str>) -> String {
    let words = Messages::of(lang);
    let style = format!("{}{STYLE}", luoshi_report::LOOKS);
    let mut out = String::new();
    out.extend([
        "<!DOCTYPE html>\n<html lang=\"",
        lang.tag(),
        "\">\n<head>\n",
    ]);
    out.push_str(
        "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"",
    );
    out.push_str(&policy(&style, SCRIPT));
    out.push_str("\">\n");
    out.push_str(HEAD);
    let title = title(words, county);
    out.push_str("<title>");
    text(&mut out, &title);
    out.extend([" ", &audit.head.as_of.to_string(), "</title>\n<style>"]);
    out.extend([&style, "</style>\n</head>\n<body>\n"]);
    let atlas = Atlas::of(audit);
    let of = Making {
        audit,
        atlas: &atlas,
        lang,
        county,
        past,
    };
    frame(&mut out, &of, words, &title);
    everything(&mut out, &of);
    out.extend(["<script>", SCRIPT, "</script>\n</body>\n</html>\n"]);
    out
}

const HEAD: &str = "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<meta name=\"color-scheme\" content=\"light dark\">
<meta name=\"referrer\" content=\"no-referrer\">
<meta name=\"generator\" content=\"luoshi\">
";

fn title(words: Messages, county: Option<&str>) -> String {
    match county {
        Some(county) if !county.is_empty() => {
            words.text("dash-title-county", &vec![("county", county.into())])
        }
        _ => words.word("dash-title"),
    }
}

/// What is there with and without the script: the head, and where the rest goes.
fn frame(out: &mut String, of: &Making<'_>, words: Messages, title: &str) {
    let audit = of.audit;
    let as_of = audit.head.as_of.to_string();
    let running = words.text("dash-running", &vec![("as_of", as_of.into())]);
    out.push_str("<a class=\"skip\" href=\"#main\">");
    text(out, &words.word("html-skip"));
    out.push_str("</a>\n<div class=\"running\" aria-hidden=\"true\"><span>");
    isolated(out, title);
    out.push(' ');
    text(out, &running);
    out.push_str("</span>");
    let labels = still::labels(audit, words);
    for label in &labels {
        out.push_str("<b>");
        isolated(out, label);
        out.push_str("</b>");
    }
    out.push_str("</div>\n<header class=\"head\" id=\"top\">\n");
    for label in &labels {
        out.push_str("<p class=\"label\" role=\"note\">");
        isolated(out, label);
        out.push_str("</p>\n");
    }
    out.push_str("<h1>");
    isolated(out, title);
    out.push_str("</h1>\n");
    still::facts(out, audit, words);
    out.push_str("</header>\n<div class=\"tools\" id=\"tools\"></div>\n<div class=\"page\">\n");
    out.push_str("<nav class=\"contents\" id=\"contents\"></nav>\n<main id=\"main\" tabindex=\"-1\"></main>\n</div>\n");
    out.push_str("<noscript>\n<div class=\"still\">\n");
    still::tables(out, of, words);
    out.push_str("</div>\n</noscript>\n<footer><p>");
    text(out, &words.word("dash-people"));
    out.push_str("</p></footer>\n");
}

/// The data, for the script.
fn everything(out: &mut String, of: &Making<'_>) {
    let audit = of.audit;
    let index = index(of);
    data(out, "index", &index);
    let months: Vec<String> = index.months().map(str::to_owned).collect();
    let details = MakingDetails {
        atlas: of.atlas,
        plans: &audit.plans,
        months: &months,
        lang: of.lang,
        past: of.past,
    };
    let mut counter = Counter::default();
    let mut named: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let judged = || {
        (0..)
            .zip(&audit.townships)
            .filter_map(|(at, t)| Some((at, t, t.judged()?)))
    };
    for (at, _, judged) in judged() {
        details.count(judged, &mut counter);
        for who in who_is_named(judged) {
            let townships = named.entry(who).or_default();
            if townships.last() != Some(&at) {
                townships.push(at);
            }
        }
    }
    let shared = counter.shared();
    data(out, "texts", &shared.texts);
    data(out, "named", &named.iter().collect::<Vec<_>>());
    for (at, township, judged) in judged() {
        let json = details.write(township, judged, &shared);
        raw_data(out, &format!("t{at}"), &json);
    }
}
