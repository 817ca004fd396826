//! What many plans have in common, compiled once.
//!
//! Plans over the same packages hold the same entries: not equal ones, the same in memory. The first of
//! them that has an entry compiles it into a [`Form`]; the others lay the form down where the duty has
//! its place in them, for their own subjects. Nothing is compared but addresses.

use std::any::Any;
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use jiff::civil::Date;
use luoshi_calendar::{Partial, Span, Unit, Workdays, periods};
use luoshi_diagnostics::Staged;
use luoshi_plan::model::SetRef;
use luoshi_plan::{Plan, Section};

use super::{Compile, size};
use crate::check::Check;
use crate::plugins::Plugins;
use crate::program::{DutyInfo, PeriodTable, Program, Reader};
use crate::script::{ScriptBook, Scripts};

/// Compiles many plans, each as [`super::compile`] does, and faster where they share what they say.
///
/// What is shared is decided where plans are resolved: see [`luoshi_plan::Prepared`].
#[derive(Default)]
pub struct Compiler {
    forms: RwLock<BTreeMap<Term, Arc<Forms>>>,
    scripts: ScriptBook,
}

/// So many forms are kept, over all terms.
const MOST_FORMS: usize = 32_768;

/// The days for which forms are made, and the address of their workdays.
type Term = (Date, Date, usize);

/// Forms for one term, by the address of their entry.
#[derive(Clone)]
pub(super) struct Forms {
    by_entry: BTreeMap<usize, Arc<Form>>,
    /// Tables of periods, which depend on little else.
    tables: Tables,
    /// Kept so that no other workdays can have their address.
    _workdays: Arc<Workdays>,
}

/// By how often, what becomes of a period that is cut short, the workdays after it, and the first and last day.
pub(super) type Tables = BTreeMap<(Unit, Partial, u32, Date, Date), Arc<PeriodTable>>;

/// An entry of a plan, compiled: its duties are counted from nought.
pub(super) struct Form {
    /// Kept so that no other entry can have its address.
    _entry: Arc<dyn Any + Send + Sync>,
    duties: Vec<Arc<DutyInfo>>,
    checks: Vec<Check>,
    readers: Vec<Reader>,
    /// When its duty is judged later than by checks, if it is.
    later: Option<Span>,
}

impl Compiler {
    /// Makes a plan ready to be judged as of a day, with its plugins.
    #[must_use]
    pub fn compile<'p>(
        &self,
        plan: &'p Plan,
        as_of: Date,
        plugins: &'p Plugins,
    ) -> Staged<Program<'p>> {
        let mut notes = Vec::new();
        let scripts = Scripts::compile(plan, &self.scripts, &mut notes);
        let address = Arc::as_ptr(&plan.workdays) as usize;
        let term = (plan.span.from, plan.span.to, address);
        let known = self.forms(term, plan);
        let mut cx = Compile::new(plan, &known);
        cx.all();
        let fresh = (
            std::mem::take(&mut cx.fresh),
            std::mem::take(&mut cx.tables),
        );
        self.keep(term, &known, fresh);
        if let Some(note) = size::excess(plan, &cx.duties, &cx.checks) {
            notes.push(note);
            return Staged { value: None, notes };
        }
        let program = Program {
            plan,
            as_of,
            duties: cx.duties,
            checks: cx.checks,
            scripts,
            plugins,
            readers: cx.readers,
            places: cx.places,
        };
        Staged::new(program, notes)
    }

    fn forms(&self, term: Term, plan: &Plan) -> Arc<Forms> {
        let forms = self.forms.read().unwrap_or_else(PoisonError::into_inner);
        let none = || Forms {
            by_entry: BTreeMap::new(),
            tables: Tables::default(),
            _workdays: plan.workdays.clone(),
        };
        let known = forms.get(&term).cloned();
        known.unwrap_or_else(|| Arc::new(none()))
    }

    fn keep(
        &self,
        term: Term,
        known: &Arc<Forms>,
        (fresh, tables): (BTreeMap<usize, Arc<Form>>, Tables),
    ) {
        if fresh.is_empty() && tables.is_empty() {
            return;
        }
        let mut forms = self.forms.write().unwrap_or_else(PoisonError::into_inner);
        let kept: usize = forms.values().map(|forms| forms.by_entry.len()).sum();
        if kept + fresh.len() > MOST_FORMS {
            forms.clear();
        }
        let of_term = forms.entry(term).or_insert_with(|| known.clone());
        let forms = Arc::make_mut(of_term);
        forms.by_entry.extend(fresh);
        forms.tables.extend(tables);
    }
}

