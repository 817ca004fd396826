//! A filled-in template and its setting, put together as a document.

use jiff::civil::Date;
use luoshi_diagnostics::{Code, Note};
use luoshi_layout::{
    Attachment, Attendance, Block, Document, Event, Field, Head, Imprint, Signature,
};
use luoshi_plan::model::{DocumentForm, DocumentKind};

use crate::fill::{fill, filled};
use crate::library::Template;
use crate::markdown::Written;
use crate::setting::Setting;

/// The texts of a template's head, filled in.
#[derive(Debug, Default)]
pub(crate) struct HeadTexts {
    pub(crate) title: String,
    pub(crate) addressees: Vec<String>,
    pub(crate) copies: Vec<String>,
    pub(crate) note: Option<String>,
    pub(crate) present: Vec<String>,
    pub(crate) excused: Vec<String>,
    pub(crate) observing: Vec<String>,
    pub(crate) event: Option<EventTexts>,
}

/// The texts of the day that a paper announces.
#[derive(Debug, Default)]
pub(crate) struct EventTexts {
    pub(crate) date: String,
    pub(crate) time: Option<String>,
    pub(crate) place: Option<String>,
}

impl EventTexts {
    /// With what the process has filled in; what is still open is not known.
    fn filled(self, setting: &Setting) -> EventTexts {
        let known = |text: String| filled(&text, &setting.fills);
        EventTexts {
            date: known(self.date).unwrap_or_default(),
            time: self.time.and_then(known),
            place: self.place.and_then(known),
        }
    }
}

/// The document. `id` names it in calendars.
pub(crate) fn compose(
    template: &Template,
    setting: &Setting,
    head: HeadTexts,
    written: Written,
    id: &str,
) -> Result<Document, Vec<Note>> {
    let form = template.form();
    let event = head
        .event
        .map(|texts| event(template, texts.filled(setting), &head.title, id));
    let event = event.transpose().map_err(|note| vec![*note])?.flatten();
    let official = form != DocumentForm::Working;
    let mut document = Document {
        form,
        kind: template.head.kind,
        head: self::head(template, setting),
        title: head
            .title
            .lines()
            .map(str::trim)
            .map(str::to_owned)
            .filter(|l| !l.is_empty())
            .collect(),
        addressees: head.addressees,
        body: written.body,
        attachments: written.attachments,
        signature: official.then(|| signature(template, setting)).flatten(),
        note: head.note,
        attendance: Attendance {
            present: head.present,
            excused: head.excused,
            observing: head.observing,
        },
        imprint: official.then(|| Imprint {
            copies: head.copies,
            printed_by: setting.issuer.printed_by.clone(),
            printed_on: setting.date,
        }),
        landscape: template.head.landscape,
        events: event.into_iter().collect(),
    };
    fill(&mut document, &setting.fills);
    Ok(document)
}

/// A working paper has no head. A document to a higher body carries who signs it out, whom only the
/// real process knows.
fn head(template: &Template, setting: &Setting) -> Head {
    if template.form() == DocumentForm::Working {
        return Head::default();
    }
    let upward = is_upward(template.head.kind);
    Head {
        masthead: setting.issuer.masthead.clone(),
        preprinted: setting.issuer.preprinted,
        number: setting.number.clone(),
        signatories: if upward {
            vec![Field::Open("签发人".to_owned())]
        } else {
            Vec::new()
        },
        urgency: template.head.urgency.clone(),
    }
}

/// Whether a kind goes to a higher body (条例 第九条 and 第十五条).
pub(crate) fn is_upward(kind: DocumentKind) -> bool {
    matches!(kind, DocumentKind::Request | DocumentKind::Report)
}

/// Minutes are neither signed nor stamped: who issues them stands in their head (10.3).
fn signature(template: &Template, setting: &Setting) -> Option<Signature> {
    (template.form() != DocumentForm::Minutes).then(|| Signature {
        bodies: vec![setting.issuer.name.clone()],
        date: setting.date,
        sealed: template.head.sealed,
    })
}

/// The day that a paper announces; none while it is still to be filled in.
fn event(
    template: &Template,
    texts: EventTexts,
    title: &str,
    id: &str,
) -> Result<Option<Event>, Box<Note>> {
    let text = texts.date.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let bad = || {
        let note = Note::new(Code::TemplateEvent);
        Box::new(
            note.arg("template", template.name.as_str())
                .arg("value", text),
        )
    };
    let date: Date = text.parse().map_err(|_| bad())?;
    let time = texts.time.filter(|time| !time.trim().is_empty());
    let minutes = |time: String| minutes_of(time.trim()).ok_or_else(bad);
    Ok(Some(Event {
        id: id.to_owned(),
        summary: title.split_whitespace().collect(),
        date,
        time: time.map(minutes).transpose()?,
        place: texts.place.filter(|place| !place.trim().is_empty()),
    }))
}

/// Minutes since midnight of a time written HH:MM.
fn minutes_of(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let digits = |part: &str| part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
    let number = |part: &str| part.parse::<u16>().ok().filter(|_| digits(part));
    let (hour, minute) = (number(hour)?, number(minute)?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

/// All text of a document's body and attachments, paragraph by paragraph.
pub(crate) fn paragraphs(document: &Document) -> impl Iterator<Item = String> + '_ {
    let attached = document
        .attachments
        .iter()
        .flat_map(|a: &Attachment| &a.body);
    let blocks = document.body.iter().chain(attached);
    blocks.filter_map(|block| match block {
        Block::Paragraph { text, .. } | Block::Heading { text, .. } => {
            Some(luoshi_layout::text_of(text))
        }
        _ => None,
    })
}
