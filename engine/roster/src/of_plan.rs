//! What a plan says of a roster, and what happened before, to a problem.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Weekday as Civil};
use luoshi_calendar::{Span, Workdays, period_of, periods};
use luoshi_plan::model::{Group, Lighter, Planning, Roster, UnitRef, Weekday};
use luoshi_plan::{Plan, Ratio};

use crate::chance::Chance;
use crate::demand::Class;
use crate::leave::Leave;
use crate::nights::nights;
use crate::problem::{Away, Counts, Day, Member, Problem, Rules};

/// A full share, in hundredths of a percent.
const FULL: u32 = 10_000;

/// A shift that somebody had, or is to have, outside the days that are planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierShift {
    /// The day on which it began.
    pub date: Date,
    /// Staff number.
    pub staff: String,
}

/// Why there is nothing to plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoProblem {
    /// The plan has no such roster.
    Unknown,
    /// The roster says nothing on how it is planned.
    NoRules,
    /// It says neither on which days there are shifts nor how many there are.
    NoDays,
    /// None of the days is within its term, which is this.
    Outside(Span),
}

/// What is asked for besides what the plan says.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The days to be planned, as far as they are within the roster's term.
    pub span: Span,
    /// Who is on leave.
    pub leave: &'a [Leave],
    /// Shifts of the ledger that were attended or are not marked yet, on any day: those on the days planned are
    /// not looked at.
    pub earlier: &'a [EarlierShift],
    /// Days that have a shift whatever the rules say, such as those of a roster that was published.
    pub standing: &'a [Date],
    /// Days that have none whatever the rules say: cancelled, or over.
    pub closed: &'a [Date],
    /// Decides between rosters that are equally good.
    pub seed: u64,
}

/// What is to be planned of a roster.
///
/// # Errors
///
/// Why there is nothing to plan.
pub fn problem_of(plan: &Plan, roster: &str, asked: &Asked<'_>) -> Result<Problem, NoProblem> {
    let mut rosters = plan.content.rosters.iter();
    let found = rosters.find(|r| r.duty.id.name == roster);
    let roster = found.ok_or(NoProblem::Unknown)?;
    let planning = roster.planning.as_ref().ok_or(NoProblem::NoRules)?;
    let term = roster.duty.period.as_ref();
    let term = term
        .and_then(|t| Span::new(t.from, t.to))
        .and_then(|t| t.intersect(plan.span))
        .unwrap_or(plan.span);
    let span = asked.span.intersect(term).ok_or(NoProblem::Outside(term))?;
    let scene = Scene {
        plan,
        roster,
        planning,
        term,
        span,
        asked,
    };
    let members = scene.members();
    Ok(Problem {
        roster: roster.duty.id.name.to_string(),
        span,
        days: scene.days()?,
        rules: scene.rules(&members),
        members,
        seed: asked.seed,
    })
}

struct Scene<'a> {
    plan: &'a Plan,
    roster: &'a Roster,
    planning: &'a Planning,
    term: Span,
    span: Span,
    asked: &'a Asked<'a>,
}

