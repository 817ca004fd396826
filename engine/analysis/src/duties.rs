//! What each duty of a plan can come to: which findings, how many, and whose. A rule can ask for all
//! numbers of all duties; those that are always nought need not be tried.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_plan::model::{BelowQuorum, CadenceKeys, Duty, Evidence, File, SetRef, Severity};
use luoshi_plan::{Plan, Settable, Space};
use luoshi_rules::Count;

/// What a duty can come to.
#[derive(Debug, Clone)]
pub(crate) struct Shape {
    /// How grave a failure is.
    pub(crate) severity: Severity,
    /// Numbers that can be more than nought.
    pub(crate) counts: BTreeSet<Count>,
    /// Sets whose subjects its findings are about; none if that is not known beforehand.
    pub(crate) of: Option<Vec<String>>,
    /// Whether a finding stands for each place in which it could be kept, so that there are never more
    /// findings than those places.
    pub(crate) one_each: bool,
    /// The kind of record without which it is unknown, where nothing else makes it so.
    pub(crate) proof: Option<&'static str>,
    /// The kind of incident of which each has one finding at most.
    pub(crate) incident: Option<String>,
    /// Whether it is judged after the rules in Rhai, so that these always count nothing of it.
    pub(crate) later: bool,
}

impl Shape {
    /// A duty that never has findings when rules in Rhai are judged.
    fn nothing() -> Shape {
        Shape {
            severity: Severity::Normal,
            counts: BTreeSet::new(),
            of: Some(Vec::new()),
            one_each: false,
            proof: None,
            incident: None,
            later: false,
        }
    }

    /// A duty with a place for each subject and period, or for each subject.
    fn placed(duty: &Duty, counts: BTreeSet<Count>, proof: &'static str) -> Shape {
        Shape {
            severity: duty.severity,
            counts,
            of: Some(names(&duty.for_each)),
            one_each: true,
            proof: Some(proof),
            ..Shape::nothing()
        }
    }

    /// A duty of whose findings nothing is known beforehand but how they can stand.
    fn standing<const N: usize>(severity: Severity, further: [Count; N]) -> Shape {
        Shape {
            severity,
            counts: with(further.map(|count| (true, count))),
            of: None,
            ..Shape::nothing()
        }
    }

    /// Whether findings of it can be about a subject of one of these sets.
    pub(crate) fn is_about(&self, plan: &Plan, sets: &[String]) -> bool {
        let Some(own) = &self.of else { return true };
        let members = |set: &String| plan.sets.get(set.as_str()).map_or(&[][..], Vec::as_slice);
        own.iter().any(|set| {
            let shared = |other: &String| {
                let mine = members(set);
                set == other || members(other).iter().any(|at| mine.contains(at))
            };
            sets.iter().any(shared)
        })
    }
}

/// What every duty that is carried out in time or not can come to.
const COMMON: [Count; 5] = [
    Count::Met,
    Count::Missed,
    Count::Unknown,
    Count::Pending,
    Count::Figure,
];

/// The sets of a duty, by their ids.
pub(crate) fn names(sets: &[SetRef]) -> Vec<String> {
    sets.iter().map(|set| set.name.to_string()).collect()
}

fn with<const N: usize>(further: [(bool, Count); N]) -> BTreeSet<Count> {
    let further = further
        .into_iter()
        .filter(|(can, _)| *can)
        .map(|(_, count)| count);
    COMMON.into_iter().chain(further).collect()
}

fn recurring(cadence: &CadenceKeys, noted: bool) -> BTreeSet<Count> {
    with([
        (cadence.grace > 0, Count::Late),
        (cadence.exactly.is_some() || noted, Count::Violated),
    ])
}

/// Every name that a rule may give to `duty`, with what it can come to.
pub(crate) fn shapes(plan: &Plan) -> BTreeMap<String, Shape> {
    let mut shapes = Shapes(BTreeMap::new());
    // Duties that are off, rules, vetoes, ladders, scorecards and the like: all that a rule may name.
    for space in [Space::Duty, Space::Chain] {
        let names = plan.places.of(space).map(|(name, _)| name.to_owned());
        shapes.0.extend(names.map(|name| (name, Shape::nothing())));
    }
    shapes.recurring(&plan.content);
    shapes.once(&plan.content);
    shapes.upon_events(&plan.content);
    shapes.judged_later(&plan.content);
    shapes.chains(&plan.content);
    shapes.0
}

