//! `generate --vars`: the names that templates see, with their current values.

use luoshi_diagnostics::{Code, Lang, Note};
use luoshi_documents::{HELPERS, NAMES, Name, Names, Template, issuing_body, occasions};
use luoshi_plan::model::OccasionKind;
use luoshi_report::paragraph;
use serde_json::{Value, json};

use super::super::Done;
use super::Desk;
use crate::exit::Exit;
use crate::session::Session;

/// Characters of a value that are shown at most.
const SHOWN: usize = 60;

pub(super) fn run(desk: &Desk, of: &str, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    let known = |template: &&Template| template.name == of || is(template.head.r#for, of);
    let Some(template) = desk.library.templates.values().find(known) else {
        return Err(Note::new(Code::PaperUnknown).arg("name", of).into());
    };
    let occasion = template.head.r#for;
    let files = desk.judged.files();
    let found = occasions(&files, template);
    let issuer = issuing_body(&desk.judged.plan, template);
    let names = Names::of(files);
    let values = found.first().map(|first| names.all(first, &issuer));
    let of_occasion = |name: &&Name| name.of.is_empty() || name.of.contains(&occasion);
    let listed: Vec<&Name> = NAMES.iter().filter(of_occasion).collect();
    if json {
        let names: Vec<Value> = listed.iter().map(|name| shown(name, session)).collect();
        session
            .out
            .json(&json!({ "version": 1, "names": names, "values": values }));
        return Ok(Exit::Clean);
    }
    let about = found.first().map(|first| first.about.clone());
    let head = [
        ("template", template.head.name.as_str().into()),
        (
            "about",
            about
                .unwrap_or_else(|| session.words.word("generate-no-occasion"))
                .into(),
        ),
    ];
    session.say("generate-vars", head);
    let mut out = String::new();
    for name in listed {
        let value = values.as_ref().map(|values| told(values, name.path));
        line(&mut out, name.path, meaning(name, session), value);
    }
    session.out.write(&out);
    session.say("generate-helpers", []);
    let mut out = String::new();
    for helper in HELPERS {
        let meaning = if session.words.lang() == Lang::ZhCn {
            helper.zh
        } else {
            helper.en
        };
        line(
            &mut out,
            helper.example,
            meaning,
            Some(helper.gives.to_owned()),
        );
    }
    session.out.write(&out);
    Ok(Exit::Clean)
}

fn is(occasion: OccasionKind, typed: &str) -> bool {
    let mut words = OccasionKind::WORDS.iter();
    words.any(|(known, en, zh)| *known == occasion && (typed == *en || typed == *zh))
}

fn meaning(name: &Name, session: &Session) -> &'static str {
    if session.words.lang() == Lang::ZhCn {
        name.zh
    } else {
        name.en
    }
}

fn shown(name: &Name, session: &Session) -> Value {
    json!({ "path": name.path, "meaning": meaning(name, session) })
}

fn line(out: &mut String, path: &str, meaning: &str, value: Option<String>) {
    paragraph(out, "  ", 2, path);
    let text = match value {
        Some(value) if !value.is_empty() => format!("{meaning}  = {value}"),
        _ => meaning.to_owned(),
    };
    paragraph(out, "      ", 6, &text);
}

/// The value at a path, cut short; the first of a list.
fn told(values: &Value, path: &str) -> String {
    let mut at = values;
    for part in path.split('.') {
        let (name, list) = part
            .strip_suffix("[]")
            .map_or((part, false), |name| (name, true));
        at = &at[name];
        if list {
            at = &at[0];
        }
    }
    let text = match at {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    if text.chars().count() <= SHOWN {
        return text;
    }
    let cut: String = text.chars().take(SHOWN).collect();
    format!("{cut}…")
}
