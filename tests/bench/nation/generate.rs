//! Records of the national workload, the same on every machine: one township-year from a seed.
//!
//! The order of the draws is the definition of the workload; changing it changes every count.

use std::fmt::Write as _;

const FIRST_DAY: i32 = 20_089; // 2025-01-01
const LAST_DAY: i32 = 20_453; // 2025-12-31
/// First days of December 2024 to December 2025.
const MONTHS: [i32; 13] = [
    20_058, 20_089, 20_120, 20_148, 20_179, 20_209, 20_240, 20_270, 20_301, 20_332, 20_362, 20_393,
    20_423,
];
const VILLAGES: i32 = 12;
const PERSONS: i32 = 40;
const WATCH_WEEKS: i32 = 61;
const WATCH_FROM: i32 = 20_031; // Monday 2024-11-04

/// SplitMix64, as published; numbers below a bound by multiplication.
struct Draws(u64);

impl Draws {
    fn new(seed: u64, township: u32) -> Draws {
        let mixed = (u64::from(township) + 1).wrapping_mul(0xD134_2543_DE82_EF95);
        let mut draws = Draws(seed ^ mixed);
        draws.next();
        draws
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: i32) -> i32 {
        let bound = u64::from(bound.unsigned_abs());
        i32::try_from(((self.next() >> 32) * bound) >> 32).unwrap_or(0)
    }
}

/// One record before it is written.
#[derive(Clone, Copy)]
struct Made {
    day: i32,
    kind: &'static str,
    duty: &'static str,
    village: Option<i32>,
    person: Option<i32>,
    status: &'static str,
    /// Score or yuan.
    number: Option<i32>,
    /// Number of the task, for a task and its completion.
    task: Option<usize>,
}

fn made(day: i32, kind: &'static str, duty: &'static str) -> Made {
    Made {
        day,
        kind,
        duty,
        village: None,
        person: None,
        status: "",
        number: None,
        task: None,
    }
}

/// A record as another system would export it.
#[derive(Debug, Clone, Copy)]
#[allow(dead_code, reason = "not every benchmark writes tables")]
pub(crate) struct Row {
    pub(crate) day: i32,
    /// The name of the duty, `incident` or `task_done`.
    pub(crate) kind: &'static str,
    pub(crate) village: Option<i32>,
    pub(crate) person: Option<i32>,
    pub(crate) status: Option<&'static str>,
    /// Score or yuan.
    pub(crate) amount: Option<i32>,
    /// The number of the record, or of the task that was completed.
    pub(crate) reference: u64,
}

/// All records of one township, in order of day.
#[allow(dead_code, reason = "not every benchmark writes tables")]
pub(crate) fn rows(seed: u64, township: u32) -> Vec<Row> {
    let (records, task_ids) = ordered(seed, township);
    let row = |(at, made): (usize, &Made)| {
        let own = match (made.kind, made.task) {
            ("task_done", Some(task)) => task_ids[task],
            _ => at,
        };
        Row {
            day: made.day,
            kind: match made.kind {
                "incident" | "task_done" => made.kind,
                _ => made.duty,
            },
            village: made.village,
            person: made.person,
            status: (!made.status.is_empty()).then_some(made.status),
            amount: made.number,
            reference: u64::from(township) * 10_000 + own as u64,
        }
    };
    records.iter().enumerate().map(row).collect()
}

/// All records in order of day, and which of them is each task.
fn ordered(seed: u64, township: u32) -> (Vec<Made>, [usize; 30]) {
    let mut records = draw(&mut Draws::new(seed, township));
    // Stable: records of one day stay in the order of the draws.
    records.sort_by_key(|r| r.day);
    let mut task_ids = [0; 30];
    for (at, record) in records.iter().enumerate() {
        if let (Some(task), "task") = (record.task, record.kind) {
            task_ids[task] = at;
        }
    }
    (records, task_ids)
}

/// All records of one township as JSON lines, in order of day, and how many.
#[allow(dead_code, reason = "not every benchmark writes lines")]
pub(crate) fn township(seed: u64, township: u32, out: &mut String) -> usize {
    let (records, task_ids) = ordered(seed, township);
    for (at, record) in records.iter().enumerate() {
        write(record, township, at, &task_ids, out);
    }
    records.len()
}

fn draw(draws: &mut Draws) -> Vec<Made> {
    let mut out = Vec::with_capacity(2_700);
    meetings(draws, &mut out);
    visits(draws, &mut out);
    patrols(draws, &mut out);
    incidents(draws, &mut out);
    watches(draws, &mut out);
    rewards(draws, &mut out);
    tasks(draws, &mut out);
    out
}

fn meetings(draws: &mut Draws, out: &mut Vec<Made>) {
    for first in MONTHS {
        if draws.below(1000) >= 40 {
            out.push(made(first + draws.below(28), "meeting", "council_meeting"));
            if draws.below(100) < 5 {
                out.push(made(first + draws.below(28), "meeting", "council_meeting"));
            }
        }
    }
    for quarter in 0..4 {
        if draws.below(1000) >= 50 {
            out.push(made(
                MONTHS[1 + 3 * quarter] + draws.below(90),
                "meeting",
                "briefing",
            ));
        }
    }
}

