//! What lies on the desk while a plan is put together from its files and packages.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;
use luoshi_calendar::{Span, Workdays};
use luoshi_diagnostics::{Arg, Code, FileId, Level, Note, Place};

use crate::answers::{Answers, answers};
use crate::atlas::{Atlas, entry};
use crate::calendars;
use crate::check::{self, Context};
use crate::components::{Components, components};
use crate::decode::missing_key;
use crate::deviations::{Deviations, added, disabled, tailored};
use crate::layer::{Uses, layer};
use crate::link::{self, Linking, Sorts};
use crate::model::{File, Jurisdiction, JurisdictionLevel, PlanHeader, Settings, WorkdayCalendar};
use crate::off::drop_inactive;
use crate::overlay::Overlay;
use crate::packages::{Ordered, in_order};
use crate::parameters::{Values, settle};
use crate::parse::PlanFile;
use crate::plan::Plan;
use crate::prepared::{Common, Ground, Prepared, lay_texts};
use crate::quiet::{fresh, nothing};
use crate::remains::Remains;
use crate::subjects::{UnitSubjects, gather};
use crate::tailor::{disable_notes, tailor};
use crate::yaml::Node;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    Plan,
    Package,
}

/// What lies on the desk while a plan is put together.
pub(crate) struct Desk<'a> {
    target: Target,
    folders: Vec<&'a PlanFile>,
    values: Values<'a>,
    /// The parameters that each duty uses.
    uses: Arc<Uses>,
    overlay: Overlay,
    /// What other plans do not have the same, or of which something may be wrong.
    fresh: File,
    components: Components,
    own: BTreeSet<FileId>,
    /// Parameters whose value is noted as wrong or unknown already.
    noted: BTreeSet<String>,
    ground: Ground,
    /// Workdays of the packages, where the plan has no calendar of its own and they are known.
    workdays: Option<Arc<Workdays>>,
    /// What plans over the same packages share, once one of them has been resolved.
    common: Option<Arc<Common<'a>>>,
    /// Whether no package and no file is missing, so that every name can be known.
    complete: bool,
    pub(crate) notes: Vec<Note>,
}

impl<'a> Desk<'a> {
    pub(crate) fn new<'p: 'a>(
        file: &'a PlanFile,
        packages: &'p [PlanFile],
        target: Target,
        prepared: Option<&Prepared<'p>>,
    ) -> Self {
        let Ordered {
            below,
            complete,
            notes: ordered,
        } = in_order(file, packages);
        let shared = prepared.filter(|_| complete);
        let common = shared.and_then(|prepared| prepared.common(&below));
        let mut folders: Vec<&'a PlanFile> = below.clone();
        folders.push(file);
        let mut notes: Vec<Note> = folders.iter().flat_map(|f| f.notes.clone()).collect();
        notes.extend(ordered);
        let values = match &common {
            Some(common) => {
                let mut values: Values<'a> = common.values.clone();
                values.folder(file, true, complete, &mut notes);
                values
            }
            None => settle(&folders, complete, &mut notes),
        };
        let known = common
            .as_ref()
            .and_then(|c| c.layer.under(&values, complete));
        let mut layer = known.unwrap_or_else(|| {
            let layer = layer(&below, &values, complete);
            if let Some(prepared) = shared.filter(|_| common.is_none()) {
                prepared.keep(&below, &layer, &values);
            }
            layer
        });
        layer.add(file, &values, complete);
        notes.append(&mut layer.notes);
        let package = target == Target::Package || !complete;
        layer.overlay.notes.retain(|n| {
            n.code != Code::SettingUndecided || !(package || is_about(n, &layer.noted))
        });
        notes.append(&mut layer.overlay.notes);
        let ground = common.as_ref().map(|common| common.ground.clone());
        let workdays = common.as_ref().filter(|_| file.calendars.is_empty());
        Desk {
            target,
            own: file.trees.iter().map(|t| t.place.file).collect(),
            folders,
            values,
            uses: layer.uses,
            overlay: layer.overlay,
            fresh: nothing(),
            components: Components::new(),
            noted: layer.noted,
            ground: ground.unwrap_or_else(|| Ground::of(&below)),
            workdays: workdays.map(|common| common.workdays.clone()),
            common,
            complete,
            notes,
        }
    }

