//! Failures one by one without the script: township, finding, reason, records, who answers; then duties with clauses.

use std::collections::BTreeSet;

use luoshi_audit::{Accountable, Audit, Depth, Duty, Finding, Judged, Township};
use luoshi_diagnostics::Messages;

use super::{heading, number, paragraph};
use crate::details::shown;
use crate::index::{Making, section};
use crate::markup::{isolated, text};
use crate::words::{in_language, period};

/// Failures that a page lists without the script; a browser that runs it does not even parse them.
const FAILURES_AT_MOST: usize = 2_000;

/// Where the failures of a township stand on the page.
pub(super) fn anchor(at: usize) -> String {
    format!("n{at}")
}

/// Whether a township has failures to list.
pub(super) fn fails(township: &Township) -> bool {
    township
        .judged()
        .is_some_and(|judged| failing(judged).next().is_some())
}

fn failing(judged: &Judged) -> impl Iterator<Item = &Finding> {
    judged.findings.iter().filter(|finding| finding.fails)
}

/// The townships that have failures, in the order of the audit, as far as the page can take them.
pub(super) fn findings(out: &mut String, of: &Making<'_>, words: Messages) {
    let townships = of.audit.townships.iter().enumerate();
    let failing = townships.filter_map(|(at, township)| {
        let judged = township.judged().filter(|_| fails(township))?;
        Some((at, township, judged))
    });
    let mut room = Some(FAILURES_AT_MOST);
    let mut left = (0, 0);
    let mut named = BTreeSet::new();
    for (place, (at, township, judged)) in failing.enumerate() {
        if place == 0 {
            heading(out, &words.word("dash-still-findings"));
            paragraph(out, &words.word("dash-still-findings-how"));
        }
        let count = self::failing(judged).count();
        // Once one had no room, none after it is listed: what is left out is the end.
        room = room.and_then(|room| room.checked_sub(count));
        match room {
            Some(_) => {
                one(out, of, words, (at, township, judged, count));
                let duties = self::failing(judged).map(|f| of.atlas.duty(&judged.plan, f.duty));
                named.extend(duties.flatten());
            }
            None => left = (left.0 + 1, left.1 + count),
        }
    }
    if left.0 > 0 {
        let args = vec![("townships", number(left.0)), ("count", number(left.1))];
        paragraph(out, &words.text("dash-still-more", &args));
    }
    duties(out, of, &named, words);
}

/// The duties that findings lead to, each once, with the clauses that they carry out.
fn duties(out: &mut String, of: &Making<'_>, named: &BTreeSet<usize>, words: Messages) {
    if named.is_empty() {
        return;
    }
    heading(out, &words.word("dash-still-duties"));
    for at in named {
        let entry = &of.atlas.duties[*at];
        let duty = entry.duty;
        out.push_str(&format!("<h3 id=\"d{at}\">"));
        isolated(out, &duty.name);
        out.push_str("</h3>\n<dl class=\"basis\">");
        let mut say = |title: &str, said: &str| told(out, &words.word(title), said);
        say("dash-id", &duty.id);
        say("dash-section", section(&duty.section, of.lang));
        if let Some(place) = &duty.place {
            say("dash-where", &format!("{}:{}", place.file, place.line));
        }
        if entry.clauses.is_empty() {
            say("dash-clause", &words.word("dash-no-clause"));
        }
        for (number, clause) in entry.clauses.iter().map(|at| of.atlas.clauses[*at]) {
            let parts = [
                Some(number),
                clause.heading.as_deref(),
                Some(&clause.summary),
            ];
            let parts: Vec<&str> = parts.into_iter().flatten().collect();
            say("dash-clause", &parts.join(" "));
        }
        out.push_str("</dl>\n");
    }
}

fn told(out: &mut String, title: &str, said: &str) {
    out.push_str("<dt>");
    text(out, title);
    out.push_str("</dt><dd>");
    isolated(out, said);
    out.push_str("</dd>");
}

