//! Signs about the evidence: of all townships, and of one.

use luoshi_report::paragraph;
use luoshi_signs::{sign_heading, sign_pointers, sign_title};

use super::{Page, fraction, large, percent};
use crate::model::Judged;
use crate::results::{Results, Share};

pub(super) fn part(page: Page, results: &Results) -> String {
    let signs = &results.signs;
    let mut body = String::new();
    if signs.townships.of == 0 {
        return body;
    }
    let columns = ["audit-with-sign", "audit-indications", "audit-false-alarms"];
    let mut table = page.table(&["audit-sign"], &columns);
    for over in &signs.seen {
        table.row(vec![
            sign_title(page.words, over.sign),
            over.townships.to_string(),
            over.indications.to_string(),
            over.error.at_most(),
        ]);
    }
    let args = [
        ("townships", fraction(signs.townships).into()),
        ("share", percent(signs.townships).into()),
    ];
    let said = match signs.seen.is_empty() {
        true => page.word("signs-none"),
        false => page.say("audit-signs-how", args),
    };
    paragraph(&mut body, "  ", 2, &said);
    if !table.is_empty() {
        table.write(&mut body, 2);
    }
    if results.head.files.is_none() {
        paragraph(&mut body, "  ", 2, &page.word("audit-signs-no-files"));
    }
    page.section("audit-signs-all", &body)
}

/// How much of a township's ledger was entered late, and each sign with its reason and how often it is wrong.
pub(super) fn of_township(page: Page, judged: &Judged, out: &mut String) {
    let backfilled = Share::bad(judged.backfilled.into(), judged.records.into());
    let args = [
        ("records", large(judged.records.into())),
        ("backfilled", large(judged.backfilled.into())),
        ("share", percent(backfilled).into()),
    ];
    out.push('\n');
    paragraph(out, "", 0, &page.say("audit-entered-late", args));
    if judged.signs.is_empty() {
        return paragraph(out, "", 0, &page.word("signs-none"));
    }
    let count = [("count", super::number(judged.signs.len()))];
    paragraph(out, "", 0, &page.say("signs-found", count));
    let mut before = None;
    for one in &judged.signs {
        if before != Some(one.sign) {
            let heading = sign_heading(page.words, one.sign, one.error);
            paragraph(out, "  ", 4, &heading);
            before = Some(one.sign);
        }
        paragraph(out, "    ", 4, page.of(&one.reason));
        let pointers = sign_pointers(page.words, &one.ask, &one.records, one.count);
        paragraph(out, "      ", 6, &pointers);
    }
}
