//! The differences of two versions, for people and for tools.

use luoshi_diagnostics::{Args, Messages};
use serde_json::{Value, json};

use crate::change::{Bearing, Change, ChangeKind, Detail, Difference, Segment, Step};
use crate::content::Content;
use crate::phrase::{Phrases, key_word, path_words};

/// Texts longer than this stand on lines of their own (characters).
const LONG: usize = 36;

/// All that differs, as a person reads it.
#[must_use]
pub fn difference_text(difference: &Difference, words: Messages) -> String {
    let mut page = Page {
        words,
        difference,
        out: String::new(),
    };
    page.head();
    let mut heading = None;
    for change in &difference.changes {
        let of = (change.step == Step::Patch, change.section);
        if heading != Some(of) {
            page.heading(of.0, of.1);
            heading = Some(of);
        }
        page.change(change);
    }
    page.renames();
    page.out
}

struct Page<'a> {
    words: Messages,
    difference: &'a Difference,
    out: String,
}

impl Page<'_> {
    fn line(&mut self, key: &str, args: &Args) {
        let text = self.words.text(key, args);
        self.out.push_str(&text);
        self.out.push('\n');
    }

    fn head(&mut self) {
        let difference = self.difference;
        let version =
            |v: Option<luoshi_plan::Version>| v.map_or_else(|| "?".to_owned(), |v| v.to_string());
        let args = vec![
            ("package", difference.package.as_str().into()),
            ("from", version(difference.from).into()),
            ("to", version(difference.to).into()),
        ];
        self.line("diff-title", &args);
        if difference.changes.is_empty() {
            self.line("diff-none", &Vec::new());
            return;
        }
        let count = |bearing: Bearing| {
            let of = difference
                .changes
                .iter()
                .filter(|c| c.bearing == bearing)
                .count();
            i64::try_from(of).unwrap_or(i64::MAX).into()
        };
        let all = i64::try_from(difference.changes.len()).unwrap_or(i64::MAX);
        let args = vec![
            ("all", all.into()),
            ("stricter", count(Bearing::Stricter)),
            ("looser", count(Bearing::Looser)),
            ("unclear", count(Bearing::Unclear)),
            ("neither", count(Bearing::Neither)),
        ];
        self.line("diff-summary", &args);
        if let (Some(step), Some(least)) = (difference.step(), difference.least()) {
            let args = vec![
                ("step", step.word().into()),
                ("least", least.to_string().into()),
            ];
            self.line("diff-least", &args);
        }
    }

    fn heading(&mut self, wording: bool, section: &str) {
        let name = match section {
            "templates" | "scripts" | "files" | "programs" => {
                self.words.word(&format!("diff-{section}"))
            }
            section => key_word(self.words.lang(), section),
        };
        let kind = if wording { "wording" } else { "matter" };
        let args = vec![("kind", kind.into()), ("section", name.into())];
        self.out.push('\n');
        self.line("diff-heading", &args);
    }

    fn change(&mut self, change: &Change) {
        let args = vec![
            ("kind", change.kind.word().into()),
            ("name", change.name.as_deref().unwrap_or("none").into()),
            (
                "id",
                if change.id.is_empty() {
                    "none".into()
                } else {
                    change.id.as_str().into()
                },
            ),
            ("bearing", change.bearing.word().into()),
            ("step", change.step.word().into()),
        ];
        self.line("diff-change", &args);
        for detail in &change.details {
            self.detail(detail, change.details.len() > 1);
        }
        for line in change.lines.iter().flat_map(|lines| lines.lines()) {
            self.out.push_str("      ");
            self.out.push_str(line);
            self.out.push('\n');
        }
    }

    fn detail(&mut self, detail: &Detail, several: bool) {
        let path = path_words(self.words.lang(), &detail.path);
        let bearing = match (several, detail.bearing) {
            (true, Bearing::Stricter | Bearing::Looser) => detail.bearing.word(),
            _ => "none",
        };
        let mut args: Args = vec![("path", path.into()), ("bearing", bearing.into())];
        if let Some((more, fewer)) = lists(detail) {
            args.push(("more", self.named(more, 1).into()));
            args.push(("fewer", self.named(fewer, 0).into()));
            self.line("diff-list", &args);
            return;
        }
        let [old, new] = [(0, &detail.old), (1, &detail.new)].map(|(at, content)| {
            let content = content.as_ref()?;
            Some(self.phrases(at).value(&detail.map, content))
        });
        let long = [&old, &new]
            .into_iter()
            .flatten()
            .any(|t| t.chars().count() > LONG);
        let key = match (&old, &new) {
            (None, _) => "diff-new",
            (_, None) => "diff-gone",
            _ if long => "diff-long",
            _ => "diff-short",
        };
        args.push(("old", old.unwrap_or_default().into()));
        args.push(("new", new.unwrap_or_default().into()));
        self.line(key, &args);
    }

    /// Puts values of the old version (0) or of the new one (1) into words.
    fn phrases(&self, at: usize) -> Phrases<'_> {
        Phrases {
            words: self.words,
            defaults: &self.difference.defaults[at],
        }
    }

    fn named(&self, items: Vec<Content>, at: usize) -> String {
        match items.is_empty() {
            true => "none".to_owned(),
            false => self.phrases(at).value("", &Content::List(items)),
        }
    }

    fn renames(&mut self) {
        let renames = &self.difference.renames;
        if !renames.is_empty() {
            self.out.push('\n');
        }
        for rename in renames {
            let args = vec![
                (
                    "section",
                    key_word(self.words.lang(), rename.section).into(),
                ),
                ("from", rename.from.as_str().into()),
                ("to", rename.to.as_str().into()),
            ];
            self.line("diff-rename", &args);
        }
    }
}

