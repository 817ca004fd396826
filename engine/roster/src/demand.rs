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

impl Demand {
    /// Whether it is about no certain days.
    pub(crate) fn is_general(&self) -> bool {
        !matches!(
            self,
            Demand::Crew { .. } | Demand::Leaders { .. } | Demand::Away { .. }
        )
    }
}

/// Every demand of a problem, those about no certain days first. An explanation leaves out from the back what
/// it can, and so comes to speak of the first days.
pub(crate) fn demands(problem: &Problem) -> Vec<Demand> {
    let rules = &problem.rules;
    let mut all = Vec::new();
    if rules.rest > 0 {
        all.push(Demand::Rest { days: rules.rest });
    }
    all.extend(rules.week_most.map(|shifts| Demand::WeekMost { shifts }));
    all.extend(rules.month_most.map(|shifts| Demand::MonthMost { shifts }));
    let apart = |g: &Vec<usize>| Demand::Apart {
        staff: names(problem, g),
    };
    all.extend(rules.apart.iter().map(apart));
    let together = |g: &Vec<usize>| Demand::Together {
        staff: names(problem, g),
    };
    all.extend(rules.together.iter().map(together));
    for class in [None, Some(Class::Weekend), Some(Class::Holiday)] {
        let most = rules.spread_of(class);
        all.extend(most.map(|most| Demand::Spread { class, most }));
    }
    for member in &problem.members {
        all.extend(member.away.iter().map(|away| Demand::Away {
            staff: member.staff.clone(),
            from: away.from,
            until: away.until,
        }));
    }
    all.extend(of_days(problem));
    all
}

fn of_days(problem: &Problem) -> Vec<Demand> {
    let mut all = Vec::new();
    for day in &problem.days {
        all.push(Demand::Crew {
            day: day.date,
            persons: day.crew,
        });
        if day.leaders > 0 {
            all.push(Demand::Leaders {
                day: day.date,
                persons: day.leaders,
            });
        }
    }
    all
}

/// The staff numbers of a group of members.
pub(crate) fn names(problem: &Problem, group: &[usize]) -> Vec<String> {
    let name = |m: &usize| problem.members.get(*m).map(|m| m.staff.clone());
    group.iter().filter_map(name).collect()
}