    /// The trees of the folder that is resolved, without those of its packages.
    fn own_trees(&self) -> &'a [Node] {
        self.folders.last().map_or(&[], |f| f.trees.as_slice())
    }

    pub(crate) fn package(&mut self) {
        self.need(&["package"]);
        self.workdays(None);
        self.link_and_check(None);
    }

    pub(crate) fn package_as_plan(&mut self, day: Date) -> Option<Plan> {
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

    pub(crate) fn plan(&mut self) -> Option<Plan> {
        self.need(&["plan", "period", "jurisdiction"]);
        let head = self.overlay.content.as_ref().map(|c| &c.head);
        let head = head.filter(|_| !self.own_trees().is_empty());
        let period = head.and_then(|h| h.period.as_ref());
        let span = period.and_then(|p| Span::new(p.from, p.to));
        let (header, jurisdiction) =
            head.map_or((None, None), |h| (h.plan.clone(), h.jurisdiction.clone()));
        let workdays = self.workdays(span);
        self.link_and_check(span);
        self.assemble(header?, span?, jurisdiction?, workdays)
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

    fn workdays(&mut self, span: Option<Span>) -> Arc<Workdays> {
        let national = match self.workdays.take() {
            Some(workdays) => workdays,
            None => {
                let texts = self.folders.iter().flat_map(|f| &f.calendars);
                let (workdays, notes) = calendars::workdays(texts);
                self.notes.extend(notes);
                Arc::new(workdays)
            }
        };
        let settings = self
            .overlay
            .content
            .as_ref()
            .and_then(|c| c.settings.as_ref());
        let (workdays, by_data) = match settings.map(|s| s.calendar) {
            Some(WorkdayCalendar::MondayToFriday) => {
                (Arc::new(Workdays::monday_to_friday()), false)
            }
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
        let trees = self.folders.iter().flat_map(|f| &f.trees);
        let atlas = Atlas::with_values(trees, &self.values);
        let Some(content) = &mut self.overlay.content else {
            return;
        };
        let mut notes = Vec::new();
        let (nothing, unsorted) = (nothing(), Sorts::new());
        let common = self.common.as_ref();
        let (quiet, sorts) = common.map_or((&nothing, &unsorted), |c| (&c.quiet, &c.sorts));
        tailor(content, self.overlay.tailored);
        let fresh = fresh(content, quiet);
        if self.complete {
            let references = self.overlay.open.iter().chain(&self.overlay.references);
            let linking = Linking {
                defined: &self.overlay.defined,
                disabled: content.disable.iter().map(|d| &d.duty.place).collect(),
                package: self.target == Target::Package,
            };
            notes.extend(link::names(references, &linking));
            let scripts = self.folders.iter().flat_map(|f| f.scripts.keys());
            let scripts = scripts.map(String::as_str).collect();
            notes.extend(link::kinds(&fresh, sorts, &atlas, &scripts));
            notes.extend(disable_notes(content, &self.own));
        }
        let (found, wrong) = components(content, &self.folders);
        self.components = found;
        notes.extend(wrong);
        let context = Context {
            content,
            fresh: &fresh,
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
        self.fresh = fresh;
    }

    /// A plan without packages is all its own: it departs from nothing.
    fn deviations(&mut self, content: &File) -> Deviations {
        let Some((own, below)) = self.folders.split_last().filter(|(_, b)| !b.is_empty()) else {
            return Deviations::default();
        };
        let overridden = |name: &&String| below.iter().any(|f| f.templates.contains_key(*name));
        let redefined = std::mem::take(&mut self.overlay.redefined);
        Deviations {
            disabled: disabled(content, &self.own),
            added: added(&self.fresh, &self.own, &self.overlay.again),
            redefined,
            tailored: tailored(content, &self.own),
            templates: own.templates.keys().filter(overridden).cloned().collect(),
            settings: std::mem::take(&mut self.overlay.settings),
        }
    }

    fn answers(&self, content: &File) -> Answers {
        if let Some(common) = &self.common {
            let (roles, chains, answers) = &common.answers;
            if content.roles.is_same(roles) && content.chains.is_same(chains) {
                return answers.clone();
            }
        }
        answers(content)
    }

    fn assemble(
        &mut self,
        header: PlanHeader,
        span: Span,
        jurisdiction: Jurisdiction,
        workdays: Arc<Workdays>,
    ) -> Option<Plan> {
        let mut content = self.overlay.content.take()?;
        let deviations = self.deviations(&content);
        let alone = Remains::default();
        let remains = self.common.as_ref().map_or(&alone, |c| &c.remains);
        let inactive = drop_inactive(&mut content, remains);
        let units = UnitSubjects::default();
        let units = self.common.as_ref().map_or(&units, |c| &c.units);
        let subjects = gather(&content, units);
        let answers = self.answers(&content);
        if let Some(own) = self.folders.last() {
            lay_texts(&mut self.ground.scripts, &own.scripts);
            lay_texts(&mut self.ground.templates, &own.templates);
        }
        Some(Plan {
            header,
            span,
            jurisdiction,
            settings: content.settings.clone().unwrap_or(Settings::DEFAULT),
            packages: self.ground.packages.clone(),
            digests: self.ground.digests.clone(),
            package_of: self.ground.package_of.clone(),
            parameters: self.values.in_force(),
            subjects: subjects.list,
            subject_index: subjects.index,
            sets: subjects.sets,
            answers: answers.graph,
            role_nodes: answers.nodes,
            scripts: self.ground.scripts.clone(),
            templates: self.ground.templates.clone(),
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
