//! The verdicts that concern a place, looked up once for all sheets of a card: a country has cards with a sheet
//! for each of thousands of places.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_plan::model::{DutyRef, Scorecard};

use crate::check::JudgeCx;
use crate::lut::around;
use crate::program::Row;
use crate::verdict::Verdict;

/// By duty and subject, in the order of the verdicts: what is about a hamlet concerns its village too.
pub(super) struct Here(BTreeMap<(usize, u32), Vec<usize>>);

impl Here {
    /// Of the duties that a card names; nothing where no row is about a subject.
    pub(super) fn of(
        card: &Scorecard,
        rows: &[Row],
        verdicts: &[Verdict],
        by_duty: &[Vec<usize>],
        cx: &JudgeCx<'_>,
    ) -> Here {
        let mut here: BTreeMap<(usize, u32), Vec<usize>> = BTreeMap::new();
        if rows.iter().all(|row| row.subject.is_none()) {
            return Here(here);
        }
        let scored: BTreeSet<u32> = rows.iter().filter_map(|row| row.subject).collect();
        let named: BTreeSet<&str> = names(card).map(|duty| duty.name.as_str()).collect();
        let duties = cx.program.duties.iter().zip(by_duty).enumerate();
        for (duty, (_, own)) in duties.filter(|(_, (info, _))| named.contains(info.id.as_str())) {
            for at in own {
                let Some(subject) = verdicts[*at].subject else {
                    continue;
                };
                let places = around(&cx.outer, subject as usize);
                for place in places.filter_map(|place| u32::try_from(place).ok()) {
                    if scored.contains(&place) {
                        here.entry((duty, place)).or_default().push(*at);
                    }
                }
            }
        }
        Here(here)
    }

    /// Those of a duty that concern a subject.
    pub(super) fn get(&self, duty: usize, subject: u32) -> &[usize] {
        self.0.get(&(duty, subject)).map_or(&[], Vec::as_slice)
    }
}

/// Every duty that a card names.
fn names(card: &Scorecard) -> impl Iterator<Item = &DutyRef> {
    let sections = card.sections.iter().flat_map(|section| &section.items);
    let bonus = card.bonus.iter().flat_map(|bonus| &bonus.items);
    let items = sections.chain(bonus).flat_map(|item| &item.of);
    let downgrades = card.downgrades.iter().flat_map(|downgrade| &downgrade.on);
    items.chain(downgrades).chain(&card.vetoes)
}
