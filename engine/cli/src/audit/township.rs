//! One township, from its folder to its outcome.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use luoshi_audit::{Outcome, PlanTable, Township, Where, judged, plan_table};
use luoshi_diagnostics::{Code, Level, Note, Sources};
use luoshi_evidence::Evidence;
use luoshi_plan::{Plan, Space};
use luoshi_report::Glossary;
use luoshi_rules::Compiler;
use luoshi_signs::{Details, Given, Indication, Limits, signs};

use super::find::Site;
use super::inputs::inputs;
use super::run::Auditing;
use super::stock::{Reading, Ready, read};
use super::trouble::{broken, place_in};
use crate::attachments::files_below;
use crate::folder::names_in;
use crate::run::{Outcome as Came, Run, judge_plan};

/// A township with the plan that it refers to.
pub(super) struct Made {
    pub(super) township: Township,
    pub(super) plan: Option<(String, PlanTable)>,
}

/// Judges a township. Whatever happens, there is an outcome.
pub(super) fn township(site: &Site, ready: Option<&Ready<'_>>, how: &Auditing) -> Made {
    if let Some(note) = &site.unreadable {
        let outcome = broken(std::slice::from_ref(note), &Sources::default());
        return made(site, Known::default(), outcome, None, how);
    }
    caught(site, how, || judge(site, ready, how))
}

/// One defect of ours must not take away the other 40,000 townships.
fn caught(site: &Site, how: &Auditing, judge: impl FnOnce() -> Made) -> Made {
    catch_unwind(AssertUnwindSafe(judge)).unwrap_or_else(|panic| {
        let outcome = broken(&[defect(&*panic)], &Sources::default());
        made(site, Known::default(), outcome, None, how)
    })
}

/// The note about a defect of ours.
pub(crate) fn defect(panic: &(dyn Any + Send)) -> Note {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = text.or_else(|| panic.downcast_ref::<String>().cloned());
    // One line: what follows may hold a place of this machine.
    let text = text.unwrap_or_default();
    Note::new(Code::AuditDefect).arg("what", text.lines().next().unwrap_or_default())
}

/// What a plan says of its township.
#[derive(Default)]
struct Known {
    code: Option<String>,
    name: Option<String>,
}

fn judge(site: &Site, ready: Option<&Ready<'_>>, how: &Auditing) -> Made {
    let mut run = Run::default();
    let Reading { plan, file, .. } = read(&mut run, &site.folder, ready, &how.packages);
    let known = known(&file);
    let own = Compiler::default();
    let compiler = ready.map_or(&own, |ready| &ready.compiler);
    judge_plan(
        &mut run,
        &site.folder,
        plan,
        &how.options(),
        compiler,
        &mut |_| {},
    );
    let fatal = run
        .notes
        .iter()
        .any(|note| note.code.level() == Level::Error);
    match (run.outcome, fatal) {
        (
            Some(Came::Plan {
                plan,
                store,
                evidence,
                assessment,
                ..
            }),
            false,
        ) => {
            let details = store.details(&run.sources);
            let signs = signs_of(site, (&plan, &evidence, &details), how);
            let inside = format!("{}/", site.source);
            let place =
                |id: &str| place_of(&plan, &run.sources, id).map(|at| seen_from(&inside, at));
            let table = plan_table(&plan, &assessment, &place);
            let key = table.key();
            let judged = judged(&key, &Glossary::of(&plan), &assessment, &signs);
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

/// What its evidence is a sign of, with the default limits: with others nobody knows how often a sign is wrong.
fn signs_of(
    site: &Site,
    (plan, evidence, details): (&Plan, &Evidence, &Details),
    how: &Auditing,
) -> Vec<Indication> {
    // What cannot be read is not there, as far as anybody can tell.
    let below = |name: &String| files_below(&site.folder.join(name)).unwrap_or_default();
    let files = how.files.as_ref().filter(|_| details.has_attachments());
    signs(Given {
        plan,
        evidence,
        as_of: how.as_of,
        details: Some(details),
        files: files.map(below).as_ref(),
        limits: &Limits::default(),
    })
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

pub(super) fn place_of(plan: &Plan, sources: &Sources, id: &str) -> Option<Where> {
    let spaces = [Space::Duty, Space::Chain, Space::Incident];
    let place = spaces
        .into_iter()
        .find_map(|space| plan.places.get(space, id))?;
    Some(place_in(place, sources))
}

/// A place in a folder, seen from there.
fn seen_from(folder: &str, place: Where) -> Where {
    match place.file.strip_prefix(folder) {
        None => place,
        Some(file) => Where {
            file: file.to_owned(),
            inside: true,
            ..place
        },
    }
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

#[cfg(test)]
mod tests {
    use std::num::NonZeroUsize;
    use std::path::PathBuf;

    use jiff::civil::date;
    use luoshi_audit::{CountyBy, Outcome};

    use super::{Auditing, Site, caught};

    #[test]
    fn a_defect_of_ours_is_the_outcome_of_one_township() {
        let site = Site {
            folder: PathBuf::from("nowhere/town"),
            source: "nowhere/town".to_owned(),
            county: "nowhere".to_owned(),
            unreadable: None,
        };
        let how = Auditing {
            as_of: date(2012, 12, 31),
            packages: Vec::new(),
            county_by: CountyBy::Folder,
            register: None,
            shard: None,
            files: None,
            jobs: NonZeroUsize::MIN,
        };
        let made = caught(&site, &how, || panic!("no village {}\nat line 7", 12));
        assert_eq!(made.township.code, "town");
        assert_eq!(made.township.county, "nowhere");
        let Outcome::Broken(troubles) = made.township.outcome else {
            panic!("it was not judged");
        };
        assert_eq!(troubles.len(), 1);
        assert_eq!(troubles[0].code, "LS1020");
        assert!(
            troubles[0].message.zh.ends_with("no village 12"),
            "{:?}",
            troubles[0].message
        );
    }
}
