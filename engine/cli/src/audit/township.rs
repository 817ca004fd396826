//! One township, from its folder to its outcome.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use luoshi_audit::{Outcome, PlanTable, Township, Where, judged, plan_table};
use luoshi_diagnostics::{Code, Level, Note, Sources};
use luoshi_plan::{Plan, Prepared, Space, parse};
use luoshi_report::Glossary;

use super::find::Site;
use super::inputs::inputs;
use super::run::Auditing;
use super::stock::{Key, Shelf};
use super::trouble::{broken, place_in};
use crate::folder::{names_in, read_folder};
use crate::run::{Outcome as Came, Run, judge_plan, load};

/// A township with the plan that it refers to.
pub(super) struct Made {
    pub(super) township: Township,
    pub(super) plan: Option<(String, PlanTable)>,
}

/// Packages for plans that lie and ask alike.
pub(super) struct Ready<'s> {
    pub(super) shelf: &'s Shelf,
    pub(super) prepared: Prepared<'s>,
}

/// Judges a township. Whatever happens, there is an outcome.
pub(super) fn township(site: &Site, ready: Option<&Ready<'_>>, how: &Auditing) -> Made {
    if let Some(note) = &site.unreadable {
        let outcome = broken(std::slice::from_ref(note), &Sources::default());
        return made(site, Known::default(), outcome, None, how);
    }
    // One defect of ours must not take away the other 40,000 townships.
    let judging = catch_unwind(AssertUnwindSafe(|| judge(site, ready, how)));
    judging.unwrap_or_else(|panic| {
        let note = Note::new(Code::AuditDefect).arg("what", said(&*panic));
        let outcome = broken(&[note], &Sources::default());
        made(site, Known::default(), outcome, None, how)
    })
}

fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = text.or_else(|| panic.downcast_ref::<String>().cloned());
    // One line: what follows may hold a place of this machine.
    let text = text.unwrap_or_default();
    text.lines().next().unwrap_or_default().to_owned()
}

/// What a plan says of its township.
#[derive(Default)]
struct Known {
    code: Option<String>,
    name: Option<String>,
}

fn judge(site: &Site, ready: Option<&Ready<'_>>, how: &Auditing) -> Made {
    let mut run = Run::default();
    let (known, plan) = read(&mut run, &site.folder, ready, how);
    judge_plan(&mut run, &site.folder, plan, &how.options(), &mut |_| {});
    let fatal = run
        .notes
        .iter()
        .any(|note| note.code.level() == Level::Error);
    match (run.outcome, fatal) {
        (
            Some(Came::Plan {
                plan, assessment, ..
            }),
            false,
        ) => {
            let place = |id: &str| place_of(&plan, &run.sources, id);
            let table = plan_table(&plan, &assessment, &place);
            let key = table.key();
            let judged = judged(&key, &Glossary::of(&plan), &assessment);
            let outcome = Outcome::Judged(Box::new(judged));
            made(site, known, outcome, Some((key, table)), how)
        }
        _ => {
            if !fatal {
                run.notes
                    .push(Note::new(Code::AuditDefect).arg("what", "no outcome"));
            }
            let outcome = broken(&run.notes, &run.sources);
            made(site, known, outcome, None, how)
        }
    }
}

/// Reads a plan, on shared packages if they are its own, else on those it finds itself.
fn read(
    run: &mut Run,
    folder: &Path,
    ready: Option<&Ready<'_>>,
    how: &Auditing,
) -> (Known, Option<Plan>) {
    if let Some(ready) = ready {
        let (texts, notes) = read_folder(folder);
        let mut sources = ready.shelf.sources.clone();
        let file = parse(&texts, &mut sources);
        if notes.is_empty() && Key::with(folder, &file).as_ref() == Some(&ready.shelf.key) {
            let staged = ready.prepared.resolve(&file);
            run.sources = sources;
            run.notes.extend(staged.notes);
            return (known(&file), staged.value);
        }
    }
    let loaded = load(run, folder, &how.packages);
    (known(&loaded.file), loaded.plan)
}

fn known(file: &luoshi_plan::PlanFile) -> Known {
    let place = file.head.jurisdiction.as_ref();
    Known {
        code: place
            .map(|j| j.code.clone())
            .filter(|code| !code.is_empty()),
        name: place
            .map(|j| j.name.clone())
            .filter(|name| !name.is_empty()),
    }
}

fn place_of(plan: &Plan, sources: &Sources, id: &str) -> Option<Where> {
    let spaces = [Space::Duty, Space::Chain, Space::Incident];
    let place = spaces
        .into_iter()
        .find_map(|space| plan.places.get(space, id))?;
    Some(place_in(place, sources))
}

fn made(
    site: &Site,
    known: Known,
    outcome: Outcome,
    plan: Option<(String, PlanTable)>,
    how: &Auditing,
) -> Made {
    let folder = site.source.rsplit('/').next().unwrap_or_default();
    let code = known.code.unwrap_or_else(|| folder.to_owned());
    let name = known.name.unwrap_or_else(|| folder.to_owned());
    let county = how.county(&code, &site.county);
    Made {
        township: Township {
            code,
            source: site.source.clone(),
            name,
            county,
            inputs: inputs(&site.folder, names_in(&site.folder)),
            outcome,
        },
        plan,
    }
}
