//! What the end-to-end tests share: running a plan written in a test.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::civil::Date;
use luoshi::{Judged, Options, Outcome};
use luoshi_audit::{judged, outlined};
use luoshi_diagnostics::{Code, Lang, Level, Messages, Note, Sources, render_text};
use luoshi_documents::{Library, library};
use luoshi_evidence::{Evidence, read_jsonl};
use luoshi_plan::{Folder, Plan, PlanFile, Prepared, parse, resolve};
use luoshi_plugin::Host;
use luoshi_report::Glossary;
use luoshi_rules::{
    Assessment, Compiler, Detail, Finding, Outliner, Plugins, Program, compile, evaluate, judge,
    load_plugins,
};

/// Judges a plan and a ledger given as texts; the notes as text if anything is wrong with them.
///
/// It is judged four times: alone, as one of two plans that share everything, as an audit of many townships does, and for counts
/// alone.
///
/// # Errors
/// What is wrong with the plan or the ledger, as a person would read it.
///
/// # Panics
/// If the two assessments differ.
pub fn assess(plan: &str, ledger: &str, as_of: Date) -> Result<Assessment, String> {
    assess_beside(plan, &[], ledger, as_of)
}

/// The same of a plan with other texts in its folder, each under its path.
///
/// # Errors
/// As [`assess`].
///
/// # Panics
/// As [`assess`].
pub fn assess_beside(
    plan: &str,
    others: &[(String, String)],
    ledger: &str,
    as_of: Date,
) -> Result<Assessment, String> {
    let mut sources = Sources::default();
    let plan = read_folder(plan, others, &mut sources)?;
    let evidence = read_ledger(ledger, as_of, &mut sources)?;
    judged_alike(&plan, &evidence, as_of, &sources)
}

/// Judges a plan whose folder has programs of plugin rules.
///
/// # Errors
/// What is wrong with the plan, a program or the ledger.
///
/// # Panics
/// If it is judged otherwise than an audit does.
pub fn assess_with_plugins(
    texts: &Texts,
    binaries: Vec<(String, Arc<[u8]>)>,
    host: &Host,
    ledger: &str,
    as_of: Date,
) -> Result<Assessment, String> {
    let mut sources = Sources::default();
    let folder = Folder {
        binaries: Some(binaries),
        ..folder("case", texts)
    };
    let file = parse(&folder, &mut sources);
    let staged = resolve(&file, &[]);
    let plan = staged.value.ok_or_else(|| shown(&staged.notes, &sources))?;
    let loaded = load_plugins(&plan, host);
    let plugins = loaded.value.filter(|_| {
        let mut notes = loaded.notes.iter();
        notes.all(|note| note.code.level() != Level::Error)
    });
    let plugins = plugins.ok_or_else(|| shown(&loaded.notes, &sources))?;
    let evidence = read_ledger(ledger, as_of, &mut sources)?;
    let staged = compile(&plan, as_of, &plugins);
    let program = staged.value.ok_or_else(|| shown(&staged.notes, &sources))?;
    let facts = evaluate(&program, &evidence, Detail::Evidence);
    let assessment = judge(&program, &evidence, &facts);
    kept_alike(&plan, &program, &evidence, &assessment);
    Ok(assessment)
}

fn judged_alike(
    plan: &Plan,
    evidence: &Evidence,
    as_of: Date,
    sources: &Sources,
) -> Result<Assessment, String> {
    let staged = compile(plan, as_of, Plugins::none());
    let program = staged.value.ok_or_else(|| shown(&staged.notes, sources))?;
    let facts = evaluate(&program, evidence, Detail::Evidence);
    let assessment = judge(&program, evidence, &facts);
    let (compiler, twin) = (Compiler::default(), plan.clone());
    drop(compiler.compile(&twin, as_of, Plugins::none()));
    let shared = compiler.compile(plan, as_of, Plugins::none()).value;
    let among = shared.map(|program| {
        let facts = evaluate(&program, evidence, Detail::Evidence);
        judge(&program, evidence, &facts)
    });
    assert_eq!(format!("{:?}", Some(&assessment)), format!("{among:?}"));
    kept_alike(plan, &program, evidence, &assessment);
    counted_alike(&program, evidence, &assessment);
    Ok(assessment)
}

/// Counts alone lead to the same findings, without the records behind them.
fn counted_alike(program: &Program<'_>, evidence: &Evidence, assessment: &Assessment) {
    let facts = evaluate(program, evidence, Detail::Figures);
    let counted = judge(program, evidence, &facts);
    let bare = |f: &Finding| (f.id.clone(), f.status, f.figure, f.day, f.backfilled);
    let all = |of: &Assessment| -> Vec<_> { of.findings.iter().map(bare).collect() };
    assert_eq!(all(&counted), all(assessment));
}

/// The texts of a folder, each under its path.
pub type Texts = Vec<(String, String)>;

