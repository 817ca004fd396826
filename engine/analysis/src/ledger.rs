//! A small ledger under which a plan comes to the facts of an example, found by making one: the year of
//! the simulator in which all is done, less the records of what must fail. The rules themselves, judged
//! by the engine, say whether it is one; then every record that they do not need is taken out.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::Date;
use luoshi_evidence::{Builder, Evidence, Kind, Record};
use luoshi_plan::Plan;
use luoshi_rules::{
    Assessment, Count, Detail, Finding, Outcome, Plugins, Program, Status, compile, evaluate,
    judge, whole_number,
};
use luoshi_simulate::{Failure, Happenings, Planted, Profile, simulate};

use crate::criterion::Section;
use crate::duties::shapes;
use crate::facts::{Fact, Further, Place};
use crate::fragment::{Kept, fragment};

/// A ledger, and the day as of which it is judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    /// The day.
    pub as_of: Date,
    /// The records, in order.
    pub records: Vec<Record>,
    /// The facts of the example, as the engine counts them in this ledger.
    pub facts: Vec<(Fact, i64)>,
    /// The duties to which the plan was cut down.
    pub duties: Vec<String>,
    /// The subjects that were left in its sets.
    pub subjects: Vec<String>,
    /// Whether the plan as a whole comes to the same; not known where values of parameters differ from
    /// those in force.
    pub whole: Option<bool>,
}

/// Why there is no ledger for an example.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoLedger {
    /// None was asked for.
    NotAsked,
    /// It is about values of parameters that change more than the rule.
    Parameter,
    /// It is about findings that this does not make: of plugins, rules, decisions.
    NotMade,
    /// None of those tried came to it.
    NotFound,
}

impl NoLedger {
    /// The word in JSON and, after `analysis-no-ledger-`, in the catalogues.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            NoLedger::NotAsked => "not_asked",
            NoLedger::Parameter => "parameter",
            NoLedger::NotMade => "not_made",
            NoLedger::NotFound => "not_found",
        }
    }
}

/// One of the rules, with what the example says that it comes to.
pub(crate) struct Wanted<'p> {
    pub(crate) plan: &'p Plan,
    pub(crate) id: &'p str,
    pub(crate) section: Section,
    pub(crate) sets: &'p [String],
    pub(crate) per_subject: bool,
    pub(crate) outcome: Outcome,
}

/// Days and sizes of fragments that are tried, at most.
const DAYS: usize = 80;
/// Findings whose records are left out one after the other, at most.
const LEFT_OUT: usize = 40;

/// Makes a ledger under which the rules come to what is wanted of them.
pub(crate) fn ledger(
    wanted: &[Wanted<'_>],
    facts: &[(Fact, i64)],
    subject: Option<&str>,
) -> Result<Ledger, NoLedger> {
    let maker = Maker {
        judged: Cell::new(0),
        wanted,
        facts,
        subject,
        counts: counts(facts),
    };
    if maker.is_beyond() {
        return Err(NoLedger::NotMade);
    }
    let values = facts.iter().filter_map(|(fact, value)| match fact {
        Fact::Parameter(id) => Some((id.as_str(), *value)),
        _ => None,
    });
    let values: Vec<(&str, i64)> = values.collect();
    let mut last = 0;
    for of_each in maker.sizes() {
        let plans = maker.fragments(of_each, &values)?;
        let (days, findings) = days(&plans[0]);
        // More subjects that make no more findings change nothing.
        if findings <= last {
            continue;
        }
        last = findings;
        let found = days.into_iter().find_map(|day| {
            let programs: Option<Vec<Program<'_>>> = plans
                .iter()
                .map(|plan| compile(plan, day, Plugins::none()).value)
                .collect();
            let programs = programs?;
            let records = maker.attempt(&programs)?;
            let facts = maker.counted(&programs, &records);
            Some((day, records, facts))
        });
        if let Some((as_of, records, facts)) = found {
            let in_force = values
                .iter()
                .all(|(id, value)| maker.is_in_force(id, *value));
            let whole = in_force.then(|| maker.holds_whole(&records, as_of));
            return Ok(Ledger {
                as_of,
                records: named(records),
                facts,
                duties: maker.duties().into_iter().collect(),
                subjects: maker.subjects(&plans[0]),
                whole,
            });
        }
    }
    Err(NoLedger::NotFound)
}

/// Numbers of a duty that an example speaks of, here and elsewhere.
type Counts<'a> = BTreeMap<(&'a str, Place), BTreeMap<Count, i64>>;

