//! One answer for each request.

use std::path::PathBuf;
use std::rc::Rc;

use lsp_server::{ErrorCode, Notification};
use lsp_types::{Position, Range, TextEdit};
use luoshi_diagnostics::{FileId, Place};
use luoshi_format::format;
use serde_json::{Map, Value, json};

use super::{Gone, Refusal, Server};
use crate::address::path_of;
use crate::analysis::Analysis;
use crate::completion::completion;
use crate::diagnostics::diagnostic;
use crate::fix::{Fix, fixes};
use crate::here::{Here, range_of};
use crate::hover::hover;
use crate::navigate::{definitions, references};
use crate::position::Lines;
use crate::rename::{Edit, is_recorded, renamable, rename};
use crate::symbols::symbols;
use crate::workspace::folder_of;

/// The file that a request is about.
struct Subject {
    analysis: Rc<Analysis>,
    file: FileId,
}

impl Server<'_> {
    /// Answers a request; one about a file that is no part of a plan has no answer.
    pub(super) fn answer(&mut self, method: &str, params: &Value) -> Result<Value, Refusal> {
        let subject = self.subject(params);
        match method {
            "textDocument/completion" => {
                Ok(self.here(&subject, params, |here| json!(completion(here))))
            }
            "textDocument/hover" => Ok(self.here(&subject, params, |here| json!(hover(here)))),
            "textDocument/definition" => Ok(self.places(&subject, params, definitions)),
            "textDocument/references" => {
                let declared = params["context"]["includeDeclaration"]
                    .as_bool()
                    .unwrap_or(true);
                Ok(self.places(&subject, params, |here| references(here, declared)))
            }
            "textDocument/documentSymbol" => {
                Ok(subject.map_or(Value::Null, |s| json!(symbols(&s.analysis, s.file))))
            }
            "textDocument/codeAction" => Ok(self.actions(&subject, params)),
            "textDocument/formatting" => Ok(subject.map_or(Value::Null, |s| formatted(&s))),
            "textDocument/prepareRename" => self.prepare(&subject, params),
            "textDocument/rename" => self.rename(&subject, params),
            _ => Err((ErrorCode::MethodNotFound, method.to_owned())),
        }
    }

    fn subject(&mut self, params: &Value) -> Option<Subject> {
        let path = path_of(params["textDocument"]["uri"].as_str()?)?;
        let analysis = self.workspace.analysis(folder_of(&path)?)?;
        let file = analysis.file(&path)?;
        Some(Subject { analysis, file })
    }

    fn with<T>(
        &self,
        subject: &Option<Subject>,
        params: &Value,
        answer: impl FnOnce(&Here<'_>) -> T,
    ) -> Option<T> {
        let Subject { analysis, file } = subject.as_ref()?;
        let text = analysis.sources.text(*file);
        let offset = Lines::of(text).offset(position(&params["position"])?);
        Some(answer(&Here {
            analysis,
            shapes: &self.shapes,
            words: self.words,
            file: *file,
            offset,
        }))
    }

    fn here(
        &self,
        subject: &Option<Subject>,
        params: &Value,
        answer: impl FnOnce(&Here<'_>) -> Value,
    ) -> Value {
        self.with(subject, params, answer).unwrap_or_default()
    }

    fn places(
        &self,
        subject: &Option<Subject>,
        params: &Value,
        answer: impl FnOnce(&Here<'_>) -> Vec<Place>,
    ) -> Value {
        let location = |here: &Here<'_>, place: &Place| {
            let uri = self.uri(&here.analysis.path(place.file));
            json!({ "uri": uri, "range": range_of(here.analysis, place) })
        };
        self.here(subject, params, |here| {
            answer(here)
                .iter()
                .map(|place| location(here, place))
                .collect()
        })
    }

    fn actions(&self, subject: &Option<Subject>, params: &Value) -> Value {
        let Some(Subject { analysis, file }) = subject else {
            return Value::Null;
        };
        let lines = Lines::of(analysis.sources.text(*file));
        let [start, end] = ["start", "end"].map(|end| position(&params["range"][end]));
        let (Some(start), Some(end)) = (start, end) else {
            return Value::Null;
        };
        let at = Place {
            file: *file,
            start: lines.offset(start),
            end: lines.offset(end),
        };
        let action = |fix: Fix<'_>| {
            json!({
                "title": fix.title,
                "kind": "quickfix",
                "diagnostics": [diagnostic(fix.note, analysis, self.words)],
                "isPreferred": true,
                "edit": self.changes(analysis, [(fix.place, fix.text)]),
            })
        };
        fixes(analysis, &at, self.words)
            .into_iter()
            .map(action)
            .collect()
    }

    /// Edits of files as the protocol has them.
    fn changes(&self, analysis: &Analysis, edits: impl IntoIterator<Item = Edit>) -> Value {
        let mut changes: Map<String, Value> = Map::new();
        for (place, text) in edits {
            let uri = self.uri(&analysis.path(place.file));
            let edits = changes.entry(uri).or_insert_with(|| json!([]));
            if let Some(edits) = edits.as_array_mut() {
                edits.push(json!(TextEdit::new(range_of(analysis, &place), text)));
            }
        }
        json!({ "changes": changes })
    }

    fn prepare(&self, subject: &Option<Subject>, params: &Value) -> Result<Value, Refusal> {
        let answer = self.with(subject, params, |here| {
            let mention = renamable(here).map_err(failed)?;
            let range = range_of(here.analysis, &mention.place);
            Ok(json!({ "range": range, "placeholder": mention.name }))
        });
        answer.unwrap_or(Ok(Value::Null))
    }

    fn rename(&self, subject: &Option<Subject>, params: &Value) -> Result<Value, Refusal> {
        let name = params["newName"].as_str().unwrap_or("");
        let answer = self.with(subject, params, |here| {
            let edits = rename(here, name).map_err(failed)?;
            Ok(self.changes(here.analysis, edits))
        });
        answer.unwrap_or(Ok(Value::Null))
    }

    /// Says that a rename does not reach the ledger, where that holds records.
    pub(super) fn warn_of_records(&mut self, params: &Value) -> Result<(), Gone> {
        let subject = self.subject(params);
        let name = params["newName"].as_str().unwrap_or("").to_owned();
        let mention = self.with(&subject, params, |here| match rename(here, &name) {
            Ok(edits) if !edits.is_empty() => here.mention(),
            _ => None,
        });
        let Some(mention) = mention.flatten().filter(|m| is_recorded(m.space)) else {
            return Ok(());
        };
        let path: Option<PathBuf> = subject.map(|s| s.analysis.path(s.file));
        let folder = path.as_deref().and_then(folder_of);
        if !folder.is_some_and(|folder| self.workspace.has_records(folder)) {
            return Ok(());
        }
        let args = vec![("old", mention.name.into()), ("name", name.into())];
        let message = self.words.text("lsp-rename-recorded", &args);
        let method = "window/showMessage".to_owned();
        // A warning.
        let params = json!({ "type": 2, "message": message });
        self.send(Notification { method, params })
    }
}

fn failed(why: String) -> Refusal {
    (ErrorCode::RequestFailed, why)
}

fn position(value: &Value) -> Option<Position> {
    let number = |key: &str| Some(u32::try_from(value[key].as_u64()?).unwrap_or(u32::MAX));
    Some(Position::new(number("line")?, number("character")?))
}

/// One edit that lays the file out; none for a text that cannot be laid out, whose diagnostics say why.
fn formatted(subject: &Subject) -> Value {
    let text = subject.analysis.sources.text(subject.file);
    let yaml = !subject
        .analysis
        .sources
        .name(subject.file)
        .ends_with(".rhai");
    let laid_out = yaml
        .then(|| format(subject.file, text, None).ok())
        .flatten();
    match laid_out {
        Some(laid_out) if laid_out != text => {
            let range: Range = Lines::of(text).whole();
            json!([TextEdit::new(range, laid_out)])
        }
        Some(_) => json!([]),
        None => Value::Null,
    }
}
