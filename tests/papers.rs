//! The papers of the published plans: every template that ships fills in for every occasion, on several
//! days, and comes out the same each time.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use luoshi::{Fonts, Judged, PaperFormat, draft, paper_bytes};
use luoshi_documents::{
    Fills, Library, NAMES, Names, Paper, Register, SHIPPED, issuing_body, library, occasions,
    papers,
};
use luoshi_layout::Figures;
use luoshi_plan::model::DocumentForm;
use luoshi_tests::{shown, township};
use serde_json::Value;

/// Each township with days on which its papers are written: early, in the middle of a month, at the end.
const TOWNSHIPS: [(&str, [Date; 3]); 3] = [
    (
        "pingtang-2012",
        [date(2012, 5, 20), date(2012, 8, 15), date(2012, 12, 31)],
    ),
    (
        "nao-2012",
        [date(2012, 4, 10), date(2012, 9, 30), date(2013, 1, 31)],
    ),
    (
        "township-2006",
        [date(2006, 4, 20), date(2006, 9, 30), date(2006, 12, 31)],
    ),
];

fn all<'l>(judged: &Judged, library: &'l Library) -> Vec<Paper<'l>> {
    papers(&judged.files(), library, &Register::of(&judged.evidence))
}

#[test]
fn every_paper_of_every_township_is_written() {
    let mut written = BTreeSet::new();
    for (name, days) in TOWNSHIPS {
        for day in days {
            let (judged, library, sources) = township(name, day);
            let (press, notes) = judged.press(&library, &sources);
            assert!(notes.is_empty(), "{name}:\n{}", shown(&notes, &sources));
            for paper in all(&judged, &library) {
                let setting = draft(&judged.plan, &paper, &Fills::new());
                let document = press.write(paper.template, &paper.occasion, &setting);
                let document = document.unwrap_or_else(|notes| {
                    panic!("{name} {day} {}:\n{}", paper.id(), shown(&notes, &sources))
                });
                assert!(!document.title.is_empty(), "{}", paper.id());
                written.insert(paper.template.name.clone());
            }
        }
    }
    let shipped = SHIPPED.iter().map(|(name, _)| (*name).to_owned());
    let never: Vec<String> = shipped.filter(|name| !written.contains(name)).collect();
    assert!(
        never.is_empty(),
        "nothing in the policies calls for {never:?}"
    );
}

#[test]
fn papers_come_out_the_same_and_keep_what_the_standard_prescribes() {
    let (name, [_, _, day]) = TOWNSHIPS[0];
    let (judged, library, sources) = township(name, day);
    let (press, _) = judged.press(&library, &sources);
    let figures = Figures::national();
    let fonts = Fonts::load(Vec::new());
    let mut seen = BTreeSet::new();
    for paper in all(&judged, &library) {
        let write = |format: PaperFormat| {
            let setting = draft(&judged.plan, &paper, &Fills::new());
            let document = press.write(paper.template, &paper.occasion, &setting);
            let document = document.unwrap_or_else(|notes| panic!("{}", shown(&notes, &sources)));
            let bytes = paper_bytes(&document, &figures, format, &fonts, day);
            bytes.unwrap_or_else(|notes| panic!("{}", shown(&notes, &sources)))
        };
        // One of each template is enough for the slow part.
        if !seen.insert(paper.template.name.clone()) {
            continue;
        }
        for format in PaperFormat::ALL {
            if format != PaperFormat::Pdf {
                assert_eq!(
                    write(format),
                    write(format),
                    "{} {}",
                    paper.id(),
                    format.word()
                );
            }
        }
        if paper.template.form() == DocumentForm::Working {
            // A working paper is no official document: the standard says nothing of it.
            continue;
        }
        let docx = write(PaperFormat::Docx).expect("every paper has a text");
        let report = luoshi_layout::check(&docx.bytes, None);
        let report = report.unwrap_or_else(|_| panic!("{}", paper.id()));
        assert!(
            !luoshi_layout::fails(&report),
            "{}: {:?}",
            paper.id(),
            report.deviations
        );
    }
}

/// Every path of a value, `[]` behind a list, as [`NAMES`] writes them.
fn paths(value: &Value, path: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                let path = if path.is_empty() {
                    key.clone()
                } else {
                    format!("{path}.{key}")
                };
                paths(value, &path, found);
            }
        }
        Value::Array(list) => {
            found.insert(format!("{path}[]"));
            for value in list {
                paths(value, &format!("{path}[]"), found);
            }
        }
        _ => {
            found.insert(path.to_owned());
        }
    }
}

/// Whether a listed name stands for a path: itself, or what it says is told elsewhere (`findings[]`).
fn covers(listed: &str, path: &str) -> bool {
    path == listed
        || path
            .strip_prefix(listed)
            .is_some_and(|rest| rest.starts_with(['.', '[']))
}

