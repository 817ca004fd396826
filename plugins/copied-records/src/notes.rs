//! The same long note, or nearly the same, for another day.

use std::collections::BTreeMap;

use luoshi_plugin_sdk::Input;

use crate::Found;
use crate::copies::{Copies, Place, Record, Sign, is_common, writers};
use crate::wording::Wording;

/// Texts that are remembered for a hash at most: what more of them have in common is a phrase, and says nothing.
const LEADERS_AT_MOST: usize = 32;
/// Notes that differ in nothing but figures are a form that is filled in, if there are so many of them.
const FORMS_AT_LEAST: usize = 3;
/// A formula is shorter than this many times the least length of a note.
const FORMULA: usize = 2;

/// A wording, and the records that have it.
struct Text<'r, 'i> {
    wording: Wording,
    records: Vec<&'r Record<'i>>,
}

/// Texts that are alike.
struct Family<'r, 'i> {
    leader: Wording,
    texts: usize,
    records: Vec<&'r Record<'i>>,
}

/// Looks through the notes of a kind and duty. `records` are in order.
pub(crate) fn look<'i>(
    input: &Input,
    place: Place<'i>,
    records: &[Record<'i>],
    found: &mut Found<'i>,
) {
    let hundred = |name| usize::try_from(input.number(name)).unwrap_or(0);
    let (length, likeness) = (hundred("length"), hundred("likeness"));
    let mut texts = texts(records, length);
    let all = || texts.iter().flat_map(|text| text.records.iter().copied());
    found.notes += all().count();
    let everybody = writers(all());
    drop_forms(&mut texts);
    for family in families(texts, likeness) {
        let short = family.leader.length < FORMULA * length;
        if short && is_common(writers(family.records.iter().copied()), everybody) {
            continue;
        }
        let sign = if family.texts > 1 {
            Sign::Near
        } else {
            Sign::Note
        };
        let copies = Copies::of(sign, place, &family.records, input.number("apart"));
        found.copies.extend(copies);
    }
}

/// The different wordings that are long enough, by their first day and then by their sum.
fn texts<'r, 'i>(records: &'r [Record<'i>], length: usize) -> Vec<Text<'r, 'i>> {
    let mut by_note: BTreeMap<&str, Vec<&Record<'i>>> = BTreeMap::new();
    // A character takes at least a byte: this spares the trouble with short notes.
    for record in records.iter().filter(|record| record.note.len() >= length) {
        by_note.entry(record.note).or_default().push(record);
    }
    let mut by_wording: BTreeMap<(u64, usize), Text<'r, 'i>> = BTreeMap::new();
    for (note, records) in by_note {
        let wording = Wording::of(note);
        if wording.length < length {
            continue;
        }
        let text = by_wording
            .entry((wording.sum, wording.length))
            .or_insert_with(|| Text {
                wording,
                records: Vec::new(),
            });
        text.records.extend(records);
    }
    let mut texts: Vec<Text<'r, 'i>> = by_wording.into_values().collect();
    for text in &mut texts {
        text.records.sort_unstable_by_key(|record| record.day);
    }
    texts.sort_unstable_by_key(|text| {
        (
            text.records.first().map(|record| record.day),
            text.wording.sum,
        )
    });
    texts
}

/// Leaves out forms: what is said there is in the figures.
fn drop_forms(texts: &mut Vec<Text<'_, '_>>) {
    let mut forms: BTreeMap<u64, usize> = BTreeMap::new();
    for text in texts.iter() {
        *forms.entry(text.wording.form).or_default() += 1;
    }
    texts.retain(|text| forms.get(&text.wording.form) < Some(&FORMS_AT_LEAST));
}

/// Each text joins the earliest family whose first text it is like, or begins its own.
fn families<'r, 'i>(texts: Vec<Text<'r, 'i>>, likeness: usize) -> Vec<Family<'r, 'i>> {
    let common = Frequencies::of(&texts);
    let mut leaders: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    let mut families: Vec<Family<'r, 'i>> = Vec::new();
    for text in texts {
        let rare = common.rarest(&text.wording, likeness);
        let known = |hash: &u32| leaders.get(hash).map_or(&[][..], Vec::as_slice);
        let mut candidates: Vec<usize> = rare.iter().flat_map(known).copied().collect();
        candidates.sort_unstable();
        candidates.dedup();
        let sketch = &text.wording.sketch;
        let alike = |at: &usize| families[*at].leader.sketch.is_like(sketch, likeness);
        if let Some(at) = candidates.into_iter().find(alike) {
            families[at].texts += 1;
            families[at].records.extend(text.records);
            continue;
        }
        for hash in rare {
            let known = leaders.entry(hash).or_default();
            if known.len() < LEADERS_AT_MOST {
                known.push(families.len());
            }
        }
        families.push(Family {
            leader: text.wording,
            texts: 1,
            records: text.records,
        });
    }
    families
}

/// How many texts have each hash.
struct Frequencies(Vec<u32>);

impl Frequencies {
    fn of(texts: &[Text<'_, '_>]) -> Frequencies {
        let hashes = texts.iter().flat_map(|text| &text.wording.sketch.hashes);
        let mut all: Vec<u32> = hashes.copied().collect();
        all.sort_unstable();
        Frequencies(all)
    }

    /// The hashes of a text by which it is looked up: the rarest ones.
    fn rarest(&self, wording: &Wording, likeness: usize) -> Vec<u32> {
        let sketch = &wording.sketch;
        let mut hashes: Vec<(usize, u32)> = sketch
            .hashes
            .iter()
            .map(|hash| (self.count(*hash), *hash))
            .collect();
        hashes.sort_unstable();
        hashes.truncate(sketch.looked_up(likeness));
        hashes.into_iter().map(|(_, hash)| hash).collect()
    }

    fn count(&self, hash: u32) -> usize {
        let before = self.0.partition_point(|other| *other < hash);
        self.0.partition_point(|other| *other <= hash) - before
    }
}