fn counts(facts: &[(Fact, i64)]) -> Counts<'_> {
    let mut counts = Counts::new();
    for (fact, value) in facts {
        if let Fact::Count { duty, count, place } = fact {
            let of = counts.entry((duty.as_str(), *place)).or_default();
            of.insert(*count, *value);
        }
    }
    counts
}

/// Days after which something more can be said, in order; and how many findings there are in the end.
fn days(plan: &Plan) -> (Vec<Date>, usize) {
    let end = plan.span.to;
    let last = end.saturating_add(400.days());
    let Some(program) = compile(plan, last, Plugins::none()).value else {
        return (Vec::new(), 0);
    };
    let nothing = Builder::new(last).finish().value.unwrap_or_default();
    let assessment = assess(&program, &nothing);
    // The day after a period, and one on which its days of grace are over too.
    let ends = assessment.findings.iter().filter_map(|finding| finding.day);
    let after = |day: Date| [1, 10].map(|n: i64| day.saturating_add(n.days()));
    let mut days: BTreeSet<Date> = ends.flat_map(after).collect();
    days.extend([
        end,
        end.saturating_add(1.day()),
        end.saturating_add(60.days()),
    ]);
    // Enough days for what follows an incident.
    days.insert(plan.span.from.saturating_add(20.days()));
    days.retain(|day| *day > plan.span.from);
    let all: Vec<Date> = days.into_iter().collect();
    let findings = assessment.findings.len();
    if all.len() <= DAYS {
        return (all, findings);
    }
    let near = all.iter().take(DAYS / 2).copied();
    let far = (0..DAYS / 2).map(|n| all[DAYS / 2 + n * (all.len() - DAYS / 2) / (DAYS / 2)]);
    (
        near.chain(far).chain(all.last().copied()).collect(),
        findings,
    )
}

fn assess(program: &Program<'_>, evidence: &Evidence) -> Assessment {
    let facts = evaluate(program, evidence, Detail::Evidence);
    judge(program, evidence, &facts)
}

fn evidence(records: &[Record], as_of: Date) -> Evidence {
    let mut builder = Builder::new(as_of);
    for record in records {
        builder.push(record);
    }
    builder.finish().value.unwrap_or_default()
}

/// Ledgers that are judged for one example, at most.
const JUDGED: usize = 1000;

struct Maker<'a> {
    /// Ledgers judged so far.
    judged: Cell<usize>,
    wanted: &'a [Wanted<'a>],
    facts: &'a [(Fact, i64)],
    subject: Option<&'a str>,
    counts: Counts<'a>,
}

