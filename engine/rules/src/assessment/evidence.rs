//! What the evidence was, and what became of each record.

/// What the evidence was.
#[derive(Debug, Clone, Default)]
pub struct EvidenceSummary {
    /// Records seen.
    pub records: u32,
    /// Records seen of each kind: word of the kind, number.
    pub kinds: Vec<(&'static str, u32)>,
    /// Records dated after the as-of day.
    pub unseen: u32,
    /// Records of which a correction replaced something.
    pub superseded: u32,
    /// Records withdrawn by a correction.
    pub withdrawn: u32,
    /// Records entered late.
    pub backfilled: u32,
    /// Records that no duty asks for: id, and why.
    pub irrelevant: Vec<(String, Irrelevance)>,
    /// Records that a duty could use and that decide nothing: id, and why.
    pub unused: Vec<(String, Unused)>,
    /// Where records are simulated: the mark at the front of their ids, such as `sim-7` for seed 7.
    pub simulated: Option<String>,
}

/// Why a record is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Irrelevance {
    /// The plan has no such duty for this kind of record.
    Duty,
    /// The duty is not for this subject.
    Subject,
    /// The duty is not for this actor.
    Actor,
    /// It lies outside the duty's span.
    Day,
}

impl Irrelevance {
    /// The word in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Irrelevance::Duty => "duty",
            Irrelevance::Subject => "subject",
            Irrelevance::Actor => "actor",
            Irrelevance::Day => "day",
        }
    }
}

/// Why a record that a duty could use decides nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unused {
    /// There was enough without it: another record decides.
    Surplus,
    /// A later record tells the state of its subject.
    Replaced,
    /// It lacks what it must hold.
    Defective,
    /// It refers to nothing that asks for it.
    Reference,
    /// It is not of the sort that the duty is about.
    NotMeant,
    /// A shift that was cancelled.
    Cancelled,
    /// The duty is off or open, its period is not judged, or the subject is not due.
    NotJudged,
    /// A paper that no duty asks for, on record for its number.
    Issued,
}

impl Unused {
    /// Every reason.
    pub const ALL: [Unused; 8] = [
        Unused::Surplus,
        Unused::Replaced,
        Unused::Defective,
        Unused::Reference,
        Unused::NotMeant,
        Unused::Cancelled,
        Unused::NotJudged,
        Unused::Issued,
    ];

    /// The word in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Unused::Surplus => "surplus",
            Unused::Replaced => "replaced",
            Unused::Defective => "defective",
            Unused::Reference => "reference",
            Unused::NotMeant => "not_meant",
            Unused::Cancelled => "cancelled",
            Unused::NotJudged => "not_judged",
            Unused::Issued => "issued",
        }
    }
}
