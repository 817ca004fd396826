//! Townships that could not be judged, and that are absent.

use luoshi_report::paragraph;

use super::{FRONT, Page};
use crate::model::Trouble;
use crate::results::{Broken, Named, Results};

/// Errors of one township that are shown.
const SHOWN: usize = 3;

pub(super) fn part(page: Page, results: &Results) -> String {
    let mut body = String::new();
    let broken = &results.roll.broken;
    for one in broken.iter().take(FRONT) {
        township(page, one, &mut body);
    }
    page.left_out(&mut body, broken.len().saturating_sub(FRONT));
    let mut out = page.section("audit-broken", &body);
    // Of a part nobody knows yet whether another part has them.
    if results.head.parts.is_none() {
        add(&mut out, &absent(page, &results.roll.absent));
    }
    out
}

fn add(out: &mut String, section: &str) {
    if !section.is_empty() {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(section);
    }
}

fn absent(page: Page, absent: &[Named]) -> String {
    let mut table = page.table(&["audit-code", "audit-township", "audit-county"], &[]);
    for named in absent.iter().take(FRONT) {
        let county = page.county(&named.county);
        table.row(vec![named.code.clone(), named.name.clone(), county]);
    }
    let mut body = String::new();
    if !table.is_empty() {
        table.write(&mut body, 2);
    }
    page.left_out(&mut body, absent.len().saturating_sub(FRONT));
    page.section("audit-absent", &body)
}

fn township(page: Page, broken: &Broken, out: &mut String) {
    let township = &broken.township;
    let args = [
        ("code", township.code.as_str().into()),
        ("name", township.name.as_str().into()),
        ("county", page.county(&township.county).into()),
        ("source", township.source.as_str().into()),
    ];
    paragraph(out, "  ", 4, &page.say("audit-named", args));
    for trouble in broken.troubles.iter().take(SHOWN) {
        paragraph(out, "    ", 6, &told(page, trouble));
    }
    if broken.troubles.len() > SHOWN {
        let args = [("folder", township.source.as_str().into())];
        paragraph(out, "    ", 6, &page.say("audit-check-alone", args));
    }
}

/// A trouble with its code, and its place if it has one.
pub(super) fn told(page: Page, trouble: &Trouble) -> String {
    let message = page.of(&trouble.message);
    match &trouble.place {
        Some(at) => {
            let (file, line, column) = (&at.file, at.line, at.column);
            format!("{} {file}:{line}:{column}: {message}", trouble.code)
        }
        None => format!("{} {message}", trouble.code),
    }
}
