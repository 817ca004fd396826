//! Small changes of an input, the same on every machine: what a stable toolchain can do without a fuzzer.

/// Makes one changed input after the other.
#[derive(Debug, Clone)]
pub struct Mutator {
    state: u64,
}

/// Bytes of an input at most: what is longer makes a case slow, not better.
const LONGEST: usize = 16 << 10;

impl Mutator {
    /// Begins; the same name makes the same changes.
    #[must_use]
    pub fn new(name: &str) -> Mutator {
        // FNV-1a, so that no two seeds begin alike.
        let fold = |state: u64, byte: u8| (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        Mutator {
            state: name.bytes().fold(0xcbf2_9ce4_8422_2325, fold) | 1,
        }
    }

    /// A number below another, or nothing of nothing. Xorshift64*.
    fn below(&mut self, end: usize) -> usize {
        self.state ^= self.state >> 12;
        self.state ^= self.state << 25;
        self.state ^= self.state >> 27;
        let drawn = self.state.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(drawn).unwrap_or(0) % end.max(1)
    }

    /// An input with one to four changes: bytes turned, pieces left out, doubled or moved, words put in.
    #[must_use]
    pub fn changed(&mut self, input: &[u8], words: &[String]) -> Vec<u8> {
        let mut bytes = input.to_vec();
        if bytes.len() > LONGEST {
            let start = self.below(bytes.len() - LONGEST);
            // A beginning is worth more than a middle: heads and signatures are there.
            let start = if self.below(2) == 0 { 0 } else { start };
            bytes = bytes[start..start + LONGEST].to_vec();
        }
        for _ in 0..=self.below(4) {
            self.change(&mut bytes, words);
        }
        bytes
    }

    fn change(&mut self, bytes: &mut Vec<u8>, words: &[String]) {
        let at = self.below(bytes.len() + 1);
        let end = (at + 1 + self.below(64)).min(bytes.len());
        let to = self.below(bytes.len() + 1);
        match self.below(7) {
            0 if at < bytes.len() => bytes[at] ^= 1 << self.below(8),
            1 if at < bytes.len() => bytes[at] = [0, 0xff, b'\n', b'"', b'-', 0x80][self.below(6)],
            2 => drop(bytes.drain(at.min(end)..end)),
            3 => {
                let piece = bytes[at.min(end)..end].to_vec();
                drop(bytes.splice(to..to, piece));
            }
            4 => bytes.truncate(at),
            5 => {
                let line = bytes[at..].iter().position(|byte| *byte == b'\n');
                let line = bytes[at..at + line.unwrap_or(0)].repeat(1 + self.below(3));
                drop(bytes.splice(at..at, line));
            }
            _ => {
                let word = words
                    .get(self.below(words.len()))
                    .map_or("", String::as_str);
                drop(bytes.splice(at..at, word.bytes()));
            }
        }
    }
}
