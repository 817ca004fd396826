//! What a plan asks of people in its period and in a year: 减负一致性评估表.
//!
//! Everything is counted from the plan's own calendar, before any evidence exists. What follows an
//! event, such as the response to an incident, cannot be known in advance and is only named.

mod compare;
mod due;
mod held;
mod meeting;
mod minutes;
mod paper;
mod post;
pub(crate) mod read;
mod score;
mod tally;
mod terms;

use std::collections::BTreeMap;

use jiff::civil::Date;
use luoshi_calendar::Span;
use luoshi_diagnostics::Place;
use luoshi_plan::Plan;

use crate::context::Context;

pub use compare::{Change, Moved, compare};
pub use held::{Held, Measure, held};
pub use minutes::Minutes;
pub use post::{Attendance, PostLoad, RoleLoad};
pub(crate) use score::{is_uncapped, scores_traces, worth};
pub(crate) use tally::is_personal;
pub use terms::{Term, Terms, found, terms};

/// A count in the plan's period, and what it comes to in a whole year.
///
/// A year has 365 days, 52 weeks, 12 months: a plan of nine months is compared with a limit for a year
/// by what it would ask for in one. What is due once, and what has a period of its own, is not scaled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Amount {
    /// In the plan's period.
    pub period: u64,
    /// In a year.
    pub year: u64,
}

impl Amount {
    /// The same in both.
    #[must_use]
    pub fn once(count: u64) -> Amount {
        Amount {
            period: count,
            year: count,
        }
    }

    /// So many times as much.
    #[must_use]
    pub fn times(self, factor: u64) -> Amount {
        Amount {
            period: self.period.saturating_mul(factor),
            year: self.year.saturating_mul(factor),
        }
    }
}

impl Amount {
    /// One of so many equal parts; it goes without a rest.
    fn divided(self, parts: u64) -> Amount {
        Amount {
            period: self.period / parts.max(1),
            year: self.year / parts.max(1),
        }
    }
}

impl std::ops::AddAssign for Amount {
    fn add_assign(&mut self, other: Amount) {
        self.period = self.period.saturating_add(other.period);
        self.year = self.year.saturating_add(other.year);
    }
}

impl std::iter::Sum for Amount {
    fn sum<I: Iterator<Item = Amount>>(all: I) -> Amount {
        let mut sum = Amount::default();
        all.for_each(|amount| sum += amount);
        sum
    }
}

macro_rules! figures {
    ($($(#[doc = $doc:literal])+ $variant:ident = $word:literal;)*) => {
        /// What is counted. Each is the sum of what the single duties ask for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Figure { $( $(#[doc = $doc])+ $variant, )* }

        impl Figure {
            /// All figures, in the order of the statement.
            pub const ALL: &'static [Figure] = &[$(Figure::$variant),*];

            /// Its word: the key in JSON, and after `burden-` that of its name in the catalogue.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Figure::$variant => $word),* }
            }
        }
    };
}

figures! {
    /// Meetings to be held, those that another one stands in for left out.
    Meetings = "meetings";
    /// Persons at meetings, each meeting counted again.
    Attendances = "attendances";
    /// Reports and returns.
    Reports = "reports";
    /// Papers to be written.
    Papers = "papers";
    /// Records that show what every subject must have.
    States = "states";
    /// One-off tasks, for each subject.
    Tasks = "tasks";
    /// Visits.
    Visits = "visits";
    /// Inspections.
    Inspections = "inspections";
    /// Training and publicity.
    Trainings = "trainings";
    /// Shifts, each person's counted.
    Shifts = "shifts";
    /// Figures for indicators.
    Metrics = "metrics";
    /// Records of other kinds.
    Others = "others";
    /// All records: the sum of those above, attendances left out.
    Records = "records";
    /// Marks asked for on records.
    Marks = "marks";
    /// Of them, marks that prove only that something was gone through.
    ProcessMarks = "process-marks";
    /// Attachments asked for.
    Attachments = "attachments";
    /// Minutes for keeping evidence.
    Minutes = "minutes";
    /// Days by which a post must have something ready.
    Deadlines = "deadlines";
    /// Responsibility letters to be signed.
    Letters = "letters";
    /// Vetoes.
    Vetoes = "vetoes";
    /// Indicators.
    Indicators = "indicators";
    /// Items of scorecards.
    ScoreItems = "score-items";
    /// Full marks of all scorecards, in hundredths.
    Points = "points";
    /// Of them, points for papers, meetings and traces, in hundredths.
    TracePoints = "trace-points";
    /// Items that deduct for each case without a cap of their own.
    Uncapped = "uncapped";
    /// Columns with personal data.
    Personal = "personal";
    /// Duties that arise only when something happens.
    OnEvent = "on-event";
    /// Duties whose count the plan leaves open.
    Open = "open";
}

impl Figure {
    /// Whether its count is hundredths of points.
    #[must_use]
    pub fn is_points(self) -> bool {
        matches!(self, Figure::Points | Figure::TracePoints)
    }

    /// The kinds of record, which add up to [`Figure::Records`].
    pub const KINDS: &'static [Figure] = &[
        Figure::Meetings,
        Figure::Reports,
        Figure::Papers,
        Figure::States,
        Figure::Tasks,
        Figure::Visits,
        Figure::Inspections,
        Figure::Trainings,
        Figure::Shifts,
        Figure::Metrics,
        Figure::Others,
    ];
}

/// A role or unit that keeps records, and the subject that its post is for, if it is for one.
pub type Keeper = (Option<String>, Option<usize>);

