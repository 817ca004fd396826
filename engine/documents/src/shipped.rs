//! The templates that ship with luoshi.

macro_rules! shipped {
    ($($name:literal),+ $(,)?) => {
        /// Name and text of each template that ships with luoshi.
        pub const SHIPPED: &[(&str, &str)] = &[
            $( ($name, include_str!(concat!("../../../templates/", $name, ".md"))) ),+
        ];
    };
}

shipped!(
    "annual_report",
    "attendance_sheet",
    "attendance_table",
    "audit_report",
    "dispute_report",
    "implementation_plan",
    "meeting_notice",
    "minutes",
    "patrol_roster",
    "public_notice",
    "quarterly_circular",
    "rectification_closeout",
    "rectification_notice",
    "responsibility_letter",
    "reward_approval",
    "self_inspection",
    "step_circular",
    "supervision_notice",
    "talk_notice",
    "veto_decision",
    "veto_proposal",
    "visit_register",
);
