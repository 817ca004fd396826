//! 【待补】: what only the real process can fill, found in a paper and filled in.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_layout::{Block, Document, Field, Inline, Mark};

use crate::dates::{self, DateStyle, TimeStyle};

const OPENS: &str = "【待补：";
const CLOSES: &str = "】";

/// Values for what is open, by the words within 【待补：…】.
pub type Fills = BTreeMap<String, String>;

/// What is still open in a paper, each once; the number and the day, which issuing gives, left out.
#[must_use]
pub fn open_fields(document: &Document) -> Vec<String> {
    let mut found = BTreeSet::new();
    // A copy is walked, so that what fills and what finds cannot differ in where they look.
    let mut copy = document.clone();
    walk(&mut copy, &mut |text| {
        for (_, what) in opens(text) {
            found.insert(what.to_owned());
        }
    });
    for field in &document.head.signatories {
        if let Field::Open(what) = field {
            found.insert(what.clone());
        }
    }
    found.into_iter().collect()
}

/// A text with what is open filled in as it was given; none if something stays open.
pub(crate) fn filled(text: &str, fills: &Fills) -> Option<String> {
    let mut text = text.to_owned();
    put(&mut text, fills);
    opens(&text).is_empty().then_some(text)
}

/// Puts values in the place of what is open.
fn put(text: &mut String, fills: &Fills) {
    let known: Vec<_> = opens(text)
        .into_iter()
        .rev()
        .filter_map(|(at, what)| Some((at, fills.get(what)?)))
        .collect();
    for (at, value) in known {
        text.replace_range(at, value);
    }
}

/// A value as a paper writes it: a day and a time of day in full, anything else as it was given.
fn in_words(value: &str) -> String {
    let day = dates::parse_date(value).map(|day| dates::styled(day, DateStyle::Full));
    let time = || dates::time_text(value, TimeStyle::PartOfDay);
    day.or_else(|_| time()).unwrap_or_else(|_| value.to_owned())
}

/// Fills in what is open; values for what the paper does not hold are left alone.
pub(crate) fn fill(document: &mut Document, fills: &Fills) {
    if fills.is_empty() {
        return;
    }
    let pairs = fills.iter();
    let fills: Fills = pairs
        .map(|(what, value)| (what.clone(), in_words(value)))
        .collect();
    walk(document, &mut |text| put(text, &fills));
    for field in &mut document.head.signatories {
        if let Field::Open(what) = field
            && let Some(value) = fills.get(what)
        {
            *field = Field::Filled(value.clone());
        }
    }
}

/// Where 【待补：…】 stands in a text, and its words.
fn opens(text: &str) -> Vec<(std::ops::Range<usize>, &str)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find(OPENS).map(|at| from + at) {
        let inside = start + OPENS.len();
        let Some(length) = text[inside..].find(CLOSES) else {
            break;
        };
        let end = inside + length + CLOSES.len();
        found.push((start..end, &text[inside..inside + length]));
        from = end;
    }
    found
}

/// Shows every text of a paper that may be open.
fn walk(document: &mut Document, visit: &mut dyn FnMut(&mut String)) {
    let lists = [
        &mut document.title,
        &mut document.addressees,
        &mut document.attendance.present,
        &mut document.attendance.excused,
        &mut document.attendance.observing,
    ];
    lists.into_iter().flatten().for_each(&mut *visit);
    document.note.iter_mut().for_each(&mut *visit);
    let imprint = document.imprint.iter_mut();
    imprint
        .flat_map(|imprint| &mut imprint.copies)
        .for_each(&mut *visit);
    blocks(&mut document.body, visit);
    for attachment in &mut document.attachments {
        visit(&mut attachment.title);
        blocks(&mut attachment.body, visit);
    }
}

fn blocks(blocks: &mut [Block], visit: &mut dyn FnMut(&mut String)) {
    for block in blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } => inlines(text, visit),
            Block::Table(table) => {
                table.caption.iter_mut().for_each(&mut *visit);
                let cells = table.rows.iter_mut().flatten();
                cells.for_each(|cell| inlines(&mut cell.text, visit));
            }
            Block::Blank | Block::PageBreak => {}
        }
    }
}

/// What is filled in is no longer set off.
fn inlines(inlines: &mut [Inline], visit: &mut dyn FnMut(&mut String)) {
    for inline in inlines {
        visit(&mut inline.text);
        if inline.mark == Mark::Open && opens(&inline.text).is_empty() {
            inline.mark = Mark::Plain;
        }
    }
}
