//! The template of a paper: what is filled in can be written in every form.

use std::path::Path;

use luoshi_diagnostics::{Lang, Messages};
use luoshi_documents::{
    Files, Fills, HELPERS, NAMES, Names, Origin, Setting, issuing_body, library, occasions, press,
};
use luoshi_layout::{Field, Figures, SignatureDate, docx, html, text};
use luoshi_report::{Glossary, Reader};

use crate::judged::town;
use crate::records::AS_OF;
use crate::seeds::{Seed, texts_of};
use crate::{Target, notes};

pub(crate) const TARGET: Target = Target {
    name: "template",
    run,
    seeds,
    words,
};

/// Papers of one template that are written.
const WRITTEN: usize = 3;

fn run(bytes: &[u8]) {
    let Ok(template) = std::str::from_utf8(bytes) else {
        return;
    };
    let Some(mut town) = town("true", Some(template)) else {
        return;
    };
    let mut read = library(&town.plan, &mut town.sources);
    let mut noticed = std::mem::take(&mut read.notes);
    noticed.extend(town.notes.iter().cloned());
    // What ships is none of a stranger's.
    let mut library = read.value.unwrap_or_default();
    library
        .templates
        .retain(|_, template| template.origin == Origin::Plan);
    let (assessment, _) = town.judged(AS_OF);
    let assessment = assessment.expect("the plan is good");
    let glossary = Glossary::of(&town.plan);
    let files = Files {
        plan: &town.plan,
        evidence: &town.evidence,
        reader: Reader {
            words: Messages::of(Lang::ZhCn),
            assessment: &assessment,
            glossary: &glossary,
        },
    };
    let ready = press(Names::of(files), &library, &town.sources);
    noticed.extend(ready.notes);
    let press = ready.value.expect("a press is made of any library");
    for template in library.templates.values() {
        let setting = Setting {
            issuer: issuing_body(&town.plan, template),
            number: Some(Field::Open("发文字号".to_owned())),
            date: SignatureDate::Day(AS_OF),
            fills: Fills::new(),
        };
        for occasion in occasions(&files, template).iter().take(WRITTEN) {
            match press.write(template, occasion, &setting) {
                Ok(document) => {
                    let figures = Figures::national();
                    assert!(docx(&document, &figures).is_ok());
                    drop((html(&document, &figures), text(&document, &figures)));
                }
                Err(notes) => noticed.extend(notes),
            }
        }
    }
    notes::said(&noticed, &town.sources);
}

fn seeds(root: &Path) -> Vec<Seed> {
    texts_of(&root.join("templates"), &["md"])
}

fn words() -> Vec<String> {
    let names = NAMES.iter().map(|name| name.path.to_owned());
    let helpers = HELPERS.iter().map(|helper| format!("| {}", helper.name));
    let signs = [
        "{{ ",
        " }}",
        "{% for x in ",
        "{% endfor %}",
        "{% if ",
        "{% elif ",
        "{% endif %}",
        "{% set x = ",
        "{# ",
        "---\n",
        "kind: notice\n",
        "for: record\n",
        "title: \"",
        "| - |\n",
        "表：",
        "# ",
        "**",
        "1. ",
        "![a](b)",
        "<b>",
        "\\",
        " ~ ",
        " is defined",
        "loop.index",
        "[0]",
        "?.",
    ];
    names
        .chain(helpers)
        .chain(signs.map(str::to_owned))
        .collect()
}
