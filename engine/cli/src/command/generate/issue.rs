//! Issuing: a number, a day, a record in the ledger.

use luoshi::{Store, issued};
use luoshi_diagnostics::{Code, Note};
use luoshi_documents::{
    Issued, Paper, Press, Register, issuing_body, papers, record_id, record_of,
};
use luoshi_evidence::{Kind, Ledger, Record};

use super::files::{Batch, Made, Names};
use super::{Desk, text_evidence};
use crate::args::GenerateArgs;
use crate::clock;
use crate::command::write::believed;
use crate::session::Session;

/// Gives every held paper its number and records it, all or none, and only if nothing has entered the
/// ledger since the papers were made: a paper is a function of the ledger before it.
pub(super) fn issue(
    desk: &Desk,
    press: &Press<'_>,
    names: &Names,
    args: &GenerateArgs,
    session: &Session,
    batch: &mut Batch<'_>,
) -> Result<(), Vec<Note>> {
    let Store::Ledger(ledger) = &desk.store else {
        return Err(vec![text_evidence(desk)]);
    };
    let mut register = desk.register.clone();
    let files = desk.judged.files();
    let all = papers(&files, &desk.library, &desk.register);
    let mut records = Vec::new();
    let mut made = Vec::new();
    let held = batch.held().to_vec();
    for paper in all.iter().filter(|paper| held.contains(&paper.id())) {
        let issuing = Issuing {
            desk,
            press,
            names,
            args,
            session,
            batch,
        };
        let (record, paper) = one(&issuing, paper, &mut register)?;
        records.push(record);
        made.push(paper);
    }
    let mut ledger = Ledger::open(ledger.path()).map_err(|note| vec![note])?;
    let by = args.by.as_deref().unwrap_or("");
    let seen = desk.judged.evidence.total;
    ledger.append_after(
        seen,
        &records,
        clock::now(),
        by,
        believed(args.clock_checked),
    )?;
    made.into_iter().for_each(|paper| batch.take_issued(paper));
    Ok(())
}

/// What every paper of a batch is issued with.
struct Issuing<'i> {
    desk: &'i Desk,
    press: &'i Press<'i>,
    names: &'i Names,
    args: &'i GenerateArgs,
    session: &'i Session,
    batch: &'i Batch<'i>,
}

/// Who signs out writes by hand, on the paper that has its number already.
const SIGNATORY: &str = "签发人";

fn one(
    issuing: &Issuing<'_>,
    paper: &Paper<'_>,
    register: &mut Register,
) -> Result<(Record, Made), Vec<Note>> {
    let Issuing {
        desk,
        press,
        names,
        args,
        session,
        batch,
    } = issuing;
    let plan = &desk.judged.plan;
    let day = session.as_of();
    let number = if paper.template.numbered() {
        let body = issuing_body(plan, paper.template);
        let number = register.next(&body, day.year());
        let Some(number) = number else {
            let note = Note::new(Code::IssueNoSymbol).arg("issuer", body.name);
            return Err(vec![note]);
        };
        Some(number)
    } else {
        None
    };
    let shown = number.as_ref().map(luoshi_documents::IssueNumber::shown);
    let setting = issued(plan, paper, batch.fills(), shown, day);
    let made = batch.make(press, paper, &setting, names, day)?;
    let open: Vec<String> = made
        .open
        .iter()
        .filter(|what| *what != SIGNATORY)
        .cloned()
        .collect();
    if !open.is_empty() && !args.with_open {
        let note = Note::new(Code::PaperOpen).arg("paper", paper.id());
        return Err(vec![note.arg("fields", open)]);
    }
    let stamp = Issued {
        record: record_id(&paper.template.name, &paper.occasion.id, number.as_ref()),
        date: day,
        number,
    };
    let kind = kind(desk, paper);
    let files = made.attachments();
    let occasion = &paper.occasion;
    let text = (made.title.as_str(), batch.fills());
    let mut record = record_of(paper.template, occasion, kind, &stamp, text, files);
    record.jurisdiction = Some(plan.jurisdiction.code.clone());
    Ok((record, made))
}

/// The kind of record that proves the duty that asks for a paper; a document where none does.
fn kind(desk: &Desk, paper: &Paper<'_>) -> Kind {
    let duty = paper.occasion.asked_by.as_deref();
    let mut documents = desk.judged.plan.content.documents.iter();
    let found = documents.find(|document| Some(document.duty.id.name.as_str()) == duty);
    let word = found.map(|document| document.evidence.word());
    word.and_then(Kind::from_name).unwrap_or(Kind::Document)
}
