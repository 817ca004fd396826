//! A plan and its packages to one [`Plan`] without a dangling name.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use luoshi_calendar::{Span, Workdays};
use luoshi_diagnostics::{Arg, Code, FileId, Level, Note, Place, Staged};

use crate::answers::answers;
use crate::atlas::{Atlas, entry};
use crate::calendars;
use crate::check::{self, Context};
use crate::components::{Components, components};
use crate::decode::missing_key;
use crate::deviations::{Deviations, added, tailored};
use crate::link::{self, Linking};
use crate::model::{
    File, Jurisdiction, JurisdictionLevel, Package, PlanHeader, Settings, WorkdayCalendar,
};
use crate::overlay::{Overlay, lay};
use crate::packages::in_order;
use crate::parameters::{Values, settle};
use crate::parse::PlanFile;
use crate::plan::Plan;
use crate::subjects::gather;
use crate::substitute::Substitution;
use crate::tailor::{disable_notes, drop_inactive, tailor};
use crate::yaml::Node;

/// Overlays, sets parameters, links every name.
///
/// The notes include those of reading the plan and of every package that it builds on.
/// A plan is given back only if none of them is an error.
#[must_use]
pub fn resolve(file: &PlanFile, packages: &[PlanFile]) -> Staged<Plan> {
    let mut desk = Desk::new(file, packages, Target::Plan);
    let value = desk.plan();
    let failed = desk.notes.iter().any(|n| n.code.level() == Level::Error);
    Staged {
        value: value.filter(|_| !failed),
        notes: desk.notes,
    }
}

/// Checks a package on its own, as its publisher does.
///
/// It needs no plan header, period or jurisdiction; parameters without a value are no mistake,
/// and units, roles, persons, sets and subjects may be left for the plans to define.
#[must_use]
pub fn check_package(file: &PlanFile, packages: &[PlanFile]) -> Vec<Note> {
    let mut desk = Desk::new(file, packages, Target::Package);
    desk.package();
    desk.notes
}

/// A package as if it were a plan of the year that holds `day`, for whoever judges its text: its
/// publisher stands for the issuer, and units, roles and subjects may be missing.
#[must_use]
pub fn package_as_plan(file: &PlanFile, packages: &[PlanFile], day: Date) -> Staged<Plan> {
    let mut desk = Desk::new(file, packages, Target::Package);
    let value = desk.package_as_plan(day);
    let failed = desk.notes.iter().any(|n| n.code.level() == Level::Error);
    Staged {
        value: value.filter(|_| !failed),
        notes: desk.notes,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    Plan,
    Package,
}

/// What lies on the desk while a plan is put together.
struct Desk<'a> {
    target: Target,
    folders: Vec<&'a PlanFile>,
    values: Values<'a>,
    /// Trees of each folder with values in them.
    trees: Vec<Vec<Node>>,
    /// The parameters that each duty uses.
    uses: BTreeMap<String, BTreeSet<String>>,
    overlay: Overlay,
    components: Components,
    own: BTreeSet<FileId>,
    /// Parameters whose value is noted as wrong or unknown already.
    noted: BTreeSet<String>,
    /// Whether no package and no file is missing, so that every name can be known.
    complete: bool,
    notes: Vec<Note>,
}

