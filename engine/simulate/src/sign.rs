//! 疑点: records as they look where a ledger was not kept honestly, for the plugins of a plan to find.

use jiff::civil::{Date, Weekday};
use luoshi_evidence::{Hundredths, Kind};
use luoshi_rules::{Check, Roster};
use serde::Deserialize;

use crate::days::plus;
use crate::planted::Why;
use crate::world::{Draft, World};

/// Days that lie at least between a record and its entry if it is entered with many others.
const LONG: i64 = 30;
/// Records that a sign takes if it does not say how many.
const ENTERED: u32 = 40;
const NOTED: u32 = 4;
/// Of a hundred figures, how many are rounded.
const ROUNDED: u32 = 80;
const NOTE: &str = "走访农户三户，询问了邻里纠纷和夜间治安情况，讲了防火防盗常识，群众反映村口路灯不亮，已转村委会处理。";

/// A sign to plant.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sign {
    /// The suspect finding that must come out: `RULE`, or `RULE/WHOM`.
    pub finding: String,
    /// What the records look like.
    pub looks: Looks,
    /// The duty whose records look like that.
    pub of: String,
    /// Why, in one line for people.
    pub why: String,
    /// How many records.
    #[serde(default)]
    pub times: Option<u32>,
    /// The day of entry.
    #[serde(default)]
    pub on: Option<Date>,
}

/// What records look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Looks {
    /// Records of months entered on one day.
    EnteredAtOnce,
    /// One note under records of different days.
    SameNote,
    /// One person stands in for others on every weekend.
    Weekends,
    /// The figures of one subject mostly end in 0.
    Rounded,
}

impl Sign {
    fn whom(&self) -> Result<&str, Why> {
        let whom = self.finding.split_once('/').map(|(_, whom)| whom);
        whom.ok_or(Why::Mismatch)
    }
}

/// Plants one sign in records that nothing else is planted in.
pub(crate) fn plant(world: &mut World<'_>, sign: &Sign) -> Result<(), Why> {
    let rule = sign.finding.split('/').next();
    let mut rules = world.plan().content.plugins.iter();
    if !rules.any(|r| Some(r.duty.id.name.as_str()) == rule) {
        return Err(Why::UnknownFinding);
    }
    match sign.looks {
        Looks::EnteredAtOnce => entered_at_once(world, sign),
        Looks::SameNote => same_note(world, sign),
        Looks::Weekends => weekends(world, sign),
        Looks::Rounded => rounded(world, sign),
    }
}

fn entered_at_once(world: &mut World<'_>, sign: &Sign) -> Result<(), Why> {
    let on = sign.on.ok_or(Why::Mismatch)?;
    let before = plus(on, -LONG);
    let long_past = |d: &Draft| d.record.date < before;
    for at in some(world, sign, sign.times.unwrap_or(ENTERED), long_past)? {
        world.touch(at);
        world.drafts[at].entered = Some(on);
    }
    Ok(())
}

fn same_note(world: &mut World<'_>, sign: &Sign) -> Result<(), Why> {
    let silent = |d: &Draft| d.record.note.is_none();
    for at in some(world, sign, sign.times.unwrap_or(NOTED), silent)? {
        world.touch(at).note = Some(NOTE.to_owned());
    }
    Ok(())
}

/// So many free drafts of the sign's duty, spread over the year.
fn some(
    world: &World<'_>,
    sign: &Sign,
    wanted: u32,
    fits: impl Fn(&Draft) -> bool,
) -> Result<Vec<usize>, Why> {
    let fits = |d: &Draft| is_free(d) && !d.backfilled && is_of(d, sign) && fits(d);
    let mut all: Vec<usize> = world
        .alive()
        .filter(|(_, d)| fits(d))
        .map(|(at, _)| at)
        .collect();
    all.sort_by_key(|at| (world.drafts[*at].record.date, *at));
    let wanted = wanted as usize;
    if all.len() < wanted {
        return Err(Why::NoRoom);
    }
    Ok((0..wanted).map(|n| all[n * all.len() / wanted]).collect())
}

fn is_free(draft: &Draft) -> bool {
    !draft.touched
}

fn is_of(draft: &Draft, sign: &Sign) -> bool {
    draft.record.duty.as_deref() == Some(sign.of.as_str())
}

/// Somebody stands in for one of the others on every weekend.
fn weekends(world: &mut World<'_>, sign: &Sign) -> Result<(), Why> {
    let whom = sign.whom()?;
    let mut checks = world.program.checks.iter();
    let roster = checks.find_map(|check| match check {
        Check::Roster(roster) if roster.record_duty == sign.of => Some(&**roster),
        _ => None,
    });
    let roster = roster.ok_or(Why::Mismatch)?;
    let shifts = world.of_duty(Kind::Shift, &sign.of);
    let mut taken = false;
    for at in &shifts {
        if can_take(world, roster, &shifts, *at, whom) {
            world.drafts[*at].record.actor = vec![whom.to_owned()];
            taken = true;
        }
    }
    taken.then_some(()).ok_or(Why::NoRoom)
}

/// Whether a shift lies on a weekend and this person can stand it instead of who does.
fn can_take(world: &World<'_>, roster: &Roster, shifts: &[usize], at: usize, whom: &str) -> bool {
    let plan = world.plan();
    let shift = &world.drafts[at];
    let day = shift.record.date;
    let stands = |at: usize, who: &str| world.drafts[at].record.actor.iter().any(|a| a == who);
    let on_duty = |at: &usize| world.drafts[*at].record.date == day && stands(*at, whom);
    let leads = |who: &str| {
        let mut persons = plan.content.persons.iter();
        let person = persons.position(|p| p.staff.name == who);
        person.map(|person| roster.leads[person])
    };
    let Some(other) = shift.record.actor.first() else {
        return false;
    };
    // Whose shifts were planted with absences keeps them: a run of them would fall apart.
    let planted = |at: &usize| stands(*at, other) && !is_free(&world.drafts[*at]);
    is_free(shift)
        && shift.record.status.as_deref() == Some("attended")
        && matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
        && !plan.workdays.is_workday(day)
        && leads(other) == leads(whom)
        && !shifts.iter().any(on_duty)
        && !shifts.iter().any(planted)
}

fn rounded(world: &mut World<'_>, sign: &Sign) -> Result<(), Why> {
    let whom = sign.whom()?;
    let mut chance = world.chance(&sign.finding);
    let figures: Vec<(usize, Hundredths)> = world
        .alive()
        .filter(|(_, d)| is_free(d) && is_of(d, sign))
        .filter(|(_, d)| d.record.subject.as_deref() == Some(whom))
        .filter_map(|(at, d)| Some((at, d.record.quantity?)))
        .collect();
    if figures.is_empty() {
        return Err(Why::NoRoom);
    }
    for (at, Hundredths(figure)) in figures {
        if chance.happens(ROUNDED) {
            let tens = (figure + 500) / 1000;
            world.touch(at).quantity = Some(Hundredths(tens.max(1) * 1000));
        }
    }
    Ok(())
}
