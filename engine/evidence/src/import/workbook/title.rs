//! What the title and the name of a sheet say: year, month, kind, duty.

use super::super::loose;
use super::super::names::Names;
use crate::kind::Kind;

/// Words by which a title names a kind of record.
const WORDS: [(Kind, &[&str]); 15] = [
    (Kind::Meeting, &["会议", "例会", "议事"]),
    (Kind::Visit, &["查访", "走访", "入户", "家访"]),
    (
        Kind::Shift,
        &["值班", "巡逻", "考勤", "排班", "到岗", "值守", "签到"],
    ),
    (Kind::Inspection, &["检查", "排查", "督查"]),
    (
        Kind::Incident,
        &["案件", "案事件", "案(事)件", "发案", "警情"],
    ),
    (Kind::Response, &["处置"]),
    (Kind::Task, &["交办"]),
    (Kind::TaskDone, &["办结"]),
    (Kind::Document, &["发文", "文书"]),
    (Kind::Training, &["培训"]),
    (Kind::Reward, &["奖励", "奖金"]),
    (Kind::Metric, &["指标"]),
    (Kind::Rectification, &["整改"]),
    (Kind::Appeal, &["申诉"]),
    (Kind::Waiver, &["豁免"]),
];

/// What was found in the texts above a table and in the name of its sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Title {
    pub(super) year: Option<i32>,
    pub(super) month: Option<u32>,
    pub(super) kind: Option<Kind>,
    /// The id of a duty.
    pub(super) duty: Option<String>,
    /// Names of duties that are like the title, the most alike first, if none is in it.
    pub(super) near: Vec<String>,
}

/// Reads a title. The name of the sheet goes before the texts above the table; where either
/// speaks of two years, two months or two kinds, nothing is known.
pub(super) fn read(sheet: &str, above: &[String], names: &Names) -> Title {
    let ledger = of_ledger(sheet);
    let sheet = vec![plain(sheet)];
    let above: Vec<String> = above.iter().map(|text| plain(text)).collect();
    let both = [sheet.as_slice(), above.as_slice()];
    let duty = both.iter().find_map(|texts| duty(texts, names));
    Title {
        year: only(both.map(years)),
        month: only(both.map(months)),
        kind: ledger.or_else(|| only(both.map(kinds))),
        near: match duty {
            Some(_) => Vec::new(),
            None => alike(&both.concat(), names),
        },
        duty,
    }
}

/// The kind of a ledger of ours, whose sheet is called by it.
fn of_ledger(sheet: &str) -> Option<Kind> {
    let kind = sheet
        .strip_suffix("台账")
        .or_else(|| sheet.strip_suffix(" ledger"))?;
    Kind::from_name(kind)
}

/// The one value of the first list that has any.
fn only<T: PartialEq + Copy>(lists: [Vec<T>; 2]) -> Option<T> {
    let list = lists.into_iter().find(|list| !list.is_empty())?;
    let first = *list.first()?;
    list.iter().all(|other| *other == first).then_some(first)
}

/// Narrow, without blanks, with 二〇一二 as 2012.
fn plain(text: &str) -> String {
    let digit = |c: char| match c {
        '〇' | '○' | '零' => '0',
        other => "一二三四五六七八九"
            .chars()
            .zip('1'..='9')
            .find(|(zh, _)| *zh == other)
            .map_or(other, |(_, digit)| digit),
    };
    let kept: String = loose::narrowed(text)
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    let chars: Vec<char> = kept.chars().collect();
    let as_digits: Vec<char> = chars.iter().map(|c| digit(*c)).collect();
    // Only four in a row are a year; 第一季度 stays.
    let year_at = |start: usize| {
        as_digits.get(start + 4) == Some(&'年')
            && as_digits[start..start + 4].iter().all(char::is_ascii_digit)
    };
    (0..chars.len())
        .map(|at| match (at.saturating_sub(3)..=at).any(year_at) {
            true => as_digits[at],
            false => chars[at],
        })
        .collect()
}

/// Every run of digits with what follows it.
fn numbers(text: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let run = &rest[start..];
        let end = run.find(|c: char| !c.is_ascii_digit()).unwrap_or(run.len());
        found.push((&run[..end], &run[end..]));
        rest = &run[end..];
    }
    found
}