/// What is wrong with a plan: the names of the codes, and all of it as a person would read it.
pub type Refused = (BTreeSet<&'static str>, String);

/// Judges a plan on packages, and says what it is once it lies on them.
///
/// It is laid on them alone, and as one of two plans on the same packages, after the other and before it.
///
/// # Errors
/// What is wrong with the plan, a package or the ledger.
///
/// # Panics
/// If the plan is another beside the twin, or is judged otherwise.
pub fn assess_on(
    packages: &[Texts],
    plan: &Texts,
    twin: &Texts,
    ledger: &str,
    as_of: Date,
) -> Result<(Plan, Assessment), Refused> {
    let mut sources = Sources::default();
    let packages: Vec<PlanFile> = packages
        .iter()
        .map(|texts| parse(&folder("package", texts), &mut sources))
        .collect();
    let plan = parse(&folder("case", plan), &mut sources);
    let twin = parse(&folder("twin", twin), &mut sources);
    let staged = resolve(&plan, &packages);
    for order in [[&twin, &plan], [&plan, &twin]] {
        let prepared = Prepared::new(&packages);
        for file in order {
            let among = prepared.resolve(file);
            if std::ptr::eq(file, &plan) {
                let (alone, among) = (format!("{:?}", staged.value), format!("{:?}", among.value));
                assert!(alone == among, "{alone}\n{among}");
            }
        }
    }
    let Some(plan) = staged.value else {
        let errors = staged.notes.iter().map(|note| note.code);
        let errors = errors.filter(|code| code.level() == Level::Error);
        let codes = errors.map(Code::name).collect();
        return Err((codes, shown(&staged.notes, &sources)));
    };
    let unreadable = |said| (BTreeSet::new(), said);
    let evidence = read_ledger(ledger, as_of, &mut sources).map_err(unreadable)?;
    let assessment = judged_alike(&plan, &evidence, as_of, &sources).map_err(unreadable)?;
    Ok((plan, assessment))
}

fn folder(name: &str, texts: &Texts) -> Folder {
    Folder {
        name: name.to_owned(),
        texts: texts.clone(),
        ..Folder::default()
    }
}

/// An audit of many townships keeps the same of what was judged, whether all of it is named or only what is kept.
///
/// # Panics
/// If it does not.
pub fn kept_alike(
    plan: &Plan,
    program: &Program<'_>,
    evidence: &Evidence,
    assessment: &Assessment,
) {
    let glossary = Glossary::of(plan);
    let whole = judged("", &glossary, assessment, &[]);
    let mut outliner = Outliner::new(program);
    let nothing = Evidence::default();
    // Nothing of the township before it may remain, nor of itself.
    for township in [evidence, &nothing, evidence] {
        let facts = evaluate(program, township, Detail::Evidence);
        let outline = outliner.judge(township, &facts);
        let kept = outlined("", &glossary, &outline, &[]);
        if std::ptr::eq(township, evidence) {
            assert_eq!(kept, whole);
        }
    }
}

/// A plan, other texts of its folder, a ledger and a day.
pub type Township = (String, Vec<(String, String)>, String, Date);

/// Judges many townships at once, as an audit does: on so many threads, by one compiler that they share.
///
/// # Panics
/// If the plan or the ledger of one is wrong.
#[must_use]
pub fn assess_many(townships: &[Township], threads: usize) -> Vec<Assessment> {
    let (compiler, next) = (Compiler::default(), AtomicUsize::new(0));
    let one = |(plan, others, ledger, as_of): &Township| {
        let mut sources = Sources::default();
        let plan = read_folder(plan, others, &mut sources).expect("a plan");
        let evidence = read_ledger(ledger, *as_of, &mut sources).expect("a ledger");
        let program = compiler.compile(&plan, *as_of, Plugins::none()).value;
        let program = program.expect("a program");
        let facts = evaluate(&program, &evidence, Detail::Evidence);
        judge(&program, &evidence, &facts)
    };
    let work = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(township) = townships.get(at) else {
                return done;
            };
            done.push((at, one(township)));
        }
    };
    let mut all: Vec<(usize, Assessment)> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let done = threads.into_iter().map(|t| t.join().expect("no panic"));
        done.flatten().collect()
    });
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, assessment)| assessment).collect()
}

/// A plan from one text.
///
/// # Errors
/// What is wrong with it, as a person would read it.
pub fn read_plan(plan: &str, sources: &mut Sources) -> Result<Plan, String> {
    read_folder(plan, &[], sources)
}

fn read_folder(
    plan: &str,
    others: &[(String, String)],
    sources: &mut Sources,
) -> Result<Plan, String> {
    let mut texts = others.to_vec();
    texts.push(("plan.yaml".to_owned(), plan.to_owned()));
    texts.sort();
    let file = parse(&folder("case", &texts), sources);
    let staged = resolve(&file, &[]);
    staged.value.ok_or_else(|| shown(&staged.notes, sources))
}

/// A ledger from JSON lines.
///
/// # Errors
/// What is wrong with it, as a person would read it.
pub fn read_ledger(ledger: &str, as_of: Date, sources: &mut Sources) -> Result<Evidence, String> {
    let file = sources.add("case/evidence.jsonl", ledger);
    let staged = read_jsonl(ledger, file, as_of);
    staged.value.ok_or_else(|| shown(&staged.notes, sources))
}

/// A township of `policies/` judged as of a day, with the templates of its papers and the texts of both.
///
/// # Panics
/// If its plan, its evidence or a template is wrong.
#[must_use]
pub fn township(name: &str, as_of: Date) -> (Judged, Library, Sources) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../policies")
        .join(name);
    let options = Options {
        as_of,
        packages: Vec::new(),
        ledger: None,
        set: Vec::new(),
    };
    let mut run = luoshi::assess(&path, &options, &mut |_| {});
    let Some(Outcome::Plan {
        plan,
        store,
        assessment,
        ..
    }) = run.outcome.take()
    else {
        panic!("{name}:\n{}", shown(&run.notes, &run.sources));
    };
    let evidence = store.read(&run.sources, as_of).value;
    let evidence = evidence.expect("it was read before");
    let read = library(&plan, &mut run.sources);
    let wrong = shown(&read.notes, &run.sources);
    assert!(read.notes.is_empty(), "{name}:\n{wrong}");
    let library = read.value.expect("a library is always made");
    let judged = Judged::new(*plan, evidence, *assessment);
    (judged, library, run.sources)
}

/// Notes as a person would read them.
#[must_use]
pub fn shown(notes: &[Note], sources: &Sources) -> String {
    render_text(notes, sources, Messages::of(Lang::En), false)
}
