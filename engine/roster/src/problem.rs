//! What is to be planned: days, persons, rules. Plain data, nothing left to look up.

use jiff::civil::Date;
use luoshi_calendar::Span;

use crate::demand::Class;

/// A roster that is to be planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Identifier of the roster; records name it in `duty`.
    pub roster: String,
    /// The days that are planned, both ends included.
    pub span: Span,
    /// Who can be on a shift. Whoever has no share at all is not among them.
    pub members: Vec<Member>,
    /// The days with a shift, in order, each once.
    pub days: Vec<Day>,
    /// What holds for everybody.
    pub rules: Rules,
    /// Decides between rosters that are equally good.
    pub seed: u64,
}

/// A person of the pool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Staff number.
    pub staff: String,
    /// Whether of the leading units.
    pub leads: bool,
    /// Share of what others have, in hundredths of a percent: 10000 is a full share. Never 0.
    pub share: u32,
    /// When they cannot be on a shift.
    pub away: Vec<Away>,
    /// Days outside those planned on which they have a shift, for rest and for the most of a week and month.
    pub known: Vec<Date>,
    /// Shifts of earlier months that count for fairness.
    pub carried: Counts,
}

/// Days on which somebody cannot be on a shift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Away {
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
    /// Why, in the words of whoever granted it.
    pub reason: Option<String>,
}

/// Numbers of shifts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// All of them.
    pub total: u32,
    /// Those on weekends that are no public holidays.
    pub weekend: u32,
    /// Those on public holidays.
    pub holiday: u32,
}

/// A day with a shift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// The day on which the shift begins.
    pub date: Date,
    /// Whether a weekend day or a public holiday.
    pub class: Option<Class>,
    /// Persons on the shift: neither more nor fewer.
    pub crew: u32,
    /// Those of them who lead, at least.
    pub leaders: u32,
}

/// Rules that hold for everybody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rules {
    /// Days between two shifts of a person on which they are free, at least.
    pub rest: u32,
    /// Shifts of a person in an ISO week, at most.
    pub week_most: Option<u32>,
    /// Shifts of a person in a calendar month, at most.
    pub month_most: Option<u32>,
    /// Groups of members, by index, who are on a shift all or none; on days when one is away, it does not hold for that one.
    pub together: Vec<Vec<usize>>,
    /// Groups of members, by index, of whom no two are on one shift.
    pub apart: Vec<Vec<usize>>,
    /// Largest difference between the shifts of two persons.
    pub spread: Option<u32>,
    /// Largest difference between their shifts on weekends.
    pub weekend_spread: Option<u32>,
    /// Largest difference between their shifts on public holidays.
    pub holiday_spread: Option<u32>,
}

impl Member {
    /// Whether they are away on a day.
    #[must_use]
    pub fn is_away(&self, day: Date) -> bool {
        self.away.iter().any(|a| a.from <= day && day <= a.until)
    }

    /// What so many shifts, and those carried over, weigh for this person, in hundredths of a shift of
    /// somebody with a full share.
    pub(crate) fn load(&self, class: Option<Class>, shifts: u32) -> i64 {
        let all = u64::from(self.carried.of(class)) + u64::from(shifts);
        let weighed = all * 1_000_000 / u64::from(self.share.max(1));
        i64::try_from(weighed).unwrap_or(i64::MAX)
    }
}

impl Counts {
    /// The number for a class of days; all of them for none.
    #[must_use]
    pub fn of(&self, class: Option<Class>) -> u32 {
        match class {
            None => self.total,
            Some(Class::Weekend) => self.weekend,
            Some(Class::Holiday) => self.holiday,
        }
    }

    /// Adds a shift.
    pub fn add(&mut self, class: Option<Class>) {
        self.total += 1;
        match class {
            None => {}
            Some(Class::Weekend) => self.weekend += 1,
            Some(Class::Holiday) => self.holiday += 1,
        }
    }
}

impl Rules {
    /// The largest difference that is allowed for a class of days; of all shifts for none.
    #[must_use]
    pub fn spread_of(&self, class: Option<Class>) -> Option<u32> {
        match class {
            None => self.spread,
            Some(Class::Weekend) => self.weekend_spread,
            Some(Class::Holiday) => self.holiday_spread,
        }
    }
}
