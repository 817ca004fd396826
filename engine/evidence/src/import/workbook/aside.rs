//! Rows of a table that are no records: totals, remarks, headings again, running numbers.

use super::super::sheets::{Aside, AsideWhy};
use super::super::table::TOTALS;
use super::book::Row;
use crate::fault::shorten;

/// Beginnings of remarks on a table.
const NOTES: [&str; 22] = [
    "备注",
    "说明",
    "填表",
    "填报",
    "制表",
    "制单",
    "审核",
    "复核",
    "注:",
    "注意",
    "附注",
    "附:",
    "经办人",
    "单位负责人",
    "负责人签",
    "领导签字",
    "主管领导",
    "分管领导",
    "签字",
    "盖章",
    "联系人",
    "联系电话",
];

/// Whether a row sums up others: 合计, 小 计, 5月合计 in one of its first cells.
pub(super) fn is_total(row: &Row<'_>) -> bool {
    own_texts(row).take(3).any(|text| {
        let few = text.chars().count() <= 8;
        let total = |word: &&str| text.starts_with(*word) || (few && text.ends_with(*word));
        TOTALS.iter().any(total)
    })
}

/// Whether a row begins like a remark on the table.
pub(super) fn is_note(row: &Row<'_>) -> bool {
    own_texts(row)
        .next()
        .is_some_and(|text| NOTES.iter().any(|word| text.starts_with(word)))
}

/// The texts of a row, narrow and without blanks.
fn own_texts(row: &Row<'_>) -> impl Iterator<Item = String> {
    row.cells.iter().filter(|held| held.own).map(|held| {
        let text = held.value.text();
        let narrow = text.chars().take(24).map(super::super::loose::narrow);
        narrow.filter(|c| !c.is_whitespace()).collect()
    })
}

/// Notes rows that are no records; rows of the same sort that follow one another are one entry,
/// unless what they say differs.
pub(super) fn put(aside: &mut Vec<Aside>, rows: (u32, u32), why: AsideWhy, row: Option<&Row<'_>>) {
    let text = match (why, row) {
        (AsideWhy::Total | AsideWhy::Note, Some(row)) => {
            let texts = row.cells.iter().filter(|held| held.own);
            let texts: Vec<_> = texts.map(|held| held.value.text()).collect();
            shorten(&texts.join(" "))
        }
        _ => String::new(),
    };
    match aside.last_mut() {
        Some(last) if last.why == why && last.text == text && last.rows.1 + 1 == rows.0 => {
            last.rows.1 = rows.1;
        }
        _ => aside.push(Aside { rows, why, text }),
    }
}
