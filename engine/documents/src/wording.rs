//! What a plan says of a duty, in the words of a paper.

use luoshi_calendar::Unit;
use luoshi_plan::model::{CadenceKeys, DueKeys, EachNeeds, File, JurisdictionLevel, Timing};
use luoshi_plan::{Limit, Settable};

use crate::dates::{self, DateStyle};
use crate::files::Files;

/// What stands for a value that the plan leaves open.
pub(crate) const UNDECIDED: &str = "方案未定";

/// How often something is due: 每月至少1次.
pub(crate) fn cadence(cadence: &Settable<CadenceKeys>) -> String {
    let Some(keys) = cadence.get() else {
        return UNDECIDED.to_owned();
    };
    let every = every(keys.every);
    match (keys.at_least, keys.exactly) {
        (_, Some(times)) => format!("{every}{times}次"),
        (Some(times), None) => format!("{every}至少{times}次"),
        (None, None) => UNDECIDED.to_owned(),
    }
}

fn every(unit: Unit) -> &'static str {
    match unit {
        Unit::Day => "每天",
        Unit::Week => "每周",
        Unit::Month => "每月",
        Unit::Quarter => "每季度",
        Unit::HalfYear => "每半年",
        Unit::Year => "每年",
    }
}

/// By when something is due: 2012年6月30日前, 方案印发后30日内.
pub(crate) fn due(due: &Settable<DueKeys>, files: &Files<'_>) -> String {
    let Some(keys) = due.get() else {
        return UNDECIDED.to_owned();
    };
    if let Some(day) = keys.date {
        return format!("{}前", dates::styled(day, DateStyle::Full));
    }
    let Some(limit) = keys.within else {
        return UNDECIDED.to_owned();
    };
    let start = match keys.after.as_deref() {
        None | Some("plan_start") => "方案施行".to_owned(),
        Some("plan_issued") => "方案印发".to_owned(),
        Some(task) => format!("“{}”完成", files.duty(task)),
    };
    format!("{start}后{}内", self::limit(limit))
}

/// How long: 30日, 3个工作日, 2小时, 6个月.
pub(crate) fn limit(limit: Limit) -> String {
    match limit {
        Limit::Minutes(minutes) if minutes % 60 == 0 => format!("{}小时", minutes / 60),
        Limit::Minutes(minutes) => format!("{minutes}分钟"),
        Limit::Days(days) => format!("{days}日"),
        Limit::Workdays(days) => format!("{days}个工作日"),
        Limit::Months(months) => format!("{months}个月"),
    }
}

/// A limit that the plan may leave open.
pub(crate) fn open_limit(limit: &Settable<Limit>) -> String {
    limit
        .get()
        .map_or(UNDECIDED.to_owned(), |l| self::limit(*l))
}

/// When a duty is due, whatever its section; none where nothing recurs and nothing has a deadline.
pub(crate) fn when(files: &Files<'_>, content: &File, id: &str) -> Option<String> {
    macro_rules! seek {
        ($section:ident) => {
            content.$section.iter().find(|d| d.duty.id.name == id)
        };
    }
    if let Some(meeting) = seek!(meetings) {
        return Some(cadence(&meeting.cadence));
    }
    if let Some(activity) = seek!(activities) {
        return Some(cadence(&activity.cadence));
    }
    if let Some(roster) = seek!(rosters) {
        return Some(cadence(&roster.cadence));
    }
    if let Some(task) = seek!(tasks) {
        return Some(due(&task.due, files));
    }
    if let Some(document) = seek!(documents) {
        let recurs = !matches!(document.cadence, Settable::Unset(None));
        return Some(if recurs {
            cadence(&document.cadence)
        } else {
            due(&document.due, files)
        });
    }
    if let Some(needs) = seek!(each_needs) {
        return timing(needs);
    }
    let mut responses = content.incidents.iter().flat_map(|kind| &kind.respond);
    if let Some(response) = responses.find(|response| response.id.name == id) {
        return Some(format!("接报后{}内", open_limit(&response.within)));
    }
    let coverage = seek!(coverage)?;
    let stated = !matches!(coverage.due, Settable::Unset(None));
    stated.then(|| due(&coverage.due, files))
}

/// When what one record needs must be there.
fn timing(needs: &EachNeeds) -> Option<String> {
    Some(match needs.timing {
        Timing::Before => "事前".to_owned(),
        Timing::SameDayOrBefore => "当日或事前".to_owned(),
        Timing::ByDue => "到期前".to_owned(),
        Timing::Within => format!("{}内", open_limit(&needs.within)),
    })
}

/// The name of a level of government.
pub(crate) fn level(level: JurisdictionLevel) -> &'static str {
    let words = JurisdictionLevel::WORDS.iter();
    let found = words.into_iter().find(|(known, ..)| *known == level);
    found.map_or("", |(_, _, zh)| zh)
}

/// The Chinese name of a section of a plan.
pub(crate) fn section(key: &str) -> &str {
    luoshi_plan::chinese(key).unwrap_or(key)
}
