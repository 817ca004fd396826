use proptest::prelude::{ProptestConfig, prop_assert_eq};
use proptest::proptest;

use super::{LARGEST_AMOUNT, amount_in_capitals, numeral, ordinal_label, renminbi_in_capitals};

/// Reads a numeral back, knowing nothing of how it was written.
fn read(text: &str) -> u64 {
    if let Some((before, after)) = text.rsplit_once('亿') {
        return read(before) * 100_000_000 + read(after);
    }
    if let Some((before, after)) = text.split_once('万') {
        return read(before) * 10_000 + read(after);
    }
    let (mut sum, mut digit) = (0, None);
    for sign in text.chars() {
        let place = "零一二三四五六七八九".chars().position(|c| c == sign);
        let capital = "零壹贰叁肆伍陆柒捌玖".chars().position(|c| c == sign);
        if let Some(value) = place.or(capital) {
            digit = Some(value as u64);
            continue;
        }
        let unit = match sign {
            '十' | '拾' => 10,
            '百' | '佰' => 100,
            '千' | '仟' => 1000,
            other => panic!("「{other}」 in 「{text}」"),
        };
        // 十 alone at the start is ten.
        sum += digit.take().unwrap_or(1) * unit;
    }
    sum + digit.unwrap_or(0)
}

/// Reads an amount back, in fen.
fn read_amount(text: &str) -> i64 {
    let (sign, text) = match text.strip_prefix('负') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let text = text.trim_end_matches('整');
    let (yuan, rest) = text.split_once('元').unwrap_or(("", text));
    let (tenths, rest) = rest.split_once('角').unwrap_or(("", rest));
    let hundredths = rest.trim_end_matches('分');
    let fen = read(yuan) * 100 + read(tenths) * 10 + read(hundredths);
    sign * i64::try_from(fen).unwrap()
}

#[test]
fn numerals() {
    let written = [
        (0, "零"),
        (10, "十"),
        (12, "十二"),
        (23, "二十三"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1_010, "一千零一十"),
        (12_000, "一万二千"),
        (100_200, "十万零二百"),
        (120_034, "十二万零三十四"),
        (1_001_000, "一百万一千"),
        (100_100_000, "一亿零一十万"),
        (10_000_000_000_000_000, "一亿亿"),
    ];
    for (number, text) in written {
        assert_eq!(numeral(number), text);
    }
}

/// The examples of the 《基本规定》 stand here with their own figures.
#[test]
fn amounts() {
    let written = [
        (0, "零元整"),
        (5, "伍分"),
        (50, "伍角"),
        (12_000, "壹佰贰拾元整"),
        (140_950, "壹仟肆佰零玖元伍角"),
        (600_714, "陆仟零柒元壹角肆分"),
        (168_032, "壹仟陆佰捌拾元叁角贰分"),
        (10_700_053, "壹拾万柒仟元伍角叁分"),
        (1_640_902, "壹万陆仟肆佰零玖元零贰分"),
        (32_504, "叁佰贰拾伍元零肆分"),
        (1_000, "壹拾元整"),
        (-35_000, "负叁佰伍拾元整"),
    ];
    for (fen, text) in written {
        assert_eq!(amount_in_capitals(fen).as_deref(), Some(text));
    }
    let largest = "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分";
    assert_eq!(amount_in_capitals(LARGEST_AMOUNT).as_deref(), Some(largest));
    assert_eq!(amount_in_capitals(LARGEST_AMOUNT + 1), None);
    assert_eq!(amount_in_capitals(i64::MIN), None);
    let paid = renminbi_in_capitals(35_000);
    assert_eq!(paid.as_deref(), Some("人民币叁佰伍拾元整"));
}

#[test]
fn labels() {
    let labels: Vec<_> = (0..=5).map(|level| ordinal_label(level, 12)).collect();
    let twelve = ["十二、", "（十二）", "12.", "（12）"].map(|label| Some(label.to_owned()));
    assert_eq!(labels[1..5], twelve);
    assert_eq!((&labels[0], &labels[5]), (&None, &None));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn every_numeral_reads_back(number: u64, cut in 0..64u32) {
        // Cut to every length: numbers of one size alone would hardly meet a gap.
        let number = number >> cut;
        prop_assert_eq!(read(&numeral(number)), number);
        prop_assert_eq!(read(&numeral(number / 10_000 * 10_000)), number / 10_000 * 10_000);
    }

    #[test]
    fn every_amount_reads_back(fen in -LARGEST_AMOUNT..=LARGEST_AMOUNT, cut in 0..48u32) {
        let fen = fen >> cut;
        let text = amount_in_capitals(fen).unwrap();
        prop_assert_eq!(read_amount(&text), fen);
        // 整 stands exactly where neither 角 nor 分 do.
        prop_assert_eq!(text.ends_with('整'), fen % 100 == 0);
        prop_assert_eq!(text.matches("零零").count(), 0);
    }
}
