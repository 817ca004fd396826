//! Days, times and numbers as people type them into a spreadsheet.

use crate::fault::Reason;
use crate::value::{Hundredths, parse_minute, real_day};

/// Full-width letters, digits and signs become narrow ones.
pub(super) fn narrow(c: char) -> char {
    match u32::from(c) {
        0x3000 => ' ',
        wide @ 0xFF01..=0xFF5E => char::from_u32(wide - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// A text with every sign narrow.
pub(super) fn narrowed(text: &str) -> String {
    text.trim().chars().map(narrow).collect()
}

/// Reads 2012-05-10, 2012/5/10, 2012.5.10, 2012年5月10日 or 20120510, and a time after it
/// if there is one.
pub(super) fn day(text: &str) -> Option<(i32, Option<u16>)> {
    let text = narrowed(text);
    let (date, rest) = match text.split_once([' ', 'T']) {
        Some((date, rest)) => (date, rest.trim()),
        None => match text.split_once('日') {
            Some((date, rest)) => (date, rest.trim()),
            None => (text.as_str(), ""),
        },
    };
    let time = match rest {
        "" => None,
        rest => Some(time(rest)?),
    };
    let date = date.trim_end_matches('日');
    let parts: Vec<&str> = date.split(['-', '/', '.', '年', '月']).collect();
    let (year, month, of_month) = match parts.as_slice() {
        [whole] if whole.len() == 8 && whole.is_ascii() => (&whole[..4], &whole[4..6], &whole[6..]),
        [year, month, of_month] if year.len() == 4 => (*year, *month, *of_month),
        _ => return None,
    };
    let year = small(year)?.cast_signed();
    Some((real_day(year, small(month)?, small(of_month)?)?, time))
}

/// Reads 9:30, 09:30:00, 9时30分, 下午2点 as minutes since midnight; seconds are dropped.
pub(super) fn time(text: &str) -> Option<u16> {
    let text = narrowed(text).replace(['时', '点'], ":");
    let (later, text) = match text.strip_prefix("下午") {
        Some(rest) => (12 * 60, rest.trim()),
        None => (0, text.strip_prefix("上午").unwrap_or(&text).trim()),
    };
    let text = text.trim_end_matches('分');
    let minute = match text.split(':').collect::<Vec<_>>().as_slice() {
        [hour, ""] => parse_minute(&format!("{hour}:00")),
        [_, _] => parse_minute(text),
        [hour, minute, second] if small(second)? < 60 => parse_minute(&format!("{hour}:{minute}")),
        _ => None,
    }?;
    Some(if minute < 12 * 60 {
        minute + later
    } else {
        minute
    })
}

/// Reads 1,234.50, ¥50, 3次 or ５０ and multiplies it by 1, 100, 1000 or 10000.
pub(super) fn number(text: &str, factor: i64) -> Result<i64, Reason> {
    let narrowed = narrowed(text);
    let bare = narrowed
        .trim_start_matches(['¥', '￥', '+'])
        .trim_end_matches(|c: char| "元次人户件个分份场名%".contains(c))
        .trim();
    let plain = match thousands(bare) {
        true => bare.replace(',', ""),
        false => bare.to_owned(),
    };
    if factor == 1 {
        return Hundredths::parse(&plain).map(|n| n.0);
    }
    // 1.2345 times 10000 is exact, though 1.2345 alone would have too many places.
    let places = match factor {
        100 => 2,
        1_000 => 3,
        _ => 4,
    };
    if plain.contains(['e', 'E']) {
        return Err(Reason::Number);
    }
    Hundredths::parse(&format!("{plain}e{places}")).map(|n| n.0)
}

/// Whether the commas of a number part it into thousands.
fn thousands(text: &str) -> bool {
    let whole = text.split('.').next().unwrap_or("");
    let mut groups = whole.trim_start_matches('-').split(',');
    let first = groups.next().unwrap_or("");
    (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3)
}

fn small(text: &str) -> Option<u32> {
    let fits = (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| fits)
}

#[cfg(test)]
mod tests {
    use super::{day, number, time};
    use crate::fault::Reason;
    use crate::value::parse_day;

    #[test]
    fn days_as_people_type_them() {
        let expected = parse_day("2012-05-10");
        for text in [
            "2012-05-10",
            "2012/5/10",
            "2012.5.10",
            "2012年5月10日",
            "2012年5月10",
            "20120510",
            "２０１２－０５－１０",
            " 2012-5-10 ",
            "2012-05-10 00:00:00",
            "2012年5月10日上午9时",
            "2012/5/10 9:30",
        ] {
            assert_eq!(day(text).map(|(day, _)| day), expected, "{text}");
        }
        assert_eq!(day("2012/5/10 9:30").and_then(|(_, time)| time), Some(570));
        for text in [
            "",
            "2012-02-30",
            "2013/2/29",
            "12-5-10",
            "5月10日",
            "2012-05",
            "41039",
            "2012-13-01",
            "2012-05-10 25:00",
            "明天",
            "2012年5月10日左右",
            "2012-05-10-01",
            "20121301",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn times_as_people_type_them() {
        for text in [
            "14:30",
            "14：30",
            "14:30:59",
            "14时30分",
            "14点30",
            "下午2:30",
            "下午2点30分",
        ] {
            assert_eq!(time(text), Some(870), "{text}");
        }
        assert_eq!(time("上午9点"), Some(540));
        for text in ["25:00", "9", "下午", "9点半", "9:60", "9:30:60"] {
            assert_eq!(time(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_as_people_type_them() {
        for (text, expected) in [
            ("3", Ok(300)),
            ("３次", Ok(300)),
            ("¥1,234.50", Ok(123_450)),
            ("-1,000元", Ok(-100_000)),
            ("92.35%", Ok(9_235)),
            ("1,00", Err(Reason::Number)),
            ("约3", Err(Reason::Number)),
            ("3.141", Err(Reason::Precise)),
        ] {
            assert_eq!(number(text, 1), expected, "{text}");
        }
        assert_eq!(number("1.25", 10_000), Ok(1_250_000));
        assert_eq!(number("1.2345", 10_000), Ok(1_234_500));
        assert_eq!(number("0.35", 1_000), Ok(35_000));
        assert_eq!(number("1.23456789", 10_000), Err(Reason::Precise));
        assert_eq!(number("99999999999", 10_000), Err(Reason::Large));
    }
}
