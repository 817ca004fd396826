//! Everything in a plan that somebody must do, whatever its section.

use luoshi_plan::Settable;
use luoshi_plan::model::{
    ActorRef, CadenceKeys, ClauseRef, Duty, DutyId, Evidence, File, RoleRef, SetRef,
};

/// What sort of work it is; each names a section of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sort {
    /// 会议
    Meeting,
    /// 经常性工作
    Activity,
    /// 一次性任务
    Task,
    /// 应备文书
    Document,
    /// 覆盖
    Coverage,
    /// 值班
    Roster,
    /// 应评尽评
    EachNeeds,
    /// 处置
    Response,
    /// 奖励
    Reward,
    /// 规则
    Rule,
    /// 指标
    Indicator,
}

/// One piece of work.
#[derive(Debug, Clone)]
pub(crate) struct Work<'a> {
    /// What sort it is.
    pub(crate) sort: Sort,
    /// Its identifier.
    pub(crate) id: &'a DutyId,
    /// Its name.
    pub(crate) name: &'a str,
    /// The clauses that it carries out.
    pub(crate) clauses: &'a [ClauseRef],
    /// The role that answers for it by its own words: `responsible`, else the convenor of a meeting.
    pub(crate) responsible: Option<&'a RoleRef>,
    /// The sets of subjects it is due for.
    pub(crate) for_each: &'a [SetRef],
    /// How often; none for work that does not recur.
    pub(crate) cadence: Option<&'a Settable<CadenceKeys>>,
    /// Which kind of record proves it, where the plan says so.
    pub(crate) evidence: Option<Evidence>,
    /// The units and roles that it names as acting, attending or receiving.
    pub(crate) actors: Vec<&'a ActorRef>,
}

impl<'a> Work<'a> {
    fn of(sort: Sort, duty: &'a Duty) -> Self {
        Work {
            sort,
            id: &duty.id,
            name: &duty.name,
            clauses: &duty.clauses,
            responsible: duty.responsible.as_ref(),
            for_each: &duty.for_each,
            cadence: None,
            evidence: None,
            actors: Vec::new(),
        }
    }

    fn often(mut self, cadence: &'a Settable<CadenceKeys>) -> Self {
        // A paper that is written once has no cadence; one whose cadence is still open recurs.
        self.cadence = (!matches!(cadence, Settable::Unset(None))).then_some(cadence);
        self
    }

    fn proved_by(mut self, evidence: Evidence) -> Self {
        self.evidence = Some(evidence);
        self
    }

    fn by(mut self, actors: impl IntoIterator<Item = &'a ActorRef>) -> Self {
        self.actors.extend(actors);
        self
    }
}

/// All work of a plan, section by section, in the order written. Vetoes, ladders and scorecards
/// are what follows from work, and are not in it; nor are plugin rules, which ask nothing of anybody.
pub(crate) fn works(content: &File) -> impl Iterator<Item = Work<'_>> {
    recurring(content)
        .chain(once(content))
        .chain(called_forth(content))
}

fn recurring(content: &File) -> impl Iterator<Item = Work<'_>> {
    let meetings = content.meetings.iter().map(|m| {
        let mut work = Work::of(Sort::Meeting, &m.duty).often(&m.cadence);
        work.responsible = work.responsible.or(m.convenor.as_ref());
        work.proved_by(Evidence::Meeting).by(&m.attendees)
    });
    let activities = content.activities.iter().map(|a| {
        let work = Work::of(Sort::Activity, &a.duty).often(&a.cadence);
        let actors = a.by_any_of.iter().chain(&a.by_all_of).chain(&a.jointly_by);
        work.proved_by(a.evidence).by(actors)
    });
    let rosters = content.rosters.iter();
    let rosters = rosters.map(|r| {
        Work::of(Sort::Roster, &r.duty)
            .often(&r.cadence)
            .proved_by(Evidence::Shift)
    });
    meetings.chain(activities).chain(rosters)
}

fn once(content: &File) -> impl Iterator<Item = Work<'_>> {
    let tasks = content.tasks.iter();
    let tasks = tasks.map(|t| Work::of(Sort::Task, &t.duty).proved_by(t.evidence));
    let documents = content.documents.iter().map(|d| {
        let work = Work::of(Sort::Document, &d.duty).often(&d.cadence);
        work.proved_by(d.evidence).by(&d.addressees)
    });
    let coverage = content.coverage.iter();
    let coverage = coverage.map(|c| Work::of(Sort::Coverage, &c.duty).proved_by(c.evidence));
    tasks.chain(documents).chain(coverage)
}

fn called_forth(content: &File) -> impl Iterator<Item = Work<'_>> {
    let each = content.each_needs.iter();
    let each = each.map(|e| Work::of(Sort::EachNeeds, &e.duty).proved_by(e.needs.evidence));
    let responses = content.incidents.iter().flat_map(|kind| &kind.respond);
    let responses = responses.map(|r| Work {
        sort: Sort::Response,
        id: &r.id,
        name: &r.name,
        clauses: &r.clauses,
        responsible: r.responsible.as_ref(),
        for_each: &[],
        cadence: None,
        evidence: Some(Evidence::Response),
        actors: Vec::new(),
    });
    let rewards = content.rewards.iter();
    let rewards = rewards.map(|r| Work::of(Sort::Reward, &r.duty).proved_by(Evidence::Reward));
    let rules = content.rules.iter().map(|r| Work::of(Sort::Rule, &r.duty));
    let indicators = content.indicators.iter().map(|i| Work {
        sort: Sort::Indicator,
        id: &i.id,
        name: &i.name,
        clauses: &i.clauses,
        responsible: i.responsible.as_ref(),
        for_each: &i.for_each,
        cadence: None,
        evidence: None,
        actors: Vec::new(),
    });
    each.chain(responses)
        .chain(rewards)
        .chain(rules)
        .chain(indicators)
}
