//! Finds what must not enter a ledger: identity-card and mobile numbers.
//!
//! A ledger names officials by staff number and nobody else. A number counts as personal
//! only if everything about it fits, so that staff and case numbers pass.

use crate::value::real_day;

/// What sort of personal number was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PersonalKind {
    /// 居民身份证号码 (GB 11643): 18 places with a valid checksum, or the old 15 digits.
    IdCard,
    /// A mainland mobile number.
    Mobile,
}

/// The fewest digits that any of the numbers has.
pub(crate) const DIGITS_AT_LEAST: usize = 11;

/// The first personal number in a text, if there is one.
#[must_use]
pub fn find_personal(text: &str) -> Option<PersonalKind> {
    if !worth_a_look(text) {
        return None;
    }
    let runs = runs(text);
    (0..runs.len()).find_map(|first| personal_from(&runs, first))
}

/// A cheap test that nearly every text fails, because this runs for every text of a ledger.
fn worth_a_look(text: &str) -> bool {
    // A full-width digit takes three bytes, of which 0xBC is the middle one.
    let digits = text.bytes().filter(|b| b.is_ascii_digit() || *b == 0xBC);
    text.len() >= DIGITS_AT_LEAST && digits.count() >= DIGITS_AT_LEAST
}

/// Digits that touch one another, and what stands around them.
struct Run {
    digits: Vec<u8>,
    /// A check letter X follows at once and ends the word.
    x: bool,
    /// What stands between this run and the one before.
    before: Gap,
    /// A plus sign stands right before.
    plus: bool,
    /// The run is part of a longer hexadecimal word, such as a hash.
    hash: bool,
}

#[derive(PartialEq, Eq, Clone, Copy)]
enum Gap {
    Blanks,
    Hyphen,
    Other,
}

fn runs(text: &str) -> Vec<Run> {
    let chars: Vec<char> = text.chars().map(narrow).collect();
    let mut runs = Vec::new();
    let (mut at, mut end) = (0, 0);
    while at < chars.len() {
        if !chars[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while at < chars.len() && chars[at].is_ascii_digit() {
            at += 1;
        }
        let after = |n: usize| chars.get(at + n).copied().unwrap_or(' ');
        runs.push(Run {
            digits: chars[start..at].iter().map(|c| *c as u8 - b'0').collect(),
            x: after(0) == 'X' && !after(1).is_ascii_alphanumeric(),
            before: gap(&chars[end..start]),
            plus: start > 0 && chars[start - 1] == '+',
            hash: in_hash(&chars, start, at),
        });
        end = at;
    }
    runs
}

/// Full-width digits, letters and signs become plain ones, a small x a large one.
fn narrow(c: char) -> char {
    let c = match u32::from(c) {
        wide @ 0xFF01..=0xFF5E => char::from_u32(wide - 0xFEE0).unwrap_or(c),
        _ => c,
    };
    if c == 'x' { 'X' } else { c }
}

fn gap(between: &[char]) -> Gap {
    match between {
        ['-' | '－' | '—' | '–'] => Gap::Hyphen,
        [] => Gap::Other,
        blanks if blanks.iter().all(|c| c.is_whitespace()) => Gap::Blanks,
        _ => Gap::Other,
    }
}

fn in_hash(chars: &[char], start: usize, end: usize) -> bool {
    let hex = |c: &&char| c.is_ascii_digit() || ('a'..='f').contains(*c);
    let left = chars[..start].iter().rev().take_while(hex);
    let right = chars[end..].iter().take_while(hex);
    left.chain(right).any(char::is_ascii_lowercase)
}

fn personal_from(runs: &[Run], first: usize) -> Option<PersonalKind> {
    if mobile(runs, first) {
        return Some(PersonalKind::Mobile);
    }
    let mut number = Vec::new();
    for (place, run) in runs[first..].iter().enumerate() {
        if run.hash || (place > 0 && run.before != Gap::Blanks) {
            return None;
        }
        number.extend_from_slice(&run.digits);
        let is_card = match number.len() {
            18 => new_card(&number),
            17 if run.x => {
                number.push(10);
                new_card(&number)
            }
            15 => old_card(&number),
            19.. => return None,
            _ => false,
        };
        if is_card {
            return Some(PersonalKind::IdCard);
        }
    }
    None
}

/// Eleven digits in one run, with or without the country code, or grouped 3-4-4.
fn mobile(runs: &[Run], first: usize) -> bool {
    let run = &runs[first];
    let begins = |d: &[u8]| d.len() >= 3 && d[0] == 1 && d[1] >= 3;
    if run.hash {
        return false;
    }
    match run.digits.as_slice() {
        d if d.len() == 11 => begins(d),
        [8, 6, d @ ..] if d.len() == 11 && run.plus => begins(d),
        [0, 0, 8, 6, d @ ..] if d.len() == 11 => begins(d),
        d if d.len() == 3 && begins(d) => {
            let joined = |n: usize, len: usize| {
                let next = runs.get(first + n);
                next.is_some_and(|r| r.digits.len() == len && r.before != Gap::Other)
            };
            let longer = runs.get(first + 3).is_some_and(|r| r.before != Gap::Other);
            joined(1, 4) && joined(2, 4) && !longer
        }
        _ => false,
    }
}

/// Eighteen places; the last may be 10, written X.
fn new_card(number: &[u8]) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = number
        .iter()
        .zip(WEIGHTS)
        .map(|(d, w)| u32::from(*d) * w)
        .sum();
    let check = (12 - sum % 11) % 11;
    province(number)
        && u32::from(number[17]) == check
        && real_day(
            value(&number[6..10]).cast_signed(),
            value(&number[10..12]),
            value(&number[12..14]),
        )
        .is_some()
}

