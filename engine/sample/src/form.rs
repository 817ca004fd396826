//! The list for the person on site: a line that says what was drawn, headings, a row for each record.

use luoshi_diagnostics::{Lang, Messages};

use crate::draw::{Sample, Stratum};
use crate::head::Head;
use crate::unit::{By, sha256};

/// The columns, by the key of their headings.
pub(crate) const COLUMNS: [&str; 13] = [
    "number", "township", "stratum", "all", "drawn", "date", "kind", "duty", "subject", "actor",
    "record", "result", "note",
];

/// The last column, by which a row that is not of the sample is noticed.
pub(crate) const CHECK: &str = "check";

/// What was found on site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// 属实: it happened as recorded.
    Confirmed,
    /// 不属实: it did not, or not as recorded.
    Refuted,
    /// 查无: nothing and nobody attests it.
    NotFound,
    /// 未查: nobody has looked.
    Unchecked,
}

impl Answer {
    /// Every answer, in the order of the drop-down.
    pub const ALL: [Answer; 4] = [
        Answer::Confirmed,
        Answer::Refuted,
        Answer::NotFound,
        Answer::Unchecked,
    ];

    /// The word in JSON, and the end of its key in the catalogue.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Answer::Confirmed => "confirmed",
            Answer::Refuted => "refuted",
            Answer::NotFound => "not_found",
            Answer::Unchecked => "unchecked",
        }
    }

    /// The answer that a cell holds, in either language; an empty cell says that nobody has looked.
    pub(crate) fn read(cell: &str) -> Option<Answer> {
        let cell = cell.trim();
        if cell.is_empty() {
            return Some(Answer::Unchecked);
        }
        Answer::ALL.into_iter().find(|answer| {
            let shown = |lang| answer.shown(Messages::of(lang));
            Lang::ALL.into_iter().any(|lang| shown(lang) == cell)
        })
    }

    /// As people read it.
    #[must_use]
    pub fn shown(self, words: Messages) -> String {
        words.word(&format!("sample-answer-{}", self.word()))
    }
}

/// The list as texts, for a table or a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// What it is, for the person on site.
    pub title: String,
    /// What was drawn, for the program.
    pub head: String,
    /// The headings.
    pub headings: Vec<String>,
    /// The rows, as long as the headings.
    pub rows: Vec<Vec<String>>,
}

impl Form {
    /// The list of a sample. Officials are staff numbers in it, as in the ledger.
    #[must_use]
    pub fn of(sample: &Sample, words: Messages) -> Form {
        let head = Head::of(sample);
        let labels: Vec<String> = sample
            .strata
            .iter()
            .map(|stratum| label(&sample.request.by, stratum, words))
            .collect();
        let row = |(number, item): (usize, &crate::draw::Item)| {
            let unit = &item.unit;
            let stratum = &sample.strata[item.stratum];
            let label = &labels[item.stratum];
            let (all, drawn) = (stratum.all.to_string(), stratum.drawn.to_string());
            let check = check(&head, [label, &all, &drawn, &unit.township, &unit.id]);
            vec![
                number.to_string(),
                unit.township.clone(),
                label.clone(),
                all,
                drawn,
                unit.date.to_string(),
                kind_name(unit.kind.name(), words),
                unit.duty_name.clone(),
                unit.subject_name.clone(),
                unit.actor.clone(),
                unit.id.clone(),
                String::new(),
                String::new(),
                check,
            ]
        };
        let title = words.text(
            "sample-form-title",
            &vec![
                ("day", sample.request.as_of.to_string().into()),
                ("drawn", number(sample.items.len()).into()),
            ],
        );
        let keys = COLUMNS.into_iter().chain([CHECK]);
        Form {
            title,
            headings: keys
                .map(|key| words.word(&format!("sample-column-{key}")))
                .collect(),
            rows: (1..).zip(&sample.items).map(row).collect(),
            head,
        }
    }
}

/// What a stratum is called.
pub(crate) fn label(by: &[By], stratum: &Stratum, words: Messages) -> String {
    if by.is_empty() {
        return words.word("sample-stratum-whole");
    }
    let part = |(by, key): (&By, &String)| match by {
        By::Kind => kind_name(key, words),
        _ if key.is_empty() => words.word("sample-stratum-none"),
        _ => key.clone(),
    };
    by.iter()
        .zip(&stratum.key)
        .map(part)
        .collect::<Vec<_>>()
        .join(" · ")
}

/// The letter keeps a spreadsheet from taking digits and an `e` for a number.
pub(crate) fn check(head: &str, row: [&str; 5]) -> String {
    let sum = sha256(&format!("{head}\u{1f}{}", row.join("\u{1f}")));
    format!("c{}", &sum[..10])
}

/// The list as a table: with a byte-order mark, because spreadsheets take it for GBK without one.
#[must_use]
pub fn csv_form(form: &Form) -> String {
    let mut out = csv::WriterBuilder::new()
        .flexible(true)
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    // Writing into memory does not fail.
    let _ = out.write_record([&form.head]);
    let _ = out.write_record(&form.headings);
    for row in &form.rows {
        let _ = out.write_record(row);
    }
    let bytes = out.into_inner().unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}

fn kind_name(kind: &str, words: Messages) -> String {
    words.word(&format!("record-kind-{kind}"))
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
