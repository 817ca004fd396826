//! What sort of event a record is about.

/// The kind of a record. The numbers are the places in [`crate::Evidence::kinds`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Kind {
    /// 会议: a meeting was held.
    Meeting,
    /// 查访: a visit was paid.
    Visit,
    /// 值班: one person's assigned shift.
    Shift,
    /// 检查: somebody inspected something.
    Inspection,
    /// 案(事)件: something happened that calls for a response.
    Incident,
    /// 处置: an answer to an incident.
    Response,
    /// 交办: a task was handed out; its date is the day it is due.
    Task,
    /// 办结: a task was completed.
    TaskDone,
    /// 文书: a document was issued.
    Document,
    /// 培训: a training was held.
    Training,
    /// 奖励: a reward was paid.
    Reward,
    /// 指标: a measured value.
    Metric,
    /// 报告: a report was sent.
    Report,
    /// 整改: a defect was put right.
    Rectification,
    /// 决定: a body decided on a proposal.
    Decision,
    /// 申诉: somebody appealed against a finding.
    Appeal,
    /// 豁免: a duty was waived.
    Waiver,
    /// 更正: replaces fields of an earlier record, or withdraws it.
    Correction,
}

/// The one table of names, in the order of the variants: kind, English, Chinese.
const TABLE: [(Kind, &str, &str); Kind::COUNT] = [
    (Kind::Meeting, "meeting", "会议"),
    (Kind::Visit, "visit", "查访"),
    (Kind::Shift, "shift", "值班"),
    (Kind::Inspection, "inspection", "检查"),
    (Kind::Incident, "incident", "案(事)件"),
    (Kind::Response, "response", "处置"),
    (Kind::Task, "task", "交办"),
    (Kind::TaskDone, "task_done", "办结"),
    (Kind::Document, "document", "文书"),
    (Kind::Training, "training", "培训"),
    (Kind::Reward, "reward", "奖励"),
    (Kind::Metric, "metric", "指标"),
    (Kind::Report, "report", "报告"),
    (Kind::Rectification, "rectification", "整改"),
    (Kind::Decision, "decision", "决定"),
    (Kind::Appeal, "appeal", "申诉"),
    (Kind::Waiver, "waiver", "豁免"),
    (Kind::Correction, "correction", "更正"),
];

impl Kind {
    /// How many kinds there are.
    pub const COUNT: usize = 18;

    /// Every kind, in order.
    pub const ALL: [Kind; Kind::COUNT] = {
        let mut all = [Kind::Meeting; Kind::COUNT];
        let mut i = 0;
        while i < Kind::COUNT {
            all[i] = TABLE[i].0;
            i += 1;
        }
        all
    };

    /// The English name, as written in records.
    #[must_use]
    pub fn name(self) -> &'static str {
        TABLE[self as usize].1
    }

    /// The Chinese name.
    #[must_use]
    pub fn zh(self) -> &'static str {
        TABLE[self as usize].2
    }

    /// The kind with this English or Chinese name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Kind> {
        TABLE
            .iter()
            .find(|row| row.1 == name || row.2 == name)
            .map(|row| row.0)
    }

    /// Every name in both languages, for suggestions.
    pub(crate) fn names() -> impl Iterator<Item = &'static str> {
        TABLE.iter().flat_map(|row| [row.1, row.2])
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn the_table_is_in_the_order_of_the_variants() {
        for (place, kind) in Kind::ALL.into_iter().enumerate() {
            assert_eq!(kind as usize, place);
            assert_eq!(Kind::from_name(kind.name()), Some(kind));
            assert_eq!(Kind::from_name(kind.zh()), Some(kind));
        }
    }
}
