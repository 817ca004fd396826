//! `too-many-meetings`: a post that must sit in more meetings a year than is reasonable.

use luoshi_diagnostics::{Code, Note};

use crate::burden::read::lever;
use crate::burden::{self, Figure};
use crate::context::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let Some(most) = cx.limit("meetings_per_post").and_then(|l| l.whole()) else {
        return;
    };
    let burden = burden::of(cx);
    for attendance in &burden.attendance {
        let count = i64::try_from(attendance.each.year).unwrap_or(i64::MAX);
        if count <= most {
            continue;
        }
        let with = |d: &&burden::Demand| d.attends.contains_key(&attendance.actor);
        let mut meetings: Vec<_> = burden.demands.iter().filter(with).collect();
        meetings.sort_by_key(|d| std::cmp::Reverse(d.amount(Figure::Meetings).year));
        let Some(place) = lever(cx, &meetings) else {
            continue;
        };
        let each = |d: &&burden::Demand| {
            let year = d
                .attends
                .get(&attendance.actor)
                .map_or(0, |(_, each)| each.year);
            format!("{} {year}", d.name)
        };
        let note = Note::new(Code::TooManyMeetings).at(place);
        notes.push(
            note.arg("role", attendance.name.as_str())
                .arg("count", count)
                .arg("limit", most)
                .arg("list", meetings.iter().map(each).collect::<Vec<_>>()),
        );
    }
}