impl Scene<'_> {
    fn days(&self) -> Result<Vec<Day>, NoProblem> {
        let crew = self.planning.per_shift.unwrap_or(self.roster.crew);
        let share = |r: Ratio| {
            let led = u64::from(crew) * u64::from(r.part);
            u32::try_from(led.div_ceil(u64::from(r.whole.max(1)))).unwrap_or(u32::MAX)
        };
        let led = self
            .roster
            .led_share
            .filter(|_| !self.roster.led_by.is_empty());
        let leaders = self.planning.leaders.unwrap_or(0);
        let leaders = leaders.max(led.map_or(0, share));
        let day = |date: Date| Day {
            date,
            class: class_of(&self.plan.workdays, date),
            crew,
            leaders,
        };
        Ok(self.dates()?.into_iter().map(day).collect())
    }

    /// The days with a shift: those that must be, and in each period of the cadence as many as it asks for.
    fn dates(&self) -> Result<Vec<Date>, NoProblem> {
        let Some(cadence) = self.roster.cadence.get() else {
            let nothing = self.planning.weekdays.is_empty()
                && self.planning.dates.is_empty()
                && self.planning.market.is_none();
            let open = self.span.days().filter(|day| self.must_be(*day));
            return match nothing {
                true => Err(NoProblem::NoDays),
                false => Ok(open.collect()),
            };
        };
        let asked = cadence.at_least.or(cadence.exactly).unwrap_or(0);
        let count = self.planning.shifts.unwrap_or(asked) as usize;
        let mut dates = BTreeSet::new();
        for period in periods(cadence.every, self.term) {
            if period.span.intersect(self.span).is_none() {
                continue;
            }
            let mut chance = Chance::new(self.asked.seed ^ u64::from(period.number));
            let closed = |day: &Date| self.asked.closed.contains(day);
            let days: Vec<Date> = period.span.days().filter(|d| !closed(d)).collect();
            // What was on the days around those planned is settled and counts.
            let held = self.asked.earlier.iter().map(|e| e.date);
            let held = held.filter(|d| period.span.contains(*d) && !self.span.contains(*d));
            let must = days.iter().copied().filter(|day| self.must_be(*day));
            let must = held.chain(must).collect();
            let judged = period.counts(cadence.partial);
            let count = if judged { count } else { 0 };
            dates.extend(nights(&days, &must, count, &mut chance));
        }
        dates.retain(|day| self.span.contains(*day));
        Ok(dates.into_iter().collect())
    }

    /// Whether the day has a shift in any case.
    fn must_be(&self, day: Date) -> bool {
        let standing = self.asked.standing.contains(&day);
        !self.asked.closed.contains(&day) && (standing || self.is_fixed(day))
    }

    /// Whether the planning names the day, by whatever it is.
    fn is_fixed(&self, day: Date) -> bool {
        let weekday = |w: &Weekday| civil(*w) == day.weekday();
        let market = self.planning.market.as_ref().is_some_and(|market| {
            let since = luoshi_calendar::number(day) - luoshi_calendar::number(market.from);
            let every = i32::try_from(market.every_days).unwrap_or(i32::MAX);
            every > 0 && since.rem_euclid(every) == 0
        });
        market || self.planning.weekdays.iter().any(weekday) || self.planning.dates.contains(&day)
    }

    fn members(&self) -> Vec<Member> {
        let persons = self.plan.content.persons.iter();
        let mut members = Vec::new();
        for person in persons {
            let unit = person.unit.as_ref().map(|u| u.name.as_str());
            let of = |units: &[UnitRef]| unit.is_some_and(|u| units.iter().any(|w| w.name == u));
            let share = self.share(&person.staff.name, unit, person.category.as_deref());
            if share == 0 || !(self.roster.pool.is_empty() || of(&self.roster.pool)) {
                continue;
            }
            let staff = &person.staff.name;
            let leave = self.asked.leave.iter().filter(|l| l.staff == *staff);
            let away = leave.map(|l| Away {
                from: l.from,
                until: l.until,
                reason: l.reason.clone(),
            });
            members.push(Member {
                staff: staff.to_string(),
                leads: of(&self.roster.led_by),
                share,
                away: away.collect(),
                known: self.known(staff),
                carried: Counts::default(),
            });
        }
        self.carry(&mut members);
        members
    }

    /// The lightest share that fits a person, in hundredths of a percent.
    fn share(&self, staff: &str, unit: Option<&str>, category: Option<&str>) -> u32 {
        let fits = |l: &&Lighter| {
            l.persons.iter().any(|p| p.name == staff)
                || l.units.iter().any(|u| Some(u.name.as_str()) == unit)
                || l.categories.iter().any(|c| Some(c.as_str()) == category)
        };
        let shares = self.planning.lighter.iter().filter(fits).map(|l| l.share.0);
        shares.min().unwrap_or(FULL)
    }

    fn known(&self, staff: &str) -> Vec<Date> {
        let outside = |e: &&EarlierShift| e.staff == staff && !self.span.contains(e.date);
        let days: BTreeSet<Date> = (self.asked.earlier.iter().filter(outside))
            .map(|e| e.date)
            .collect();
        days.into_iter().collect()
    }

    /// Counts the shifts since the period of `carry_over` began; somebody who had none is taken to have had
    /// as many as the others on average, or a newcomer would have to catch up with a year.
    fn carry(&self, members: &mut [Member]) {
        let first = period_of(self.planning.carry_over, self.span.from)
            .full
            .from;
        for member in members.iter_mut() {
            let counts = member
                .known
                .iter()
                .filter(|d| first <= **d && **d < self.span.from);
            for day in counts {
                member.carried.add(class_of(&self.plan.workdays, *day));
            }
        }
        let old: Vec<&Member> = members.iter().filter(|m| m.carried.total > 0).collect();
        let mean = |of: &dyn Fn(&Counts) -> u32| {
            let sum: u64 = old
                .iter()
                .map(|m| weighed(of(&m.carried), FULL, m.share))
                .sum();
            sum / u64::try_from(old.len().max(1)).unwrap_or(1)
        };
        let usual = [
            mean(&|c| c.total),
            mean(&|c| c.weekend),
            mean(&|c| c.holiday),
        ];
        for member in members.iter_mut().filter(|m| m.carried.total == 0) {
            let [total, weekend, holiday] = usual.map(|n| {
                let n = u32::try_from(n).unwrap_or(u32::MAX);
                u32::try_from(weighed(n, member.share, FULL)).unwrap_or(u32::MAX)
            });
            member.carried = Counts {
                total,
                weekend,
                holiday,
            };
        }
    }

    fn rules(&self, members: &[Member]) -> Rules {
        let places: BTreeMap<&str, usize> = members
            .iter()
            .enumerate()
            .map(|(at, m)| (m.staff.as_str(), at))
            .collect();
        let groups = |groups: &[Group]| -> Vec<Vec<usize>> {
            let group = |g: &Group| {
                let persons = g.persons.iter();
                let known: BTreeSet<usize> = persons
                    .filter_map(|p| places.get(p.name.as_str()).copied())
                    .collect();
                known.into_iter().collect::<Vec<usize>>()
            };
            // Whoever has no share at all is with nobody.
            groups.iter().map(group).filter(|g| g.len() > 1).collect()
        };
        Rules {
            rest: self.planning.rest,
            week_most: self.planning.week_most,
            month_most: self.planning.month_most,
            together: groups(&self.planning.together),
            apart: groups(&self.planning.apart),
            spread: self.planning.spread,
            weekend_spread: self.planning.weekend_spread,
            holiday_spread: self.planning.holiday_spread,
        }
    }
}