impl<'p> Compile<'p, '_> {
    /// Compiles an entry of a section, whose duty is for the subjects of some sets, or lays down its form.
    pub(super) fn entry<T: Any + Send + Sync>(
        &mut self,
        section: &Section<T>,
        entry: &'p Arc<T>,
        sets: &'p [SetRef],
        compile: impl FnOnce(&mut Self, &'p T),
    ) {
        let address = Arc::as_ptr(entry) as usize;
        if let Some(form) = self.known.by_entry.get(&address) {
            self.lay(form, sets);
            return;
        }
        let (duties, checks) = (self.duties.len(), self.checks.len());
        self.alone(|cx| compile(cx, entry));
        // Whoever else holds the entry may be another plan.
        if section.is_common() || Arc::strong_count(entry) > 1 {
            let form = self.form(entry.clone(), duties, checks);
            self.fresh
                .extend(form.map(|form| (address, Arc::new(form))));
        }
    }

    /// The periods of these days.
    pub(super) fn periods(
        &mut self,
        every: Unit,
        partial: Partial,
        window: u32,
        span: Span,
    ) -> Arc<PeriodTable> {
        let key = (every, partial, window, span.from, span.to);
        let known = self
            .known
            .tables
            .get(&key)
            .or_else(|| self.tables.get(&key));
        if let Some(table) = known {
            return table.clone();
        }
        let workdays = &self.plan.workdays;
        let table = PeriodTable::new(periods(every, span), partial, window, workdays);
        let table = Arc::new(table);
        self.tables.insert(key, table.clone());
        table
    }

    /// Compiles an entry that no form can stand for.
    pub(super) fn alone(&mut self, compile: impl FnOnce(&mut Self)) {
        let checks = self.checks.len();
        compile(self);
        for at in checks..self.checks.len() {
            let interests = self.checks[at].interests().into_iter().enumerate();
            for (which, interest) in interests {
                self.readers[interest.kind as usize].push((at, which, interest));
            }
        }
    }

    fn lay(&mut self, form: &Form, sets: &'p [SetRef]) {
        let (duty, check) = (self.duties.len(), self.checks.len());
        let rows = self.rows_of(sets);
        self.duties.extend(form.duties.iter().cloned());
        let again = |check: &Check| check.again(duty + check.duty(), &rows);
        self.checks.extend(form.checks.iter().filter_map(again));
        for (at, which, interest) in &form.readers {
            let readers = &mut self.readers[interest.kind as usize];
            readers.push((check + at, *which, interest.clone()));
        }
        if let Some(span) = form.later {
            self.places.insert(duty, (rows, span));
        }
    }

    /// What was compiled of an entry since there were so many duties and checks.
    fn form(
        &self,
        entry: Arc<dyn Any + Send + Sync>,
        duties: usize,
        checks: usize,
    ) -> Option<Form> {
        let none: Arc<[_]> = Arc::new([]);
        let again = |check: &Check| check.again(check.duty() - duties, &none);
        let of_check = |check: &Check| check.interests().into_iter().enumerate();
        let made = self.checks[checks..].iter().enumerate();
        let readers = made.flat_map(|(at, check)| {
            of_check(check).map(move |(which, interest)| (at, which, interest))
        });
        Some(Form {
            _entry: entry,
            duties: self.duties[duties..].to_vec(),
            checks: self.checks[checks..]
                .iter()
                .map(again)
                .collect::<Option<_>>()?,
            readers: readers.collect(),
            later: self.places.get(&duties).map(|(_, span)| *span),
        })
    }
}