struct Shapes(BTreeMap<String, Shape>);

impl Shapes {
    fn put(&mut self, duty: &Duty, shape: Shape) {
        // One that nobody has decided on is `unset` and nothing else.
        if duty.active == Settable::Set(true) {
            self.0.insert(duty.id.name.to_string(), shape);
        }
    }

    fn recurring(&mut self, content: &File) {
        for meeting in &content.meetings {
            if let (Settable::Set(cadence), duty) = (&meeting.cadence, &meeting.duty) {
                let noted = meeting.defective == BelowQuorum::Noted;
                let counts = recurring(cadence, noted);
                self.put(duty, Shape::placed(duty, counts, Evidence::Meeting.word()));
            }
        }
        for activity in &content.activities {
            if let (Settable::Set(cadence), duty) = (&activity.cadence, &activity.duty) {
                let noted = activity.defective == BelowQuorum::Noted;
                let counts = recurring(cadence, noted);
                self.put(duty, Shape::placed(duty, counts, activity.evidence.word()));
            }
        }
        for document in &content.documents {
            let (duty, proof) = (&document.duty, document.evidence.word());
            if let Settable::Set(cadence) = &document.cadence {
                self.put(duty, Shape::placed(duty, recurring(cadence, false), proof));
            } else if document.due.get().is_some() {
                self.put(
                    duty,
                    Shape::placed(duty, with([(true, Count::Late)]), proof),
                );
            }
        }
    }

    fn once(&mut self, content: &File) {
        for task in &content.tasks {
            if task.due.get().is_some() {
                let ordered = !task.after.is_empty();
                let counts = with([(true, Count::Late), (ordered, Count::Violated)]);
                self.put(
                    &task.duty,
                    Shape::placed(&task.duty, counts, task.evidence.word()),
                );
            }
        }
        for duty in content.coverage.iter().map(|c| &c.duty) {
            let of = Some(names(&duty.for_each));
            self.put(
                duty,
                Shape {
                    of,
                    ..Shape::standing(duty.severity, [Count::Late])
                },
            );
        }
    }

    fn upon_events(&mut self, content: &File) {
        let others = (content.rosters.iter().map(|r| &r.duty))
            .chain(content.each_needs.iter().map(|e| &e.duty))
            .chain(content.rewards.iter().map(|r| &r.duty));
        let any = [Count::Late, Count::Violated];
        others.for_each(|duty| self.put(duty, Shape::standing(duty.severity, any)));
        for duty in content.plugins.iter().map(|p| &p.duty) {
            let any = [Count::Late, Count::Violated, Count::Suspect];
            self.put(duty, Shape::standing(duty.severity, any));
        }
        for kind in &content.incidents {
            for response in kind
                .respond
                .iter()
                .filter(|r| r.active == Settable::Set(true))
            {
                let incident = Some(kind.id.name.to_string());
                let shape = Shape::standing(response.severity, [Count::Late]);
                self.0
                    .insert(response.id.name.to_string(), Shape { incident, ..shape });
            }
        }
        for indicator in &content.indicators {
            let shape = Shape::standing(indicator.severity, []);
            self.0.insert(indicator.id.name.to_string(), shape);
        }
    }

    /// What is judged after rules in Rhai.
    fn judged_later(&mut self, content: &File) {
        let later = (content.rules.iter().map(|r| &r.duty.id))
            .chain(content.ladders.iter().map(|l| &l.duty.id))
            .chain(content.vetoes.iter().map(|v| &v.duty.id));
        for id in later {
            let shape = Shape {
                later: true,
                ..Shape::nothing()
            };
            self.0.insert(id.name.to_string(), shape);
        }
    }

    fn chains(&mut self, content: &File) {
        for chain in &content.chains {
            let shape = Shape::standing(chain.severity, [Count::Violated]);
            // A chain may have the name of a duty; it is never late, so that the duty's severity decides.
            match self
                .0
                .get_mut(chain.id.name.as_str())
                .filter(|s| !s.counts.is_empty())
            {
                Some(duty) => {
                    duty.counts.extend(shape.counts);
                    duty.of = None;
                    duty.one_each = false;
                    (duty.proof, duty.incident) = (None, None);
                }
                None => {
                    self.0.insert(chain.id.name.to_string(), shape);
                }
            }
        }
    }
}
