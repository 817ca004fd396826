//! Three texts to one, line by line: what both changed from, and what each made of it.

use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

/// What became of a text that two sides changed.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Merged {
    /// Both sides' changes.
    Text(String),
    /// Bytes of our text that their side changed too, otherwise, with what they made of them.
    Clashes(Vec<(Range<usize>, String)>),
}

/// Lines of the common text, and what one side has there.
struct Hunk {
    base: Range<usize>,
    side: Range<usize>,
}

/// Takes their changes over into our text. Changes that touch each other clash unless they are the same.
pub(crate) fn merge(base: &str, ours: &str, theirs: &str) -> Merged {
    let ends = if ours.contains("\r\n") { "\r\n" } else { "\n" };
    let (base, theirs) = (with_ends(base, ends), with_ends(theirs, ends));
    let (base, our, their) = (lines(&base), lines(ours), lines(&theirs));
    let mut left = hunks(&base, &our).into_iter().peekable();
    let mut right = hunks(&base, &their).into_iter().peekable();
    let (mut out, mut clashes, mut at) = (String::new(), Vec::new(), 0);
    while let Some(first) = earlier(left.peek(), right.peek()) {
        let mut span = first;
        let (mut ours_in, mut theirs_in) = (Vec::new(), Vec::new());
        loop {
            if let Some(hunk) = left.next_if(|h| touches(&h.base, &span)) {
                span = span.start.min(hunk.base.start)..span.end.max(hunk.base.end);
                ours_in.push(hunk);
            } else if let Some(hunk) = right.next_if(|h| touches(&h.base, &span)) {
                span = span.start.min(hunk.base.start)..span.end.max(hunk.base.end);
                theirs_in.push(hunk);
            } else {
                break;
            }
        }
        out.push_str(&base[at..span.start].concat());
        at = span.end;
        let (mine, yours) = (
            side(&base, &our, &span, &ours_in),
            side(&base, &their, &span, &theirs_in),
        );
        match (ours_in.is_empty(), theirs_in.is_empty()) {
            (_, true) => out.push_str(&mine),
            (true, false) => out.push_str(&yours),
            (false, false) if mine == yours => out.push_str(&mine),
            (false, false) => clashes.push((bytes(&our, &ours_in), yours)),
        }
    }
    out.push_str(&base[at..].concat());
    match clashes.is_empty() {
        true => Merged::Text(out),
        false => Merged::Clashes(clashes),
    }
}

fn with_ends(text: &str, ends: &str) -> String {
    text.replace("\r\n", "\n").replace('\n', ends)
}

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

fn hunks(base: &[&str], side: &[&str]) -> Vec<Hunk> {
    let ops = capture_diff_slices(Algorithm::Myers, base, side);
    let changed = ops.iter().filter(|op| op.tag() != DiffTag::Equal);
    changed
        .map(|op| Hunk {
            base: op.old_range(),
            side: op.new_range(),
        })
        .collect()
}

fn earlier(left: Option<&Hunk>, right: Option<&Hunk>) -> Option<Range<usize>> {
    let spans = [left, right]
        .into_iter()
        .flatten()
        .map(|hunk| hunk.base.clone());
    spans.min_by_key(|span| (span.start, span.end))
}

fn touches(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start <= other.end && other.start <= one.end
}

/// What a side has where the common text has `span`.
fn side(base: &[&str], side: &[&str], span: &Range<usize>, hunks: &[Hunk]) -> String {
    let (mut text, mut at) = (String::new(), span.start);
    for hunk in hunks {
        text.push_str(&base[at..hunk.base.start].concat());
        text.push_str(&side[hunk.side.clone()].concat());
        at = hunk.base.end;
    }
    text + &base[at..span.end].concat()
}

/// The bytes of our text that these changes made; of a pure deletion, the line after it.
fn bytes(ours: &[&str], hunks: &[Hunk]) -> Range<usize> {
    let offset = |line: usize| ours[..line].iter().map(|l| l.len()).sum::<usize>();
    let first = hunks.first().map_or(0, |hunk| hunk.side.start);
    let last = hunks.last().map_or(0, |hunk| hunk.side.end);
    let (start, end) = (offset(first), offset(last));
    // The end of the last line is not what is wrong with it.
    let ending = ours[..last]
        .last()
        .map_or(0, |l| l.len() - l.trim_end_matches(['\r', '\n']).len());
    start..end.saturating_sub(ending).max(start)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, prop, proptest};

    use super::{Merged, merge};

    #[track_caller]
    fn check(base: &str, ours: &str, theirs: &str, merged: &str) {
        assert_eq!(merge(base, ours, theirs), Merged::Text(merged.to_owned()));
    }

    #[test]
    fn each_side_keeps_its_own_changes() {
        check("a\nb\nc\n", "a\nb\nc\n", "a\nB\nc\n", "a\nB\nc\n");
        check("a\nb\nc\n", "a\nb\nC\n", "A\nb\nc\n", "A\nb\nC\n");
        check("a\nb\nc\n", "A\nb\nc\n", "A\nb\nc\n", "A\nb\nc\n");
        check(
            "a\nb\nc\n",
            "a\r\nb\r\nC\r\n",
            "A\nb\nc\n",
            "A\r\nb\r\nC\r\n",
        );
        check("a\nb\nc", "a\nb\nc", "a\nb", "a\nb");
    }

    #[test]
    fn changes_of_one_line_by_both_clash_at_our_line() {
        let clash = Merged::Clashes(vec![(2..4, "y\n".to_owned())]);
        assert_eq!(merge("a\nb\nc\n", "a\nxx\nc\n", "a\ny\nc\n"), clash);
    }

    fn text() -> impl Strategy<Value = String> {
        prop::collection::vec("[abc]\n", 0..8).prop_map(|lines| lines.concat())
    }

    proptest! {
        #[test]
        fn a_side_that_changed_nothing_yields((base, side) in (text(), text())) {
            assert_eq!(merge(&base, &base, &side), Merged::Text(side.clone()));
            assert_eq!(merge(&base, &side, &base), Merged::Text(side.clone()));
            assert_eq!(merge(&base, &side, &side), Merged::Text(side));
        }
    }
}
