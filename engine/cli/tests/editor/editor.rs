//! An editor with the files of a plan, on a copy of the policies.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::wire::Wire;

/// How many completions a script shows.
const SHOWN: usize = 6;

pub(crate) struct Editor {
    wire: Wire,
    dir: TempDir,
    plan: PathBuf,
    /// The open files: text and version.
    open: BTreeMap<String, (String, i64)>,
}

impl Editor {
    pub(crate) fn start(plan: &str, locale: Option<&str>) -> Editor {
        let dir = TempDir::new().unwrap();
        let policies = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies");
        copy(&policies, dir.path());
        let mut wire = Wire::start();
        wire.ask(
            "initialize",
            json!({ "capabilities": {}, "locale": locale }),
        );
        wire.tell("initialized", json!({}));
        Editor {
            plan: dir.path().join(plan),
            wire,
            dir,
            open: BTreeMap::new(),
        }
    }

    pub(crate) fn end(mut self) {
        self.wire.ask("shutdown", Value::Null);
        self.wire.tell("exit", Value::Null);
        assert_eq!(self.wire.hang_up(), Some(0));
    }

    /// Does a step: a verb, a file, and where in the file `^` is. Gives back what came of it.
    pub(crate) fn step(&mut self, step: &str) -> String {
        let (verb, rest) = step.split_once(' ').unwrap_or((step, ""));
        let (file, rest) = rest.split_once(' ').unwrap_or((rest, ""));
        let (spot, given) = rest.split_once("=> ").unwrap_or((rest, ""));
        let spot = spot.strip_suffix(' ').unwrap_or(spot);
        let given = given.replace("\\n", "\n");
        let lines = match verb {
            "write" => self.write(file, &given),
            "open" => self.open(file),
            "type" => self.type_in(file, spot, &given),
            "undo" => self.undo(file),
            "close" => self.close(file),
            "complete" => completions(&self.ask("completion", file, spot, Value::Null)),
            "hover" => hover(&self.ask("hover", file, spot, Value::Null)),
            "definition" => self.places("definition", file, spot),
            "references" => self.places("references", file, spot),
            "prepare" => renamable(&self.ask("prepareRename", file, spot, Value::Null)),
            "rename" => {
                let answer = self.ask("rename", file, spot, json!({ "newName": given }));
                self.edits(&answer)
            }
            "fix" => self.fixes(file, spot),
            "symbols" => symbols(
                &self.ask("documentSymbol", file, "", Value::Null)["result"],
                0,
            ),
            "format" => laid_out(&self.ask("formatting", file, "", Value::Null)["result"]),
            other => panic!("no such step: {other}"),
        };
        lines.iter().map(|line| format!("{line}\n")).collect()
    }

    fn uri(&self, file: &str) -> String {
        format!("file://{}", self.plan.join(file).display())
    }

    fn write(&mut self, file: &str, text: &str) -> Vec<String> {
        let path = self.plan.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        Vec::new()
    }

    fn open(&mut self, file: &str) -> Vec<String> {
        let text = fs::read_to_string(self.plan.join(file)).unwrap();
        let document =
            json!({ "uri": self.uri(file), "languageId": "yaml", "version": 1, "text": text });
        self.open.insert(file.to_owned(), (text, 1));
        self.wire
            .tell("textDocument/didOpen", json!({ "textDocument": document }));
        self.diagnostics(Some(1))
    }

    /// Types a text at a spot, one change for all of it.
    fn type_in(&mut self, file: &str, spot: &str, typed: &str) -> Vec<String> {
        let at = self.position(file, spot);
        let offset = self.offset(file, spot);
        let (text, version) = self.open.get_mut(file).unwrap();
        text.insert_str(offset, typed);
        *version += 1;
        let version = *version;
        let change = json!({ "range": { "start": at, "end": at }, "text": typed });
        self.change(file, version, change)
    }

    /// Puts back what is on the disk.
    fn undo(&mut self, file: &str) -> Vec<String> {
        let text = fs::read_to_string(self.plan.join(file)).unwrap();
        let version = self.open[file].1 + 1;
        self.open.insert(file.to_owned(), (text.clone(), version));
        self.change(file, version, json!({ "text": text }))
    }

    fn change(&mut self, file: &str, version: i64, change: Value) -> Vec<String> {
        let document = json!({ "uri": self.uri(file), "version": version });
        let params = json!({ "textDocument": document, "contentChanges": [change] });
        self.wire.tell("textDocument/didChange", params);
        self.diagnostics(Some(version))
    }

