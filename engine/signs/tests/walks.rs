//! How often signs of place and time are seen in honest days: the simulated years of the published townships
//! say no time of a visit, so that days with times are made here.

#[path = "township/township.rs"]
mod township;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use jiff::civil::date;
use luoshi_signs::{Honest, Sign, error_rate};

use township::{ledger, look};

/// Officers, each of whom works for a year.
const OFFICERS: usize = 40;
const WORKDAYS: i64 = 240;

/// Numbers that only the seed decides: the generator of Lehmer with the multiplier of Park and Miller.
struct Chance(u64);

impl Chance {
    fn between(&mut self, least: u64, most: u64) -> u64 {
        self.0 = self.0 * 48_271 % 2_147_483_647;
        least + self.0 % (most - least + 1)
    }
}

/// The ledger of one officer: one to five visits on each day, twenty minutes to an hour each, ten to
/// forty minutes on the way; times are entered to so many minutes.
fn year(officer: usize, rounded: u64) -> Vec<String> {
    let mut chance = Chance(officer as u64 + 1);
    let mut lines = Vec::new();
    for n in 0..WORKDAYS {
        let day = date(2012, 1, 2).saturating_add(jiff::Span::new().days(n));
        let (mut now, mut at) = (chance.between(480, 540), 0);
        for _ in 0..chance.between(1, 5) {
            // Never the same village twice in a row.
            at = (at + chance.between(1, 4)) % 5;
            let told = now / rounded * rounded;
            let mut line = String::new();
            let _ = write!(
                line,
                "\"kind\":\"visit\",\"date\":\"{day}\",\"time\":\"{:02}:{:02}\",\"duty\":\"visit\",\
                 \"subject\":\"v{}\",\"actor\":\"T003\"",
                told / 60,
                told % 60,
                at + 1
            );
            lines.push(line);
            now += chance.between(20, 60) + chance.between(10, 40);
        }
    }
    lines
}

/// How many of the officers show each sign, if times are entered to so many minutes.
fn alarms(rounded: u64, set: &[(&str, &str)]) -> [usize; 3] {
    let mut seen = [0; 3];
    for officer in 0..OFFICERS {
        let lines = year(officer, rounded);
        let found = look(&ledger(lines.iter().map(String::as_str)), None, set);
        let signs: BTreeSet<Sign> = found.iter().map(|i| i.sign).collect();
        let all = [Sign::TwoPlaces, Sign::TooManyPlaces, Sign::TooFast];
        for (seen, sign) in seen.iter_mut().zip(all) {
            *seen += usize::from(signs.contains(&sign));
        }
    }
    seen
}

#[test]
fn exact_times_raise_no_sign() {
    for sign in [Sign::TwoPlaces, Sign::TooFast] {
        let told = error_rate(sign);
        assert_eq!((told.on, told.years as usize), (Honest::Officers, OFFICERS));
        assert_eq!(told.alarms, 0);
    }
    assert_eq!(alarms(1, &[]), [0, 0, 0]);
    assert_eq!(alarms(1, &[("travel-minutes", "20")]), [0, 0, 0]);
}

#[test]
fn times_to_half_hours_raise_none_either() {
    assert_eq!(alarms(30, &[]), [0, 0, 0]);
}

/// Two visits within an hour are entered at the same one: everybody who rounds so looks as if he were in two
/// places, and the text says how many of the times are full or half hours.
#[test]
fn full_hours_make_a_sign_of_everybody() {
    assert_eq!(alarms(60, &[]), [OFFICERS, 0, 0]);
}
