//! The headings that tables of this trade usually have.

use crate::field::Field;

/// The usual headings of each field, folded as [`fold`] does; the Chinese name and the key
/// of the field are known besides.
const USUAL: [(Field, &[&str]); 17] = [
    (
        Field::Actor,
        &[
            "姓名工号",
            "工号",
            "人员编号",
            "干部工号",
            "职工编号",
            "姓名",
            "参加人员",
            "参会人员",
            "值班人员",
            "值班人",
            "走访人",
            "走访人员",
            "查访人",
            "查访单位",
            "走访单位",
            "检查单位",
            "承办单位",
            "责任单位",
            "召集人",
            "主持人",
            "检查人",
            "检查人员",
            "巡逻人员",
            "责任人",
            "承办人",
            "干部",
            "职务",
            "staff",
            "person",
            "who",
        ],
    ),
    (
        Field::Amount,
        &[
            "奖金",
            "奖励金额",
            "经费",
            "扣款",
            "扣款金额",
            "罚款",
            "罚款金额",
            "款额",
            "money",
            "yuan",
        ],
    ),
    (Field::Attachments, &["附件清单", "files"]),
    (
        Field::Date,
        &[
            "开会日期",
            "会议日期",
            "会议时间",
            "开会时间",
            "值班日期",
            "值班时间",
            "走访日期",
            "走访时间",
            "查访日期",
            "检查日期",
            "检查时间",
            "巡逻日期",
            "发生日期",
            "发生时间",
            "案发时间",
            "发放日期",
            "办结日期",
            "完成日期",
            "完成时间",
            "培训日期",
            "培训时间",
            "发文日期",
            "年月日",
            "day",
        ],
    ),
    (
        Field::Duty,
        &[
            "类别",
            "事项",
            "职责",
            "工作事项",
            "工作内容",
            "项目",
            "任务",
            "任务名称",
        ],
    ),
    (
        Field::Id,
        &["记录编号", "台账编号", "案件编号", "no", "number"],
    ),
    (
        Field::Jurisdiction,
        &["镇", "街道", "所属乡镇", "乡镇街道", "township"],
    ),
    (Field::Kind, &["记录类型", "台账类型", "种类", "type"]),
    (Field::Marks, &["标签", "特征", "mark", "tags"]),
    (
        Field::Note,
        &[
            "说明",
            "情况说明",
            "内容",
            "摘要",
            "议题",
            "主题",
            "会议主题",
            "详情",
            "remark",
            "remarks",
            "notes",
        ],
    ),
    (
        Field::Quantity,
        &[
            "次数",
            "人数",
            "户数",
            "件数",
            "实到",
            "实到人数",
            "到会人数",
            "参加人数",
            "参会人数",
            "分数",
            "得分",
            "数值",
            "值",
            "count",
            "number",
            "value",
        ],
    ),
    (Field::RecordedAt, &["登记时间", "填报时间", "录入日期"]),
    (Field::RecordedBy, &["登记人", "填报人", "填表人", "记录人"]),
    (
        Field::Ref,
        &[
            "原编号",
            "对应编号",
            "关联记录",
            "关联案件",
            "更正编号",
            "refers",
        ],
    ),
    (
        Field::Status,
        &[
            "出勤情况",
            "出勤",
            "考勤",
            "考勤情况",
            "到岗情况",
            "结果",
            "检查结果",
            "处理结果",
            "办理情况",
            "完成情况",
            "result",
            "attendance",
        ],
    ),
    (
        Field::Subject,
        &[
            "村",
            "村名",
            "行政村",
            "村(社区)",
            "村社区",
            "社区",
            "单位",
            "单位名称",
            "被查单位",
            "受检单位",
            "学校",
            "企业",
            "village",
            "unit",
        ],
    ),
    (
        Field::Until,
        &["有效期", "有效期至", "到期日", "到期日期", "截止", "截至"],
    ),
];

/// Headings of columns that hold nothing to import and need no warning.
const IDLE: [&str; 10] = [
    "序号",
    "星期",
    "周次",
    "签名",
    "签字",
    "合计",
    "小计",
    "总计",
    "累计",
    "出勤天数",
];

/// Headings of columns with names of people, which do not enter a ledger beside staff numbers.
const PEOPLE: [&str; 8] = [
    "姓名",
    "名字",
    "人员姓名",
    "干部姓名",
    "队员姓名",
    "值班人姓名",
    "职工姓名",
    "name",
];

/// A heading as it is compared: narrow, lower case, without blanks, line breaks, marks of
/// required columns, and units in brackets.
pub(super) fn fold(heading: &str) -> String {
    let plain = plain(heading);
    match plain.find(['(', '[', '【']) {
        Some(start) if start > 0 => plain[..start].to_owned(),
        _ => plain,
    }
}

/// What stands in brackets in a heading, if anything.
fn unit(heading: &str) -> String {
    let plain = plain(heading);
    let inside = plain
        .split_once(['(', '[', '【'])
        .map_or("", |(_, rest)| rest);
    inside
        .split([')', ']', '】'])
        .next()
        .unwrap_or("")
        .to_owned()
}