    fn close(&mut self, file: &str) -> Vec<String> {
        let uri = self.uri(file);
        self.open.remove(file);
        self.wire.tell(
            "textDocument/didClose",
            json!({ "textDocument": { "uri": uri } }),
        );
        self.diagnostics(None)
    }

    /// What has been said about files since the last step, without what lint says: a new rule of
    /// its must not change these scripts.
    ///
    /// The server speaks when no message waits any more. What is open is always spoken of, with its
    /// version; and all has been said before the next request is answered.
    fn diagnostics(&mut self, version: Option<i64>) -> Vec<String> {
        self.wire.ask("luoshi/nothing", Value::Null);
        let said = |m: &Value| version.is_none_or(|v| m["params"]["version"] == json!(v));
        while !self.wire.heard.iter().any(said) && version.is_some() {
            let message = self.wire.receive();
            self.wire.heard.push(message);
        }
        if version.is_none() {
            // Nothing need be said of a file that was closed, so there is nothing to wait for. The
            // server begins to speak as soon as it sees that no message waits.
            std::thread::sleep(std::time::Duration::from_millis(300));
        }
        self.wire.ask("luoshi/nothing", Value::Null);
        let heard = std::mem::take(&mut self.wire.heard);
        let said = heard
            .iter()
            .filter(|m| m["method"] == "textDocument/publishDiagnostics");
        let mut lines = Vec::new();
        for params in said.map(|m| &m["params"]) {
            let file = self.shown(params["uri"].as_str().unwrap());
            let all = params["diagnostics"].as_array().unwrap();
            let grave: Vec<&Value> = all.iter().filter(|d| !is_lint(d)).collect();
            let spoken_of = all.is_empty() || self.open.contains_key(&file);
            if grave.is_empty() && spoken_of {
                lines.push(format!("{file}: clean"));
            }
            for one in grave {
                let message = one["message"].as_str().unwrap().replace('\n', " / ");
                let code = one["code"].as_str().unwrap();
                lines.push(format!("{file}:{} {code} {message}", span(&one["range"])));
                for other in one["relatedInformation"].as_array().into_iter().flatten() {
                    let uri = other["location"]["uri"].as_str().unwrap();
                    let range = span(&other["location"]["range"]);
                    let message = other["message"].as_str().unwrap();
                    lines.push(format!("  {}:{range} {message}", self.shown(uri)));
                }
            }
        }
        lines
    }

    fn offset(&self, file: &str, spot: &str) -> usize {
        let spot = spot.replace("\\n", "\n");
        let caret = spot.find('^').unwrap_or_else(|| panic!("no ^ in {spot:?}"));
        let spot = spot.replacen('^', "", 1);
        let found = self.open[file].0.find(&spot);
        found.unwrap_or_else(|| panic!("{spot:?} is not in {file}")) + caret
    }

    fn position(&self, file: &str, spot: &str) -> Value {
        let before = &self.open[file].0[..self.offset(file, spot)];
        let line = before.rsplit('\n').next().unwrap();
        let column = line.encode_utf16().count();
        json!({ "line": before.matches('\n').count(), "character": column })
    }

    fn ask(&mut self, method: &str, file: &str, spot: &str, more: Value) -> Value {
        let mut params = json!({ "textDocument": { "uri": self.uri(file) } });
        if !spot.is_empty() {
            params["position"] = self.position(file, spot);
        }
        for (key, value) in more.as_object().into_iter().flatten() {
            params[key] = value.clone();
        }
        self.wire.ask(&format!("textDocument/{method}"), params)
    }

    fn fixes(&mut self, file: &str, spot: &str) -> Vec<String> {
        let at = self.position(file, spot);
        let more = json!({ "range": { "start": at, "end": at }, "context": { "diagnostics": [] } });
        let answer = self.ask("codeAction", file, "", more);
        let actions = answer["result"].as_array().unwrap();
        let line = |action: &Value| {
            let mut lines = vec![action["title"].as_str().unwrap().to_owned()];
            lines.extend(self.changes(&action["edit"]["changes"]));
            lines
        };
        actions.iter().flat_map(line).collect()
    }

