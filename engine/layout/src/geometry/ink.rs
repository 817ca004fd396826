//! Where the ink of a character stands within its line: the standard measures from printed edges.

/// Thousandths of the type size from the base line up to the top of the ink of a Chinese character.
pub const INK_TOP: i32 = 840;

/// Thousandths of the type size from the base line down to the bottom of its ink.
pub const INK_BOTTOM: i32 = 80;

/// Thousandths of an exact line from its top to the base line, as LibreOffice lays it out.
const BASELINE: i32 = 800;

/// From the top of a line of exact height to its base line.
#[must_use]
pub const fn baseline(line: i32) -> i32 {
    line * BASELINE / 1_000
}

/// From the top of a line of exact height to the ink of characters of a size in half points; negative where the
/// ink stands above the line.
#[must_use]
pub const fn ink_above(line: i32, half_points: i32) -> i32 {
    baseline(line) - half_points * 10 * INK_TOP / 1_000
}

/// From the ink of characters of a size in half points to the bottom of their line of exact height.
#[must_use]
pub const fn ink_below(line: i32, half_points: i32) -> i32 {
    line - baseline(line) - half_points * 10 * INK_BOTTOM / 1_000
}