fn old_card(number: &[u8]) -> bool {
    let year = 1900 + value(&number[6..8]).cast_signed();
    province(number) && real_day(year, value(&number[8..10]), value(&number[10..12])).is_some()
}

/// Whether the number begins with the code of a province (GB/T 2260).
fn province(number: &[u8]) -> bool {
    matches!(
        value(&number[..2]),
        11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81..=83
    )
}

fn value(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |n, d| n * 10 + u32::from(*d))
}

#[cfg(test)]
mod tests {
    use super::{PersonalKind, find_personal};

    #[test]
    fn personal_numbers_are_found() {
        let cases = [
            ("11010519491231002X", PersonalKind::IdCard),
            ("11010519491231002x", PersonalKind::IdCard),
            ("１１０１０５１９４９１２３１００２Ｘ", PersonalKind::IdCard),
            ("110105 19491231 002X", PersonalKind::IdCard),
            ("110105　19491231　002X", PersonalKind::IdCard),
            ("身份证440524198001010013。", PersonalKind::IdCard),
            ("3次 110105 19491231 002X", PersonalKind::IdCard),
            ("old form 110105491231002", PersonalKind::IdCard),
            ("13812345678", PersonalKind::Mobile),
            ("电话１３８１２３４５６７８号", PersonalKind::Mobile),
            ("138 1234 5678", PersonalKind::Mobile),
            ("138-1234-5678", PersonalKind::Mobile),
            ("+8613812345678", PersonalKind::Mobile),
            ("008613812345678", PersonalKind::Mobile),
            ("+86 13812345678", PersonalKind::Mobile),
            ("PT13812345678", PersonalKind::Mobile),
        ];
        for (text, kind) in cases {
            assert_eq!(find_personal(text), Some(kind), "{text}");
        }
    }

    #[test]
    fn near_misses_pass() {
        let cases = [
            "",
            "PT0001234",
            "20120510",
            "2012-05-10 09:30:00",
            "A5227310000002012050001", // a police case number
            "110105194912310021",      // wrong checksum
            "110105194913310028",      // month 13
            "990105194912310028",      // no such province
            "1101051949123100211",     // 19 digits
            "110105491331002",         // 15 digits, month 13
            "12812345678",             // no such prefix
            "138123456789",            // 12 digits
            "1381234567",              // 10 digits
            "8613812345678",           // a code of 13 digits
            "138-1234-5678-9012",      // grouped, but longer
            "138 1234 567",
            "visit-20120510-v01-3f138123",
            "9f13812345678a", // inside a hash
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "财发〔2012〕102号 13800元 2012年",
        ];
        for text in cases {
            assert_eq!(find_personal(text), None, "{text}");
        }
    }
}
