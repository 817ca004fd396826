//! A roster in one month: day by day, and person by person with what an absence leads to.

use std::collections::BTreeMap;

use jiff::civil::Date;
use luoshi_calendar::{Span, Unit, date};
use luoshi_evidence::Kind;
use luoshi_plan::Money;
use luoshi_plan::model::{Absence, Roster};
use serde_json::{Value, json};

use super::Object;
use super::entries::items;
use crate::dates::{self, DateStyle};
use crate::files::Files;

/// Words of the marks of a shift, as `MEANING.md` gives them.
const MARKS: [(&str, &str); 5] = [
    ("attended", "出勤"),
    ("absent", "无故缺勤"),
    ("excused", "请假"),
    ("cancelled", "取消"),
    ("", "未记"),
];

/// One shift of one person.
struct Shift<'a> {
    day: Date,
    staff: &'a str,
    mark: &'a str,
}

pub(super) fn of_month(files: &Files<'_>, at: usize, span: Span) -> Object {
    let roster = &files.plan.content.rosters[at];
    let shifts = shifts(files, &roster.duty.id.name, span);
    let mut out = Object::new();
    out.insert("roster".to_owned(), head(files, roster));
    out.insert("days".to_owned(), days(files, &shifts));
    let (persons, totals) = persons(files, roster, &shifts);
    out.insert("persons".to_owned(), persons);
    out.insert("totals".to_owned(), totals);
    out
}

/// The shifts of the pool in a span, by day and then as entered.
fn shifts<'a>(files: &Files<'a>, duty: &str, span: Span) -> Vec<Shift<'a>> {
    let names = &files.evidence.names;
    let columns = files.evidence.of(Kind::Shift);
    let code = names.code(duty);
    let of = |row: usize| {
        let day = date(columns.day[row])?;
        let staff = items(names.text(columns.actor[row])).next()?;
        let mark = names.text(columns.status[row]);
        let wanted = Some(columns.duty[row]) == code && span.contains(day) && mark != "refused";
        wanted.then_some(Shift { day, staff, mark })
    };
    (0..columns.len()).filter_map(of).collect()
}

fn head(files: &Files<'_>, roster: &Roster) -> Value {
    let names = |all: &[luoshi_plan::model::UnitRef]| -> Vec<String> {
        all.iter().map(|unit| files.actor(&unit.name)).collect()
    };
    let absence = roster.absence.as_ref();
    json!({
        "id": roster.duty.id.name,
        "name": roster.duty.name,
        "crew": roster.crew,
        "pool": names(&roster.pool),
        "led_by": names(&roster.led_by),
        "deduct": absence.and_then(|a| a.deduct).map(|money| money.to_string()),
        "fail_after": absence.and_then(|a| a.fail_after_consecutive),
        "grade": absence.and_then(|a| a.grade.as_ref()),
        "decided_by": absence.and_then(|a| a.decided_by.as_ref()).map(|body| &body.name),
        "produces": roster.produces.iter().map(|m| files.glossary().called(m)).collect::<Vec<_>>(),
    })
}

fn days(files: &Files<'_>, shifts: &[Shift<'_>]) -> Value {
    let mut by_day: BTreeMap<Date, Vec<Value>> = BTreeMap::new();
    for shift in shifts {
        let person = json!({
            "staff": shift.staff,
            "unit": unit_of(files, shift.staff),
            "mark": shift.mark,
            "mark_name": mark_name(shift.mark),
        });
        by_day.entry(shift.day).or_default().push(person);
    }
    let one = |(day, persons): (Date, Vec<Value>)| {
        json!({
            "date": day.to_string(),
            "weekday": dates::styled(day, DateStyle::Weekday),
            "workday": files.plan.workdays.is_workday(day),
            "holiday": files.plan.workdays.holiday_name(day),
            "persons": persons,
        })
    };
    by_day.into_iter().map(one).collect()
}

fn mark_name(mark: &str) -> &str {
    let found = MARKS.iter().find(|(word, _)| *word == mark);
    found.map_or(mark, |(_, name)| name)
}

fn unit_of(files: &Files<'_>, staff: &str) -> Option<String> {
    let mut persons = files.plan.content.persons.iter();
    let person = persons.find(|person| person.staff.name == staff)?;
    person.unit.as_ref().map(|unit| files.actor(&unit.name))
}

/// Each person's shifts counted, and all together. What is cancelled was never assigned.
fn persons(files: &Files<'_>, roster: &Roster, shifts: &[Shift<'_>]) -> (Value, Value) {
    let mut by_person: BTreeMap<&str, [u32; 5]> = BTreeMap::new();
    let mut all = [0u32; 5];
    for shift in shifts {
        let at = MARKS.iter().position(|(word, _)| *word == shift.mark);
        let Some(at) = at else { continue };
        by_person.entry(shift.staff).or_default()[at] += 1;
        all[at] += 1;
    }
    let mut deducted = Money(0);
    let mut rows = Vec::new();
    for (staff, counts) in by_person {
        let deduction = deduction(files, roster.absence.as_ref(), staff, counts[1]);
        deducted.0 += deduction.map_or(0, |money| money.0);
        let mut row = counted(counts);
        row.insert("staff".to_owned(), staff.into());
        row.insert("unit".to_owned(), unit_of(files, staff).into());
        row.insert("deduction".to_owned(), super::text_of(deduction));
        rows.push(Value::Object(row));
    }
    let mut totals = counted(all);
    totals.insert("persons".to_owned(), rows.len().into());
    totals.insert("deduction".to_owned(), deducted.to_string().into());
    (rows.into(), Value::Object(totals))
}

fn counted([attended, absent, excused, cancelled, unmarked]: [u32; 5]) -> Object {
    let pairs = [
        ("assigned", attended + absent + excused + unmarked),
        ("attended", attended),
        ("absent", absent),
        ("excused", excused),
        ("cancelled", cancelled),
        ("unmarked", unmarked),
    ];
    pairs
        .into_iter()
        .map(|(name, count)| (name.to_owned(), count.into()))
        .collect()
}

/// What is proposed to be deducted for a month's absences: none where the rule is not for this person.
/// A cap that runs over more than a month is left to the year's account.
fn deduction(files: &Files<'_>, rule: Option<&Absence>, staff: &str, absent: u32) -> Option<Money> {
    let rule = rule?;
    let each = rule.deduct?;
    let mut persons = files.plan.content.persons.iter();
    let person = persons.find(|person| person.staff.name == staff);
    let category = person.and_then(|person| person.category.as_ref());
    let applies = rule.applies_to.is_empty()
        || category.is_some_and(|category| rule.applies_to.iter().any(|to| to == category));
    if !applies || absent == 0 {
        return None;
    }
    let sum = Money(each.0.saturating_mul(i64::from(absent)));
    let cap = rule.cap.filter(|_| rule.cap_every == Unit::Month);
    Some(cap.map_or(sum, |cap| sum.min(cap)))
}
