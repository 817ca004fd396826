//! How often each sign was seen in honest years. `engine/simulate/tests/audit_signs.rs` and `tests/walks.rs`
//! measure it again, and fail where the tables below are not what they find.

use luoshi_sample::{Drawn, Openness, Rate, most};

use crate::indication::{ErrorRate, Honest};
use crate::sign::Sign;

/// Simulated years that were looked at: so many of each of the three published townships.
const YEARS: u32 = 60;

/// Made-up years of an officer.
const OFFICERS: u32 = 40;

/// Simulated years in which any sign was seen: the rate of all signs together.
const ANY: u32 = 15;

/// Years in which a sign was seen at least once.
fn alarms(sign: Sign) -> u32 {
    match sign {
        Sign::BackfillBurst => 0,
        Sign::BackfilledShare => 0,
        Sign::OneSitting => 0,
        Sign::CopiedRecords => 0,
        Sign::RegularFigures => 2,
        Sign::UnevenShifts => 0,
        Sign::TwoPlaces => 0,
        Sign::TooManyPlaces => 0,
        Sign::TooFast => 0,
        Sign::AnsweredEarly => 0,
        Sign::EnteredEarly => 0,
        Sign::OnLeave => 2,
        Sign::OutsideTerm => 11,
        Sign::AttachmentMissing => 0,
        Sign::AttachmentChanged => 0,
        Sign::AttachmentShared => 0,
    }
}

/// Where it was measured.
fn on(sign: Sign) -> (Honest, u32) {
    match sign {
        Sign::TwoPlaces | Sign::TooFast => (Honest::Officers, OFFICERS),
        _ => (Honest::Townships, YEARS),
    }
}

/// What was measured of a sign, with the exact upper bound at 95 % confidence.
#[must_use]
pub fn error_rate(sign: Sign) -> ErrorRate {
    let (on, years) = on(sign);
    rate(on, years, alarms(sign))
}

/// How often a simulated honest year shows a sign, whichever.
#[must_use]
pub fn error_rate_of_any() -> ErrorRate {
    rate(Honest::Townships, YEARS, ANY)
}

fn rate(on: Honest, years: u32, alarms: u32) -> ErrorRate {
    let seen = Drawn {
        all: u64::from(years),
        drawn: u64::from(years),
        seen: u64::from(alarms),
    };
    let (part, all) = most(&[seen], Openness::Open, Rate::FIVE_PERCENT);
    ErrorRate {
        on,
        years,
        alarms,
        at_most_bp: Rate::up(part, all).hundredths(),
    }
}
