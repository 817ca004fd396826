//! Runs the cases of a package.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use luoshi_diagnostics::{Code, Level, Note, Place, Staged, nearest};
use luoshi_evidence::Evidence;
use luoshi_plan::{Plan, PlanFile, Space, check_package, resolve};
use luoshi_rules::{Assessment, Detail, Plugins, compile, evaluate, judge};

use crate::case::{Case, TestFile};
use crate::compare::compare;
use crate::coverage::Coverage;
use crate::ground::{Ground, PlanKey};
use crate::report::{CaseResult, Judged, Report};

/// Who loads the plugins of a plan: a host is made once for a process, and not here.
pub type Load<'l> = &'l dyn Fn(&Plan) -> Staged<Plugins>;

/// Runs the cases of a package, or of a township's plan. `packages` are those under it.
#[must_use]
pub fn run(
    package: &PlanFile,
    packages: &[PlanFile],
    tests: &[TestFile],
    load: Load<'_>,
) -> Report {
    let ground = Ground::new(package, packages);
    let mut coverage = Coverage::of(package);
    let mut notes = own_errors(&ground);
    let mut cases = Vec::new();
    if notes.is_empty() {
        let mut stands = Stands::new(&ground, load);
        for prepared in prepare(tests, &mut notes) {
            match stands.result(&prepared, &mut coverage) {
                Ok(result) => cases.push(result),
                Err(wrong) => notes.extend(wrong),
            }
        }
    }
    once(&mut notes);
    Report {
        cases,
        coverage,
        notes,
    }
}

/// The errors of what is tested, as they are without any test.
pub(crate) fn own_errors(ground: &Ground) -> Vec<Note> {
    let mut notes = if ground.is_package() {
        check_package(ground.tested(), ground.under())
    } else {
        resolve(ground.tested(), ground.under()).notes
    };
    notes.retain(|n| n.code.level() == Level::Error);
    notes
}

/// A mistake in what several cases share is told once.
fn once(notes: &mut Vec<Note>) {
    let mut kept: Vec<Note> = Vec::new();
    for note in notes.drain(..) {
        if !kept.contains(&note) {
            kept.push(note);
        }
    }
    *notes = kept;
}

/// A case with its records read.
pub(crate) struct Prepared<'t> {
    pub(crate) at: (usize, usize),
    pub(crate) file: &'t TestFile,
    pub(crate) case: &'t Case,
    pub(crate) evidence: Evidence,
}

/// Reads the records of all cases; those of a case in which something is wrong are noted.
pub(crate) fn prepare<'t>(tests: &'t [TestFile], notes: &mut Vec<Note>) -> Vec<Prepared<'t>> {
    let mut prepared = Vec::new();
    for (file_at, file) in tests.iter().enumerate() {
        for (case_at, case) in file.cases.iter().enumerate() {
            let read = case.records.evidence(case.as_of);
            let errors = read.notes.into_iter();
            notes.extend(errors.filter(|n| n.code.level() == Level::Error));
            prepared.extend(read.value.map(|evidence| Prepared {
                at: (file_at, case_at),
                file,
                case,
                evidence,
            }));
        }
    }
    prepared
}

/// A plan that cases are judged under, with its plugins.
pub(crate) struct Stand {
    pub(crate) plan: Arc<Plan>,
    plugins: Plugins,
}

/// The plans of cases, each made once.
pub(crate) struct Stands<'g> {
    ground: &'g Ground,
    load: Load<'g>,
    made: BTreeMap<PlanKey, Result<Stand, Vec<Note>>>,
}

impl<'g> Stands<'g> {
    pub(crate) fn new(ground: &'g Ground, load: Load<'g>) -> Stands<'g> {
        Stands {
            ground,
            load,
            made: BTreeMap::new(),
        }
    }

    /// The plan of a case.
    pub(crate) fn of(&mut self, prepared: &Prepared<'_>) -> &Result<Stand, Vec<Note>> {
        let (file, case) = (prepared.file, prepared.case);
        let key = self.ground.key(prepared.at, file, case);
        self.made
            .entry(key)
            .or_insert_with(|| make(self.ground, file, case, self.load))
    }

    fn result(
        &mut self,
        prepared: &Prepared<'_>,
        coverage: &mut Coverage,
    ) -> Result<CaseResult, Vec<Note>> {
        let stand = self.of(prepared).as_ref().map_err(Clone::clone)?;
        let case = prepared.case;
        let about = named(case, &stand.plan)?;
        let assessment = stand.judge(prepared)?;
        let compared = compare(case, &about, &assessment);
        coverage.add(&compared);
        let judged = Judged {
            plan: stand.plan.clone(),
            assessment: Box::new(assessment),
        };
        Ok(CaseResult {
            file: prepared.file.name.clone(),
            name: case.name.clone(),
            why: case.why.clone().filter(|why| *why != case.name),
            place: case.place.clone(),
            judged: (!compared.mismatches.is_empty()).then_some(judged),
            mismatches: compared.mismatches,
        })
    }
}