fn plain(heading: &str) -> String {
    let narrow = heading.chars().map(super::loose::narrow);
    let kept = narrow.filter(|c| !c.is_whitespace() && !matches!(c, '*' | ':' | '_' | '\u{feff}'));
    kept.flat_map(char::to_lowercase).collect()
}

/// By how much numbers under a heading are to be multiplied: 10000 for 金额(万元).
pub(super) fn factor(heading: &str) -> i64 {
    factor_of(&unit(heading)).unwrap_or(1)
}

/// The same for the heading of an amount; its unit if that is not known, nothing if it has none.
pub(super) fn amount_factor(heading: &str) -> Result<Option<i64>, String> {
    let unit = unit(heading);
    // 单位:元 inside the brackets.
    let unit = unit.trim_start_matches("单位").to_owned();
    match factor_of(&unit) {
        Some(factor) => Ok(Some(factor)),
        None if unit.is_empty() => Ok(None),
        None => Err(unit),
    }
}

/// What one of a unit of money is in yuan.
pub(super) fn factor_of(unit: &str) -> Option<i64> {
    Some(match unit {
        "元" | "人民币" | "人民币元" | "rmb" | "yuan" | "¥" => 1,
        "百元" => 100,
        "千元" => 1_000,
        "万元" | "万" => 10_000,
        _ => return None,
    })
}

/// Whether a column holds names of people.
pub(super) fn is_people(heading: &str) -> bool {
    PEOPLE.contains(&fold(heading).as_str())
}

/// Up to two fields with a heading that shares most signs with this one.
pub(super) fn near(heading: &str) -> Vec<Field> {
    let folded = fold(heading);
    let signs: Vec<char> = folded.chars().collect();
    if signs.len() < 2 {
        return Vec::new();
    }
    let names = USUAL
        .iter()
        .flat_map(|(field, names)| names.iter().map(move |name| (*field, *name)))
        .chain(Field::ALL.into_iter().map(|field| (field, field.zh())));
    // A pair of signs in common: 巡逻日期 is like 日期, 参加部门 like 参加人员.
    let shared = |name: &str| {
        let pairs = signs.windows(2).map(String::from_iter);
        pairs.filter(|pair| name.contains(pair.as_str())).count()
    };
    let mut best: Vec<(usize, Field)> = Vec::new();
    for (field, name) in names {
        let count = shared(name);
        match best.iter_mut().find(|(_, other)| *other == field) {
            Some((most, _)) => *most = (*most).max(count),
            None => best.push((count, field)),
        }
    }
    best.retain(|(count, _)| *count > 0);
    best.sort_by_key(|(count, field)| (std::cmp::Reverse(*count), *field));
    best.into_iter().take(2).map(|(_, field)| field).collect()
}

/// The field that a heading usually stands for.
pub(super) fn field(heading: &str) -> Option<Field> {
    let folded = fold(heading);
    let usual = USUAL
        .iter()
        .find(|(_, headings)| headings.contains(&folded.as_str()))
        .map(|(field, _)| *field);
    usual.or_else(|| {
        Field::ALL
            .into_iter()
            .find(|field| field.zh() == folded || field.key().replace('_', "") == folded)
    })
}

/// Whether a heading belongs to a column that nobody misses.
pub(super) fn is_idle(heading: &str) -> bool {
    let folded = fold(heading);
    folded.is_empty() || IDLE.contains(&folded.as_str())
}

#[cfg(test)]
mod tests {
    use super::{factor, field};
    use crate::field::Field;

    #[test]
    fn usual_headings_are_known_however_they_are_written() {
        let cases = [
            ("日期", Some(Field::Date)),
            (" 日 期 ", Some(Field::Date)),
            ("开会\n日期", Some(Field::Date)),
            ("时间", Some(Field::Time)),
            ("行政村", Some(Field::Subject)),
            ("村名（社区）", Some(Field::Subject)),
            ("职责事项*", Some(Field::Duty)),
            ("金额(元)", Some(Field::Amount)),
            ("金额（万元）", Some(Field::Amount)),
            ("人数：", Some(Field::Quantity)),
            ("Recorded At", Some(Field::RecordedAt)),
            ("recorded_by", Some(Field::RecordedBy)),
            ("ＤＡＴＥ", Some(Field::Date)),
            ("考勤", Some(Field::Status)),
            ("类型", Some(Field::Kind)),
            ("天气", None),
            ("", None),
        ];
        for (heading, expected) in cases {
            assert_eq!(field(heading), expected, "{heading}");
        }
        assert_eq!((factor("金额（万元）"), factor("金额(元)")), (10_000, 1));
    }

    #[test]
    fn every_field_is_known_by_its_names() {
        for known in Field::ALL {
            assert_eq!(field(known.zh()), Some(known), "{}", known.zh());
            assert_eq!(field(known.key()), Some(known), "{}", known.key());
        }
    }
}
