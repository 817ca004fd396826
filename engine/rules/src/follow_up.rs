//! 整改: records that follow a finding up, as *Rectification* of `MEANING.md` says.

use std::collections::BTreeSet;

use jiff::civil::Date;
use luoshi_calendar::date;
use luoshi_evidence::{Evidence, Kind};
use luoshi_plan::model::Settings;
use luoshi_plan::{Plan, after};

use crate::check::JudgeCx;
use crate::check::chain::{held_on, holders_on};
use crate::check::waiver::granted_by_one_of;
use crate::evaluate::ISSUED;

/// The template whose issued papers give notice of all findings that they list.
const NOTICE: &str = "rectification_notice";
/// What it leaves open for the day by which to put them right; what was filled in is in the note of the record.
const FILLED: &str = "整改截止日期=";

/// What a ledger says about putting failures right.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rectification {
    /// Workdays from the plan's first day to the day of the run; it may be negative.
    pub workday: i64,
    /// The records, in order of day, then of place in the ledger.
    pub records: Vec<FollowUp>,
}

/// A record that follows a finding up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    /// The record: its id.
    pub record: String,
    /// Its place in the ledger.
    pub seq: u32,
    /// Its day.
    pub day: Date,
    /// Workdays from the plan's first day to it: the difference of two is the workdays between them.
    pub workday: i64,
    /// What it says.
    pub act: Act,
    /// Which findings it names.
    pub names: Names,
    /// Who acted, as written.
    pub actors: Vec<String>,
    /// Those, with the roles that they hold that day, who holds them, and the units of both.
    pub stand_for: Vec<String>,
    /// Whether one of them is a body that may close; true where the plan names none.
    pub may_close: bool,
    /// The day by which it must be put right, where the record sets one.
    pub due: Option<Due>,
    /// Free text.
    pub note: Option<String>,
    /// How many files are attached.
    pub attachments: u16,
    /// Whether a correction changed it.
    pub corrected: bool,
}

/// What a record says of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Act {
    /// 通知: it was told to whoever answers.
    Notified,
    /// 申请销号: it was put right, and somebody asks for a re-check.
    Applied,
    /// 同意销号: the re-check found it put right.
    Accepted,
    /// 退回整改: the re-check did not.
    Rejected,
    /// 申诉: somebody appeals against it.
    Appealed,
    /// 维持认定: the appeal is turned down.
    Confirmed,
    /// 撤销认定: the finding was wrong.
    Lifted,
    /// A status that means nothing here.
    Unknown,
}

/// Which findings a record names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Names {
    /// One, by its id.
    Finding(String),
    /// Those that a rectification notice was issued for: the paper's occasion.
    Paper(String),
}

/// A day by which something must be put right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The day.
    pub day: Date,
    /// Workdays from the plan's first day to it.
    pub workday: i64,
    /// Who set it.
    pub by: DueBy,
}

/// Who set a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueBy {
    /// The record.
    Record,
    /// The plan: `rectify_within`.
    Plan,
    /// Nobody: [`Settings::RECTIFY_WITHIN`].
    Default,
}

/// Whether a record follows a finding up and so proves no duty: it names a finding, and no duty.
pub(crate) fn follows_up(kind: Kind, row: usize, evidence: &Evidence) -> bool {
    let columns = evidence.of(kind);
    matches!(kind, Kind::Rectification | Kind::Decision | Kind::Appeal)
        && evidence.names.text(columns.duty[row]).is_empty()
        && !evidence.ids.text(columns.refers[row]).is_empty()
}

/// Everything that the ledger says about putting failures right.
pub(crate) fn rectification(cx: &JudgeCx<'_>) -> Rectification {
    let mut records = Vec::new();
    for kind in [Kind::Rectification, Kind::Decision, Kind::Appeal] {
        let rows = 0..cx.columns(kind).len();
        let rows = rows.filter(|row| follows_up(kind, *row, cx.evidence));
        records.extend(rows.filter_map(|row| follow_up(kind, row, cx)));
    }
    records.extend(notices(cx));
    records.sort_by_key(|record: &FollowUp| (record.day, record.seq));
    let workdays = &cx.plan.workdays;
    Rectification {
        workday: workdays.count(cx.plan.span.from, cx.as_of),
        records,
    }
}

fn follow_up(kind: Kind, row: usize, cx: &JudgeCx<'_>) -> Option<FollowUp> {
    let columns = cx.columns(kind);
    let act = act(kind, cx.evidence.names.text(columns.status[row]));
    let finding = cx.evidence.ids.text(columns.refers[row]).to_owned();
    record(kind, row, act, Names::Finding(finding), cx)
}

fn act(kind: Kind, status: &str) -> Act {
    match (kind, status) {
        (Kind::Rectification, "notified") => Act::Notified,
        (Kind::Rectification, "applied") => Act::Applied,
        (Kind::Decision, "accepted") => Act::Accepted,
        (Kind::Decision, "rejected") => Act::Rejected,
        (Kind::Decision, "confirmed") => Act::Confirmed,
        (Kind::Decision, "lifted") => Act::Lifted,
        (Kind::Appeal, _) => Act::Appealed,
        _ => Act::Unknown,
    }
}

