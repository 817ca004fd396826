//! The shifts that are compared: who stood, where, when, and how hard it was.

use std::collections::BTreeMap;

use luoshi_plugin_sdk::{Input, NO_ROW, some_day, some_minute};

/// What makes a shift harder than another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Burden {
    /// It begins at night.
    Night,
    /// It begins on a Saturday or Sunday that is neither a holiday nor a make-up workday.
    Weekend,
    /// It begins on a public holiday.
    Holiday,
}

impl Burden {
    pub(crate) const ALL: [Burden; 3] = [Burden::Night, Burden::Weekend, Burden::Holiday];

    /// The parameter that turns it on.
    pub(crate) const fn parameter(self) -> &'static str {
        match self {
            Burden::Night => "nights",
            Burden::Weekend => "weekends",
            Burden::Holiday => "holidays",
        }
    }
}

/// One person's turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Shift {
    pub(crate) day: i32,
    minute: u16,
    /// Row in `actors`.
    pub(crate) person: u32,
    /// Row in `evidence`.
    pub(crate) row: usize,
    /// By [`Burden::ALL`]; none where it cannot be told, or is not asked for.
    pub(crate) hard: [Option<bool>; 3],
}

/// Shifts by what is guarded: the duty by its id, and the subject. Those of one post were open to the same persons.
pub(crate) type Posts<'i> = BTreeMap<(&'i str, u32), Vec<Shift>>;

/// The classes of the table `days`.
const WEEKEND: u8 = 1;
const HOLIDAY: u8 = 2;

/// Every shift that was a person's own, by post and in order of time, each once.
pub(crate) fn shifts(input: &Input) -> Posts<'_> {
    let evidence = input.evidence();
    let (days, minutes) = (evidence.days("day"), evidence.minutes("minute"));
    let (duties, subjects) = (evidence.texts("duty"), evidence.rows_of("subject"));
    let (actors, status) = (evidence.texts("actor"), evidence.texts("status"));
    let classes = classes(input);
    let nights = Nights::of(input);
    let on = Burden::ALL.map(|burden| input.flag(burden.parameter()));
    let mut persons = Persons::new(input);
    let mut posts = Posts::new();
    for row in 0..evidence.rows() {
        let class = some_day(days[row]).and_then(|day| classes.get(&day));
        let (Some(class), true) = (class, counts(input.text(status[row]))) else {
            continue;
        };
        let night = some_minute(minutes[row]).map(|minute| nights.contain(minute));
        let hard = [night, Some(*class == WEEKEND), Some(*class == HOLIDAY)];
        let hard = std::array::from_fn(|at| hard[at].filter(|_| on[at]));
        let post = (input.text(duties[row]), subjects[row]);
        for person in persons.named(input, actors[row]) {
            posts.entry(post).or_default().push(Shift {
                day: days[row],
                minute: minutes[row],
                person: *person,
                row,
                hard,
            });
        }
    }
    for shifts in posts.values_mut() {
        shifts.sort_unstable();
        // One turn entered twice is one turn.
        shifts.dedup_by_key(|shift| (shift.day, shift.minute, shift.person));
    }
    posts
}

/// Whether a shift of this status fell to the person. An absence did: the roster gave it to her. A shift that was
/// cancelled, refused by a unit or excused did not: whoever stood in has a record of his own.
fn counts(status: &str) -> bool {
    !matches!(status, "cancelled" | "excused" | "refused")
}

fn classes(input: &Input) -> BTreeMap<i32, u8> {
    let table = input.table("days");
    let pairs = table.days("day").iter().zip(table.smalls("class"));
    pairs.map(|(day, class)| (*day, *class)).collect()
}

/// The hours that make a shift a night shift, by when it begins.
struct Nights {
    from: i64,
    until: i64,
}

impl Nights {
    fn of(input: &Input) -> Nights {
        Nights {
            from: 60 * input.number("night_from"),
            until: 60 * input.number("night_until"),
        }
    }

    fn contain(&self, minute: u16) -> bool {
        let minute = i64::from(minute);
        minute >= self.from || minute < self.until
    }
}

/// Who the texts of `actor` name: persons alone, for a unit or a role stands no shift in turn.
struct Persons<'i> {
    rows: BTreeMap<&'i str, u32>,
    known: BTreeMap<u32, Vec<u32>>,
}

impl<'i> Persons<'i> {
    fn new(input: &'i Input) -> Persons<'i> {
        let actors = input.table("actors");
        let rows = (0..NO_ROW).zip(actors.texts("id").iter().zip(actors.texts("kind")));
        let persons = rows.filter(|(_, (_, kind))| input.text(**kind) == "person");
        Persons {
            rows: persons
                .map(|(row, (id, _))| (input.text(*id), row))
                .collect(),
            known: BTreeMap::new(),
        }
    }

    /// Each person of the text once, however often it names them.
    fn named(&mut self, input: &Input, text: u32) -> &[u32] {
        let rows = &self.rows;
        self.known.entry(text).or_insert_with(|| {
            let ids = input.text(text).split('、');
            ids.filter_map(|id| rows.get(id).copied()).collect()
        })
    }
}
