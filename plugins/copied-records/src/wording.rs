//! What a note says, apart from how it is written and for which day.

use crate::likeness::Sketch;

/// Characters of a note that are looked at.
const CHARACTERS_AT_MOST: usize = 4000;
/// What a number is followed by in a date.
const DATE_UNITS: [char; 5] = ['年', '月', '日', '号', '时'];

/// The wording of a note.
#[derive(Debug, Clone)]
pub(crate) struct Wording {
    /// Characters that count.
    pub(crate) length: usize,
    /// The same for the same characters in the same order.
    pub(crate) sum: u64,
    /// The same for the same characters but for figures.
    pub(crate) form: u64,
    /// Its sequences of three characters.
    pub(crate) sketch: Sketch,
}

impl Wording {
    /// The wording of a note.
    pub(crate) fn of(note: &str) -> Wording {
        let kept = wording(note);
        Wording {
            length: kept.len(),
            sum: sum(kept.iter()),
            form: sum(kept.iter().filter(|c| !c.is_ascii_digit())),
            sketch: Sketch::of(&kept),
        }
    }
}

/// Letters, Han characters and digits, in half width and small letters, without dates and ordinals. Other figures stay:
/// a form filled in with other figures tells something else.
pub(crate) fn wording(note: &str) -> Vec<char> {
    let all: Vec<char> = note.chars().map(folded).take(CHARACTERS_AT_MOST).collect();
    let mut kept = Vec::with_capacity(all.len());
    let mut at = 0;
    while at < all.len() {
        let end = number(&all, at);
        if end == at {
            kept.extend(Some(all[at]).filter(|c| c.is_alphanumeric()));
            at += 1;
        } else {
            if !is_date(&all, at, end) {
                kept.extend(all[at..end].iter().filter(|c| c.is_alphanumeric()));
            }
            at = end;
        }
    }
    kept
}

/// Half width, and small.
fn folded(c: char) -> char {
    let half = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    half.to_ascii_lowercase()
}

/// Where the number that begins here ends; here if none does. Digits may be joined as in 2012-05-03, 8:30 and 3.5.
fn number(all: &[char], at: usize) -> usize {
    let in_words = |c: &&char| "〇零一二三四五六七八九十".contains(**c);
    let words = all[at..].iter().take_while(in_words).count();
    if words > 0 {
        return at + words;
    }
    let mut end = at;
    while end < all.len() {
        let digit = |at: usize| all.get(at).is_some_and(char::is_ascii_digit);
        let joined = end > at && matches!(all[end], '.' | ':' | '-' | '/') && digit(end + 1);
        if !digit(end) && !joined {
            break;
        }
        end += 1;
    }
    end
}

/// Whether a number is a date, a time of day, or says which one in a row.
fn is_date(all: &[char], at: usize, end: usize) -> bool {
    let (before, after) = (at.checked_sub(1).map(|at| all[at]), all.get(end));
    let number = &all[at..end];
    let dots = number.iter().filter(|c| **c == '.').count();
    let joined = dots > 1 || number.iter().any(|c| matches!(c, ':' | '-' | '/'));
    let minutes = after == Some(&'分') && matches!(before, Some('时' | '点'));
    let weekday = matches!(before, Some('周')) || at > 1 && all[at - 2..at] == ['星', '期'];
    let ordinal = before == Some('第');
    let unit = after.is_some_and(|c| DATE_UNITS.contains(c) || *c == '季');
    joined || minutes || weekday || ordinal || unit
}

/// FNV-1a of 64 bits, character by character.
fn sum<'c>(kept: impl Iterator<Item = &'c char>) -> u64 {
    let step = |sum: u64, c: &char| (sum ^ u64::from(u32::from(*c))).wrapping_mul(0x100_0000_01b3);
    kept.fold(0xcbf2_9ce4_8422_2325, step)
}

#[cfg(test)]
mod tests {
    use super::wording;

    #[track_caller]
    fn check(note: &str, expected: &str) {
        assert_eq!(wording(note).into_iter().collect::<String>(), expected);
    }

    #[test]
    fn dates_width_and_punctuation_say_nothing() {
        check("２０１２年５月３日，ＡＢ村：巡逻。", "年月日ab村巡逻");
        check("二〇一二年五月三日 AB村 巡逻", "年月日ab村巡逻");
        check("2012-05-03 8:30开会（第3次）", "开会第次");
        check("5月3日8时30分，星期四、周五", "月日时分星期周");
        check("2012.5.3至5/4，第二季度", "至第季度");
        check("", "");
        check("。。。", "");
    }

    #[test]
    fn other_figures_stay() {
        check("走访28户，收集意见3条", "走访28户收集意见3条");
        check("巡逻3.5公里，得分90分", "巡逻35公里得分90分");
        check("一组、二组共三处隐患", "一组二组共三处隐患");
    }
}
