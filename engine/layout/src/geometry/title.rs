//! 标题: where a long one is broken (7.3.1).

use super::{half_cells, length, page};
use crate::figures::Figures;

/// Blank lines between the red rule and the title (7.3.1).
pub const TITLE_BLANK_LINES: usize = 2;

/// Words that a line must not end within; a title always has one of the kinds of documents, and often these.
const WORDS: [&str; 48] = [
    "关于",
    "印发",
    "开展",
    "进一步",
    "加强",
    "做好",
    "实施",
    "方案",
    "通知",
    "通报",
    "通告",
    "报告",
    "请示",
    "批复",
    "意见",
    "决定",
    "纪要",
    "工作",
    "情况",
    "人民",
    "政府",
    "委员会",
    "办公室",
    "会议",
    "年度",
    "季度",
    "整改",
    "督办",
    "考核",
    "落实",
    "社会",
    "治安",
    "综合",
    "治理",
    "管理",
    "安全",
    "矛盾",
    "纠纷",
    "排查",
    "化解",
    "平安",
    "建设",
    "专项",
    "行动",
    "责任",
    "评价",
    "表彰",
    "奖励",
];

/// Characters that a line must not begin with.
const NOT_FIRST: &str = "的和与及、，。：；！？》」』）〕】”’";

/// Characters that a line must not end with.
const NOT_LAST: &str = "《「『（〔【“‘第";

/// Where a line ends well.
const GOOD_END: &str = "、，》的和与及";

/// Cost of a break that tears something apart; below a line that is nearly empty, above any other imbalance.
const TORN: usize = 400;

/// The lines of a title: as its author broke it, and each line that is too long broken into lines of about the
/// same length, at the end of a word as far as the program can tell.
#[must_use]
pub fn title_lines(title: &[String], figures: &Figures) -> Vec<String> {
    let room = page(figures, false).width() / (length(figures.title_size) * 5).max(1);
    let room = usize::try_from(room).unwrap_or(1).max(2);
    title
        .iter()
        .flat_map(|line| broken(line.trim(), room))
        .collect()
}

/// One line in as few lines as hold it, `room` half characters each.
fn broken(line: &str, room: usize) -> Vec<String> {
    let chars: Vec<char> = line.chars().collect();
    let whole: usize = chars.iter().copied().map(half_cells).sum();
    if whole <= room {
        return vec![line.to_owned()];
    }
    // One line more than the least is allowed where the least cannot keep to the edges.
    let least = whole.div_ceil(room);
    let ends = (least..=least + 1)
        .filter_map(|count| best_ends(&chars, room, count))
        .next()
        .unwrap_or_else(|| vec![chars.len()]);
    let mut from = 0;
    ends.into_iter()
        .map(|end| {
            let piece: String = chars[from..end].iter().collect();
            from = end;
            piece.trim().to_owned()
        })
        .collect()
}

/// Where `count` lines end so that the sum of their costs is least; none if they do not hold the text.
fn best_ends(chars: &[char], room: usize, count: usize) -> Option<Vec<usize>> {
    let mut sums = vec![0usize];
    for c in chars {
        sums.push(sums.last().copied().unwrap_or(0) + half_cells(*c));
    }
    let even = sums.last().copied().unwrap_or(0) / count;
    let breaks: Vec<usize> = (0..=chars.len()).map(|at| break_cost(chars, at)).collect();
    // best[end]: the least cost of the lines so far if the last of them ends there, and where the one before did.
    let mut best: Vec<Option<usize>> = vec![None; chars.len() + 1];
    best[0] = Some(0);
    let mut came_from = Vec::new();
    for _ in 0..count {
        let mut next = vec![None; chars.len() + 1];
        let mut from = vec![0; chars.len() + 1];
        for end in 1..=chars.len() {
            let starts = (0..end).rev().take_while(|s| sums[end] - sums[*s] <= room);
            let least = starts
                .filter_map(|start| {
                    let uneven = (sums[end] - sums[start]).abs_diff(even);
                    best[start].map(|cost| (cost + uneven * uneven + breaks[end], start))
                })
                .min();
            if let Some((cost, start)) = least {
                next[end] = Some(cost);
                from[end] = start;
            }
        }
        best = next;
        came_from.push(from);
    }
    best[chars.len()]?;
    let mut ends = vec![chars.len()];
    for from in came_from.iter().skip(1).rev() {
        ends.push(from[ends[ends.len() - 1]]);
    }
    ends.reverse();
    Some(ends)
}

/// What a break before the character `at` costs.
fn break_cost(chars: &[char], at: usize) -> usize {
    let (Some(before), Some(after)) = (at.checked_sub(1).and_then(|i| chars.get(i)), chars.get(at))
    else {
        return 0;
    };
    if NOT_FIRST.contains(*after) || NOT_LAST.contains(*before) {
        return TORN;
    }
    if before.is_ascii_alphanumeric()
        && (after.is_ascii_alphanumeric() || "年月日号".contains(*after))
    {
        return TORN;
    }
    if WORDS.iter().any(|word| tears(chars, at, word)) {
        return TORN;
    }
    let good = GOOD_END.contains(*before)
        || *after == '《'
        || starts(chars, at, "关于")
        || ends(chars, at, "关于");
    if good { 0 } else { 40 }
}

/// Whether a break before `at` falls within an occurrence of the word.
fn tears(chars: &[char], at: usize, word: &str) -> bool {
    let length = word.chars().count();
    (1..length).any(|inside| {
        at.checked_sub(inside)
            .is_some_and(|from| starts(chars, from, word))
    })
}

fn starts(chars: &[char], at: usize, word: &str) -> bool {
    chars.get(at..).is_some_and(|rest| {
        word.chars().count() <= rest.len() && word.chars().zip(rest).all(|(a, b)| a == *b)
    })
}

fn ends(chars: &[char], at: usize, word: &str) -> bool {
    at.checked_sub(word.chars().count())
        .is_some_and(|from| starts(chars, from, word))
}
