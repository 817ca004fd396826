//! One row of a table to one record.

use std::borrow::Cow;

use luoshi_diagnostics::{FileId, Place};

use super::cells::{Cell, Cells};
use super::loose;
use super::mapping::Mapping;
use super::names::Names;
use super::rejection::Rejection;
use crate::export::unguarded;
use crate::fault::Reason;
use crate::field::Field;
use crate::kind::Kind;
use crate::line::{limit, read_cell};
use crate::raw::RawRecord;
use crate::record::{Record, VOID};

/// What the rows of a table share.
pub(super) struct Shared<'a> {
    pub(super) file: FileId,
    pub(super) mapping: &'a Mapping,
    pub(super) names: &'a Names,
    pub(super) columns: Vec<Column>,
}

/// A column that is imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    /// Which of the cells of a row.
    pub(super) place: usize,
    /// As it was typed.
    pub(super) heading: String,
    pub(super) field: Field,
    /// By how much numbers are multiplied.
    pub(super) factor: i64,
}

/// What stands in a field of a row, from a cell or from the mapping.
struct Given<'a> {
    field: Field,
    heading: &'a str,
    text: &'a str,
    factor: i64,
    fault: Option<Reason>,
    place: Place,
}

impl Shared<'_> {
    /// The record of a row, or everything that is wrong with it.
    pub(super) fn record(&self, row: &Cells<'_>) -> Result<Record, Vec<Rejection>> {
        let line = self.line_place(row);
        if row.unfinished {
            return Err(vec![reject(row, "", "", Reason::Unfinished, line)]);
        }
        let mut raw = RawRecord::empty();
        raw.kind = self.mapping.kind;
        let mut rejected = Vec::new();
        let given = self.given(row);
        for given in &given {
            if let Err(rejection) = self.put(&mut raw, given, row) {
                rejected.push(*rejection);
            }
        }
        if rejected.is_empty()
            && let Err((field, reason)) = raw.whole()
        {
            let heading = self.columns.iter().find(|column| column.field == field);
            let heading = heading.map_or(field.key(), |column| &column.heading);
            rejected.push(reject(row, heading, "", reason, line));
        }
        match Record::from_raw(&raw) {
            Some(record) if rejected.is_empty() => Ok(record),
            _ => Err(rejected),
        }
    }

    pub(super) fn line_place(&self, row: &Cells<'_>) -> Place {
        Place {
            file: self.file,
            start: row.cells.first().map_or(0, |cell| cell.start),
            end: row.cells.last().map_or(0, |cell| cell.end),
        }
    }

    /// Everything that the row says, and what the mapping says where the row is silent.
    fn given<'r>(&'r self, row: &'r Cells<'_>) -> Vec<Given<'r>> {
        let mut given: Vec<Given<'r>> = Vec::new();
        for column in &self.columns {
            let Some(cell) = row.cells.get(column.place) else {
                continue;
            };
            let typed = unguarded(cell.text.trim());
            let text = self.mapping.value(column.field, typed);
            if !text.is_empty() {
                given.push(Given {
                    field: column.field,
                    heading: &column.heading,
                    text,
                    factor: column.factor,
                    // A mapping says what was meant.
                    fault: cell.fault.filter(|_| text == typed),
                    place: self.cell_place(cell),
                });
            }
        }
        let duty = self.mapping.duty.as_deref().map(|duty| (Field::Duty, duty));
        let defaults = self
            .mapping
            .defaults
            .iter()
            .map(|(field, text)| (*field, text.as_str()));
        for (field, text) in defaults.chain(duty) {
            if !given.iter().any(|given| given.field == field) {
                let place = self.line_place(row);
                given.push(Given {
                    field,
                    heading: field.key(),
                    text,
                    factor: 1,
                    fault: None,
                    place,
                });
            }
        }
        // Other cells are read by the kind.
        given.sort_by_key(|given| given.field != Field::Kind);
        given
    }

    fn cell_place(&self, cell: &Cell<'_>) -> Place {
        Place {
            file: self.file,
            start: cell.start,
            end: cell.end,
        }
    }

    fn put<'r>(
        &self,
        raw: &mut RawRecord<'r>,
        given: &Given<'r>,
        row: &Cells<'_>,
    ) -> Result<(), Box<Rejection>> {
        let Given {
            field,
            heading,
            text,
            factor,
            fault,
            ref place,
        } = *given;
        if let Some(reason) = fault {
            return Err(Box::new(reject(row, heading, text, reason, place.clone())));
        }
        let outcome = match field {
            Field::Date => self.date(raw, text),
            Field::Until => loose::day(text)
                .map(|(day, _)| raw.until = day)
                .ok_or(Reason::Date),
            Field::Time => loose::time(text)
                .map(|time| raw.minute = time)
                .ok_or(Reason::Time),
            Field::Quantity => loose::number(text, factor).map(|n| raw.quantity = n),
            Field::Amount => amount(text, factor).map(|n| raw.amount = n),
            Field::Kind => kind(text)
                .map(|kind| raw.kind = Some(kind))
                .ok_or(Reason::Kind),
            Field::Status => {
                // What the plan calls a status goes before what it usually means.
                let called = self.names.word(text);
                self.status(raw.kind, called).and_then(|status| {
                    raw.put(field, Cow::Owned(self.names.word(status).to_owned()))
                })
            }
            Field::RecordedAt => raw.put(field, Cow::Owned(text.replace('/', "-"))),
            Field::Attachments | Field::Set => read_cell(field, text, raw),
            Field::Duty | Field::Subject | Field::Actor => match self.names.resolve(field, text) {
                Ok(ids) => append(raw, field, ids),
                Err(unknown) => {
                    let cell = (heading, place.clone());
                    return Err(Box::new(Rejection::of_name(unknown, row.line, cell)));
                }
            },
            Field::Marks => append(raw, field, self.names.marks(text)),
            _ => raw.put(field, Cow::Borrowed(text)),
        };
        outcome.map_err(|reason| {
            let rejection = reject(row, heading, text, reason, place.clone());
            Box::new(Rejection {
                limit: limit(field.key(), reason),
                ..rejection
            })
        })
    }

    /// The status that a word stands for. Our own export, which alone has a column for what a
    /// correction sets, is taken by its word: what a ledger holds comes back as it was.
    fn status<'t>(&self, kind: Option<Kind>, text: &'t str) -> Result<&'t str, Reason> {
        let exported = self.columns.iter().any(|column| column.field == Field::Set);
        match status(kind, text) {
            // A mark such as x is a mark only where people wrote it.
            Ok(_) if exported && text.is_ascii() => Ok(text),
            Err(_) if exported => Ok(text),
            meant => meant,
        }
    }

    fn date(&self, raw: &mut RawRecord<'_>, text: &str) -> Result<(), Reason> {
        let (day, time) = loose::day(text).ok_or(Reason::Date)?;
        raw.day = day;
        // Spreadsheets write midnight after a day that has no time.
        let has_column = self
            .columns
            .iter()
            .any(|column| column.field == Field::Time);
        if let Some(time) = time.filter(|time| *time > 0 && !has_column) {
            raw.minute = time;
        }
        Ok(())
    }
}

