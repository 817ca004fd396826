//! What became of findings and places, without the script.

use luoshi_diagnostics::Messages;

use super::{head_row, heading, number, paragraph};
use crate::figures::Places;
use crate::index::Making;
use crate::markup::{cell, figure};
use crate::past::{Past, Sums};

/// New, persisting, fixed and dropped, by township and by duty; nothing without an earlier audit.
pub(super) fn compared(out: &mut String, of: &Making<'_>, places: &Places, words: Messages) {
    let Some(past) = of.past else {
        return;
    };
    heading(out, &words.word("dash-compared"));
    let turned = past.turned(None, of.atlas);
    let [new, persisting, fixed, dropped] = turned.sums;
    let args = vec![
        ("previous", past.day().into()),
        ("count", number(turned.compared)),
        ("new", number(new)),
        ("persisting", number(persisting)),
        ("graver", number(turned.graver)),
        ("milder", number(turned.milder)),
        ("fixed", number(fixed)),
        ("dropped", number(dropped)),
    ];
    paragraph(out, &words.text("dash-compared-line", &args));
    for (fate, names) in &turned.fates {
        let said = words.word(match *fate {
            "broken_now" => "dash-stopped",
            "mended" => "dash-resumed",
            "added" => "dash-came",
            _ => "dash-went",
        });
        let colon = words.word("dash-colon");
        paragraph(out, &format!("{said}{colon}{}", words.list(names)));
    }
    townships(out, of, (past, places), words);
    if turned.duties.is_empty() {
        return;
    }
    let columns = [
        "dash-duty",
        "dash-new",
        "dash-persisting",
        "dash-fixed",
        "dash-dropped",
    ];
    head_row(out, words, &columns);
    for (_, name, _, sums) in &turned.duties {
        out.push_str("<tr>");
        cell(out, name);
        counted(out, *sums);
    }
    out.push_str("</tbody></table>\n");
}

const TOWNSHIPS: [&str; 8] = [
    "dash-township",
    "dash-place",
    "dash-place-before",
    "dash-moved",
    "dash-new",
    "dash-persisting",
    "dash-fixed",
    "dash-dropped",
];

fn townships(
    out: &mut String,
    of: &Making<'_>,
    (past, places): (&Past<'_>, &Places),
    words: Messages,
) {
    head_row(out, words, &TOWNSHIPS);
    for (at, township) in of.audit.townships.iter().enumerate() {
        let Some(before) = past.before(township, &places.rankings) else {
            continue;
        };
        if before.fate != "compared" {
            continue;
        }
        let now = places.place(places.first(), at).map(|place| place.place);
        let was = before.places.get(places.first()).copied().flatten();
        out.push_str("<tr>");
        cell(out, &township.name);
        let shown = |place: Option<u32>| place.map_or("-".to_owned(), |place| place.to_string());
        figure(out, &shown(now));
        figure(out, &shown(was));
        cell(out, &moved(now, was, words));
        counted(out, before.sums);
    }
    out.push_str("</tbody></table>\n");
}

fn moved(now: Option<u32>, was: Option<u32>, words: Messages) -> String {
    let Some((now, was)) = now.zip(was) else {
        return "-".to_owned();
    };
    let by = vec![("count", number(now.abs_diff(was)))];
    match now.cmp(&was) {
        std::cmp::Ordering::Less => words.text("dash-rose", &by),
        std::cmp::Ordering::Greater => words.text("dash-fell", &by),
        std::cmp::Ordering::Equal => words.word("dash-stayed"),
    }
}

fn counted(out: &mut String, sums: Sums) {
    for count in sums {
        figure(out, &count.to_string());
    }
    out.push_str("</tr>\n");
}
