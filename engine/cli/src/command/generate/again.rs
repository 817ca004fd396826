//! A paper that was issued, written again: from the ledger as it was then, under the same number.

use luoshi::{Store, issued as setting_of};
use luoshi_diagnostics::{Code, Note};
use luoshi_documents::{IssueNumber, Issued, Paper, fills_of};

use super::Desk;
use super::files::{Batch, Names, sum};

/// Writes an issued paper again, and tells where it would come out otherwise than it was recorded:
/// then nothing is written.
pub(super) fn write(
    desk: &Desk,
    paper: &Paper<'_>,
    issued: &Issued,
    names: &Names,
    batch: &mut Batch<'_>,
) -> Result<(), Vec<Note>> {
    let Some(judged) = as_it_was(desk, issued)? else {
        return Err(vec![changed(paper, issued)]);
    };
    let (press, _) = judged.press(&desk.library, &desk.run.sources);
    let number = issued.number.as_ref().map(IssueNumber::shown);
    let recorded = desk.store.find(&desk.run.sources, &issued.record);
    let note = recorded.as_ref().and_then(|record| record.note.clone());
    let fills = fills_of(&note.unwrap_or_default());
    let setting = setting_of(&desk.judged.plan, paper, &fills, number, issued.date);
    let files = judged.files();
    let occasions = luoshi_documents::occasions(&files, paper.template);
    let then = occasions
        .into_iter()
        .find(|then| then.id == paper.occasion.id);
    let Some(occasion) = then else {
        return Err(vec![changed(paper, issued)]);
    };
    let then = Paper {
        occasion,
        ..paper.clone()
    };
    let made = batch.make(&press, &then, &setting, names, issued.date)?;
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

fn changed(paper: &Paper<'_>, issued: &Issued) -> Note {
    Note::new(Code::PaperChanged)
        .arg("paper", paper.id())
        .arg("date", issued.date.to_string())
}

/// The plan judged on the day of issue, on what the ledger held before the batch in which the paper
/// was recorded. Records in a text have no batches: then it is all of them as of that day.
fn as_it_was(desk: &Desk, issued: &Issued) -> Result<Option<luoshi::Judged>, Vec<Note>> {
    let evidence = match &desk.store {
        Store::Ledger(ledger) => {
            let batch = ledger.batch_of(&issued.record).map_err(|note| vec![note])?;
            ledger.read_before(issued.date, batch.unwrap_or(u32::MAX))
        }
        Store::Text(_) => desk.store.read(&desk.run.sources, issued.date),
    };
    let judged = evidence
        .value
        .and_then(|evidence| desk.judged_on(evidence, issued.date));
    Ok(judged)
}
