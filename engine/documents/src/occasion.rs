//! 事由: what papers are written for. One paper for each occasion of its template.

use jiff::civil::Date;
use luoshi_calendar::{Period, Span, Unit, date, number, period_of, periods};
use luoshi_evidence::{Columns, Kind};
use luoshi_plan::after;
use luoshi_plan::model::OccasionKind;
use luoshi_rules::{Finding, Status, period_id};

use crate::files::Files;
use crate::library::Template;

mod failures;
mod links;
mod proposals;
mod rosters;

pub(crate) use failures::Party;
pub(crate) use proposals::step_of;

/// One thing that a paper is written for.
#[derive(Debug, Clone)]
pub struct Occasion {
    /// Stable among the occasions of a template: `council/2012-06`, `2012-Q2`, the id of a record.
    pub id: String,
    /// What it is, for people.
    pub about: String,
    /// The days that it is about.
    pub period: Period,
    /// By when the paper must be issued; none where nothing says so.
    pub due: Option<Date>,
    /// The duty that it belongs to.
    pub duty: Option<String>,
    /// The subject that it is about.
    pub subject: Option<String>,
    /// The record that it is about.
    pub record: Option<String>,
    /// The document duty that asks for papers of this template, if one does.
    pub asked_by: Option<String>,
    /// The finding about that duty in the same period: an index.
    pub(crate) answer: Option<usize>,
    /// Whether its time has passed without a paper being missed by anybody: a meeting that was held.
    pub over: bool,
    /// Where its facts are.
    pub(crate) scene: Scene,
}

/// Where the facts of an occasion are: indices into the plan, the assessment, the evidence.
#[derive(Debug, Clone)]
pub(crate) enum Scene {
    /// The plan as a whole.
    Plan,
    /// Nothing but its period.
    Period,
    /// A finding about a document duty.
    Duty(usize),
    /// A finding about a meeting that is due.
    Meeting(usize),
    /// A link of a chain, for one of its subjects.
    Link {
        chain: usize,
        link: usize,
        subject: Option<usize>,
    },
    /// A record: its kind and row.
    Record(Kind, usize),
    /// A roster in a month.
    Roster(usize),
    /// A party and the failures that it answers for.
    Failures(Party, Vec<usize>),
    /// A finding about a ladder or veto.
    Proposed(usize),
}

/// The occasions of a template as of the day of the run, in a fixed order.
#[must_use]
pub fn occasions(files: &Files<'_>, template: &Template) -> Vec<Occasion> {
    let mut found = match template.head.r#for {
        OccasionKind::Plan => vec![plan(files)],
        OccasionKind::Duty => duties(files, template),
        OccasionKind::Link => links::links(files),
        OccasionKind::Meeting => meetings(files),
        OccasionKind::MeetingHeld => records(files, Kind::Meeting),
        OccasionKind::Month => spans(files, Unit::Month),
        OccasionKind::Quarter => spans(files, Unit::Quarter),
        OccasionKind::HalfYear => spans(files, Unit::HalfYear),
        OccasionKind::Year => spans(files, Unit::Year),
        OccasionKind::RosterMonth => rosters::months(files),
        OccasionKind::Failures => failures::failures(files),
        OccasionKind::Rectified => records(files, Kind::Rectification),
        OccasionKind::Step => proposals::proposed(files, "ladders"),
        OccasionKind::Veto => proposals::proposed(files, "vetoes"),
        OccasionKind::Reward => records(files, Kind::Reward),
    };
    let only = &template.head.only;
    found.retain(|occasion| only.is_empty() || meant(files, occasion, only));
    let with_subject = template.head.with_subject;
    found.retain(|occasion| with_subject.is_none_or(|with| occasion.subject.is_some() == with));
    found.retain(|occasion| proposals::stands_as(files, template, occasion));
    for occasion in &mut found {
        ask(files, template, occasion);
        occasion.due = due(files, template, occasion);
    }
    found
}