/// Of two lists of names, what came in and what went out. An order that changed is told in full.
fn lists(detail: &Detail) -> Option<(Vec<Content>, Vec<Content>)> {
    let items = |content: &Option<Content>| match content {
        Some(Content::List(items)) => Some(items.clone()),
        Some(_) => None,
        None => Some(Vec::new()),
    };
    let (old, new) = (items(&detail.old)?, items(&detail.new)?);
    let more: Vec<_> = new
        .iter()
        .filter(|item| !old.contains(item))
        .cloned()
        .collect();
    let fewer: Vec<_> = old
        .iter()
        .filter(|item| !new.contains(item))
        .cloned()
        .collect();
    let is_list = [&detail.old, &detail.new]
        .into_iter()
        .flatten()
        .next()
        .is_some();
    (is_list && !(more.is_empty() && fewer.is_empty())).then_some((more, fewer))
}

/// All that differs, for tools; `version` 1 of the form.
#[must_use]
pub fn difference_json(difference: &Difference, words: Messages) -> Value {
    let version = |v: Option<luoshi_plan::Version>| v.map(|v| v.to_string());
    let changes: Vec<Value> = difference
        .changes
        .iter()
        .map(|c| change_json(c, words))
        .collect();
    let renames: Vec<Value> = difference
        .renames
        .iter()
        .map(|r| json!({ "section": r.section, "from": r.from, "to": r.to }))
        .collect();
    json!({
        "version": 1,
        "package": difference.package,
        "from": version(difference.from),
        "to": version(difference.to),
        "step": difference.step().map(Step::word),
        "least": version(difference.least()),
        "understated": difference.understated(),
        "changes": changes,
        "possible_renames": renames,
    })
}

fn change_json(change: &Change, words: Messages) -> Value {
    let mut value = json!({
        "section": change.section,
        "id": change.id,
        "name": change.name,
        "change": change.kind.word(),
        "bearing": change.bearing.word(),
        "step": change.step.word(),
    });
    if change.kind == ChangeKind::Changed && change.lines.is_none() {
        value["details"] = change
            .details
            .iter()
            .map(|d| detail_json(d, words))
            .collect();
    }
    if let Some(lines) = &change.lines {
        value["lines"] = json!(lines);
    }
    value
}

fn detail_json(detail: &Detail, words: Messages) -> Value {
    let path: Vec<&str> = detail
        .path
        .iter()
        .map(|segment| match segment {
            Segment::Key(name) | Segment::Item(name) => name.as_str(),
        })
        .collect();
    json!({
        "path": path,
        "shown": path_words(words.lang(), &detail.path),
        "old": detail.old.as_ref().map(content_json),
        "new": detail.new.as_ref().map(content_json),
        "bearing": detail.bearing.word(),
        "step": detail.step.word(),
    })
}

fn content_json(content: &Content) -> Value {
    match content {
        Content::Scalar(scalar) => json!(scalar.text),
        Content::Word { en, .. } => json!(en),
        Content::Parameter(name) => json!({ "parameter": name }),
        Content::List(items) => items.iter().map(content_json).collect(),
        Content::Map(entries) => {
            let pairs = entries
                .iter()
                .map(|(key, value)| (key.clone(), content_json(value)));
            Value::Object(pairs.collect())
        }
    }
}