#[test]
fn the_list_of_names_is_what_templates_see() {
    let mut found = BTreeSet::new();
    for (name, [_, _, day]) in TOWNSHIPS {
        let (judged, library, _) = township(name, day);
        for template in library.templates.values() {
            let files = judged.files();
            let issuer = issuing_body(&judged.plan, template);
            let names = Names::of(files);
            for occasion in occasions(&files, template).iter().take(2) {
                let values = names.all(occasion, &issuer);
                let mut here = BTreeSet::new();
                paths(&values, "", &mut here);
                let of = template.head.r#for;
                for path in &here {
                    let listed = |name: &&luoshi_documents::Name| {
                        let fits = name.of.is_empty() || name.of.contains(&of);
                        fits && (covers(name.path, path) || covers(path, name.path))
                    };
                    assert!(
                        NAMES.iter().any(|name| listed(&name)),
                        "{of:?}: {path} is not listed"
                    );
                }
                found.extend(here);
            }
        }
    }
    for name in NAMES {
        let met = found
            .iter()
            .any(|path| covers(name.path, path) || covers(path, name.path));
        assert!(met, "{} is listed, and nothing has it", name.path);
    }
    may_all_be_used(&found);
}

/// A path as a template writes it, of the first element of each list.
fn written(path: &str) -> String {
    let mut parts = path.split('.');
    let first = parts.next().unwrap_or_default().replace("[]", "[0]");
    // Keys that are no names, such as those of what a reason is made of, are written as texts.
    parts.fold(first, |all, part| match part.strip_suffix("[]") {
        Some(list) => format!("{all}[\"{list}\"][0]"),
        None => format!("{all}[\"{part}\"]"),
    })
}

/// That none of these paths, written in a template, is told as one that nothing has.
fn may_all_be_used(found: &BTreeSet<String>) {
    let (mut judged, _, mut sources) = township(TOWNSHIPS[0].0, TOWNSHIPS[0].1[1]);
    let mut text = "---\nname: 试\nkind: 通知\nfor: duty\ntitle: 试\n---\n".to_owned();
    for path in found {
        text.push_str(&format!("{{{{ {} }}}}\n", written(path)));
    }
    let file = sources.add("try.md", text.as_str());
    let templates = std::sync::Arc::make_mut(&mut judged.plan.templates);
    templates.insert("try".to_owned(), (file, text));
    let library = library(&judged.plan, &mut sources)
        .value
        .expect("a library is always made");
    let (_, notes) = judged.press(&library, &sources);
    assert!(notes.is_empty(), "{}", shown(&notes, &sources));
    assert!(found.len() > 300, "{}", found.len());
}

#[test]
fn the_report_of_a_whole_plan_has_the_share_that_check_tells() {
    for (name, [_, _, day]) in TOWNSHIPS {
        let (judged, library, _) = township(name, day);
        let files = judged.files();
        let template = &library.templates["annual_report"];
        let issuer = issuing_body(&judged.plan, template);
        let occasion = occasions(&files, template).remove(0);
        let values = Names::of(files).all(&occasion, &issuer);
        for figure in ["met", "missed", "violated", "late", "judged", "share"] {
            assert_eq!(
                values["tally"][figure], values["counts"][figure],
                "{name} {figure}"
            );
        }
    }
}

const GUIDE: &str = include_str!("../templates/README.md");
const EXAMPLE: &str = include_str!("../templates/examples/reminder_notice.md");

/// The templates that the guide builds up, step by step.
fn steps() -> Vec<String> {
    let blocks = GUIDE.split("```markdown\n").skip(1);
    let text = |block: &str| block.split("```").next().map(str::to_owned);
    blocks.filter_map(text).collect()
}

#[test]
fn the_guide_shows_templates_that_work() {
    let steps = steps();
    assert!(steps.len() >= 3, "{} steps", steps.len());
    assert_eq!(steps.last().map(|step| step.trim()), Some(EXAMPLE.trim()));
    for (at, step) in steps.iter().enumerate() {
        let (mut judged, _, mut sources) = township(TOWNSHIPS[0].0, TOWNSHIPS[0].1[1]);
        let file = sources.add(format!("step {}", at + 1), step.as_str());
        std::sync::Arc::make_mut(&mut judged.plan.templates)
            .insert("guide".to_owned(), (file, step.clone()));
        let read = library(&judged.plan, &mut sources);
        assert!(read.notes.is_empty(), "{}", shown(&read.notes, &sources));
        let library = read.value.expect("a library is always made");
        let (press, notes) = judged.press(&library, &sources);
        assert!(notes.is_empty(), "{}", shown(&notes, &sources));
        let found = all(&judged, &library).into_iter();
        let mut written = 0;
        for paper in found.filter(|paper| paper.template.name == "guide") {
            let setting = draft(&judged.plan, &paper, &Fills::new());
            let document = press.write(paper.template, &paper.occasion, &setting);
            document.unwrap_or_else(|notes| panic!("{}", shown(&notes, &sources)));
            written += 1;
        }
        assert!(written > 0, "step {} is written for nothing", at + 1);
    }
}
