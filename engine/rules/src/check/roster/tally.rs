//! What is gathered of shifts: for each person, and for each day that must be covered.

use std::collections::BTreeMap;

/// What a shift is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    None,
    Attended,
    Absent,
    Excused,
    /// Absent, on a day that a waiver covers.
    Waived,
    Cancelled,
    Refused,
}

impl Mark {
    /// So many there are.
    pub(crate) const COUNT: usize = Mark::Refused as usize + 1;
}

/// Everything gathered of the shifts of a roster.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) persons: Vec<PersonTally>,
    pub(crate) days: Vec<DayTally>,
    /// Unit that refused, as a name of the ledger, row of the columns, and the waiver of that day.
    pub(crate) refusals: Vec<(String, u32, Option<String>)>,
    /// Row of the columns and day of attended shifts; only when tracing.
    pub(crate) attended: Vec<(u32, i32)>,
}

#[derive(Debug, Clone, Default)]
pub(crate) struct PersonTally {
    pub(crate) shifts: u32,
    pub(crate) attended: u32,
    pub(crate) absent: u32,
    pub(crate) excused: u32,
    pub(crate) unmarked: u32,
    pub(crate) waived: u32,
    pub(crate) run: Longest,
    /// The same as if nothing had been waived.
    pub(crate) unwaived: Longest,
    /// The waivers that took absences out, by record.
    pub(crate) waivers: Vec<String>,
    pub(crate) backfilled: u32,
    /// The last day on which the person counted towards a crew.
    pub(crate) counted_on: Option<i32>,
    /// Day of the last shift of each [`Mark`], as a number.
    pub(crate) last: [Option<i32>; Mark::COUNT],
    /// Unexcused absences per period of the cap.
    pub(crate) by_period: BTreeMap<(i16, u16), u32>,
    /// Every shift in order: day, mark, row of the columns; only when tracing.
    pub(crate) trace: Vec<(i32, Mark, u32)>,
}

/// The run of absences that goes on, and the longest so far.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Longest {
    pub(crate) now: u32,
    pub(crate) length: u32,
    /// Day of the absence with which the longest became so long.
    pub(crate) day: Option<i32>,
}

impl Longest {
    fn absent(&mut self, day: i32) {
        self.now += 1;
        if self.now > self.length {
            self.length = self.now;
            self.day = Some(day);
        }
    }
}

#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct DayTally {
    pub(crate) attended: u16,
    pub(crate) led: u16,
    pub(crate) backfilled: u16,
    pub(crate) marks: u64,
    /// Row of the columns of the first shift attended.
    pub(crate) first: u32,
}

impl PersonTally {
    pub(crate) fn waived_by(&mut self, record: String) {
        if !self.waivers.contains(&record) {
            self.waivers.push(record);
        }
    }

    #[inline]
    pub(crate) fn add(&mut self, mark: Mark, day: i32, as_of: i32, excused_breaks: bool) {
        let broken = |run: &mut Longest| run.now = 0;
        self.last[mark as usize] = Some(day);
        match mark {
            Mark::Attended => {
                self.shifts += 1;
                self.attended += 1;
                broken(&mut self.run);
                broken(&mut self.unwaived);
            }
            Mark::Absent => {
                self.shifts += 1;
                self.absent += 1;
                self.run.absent(day);
                self.unwaived.absent(day);
            }
            Mark::Excused => {
                self.shifts += 1;
                self.excused += 1;
                if excused_breaks {
                    broken(&mut self.run);
                    broken(&mut self.unwaived);
                }
            }
            // As an excused one.
            Mark::Waived => {
                self.shifts += 1;
                self.waived += 1;
                self.unwaived.absent(day);
                if excused_breaks {
                    broken(&mut self.run);
                }
            }
            // A shift of the as-of day may still be marked.
            Mark::None => {
                self.shifts += 1;
                self.unmarked += u32::from(day < as_of);
            }
            Mark::Cancelled | Mark::Refused => {}
        }
    }
}

/// What a word of a record says of its shift.
pub(crate) fn mark(word: &str) -> Mark {
    match word {
        "attended" => Mark::Attended,
        "absent" => Mark::Absent,
        "excused" => Mark::Excused,
        "cancelled" => Mark::Cancelled,
        "refused" => Mark::Refused,
        _ => Mark::None,
    }
}
