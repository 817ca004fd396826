//! The protocol: messages in, answers and diagnostics out.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use lsp_server::{Connection, ErrorCode, Message, Notification, Request, RequestId, Response};
use lsp_types::Diagnostic;
use luoshi_diagnostics::{Lang, Messages};
use serde_json::{Value, json};

use crate::address::{path_of, uri_of};
use crate::diagnostics::diagnostics;
use crate::disk::Disk;
use crate::shape::Shapes;
use crate::workspace::{Workspace, folder_of};

mod capabilities;
mod requests;

/// The editor is gone without having said so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gone;

/// Answers an editor until it says that it is done.
///
/// `words` are the language for an editor that names none; `today` is the day for which lint looks
/// up who holds a role.
///
/// # Errors
/// If the editor ends without having asked the server to shut down first.
pub fn serve(
    connection: &Connection,
    disk: &dyn Disk,
    words: Messages,
    today: Date,
) -> Result<(), Gone> {
    let mut server = Server {
        connection,
        workspace: Workspace::new(disk, today),
        shapes: Shapes::new(),
        words,
        published: BTreeMap::new(),
        phase: Phase::Waiting,
    };
    server.run()
}

/// How far the conversation has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    Waiting,
    Running,
    ShutDown,
}

/// What an editor was told about a file.
#[derive(Debug, Default, PartialEq)]
struct Told {
    version: Option<i64>,
    list: Vec<Diagnostic>,
}

struct Server<'s> {
    connection: &'s Connection,
    workspace: Workspace<'s>,
    shapes: Shapes,
    words: Messages,
    /// What the editor was last told about each file, and for which version of it.
    published: BTreeMap<PathBuf, Told>,
    phase: Phase,
}

/// A request that cannot be answered, and what is said instead.
type Refusal = (ErrorCode, String);

impl Server<'_> {
    fn run(&mut self) -> Result<(), Gone> {
        while let Ok(message) = self.connection.receiver.recv() {
            if let Some(end) = self.message(message)? {
                return end;
            }
            // What was typed meanwhile comes first: only the newest text is worth a look.
            while let Ok(message) = self.connection.receiver.try_recv() {
                if let Some(end) = self.message(message)? {
                    return end;
                }
            }
            self.publish()?;
        }
        Err(Gone)
    }

    /// Takes one message; gives back how the conversation ended, if it did.
    fn message(&mut self, message: Message) -> Result<Option<Result<(), Gone>>, Gone> {
        match message {
            Message::Request(request) => self.request(request)?,
            Message::Notification(note) if note.method == "exit" => {
                let proper = self.phase == Phase::ShutDown;
                return Ok(Some(if proper { Ok(()) } else { Err(Gone) }));
            }
            Message::Notification(note) if self.phase == Phase::Running => self.notification(&note),
            // Answers to what was never asked, and notifications out of turn.
            Message::Notification(_) | Message::Response(_) => {}
        }
        Ok(None)
    }

    fn send(&self, message: impl Into<Message>) -> Result<(), Gone> {
        self.connection
            .sender
            .send(message.into())
            .map_err(|_| Gone)
    }

    fn request(&mut self, request: Request) -> Result<(), Gone> {
        let Request { id, method, params } = request;
        let answer = match (self.phase, method.as_str()) {
            (Phase::Waiting, "initialize") => Ok(self.initialize(&params)),
            (Phase::Waiting, _) => {
                let why = "initialize comes first".to_owned();
                Err((ErrorCode::ServerNotInitialized, why))
            }
            (Phase::Running, "shutdown") => {
                self.phase = Phase::ShutDown;
                Ok(Value::Null)
            }
            (Phase::Running, method) => self.answer(method, &params),
            (Phase::ShutDown, _) => {
                let why = "the server has been shut down".to_owned();
                Err((ErrorCode::InvalidRequest, why))
            }
        };
        self.send(response(id, answer))?;
        match method == "textDocument/rename" {
            true => self.warn_of_records(&params),
            false => Ok(()),
        }
    }

    fn initialize(&mut self, params: &Value) -> Value {
        let locale = params["locale"].as_str().and_then(Lang::from_tag);
        if let Some(lang) = locale {
            self.words = Messages::of(lang);
        }
        self.phase = Phase::Running;
        capabilities::capabilities()
    }

    fn notification(&mut self, note: &Notification) {
        let document = &note.params["textDocument"];
        let uri = document["uri"].as_str().unwrap_or("");
        let Some(path) = path_of(uri) else {
            if note.method == "workspace/didChangeWatchedFiles" {
                self.workspace.changed_on_disk();
            }
            return;
        };
        let version = document["version"].as_i64();
        match note.method.as_str() {
            "textDocument/didOpen" => {
                let text = document["text"].as_str().unwrap_or("").to_owned();
                self.workspace
                    .documents
                    .open(path.clone(), uri, version, text);
                self.workspace.changed(&path);
            }
            "textDocument/didChange" => {
                let changes = note.params["contentChanges"].clone();
                let changes = serde_json::from_value(changes).unwrap_or_default();
                self.workspace.documents.change(&path, version, changes);
                self.workspace.changed(&path);
            }
            "textDocument/didSave" => self.workspace.changed(&path),
            "textDocument/didClose" => {
                self.workspace.documents.close(&path);
                self.workspace.changed(&path);
            }
            _ => {}
        }
    }

    /// Tells the editor what has changed about every folder in which something is open.
    fn publish(&mut self) -> Result<(), Gone> {
        for folder in self.workspace.stale() {
            let open = self.workspace.is_open(&folder);
            let analysis = match open {
                true => self.workspace.analysis(&folder),
                false => None,
            };
            let found = analysis
                .map(|a| diagnostics(&a, self.words))
                .unwrap_or_default();
            let gone: Vec<PathBuf> = self.published.keys().cloned().collect();
            for path in gone.iter().filter(|path| folder_of(path) == Some(&folder)) {
                if !found.contains_key(path) {
                    self.tell(path, Vec::new())?;
                }
            }
            for (path, list) in found {
                self.tell(&path, list)?;
            }
            if !open {
                self.workspace.forget(&folder);
            }
        }
        Ok(())
    }

    /// Tells what is wrong with a file, unless the editor knows.
    fn tell(&mut self, path: &Path, list: Vec<Diagnostic>) -> Result<(), Gone> {
        let document = self.workspace.documents.get(path);
        let version = document.and_then(|d| d.version);
        let (told, open) = (Told { version, list }, document.is_some());
        let known = match self.published.get(path) {
            Some(known) => *known == told,
            None => told.list.is_empty() && !open,
        };
        if known {
            return Ok(());
        }
        let mut params = json!({ "uri": self.uri(path), "diagnostics": told.list });
        if let Some(version) = version {
            params["version"] = json!(version);
        }
        match told.list.is_empty() && !open {
            true => self.published.remove(path),
            false => self.published.insert(path.to_owned(), told),
        };
        let method = "textDocument/publishDiagnostics".to_owned();
        self.send(Notification { method, params })
    }

    /// The address of a file, in the editor's spelling if it has one.
    fn uri(&self, path: &Path) -> String {
        let document = self.workspace.documents.get(path);
        document.map_or_else(|| uri_of(path), |d| d.uri.clone())
    }
}

fn response(id: RequestId, answer: Result<Value, Refusal>) -> Response {
    match answer {
        Ok(value) => Response::new_ok(id, value),
        Err((code, why)) => Response::new_err(id, code as i32, why),
    }
}
