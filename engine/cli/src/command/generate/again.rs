//! Papers that were issued, written again: from the ledger as it was then, under the same numbers.

use std::collections::BTreeMap;

use jiff::civil::Date;
use luoshi::{Judged, Store, issued as setting_of};
use luoshi_diagnostics::{Code, Note};
use luoshi_documents::{IssueNumber, Issued, Paper, PaperState, Press, fills_of, occasions};

use super::Desk;
use super::files::{Batch, Names, sum};

/// Papers by what they were made from: the day, and how many records the ledger held before them.
type Groups<'p, 'l> = BTreeMap<(Date, u32), Vec<(&'p Paper<'l>, &'p Issued)>>;

/// Writes those of the papers again that were issued. One that would come out otherwise than it was
/// recorded is told, and not written.
pub(super) fn write(
    desk: &Desk,
    papers: &[&Paper<'_>],
    names: &Names,
    batch: &mut Batch<'_>,
) -> Vec<Vec<Note>> {
    let mut groups = Groups::new();
    let mut failed = Vec::new();
    for paper in papers {
        if let PaperState::Issued(issued) = &paper.state {
            match before(desk, issued) {
                Ok(count) => groups
                    .entry((issued.date, count))
                    .or_default()
                    .push((paper, issued)),
                Err(note) => failed.push(vec![note]),
            }
        }
    }
    for ((day, count), group) in groups {
        let Some(judged) = as_it_was(desk, day, count) else {
            failed.extend(
                group
                    .iter()
                    .map(|(paper, issued)| vec![changed(paper, issued)]),
            );
            continue;
        };
        let (press, _) = judged.press(&desk.library, &desk.run.sources);
        for (paper, issued) in group {
            let then = Then {
                desk,
                judged: &judged,
                press: &press,
            };
            failed.extend(then.write(paper, issued, names, batch).err());
        }
    }
    failed
}

/// What the papers of one batch were made from.
struct Then<'t> {
    desk: &'t Desk,
    judged: &'t Judged,
    press: &'t Press<'t>,
}

impl Then<'_> {
    fn write(
        &self,
        paper: &Paper<'_>,
        issued: &Issued,
        names: &Names,
        batch: &mut Batch<'_>,
    ) -> Result<(), Vec<Note>> {
        let mut occasions = occasions(&self.judged.files(), paper.template).into_iter();
        let Some(occasion) = occasions.find(|then| then.id == paper.occasion.id) else {
            return Err(vec![changed(paper, issued)]);
        };
        let then = Paper {
            occasion,
            ..paper.clone()
        };
        let store = &self.desk.store;
        let recorded = store.find(&self.desk.run.sources, &issued.record);
        let note = recorded.as_ref().and_then(|record| record.note.clone());
        let fills = fills_of(&note.unwrap_or_default());
        let number = issued.number.as_ref().map(IssueNumber::shown);
        let setting = setting_of(&self.judged.plan, paper, &fills, number, issued.date);
        let made = batch.make(self.press, &then, &setting, names, issued.date)?;
        let recorded = recorded.map_or(Vec::new(), |record| record.attachments);
        let differs = |(path, bytes): &(std::path::PathBuf, Vec<u8>)| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let known = recorded.iter().find(|file| file.name == name);
            known.is_some_and(|file| file.sha256 != sum(bytes))
        };
        if made.files.iter().any(differs) {
            return Err(vec![changed(paper, issued)]);
        }
        batch.take(made);
        Ok(())
    }
}

fn changed(paper: &Paper<'_>, issued: &Issued) -> Note {
    Note::new(Code::PaperChanged)
        .arg("paper", paper.id())
        .arg("date", issued.date.to_string())
}

/// How many records the ledger held before the batch in which a paper was recorded. Records in a text
/// have no batches: then it is all of them.
fn before(desk: &Desk, issued: &Issued) -> Result<u32, Note> {
    match &desk.store {
        Store::Ledger(ledger) => Ok(ledger.batch_of(&issued.record)?.unwrap_or(u32::MAX)),
        Store::Text(_) => Ok(u32::MAX),
    }
}

/// The plan judged on a day, on so many of the first records.
fn as_it_was(desk: &Desk, day: Date, count: u32) -> Option<Judged> {
    let evidence = match &desk.store {
        Store::Ledger(ledger) => ledger.read_before(day, count),
        Store::Text(_) => desk.store.read(&desk.run.sources, day),
    };
    desk.judged_on(evidence.value?, day)
}
