//! Scorecards, vetoes, and what arises only when something happens.

use luoshi_plan::model::{Duty, Evidence, Method, ScoreItem, Scorecard};

use super::tally::{Needs, Tally};
use super::{Amount, Demand, Figure, found, terms};

impl Tally<'_> {
    pub(super) fn vetoes(&mut self) {
        for veto in &self.plan.content.vetoes {
            let mut demand = self.demand(&veto.duty, "vetoes");
            demand.amounts.insert(Figure::Vetoes, Amount::once(1));
            self.push(demand, &Needs::default());
        }
    }

    pub(super) fn scorecards(&mut self) {
        for card in &self.plan.content.scorecards {
            let mut demand = self.demand(&card.duty, "scorecards");
            self.score(card, &mut demand);
            self.push(demand, &Needs::default());
        }
    }

    fn score(&self, card: &Scorecard, demand: &mut Demand) {
        let items = card.sections.iter().flat_map(|s| &s.items);
        let items: Vec<&ScoreItem> = items
            .chain(card.bonus.iter().flat_map(|b| &b.items))
            .collect();
        let uncapped = items.iter().filter(|i| is_uncapped(i)).count() as u64;
        let traces = items.iter().filter(|i| scores_traces(self.plan, i));
        let traces: u64 = traces.filter_map(|i| worth(i)).sum();
        for (figure, count) in [
            (Figure::ScoreItems, items.len() as u64),
            (Figure::Points, u64::try_from(card.total.0).unwrap_or(0)),
            (Figure::TracePoints, traces),
            (Figure::Uncapped, uncapped),
        ] {
            if count > 0 {
                demand.amounts.insert(figure, Amount::once(count));
            }
        }
    }

    /// Responses, needs, rewards and ladders: how many there will be, nobody knows.
    pub(super) fn events(&mut self) {
        let content = &self.plan.content;
        for response in content.incidents.iter().flat_map(|kind| &kind.respond) {
            let responsible = response.responsible.as_ref();
            let demand = self.bare(
                &response.id,
                &response.name,
                "incidents",
                &response.clauses,
                responsible,
            );
            self.on_event(demand);
        }
        let needs = content.each_needs.iter().map(|d| (&d.duty, "each_needs"));
        let rewards = content.rewards.iter().map(|d| (&d.duty, "rewards"));
        let ladders = content.ladders.iter().map(|d| (&d.duty, "ladders"));
        let all: Vec<(&Duty, _)> = needs.chain(rewards).chain(ladders).collect();
        for (duty, section) in all {
            self.on_event(self.demand(duty, section));
        }
    }

    fn on_event(&mut self, mut demand: Demand) {
        demand.amounts.insert(Figure::OnEvent, Amount::once(1));
        self.demands.push(demand);
    }
}

/// Most that an item can be worth, as far as it says, in hundredths.
pub(crate) fn worth(item: &ScoreItem) -> Option<u64> {
    let points = item.max.or(item.each)?;
    u64::try_from(points.0).ok()
}

/// Whether an item deducts for each case, with no most of its own.
pub(crate) fn is_uncapped(item: &ScoreItem) -> bool {
    matches!(item.method, Method::PerMissing | Method::PerEvent) && item.max.is_none()
}

/// Whether an item gives points for papers, meetings or traces: all that it looks at is one of these,
/// or its name says so.
pub(crate) fn scores_traces(plan: &luoshi_plan::Plan, item: &ScoreItem) -> bool {
    let named = found(&terms().trace, &item.name).is_some();
    let all = !item.of.is_empty() && item.of.iter().all(|d| leaves_only_traces(plan, &d.name));
    named || all
}

/// Meetings, and reports of whatever section.
fn leaves_only_traces(plan: &luoshi_plan::Plan, id: &str) -> bool {
    let content = &plan.content;
    let meeting = content.meetings.iter().any(|d| d.duty.id.name == id);
    let document = content.documents.iter().any(|d| d.duty.id.name == id);
    let report = content
        .activities
        .iter()
        .any(|d| d.duty.id.name == id && d.evidence == Evidence::Report);
    meeting || document || report
}