/// What one duty asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demand {
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: String,
    /// The key of the section that it stands in.
    pub section: &'static str,
    /// The clauses that it carries out.
    pub clauses: Vec<String>,
    /// The role that answers for it.
    pub responsible: Option<String>,
    /// Where it is defined.
    pub place: Place,
    /// Kind of record that proves it, and how many minutes one takes; none if nothing is written.
    pub record: Option<(&'static str, u64)>,
    /// For how many subjects, units or the like it is due at once.
    pub rows: u64,
    /// What it asks for.
    pub amounts: BTreeMap<Figure, Amount>,
    /// Records by who keeps them: the role or unit, and the subject of its post if it has one.
    pub shares: BTreeMap<Keeper, Amount>,
    /// Roles and units that attend: meetings in all, and meetings of each post.
    pub attends: BTreeMap<String, (Amount, Amount)>,
    /// Days by which something must be ready.
    pub deadlines: Vec<Date>,
}

impl Demand {
    /// How much of one figure.
    #[must_use]
    pub fn amount(&self, figure: Figure) -> Amount {
        self.amounts.get(&figure).copied().unwrap_or_default()
    }
}

impl Demand {
    /// Whether it must be written and handed over, unlike a visit or a shift of the month.
    #[must_use]
    pub fn is_paper(&self) -> bool {
        let papers = [
            Figure::Reports,
            Figure::Papers,
            Figure::States,
            Figure::Tasks,
        ];
        papers.iter().any(|figure| self.amount(*figure).period > 0)
    }

    /// Minutes that a role or unit spends on the records of this duty, in the plan's period.
    #[must_use]
    pub fn minutes_of(&self, actor: Option<&str>) -> u64 {
        let own = self
            .shares
            .iter()
            .filter(|((keeper, _), _)| keeper.as_deref() == actor);
        let records: u64 = own.map(|(_, amount)| amount.period).sum();
        records.saturating_mul(self.record.map_or(0, |(_, each)| each))
    }
}

/// The burden statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Burden {
    /// The plan's period.
    pub span: Span,
    /// Workdays in it, by the plan's calendar.
    pub workdays: u64,
    /// Minutes of a workday.
    pub workday: u64,
    /// What every duty asks for, in the order of the plan.
    pub demands: Vec<Demand>,
    /// Every role or unit that keeps records, the heaviest first.
    pub roles: Vec<RoleLoad>,
    /// Every post of those roles, the heaviest first.
    pub posts: Vec<PostLoad>,
    /// Everybody who attends meetings, the most frequent first.
    pub attendance: Vec<Attendance>,
    /// Deadlines in each month of the plan: year, month, how many.
    pub months: Vec<(i16, i8, u64)>,
}

impl Burden {
    /// The sum of one figure over all duties.
    #[must_use]
    pub fn total(&self, figure: Figure) -> Amount {
        self.demands.iter().map(|d| d.amount(figure)).sum()
    }

    /// The share of working time that a role spends on records, in hundredths of a percent, rounded half up: all its
    /// holders together, or its heaviest post if that is more.
    #[must_use]
    pub fn share(&self, load: &RoleLoad) -> u64 {
        let of = |minutes: u64, workdays: u64| {
            let working = workdays.saturating_mul(self.workday).max(1);
            let half = working / 2;
            minutes.saturating_mul(10_000).saturating_add(half) / working
        };
        let heaviest = self.posts.iter().find(|post| post.role == load.role);
        let post = heaviest.map_or(0, |post| post.minutes.period);
        // A unit is many people; a role with one holder is one post.
        let post = if load.posts > 1 {
            of(post, self.workdays)
        } else {
            0
        };
        of(load.minutes.period, load.workdays).max(post)
    }

    /// The duties that ask for most of a figure in the plan's period, at most so many.
    #[must_use]
    pub fn top(&self, figure: Figure, most: usize) -> Vec<&Demand> {
        let mut found: Vec<&Demand> = self.demands.iter().collect();
        found.retain(|d| d.amount(figure).period > 0);
        found.sort_by_key(|d| (std::cmp::Reverse(d.amount(figure).period), &d.id));
        found.truncate(most);
        found
    }
}

/// Counts what a plan asks of people.
#[must_use]
pub fn burden(plan: &Plan, minutes: &Minutes) -> Burden {
    let demands = tally::demands(plan, minutes);
    let before = plan.span.from.saturating_sub(jiff::Span::new().days(1));
    let workdays = plan.workdays.count(before, plan.span.to).unsigned_abs();
    let posts = post::posts(plan, &demands);
    Burden {
        span: plan.span,
        workdays,
        workday: minutes.workday,
        roles: post::roles(plan, &demands, &posts, workdays),
        attendance: post::attendance(plan, &demands),
        months: months(plan.span, &demands),
        posts,
        demands,
    }
}

/// The statement of the plan that rules look at.
pub(crate) fn of(cx: &Context<'_>) -> Burden {
    burden(cx.plan, &Minutes::of(cx.limits, cx.rules_of))
}

/// The plan's months, those without a deadline too.
fn months(span: Span, demands: &[Demand]) -> Vec<(i16, i8, u64)> {
    let mut found: BTreeMap<(i16, i8), u64> = BTreeMap::new();
    for month in luoshi_calendar::periods(luoshi_calendar::Unit::Month, span) {
        found.insert((month.span.from.year(), month.span.from.month()), 0);
    }
    for day in demands.iter().flat_map(|d| &d.deadlines) {
        *found.entry((day.year(), day.month())).or_default() += 1;
    }
    found
        .into_iter()
        .map(|((year, month), n)| (year, month, n))
        .collect()
}