/// Finds the document duty that asks for a paper, and how it stands in the same period.
fn ask(files: &Files<'_>, template: &Template, occasion: &mut Occasion) {
    let Some(duty) = asking(files, template) else {
        return;
    };
    let assessment = files.assessment();
    let of = |finding: &Finding| {
        let known = assessment.duties.get(finding.duty);
        let same = finding
            .period
            .is_none_or(|p| p.full == occasion.period.full);
        known.is_some_and(|known| known.id == duty) && finding.facet.is_none() && same
    };
    occasion.asked_by = Some(duty.to_owned());
    occasion.answer = match occasion.scene {
        Scene::Duty(at) => Some(at),
        _ => assessment.findings.iter().position(of),
    };
}

/// The document duty that names a template.
fn asking<'a>(files: &Files<'a>, template: &Template) -> Option<&'a str> {
    let mut documents = files.plan.content.documents.iter();
    let named = documents.find(|document| {
        let of = document.template.as_ref();
        of.is_some_and(|of| of.name == template.name)
    });
    named.map(|document| document.duty.id.name.as_str())
}

/// Whether an occasion is among those that a template is limited to.
fn meant(files: &Files<'_>, occasion: &Occasion, only: &[String]) -> bool {
    let step = match occasion.scene {
        Scene::Proposed(finding) => proposals::step_of(files, finding),
        _ => None,
    };
    let names = [occasion.duty.as_deref(), occasion.subject.as_deref(), step];
    let named = |name: &str| only.iter().any(|only| only == name);
    names.into_iter().flatten().any(named)
}

/// A document duty has its own deadline; otherwise the template's limit runs from the end of what
/// the paper is about, and before a meeting back from it.
fn due(files: &Files<'_>, template: &Template, occasion: &Occasion) -> Option<Date> {
    let answer = occasion
        .answer
        .and_then(|at| files.assessment().findings.get(at));
    if let Some(day) = answer.and_then(|finding| finding.day) {
        return Some(handed_in(files, occasion, day));
    }
    let limit = template.head.due?;
    let end = occasion.period.span.to;
    if template.head.r#for == OccasionKind::Meeting {
        return Some(before(end, limit, files));
    }
    Some(after(end, limit, files.plan))
}

/// The last day on which a paper of a period is on time: that of its period, or of the days after it in
/// which it may be handed in.
fn handed_in(files: &Files<'_>, occasion: &Occasion, day: Date) -> Date {
    let duty = occasion.asked_by.as_deref();
    let mut documents = files.plan.content.documents.iter();
    let asking = documents.find(|document| Some(document.duty.id.name.as_str()) == duty);
    let cadence = asking.and_then(|document| document.cadence.get());
    let days = cadence.map_or(0, |cadence| cadence.hand_in);
    files.plan.workdays.add(day, days).unwrap_or(day)
}

/// The day so long before another.
fn before(day: Date, limit: luoshi_plan::Limit, files: &Files<'_>) -> Date {
    // No limit before a meeting is longer than a year; the first day from which it fits is the last that serves.
    let fits = |n: &i32| date(number(day) - n).is_some_and(|d| after(d, limit, files.plan) <= day);
    let back = (0..=366).find(fits).unwrap_or(0);
    date(number(day) - back).unwrap_or(day)
}

impl Occasion {
    /// An occasion about a period and nothing else.
    pub(crate) fn of_period(id: String, about: String, period: Period, scene: Scene) -> Occasion {
        Occasion {
            id,
            about,
            period,
            due: None,
            duty: None,
            subject: None,
            record: None,
            asked_by: None,
            answer: None,
            over: false,
            scene,
        }
    }
}

/// The days of the plan up to the day of the run.
fn so_far(files: &Files<'_>) -> Span {
    let span = files.plan.span;
    let to = files.assessment().as_of.min(span.to).max(span.from);
    Span {
        from: span.from,
        to,
    }
}

/// The whole plan as one period: that of the year it begins in, with the plan's own days.
pub(crate) fn whole(files: &Files<'_>) -> Period {
    let span = so_far(files);
    Period {
        span,
        full: span,
        ..period_of(Unit::Year, span.from)
    }
}

fn plan(files: &Files<'_>) -> Occasion {
    let issued = files.plan.header.issued;
    let period = Period {
        span: Span {
            from: issued,
            to: issued,
        },
        ..whole(files)
    };
    let about = files.plan.header.title.clone();
    Occasion::of_period(files.plan.header.id.clone(), about, period, Scene::Plan)
}

