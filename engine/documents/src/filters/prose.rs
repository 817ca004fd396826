//! A sentence of a report as an official paper writes it: days in full, no blanks between Chinese and figures.

use jiff::civil::Date;

use crate::dates::{DateStyle, styled};

/// `期限 2012-06-09，逾期 3 个工作日` becomes `期限2012年6月9日，逾期3个工作日`.
pub(super) fn prose(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if let Some(day) = day_at(rest).filter(|_| !ends_in_word(&out)) {
            out.push_str(&styled(day, DateStyle::Full));
            rest = &rest[10..];
            continue;
        }
        rest = &rest[first.len_utf8()..];
        let joins = is_wide(out.chars().next_back()) || is_wide(rest.chars().next());
        if first != ' ' || !joins {
            out.push(first);
        }
    }
    out
}

/// The day that a text begins with, unless more figures follow.
fn day_at(text: &str) -> Option<Date> {
    let head = text.get(..10)?;
    let form = head.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    let more = text[10..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-');
    head.parse().ok().filter(|_| form && !more)
}

fn ends_in_word(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '-')
}

/// Whether a sign is Chinese: beside it a blank separates nothing.
fn is_wide(sign: Option<char>) -> bool {
    sign.is_some_and(|c| c >= '\u{2e80}' || "“”‘’…—".contains(c))
}

#[cfg(test)]
mod tests {
    use super::prose;

    #[test]
    fn days_are_written_out_and_blanks_beside_chinese_go() {
        let cases = [
            (
                "期限 2012-06-09，逾期 3 个工作日",
                "期限2012年6月9日，逾期3个工作日",
            ),
            ("共 2 次 v01 和 v02", "共2次v01和v02"),
            ("two words", "two words"),
            ("编号 a-2012-06-09", "编号a-2012-06-09"),
            ("sim-7-2012-06-09", "sim-7-2012-06-09"),
            ("2012-13-40", "2012-13-40"),
            ("2012-06-091", "2012-06-091"),
            ("", ""),
            ("“ 引 号 ”", "“引号”"),
        ];
        for (text, wanted) in cases {
            assert_eq!(prose(text), wanted);
        }
    }
}
