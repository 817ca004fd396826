//! Numbers, dates and marks as they stand in official papers.

use super::paper::is_space;

/// The numerals of dates and headings.
const NUMERALS: &str = "〇○零一二三四五六七八九十";

/// 发文字号, taken apart: 坪政发 〔 2026 〕 15 号.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    /// As written, without what else stands on its line.
    pub(super) text: String,
    /// Whether it begins its line.
    pub(super) begins: bool,
    pub(super) open: char,
    pub(super) year: String,
    pub(super) close: char,
    /// What stands between the bracket and 号, 第 included.
    pub(super) serial: String,
    /// Whether 号 stands at its end.
    pub(super) ends: bool,
    /// Whether all or a part of it is still open.
    pub(super) waits: bool,
}

/// The issuing number on a line, which it may share with 紧急程度 or 签发人 behind tabs or wide spaces.
pub(super) fn number(text: &str) -> Option<Number> {
    let text = text.trim_matches(is_space);
    let parts = text.split(['\t', '　']).flat_map(|part| part.split("  "));
    let mut parts = parts.flat_map(|part| part.split("签发人"));
    parts.find_map(|part| {
        let part = part.trim_matches(is_space);
        let mut number = written_number(part)?;
        number.begins = text.starts_with(part);
        Some(number)
    })
}

/// Reads a text that is nothing but an issuing number.
fn written_number(text: &str) -> Option<Number> {
    let mut number = Number {
        text: text.to_owned(),
        begins: true,
        open: '〔',
        year: String::new(),
        close: '〕',
        serial: String::new(),
        ends: true,
        waits: true,
    };
    if let Some(field) = open_field(text) {
        let names = ["字号", "文号", "序号", "编号"]
            .iter()
            .any(|word| field.contains(word));
        let rest = text.replace(field, "");
        let bare = rest.chars().count() <= 20 && !rest.contains(['，', '。', '：', '；', '、']);
        return (names && bare).then_some(number);
    }
    let at = text.find(['〔', '[', '【', '（', '(', '［', '〈', '﹝', '{'])?;
    let (code, rest) = text.split_at(at);
    let telling = |c: char| !is_space(c) && !"，。：；《》、“”".contains(c);
    if code.chars().count() > 14 || !code.chars().all(telling) {
        return None;
    }
    let mut signs = rest.chars();
    number.open = signs.next()?;
    let rest = signs.as_str();
    let close_at = rest.find(['〕', ']', '】', '）', ')', '］', '〉', '﹞', '}'])?;
    number.year = rest[..close_at].to_owned();
    if !(2..=5).contains(&number.year.chars().count()) || !number.year.chars().all(is_year_sign) {
        return None;
    }
    let mut signs = rest[close_at..].chars();
    number.close = signs.next()?;
    let serial = signs.as_str().trim_matches(is_space);
    number.ends = serial.ends_with('号');
    number.serial = serial
        .trim_end_matches('号')
        .trim_matches(is_space)
        .to_owned();
    let inner = number
        .serial
        .trim_start_matches('第')
        .trim_matches(is_space);
    let is_digit = |c: char| c.is_ascii_digit() || NUMERALS.contains(c);
    // （一）1 at the start of a heading has no year of four digits and no 号.
    let sure = !code.is_empty() || (number.ends && number.year.chars().count() >= 4);
    number.waits = false;
    (sure && !inner.is_empty() && inner.chars().all(is_digit)).then_some(number)
}

fn is_year_sign(sign: char) -> bool {
    sign.is_ascii_digit() || NUMERALS.contains(sign) || sign == '年'
}

/// How a date is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Day {
    /// 2026年3月5日
    Arabic {
        year: String,
        month: String,
        day: String,
    },
    /// 二〇二六年三月五日
    Chinese,
    /// 2026-3-5 and the like
    Short,
    /// 【待补】
    Open,
}

/// Reads a text that is nothing but a date.
pub(super) fn date(text: &str) -> Option<Day> {
    let text: String = text.chars().filter(|c| !is_space(*c)).collect();
    if open_field(&text).is_some_and(|field| field == text && field.contains("日期")) {
        return Some(Day::Open);
    }
    let short: Vec<&str> = text.split(['-', '.', '/', '．', '－']).collect();
    let digits = |t: &str, most: usize| {
        (1..=most).contains(&t.len()) && t.bytes().all(|b| b.is_ascii_digit())
    };
    if let [year, month, day] = short.as_slice()
        && digits(year, 4)
        && digits(month, 2)
        && digits(day, 2)
    {
        return Some(Day::Short);
    }
    let (year, rest) = text.split_once('年')?;
    let (month, rest) = rest.split_once('月')?;
    let day = rest.strip_suffix('日')?;
    if digits(year, 4) && digits(month, 2) && digits(day, 2) {
        return Some(Day::Arabic {
            year: year.to_owned(),
            month: month.to_owned(),
            day: day.to_owned(),
        });
    }
    let chinese = |t: &str| !t.is_empty() && t.chars().all(|c| NUMERALS.contains(c) || c == '元');
    (chinese(year) && chinese(month) && chinese(day)).then_some(Day::Chinese)
}