fn weighed(count: u32, by: u32, of: u32) -> u64 {
    u64::from(count) * u64::from(by) / u64::from(of.max(1))
}

fn civil(day: Weekday) -> Civil {
    match day {
        Weekday::Monday => Civil::Monday,
        Weekday::Tuesday => Civil::Tuesday,
        Weekday::Wednesday => Civil::Wednesday,
        Weekday::Thursday => Civil::Thursday,
        Weekday::Friday => Civil::Friday,
        Weekday::Saturday => Civil::Saturday,
        Weekday::Sunday => Civil::Sunday,
    }
}

/// Whether a day is a weekend day or belongs to a public holiday: to a run of days off of which one has the
/// name of a holiday. A weekend that is worked to make up for a holiday is neither.
pub(crate) fn class_of(workdays: &Workdays, day: Date) -> Option<Class> {
    if workdays.is_workday(day) {
        return None;
    }
    let named = |day: Date| workdays.holiday_name(day).is_some();
    let off = |day: &Date| !workdays.is_workday(*day);
    let back = std::iter::successors(Some(day), |d| d.yesterday().ok()).take_while(off);
    let on = std::iter::successors(Some(day), |d| d.tomorrow().ok()).take_while(off);
    match back.chain(on).any(named) {
        true => Some(Class::Holiday),
        false => Some(Class::Weekend),
    }
}
