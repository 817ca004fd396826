//! Runs of one number and numbers packed bit by bit, in turn: how Parquet writes places in a
//! dictionary and which cells hold something.

use bytes::Bytes;

/// Numbers of some bits each that are read one after the other.
pub(super) struct Hybrid {
    bytes: Bytes,
    /// Where the next run begins.
    next: usize,
    /// Bits of a number, at most 32.
    width: usize,
    run: Run,
}

/// What is left of a run.
enum Run {
    Same {
        number: u32,
        left: usize,
    },
    /// Numbers from `at` on of those that are packed from a byte on.
    Packed {
        start: usize,
        at: usize,
        left: usize,
    },
}

impl Hybrid {
    /// None where numbers are said to be wider than any is.
    pub(super) fn new(bytes: Bytes, width: usize) -> Option<Hybrid> {
        (width <= 32).then_some(Hybrid {
            bytes,
            next: 0,
            width,
            run: Run::Same { number: 0, left: 0 },
        })
    }

    /// The next numbers, as many as there is room for; none if there are fewer.
    pub(super) fn take(&mut self, mut out: &mut [u32]) -> Option<()> {
        while !out.is_empty() {
            let (len, width) = (out.len(), self.width);
            match &mut self.run {
                Run::Same { left: 0, .. } | Run::Packed { left: 0, .. } => self.start()?,
                Run::Same { number, left } => {
                    let (now, later) = out.split_at_mut(len.min(*left));
                    now.fill(*number);
                    *left -= now.len();
                    out = later;
                }
                Run::Packed { start, at, left } => {
                    let (now, later) = out.split_at_mut(len.min(*left));
                    unpack(self.bytes.get(*start..)?, *at, width, now);
                    *at += now.len();
                    *left -= now.len();
                    out = later;
                }
            }
        }
        Some(())
    }

    /// The next number and how many of it follow one another, no more than so many; none if there are none.
    pub(super) fn run(&mut self, most: usize) -> Option<(u32, usize)> {
        loop {
            match &mut self.run {
                Run::Same { left: 0, .. } | Run::Packed { left: 0, .. } => self.start()?,
                Run::Same { number, left } => {
                    let count = most.min(*left);
                    *left -= count;
                    return Some((*number, count));
                }
                Run::Packed { .. } => {
                    let mut one = [0];
                    self.take(&mut one)?;
                    return Some((one[0], 1));
                }
            }
        }
    }

    /// So many next numbers of one bit each, the first in the lowest bit of the first word. None if
    /// there are fewer.
    pub(super) fn bits(&mut self, count: usize, words: &mut Vec<u64>) -> Option<()> {
        words.clear();
        words.resize(count.div_ceil(64), 0);
        let mut done = 0;
        while done < count {
            // To the end of a word, for a run may begin in the middle of one.
            let room = (64 - done % 64).min(count - done);
            let (bits, got) = match &mut self.run {
                Run::Same { left: 0, .. } | Run::Packed { left: 0, .. } => {
                    self.start()?;
                    continue;
                }
                Run::Same { number, left } => {
                    let got = room.min(*left);
                    *left -= got;
                    (if *number & 1 == 1 { u64::MAX } else { 0 }, got)
                }
                Run::Packed { start, at, left } => {
                    let skipped = *at % 8;
                    let got = room.min(*left).min(64 - skipped);
                    let word = word(self.bytes.get(*start..)?, *at / 8);
                    *at += got;
                    *left -= got;
                    (word >> skipped, got)
                }
            };
            let kept = if got == 64 {
                bits
            } else {
                bits & ((1 << got) - 1)
            };
            words[done / 64] |= kept << (done % 64);
            done += got;
        }
        Some(())
    }

    /// Begins the next run.
    fn start(&mut self) -> Option<()> {
        let header = self.header()?;
        let count = usize::try_from(header >> 1).ok()?;
        if header & 1 == 0 {
            let bytes = self.width.div_ceil(8);
            let mut number = [0; 4];
            let stored = self.bytes.get(self.next..self.next + bytes)?;
            number[..bytes].copy_from_slice(stored);
            self.next += bytes;
            self.run = Run::Same {
                number: u32::from_le_bytes(number),
                left: count,
            };
        } else if self.width == 0 {
            self.run = Run::Same {
                number: 0,
                left: count.checked_mul(8)?,
            };
        } else {
            let there = self.bytes.len().checked_sub(self.next)?;
            let bytes = count.checked_mul(self.width)?;
            // Some writers leave out the end of the last group, which holds no number.
            let held = there.checked_mul(8)? / self.width;
            self.run = Run::Packed {
                start: self.next,
                at: 0,
                left: count.checked_mul(8)?.min(held),
            };
            self.next += bytes.min(there);
        }
        Some(())
    }

    fn header(&mut self) -> Option<u64> {
        let mut header = 0;
        for shift in (0..35).step_by(7) {
            let byte = *self.bytes.get(self.next)?;
            self.next += 1;
            header |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(header);
            }
        }
        None
    }
}

/// Eight bytes from one on; those after the last are 0.
fn word(bytes: &[u8], from: usize) -> u64 {
    if let Some(eight) = bytes.get(from..from + 8) {
        let mut word = [0; 8];
        word.copy_from_slice(eight);
        return u64::from_le_bytes(word);
    }
    let rest = bytes.get(from..).unwrap_or(&[]);
    let shifted = |(at, byte): (usize, &u8)| u64::from(*byte) << (8 * at);
    rest.iter().enumerate().map(shifted).sum()
}

/// The packed numbers from one on.
fn unpack(bytes: &[u8], first: usize, width: usize, out: &mut [u32]) {
    let mask = u64::MAX >> (64 - width);
    let of = |word: u64, shift: usize| (word >> shift & mask) as u32;
    // A group of eight numbers begins at a byte; up to it, and after the last, one by one.
    let lead = (first.wrapping_neg() % 8).min(out.len());
    let (lead, rest) = out.split_at_mut(lead);
    let single = |at: usize| of(word(bytes, at * width / 8), at * width % 8);
    for (at, out) in (first..).zip(lead.iter_mut()) {
        *out = single(at);
    }
    let first = first + lead.len();
    let mut at = first / 8 * width;
    let mut groups = rest.chunks_exact_mut(8);
    for out in &mut groups {
        if width <= 8 {
            let word = word(bytes, at);
            for (place, out) in out.iter_mut().enumerate() {
                *out = of(word, place * width);
            }
        } else if width <= 15 {
            // The fifth begins within a byte where the width is odd.
            let (first, last) = out.split_at_mut(4);
            let word_of = |bit: usize| word(bytes, at + bit / 8) >> (bit % 8);
            let words = [word_of(0), word_of(4 * width)];
            for (word, out) in words.into_iter().zip([first, last]) {
                for (place, out) in out.iter_mut().enumerate() {
                    *out = of(word, place * width);
                }
            }
        } else {
            for (place, out) in out.iter_mut().enumerate() {
                let bit = place * width;
                *out = of(word(bytes, at + bit / 8), bit % 8);
            }
        }
        at += width;
    }
    let last = groups.into_remainder();
    for (at, out) in (at / width * 8..).zip(last.iter_mut()) {
        *out = single(at);
    }
}