    fn places(&mut self, method: &str, file: &str, spot: &str) -> Vec<String> {
        let answer = self.ask(method, file, spot, Value::Null);
        let places = answer["result"].as_array().unwrap();
        let place = |place: &Value| {
            format!(
                "{}:{}",
                self.shown(place["uri"].as_str().unwrap()),
                span(&place["range"])
            )
        };
        places.iter().map(place).collect()
    }

    fn edits(&mut self, answer: &Value) -> Vec<String> {
        if let Some(message) = answer["error"]["message"].as_str() {
            return vec![format!("refused: {message}")];
        }
        let mut lines = self.changes(&answer["result"]["changes"]);
        // What is said about the ledger comes right behind the answer.
        self.wire.ask("luoshi/nothing", Value::Null);
        let heard = std::mem::take(&mut self.wire.heard);
        let said = heard.iter().filter(|m| m["method"] == "window/showMessage");
        lines.extend(said.map(|m| format!("says: {}", m["params"]["message"].as_str().unwrap())));
        lines
    }

    fn changes(&self, changes: &Value) -> Vec<String> {
        let mut lines = Vec::new();
        for (uri, edits) in changes.as_object().unwrap() {
            for edit in edits.as_array().unwrap() {
                let text = edit["newText"].as_str().unwrap();
                lines.push(format!(
                    "{}:{} {text}",
                    self.shown(uri),
                    span(&edit["range"])
                ));
            }
        }
        lines
    }

    /// A file as the scripts name it: inside the plan, or with its package.
    fn shown(&self, uri: &str) -> String {
        let path = Path::new(uri.strip_prefix("file://").unwrap());
        let inside = path
            .strip_prefix(&self.plan)
            .or_else(|_| path.strip_prefix(self.dir.path()));
        inside.unwrap().display().to_string()
    }
}

fn is_lint(diagnostic: &Value) -> bool {
    diagnostic["code"]
        .as_str()
        .is_some_and(|code| code.starts_with("LS07"))
}

fn completions(answer: &Value) -> Vec<String> {
    let items = answer["result"]["items"].as_array().unwrap();
    let shown = items.iter().take(SHOWN).map(|item| {
        let text = item["textEdit"]["newText"].as_str().unwrap();
        let detail = item["detail"].as_str().unwrap_or("-");
        format!("  {text:?} {detail}")
    });
    let count = [format!("{} offered", items.len())];
    count.into_iter().chain(shown).collect()
}

fn hover(answer: &Value) -> Vec<String> {
    let text = answer["result"]["contents"]["value"]
        .as_str()
        .unwrap_or("nothing");
    text.lines()
        .filter(|line| !line.is_empty())
        .map(|line| format!("  {line}"))
        .collect()
}

fn laid_out(edits: &Value) -> Vec<String> {
    match edits.as_array().map(Vec::as_slice) {
        None => vec!["cannot be laid out".to_owned()],
        Some([]) => vec!["unchanged".to_owned()],
        Some(edits) => {
            let texts = edits
                .iter()
                .flat_map(|e| e["newText"].as_str().unwrap().lines());
            texts.map(|line| format!("  {line}")).collect()
        }
    }
}

fn renamable(answer: &Value) -> Vec<String> {
    let refused = answer["error"]["message"].as_str();
    let name = answer["result"]["placeholder"].as_str();
    vec![match (refused, name) {
        (Some(why), _) => format!("refused: {why}"),
        (None, Some(name)) => format!("{} {name}", span(&answer["result"]["range"])),
        (None, None) => "nothing".to_owned(),
    }]
}

fn symbols(list: &Value, depth: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for symbol in list.as_array().unwrap() {
        let (name, detail) = (
            symbol["name"].as_str().unwrap(),
            symbol["detail"].as_str().unwrap(),
        );
        let line = format!("{}{name} {detail}", "  ".repeat(depth));
        lines.push(line.trim_end().to_owned());
        lines.extend(symbols(&symbol["children"], depth + 1));
    }
    lines
}

/// A range as people count, its end left out where it is on the same line.
fn span(range: &Value) -> String {
    let at = |end: &str, key: &str| range[end][key].as_u64().unwrap() + 1;
    let start = format!("{}:{}", at("start", "line"), at("start", "character"));
    match at("end", "line") == at("start", "line") {
        true => format!("{start}-{}", at("end", "character")),
        false => format!("{start}-{}:{}", at("end", "line"), at("end", "character")),
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        match path.is_dir() {
            true => copy(&path, &target),
            false => drop(fs::copy(&path, &target).unwrap()),
        }
    }
}