/// The first open field of a text, brackets included.
pub(super) fn open_field(text: &str) -> Option<&str> {
    let start = text.find("【待补")?;
    let end = text[start..].find('】')? + start + '】'.len_utf8();
    Some(&text[start..end])
}

/// The number at the beginning of a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct HeadingMark {
    /// 1 to 4.
    pub(super) level: u8,
    /// As written: `一、`, `(1)`.
    pub(super) text: String,
    /// Whether it is written as the standard writes it.
    pub(super) proper: bool,
}

/// Reads the number that a paragraph begins with.
pub(super) fn heading(text: &str) -> Option<HeadingMark> {
    let text = text.trim_start_matches(is_space);
    let bracket = text.chars().next().filter(|c| "（(".contains(*c));
    let inside = match bracket {
        Some(bracket) => &text[bracket.len_utf8()..],
        None => text,
    };
    let chinese: String = inside
        .chars()
        .take_while(|c| NUMERALS.contains(*c))
        .collect();
    let arabic: String = inside.chars().take_while(char::is_ascii_digit).collect();
    let digits = if chinese.is_empty() {
        &arabic
    } else {
        &chinese
    };
    if digits.is_empty() || digits.chars().count() > 3 {
        return None;
    }
    let mut after = inside[digits.len()..].chars();
    let (stop, then) = (after.next()?, after.next());
    let closes = match bracket {
        Some(_) => "）)",
        None => "、.．，",
    };
    let decimal = arabic == *digits && stop == '.' && then.is_some_and(|c| c.is_ascii_digit());
    if !closes.contains(stop) || decimal {
        return None;
    }
    let level = 1 + u8::from(bracket.is_some()) + if chinese.is_empty() { 2 } else { 0 };
    let doubled = bracket.is_some() && then.is_some_and(|c| "、.．，".contains(c));
    let proper = match (level, bracket) {
        (1, _) => stop == '、',
        (3, _) => matches!(stop, '.' | '．'),
        (_, Some(opening)) => opening == '（' && stop == '）' && !doubled,
        _ => false,
    };
    let opening = bracket.map(String::from).unwrap_or_default();
    Some(HeadingMark {
        level,
        text: format!("{opening}{digits}{stop}"),
        proper,
    })
}

#[cfg(test)]
mod tests {
    use super::{Day, date, heading, number};

    #[test]
    fn an_issuing_number_is_told_from_a_mention_of_one() {
        let found = number("坪政发〔2026〕15号").unwrap();
        assert_eq!((found.year.as_str(), found.serial.as_str()), ("2026", "15"));
        let old = number("坪政发[26]第015号").unwrap();
        assert_eq!((old.open, old.serial.as_str()), ('[', "第015"));
        assert!(number("坪政发〔2026〕3号　　　签发人：张三").unwrap().ends);
        assert!(number("【待补：发文字号】").unwrap().waits);
        assert!(number("坪政发〔2026〕【待补：序号】号").unwrap().waits);
        let shared = number("加急\t坪政函〔2026〕7号").unwrap();
        assert_eq!(
            (shared.text.as_str(), shared.begins),
            ("坪政函〔2026〕7号", false)
        );
        assert_eq!(number("〔2026〕2号").unwrap().serial, "2");
        for other in [
            "根据县防指〔2026〕3号文件要求，",
            "（2026年3月5日）",
            "坪政发〔2026〕3号文件",
            "《通知》（2026）3号",
            "值守电话：【待补：电话号码】",
            "联系人及【待补：文号】，请补充",
        ] {
            assert_eq!(number(other), None, "{other}");
        }
    }

    #[test]
    fn a_date_is_told_by_its_style() {
        assert!(matches!(date("2026年 3 月 5 日"), Some(Day::Arabic { .. })));
        assert_eq!(date("二〇二六年三月五日"), Some(Day::Chinese));
        assert_eq!(date("2026.3.5"), Some(Day::Short));
        assert_eq!(date("【待补：成文日期】"), Some(Day::Open));
        assert_eq!(date("各村于【待补：日期】前报送"), None);
        assert_eq!(date("2026年3月5日前"), None);
        assert_eq!(date("1.2"), None);
    }

    #[test]
    fn headings_have_four_levels() {
        let levels = ["一、目标", "（二）分工", "3.时限", "（4）要求"];
        for (level, text) in (1..).zip(levels) {
            let mark = heading(text).unwrap();
            assert_eq!((mark.level, mark.proper), (level, true), "{text}");
        }
        for text in ["一.目标", "(二)分工", "（二）、分工", "3、时限", "(4)要求"] {
            assert!(!heading(text).unwrap().proper, "{text}");
        }
        for text in [
            "2.5公里",
            "2026年",
            "一是抓",
            "（此件公开发布）",
            "（2026年）",
        ] {
            assert_eq!(heading(text), None, "{text}");
        }
    }
}
