//! What has changed since the last period.

use luoshi_report::paragraph;

use super::rankings::{heading, signed};
use super::{Page, number};
use crate::results::{Named, Ranking, Results, Standing};

/// Townships that rose or fell most, of each.
const SHOWN: usize = 5;

pub(super) fn part(page: Page, results: &Results) -> String {
    let Some(changes) = &results.changes else {
        return String::new();
    };
    let mut out = String::new();
    let args = [
        ("previous", changes.previous.to_string().into()),
        ("compared", i64::from(changes.compared).into()),
    ];
    paragraph(&mut out, "", 0, &page.say("audit-changes", args));
    for (key, townships) in [
        ("audit-new", &changes.new),
        ("audit-gone", &changes.gone),
        ("audit-stopped", &changes.stopped),
        ("audit-resumed", &changes.resumed),
    ] {
        if !townships.is_empty() {
            paragraph(&mut out, "  ", 4, &list(page, key, townships));
        }
    }
    for ranking in &results.rankings {
        out.push_str(&moved(page, ranking));
    }
    out
}

fn list(page: Page, key: &str, townships: &[Named]) -> String {
    let names: Vec<String> = townships
        .iter()
        .take(super::FRONT)
        .map(|named| format!("{} {}", named.code, named.name))
        .collect();
    let args = [
        ("count", number(townships.len())),
        ("names", page.words.list(&names).into()),
    ];
    page.say(key, args)
}

/// Those that rose most, and those that fell most.
fn moved(page: Page, ranking: &Ranking) -> String {
    let moved = ranking
        .standings
        .iter()
        .filter_map(|s| Some((s, s.before.as_ref()?.rose)));
    let mut moved: Vec<(&Standing, i64)> = moved.filter(|(_, rose)| *rose != 0).collect();
    // Of like moves in the order of the ranks.
    moved.sort_by_key(|(_, rose)| std::cmp::Reverse(*rose));
    let rose = moved.iter().take(SHOWN).filter(|(_, rose)| *rose > 0);
    let fell = moved.iter().rev().take(SHOWN).filter(|(_, rose)| *rose < 0);
    let mut out = String::new();
    for (key, list) in [
        ("audit-risen", rose.collect::<Vec<_>>()),
        ("audit-fallen", fell.collect()),
    ] {
        if !list.is_empty() {
            let names: Vec<String> = list
                .iter()
                .map(|(standing, rose)| format!("{} {}", standing.name, signed(*rose)))
                .collect();
            let args = [
                ("by", heading(page, &ranking.by).into()),
                ("names", page.words.list(&names).into()),
            ];
            paragraph(&mut out, "  ", 4, &page.say(key, args));
        }
    }
    out
}
