//! The numbers of headings.

use super::fault::FaultWhy;
use crate::chinese::ordinal_label;

/// How far the headings of a text have been numbered.
#[derive(Default)]
pub(super) struct Numbers {
    counts: [u64; 4],
    /// The level of the last heading; 0 before the first.
    last: usize,
}

impl Numbers {
    /// Notes a heading of a level, 1 to 4, and gives its label; an empty one if it has no number.
    pub(super) fn next(&mut self, level: usize, numbered: bool) -> Result<String, FaultWhy> {
        if level > self.last + 1 {
            return Err(FaultWhy::SkippedLevel);
        }
        self.last = level;
        for count in self.counts.iter_mut().skip(level) {
            *count = 0;
        }
        if !numbered {
            return Ok(String::new());
        }
        let count = level.checked_sub(1).and_then(|at| self.counts.get_mut(at));
        let count = count.ok_or(FaultWhy::HeadingLevel)?;
        *count += 1;
        let level = u8::try_from(level).unwrap_or_default();
        ordinal_label(level, *count).ok_or(FaultWhy::HeadingLevel)
    }
}