fn make(ground: &Ground, file: &TestFile, case: &Case, load: Load<'_>) -> Result<Stand, Vec<Note>> {
    let plan = value(ground.plan_of(file, case))?;
    let plugins = if plan.content.plugins.is_empty() {
        Plugins::default()
    } else {
        value(load(&plan))?
    };
    Ok(Stand {
        plan: Arc::new(plan),
        plugins,
    })
}

impl Stand {
    /// Judges the records of a case.
    pub(crate) fn judge(&self, prepared: &Prepared<'_>) -> Result<Assessment, Vec<Note>> {
        let evidence = &prepared.evidence;
        let compiled = compile(&self.plan, prepared.case.as_of, &self.plugins);
        let program = value(compiled)?;
        let facts = evaluate(&program, evidence, Detail::Evidence);
        Ok(judge(&program, evidence, &facts))
    }
}

/// The value of a stage, or the errors that stand in its way.
fn value<T>(staged: Staged<T>) -> Result<T, Vec<Note>> {
    let errors = staged.notes.into_iter();
    let errors: Vec<Note> = errors.filter(|n| n.code.level() == Level::Error).collect();
    match staged.value {
        Some(value) if errors.is_empty() => Ok(value),
        _ => Err(errors),
    }
}

/// The duties of which a case must list every finding, or what it names that the plan does not have.
pub(crate) fn named<'p>(case: &'p Case, plan: &'p Plan) -> Result<BTreeSet<&'p str>, Vec<Note>> {
    let mut names = Names {
        known: duties(plan),
        notes: Vec::new(),
    };
    let mut about = BTreeSet::new();
    for (name, place) in &case.about {
        about.extend(names.duty(name, name, place));
    }
    for line in &case.expect.findings {
        let duty = duty_in(&line.id, &names.known);
        about.extend(names.duty(duty, &line.id, &line.place));
    }
    for line in case.expect.proposals.iter().flat_map(|(_, list)| list) {
        names.duty(&line.by, &line.by, &line.by_place);
    }
    for line in &case.expect.scores {
        let cards = plan.content.scorecards.iter();
        let card = line.id.split_once('/').map_or(line.id.as_str(), |(c, _)| c);
        match cards.clone().find(|c| c.duty.id.name == card) {
            None => names.unknown_item(card, cards.map(|c| c.duty.id.name.as_str()), &line.place),
            Some(found) => {
                let bonus = found.bonus.iter().flat_map(|b| &b.items);
                let items = found.sections.iter().flat_map(|s| &s.items).chain(bonus);
                let ids: Vec<&str> = items.map(|i| i.id.name.as_str()).collect();
                for (id, place, _) in &line.items {
                    if !ids.contains(&id.as_str()) {
                        names.unknown_item(id, ids.iter().copied(), place);
                    }
                }
            }
        }
    }
    if names.notes.is_empty() {
        Ok(about)
    } else {
        Err(names.notes)
    }
}

/// The names of everything that can have findings.
fn duties(plan: &Plan) -> BTreeSet<&str> {
    let spaces = [Space::Duty, Space::Chain].into_iter();
    let duties = spaces.flat_map(|space| plan.places.of(space));
    duties.map(|(name, _)| name).collect()
}

/// The duty that an id of a finding begins with; the part before `/` where there is none.
fn duty_in<'i>(id: &'i str, known: &BTreeSet<&str>) -> &'i str {
    let ends = id.char_indices().rev();
    let mut heads = ends
        .filter(|(_, c)| matches!(c, '/' | '.' | '*'))
        .map(|(at, _)| &id[..at]);
    if known.contains(id) {
        return id;
    }
    let found = heads.find(|head| known.contains(head));
    found.unwrap_or_else(|| id.split_once('/').map_or(id, |(head, _)| head))
}

struct Names<'p> {
    known: BTreeSet<&'p str>,
    notes: Vec<Note>,
}

impl<'p> Names<'p> {
    fn duty(&mut self, duty: &str, typed: &str, place: &Place) -> Option<&'p str> {
        let found = self.known.get(duty).copied();
        if found.is_none() {
            let near = nearest(duty, self.known.iter().copied()).unwrap_or("none");
            let note = Note::new(Code::TestUnknownDuty).at(place.clone());
            let note = note.arg("name", duty).arg("id", typed);
            self.notes.push(note.arg("near", near));
        }
        found
    }

    fn unknown_item<'n>(
        &mut self,
        name: &str,
        known: impl Iterator<Item = &'n str>,
        place: &Place,
    ) {
        let near = nearest(name, known).unwrap_or("none");
        let note = Note::new(Code::TestUnknownItem).at(place.clone());
        self.notes.push(note.arg("name", name).arg("near", near));
    }
}
