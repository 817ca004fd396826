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
    "dispute_report",
    "implementation_plan",
    "meeting_notice",
    "patrol_roster",
    "quarterly_circular"
);
