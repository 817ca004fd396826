//! Synthetic years of figures: the model of the page, honest or with one village that makes its figures up.

#![allow(dead_code, unreachable_pub, reason = "each test uses a part of it")]

pub mod chance;
pub mod pack;

use chance::Chance;
use pack::{Ledger, Record};

/// What the first village does to its figures of the duties that vary widely.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Planted {
    Nothing,
    /// So many of a hundred are rounded to a five or a ten.
    Rounded(usize),
    /// So many of a hundred get a favourite last digit, 3, 7 or 8.
    Digits(usize),
    /// So many of a hundred are those of the month before.
    Copied(usize),
    /// Its events are put down as their mean, give or take two.
    Steady,
}

/// What villages report, month by month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Households visited: normal, with a wide spread and a season.
    Visits,
    /// Leaflets handed out: even between two bounds.
    Leaflets,
    /// Working days of volunteers: exponential.
    Volunteers,
    /// Persons present: most of a fixed number.
    Attendance,
    /// Persons registered: a stock that moves by a few.
    Stock,
    /// A stock that moves by dozens.
    Livestock,
    /// Members of a team: fixed.
    Team,
    /// Things that seldom happen, mostly none.
    Rare,
    /// Expenses in yuan and fen, over two powers of ten, one in three a round sum.
    Expenses,
    /// Rewards, of a list of six rates.
    Rewards,
    /// Disputes: events.
    Disputes,
}

const SHAPES: [(&str, Shape); 11] = [
    ("visits", Shape::Visits),
    ("leaflets", Shape::Leaflets),
    ("volunteers", Shape::Volunteers),
    ("attendance", Shape::Attendance),
    ("stock", Shape::Stock),
    ("livestock", Shape::Livestock),
    ("team", Shape::Team),
    ("rare", Shape::Rare),
    ("expenses", Shape::Expenses),
    ("rewards", Shape::Rewards),
    ("disputes", Shape::Disputes),
];

const VILLAGES: usize = 12;
/// 2012-01-31.
const FIRST: i32 = 15_370;

/// A year in which every village reports every duty each month, and the widely varying ones twice a month.
pub fn year(planted: Planted, seed: u64) -> Ledger {
    of(&SHAPES, planted, seed)
}

/// A year of events alone.
pub fn events(planted: Planted, seed: u64) -> Ledger {
    of(&SHAPES[10..], planted, seed)
}

fn of(shapes: &[(&'static str, Shape)], planted: Planted, seed: u64) -> Ledger {
    let mut chance = Chance(seed);
    let mut records = Vec::new();
    for (duty, shape) in shapes {
        for village in 0..VILLAGES {
            let mut values = values(*shape, &mut chance);
            if village == 0 {
                plant(planted, *shape, &mut values, &mut chance);
            }
            let every = if values.len() > 12 { 15 } else { 30 };
            let days = (0..).map(|n| FIRST + n * every);
            let money = matches!(shape, Shape::Expenses | Shape::Rewards);
            records.extend(days.zip(values).map(|(day, value)| Record {
                duty,
                day,
                village,
                money,
                value,
            }));
        }
    }
    Ledger {
        records,
        villages: VILLAGES,
    }
}

/// In hundredths.
fn values(shape: Shape, chance: &mut Chance) -> Vec<i64> {
    let level = 1.0 + chance.share();
    let fixed = chance.between(3, 9) as f64;
    let mut stock = 400.0 + 1500.0 * chance.share();
    let count = match shape {
        Shape::Visits | Shape::Leaflets | Shape::Volunteers => 24,
        _ => 12,
    };
    let value = |n: usize| match shape {
        Shape::Visits => level * (150.0 + 40.0 * chance.normal()) + 3.0 * n as f64,
        Shape::Leaflets => level * (60.0 + 140.0 * chance.share()),
        Shape::Volunteers => level * 50.0 * chance.exponential(),
        Shape::Attendance => (0..60).filter(|_| chance.percent(85)).count() as f64,
        Shape::Stock => {
            stock += (6.0 * chance.share()).floor() - 2.0;
            stock
        }
        Shape::Livestock => {
            stock += 60.0 * chance.normal();
            stock
        }
        Shape::Team => fixed,
        Shape::Rare => chance.poisson(0.3),
        Shape::Expenses => {
            let yuan = level * 40.0 * (1.0 + chance.exponential()) * (1.0 + 9.0 * chance.share());
            let unit = if chance.percent(33) { 100.0 } else { 0.01 };
            (yuan / unit).ceil() * unit
        }
        Shape::Rewards => [200.0, 300.0, 500.0, 800.0, 1000.0, 2000.0][chance.below(6)],
        Shape::Disputes => chance.poisson(level * 9.0),
    };
    // Only money is told in parts of one.
    let part = if shape == Shape::Expenses { 0.01 } else { 1.0 };
    let counted = |value: f64| ((value.max(0.0) / part).floor() * part * 100.0).round() as i64;
    (0..count).map(value).map(counted).collect()
}

fn plant(planted: Planted, shape: Shape, values: &mut [i64], chance: &mut Chance) {
    let wide = matches!(shape, Shape::Visits | Shape::Leaflets | Shape::Volunteers);
    for at in 0..values.len() {
        let ones = values[at] / 100;
        let made_up = match planted {
            Planted::Rounded(share) if wide && chance.percent(share) => {
                let unit = if chance.percent(50) { 5 } else { 10 };
                (ones + unit / 2) / unit * unit
            }
            Planted::Digits(share) if wide && chance.percent(share) => {
                ones / 10 * 10 + [3, 7, 8][chance.below(3)]
            }
            Planted::Copied(share) if wide && at > 0 && chance.percent(share) => {
                values[at - 1] / 100
            }
            Planted::Steady if shape == Shape::Disputes => 12 + chance.between(0, 4) as i64,
            _ => continue,
        };
        values[at] = 100 * made_up;
    }
}
