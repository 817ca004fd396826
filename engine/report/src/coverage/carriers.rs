//! What carries out each clause, and how that stands.

use super::{
    Assessment, BTreeMap, BTreeSet, Carrier, ClauseState, DutySummary, Label, Plan, Status, fails,
    gravest,
};

/// The carriers of each clause, by its number.
pub(super) type Carriers = BTreeMap<String, Vec<Carrier>>;

/// Everything that carries out clauses: what is judged first, in the plan's order, then what is not.
pub(super) fn all(assessment: &Assessment, plan: &Plan) -> Carriers {
    let mut carriers = Carriers::new();
    for duty in &assessment.duties {
        let carrier = judged(assessment, duty);
        let steps = steps(plan, duty);
        let own = duty.clauses.iter().map(String::as_str);
        let clauses: BTreeSet<&str> = own.chain(steps).collect();
        for clause in clauses {
            add(&mut carriers, clause, carrier.clone());
        }
    }
    not_judged(plan, &mut carriers);
    off(plan, &mut carriers);
    carriers
}

fn add(carriers: &mut Carriers, clause: &str, carrier: Carrier) {
    carriers.entry(clause.to_owned()).or_default().push(carrier);
}

pub(super) fn judged(assessment: &Assessment, duty: &DutySummary) -> Carrier {
    let findings = assessment.findings.get(duty.findings.clone());
    let findings = findings.unwrap_or_default();
    let count = |status| findings.iter().filter(|f| f.status == status).count();
    let statuses = Status::ALL.map(|status| (status, count(status)));
    let failing = findings.iter().filter(|f| fails(f.status, f.severity));
    let plugin = assessment.plugin_of(&duty.id);
    let signs_only = plugin.is_some_and(|plugin| plugin.signs_only);
    // Where a look for signs finds none, nothing was carried out.
    let state = |finding| match ClauseState::of(finding) {
        ClauseState::CarriedOut if signs_only => ClauseState::NotJudged,
        state => state,
    };
    Carrier {
        what: label(&duty.id, &duty.name),
        section: duty.section,
        state: gravest(findings.iter().map(state)).unwrap_or(ClauseState::NotJudged),
        statuses: statuses.into_iter().filter(|(_, n)| *n > 0).collect(),
        failing: failing.map(|f| f.id.clone()).collect(),
        off: None,
    }
}

/// The clauses of the steps of a ladder, which are judged with it.
fn steps<'p>(plan: &'p Plan, duty: &DutySummary) -> impl Iterator<Item = &'p str> {
    let ladder = plan.content.ladders.iter();
    let ladder = ladder.filter(|l| duty.section == "ladders" && l.duty.id.name == duty.id);
    ladder
        .flat_map(|l| &l.steps)
        .flat_map(|step| step.clauses.iter().map(|c| c.name.as_str()))
}

/// What follows from the findings of others, or only holds something ready: penalties, items of score
/// sheets, kinds of incident without a response.
fn not_judged(plan: &Plan, carriers: &mut Carriers) {
    let content = &plan.content;
    let penalties = content
        .penalties
        .iter()
        .map(|p| (&p.id.name, &p.name, &p.clauses, "penalties"));
    let items = content.scorecards.iter().flat_map(|card| {
        let sections = card.sections.iter().flat_map(|s| &s.items);
        sections.chain(card.bonus.iter().flat_map(|b| &b.items))
    });
    let items = items.map(|i| (&i.id.name, &i.name, &i.clauses, "scorecards"));
    let kinds = content.incidents.iter().filter(|k| k.respond.is_empty());
    let kinds = kinds.map(|k| (&k.id.name, &k.name, &k.clauses, "incidents"));
    for (id, name, clauses, section) in penalties.chain(items).chain(kinds) {
        for clause in clauses {
            let carrier = bare(label(id, name), section, ClauseState::NotJudged);
            add(carriers, &clause.name, carrier);
        }
    }
}

/// What the plan leaves out.
fn off(plan: &Plan, carriers: &mut Carriers) {
    for inactive in &plan.inactive {
        for clause in &inactive.clauses {
            let what = label(&inactive.duty, &inactive.name);
            let mut carrier = bare(what, "inactive", ClauseState::Off);
            carrier.off.clone_from(&inactive.reason);
            add(carriers, clause, carrier);
        }
    }
}

fn bare(what: Label, section: &'static str, state: ClauseState) -> Carrier {
    Carrier {
        what,
        section,
        state,
        statuses: Vec::new(),
        failing: Vec::new(),
        off: None,
    }
}

fn label(id: &str, name: &str) -> Label {
    Label {
        id: id.to_owned(),
        name: name.to_owned(),
    }
}