fn one(
    out: &mut String,
    of: &Making<'_>,
    words: Messages,
    (at, township, judged, count): (usize, &Township, &Judged, usize),
) {
    out.extend([
        "<details class=\"town\" id=\"",
        &anchor(at),
        "\"><summary><b>",
    ]);
    isolated(out, &township.name);
    out.push_str("</b> ");
    let args = vec![("count", number(count))];
    text(out, &words.text("dash-still-count", &args));
    out.push_str("</summary>\n");
    let teller = Teller {
        audit: of.audit,
        words,
    };
    for finding in failing(judged) {
        let duty = of.atlas.duty(&judged.plan, finding.duty);
        if let Some((at, entry)) = duty.and_then(|at| Some((at, of.atlas.duties.get(at)?))) {
            teller.finding(out, finding, (at, entry.duty));
        }
    }
    out.push_str("</details>\n");
}

/// Tells findings of an audit.
struct Teller<'a> {
    audit: &'a Audit,
    words: Messages,
}

impl Teller<'_> {
    fn finding(&self, out: &mut String, finding: &Finding, (at, duty): (usize, &Duty)) {
        out.push_str("<details class=\"f bad\"><summary>");
        self.light(out, finding);
        out.push_str("<span class=\"about\">");
        let about = [&finding.subject, &finding.actor].into_iter().flatten();
        let about: Vec<&str> = about.map(|label| shown(label)).collect();
        match about.is_empty() {
            true => text(out, &self.words.word("dash-whole")),
            false => isolated(out, &about.join(" ")),
        }
        out.push_str("</span><span class=\"when\">");
        text(out, &self.when(finding));
        out.push_str("</span><span class=\"why\">");
        isolated(out, &duty.name);
        out.push_str("</span></summary>\n<dl>");
        self.argument(out, finding, (at, duty));
        out.push_str("</dl></details>\n");
    }

    fn light(&self, out: &mut String, finding: &Finding) {
        let status = finding.status.word();
        out.extend([
            "<span class=\"light s-",
            status,
            "\"><b aria-hidden=\"true\">",
        ]);
        text(out, &self.words.word(&format!("html-sign-{status}")));
        out.push_str("</b><span>");
        text(out, &self.words.word(&format!("status-{status}")));
        out.push_str("</span></span>");
    }

    fn when(&self, finding: &Finding) -> String {
        let day = || finding.day.map(|day| day.to_string());
        let named = finding.period.as_ref().map(|id| period(self.words, id));
        named.or_else(day).unwrap_or_else(|| "-".to_owned())
    }

    /// From the finding to its duty, where the clauses are.
    fn argument(&self, out: &mut String, finding: &Finding, (at, duty): (usize, &Duty)) {
        let reason = finding.reason.as_ref();
        let reason = reason.map(|reason| in_language(reason, self.words.lang()).to_owned());
        let figures_only = || self.words.word("dash-figures-only");
        self.said(out, "dash-reason", &reason.unwrap_or_else(figures_only));
        if let Some(day) = finding.day {
            self.said(out, "dash-day", &day.to_string());
        }
        if self.audit.head.depth == Depth::Evidence {
            let none = || self.words.word("dash-no-records");
            let records = self.words.list(&finding.evidence);
            let records = Some(records).filter(|records| !records.is_empty());
            self.said(out, "dash-evidence", &records.unwrap_or_else(none));
        }
        if !finding.accountable.is_empty() {
            let chain = finding.accountable.iter().map(|who| self.who(who));
            let chain: Vec<String> = chain.collect();
            self.said(out, "dash-answers", &chain.join(" → "));
        }
        out.push_str("<dt>");
        text(out, &self.words.word("dash-clause"));
        out.push_str(&format!("</dt><dd><a href=\"#d{at}\">"));
        isolated(
            out,
            &format!("{} {}", duty.name, self.words.list(&duty.clauses)),
        );
        out.push_str("</a></dd>");
        self.said(out, "dash-finding", &finding.id);
    }

    fn said(&self, out: &mut String, title: &str, said: &str) {
        told(out, &self.words.word(title), said);
    }

    fn who(&self, who: &Accountable) -> String {
        let subject = who.subject.as_ref().map_or("", shown);
        let vacant = || self.words.word("dash-vacant");
        let holder = who.holder.clone().unwrap_or_else(vacant);
        let parts = [shown(&who.role), subject, &holder];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" · ")
    }
}