fn visits(draws: &mut Draws, out: &mut Vec<Made>) {
    for village in 0..VILLAGES {
        for first in MONTHS {
            if draws.below(1000) >= 30 {
                let day = first + draws.below(28);
                let person = Some(draws.below(PERSONS));
                out.push(Made {
                    village: Some(village),
                    person,
                    ..made(day, "visit", "visit")
                });
            }
        }
    }
}

fn patrols(draws: &mut Draws, out: &mut Vec<Made>) {
    let chronic: Vec<bool> = (0..PERSONS).map(|_| draws.below(40) == 0).collect();
    for day in MONTHS[0]..=LAST_DAY {
        let mut crew: Vec<i32> = Vec::with_capacity(4);
        while crew.len() < 4 {
            let person = draws.below(PERSONS);
            if !crew.contains(&person) {
                crew.push(person);
            }
        }
        for person in crew {
            let draw = draws.below(1000);
            let absent = if chronic[usize::try_from(person).unwrap_or(0)] {
                400
            } else {
                20
            };
            let status = match draw {
                d if d < absent => "absent",
                d if d < absent + 30 => "excused",
                _ => "attended",
            };
            out.push(Made {
                person: Some(person),
                status,
                ..made(day, "shift", "patrol")
            });
        }
    }
}

fn incidents(draws: &mut Draws, out: &mut Vec<Made>) {
    for _ in 0..15 + draws.below(11) {
        let day = FIRST_DAY + draws.below(365);
        let village = Some(draws.below(VILLAGES));
        let status = match draws.below(100) {
            0..5 => "cattle_theft",
            5..20 => "burglary",
            20..65 => "dispute",
            65..75 => "fire",
            _ => "other",
        };
        out.push(Made {
            village,
            status,
            ..made(day, "incident", "")
        });
    }
}

fn watches(draws: &mut Draws, out: &mut Vec<Made>) {
    for village in 0..VILLAGES {
        let base = if draws.below(100) < 3 {
            45 + draws.below(20)
        } else {
            70 + draws.below(15)
        };
        for week in 0..WATCH_WEEKS {
            let day = WATCH_FROM + 7 * week + draws.below(7);
            let score = (base + draws.below(31) - 15).clamp(0, 100);
            if day <= LAST_DAY {
                let record = made(day, "metric", "watch");
                out.push(Made {
                    village: Some(village),
                    number: Some(score),
                    ..record
                });
            }
        }
    }
}

fn rewards(draws: &mut Draws, out: &mut Vec<Made>) {
    for _ in 0..8 + draws.below(5) {
        let day = FIRST_DAY + draws.below(365);
        let person = Some(draws.below(PERSONS));
        let yuan = if draws.below(10) == 0 {
            if draws.below(2) == 0 {
                50 + 10 * draws.below(15)
            } else {
                2_010 + 10 * draws.below(100)
            }
        } else {
            200 + 10 * draws.below(181)
        };
        out.push(Made {
            person,
            number: Some(yuan),
            ..made(day, "reward", "reward")
        });
    }
}

fn tasks(draws: &mut Draws, out: &mut Vec<Made>) {
    for task in 0..30 {
        let due = FIRST_DAY + draws.below(365);
        let person = Some(draws.below(PERSONS));
        let done = match draws.below(100) {
            0..85 => Some(due - draws.below(21)),
            85..95 => Some(due + 1 + draws.below(60)),
            _ => None,
        };
        let task = Some(task);
        out.push(Made {
            person,
            task,
            ..made(due, "task", "task")
        });
        if let Some(day) = done.filter(|day| *day <= LAST_DAY) {
            out.push(Made {
                person,
                task,
                ..made(day, "task_done", "task")
            });
        }
    }
}

fn write(record: &Made, township: u32, at: usize, task_ids: &[usize; 30], out: &mut String) {
    let day = luoshi_calendar::date(record.day).map_or_else(String::new, |d| d.to_string());
    let _ = write!(
        out,
        r#"{{"id":"{township}-{at}","kind":"{}","date":"{day}""#,
        record.kind
    );
    if !record.duty.is_empty() {
        let _ = write!(out, r#","duty":"{}""#, record.duty);
    }
    if let Some(village) = record.village {
        let _ = write!(out, r#","subject":"v{village}""#);
    }
    if let Some(person) = record.person {
        let _ = write!(out, r#","actor":"p{person}""#);
    }
    if !record.status.is_empty() {
        let _ = write!(out, r#","status":"{}""#, record.status);
    }
    if let Some(number) = record.number {
        let key = if record.kind == "reward" {
            "amount"
        } else {
            "quantity"
        };
        let _ = write!(out, r#","{key}":{number}"#);
    }
    if let (Some(task), "task_done") = (record.task, record.kind) {
        let _ = write!(out, r#","ref":"{township}-{}""#, task_ids[task]);
    }
    out.push_str("}\n");
}
