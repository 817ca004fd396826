//! Numbers as Chinese papers write them: 二十三, 贰拾叁元整, （二）.

#[cfg(test)]
mod tests;

/// The largest amount that is written out: 999,999,999,999.99 yuan, in fen.
pub(crate) const LARGEST_AMOUNT: i64 = 99_999_999_999_999;

/// How the digits and units of one script are written.
struct Script {
    digits: [char; 10],
    /// Ten, hundred, thousand.
    units: [char; 3],
}

const LOWER: Script = Script {
    digits: ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'],
    units: ['十', '百', '千'],
};

const CAPITAL: Script = Script {
    digits: ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'],
    units: ['拾', '佰', '仟'],
};

/// A whole number in Chinese numerals: 二十三, 一百零五, 一万二千. Ten at the start is 十, not 一十.
#[must_use]
pub(crate) fn numeral(number: u64) -> String {
    let written = spell(number, &LOWER);
    match written.strip_prefix("一十") {
        Some(rest) => format!("十{rest}"),
        None => written,
    }
}

/// An amount of money, in fen, in the capitals that bills are written in: 壹佰贰拾元整.
///
/// As 《正确填写票据和结算凭证的基本规定》 has it: 整 after 元 where nothing follows, none after 角
/// (where it is optional) nor after 分; 零 after 元 where there are 分 but no 角; no 零 where it is
/// optional, that is between a 元 of zero and 角. None beyond [`LARGEST_AMOUNT`] either way.
#[must_use]
pub(crate) fn amount_in_capitals(fen: i64) -> Option<String> {
    let size = fen.unsigned_abs();
    if size > LARGEST_AMOUNT.unsigned_abs() {
        return None;
    }
    let (yuan, tenths, hundredths) = (size / 100, size / 10 % 10, size % 10);
    let mut text = String::new();
    if fen < 0 {
        text.push('负');
    }
    if yuan > 0 || size == 0 {
        text.push_str(&spell(yuan, &CAPITAL));
        text.push('元');
    }
    if tenths > 0 {
        text.push(digit(tenths, &CAPITAL));
        text.push('角');
    } else if yuan > 0 && hundredths > 0 {
        text.push('零');
    }
    if hundredths > 0 {
        text.push(digit(hundredths, &CAPITAL));
        text.push('分');
    }
    if tenths == 0 && hundredths == 0 {
        text.push('整');
    }
    Some(text)
}

/// As [`amount_in_capitals`], with 人民币 before it and no blank between, as bills demand.
#[must_use]
pub(crate) fn renminbi_in_capitals(fen: i64) -> Option<String> {
    amount_in_capitals(fen).map(|amount| format!("人民币{amount}"))
}

/// The number before a heading or an item: 一、 in level 1, （一） in level 2, 1. in level 3, （1） in
/// level 4 (GB/T 9704-2012, 7.3.3). None for any other level: the standard has four.
#[must_use]
pub(crate) fn ordinal_label(level: u8, number: u64) -> Option<String> {
    match level {
        1 => Some(format!("{}、", numeral(number))),
        2 => Some(format!("（{}）", numeral(number))),
        3 => Some(format!("{number}.")),
        4 => Some(format!("（{number}）")),
        _ => None,
    }
}

/// The digits one by one, with 〇 for zero, as years are written: 二〇一二.
#[must_use]
pub(crate) fn digits(number: u64) -> String {
    number
        .to_string()
        .bytes()
        .map(|byte| match byte {
            b'0' => '〇',
            other => digit(u64::from(other - b'0'), &LOWER),
        })
        .collect()
}

/// A number with all its ones: 一十二, 壹佰零伍. Everything before the last 亿 counts 亿s.
fn spell(number: u64, script: &Script) -> String {
    const YI: u64 = 100_000_000;
    const WAN: u64 = 10_000;
    if number >= YI {
        let text = format!("{}亿", spell(number / YI, script));
        return followed(text, number % YI, YI / 10, script);
    }
    if number >= WAN {
        let text = format!("{}万", below_ten_thousand(number / WAN, script));
        return followed(text, number % WAN, WAN / 10, script);
    }
    below_ten_thousand(number, script)
}

/// Adds what is left, after 零 where its first place is empty.
fn followed(mut text: String, rest: u64, first_place: u64, script: &Script) -> String {
    if rest == 0 {
        return text;
    }
    if rest < first_place {
        text.push('零');
    }
    text.push_str(&spell(rest, script));
    text
}

fn below_ten_thousand(number: u64, script: &Script) -> String {
    if number < 10 {
        return digit(number, script).to_string();
    }
    let mut text = String::new();
    let mut gap = false;
    for (place, unit) in [(1000, 2), (100, 1), (10, 0)] {
        let value = number / place % 10;
        if value == 0 {
            gap = true;
            continue;
        }
        if gap && !text.is_empty() {
            text.push('零');
        }
        gap = false;
        text.push(digit(value, script));
        text.push(script.units[unit]);
    }
    if !number.is_multiple_of(10) {
        if gap {
            text.push('零');
        }
        text.push(digit(number % 10, script));
    }
    text
}

/// A single digit; the callers divide, so that it is always below ten.
fn digit(value: u64, script: &Script) -> char {
    let place = usize::try_from(value % 10).unwrap_or_default();
    script.digits[place]
}