impl Maker<'_> {
    /// Whether the example needs findings that no records of the simulator lead to.
    fn is_beyond(&self) -> bool {
        self.facts.iter().any(|(fact, value)| {
            let beyond = match fact {
                Fact::Count { count, place, .. } => {
                    *count == Count::Suspect || *place == Place::Inside
                }
                Fact::Incidents { place, .. } => *place == Place::Inside,
                Fact::Parameter(_) | Fact::Further { .. } => false,
            };
            beyond && *value > 0
        })
    }

    /// How many subjects of each set are tried.
    fn sizes(&self) -> Vec<usize> {
        let elsewhere = self.facts.iter().any(|(fact, value)| match fact {
            Fact::Count { place, .. } | Fact::Incidents { place, .. } => {
                *place == Place::Elsewhere && *value > 0
            }
            Fact::Parameter(_) | Fact::Further { .. } => false,
        });
        match (self.subject, elsewhere) {
            (Some(_), false) => vec![1],
            _ => vec![1, 2, 3, usize::MAX],
        }
    }

    /// Subjects of a fragment for which its duties and rules are.
    fn subjects(&self, plan: &Plan) -> Vec<String> {
        let shapes = shapes(plan);
        let own = self
            .counts
            .keys()
            .filter_map(|(duty, _)| shapes.get(*duty)?.of.clone());
        let mut sets: Vec<String> = own.flatten().collect();
        sets.extend(self.wanted.iter().flat_map(|w| w.sets.iter().cloned()));
        let members = sets.iter().filter_map(|set| plan.sets.get(set));
        let members: BTreeSet<usize> = members.flatten().copied().collect();
        let name = |at: usize| plan.subjects[at].id.name.clone();
        members.into_iter().map(name).collect()
    }

    fn duties(&self) -> BTreeSet<String> {
        self.counts
            .keys()
            .map(|(duty, _)| (*duty).to_owned())
            .collect()
    }

    fn fragments(&self, of_each: usize, values: &[(&str, i64)]) -> Result<Vec<Plan>, NoLedger> {
        let criteria = self.wanted.iter().map(|w| w.id.to_owned()).collect();
        let duties = self.duties();
        let kept = Kept {
            criteria: &criteria,
            duties: &duties,
            subject: self.subject,
            of_each,
        };
        let one = |wanted: &Wanted<'_>| {
            let mut plan = fragment(wanted.plan, &kept);
            for (id, value) in values {
                let used = |duty: &String| plan.uses.get(duty).is_some_and(|u| u.contains(*id));
                if !self.is_in_force(id, *value) && duties.iter().any(used) {
                    return Err(NoLedger::Parameter);
                }
                for parameter in plan.parameters.iter_mut_if(|p| p.id == *id) {
                    parameter.value = Some(value.to_string());
                }
            }
            Ok(plan)
        };
        self.wanted.iter().map(one).collect()
    }

    /// What the rules come to.
    fn outcomes(&self, programs: &[Program<'_>], records: &[Record]) -> Option<Vec<Outcome>> {
        let pairs = self.wanted.iter().zip(programs);
        pairs
            .map(|(wanted, program)| {
                let assessment = assess(program, &evidence(records, program.as_of));
                outcome(&assessment, wanted, self.subject)
            })
            .collect()
    }

    fn is_right(&self, programs: &[Program<'_>], records: &[Record]) -> bool {
        self.judged.set(self.judged.get() + 1);
        let outcomes = self.outcomes(programs, records);
        outcomes.is_some_and(|outcomes| {
            let mut pairs = self.wanted.iter().zip(outcomes);
            pairs.all(|(wanted, outcome)| wanted.outcome == outcome)
        })
    }

    /// Whether this is the value of a parameter in all plans.
    fn is_in_force(&self, id: &str, value: i64) -> bool {
        self.wanted.iter().all(|wanted| {
            let mut parameters = wanted.plan.parameters.iter();
            let parameter = parameters.find(|p| p.id == id);
            parameter.and_then(|p| whole_number(p.value.as_ref()?)) == Some(value)
        })
    }

    fn holds_whole(&self, records: &[Record], as_of: Date) -> bool {
        let programs: Option<Vec<Program<'_>>> = self
            .wanted
            .iter()
            .map(|w| compile(w.plan, as_of, Plugins::none()).value)
            .collect();
        programs.is_some_and(|programs| self.is_right(&programs, records))
    }

    /// The facts of the example as they are in a ledger.
    fn counted(&self, programs: &[Program<'_>], records: &[Record]) -> Vec<(Fact, i64)> {
        let program = &programs[0];
        let assessment = assess(program, &evidence(records, program.as_of));
        let value = |(fact, given): &(Fact, i64)| {
            let value = match fact {
                Fact::Count { duty, count, place } => {
                    let of = self.of(&assessment, duty, *place);
                    of.iter().map(|finding| number_of(finding, *count)).sum()
                }
                Fact::Incidents { kind, place } => {
                    let of = records.iter().filter(|record| {
                        let here =
                            self.subject.is_none() || record.subject.as_deref() == self.subject;
                        let kind = record.status.as_ref() == Some(kind);
                        record.kind == Kind::Incident && kind && here == (*place == Place::Here)
                    });
                    i64::try_from(of.count()).unwrap_or(i64::MAX)
                }
                Fact::Parameter(_) | Fact::Further { .. } => *given,
            };
            (fact.clone(), value)
        };
        self.facts.iter().map(value).collect()
    }

    /// Tries to come to the example on one day.
    fn attempt(&self, programs: &[Program<'_>]) -> Option<Vec<Record>> {
        if self.judged.get() > JUDGED {
            return None;
        }
        let none = Planted::default();
        let base = self.simulated(&programs[0], &none);
        let found = self
            .aimed(programs, &base)
            .or_else(|| self.swept(programs, &base))?;
        Some(self.least(programs, found))
    }

    /// The records of a term in which all is done, but for what is planted.
    fn simulated(&self, program: &Program<'_>, planted: &Planted) -> Vec<Record> {
        let mut profile = Profile {
            backfilled: 0,
            surplus: 0,
            excused: 0,
            incidents_each: 0,
            rewards: 0,
            cases: 0,
            marked: 0,
            corrections: 0,
            withdrawn: 0,
            expired_waivers: 0,
            ..Profile::default()
        };
        let mut own = Vec::new();
        for (fact, value) in self.facts {
            let (Fact::Incidents { kind, place }, Ok(count)) = (fact, u32::try_from(*value)) else {
                continue;
            };
            let here = *place == Place::Here;
            if here && answered(program.plan, kind) {
                let among = self.set(program.plan);
                let happenings = Happenings {
                    count,
                    among,
                    marks: self.marks(),
                };
                profile.incidents.insert(kind.clone(), happenings);
            } else {
                let subject = self.subject.filter(|_| here);
                let marks = self.marks();
                let one = |n| Record {
                    marks: marks.clone(),
                    ..incident(program, kind, subject, n)
                };
                own.extend((0..count.min(200)).map(one));
            }
        }
        let mut records = simulate(program, &profile, planted, 1).records;
        records.extend(own);
        records
    }

    /// Marks that incidents carry, so that they count for a veto or a ladder as the example says.
    fn marks(&self) -> Vec<String> {
        let mut marks = Vec::new();
        for (fact, _) in self.facts.iter().filter(|(_, value)| *value > 0) {
            let Fact::Further { of, what } = fact else {
                continue;
            };
            let content = &self.wanted[0].plan.content;
            let vetoes = content.vetoes.iter().filter(|v| v.duty.id.name == *of);
            let ladders = content.ladders.iter().filter(|l| l.duty.id.name == *of);
            match what {
                Further::Telling => marks.extend(vetoes.flat_map(|v| v.when.marks.clone())),
                Further::Severe => {
                    marks.extend(ladders.filter_map(|l| l.trigger.severe_marks.first().cloned()));
                }
                Further::Unsure
                | Further::Rule
                | Further::Failing
                | Further::Unknown
                | Further::Window => {}
            }
        }
        marks
    }

    /// A set whose only subject is that of the example.
    fn set(&self, plan: &Plan) -> Option<String> {
        let at = plan.subject_index.get(self.subject?)?;
        let mut sets = plan.sets.iter();
        sets.find(|(_, members)| members.contains(at))
            .map(|(set, _)| set.clone())
    }

    /// Leaves out the records of as many findings as must fail, and plants the others.
    fn aimed(&self, programs: &[Program<'_>], base: &[Record]) -> Option<Vec<Record>> {
        let program = &programs[0];
        let mut planted = Planted::default();
        let before = assess(program, &evidence(base, program.as_of));
        for ((duty, place), want) in &self.counts {
            let met = self.met(&before, duty, *place);
            let number = |count| want.get(&count).copied().unwrap_or(0);
            let worse = [Count::Late, Count::Violated];
            let failing: i64 = worse
                .iter()
                .chain([&Count::Missed, &Count::Unknown])
                .map(|c| number(*c))
                .sum();
            let left = i64::try_from(met.len()).unwrap_or(i64::MAX) - failing;
            let exact = want.contains_key(&Count::Met);
            if left < 0 || exact && left != number(Count::Met) {
                return None;
            }
            let mut from_the_end = met.iter().enumerate().rev();
            for (count, status) in [
                (Count::Late, Status::Late),
                (Count::Violated, Status::Violated),
            ] {
                for _ in 0..number(count) {
                    let (at, finding) = from_the_end.next()?;
                    planted.failures.push(failure(duty, at, finding, status));
                }
            }
        }
        let records = if planted.failures.is_empty() {
            base.to_vec()
        } else {
            self.simulated(program, &planted)
        };
        let after = assess(program, &evidence(&records, program.as_of));
        let mut gone: BTreeSet<&str> = BTreeSet::new();
        let mut silent: BTreeSet<Kind> = BTreeSet::new();
        for ((duty, place), want) in &self.counts {
            let met = self.met(&after, duty, *place);
            let number = |count| usize::try_from(want.get(&count).copied().unwrap_or(0)).ok();
            let missed = met.iter().take(number(Count::Missed)?);
            gone.extend(missed.flat_map(proofs));
            if number(Count::Unknown)? > 0 {
                silent.extend(kinds(&met, &records));
            }
        }
        let keep = |r: &&Record| !gone.contains(r.id.as_str()) && !silent.contains(&r.kind);
        let kept: Vec<Record> = records.iter().filter(keep).cloned().collect();
        self.right_or_with_others(programs, kept, &kinds_of(&records, &silent))
    }

    /// Leaves out the records of one finding after the other.
    fn swept(&self, programs: &[Program<'_>], base: &[Record]) -> Option<Vec<Record>> {
        let program = &programs[0];
        let before = assess(program, &evidence(base, program.as_of));
        let met = self.counts.keys();
        let met = met.flat_map(|(duty, place)| self.met(&before, duty, *place));
        let met: Vec<&Finding> = met.take(LEFT_OUT).collect();
        let mut kept = base.to_vec();
        let others = kinds_of(base, &BTreeSet::new());
        if let Some(found) = self.right_or_with_others(programs, kept.clone(), &others) {
            return Some(found);
        }
        for finding in met {
            let gone: BTreeSet<&str> = proofs(&finding).collect();
            kept.retain(|record| !gone.contains(record.id.as_str()));
            let found = self.right_or_with_others(programs, kept.clone(), &others);
            if found.is_some() {
                return found;
            }
        }
        None
    }

    /// These records if they are right; else with one more of each kind, that no duty asks for: of a
    /// kind without any record nothing is said to be missed.
    fn right_or_with_others(
        &self,
        programs: &[Program<'_>],
        mut records: Vec<Record>,
        others: &BTreeSet<Kind>,
    ) -> Option<Vec<Record>> {
        if self.is_right(programs, &records) {
            return Some(records);
        }
        for kind in others {
            let mut record = Record::new(*kind, programs[0].plan.span.from);
            record.id = format!("other-{}", kind.name());
            record.duty = Some(OTHER.to_owned());
            records.push(record);
        }
        self.is_right(programs, &records).then_some(records)
    }

    /// Findings of a duty, here or elsewhere.
    fn of<'f>(&self, assessment: &'f Assessment, duty: &str, place: Place) -> Vec<&'f Finding> {
        let is_there = |finding: &&Finding| {
            let subject = finding.subject.as_ref().map(|s| s.id.as_str());
            let here = self.subject.is_none() || subject == self.subject;
            here == (place == Place::Here) && assessment.duties[finding.duty].id == duty
        };
        assessment.findings.iter().filter(is_there).collect()
    }

    /// Those that are met.
    fn met<'f>(&self, assessment: &'f Assessment, duty: &str, place: Place) -> Vec<&'f Finding> {
        let of = self.of(assessment, duty, place).into_iter();
        of.filter(|f| f.status == Status::Met && f.facet.is_none())
            .collect()
    }

    /// Takes out every record without which the rules come to the same, the last first.
    fn least(&self, programs: &[Program<'_>], mut records: Vec<Record>) -> Vec<Record> {
        let mut size = records.len().div_ceil(2).max(1);
        loop {
            let before = records.len();
            let mut end = records.len();
            while end > 0 {
                let start = end.saturating_sub(size);
                let mut fewer = records.clone();
                fewer.drain(start..end);
                if self.is_right(programs, &fewer) {
                    records = fewer;
                }
                end = start;
            }
            if size == 1 && records.len() == before {
                break;
            }
            size = if records.len() == before {
                size.div_ceil(2)
            } else {
                size.min(records.len().max(1))
            };
        }
        let bare: Vec<Record> = records.iter().map(bare).collect();
        if self.is_right(programs, &bare) {
            bare
        } else {
            records
        }
    }
}

/// The duty of records that are there for their kind alone.
const OTHER: &str = "other";

/// A record without what no check reads.
fn bare(record: &Record) -> Record {
    Record {
        recorded_at: None,
        recorded_by: None,
        note: None,
        ..record.clone()
    }
}

fn incident(program: &Program<'_>, kind: &str, subject: Option<&str>, n: u32) -> Record {
    let mut record = Record::new(Kind::Incident, program.plan.span.from);
    record.id = format!("incident-{kind}-{}-{n}", subject.unwrap_or_default());
    record.status = Some(kind.to_owned());
    record.subject = subject.map(str::to_owned);
    record
}

/// Whether some duty of the plan answers incidents of a kind.
fn answered(plan: &Plan, kind: &str) -> bool {
    let mut kinds = plan.content.incidents.iter();
    kinds.any(|k| k.id.name == kind && !k.respond.is_empty())
}

fn failure(duty: &str, at: usize, finding: &Finding, status: Status) -> Failure {
    // What is about a record is named by its number.
    let by_number =
        finding.subject.is_none() && finding.period.is_none() && finding.id.contains('/');
    let responds = matches!(finding.reason, luoshi_rules::Reason::Responded(_));
    Failure {
        finding: if by_number || responds {
            format!("{duty}/#{}", at + 1)
        } else {
            finding.id.clone()
        },
        status,
        how: None,
        why: String::new(),
        times: None,
        on: None,
        corrected: false,
    }
}

/// What a finding adds to a number of its duty.
fn number_of(finding: &Finding, count: Count) -> i64 {
    let is = |statuses: &[Status]| i64::from(statuses.contains(&finding.status));
    match count {
        Count::Met => is(&[Status::Met]),
        Count::Missed => is(&[Status::Missed]),
        Count::Late => is(&[Status::Late]),
        Count::Violated => is(&[Status::Violated]),
        Count::Suspect => is(&[Status::Suspect]),
        Count::Unknown => is(&[Status::Unknown]),
        Count::Pending => is(&[Status::Pending, Status::DueSoon]),
        Count::Figure if finding.status == Status::Suspect => 0,
        Count::Figure => finding.figure,
        // Sums of others; no example speaks of them.
        Count::Failing | Count::Judged => 0,
    }
}

/// The records that a finding rests on, less the one that it is about.
fn proofs<'f>(finding: &&'f Finding) -> impl Iterator<Item = &'f str> + use<'f> {
    let about = finding.record.as_deref();
    let all = finding.evidence.iter().map(String::as_str);
    all.filter(move |id| Some(*id) != about)
}

/// Kinds of the records that findings rest on, incidents left aside.
fn kinds(findings: &[&Finding], records: &[Record]) -> BTreeSet<Kind> {
    let rests = |record: &&Record| findings.iter().any(|f| f.evidence.contains(&record.id));
    let kinds = records.iter().filter(rests).map(|record| record.kind);
    kinds.filter(|kind| *kind != Kind::Incident).collect()
}

fn kinds_of(records: &[Record], but: &BTreeSet<Kind>) -> BTreeSet<Kind> {
    let kinds = records.iter().map(|record| record.kind);
    kinds
        .filter(|kind| *kind != Kind::Incident && !but.contains(kind))
        .collect()
}

/// What a rule came to.
fn outcome(assessment: &Assessment, wanted: &Wanted<'_>, subject: Option<&str>) -> Option<Outcome> {
    let subject = subject.filter(|_| wanted.per_subject);
    if wanted.section == Section::Penalty {
        let falls_on =
            |p: &luoshi_rules::Proposal| p.falls_on.as_ref().map(|l| l.id.as_str()) == subject;
        let mut proposals = assessment.proposals.iter();
        let proposed = proposals.any(|p| p.by.id == wanted.id && falls_on(p));
        return Some(if proposed {
            Outcome::Violated
        } else {
            Outcome::Holds
        });
    }
    let of = assessment.findings.iter().find(|finding| {
        let here = finding.subject.as_ref().map(|s| s.id.as_str()) == subject;
        assessment.duties[finding.duty].id == wanted.id
            && finding.facet.is_none()
            && (here || finding.status == Status::Unset)
    })?;
    match of.status {
        Status::Met | Status::NotApplicable => Some(Outcome::Holds),
        Status::Violated => Some(Outcome::Violated),
        Status::Unknown | Status::Unset => Some(Outcome::Unknown),
        _ => None,
    }
}

/// The records under short ids, in the order of their days.
fn named(mut records: Vec<Record>) -> Vec<Record> {
    records.sort_by_key(|record| (record.date, record.time));
    let ids: BTreeMap<String, String> = records
        .iter()
        .enumerate()
        .map(|(at, record)| (record.id.clone(), format!("r{}", at + 1)))
        .collect();
    for record in &mut records {
        record.id = ids.get(&record.id).cloned().unwrap_or_default();
        let refers = record.refers.take();
        record.refers = refers.map(|id| ids.get(&id).cloned().unwrap_or(id));
    }
    records
}
