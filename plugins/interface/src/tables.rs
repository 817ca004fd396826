//! The tables that a plugin may ask for.

use crate::Type::{self, Day, Minute, Number, Row, Small, Text};

/// A table.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// Its name in a description and in a grant.
    pub name: &'static str,
    /// Its Chinese name in a grant.
    pub zh: &'static str,
    /// Its columns.
    pub columns: &'static [Column],
    /// What a row is.
    pub about: &'static str,
}

/// A column.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its name in a description and in a grant.
    pub name: &'static str,
    /// Its Chinese name in a grant.
    pub zh: &'static str,
    /// What it holds.
    pub kind: Type,
    /// What it means.
    pub about: &'static str,
}

impl Table {
    /// A column by its name, in either language.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&'static Column> {
        let named = |column: &&Column| column.name == name || column.zh == name;
        self.columns.iter().find(named)
    }
}

/// The table of this name, in either language.
#[must_use]
pub fn table(name: &str) -> Option<&'static Table> {
    let named = |table: &&Table| table.name == name || table.zh == name;
    TABLES.iter().copied().find(named)
}

/// Every table of this version of the interface.
pub const TABLES: &[&Table] = &[EVIDENCE, SUBJECTS, ACTORS, DUTIES, DAYS, FINDINGS];

const fn column(name: &'static str, zh: &'static str, kind: Type, about: &'static str) -> Column {
    Column {
        name,
        zh,
        kind,
        about,
    }
}

/// The ledger.
pub const EVIDENCE: &Table = &Table {
    name: "evidence",
    zh: "台账",
    about: "A record of one of the granted kinds, corrections applied, by day and then by place in the ledger.",
    columns: &[
        column("kind", "类型", Text, "Kind, such as `visit`."),
        column("duty", "职责事项", Text, "Id of the duty that it serves."),
        column("day", "日期", Day, "The day on which it happened."),
        column("minute", "时间", Minute, "When it began."),
        column("subject", "对象", Row, "Row in `subjects`."),
        column(
            "actor",
            "人员",
            Text,
            "Who acted: ids of `actors`, several joined with 、.",
        ),
        column(
            "status",
            "状态",
            Text,
            "Its status, in the plan's own words.",
        ),
        column("marks", "标记", Text, "Its marks, several joined with 、."),
        column("quantity", "数量", Number, "Quantity, in hundredths."),
        column("amount", "金额", Number, "Amount of money, in fen."),
        column(
            "until",
            "截止日期",
            Day,
            "The last day of what it is about.",
        ),
        column(
            "recorded",
            "录入日期",
            Day,
            "The day on which it was entered.",
        ),
        column(
            "refers",
            "关联编号",
            Text,
            "Id of the record that it refers to.",
        ),
        column("id", "编号", Text, "Its own id."),
        column("note", "备注", Text, "Its free text."),
        column(
            "files",
            "附件",
            Text,
            "SHA-256 sums of its attachments, joined with a space.",
        ),
        column(
            "corrected",
            "已更正",
            Small,
            "1 if a correction replaced some of it.",
        ),
    ],
};

/// What duties are done for.
pub const SUBJECTS: &Table = &Table {
    name: "subjects",
    zh: "对象",
    about: "A subject that the plugin judges; with any other scope, every subject of the plan.",
    columns: &[
        column("id", "编号", Text, "Id."),
        column("name", "名称", Text, "Name."),
        column(
            "sets",
            "所属范围",
            Text,
            "The sets that it belongs to, joined with 、.",
        ),
        column(
            "first",
            "起始日期",
            Day,
            "The first day on which it exists, if that lies in the plan.",
        ),
        column("last", "终止日期", Day, "The last day, likewise."),
    ],
};

/// Who acts.
pub const ACTORS: &Table = &Table {
    name: "actors",
    zh: "人员单位",
    about: "A person, by staff number, a unit or a role.",
    columns: &[
        column("id", "编号", Text, "Staff number or id."),
        column("kind", "类别", Text, "`person`, `unit` or `role`."),
        column("unit", "所在单位", Text, "The unit of a person."),
        column(
            "category",
            "人员类型",
            Text,
            "The category of a person, such as `official`.",
        ),
    ],
};

/// What the plan requires.
pub const DUTIES: &Table = &Table {
    name: "duties",
    zh: "职责事项",
    about: "A duty of the plan, in its order.",
    columns: &[
        column("id", "编号", Text, "Id."),
        column("name", "名称", Text, "Name."),
        column("section", "章节", Text, "Its section, such as `meetings`."),
    ],
};

/// The days of the plan up to the as-of day.
pub const DAYS: &Table = &Table {
    name: "days",
    zh: "日历",
    about: "A day from the first of the plan to the as-of day, or to the last of the plan if that is earlier.",
    columns: &[
        column("day", "日期", Day, "The day."),
        column(
            "class",
            "类别",
            Small,
            "0 workday, 1 weekend, 2 public holiday, 3 make-up workday.",
        ),
    ],
};

/// What was already judged.
pub const FINDINGS: &Table = &Table {
    name: "findings",
    zh: "评估结果",
    about: "What the plan's own checks concluded. No plugin sees what another says.",
    columns: &[
        column("duty", "职责事项", Text, "Id of the duty."),
        column("subject", "对象", Row, "Row in `subjects`."),
        column("first", "起始日期", Day, "The first day of its period."),
        column("last", "终止日期", Day, "The last day of its period."),
        column("status", "状态", Text, "Its status, such as `missed`."),
        column("figure", "数值", Number, "Its figure."),
    ],
};
