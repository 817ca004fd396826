//! What bodies decide on, and what can be waived: decisions, appeals, waivers, and the papers that
//! a ladder asks for.

use luoshi_evidence::Kind;
use luoshi_plan::model::{Decider, File, Ladder};

use super::{About, Uses, about};

impl<'p> Uses<'p> {
    pub(super) fn decided(&mut self) {
        match self.kind {
            Kind::Decision | Kind::Appeal => self.proposals(),
            Kind::Report | Kind::Rectification => self.ladder_papers(),
            Kind::Waiver => self.waivers(),
            _ => {}
        }
    }

    fn proposals(&mut self) {
        let content = &self.plan.content;
        for veto in &content.vetoes {
            let about = about(&veto.duty.for_each);
            self.proposal(
                (&veto.duty.id.name, &veto.duty.name),
                about,
                Some(&veto.decided_by),
            );
            if veto.when.finding_required && self.kind == Kind::Decision {
                let one = self.duty(&veto.duty);
                one.statuses.push("caused");
                one.refers = true;
            }
        }
        for penalty in &content.penalties {
            let named = (penalty.id.name.as_str(), penalty.name.as_str());
            self.proposal(named, About::Any, penalty.decided_by.as_ref());
        }
        for ladder in &content.ladders {
            self.steps(ladder);
        }
        for roster in &content.rosters {
            let absence = roster.absence.as_ref().map(|one| one.decided_by.as_ref());
            if let Some(decided_by) = absence {
                let persons = content
                    .persons
                    .iter()
                    .map(|p| p.staff.name.as_str())
                    .collect();
                let named = (roster.duty.id.name.as_str(), roster.duty.name.as_str());
                self.proposal(named, About::Actors(persons), decided_by);
            }
        }
    }

    /// Something that is proposed until a body decides on it.
    fn proposal(
        &mut self,
        (id, name): (&'p str, &'p str),
        about: About<'p>,
        decided_by: Option<&'p Decider>,
    ) {
        let decision = self.kind == Kind::Decision;
        let one = self.of(id, name, about);
        if decision {
            one.statuses.extend(["confirmed", "rejected", "lifted"]);
            one.actors
                .splice(0..0, decided_by.map(|by| by.name.as_str()));
        }
    }

    fn steps(&mut self, ladder: &'p Ladder) {
        let decision = self.kind == Kind::Decision;
        let one = self.duty(&ladder.duty);
        if decision {
            one.statuses
                .extend(ladder.steps.iter().map(|step| step.id.as_str()));
            one.statuses.extend(["accepted", "rejected"]);
            let bodies = ladder
                .steps
                .iter()
                .map(|step| step.decided_by.name.as_str());
            one.actors.splice(0..0, bodies);
        }
    }

    fn ladder_papers(&mut self) {
        let rectification = self.kind == Kind::Rectification;
        for ladder in &self.plan.content.ladders {
            let one = self.duty(&ladder.duty);
            if rectification {
                one.statuses.push("applied");
            }
        }
    }

    /// Whatever can fail can be waived.
    fn waivers(&mut self) {
        let content = &self.plan.content;
        macro_rules! each {
            ($($section:ident)*) => { $(
                for one in &content.$section {
                    self.duty(&one.duty);
                }
            )* };
        }
        each!(meetings activities tasks documents coverage rosters each_needs rules);
        for response in content.incidents.iter().flat_map(|kind| &kind.respond) {
            self.of(&response.id.name, &response.name, About::Any);
        }
    }
}

/// Every duty with a name.
pub(super) fn named(content: &File) -> impl Iterator<Item = (&str, &str)> {
    macro_rules! of {
        ($section:ident) => {
            content
                .$section
                .iter()
                .map(|one| (one.duty.id.name.as_str(), one.duty.name.as_str()))
        };
    }
    of!(meetings)
        .chain(of!(activities))
        .chain(of!(tasks))
        .chain(of!(documents))
        .chain(of!(coverage))
        .chain(of!(rosters))
        .chain(of!(each_needs))
        .chain(of!(rewards))
        .chain(of!(vetoes))
        .chain(of!(ladders))
}
