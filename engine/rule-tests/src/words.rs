//! Words that tests use, each in both languages.

use luoshi_rules::{Decision, Status};

type Words<T> = &'static [(T, &'static str, &'static str)];

pub(crate) const STATUS: Words<Status> = &[
    (Status::Violated, "violated", "违反"),
    (Status::Missed, "missed", "未落实"),
    (Status::Late, "late", "逾期完成"),
    (Status::Suspect, "suspect", "疑点"),
    (Status::Unknown, "unknown", "无法判定"),
    (Status::Unset, "unset", "方案未定"),
    (Status::DueSoon, "due_soon", "即将到期"),
    (Status::Pending, "pending", "进行中"),
    (Status::Waived, "waived", "豁免"),
    (Status::NotApplicable, "not_applicable", "不适用"),
    (Status::Met, "met", "已落实"),
];

pub(crate) const DECISION: Words<Option<Decision>> = &[
    (None, "none", "无"),
    (Some(Decision::Proposed), "proposed", "建议"),
    (Some(Decision::Confirmed), "confirmed", "已决定"),
    (Some(Decision::Rejected), "rejected", "已否定"),
    (Some(Decision::Lifted), "lifted", "已解除"),
    (Some(Decision::Ended), "ended", "已到期"),
    (Some(Decision::Suspended), "suspended", "申诉中止"),
];

#[cfg(test)]
mod tests {
    use luoshi_diagnostics::{Lang, Messages};
    use luoshi_rules::Status;

    use super::{DECISION, STATUS};

    #[test]
    fn words_are_those_of_reports() {
        let all: Vec<Status> = STATUS.iter().map(|(status, ..)| *status).collect();
        assert_eq!(all, Status::ALL);
        let zh = Messages::of(Lang::ZhCn);
        for (status, en, chinese) in STATUS {
            assert_eq!(status.word(), *en);
            assert_eq!(zh.word(&format!("status-{en}")), *chinese);
        }
        for (decision, en, chinese) in DECISION {
            let Some(decision) = decision else { continue };
            assert_eq!(decision.word(), *en);
            assert_eq!(zh.word(&format!("decision-{en}")), *chinese);
        }
    }
}