/// Several columns may name actors or marks; they add up.
fn append(raw: &mut RawRecord<'_>, field: Field, text: String) -> Result<(), Reason> {
    let earlier = match field {
        Field::Actor => raw.actor.as_ref(),
        Field::Marks => raw.marks.as_ref(),
        _ => "",
    };
    let all = if earlier.is_empty() {
        text
    } else {
        format!("{earlier}、{text}")
    };
    raw.put(field, Cow::Owned(all))
}

fn kind(text: &str) -> Option<Kind> {
    let bare = |name: &str| loose::narrowed(name).replace(['(', ')'], "");
    Kind::from_name(text).or_else(|| Kind::ALL.into_iter().find(|k| bare(k.zh()) == bare(text)))
}

/// An amount; 500元 under a heading in 万元 contradicts itself.
fn amount(text: &str, factor: i64) -> Result<i64, Reason> {
    if factor != 1 && text.ends_with('元') {
        return Err(Reason::Number);
    }
    loose::number(text, factor)
}

/// The usual marks of attendance sheets, and the words of decisions and withdrawals. A mark of attendance that has no
/// certain meaning, such as △, is for a mapping to explain.
pub(super) fn status(kind: Option<Kind>, text: &str) -> Result<&str, Reason> {
    match (kind, text) {
        (Some(Kind::Shift), _) => attendance(text),
        (Some(Kind::Correction), "作废" | "撤销") => Ok(VOID),
        (Some(Kind::Decision), _) => Ok(decision(text)),
        (Some(Kind::Rectification), "申请解除" | "申请验收" | "申请销号") => {
            Ok("applied")
        }
        (Some(Kind::Rectification), "已通知" | "通知整改" | "限期整改") => {
            Ok("notified")
        }
        // What was not done would count as done: a visit is one visit, whatever its status.
        (Some(kind), _) if is_deed(kind) && says_not_done(text) => Err(Reason::NotDone),
        _ => Ok(text),
    }
}