impl<'a> Desk<'a> {
    fn new(file: &'a PlanFile, packages: &'a [PlanFile], target: Target) -> Self {
        let ordered = in_order(file, packages);
        let folders = ordered.folders;
        let mut notes: Vec<Note> = folders.iter().flat_map(|f| f.notes.clone()).collect();
        notes.extend(ordered.notes);
        let values = settle(&folders, ordered.complete, &mut notes);
        let mut substitution = Substitution {
            values: &values,
            noted: BTreeSet::new(),
            complete: ordered.complete,
            notes: Vec::new(),
            uses: BTreeMap::new(),
            owners: Vec::new(),
        };
        let mut with_values =
            |f: &&PlanFile| f.trees.iter().map(|t| substitution.root(t)).collect();
        let trees: Vec<Vec<Node>> = folders.iter().map(&mut with_values).collect();
        notes.append(&mut substitution.notes);
        let mut overlay = lay(&trees);
        let noted = substitution.noted;
        let uses = substitution.uses;
        let package = target == Target::Package || !ordered.complete;
        overlay
            .notes
            .retain(|n| n.code != Code::SettingUndecided || !(package || is_about(n, &noted)));
        notes.append(&mut overlay.notes);
        Desk {
            target,
            own: file.trees.iter().map(|t| t.place.file).collect(),
            folders,
            values,
            trees,
            uses,
            overlay,
            components: Components::new(),
            noted,
            complete: ordered.complete,
            notes,
        }
    }

    /// The trees of the folder that is resolved, without those of its packages.
    fn own_trees(&self) -> &[Node] {
        self.trees.last().map_or(&[], Vec::as_slice)
    }

    fn package(&mut self) {
        self.need(&["package"]);
        self.workdays(None);
        self.link_and_check(None);
    }

    fn package_as_plan(&mut self, day: Date) -> Option<Plan> {
        self.package();
        let package = self.folders.last()?.head.package.clone()?;
        let header = PlanHeader {
            id: package.name.clone(),
            title: package.title,
            issuer: package.publisher.clone(),
            issued: day,
            number: None,
            basis: package.basis,
        };
        let jurisdiction = Jurisdiction {
            code: package.name,
            name: package.publisher,
            level: JurisdictionLevel::County,
        };
        let span = Span::new(day.first_of_year(), day.last_of_year())?;
        let workdays = self.workdays(None);
        self.assemble(header, span, jurisdiction, workdays)
    }

    fn plan(&mut self) -> Option<Plan> {
        self.need(&["plan", "period", "jurisdiction"]);
        let head = self.overlay.content.as_ref().map(|c| c.head.clone());
        let head = head.filter(|_| !self.own_trees().is_empty());
        let span = head
            .as_ref()
            .and_then(|h| h.period.as_ref())
            .and_then(|p| Span::new(p.from, p.to));
        let workdays = self.workdays(span);
        self.link_and_check(span);
        let head = head?;
        self.assemble(head.plan?, span?, head.jurisdiction?, workdays)
    }

