//! The signs.

use serde::{Deserialize, Serialize};

/// What an indication is a sign of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sign {
    /// 突击补录: late records entered in a burst.
    BackfillBurst,
    /// 补录偏多: far more late records of one duty, or by one clerk, than elsewhere.
    BackfilledShare,
    /// 一次录完: a year of a duty entered on one day.
    OneSitting,
    /// 复制台账: the same attachment, note or figures again.
    CopiedRecords,
    /// 数据异常: figures more regular than what is counted.
    RegularFigures,
    /// 轮值不匀: nights or weekends that fall on few.
    UnevenShifts,
    /// 一人两地: one person in two places at the same time.
    TwoPlaces,
    /// 走访过密: more places in a day than anybody goes to.
    TooManyPlaces,
    /// 走访过快: visits closer together than a visit takes.
    TooFast,
    /// 先答后问: an answer dated before what it answers.
    AnsweredEarly,
    /// 先录后办: entered before it happened.
    EnteredEarly,
    /// 请假在岗: at work on a day of leave.
    OnLeave,
    /// 任期以外: acting when not, or no longer, in office.
    OutsideTerm,
    /// 附件缺失: a file that the record names is not there.
    AttachmentMissing,
    /// 附件不符: a file is not the one that was recorded.
    AttachmentChanged,
    /// 附件共用: one file under records of different events.
    AttachmentShared,
}

/// How a sign comes to be wrong. Where signs of many townships are listed, those that cannot be as recorded come first,
/// for chance does not raise them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// It cannot be as recorded; wrong only where the record, the clock or the plan is wrong.
    Impossible,
    /// A limit that somebody set; wrong where honest work passes it.
    Limit,
    /// It tests a hypothesis; chance alone raises it with a small probability.
    Tested,
}

impl Sign {
    /// Every sign, in order.
    pub const ALL: [Sign; 16] = [
        Sign::BackfillBurst,
        Sign::BackfilledShare,
        Sign::OneSitting,
        Sign::CopiedRecords,
        Sign::RegularFigures,
        Sign::UnevenShifts,
        Sign::TwoPlaces,
        Sign::TooManyPlaces,
        Sign::TooFast,
        Sign::AnsweredEarly,
        Sign::EnteredEarly,
        Sign::OnLeave,
        Sign::OutsideTerm,
        Sign::AttachmentMissing,
        Sign::AttachmentChanged,
        Sign::AttachmentShared,
    ];

    /// The word in ids and JSON, and the end of its key in the catalogue.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Sign::BackfillBurst => "backfill-burst",
            Sign::BackfilledShare => "backfilled-share",
            Sign::OneSitting => "one-sitting",
            Sign::CopiedRecords => "copied-records",
            Sign::RegularFigures => "regular-figures",
            Sign::UnevenShifts => "uneven-shifts",
            Sign::TwoPlaces => "two-places",
            Sign::TooManyPlaces => "too-many-places",
            Sign::TooFast => "too-fast",
            Sign::AnsweredEarly => "answered-early",
            Sign::EnteredEarly => "entered-early",
            Sign::OnLeave => "on-leave",
            Sign::OutsideTerm => "outside-term",
            Sign::AttachmentMissing => "attachment-missing",
            Sign::AttachmentChanged => "attachment-changed",
            Sign::AttachmentShared => "attachment-shared",
        }
    }

    /// How it comes to be wrong.
    #[must_use]
    pub fn family(self) -> Family {
        match self {
            Sign::BackfillBurst => Family::Tested,
            Sign::BackfilledShare => Family::Tested,
            Sign::OneSitting => Family::Limit,
            Sign::CopiedRecords => Family::Tested,
            Sign::RegularFigures => Family::Tested,
            Sign::UnevenShifts => Family::Tested,
            Sign::TwoPlaces => Family::Impossible,
            Sign::TooManyPlaces => Family::Limit,
            Sign::TooFast => Family::Limit,
            Sign::AnsweredEarly => Family::Impossible,
            Sign::EnteredEarly => Family::Impossible,
            Sign::OnLeave => Family::Limit,
            Sign::OutsideTerm => Family::Limit,
            Sign::AttachmentMissing => Family::Impossible,
            Sign::AttachmentChanged => Family::Impossible,
            Sign::AttachmentShared => Family::Limit,
        }
    }
}