/// Whether a record of the kind says that somebody did something.
fn is_deed(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Meeting
            | Kind::Visit
            | Kind::Inspection
            | Kind::Response
            | Kind::TaskDone
            | Kind::Document
            | Kind::Training
            | Kind::Reward
            | Kind::Report
    )
}

/// Only words of which nothing else can be meant: 不合格 and 未发现问题 are what an inspection found.
fn says_not_done(text: &str) -> bool {
    const WORDS: [&str; 9] = ["×", "✗", "✘", "✕", "☒", "x", "X", "否", "没有"];
    const AFTER_NOT: [&str; 18] = [
        "完成", "开展", "召开", "开", "落实", "办", "办理", "办结", "走访", "查访", "检查", "培训",
        "报", "报送", "签订", "到", "做", "进行",
    ];
    const CALLED_OFF: [&str; 6] = ["取消", "已取消", "延期", "推迟", "改期", "待开展"];
    WORDS.contains(&text)
        || CALLED_OFF.contains(&text)
        || text
            .strip_prefix(['未', '没'])
            .is_some_and(|rest| AFTER_NOT.contains(&rest))
}

/// What bodies decide; steps of a ladder go by the names of the plan.
fn decision(text: &str) -> &str {
    match text {
        "确认" | "认定" | "维持认定" => "confirmed",
        "否定" | "不予认定" => "rejected",
        "解除" | "撤销认定" => "lifted",
        "认定有因果关系" => "caused",
        "验收合格" | "同意解除" | "同意销号" | "销号" => "accepted",
        "验收不合格" | "不予销号" | "退回整改" => "rejected",
        other => other,
    }
}

fn attendance(text: &str) -> Result<&str, Reason> {
    Ok(match text {
        "出勤" | "到岗" | "在岗" | "到" | "已到" | "√" | "✓" | "✔" | "☑" => {
            "attended"
        }
        "缺勤" | "缺旷" | "旷工" | "缺岗" | "未到" | "未到岗" | "×" | "✗" | "✘" | "✕" | "x"
        | "X" | "☒" => "absent",
        "请假" | "事假" | "病假" | "公差" | "出差" | "公假" | "年休假" | "产假" => {
            "excused"
        }
        "取消" => "cancelled",
        "拒绝" | "不服从" => "refused",
        word if word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') && word.len() > 1 => word,
        _ => return Err(Reason::Mark),
    })
}

pub(super) fn reject(
    row: &Cells<'_>,
    column: &str,
    value: &str,
    reason: Reason,
    place: Place,
) -> Rejection {
    let personal = matches!(reason, Reason::Personal(_));
    Rejection {
        row: row.line,
        column: column.to_owned(),
        value: if personal {
            String::new()
        } else {
            value.to_owned()
        },
        suggestion: String::new(),
        reason,
        limit: 0,
        place: Some(place),
        first: None,
        cell: None,
        first_cell: None,
    }
}
