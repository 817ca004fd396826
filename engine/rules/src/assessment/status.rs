//! How a duty stands.

use luoshi_plan::model::Severity;

/// How a duty stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// 违反
    Violated,
    /// 未落实
    Missed,
    /// 逾期完成
    Late,
    /// 疑点待核: a sign in the records that a person should look into; never a failure
    Suspect,
    /// 无法判定
    Unknown,
    /// 方案未定
    Unset,
    /// 即将到期
    DueSoon,
    /// 进行中
    Pending,
    /// 豁免
    Waived,
    /// 不适用
    NotApplicable,
    /// 已落实
    Met,
}

impl Status {
    /// Every status, the gravest first.
    pub const ALL: [Status; 11] = [
        Status::Violated,
        Status::Missed,
        Status::Late,
        Status::Suspect,
        Status::Unknown,
        Status::Unset,
        Status::DueSoon,
        Status::Pending,
        Status::Waived,
        Status::NotApplicable,
        Status::Met,
    ];

    /// The word in JSON, on the command line and, after `status-`, in the catalogues.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Status::Violated => "violated",
            Status::Missed => "missed",
            Status::Late => "late",
            Status::Suspect => "suspect",
            Status::Unknown => "unknown",
            Status::Unset => "unset",
            Status::DueSoon => "due_soon",
            Status::Pending => "pending",
            Status::Waived => "waived",
            Status::NotApplicable => "not_applicable",
            Status::Met => "met",
        }
    }

    /// The status of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Status> {
        Status::ALL.into_iter().find(|s| s.word() == word)
    }
}

/// Whether a finding counts as a failure: `missed`, `violated`, and `late` unless it is minor.
#[must_use]
pub fn fails(status: Status, severity: Severity) -> bool {
    match status {
        Status::Missed | Status::Violated => true,
        Status::Late => severity != Severity::Minor,
        _ => false,
    }
}

/// Whether a finding needs no line of its own where many townships are looked at: all is well, or not due yet.
#[must_use]
pub fn plain(status: Status) -> bool {
    match status {
        Status::Met | Status::Pending | Status::DueSoon | Status::NotApplicable => true,
        Status::Violated
        | Status::Missed
        | Status::Late
        | Status::Suspect
        | Status::Unknown
        | Status::Unset
        | Status::Waived => false,
    }
}