/// Periods that have begun.
fn spans(files: &Files<'_>, unit: Unit) -> Vec<Occasion> {
    let as_of = files.assessment().as_of;
    let begun = periods(unit, files.plan.span).into_iter();
    begun
        .filter(|period| period.span.from <= as_of)
        .map(|period| {
            let about = files.period(period);
            Occasion::of_period(period_id(&period), about, period, Scene::Period)
        })
        .collect()
}

/// Findings of the document duties that name the template.
fn duties(files: &Files<'_>, template: &Template) -> Vec<Occasion> {
    let named = |id: &str| {
        let mut documents = files.plan.content.documents.iter();
        documents.any(|d| {
            let of = d.template.as_ref().is_some_and(|t| t.name == template.name);
            of && d.duty.id.name == id
        })
    };
    findings(files, |section, id| section == "documents" && named(id))
        .map(|(at, finding)| {
            let mut occasion = of_finding(files, finding, Scene::Duty(at));
            occasion.asked_by.clone_from(&occasion.duty);
            occasion
        })
        .collect()
}

/// Meetings due, one for each period.
fn meetings(files: &Files<'_>) -> Vec<Occasion> {
    let as_of = files.assessment().as_of;
    findings(files, |section, _| section == "meetings")
        .filter(|(_, finding)| finding.period.is_some() && finding.facet.is_none())
        .map(|(at, finding)| {
            let mut occasion = of_finding(files, finding, Scene::Meeting(at));
            let closed = finding.day.is_some_and(|day| day < as_of);
            occasion.over = closed || finding.status == Status::Met;
            occasion
        })
        .collect()
}

/// Findings of duties of some kind that call for work at all.
fn findings<'a>(
    files: &Files<'a>,
    wanted: impl Fn(&str, &str) -> bool,
) -> impl Iterator<Item = (usize, &'a Finding)> {
    let assessment = files.assessment();
    let all = assessment.findings.iter().enumerate();
    all.filter(move |(_, finding)| {
        let duty = assessment.duties.get(finding.duty);
        let idle = matches!(finding.status, Status::NotApplicable | Status::Unset);
        !idle && duty.is_some_and(|duty| wanted(duty.section, &duty.id))
    })
}

/// What a finding is about.
pub(crate) fn of_finding(files: &Files<'_>, finding: &Finding, scene: Scene) -> Occasion {
    let duty = files.assessment().duties.get(finding.duty);
    let day = finding.day.unwrap_or(files.assessment().as_of);
    let period = finding.period.unwrap_or(period_of(Unit::Day, day));
    let when = finding.period.map(|period| files.period(period));
    let subject = finding.subject.as_ref();
    let parts = [
        duty.map(|duty| duty.name.clone()),
        subject.map(|subject| subject.name.clone()),
        when,
    ];
    let about: Vec<String> = parts.into_iter().flatten().collect();
    Occasion {
        duty: duty.map(|duty| duty.id.clone()),
        subject: subject.map(|subject| subject.id.clone()),
        record: finding.record.clone(),
        ..Occasion::of_period(finding.id.clone(), about.join(" "), period, scene)
    }
}

/// Records of a kind that serve a duty of the plan.
fn records(files: &Files<'_>, kind: Kind) -> Vec<Occasion> {
    let columns = files.evidence.of(kind);
    (0..columns.len())
        .filter_map(|row| of_record(files, kind, columns, row))
        .collect()
}

fn of_record(files: &Files<'_>, kind: Kind, columns: &Columns, row: usize) -> Option<Occasion> {
    let names = &files.evidence.names;
    let day = date(columns.day[row])?;
    let duty = names.text(columns.duty[row]);
    let subject = names.text(columns.subject[row]);
    let id = files.evidence.ids.text(columns.id[row]).to_owned();
    let parts = [
        (!duty.is_empty()).then(|| files.duty(duty)),
        (!subject.is_empty()).then(|| files.subject(subject)),
        Some(day.to_string()),
    ];
    let about: Vec<String> = parts.into_iter().flatten().collect();
    let period = period_of(Unit::Day, day);
    Some(Occasion {
        duty: (!duty.is_empty()).then(|| duty.to_owned()),
        subject: (!subject.is_empty()).then(|| subject.to_owned()),
        record: Some(id.clone()),
        ..Occasion::of_period(id, about.join(" "), period, Scene::Record(kind, row))
    })
}
