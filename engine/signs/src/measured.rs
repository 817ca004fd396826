//! How often each sign was seen in honest years. `engine/simulate/tests/audit_signs.rs` measures it again,
//! and fails where the table below is not what it finds.

use luoshi_sample::{Drawn, Openness, Rate, most};

use crate::indication::ErrorRate;
use crate::sign::Sign;

/// Honest years that were looked at: so many of each of the three published townships.
const YEARS: u32 = 60;

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

/// What was measured of a sign, with the exact upper bound at 95 % confidence.
#[must_use]
pub fn error_rate(sign: Sign) -> ErrorRate {
    let years = Drawn {
        all: u64::from(YEARS),
        drawn: u64::from(YEARS),
        seen: u64::from(alarms(sign)),
    };
    let (part, all) = most(&[years], Openness::Open, Rate::FIVE_PERCENT);
    ErrorRate {
        years: YEARS,
        alarms: alarms(sign),
        at_most_bp: Rate::up(part, all).hundredths(),
    }
}
