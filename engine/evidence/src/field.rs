//! The fields of a record: one table of names for JSON, CSV, corrections and mappings.

/// A field of a record, in the order of its JSON keys, which is alphabetical.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Field {
    /// Who acted: role or unit ids, staff numbers.
    Actor,
    /// Money in yuan, at most two places.
    Amount,
    /// Names and SHA-256 sums of files kept elsewhere.
    Attachments,
    /// The day it happened.
    Date,
    /// The duty that it serves.
    Duty,
    /// The id of the record.
    Id,
    /// The township.
    Jurisdiction,
    /// The kind.
    Kind,
    /// Short words, such as `minutes`.
    Marks,
    /// Free text.
    Note,
    /// A number of anything, at most two places.
    Quantity,
    /// When it entered the ledger.
    RecordedAt,
    /// Who entered it: a staff number.
    RecordedBy,
    /// The id of another record.
    Ref,
    /// In a correction, the fields that replace those of the target.
    Set,
    /// The outcome, such as `attended`.
    Status,
    /// The village, unit or person that it is about.
    Subject,
    /// The time of day.
    Time,
    /// The last day of a waiver.
    Until,
}

/// Field, key, Chinese name, whether a correction may replace it.
const TABLE: [(Field, &str, &str, bool); Field::COUNT] = [
    (Field::Actor, "actor", "人员", true),
    (Field::Amount, "amount", "金额", true),
    (Field::Attachments, "attachments", "附件", false),
    (Field::Date, "date", "日期", true),
    (Field::Duty, "duty", "职责事项", true),
    (Field::Id, "id", "编号", false),
    (Field::Jurisdiction, "jurisdiction", "乡镇", true),
    (Field::Kind, "kind", "类型", false),
    (Field::Marks, "marks", "标记", true),
    (Field::Note, "note", "备注", true),
    (Field::Quantity, "quantity", "数量", true),
    (Field::RecordedAt, "recorded_at", "录入时间", false),
    (Field::RecordedBy, "recorded_by", "录入人", false),
    (Field::Ref, "ref", "关联编号", true),
    (Field::Set, "set", "更正内容", false),
    (Field::Status, "status", "状态", true),
    (Field::Subject, "subject", "对象", true),
    (Field::Time, "time", "时间", true),
    (Field::Until, "until", "截止日期", true),
];

impl Field {
    /// How many fields there are.
    pub const COUNT: usize = 19;

    /// Every field, in the order of its JSON keys.
    pub const ALL: [Field; Field::COUNT] = {
        let mut all = [Field::Actor; Field::COUNT];
        let mut i = 0;
        while i < Field::COUNT {
            all[i] = TABLE[i].0;
            i += 1;
        }
        all
    };

    /// The JSON key.
    #[must_use]
    pub fn key(self) -> &'static str {
        TABLE[self as usize].1
    }

    /// The Chinese name, which is also the heading in an exported CSV file.
    #[must_use]
    pub fn zh(self) -> &'static str {
        TABLE[self as usize].2
    }

    /// Whether a correction may replace it. The kind may not: a record of the wrong kind
    /// is withdrawn and written anew.
    #[must_use]
    pub fn correctable(self) -> bool {
        TABLE[self as usize].3
    }

    /// The field with this JSON key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Field> {
        TABLE.iter().find(|row| row.1 == key).map(|row| row.0)
    }

    /// Every JSON key, for suggestions.
    pub(crate) fn keys() -> impl Iterator<Item = &'static str> {
        TABLE.iter().map(|row| row.1)
    }
}

#[cfg(test)]
mod tests {
    use super::Field;

    #[test]
    fn the_table_is_in_the_order_of_the_variants_and_of_the_keys() {
        for (place, field) in Field::ALL.into_iter().enumerate() {
            assert_eq!(field as usize, place);
            assert_eq!(Field::from_key(field.key()), Some(field));
        }
        assert!(Field::ALL.is_sorted_by_key(|field| field.key()));
    }
}
