//! Which township of one audit is which of the next.

use std::collections::BTreeMap;

use luoshi_audit::{Audit, Township};

/// One township through several audits, as `FOLLOW.md` says.
#[derive(Debug, Clone)]
pub struct Line<'a> {
    /// What each audit has of it.
    pub at: Vec<Option<&'a Township>>,
}

impl<'a> Line<'a> {
    /// The last that is known of it.
    fn last(&self) -> Option<&'a Township> {
        self.at.iter().rev().find_map(|township| *township)
    }

    /// What the last two audits have of it.
    pub(crate) fn pair(&self) -> (Option<&'a Township>, Option<&'a Township>) {
        let at = |back: usize| {
            let index = self.at.len().checked_sub(back);
            index.and_then(|index| self.at[index])
        };
        (at(2), at(1))
    }
}

/// Audits in order of their day; those of one day stay as they were given.
#[must_use]
pub fn by_day(mut audits: Vec<&Audit>) -> Vec<&Audit> {
    audits.sort_by_key(|audit| audit.head.as_of);
    audits
}

/// Every township of some audits, each once, in order of its code and source.
#[must_use]
pub fn lines<'a>(audits: &[&'a Audit]) -> Vec<Line<'a>> {
    let mut lines: Vec<Line<'a>> = Vec::new();
    for (at, audit) in audits.iter().enumerate() {
        let found = matched(&lines, &audit.townships);
        for (township, line) in audit.townships.iter().zip(found) {
            match line {
                Some(line) => lines[line].at.push(Some(township)),
                None => {
                    let mut line = vec![None; at];
                    line.push(Some(township));
                    lines.push(Line { at: line });
                }
            }
        }
        for line in &mut lines {
            line.at.resize(at + 1, None);
        }
    }
    lines.sort_by(|a, b| {
        let order = |line: &Line<'a>| line.last().map(Township::order);
        order(a).cmp(&order(b))
    });
    lines
}

/// For each township the line that it goes on; every line goes on once at most.
fn matched(lines: &[Line<'_>], townships: &[Township]) -> Vec<Option<usize>> {
    let known: Vec<Option<&Township>> = lines.iter().map(Line::last).collect();
    let mut codes: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for township in known.iter().flatten() {
        codes.entry(&township.code).or_default().0 += 1;
    }
    for township in townships {
        codes.entry(&township.code).or_default().1 += 1;
    }
    let mut by_code: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut by_source: BTreeMap<&str, usize> = BTreeMap::new();
    let key = |township: &'_ Township| -> (String, String) {
        match codes.get(township.code.as_str()) {
            Some((0 | 1, 0 | 1)) | None => (township.code.clone(), String::new()),
            Some(_) => (township.code.clone(), township.source.clone()),
        }
    };
    let keys: Vec<Option<(String, String)>> = known.iter().map(|t| t.map(key)).collect();
    for (at, (township, key)) in known.iter().zip(&keys).enumerate() {
        if let (Some(township), Some((code, source))) = (township, key) {
            by_code.entry((code, source)).or_insert(at);
            if !township.source.is_empty() {
                by_source.entry(&township.source).or_insert(at);
            }
        }
    }
    let mut taken = vec![false; lines.len()];
    let mut found: Vec<Option<usize>> = Vec::with_capacity(townships.len());
    for township in townships {
        let (code, source) = key(township);
        let line = by_code.get(&(code.as_str(), source.as_str())).copied();
        let line = line.filter(|line| !std::mem::replace(&mut taken[*line], true));
        found.push(line);
    }
    for (township, line) in townships.iter().zip(&mut found) {
        let same = by_source.get(township.source.as_str()).copied();
        let broken = |line: &usize| {
            township.judged().is_none() || known[*line].is_some_and(|k| k.judged().is_none())
        };
        if line.is_none() {
            let free = same.filter(|line| !taken[*line]).filter(broken);
            *line = free.inspect(|line| taken[*line] = true);
        }
    }
    found
}
