//! Lines that several texts have: numbers and hashes, each in its one form.

use crate::hash::TreeHash;

/// Hashes of a proof at most: more than a tree of 2⁶³ records has levels, and as many as a witness takes.
const MOST_HASHES: usize = 63;

/// A number without a zero before it.
pub(crate) fn number(text: &str) -> Option<u64> {
    let number: u64 = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}

/// The hashes of a proof, a line each, up to the empty line; and what stands behind that.
pub(crate) fn hashes(text: &str) -> Option<(Vec<TreeHash>, &str)> {
    let mut hashes = Vec::new();
    let mut rest = text;
    loop {
        let (line, behind) = rest.split_once('\n')?;
        rest = behind;
        if line.is_empty() {
            return Some((hashes, rest));
        }
        hashes.push(TreeHash::parse(line)?);
        if hashes.len() > MOST_HASHES {
            return None;
        }
    }
}

/// The hashes as lines, with the empty line behind them.
pub(crate) fn written(hashes: &[TreeHash]) -> String {
    let lines: String = hashes.iter().map(|hash| format!("{hash}\n")).collect();
    lines + "\n"
}
