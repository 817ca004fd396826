//! What each duty asks of the records of one kind.

use luoshi_evidence::Kind;
use luoshi_plan::Plan;
use luoshi_plan::model::{
    Activity, Duty, EachNeeds, Evidence, IndicatorSource, Method, RecordFilter, Requirement, SetRef,
};

mod decided;

/// What one duty asks of the records of one kind, all by id.
#[derive(Debug)]
pub(super) struct DutyUse<'p> {
    pub(super) id: &'p str,
    pub(super) name: &'p str,
    pub(super) about: About<'p>,
    pub(super) actors: Vec<&'p str>,
    pub(super) statuses: Vec<&'p str>,
    pub(super) marks: Vec<&'p str>,
    pub(super) marks_at_once: usize,
    pub(super) actors_at_once: usize,
    pub(super) counts: bool,
    pub(super) refers: bool,
    pub(super) referred_to: bool,
}

/// What a duty is about.
#[derive(Debug)]
pub(super) enum About<'p> {
    /// The whole place.
    Whole,
    /// The subjects of sets.
    Sets(Vec<&'p str>),
    /// Persons or units.
    Actors(Vec<&'p str>),
    /// Whatever the record says.
    Any,
}

/// Every use that the duties of a plan have for records of a kind, in the order of its sections.
pub(super) fn uses_of(plan: &Plan, kind: Kind) -> Vec<DutyUse<'_>> {
    let mut all = Uses {
        plan,
        kind,
        found: Vec::new(),
    };
    all.recurring();
    all.once();
    all.rosters();
    all.events();
    all.figures();
    all.decided();
    all.found
}

/// The uses found so far, one for each duty.
struct Uses<'p> {
    plan: &'p Plan,
    kind: Kind,
    found: Vec<DutyUse<'p>>,
}

