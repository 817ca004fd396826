//! 奖励: inside the bounds and with their grounds, or not.

use luoshi_evidence::{Hundredths, Kind, Record};
use luoshi_rules::{Reward, Status};

use super::{Done, Named};
use crate::days::{days, spread};
use crate::planted::{Failure, How, Why};
use crate::world::World;

const HUNDRED_YUAN: i64 = 10_000;
const YUAN: i64 = 100;

/// Pays a few rewards, each for a case of its own.
pub(crate) fn fill(world: &mut World<'_>, at: usize, reward: &Reward) {
    let mut chance = world.chance(world.duty_of(at));
    let span = reward.span;
    let last = crate::days::plus(span.to.min(world.as_of()), -20);
    let open = days(span.from, last, true, world.plan());
    let open = &open[open.len() / 4..];
    for (n, day) in spread(open, world.profile.rewards as usize, &mut chance)
        .into_iter()
        .enumerate()
    {
        let (least, most) = bounds(reward);
        let amount = chance.between(least / HUNDRED_YUAN, (least + most) / 2 / HUNDRED_YUAN);
        let mut record = Record::new(Kind::Reward, day);
        record.duty = Some(reward.record_duty.clone());
        record.amount = Some(Hundredths((amount * HUNDRED_YUAN).clamp(least, most)));
        record.marks = grounds(reward);
        record.refers = Some(format!("{}-{}-{}", world.duty_of(at), day.year(), n + 1));
        let actor = world.responsible(&reward.record_duty).map(str::to_owned);
        record.actor = actor.into_iter().collect();
        world.add(record, Some((at, n)));
    }
}

/// Least and most that one reward may be, its case alone.
fn bounds(reward: &Reward) -> (i64, i64) {
    let cap = reward.case_cap.map_or(i64::MAX, |c| c.0);
    let (least, most) = reward
        .amount
        .map_or((3 * HUNDRED_YUAN, 10 * HUNDRED_YUAN), |(a, b)| (a.0, b.0));
    (least.min(cap), most.min(cap))
}

fn grounds(reward: &Reward) -> Vec<String> {
    let mut marks = reward.grounds_all.clone();
    if !reward.grounds_any.iter().any(|g| marks.contains(g)) {
        marks.extend(reward.grounds_any.first().cloned());
    }
    marks
}

/// Makes one reward, or one case, break the rules.
pub(crate) fn plant(
    world: &mut World<'_>,
    at: usize,
    reward: &Reward,
    failure: &Failure,
) -> Result<Done, Why> {
    let duty = world.duty_of(at);
    if let Some(draft) = world.numbered(&failure.finding, &format!("{duty}.case")) {
        return over_the_cap(world, at, reward, draft);
    }
    let draft = world
        .numbered(&failure.finding, duty)
        .ok_or(Why::UnknownFinding)?;
    let how = failure.how.unwrap_or(match failure.status {
        Status::Unknown => How::NoAmount,
        _ if reward.amount.is_some() => How::TooHigh,
        _ => How::Grounds,
    });
    let record = world.touch(draft);
    match (how, reward.amount) {
        (How::TooHigh, Some((_, most))) => record.amount = Some(Hundredths(most.0 + YUAN)),
        (How::TooLow, Some((least, _))) => record.amount = Some(Hundredths(least.0 - YUAN)),
        (How::NoAmount, Some(_)) => record.amount = None,
        (How::Grounds, _) => {
            let needed = reward.grounds_all.last().or(reward.grounds_any.first());
            let ground = needed.ok_or(Why::NothingLacking)?;
            record.marks.retain(|m| m != ground);
        }
        _ => return Err(Why::Mismatch),
    }
    Ok(Done {
        day: record.date,
        about: None,
        named: Named::Draft(draft),
    })
}

/// Pays a second reward for the same case, each right by itself.
fn over_the_cap(
    world: &mut World<'_>,
    at: usize,
    reward: &Reward,
    draft: usize,
) -> Result<Done, Why> {
    let cap = reward.case_cap.ok_or(Why::NothingLacking)?.0;
    let most = reward.amount.map_or(cap, |(_, most)| most.0).min(cap);
    let first = world.touch(draft);
    first.amount = Some(Hundredths(most));
    let mut second = first.clone();
    let code = first.refers.clone().ok_or(Why::NoRoom)?;
    let day = first.date;
    let mut left = cap - most;
    second.amount = Some(Hundredths(
        (left + HUNDRED_YUAN).clamp(reward.amount.map_or(YUAN, |(l, _)| l.0), most),
    ));
    let added = world.add(second.clone(), Some((at, draft)));
    world.touch(added);
    left -= second.amount.map_or(0, |a| a.0);
    // Bounds far below the cap take more than two.
    while left >= 0 {
        left -= most;
        let mut more = second.clone();
        more.amount = Some(Hundredths(most));
        let added = world.add(more, Some((at, draft)));
        world.touch(added);
    }
    Ok(Done {
        day,
        about: None,
        named: Named::Text(code),
    })
}