/// The rectification notices that were issued.
fn notices(cx: &JudgeCx<'_>) -> Vec<FollowUp> {
    let is_notice = |marks: &str| {
        let mut marks = marks.split('、').skip_while(|mark| *mark != ISSUED);
        marks.nth(1) == Some(NOTICE)
    };
    let names = &cx.evidence.names;
    let marked: Vec<bool> = names.iter().map(is_notice).collect();
    if !marked.contains(&true) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for kind in Kind::ALL {
        let columns = cx.columns(kind);
        for row in (0..columns.len()).filter(|row| marked[columns.marks[*row] as usize]) {
            let occasion = cx.evidence.ids.text(columns.refers[row]).to_owned();
            found.extend(record(kind, row, Act::Notified, Names::Paper(occasion), cx));
        }
    }
    found
}

fn record(kind: Kind, row: usize, act: Act, names: Names, cx: &JudgeCx<'_>) -> Option<FollowUp> {
    let columns = cx.columns(kind);
    let text = |code: u32| cx.evidence.names.text(code);
    let day = date(columns.day[row])?;
    let actors = text(columns.actor[row]);
    let given = actors.split('、').filter(|actor| !actor.is_empty());
    let given: Vec<String> = given.map(str::to_owned).collect();
    let subject = subject(text(columns.subject[row]), &names, cx.plan);
    let closers = &cx.plan.settings.closed_by;
    let note = cx.evidence.notes.of(columns.seq[row]);
    let until = columns.until[row];
    let until = date(until).filter(|_| until != i32::MIN);
    let until = match names {
        Names::Finding(_) => until,
        Names::Paper(_) => until.or_else(|| note.and_then(filled)),
    };
    Some(FollowUp {
        record: cx.evidence.ids.text(columns.id[row]).to_owned(),
        seq: columns.seq[row],
        day,
        workday: cx.plan.workdays.count(cx.plan.span.from, day),
        stand_for: stand_for(cx.plan, &given, subject, day),
        may_close: granted_by_one_of(closers, actors, cx.plan),
        due: due(act, day, until, cx.plan),
        act,
        names,
        actors: given,
        note: note.map(str::to_owned),
        attachments: columns.attachments[row],
        corrected: columns.corrected[row],
    })
}

/// The day that was filled into a notice: 2012-07-20 or 2012年7月20日.
fn filled(note: &str) -> Option<Date> {
    let mut lines = note.lines().skip(1);
    let text = lines.find_map(|line| line.strip_prefix(FILLED))?;
    let mut parts = text.trim().split(['-', '年', '月', '日']);
    let mut part = || parts.next()?.trim().parse::<i16>().ok();
    let (year, month, day) = (part()?, part()?, part()?);
    let small = |number: i16| i8::try_from(number).ok();
    Date::new(year, small(month)?, small(day)?).ok()
}

/// A notice and a refusal set a day; who turns an appeal down may.
fn due(act: Act, day: Date, until: Option<Date>, plan: &Plan) -> Option<Due> {
    let within = plan.settings.rectify_within;
    let limit = within.unwrap_or(Settings::RECTIFY_WITHIN);
    let (day, by) = match (act, until) {
        (Act::Notified | Act::Rejected | Act::Confirmed, Some(until)) => (until, DueBy::Record),
        (Act::Notified | Act::Rejected, None) => {
            let by = within.map_or(DueBy::Default, |_| DueBy::Plan);
            (after(day, limit, plan), by)
        }
        _ => return None,
    };
    let workday = plan.workdays.count(plan.span.from, day);
    Some(Due { day, workday, by })
}

/// The subject that a record is about: its own, or that of the finding.
fn subject(written: &str, names: &Names, plan: &Plan) -> Option<usize> {
    let of_finding = match names {
        Names::Finding(id) | Names::Paper(id) => id.split('/').nth(1),
    };
    let known = |id: &str| plan.subject_index.get(id).copied();
    known(written).or_else(|| of_finding.and_then(known))
}

/// Actors, the roles that the persons among them hold, who holds the roles, and the units of all: so that
/// a person is known again who acted once by name and once by office. Members of a unit are not it.
fn stand_for(plan: &Plan, actors: &[String], subject: Option<usize>, day: Date) -> Vec<String> {
    let content = &plan.content;
    let mut known: BTreeSet<String> = actors.iter().cloned().collect();
    let mut new: Vec<String> = actors.to_vec();
    while let Some(one) = new.pop() {
        let mut more: Vec<&str> = Vec::new();
        if let Some(role) = content.roles.iter().find(|role| role.id.name == one) {
            let post = subject.filter(|_| role.for_each.is_some());
            // Many hold a post that is there for each subject; without one nobody is meant.
            if post.is_some() == role.for_each.is_some() {
                let holders = holders_on(plan, &role.id.name, post, day);
                more.extend(holders.iter().map(|h| h.person.name.as_str()));
            }
            more.extend(role.unit.as_ref().map(|unit| unit.name.as_str()));
        }
        if let Some(person) = content.persons.iter().find(|p| p.staff.name == one) {
            let held = content.holders.iter();
            let held = held.filter(|h| h.person.name == one && held_on(plan, h, day));
            more.extend(held.map(|h| h.role.name.as_str()));
            more.extend(person.unit.as_ref().map(|unit| unit.name.as_str()));
        }
        for name in more {
            if known.insert(name.to_owned()) {
                new.push(name.to_owned());
            }
        }
    }
    known.into_iter().collect()
}