impl<'p> Uses<'p> {
    /// The use of a duty, which is found more than once where several sections name it.
    fn of(&mut self, id: &'p str, name: &'p str, about: About<'p>) -> &mut DutyUse<'p> {
        let at = match self.found.iter().position(|one| one.id == id) {
            Some(at) => at,
            None => {
                self.found.push(DutyUse {
                    id,
                    name,
                    about,
                    actors: self.everybody(),
                    statuses: Vec::new(),
                    marks: Vec::new(),
                    marks_at_once: 0,
                    actors_at_once: 1,
                    counts: false,
                    refers: false,
                    referred_to: false,
                });
                self.found.len() - 1
            }
        };
        &mut self.found[at]
    }

    fn duty(&mut self, duty: &'p Duty) -> &mut DutyUse<'p> {
        self.of(&duty.id.name, &duty.name, about(&duty.for_each))
    }

    /// Every unit and role: a record names whoever acted.
    fn everybody(&self) -> Vec<&'p str> {
        let content = &self.plan.content;
        let units = content.units.iter().map(|unit| unit.id.name.as_str());
        units
            .chain(content.roles.iter().map(|role| role.id.name.as_str()))
            .collect()
    }

    fn is(&self, evidence: Evidence) -> bool {
        Kind::from_name(evidence.word()) == Some(self.kind)
    }

    fn recurring(&mut self) {
        let (content, kind) = (&self.plan.content, self.kind);
        for meeting in content.meetings.iter().filter(|_| kind == Kind::Meeting) {
            let one = self.duty(&meeting.duty);
            one.counts = true;
            one.add_marks(&meeting.produces);
        }
        for activity in &content.activities {
            if self.is(activity.evidence) {
                self.activity(activity);
            }
        }
    }

    fn activity(&mut self, activity: &'p Activity) {
        let one = self.duty(&activity.duty);
        one.actors_at_once = activity.jointly_by.len().max(1);
        one.add_requirement(activity.requires.as_ref());
    }

    fn once(&mut self) {
        let content = &self.plan.content;
        for task in &content.tasks {
            if self.is(task.evidence) {
                self.duty(&task.duty)
                    .add_requirement(task.requires.as_ref());
            }
        }
        for document in &content.documents {
            if self.is(document.evidence) {
                self.duty(&document.duty)
                    .add_requirement(document.requires.as_ref());
            }
        }
        for coverage in &content.coverage {
            if self.is(coverage.evidence) {
                let one = self.duty(&coverage.duty);
                one.add_requirement(coverage.requires.as_ref());
                one.counts |= coverage.headcount.is_some();
                let ends = coverage.lapses.iter().flat_map(|lapses| &lapses.status);
                one.statuses.extend(ends.map(String::as_str));
            }
        }
    }

    /// The persons of the pool; a unit that refuses to second them is an actor, too.
    fn rosters(&mut self) {
        const ATTENDANCE: [&str; 5] = ["attended", "absent", "excused", "cancelled", "refused"];
        let (content, kind) = (&self.plan.content, self.kind);
        for roster in content.rosters.iter().filter(|_| kind == Kind::Shift) {
            let pool =
                |unit: &str| roster.pool.is_empty() || roster.pool.iter().any(|u| u.name == unit);
            let persons = content.persons.iter();
            let persons = persons.filter(|p| {
                p.unit
                    .as_ref()
                    .map_or(roster.pool.is_empty(), |u| pool(&u.name))
            });
            let units = content.units.iter().filter(|u| pool(&u.id.name));
            let one = self.duty(&roster.duty);
            one.actors = persons.map(|p| p.staff.name.as_str()).collect();
            one.actors.extend(units.map(|u| u.id.name.as_str()));
            one.statuses.extend(ATTENDANCE);
            one.add_marks(&roster.produces);
        }
    }

    fn events(&mut self) {
        let (content, kind) = (&self.plan.content, self.kind);
        if kind == Kind::Incident && !content.incidents.is_empty() {
            self.incidents();
        }
        for response in content.incidents.iter().flat_map(|kind| &kind.respond) {
            if kind == Kind::Response {
                let one = self.of(&response.id.name, &response.name, About::Any);
                one.refers = true;
            }
        }
        for reward in content.rewards.iter().filter(|_| kind == Kind::Reward) {
            let one = self.duty(&reward.duty);
            one.refers = true;
            let at_once = reward.grounds_all.len() + usize::from(!reward.grounds_any.is_empty());
            one.add_marks(&reward.grounds_all);
            one.add_marks(&reward.grounds_any);
            one.marks_at_once = at_once.max(one.marks_at_once);
        }
        for needs in &content.each_needs {
            self.filter(needs, &needs.each, false);
            self.filter(needs, &needs.needs, true);
        }
    }

    /// Incidents serve no duty: one use for all of them.
    fn incidents(&mut self) {
        let content = &self.plan.content;
        let one = self.of("", "", About::Any);
        one.statuses = content
            .incidents
            .iter()
            .map(|kind| kind.id.name.as_str())
            .collect();
        one.referred_to = true;
        for marks in content.vetoes.iter().map(|veto| &veto.when.marks) {
            one.add_marks(marks);
        }
        for marks in content
            .ladders
            .iter()
            .map(|ladder| &ladder.trigger.severe_marks)
        {
            one.marks.extend(marks.iter().map(String::as_str));
        }
    }

    fn filter(&mut self, needs: &'p EachNeeds, filter: &'p RecordFilter, refers: bool) {
        if !self.is(filter.evidence) {
            return;
        }
        let own = (needs.duty.id.name.as_str(), needs.duty.name.as_str());
        let named = filter
            .of
            .iter()
            .map(String::as_str)
            .map(|id| (id, self.name_of(id)));
        let mut duties: Vec<(&str, &str)> = named.collect();
        if duties.is_empty() {
            duties.push(own);
        }
        for (id, name) in duties {
            let id = if self.kind == Kind::Incident { "" } else { id };
            let one = self.of(id, name, About::Any);
            one.refers |= refers;
            one.referred_to |= !refers;
            one.add_marks(&filter.marks);
            one.statuses
                .extend(filter.status.iter().map(String::as_str));
        }
    }

    /// The name of a duty, which may be of any section.
    fn name_of(&self, id: &'p str) -> &'p str {
        let known = decided::named(&self.plan.content).find(|(known, _)| *known == id);
        known.map_or(id, |(_, name)| name)
    }

    fn figures(&mut self) {
        if self.kind != Kind::Metric {
            return;
        }
        let content = &self.plan.content;
        for indicator in &content.indicators {
            if indicator.from != IndicatorSource::IncidentCount {
                let about = about(&indicator.for_each);
                self.of(&indicator.id.name, &indicator.name, about).counts = true;
            }
        }
        for card in &content.scorecards {
            let sections = card.sections.iter().flat_map(|section| &section.items);
            let items = sections.chain(card.bonus.iter().flat_map(|bonus| &bonus.items));
            for item in items.filter(|item| item.method == Method::Subjective) {
                let about = about(&card.duty.for_each);
                self.of(&item.id.name, &item.name, about).counts = true;
            }
        }
    }
}

impl<'p> DutyUse<'p> {
    fn add_marks(&mut self, marks: &'p [String]) {
        self.marks.extend(marks.iter().map(String::as_str));
        self.marks_at_once = self.marks_at_once.max(marks.len());
    }

    fn add_requirement(&mut self, requires: Option<&'p Requirement>) {
        if let Some(requires) = requires {
            self.add_marks(&requires.marks);
            self.counts |= requires.quantity.is_some();
            self.statuses
                .extend(requires.status.iter().map(String::as_str));
        }
    }
}

fn about(sets: &[SetRef]) -> About<'_> {
    if sets.is_empty() {
        About::Whole
    } else {
        About::Sets(sets.iter().map(|set| set.name.as_str()).collect())
    }
}
