//! What an audit comes to, each as a function of it. `AUDIT.md` beside this crate's manifest says what each means.

mod chains;
mod changes;
mod counties;
mod duties;
mod ranking;
mod roll;
mod scores;
mod share;
mod signs;
mod tally;

use serde::Serialize;

use crate::model::{Audit, Head};

pub use chains::{ChainOver, Gathering, RoleOver, gatherings};
pub use changes::{Before, Changes, Gone, changes};
pub use counties::{County, counties};
pub use duties::{DutyIn, DutyOver, by_count, by_share, duties, duty_over};
pub use ranking::{Measure, Ranking, Standing, Value, rankings};
pub use roll::{Broken, Named, Roll, Twice, roll};
pub use scores::{Bin, Distribution, GradeCount, ScoreOver, Spread, distribution, scores};
pub use share::{Rounded, Share};
pub use signs::{SignOver, Signs, signs};
pub use tally::{Tally, met_and_failing, tally};

/// Everything that an audit comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Results {
    /// What holds for all of it.
    pub head: Head,
    /// Who could not be judged, who is there twice, who is not there.
    pub roll: Roll,
    /// All townships together.
    pub whole: Tally,
    /// The counties, by rank.
    pub counties: Vec<County>,
    /// Townships by rank, for each measure.
    pub rankings: Vec<Ranking>,
    /// How scores are spread, for each scorecard.
    pub scores: Vec<ScoreOver>,
    /// Duties, those that fail most often first.
    pub duties: Vec<DutyOver>,
    /// Where failures gather, over all and in each county.
    pub gatherings: Vec<Gathering>,
    /// Signs about the evidence, which rank nobody.
    pub signs: Signs,
    /// What has changed since the last period, if one was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changes: Option<Changes>,
}

/// Everything that an audit comes to, compared with the audit of the last period if there is one.
#[must_use]
pub fn results(audit: &Audit, previous: Option<&Audit>) -> Results {
    let mut rankings = rankings(audit);
    let changes = previous.map(|previous| changes(audit, &mut rankings, previous));
    let mut duties = duties(audit);
    duties.sort_by(by_share);
    Results {
        head: audit.head.clone(),
        roll: roll(audit),
        whole: tally(audit, &audit.townships),
        counties: counties(audit),
        rankings,
        scores: scores(audit),
        duties,
        gatherings: gatherings(audit),
        signs: signs(audit),
        changes,
    }
}