fn years(texts: &[String]) -> Vec<i32> {
    let numbers = texts.iter().flat_map(|text| numbers(text));
    numbers
        .filter(|(digits, after)| {
            digits.len() == 4 && (after.is_empty() || after.starts_with(['年', '.', '-', '/']))
        })
        .filter_map(|(digits, _)| digits.parse().ok())
        .filter(|year| (1990..=2060).contains(year))
        .collect()
}

/// Months that stand alone: 5月10日 is a day and says nothing of the table.
fn months(texts: &[String]) -> Vec<u32> {
    let numbers = texts.iter().flat_map(|text| numbers(text));
    numbers
        .filter(|(digits, after)| {
            let rest = after.strip_prefix("月份").or(after.strip_prefix('月'));
            digits.len() <= 2
                && rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
        })
        .filter_map(|(digits, _)| digits.parse().ok())
        .filter(|month| (1..=12).contains(month))
        .collect()
}

fn kinds(texts: &[String]) -> Vec<Kind> {
    let says = |words: &[&str]| {
        let mut words = words.iter();
        words.any(|word| texts.iter().any(|text| text.contains(word)))
    };
    WORDS
        .iter()
        .filter(|(_, words)| says(words))
        .map(|(kind, _)| *kind)
        .collect()
}

/// The longest name of a duty that stands in the texts.
fn duty(texts: &[String], names: &Names) -> Option<String> {
    let named = names.duties.iter().filter(|(name, _)| {
        name.chars().count() > 1 && texts.iter().any(|text| text.contains(name.as_str()))
    });
    let (_, id) = named.max_by_key(|(name, id)| (name.chars().count(), std::cmp::Reverse(*id)))?;
    Some(id.clone())
}

/// Up to three names of duties that share most pairs of signs with the texts.
fn alike(texts: &[String], names: &Names) -> Vec<String> {
    let shared = |name: &str| {
        let signs: Vec<char> = name.chars().collect();
        let pairs = signs.windows(2).map(String::from_iter);
        pairs
            .filter(|pair| !pair.is_ascii() && texts.iter().any(|text| text.contains(pair)))
            .count()
    };
    let mut found: Vec<(usize, &String)> = names
        .duties
        .keys()
        .map(|name| (shared(name), name))
        .filter(|(count, _)| *count > 0)
        .collect();
    found.sort_by_key(|(count, name)| (std::cmp::Reverse(*count), *name));
    found.into_iter().take(3).map(|(_, n)| n.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::{Title, read};
    use crate::import::Names;
    use crate::kind::Kind;

    #[track_caller]
    fn check(sheet: &str, above: &[&str], expected: (Option<i32>, Option<u32>, Option<Kind>)) {
        let above: Vec<String> = above.iter().map(|text| (*text).to_owned()).collect();
        let Title {
            year, month, kind, ..
        } = read(sheet, &above, &Names::default());
        assert_eq!((year, month, kind), expected, "{sheet} {above:?}");
    }

    #[test]
    fn titles_say_year_month_and_kind() {
        check(
            "Sheet1",
            &["2012年夜间巡逻登记表"],
            (Some(2012), None, Some(Kind::Shift)),
        );
        check(
            "5月",
            &["二〇一二年 值班考勤表"],
            (Some(2012), Some(5), Some(Kind::Shift)),
        );
        check("会议台账", &[], (None, None, Some(Kind::Meeting)));
        check("报告台账", &["检查"], (None, None, Some(Kind::Report)));
        check("shift ledger", &[], (None, None, Some(Kind::Shift)));
        check("2011-2012年会议", &[], (None, None, Some(Kind::Meeting)));
        check(
            "2012",
            &["2011年汇总", "填报日期：2012年5月10日"],
            (Some(2012), None, None),
        );
        check("检查值班情况", &[], (None, None, None));
        check("第一季度", &["一至三月"], (None, None, None));
    }

    #[test]
    fn a_duty_is_known_by_its_full_name_only() {
        let mut names = Names::default();
        for (name, id) in [
            ("夜间巡逻", "patrol"),
            ("集镇夜间巡逻", "town"),
            ("会议", "m"),
        ] {
            names.duties.insert(name.to_owned(), id.to_owned());
        }
        let duty = |title: &str| read(title, &[], &names);
        assert_eq!(
            duty("2012年集镇夜间巡逻登记表").duty.as_deref(),
            Some("town")
        );
        let unclear = duty("巡逻登记表");
        assert_eq!(unclear.duty, None);
        assert_eq!(unclear.near, ["夜间巡逻", "集镇夜间巡逻"]);
    }
}
