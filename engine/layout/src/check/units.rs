//! Lengths as they are written in a .docx.

/// A length in twips: a bare number is twips, and the strict form writes units.
pub(super) fn twips(text: &str) -> Option<i64> {
    // 1 pt = 20 twips; hundredths keep what a decimal fraction adds.
    const UNITS: [(&str, i64); 5] = [
        ("pt", 2_000),
        ("mm", 5_669),
        ("cm", 56_693),
        ("in", 144_000),
        ("pc", 24_000),
    ];
    let text = text.trim();
    for (unit, each) in UNITS {
        if let Some(number) = text.strip_suffix(unit) {
            return Some(hundredths(number)?.checked_mul(each)? / 10_000);
        }
    }
    bounded(hundredths(text)? / 100)
}

/// A number with two decimal places, as hundredths.
pub(super) fn hundredths(text: &str) -> Option<i64> {
    let text = text.trim();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    if !part.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let whole: i64 = if whole.is_empty() {
        0
    } else {
        whole.parse().ok()?
    };
    let part: String = part.chars().chain("00".chars()).take(2).collect();
    bounded(sign * (whole.checked_mul(100)?.checked_add(part.parse().ok()?)?))
}

/// Nothing on paper is longer than this; larger numbers are nonsense and would overflow sums.
fn bounded(number: i64) -> Option<i64> {
    (-100_000_000..=100_000_000)
        .contains(&number)
        .then_some(number)
}

/// A type size in half points.
pub(super) fn half_points(text: &str) -> Option<i64> {
    match text.trim().strip_suffix("pt") {
        Some(points) => Some(hundredths(points)? / 50),
        None => bounded(hundredths(text)? / 100),
    }
}

/// A length of a drawing, in English metric units, as twips.
pub(super) fn emu(text: &str) -> Option<i64> {
    let number: i64 = text.trim().parse().ok()?;
    Some(number / 635)
}

/// Whether a switch is on: without a value it is.
pub(super) fn on(value: Option<&str>) -> bool {
    !matches!(value, Some("0" | "false" | "off" | "none"))
}

/// Twips as tenths of a millimetre, rounded.
pub(super) fn tenths_of_mm(twips: i64) -> i64 {
    let exact = twips * 254;
    (exact + exact.signum() * 720) / 1_440
}

/// A length as people read it: `37`, `34.6`.
pub(super) fn mm(twips: i64) -> String {
    decimal(tenths_of_mm(twips), 10)
}

/// Twips as points: `28.95`.
pub(super) fn pt(twips: i64) -> String {
    decimal(twips * 5, 100)
}

/// Half points as points: `16`, `10.5`.
pub(super) fn size(half_points: i64) -> String {
    decimal(half_points * 5, 10)
}

/// Hundredths as a number: `2`, `1.5`.
pub(super) fn count(hundredths: i64) -> String {
    decimal(hundredths, 100)
}

fn decimal(number: i64, of: i64) -> String {
    let sign = if number < 0 { "-" } else { "" };
    let (whole, rest) = (number.abs() / of, number.abs() % of);
    if rest == 0 {
        return format!("{sign}{whole}");
    }
    let places = if of == 10 { 1 } else { 2 };
    let part = format!("{rest:0places$}");
    format!("{sign}{whole}.{}", part.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::{half_points, hundredths, mm, pt, size, twips};

    #[test]
    fn lengths_are_read_with_and_without_a_unit() {
        assert_eq!(twips("2098"), Some(2_098));
        assert_eq!(twips("37mm"), Some(2_097));
        assert_eq!(twips("10.5pt"), Some(210));
        assert_eq!(twips("-5"), Some(-5));
        assert_eq!(half_points("32"), Some(32));
        assert_eq!(half_points("16pt"), Some(32));
        for nonsense in ["", "-", "x", "1e9", "9999999999999999999", "1.-5"] {
            let read = twips(nonsense).unwrap_or(0);
            assert_eq!(read, 0, "{nonsense}");
        }
        assert_eq!(hundredths("28.5"), Some(2_850));
    }

    #[test]
    fn lengths_are_told_as_people_write_them() {
        assert_eq!(mm(2_098), "37");
        assert_eq!(mm(1_984), "35");
        assert_eq!(pt(579), "28.95");
        assert_eq!(size(21), "10.5");
        assert_eq!(pt(-5), "-0.25");
    }
}
