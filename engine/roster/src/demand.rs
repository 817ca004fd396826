//! One rule about certain days and persons: what is kept, or named as what cannot be kept.

use jiff::civil::Date;

use crate::problem::Problem;

/// A class of days that is shared fairly by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// A Saturday or Sunday that is no workday and no public holiday.
    Weekend,
    /// A day of a public holiday.
    Holiday,
}

/// A rule with its values, days and persons.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Demand {
    /// So many persons on the shift of a day.
    Crew {
        /// The day.
        day: Date,
        /// How many.
        persons: u32,
    },
    /// So many persons of the leading units on the shift of a day.
    Leaders {
        /// The day.
        day: Date,
        /// How many at least.
        persons: u32,
    },
    /// Somebody is away.
    Away {
        /// Who.
        staff: String,
        /// First day.
        from: Date,
        /// Last day.
        until: Date,
    },
    /// So many free days between two shifts of a person.
    Rest {
        /// How many at least.
        days: u32,
    },
    /// So many shifts of a person in a week.
    WeekMost {
        /// How many at most.
        shifts: u32,
    },
    /// So many shifts of a person in a month.
    MonthMost {
        /// How many at most.
        shifts: u32,
    },
    /// Persons on a shift all or none.
    Together {
        /// Who.
        staff: Vec<String>,
    },
    /// Persons of whom no two are on one shift.
    Apart {
        /// Who.
        staff: Vec<String>,
    },
    /// The largest difference between persons.
    Spread {
        /// In which shifts; in all of them for none.
        class: Option<Class>,
        /// The difference.
        most: u32,
    },
}

/// Every demand of a problem, the general ones last: those are what one would rather not hear about.
pub(crate) fn demands(problem: &Problem) -> Vec<Demand> {
    let rules = &problem.rules;
    let names = |group: &Vec<usize>| -> Vec<String> {
        let name = |m: &usize| problem.members.get(*m).map(|m| m.staff.clone());
        group.iter().filter_map(name).collect()
    };
    let mut all = Vec::new();
    for class in [None, Some(Class::Weekend), Some(Class::Holiday)] {
        let most = rules.spread_of(class);
        all.extend(most.map(|most| Demand::Spread { class, most }));
    }
    let together = |g: &Vec<usize>| Demand::Together { staff: names(g) };
    all.extend(rules.together.iter().map(together));
    let apart = |g: &Vec<usize>| Demand::Apart { staff: names(g) };
    all.extend(rules.apart.iter().map(apart));
    all.extend(rules.week_most.map(|shifts| Demand::WeekMost { shifts }));
    all.extend(rules.month_most.map(|shifts| Demand::MonthMost { shifts }));
    if rules.rest > 0 {
        all.push(Demand::Rest { days: rules.rest });
    }
    for member in &problem.members {
        all.extend(member.away.iter().map(|away| Demand::Away {
            staff: member.staff.clone(),
            from: away.from,
            until: away.until,
        }));
    }
    for day in &problem.days {
        if day.leaders > 0 {
            all.push(Demand::Leaders {
                day: day.date,
                persons: day.leaders,
            });
        }
        all.push(Demand::Crew {
            day: day.date,
            persons: day.crew,
        });
    }
    all
}
