//! What something at a position is.

use lsp_types::{Hover, HoverContents, MarkupContent, MarkupKind};
use luoshi_diagnostics::{Args, Code};
use luoshi_plan::{Definition, Mention, ParameterInForce, SetBy, Space, chinese, english};

use crate::here::{Here, range_of};
use crate::outline::{Role, Step};

/// What is to be said about what stands here.
pub(crate) fn hover(here: &Here<'_>) -> Option<Hover> {
    if let Some(mention) = here.mention() {
        let range = range_of(here.analysis, &mention.place);
        return Some(shown(mentioned(here, &mention)?, range));
    }
    if let Some((page, bytes)) = code(here) {
        return Some(shown(page, here.range(bytes)));
    }
    let spot = here.spot().filter(|spot| !spot.token.is_empty())?;
    let text = &here.text()[spot.token.clone()];
    let (key, path) = match spot.role {
        Role::Key => (text, spot.path.as_slice()),
        // A word of a closed list means what its key asks for.
        Role::Value if here.shapes.at(&spot.path).words().contains(&text) => last(&spot.path)?,
        Role::Value => return None,
    };
    let description = here.shapes.at(path).description(key)?;
    let other = chinese(key).or_else(|| english(key));
    let title = match other {
        Some(other) => format!("**{key}** · {other}"),
        None => format!("**{key}**"),
    };
    Some(shown(
        format!("{title}\n\n{description}"),
        here.range(spot.token),
    ))
}

fn shown(value: String, range: lsp_types::Range) -> Hover {
    Hover {
        contents: HoverContents::Markup(MarkupContent {
            kind: MarkupKind::Markdown,
            value,
        }),
        range: Some(range),
    }
}

/// The last key of a path, and the path to its map.
fn last(path: &[Step]) -> Option<(&str, &[Step])> {
    let at = path.iter().rposition(|step| matches!(step, Step::Key(_)))?;
    match &path[at] {
        Step::Key(key) => Some((key, &path[..at])),
        Step::Item => None,
    }
}

/// The page of a diagnostic code, such as one in a comment.
fn code(here: &Here<'_>) -> Option<(String, std::ops::Range<usize>)> {
    let text = here.text();
    let before = &text[..here.offset];
    let start = before
        .trim_end_matches(|c: char| c.is_ascii_alphanumeric())
        .len();
    let rest = &text[start..];
    let word = &rest[..rest
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(rest.len())];
    let code = Code::ALL.iter().find(|code| code.id() == word)?;
    let page = here.words.word(&format!("{}.page", code.name()));
    Some((format!("**{word}**\n\n{page}"), start..start + word.len()))
}

fn mentioned(here: &Here<'_>, mention: &Mention) -> Option<String> {
    let mut found = here
        .analysis
        .index
        .definitions_of(mention.space, &mention.name);
    // A plan may say more about what a package defines: the last word is the plan's.
    let definition = found.by_ref().last()?;
    let title = definition.title.as_deref().unwrap_or("");
    Some(format!(
        "**{title}** `{}`\n\n{}",
        mention.name,
        about(here, definition)
    ))
}

/// What a definition is, where it stands, and what belongs to it.
pub(crate) fn about(here: &Here<'_>, definition: &Definition) -> String {
    let words = here.words;
    let (file, line) = here.whereabouts(definition);
    let space = words.word(definition.space.term());
    let args: Args = vec![
        ("space", space.into()),
        ("section", definition.section.as_str().into()),
        ("file", file.into()),
        ("line", line.into()),
    ];
    let mut lines = vec![words.text("lsp-defined", &args)];
    match definition.space {
        Space::Clause => lines.extend(clause(here, definition)),
        Space::Parameter => {
            let parameter = here.analysis.index.parameter(&definition.name);
            lines.extend(parameter.map(|p| value(here, p)));
        }
        _ => {}
    }
    lines.join("\n\n")
}

/// The heading of a clause, and what carries it out.
fn clause(here: &Here<'_>, definition: &Definition) -> Vec<String> {
    let words = here.words;
    let index = &here.analysis.index;
    let mut lines = Vec::new();
    if let Some(heading) = &definition.heading {
        lines.push(words.text("lsp-heading", &vec![("heading", heading.as_str().into())]));
    }
    let mut carriers: Vec<String> = Vec::new();
    for owner in index
        .uses_of(Space::Clause, &definition.name)
        .filter_map(|u| u.owner.as_deref())
    {
        let spaces = [Space::Duty, Space::Chain, Space::Incident, Space::Parameter];
        let title = spaces
            .iter()
            .find_map(|s| index.definitions_of(*s, owner).next()?.title.clone());
        let shown = match title {
            Some(title) => format!("{title}（`{owner}`）"),
            None => format!("`{owner}`"),
        };
        if !carriers.contains(&shown) {
            carriers.push(shown);
        }
    }
    lines.push(match carriers.is_empty() {
        true => words.word("lsp-carried-by-none"),
        false => words.text("lsp-carried-by", &vec![("list", carriers.into())]),
    });
    lines
}

/// The value of a parameter, who set it and why, and the question that it answers.
pub(crate) fn value(here: &Here<'_>, parameter: &ParameterInForce) -> String {
    let words = here.words;
    let mut lines = Vec::new();
    let unit = parameter.unit.as_deref().unwrap_or("");
    let by: Args = match &parameter.set_by {
        SetBy::Package(name) | SetBy::Extending(name) => vec![("package", name.as_str().into())],
        SetBy::Plan | SetBy::Nobody => Vec::new(),
    };
    let by = words.text(
        match parameter.set_by {
            SetBy::Package(_) => "lsp-set-by-default",
            SetBy::Extending(_) => "lsp-set-by-package",
            SetBy::Plan => "lsp-set-by-plan",
            SetBy::Nobody => "lsp-set-by-nobody",
        },
        &by,
    );
    lines.push(match &parameter.value {
        Some(value) => {
            let args: Args = vec![
                ("value", value.as_str().into()),
                ("unit", unit.into()),
                ("by", by.into()),
            ];
            words.text("lsp-value", &args)
        }
        None => by,
    });
    let told = [
        ("lsp-default", "value", &parameter.default),
        ("lsp-reason", "reason", &parameter.reason),
        ("lsp-question", "question", &parameter.question),
    ];
    for (key, name, text) in told {
        if let Some(text) = text {
            lines.push(words.text(key, &vec![(name, text.as_str().into())]));
        }
    }
    lines.join("\n\n")
}