    /// Notes the keys of the head that no file of the folder has.
    fn need(&mut self, keys: &[&'static str]) {
        let trees = self.own_trees();
        let mut missing = Vec::new();
        for key in keys {
            if !trees.iter().any(|tree| entry(tree, key).is_some()) {
                missing.push(match trees.first() {
                    Some(tree) => missing_key(tree, key),
                    None => Note::new(Code::MissingKey).arg("key", *key),
                });
            }
        }
        // A file that could not be read at all may hold the head.
        if self.folders.last().is_none_or(|f| !f.gaps) {
            self.notes.extend(missing);
        }
    }

    fn workdays(&mut self, span: Option<Span>) -> Workdays {
        let texts = self.folders.iter().flat_map(|f| &f.calendars);
        let (national, notes) = calendars::workdays(texts);
        self.notes.extend(notes);
        let settings = self
            .overlay
            .content
            .as_ref()
            .and_then(|c| c.settings.as_ref());
        let (workdays, by_data) = match settings.map(|s| s.calendar) {
            Some(WorkdayCalendar::MondayToFriday) => (Workdays::monday_to_friday(), false),
            Some(WorkdayCalendar::National) | None => (national, true),
        };
        if let Some(span) = span.filter(|_| by_data) {
            let place = self.period_place();
            self.notes
                .extend(calendars::unknown_years(&workdays, span, place));
        }
        workdays
    }

    fn period_place(&self) -> Option<Place> {
        let mut periods = self
            .own_trees()
            .iter()
            .filter_map(|tree| entry(tree, "period"));
        periods.next().map(|node| node.place.clone())
    }

    fn link_and_check(&mut self, span: Option<Span>) {
        let period = self.period_place();
        let clean = self.notes.iter().all(|n| n.code.level() == Level::Warning);
        let atlas = Atlas::new(self.trees.iter().flatten());
        let Some(content) = &mut self.overlay.content else {
            return;
        };
        let mut notes = Vec::new();
        if self.complete {
            let linking = Linking {
                defined: &self.overlay.defined,
                disabled: content.disable.iter().map(|d| &d.duty.place).collect(),
                package: self.target == Target::Package,
            };
            notes.extend(link::names(&self.overlay.references, &linking));
            let scripts = self.folders.iter().flat_map(|f| f.scripts.keys());
            let scripts = scripts.map(String::as_str).collect();
            notes.extend(link::kinds(content, &atlas, &scripts));
            notes.extend(disable_notes(content, &self.own));
        }
        let (found, wrong) = components(content, &self.folders);
        self.components = found;
        notes.extend(wrong);
        tailor(content);
        let context = Context {
            content,
            atlas: &atlas,
            span,
            period: period.as_ref(),
            dates: self.values.own_dates().collect(),
            own: &self.own,
            clean: clean && notes.is_empty(),
        };
        let mut found = check::all(&context);
        found.retain(|n| n.code != Code::DutyUnset || !is_about(n, &self.noted));
        notes.append(&mut found);
        self.notes.extend(notes);
    }

    /// A plan without packages is all its own: it departs from nothing.
    fn deviations(&mut self, content: &File) -> Deviations {
        let Some((own, below)) = self.folders.split_last().filter(|(_, b)| !b.is_empty()) else {
            return Deviations::default();
        };
        let overridden = |name: &&String| below.iter().any(|f| f.templates.contains_key(*name));
        let redefined = std::mem::take(&mut self.overlay.redefined);
        Deviations {
            added: added(content, &self.own, &redefined),
            redefined,
            tailored: tailored(content, &self.own),
            templates: own.templates.keys().filter(overridden).cloned().collect(),
            settings: std::mem::take(&mut self.overlay.settings),
        }
    }

    fn assemble(
        &mut self,
        header: PlanHeader,
        span: Span,
        jurisdiction: Jurisdiction,
        workdays: Workdays,
    ) -> Option<Plan> {
        let mut content = self.overlay.content.take()?;
        let deviations = self.deviations(&content);
        let inactive = drop_inactive(&mut content);
        let subjects = gather(&content);
        let (answers, role_nodes) = answers(&content);
        let below = self.folders.len().saturating_sub(1);
        let packages: Vec<Package> = self.folders[..below]
            .iter()
            .filter_map(|f| f.head.package.clone())
            .collect();
        let files = self.trees[..below].iter().enumerate();
        let package_of = files
            .flat_map(|(at, trees)| trees.iter().map(move |tree| (tree.place.file, at)))
            .collect();
        let scripts: BTreeMap<_, _> = self
            .folders
            .iter()
            .flat_map(|f| f.scripts.clone())
            .collect();
        let templates = self.folders.iter().flat_map(|f| f.templates.clone());
        let templates = templates.collect();
        Some(Plan {
            header,
            span,
            jurisdiction,
            settings: content.settings.clone().unwrap_or(Settings::DEFAULT),
            packages,
            package_of,
            parameters: self.values.in_force(),
            subjects: subjects.list,
            subject_index: subjects.index,
            sets: subjects.sets,
            answers,
            role_nodes,
            scripts,
            templates,
            components: std::mem::take(&mut self.components),
            workdays,
            places: std::mem::take(&mut self.overlay.defined),
            inactive,
            deviations,
            uses: std::mem::take(&mut self.uses),
            content,
        })
    }
}

/// Whether the parameter of a note is one of these.
fn is_about(note: &Note, parameters: &BTreeSet<String>) -> bool {
    note.args.iter().any(|(name, arg)| match arg {
        Arg::Text(parameter) => *name == "parameter" && parameters.contains(parameter),
        _ => false,
    })
}
