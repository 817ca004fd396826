//! A plan that is cut off anywhere: whatever is asked there has an answer.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;

use lsp_server::{Message, Notification, Request};
use luoshi_diagnostics::{Lang, Messages, Sources};
use luoshi_lsp::{Connection, Disk, serve};
use luoshi_plan::{Folder, PlanFile};
use serde_json::{Value, json};

const DUTIES: &str = include_str!("../../../policies/pingtang-2012/duties.yaml");
const PLAN: &str = "luoshi: 1\nplan: { id: p, title: t, issuer: i, issued: 2006-01-01 }\n\
    period: { from: 2006-01-01, to: 2006-12-31 }\n\
    jurisdiction: { code: P, name: 镇, level: township }\n";
const URI: &str = "file:///plans/p/duties.yaml";

/// A folder that is not on any disk.
struct Memory;

impl Disk for Memory {
    fn folder(&self, path: &Path) -> Folder {
        let plan = ("plan.yaml".to_owned(), PLAN.to_owned());
        let here = path == Path::new("/plans/p");
        Folder {
            name: String::new(),
            texts: here.then_some(plan).into_iter().collect(),
            ..Folder::default()
        }
    }

    fn has_records(&self, _: &Path) -> bool {
        false
    }

    fn packages(
        &self,
        _: &PlanFile,
        _: &Path,
        _: &dyn Fn(&Path) -> Folder,
        _: &mut Sources,
    ) -> Vec<PlanFile> {
        Vec::new()
    }
}

/// The editor's end of a conversation.
struct Client {
    connection: Connection,
    asked: i32,
}

impl Client {
    fn tell(&self, method: &str, params: Value) {
        let method = method.to_owned();
        let note = Message::Notification(Notification { method, params });
        self.connection.sender.send(note).unwrap();
    }

    /// The result of a request; an error would be a failure.
    fn ask(&mut self, method: &str, params: Value) -> Value {
        self.asked += 1;
        let (id, method) = (self.asked.into(), method.to_owned());
        let request = Request { id, method, params };
        self.connection.sender.send(request.into()).unwrap();
        loop {
            if let Message::Response(response) = self.connection.receiver.recv().unwrap() {
                let answer = serde_json::to_value(response).unwrap();
                assert!(answer.get("error").is_none(), "{answer}");
                return answer["result"].clone();
            }
        }
    }

    /// Opens a text and asks everything at its end; gives back how many completions there are.
    fn at_the_end_of(&mut self, text: &str, version: usize) -> usize {
        let document = json!({ "uri": URI, "version": version });
        let params = json!({ "textDocument": document, "contentChanges": [{ "text": text }] });
        self.tell("textDocument/didChange", params);
        let column = text.rsplit('\n').next().unwrap().encode_utf16().count();
        let position = json!({ "line": text.matches('\n').count(), "character": column });
        let range = json!({ "start": position, "end": position });
        let params = json!({ "textDocument": document, "position": position, "range": range });
        for method in [
            "hover",
            "definition",
            "references",
            "documentSymbol",
            "codeAction",
        ] {
            self.ask(&format!("textDocument/{method}"), params.clone());
        }
        let offered = self.ask("textDocument/completion", params);
        offered["items"].as_array().unwrap().len()
    }
}

#[test]
fn a_plan_cut_at_any_line_has_answers() {
    let (server, client) = Connection::memory();
    std::thread::scope(|scope| {
        let day = jiff::civil::date(2006, 1, 1);
        let words = Messages::of(Lang::ZhCn);
        let served = scope.spawn(move || serve(&server, &Memory, words, day));
        let connection = client;
        let mut client = Client {
            connection,
            asked: 0,
        };
        client.ask("initialize", json!({}));
        let document = json!({ "uri": URI, "version": 0, "text": "" });
        client.tell("textDocument/didOpen", json!({ "textDocument": document }));
        let (mut keys, mut offered) = (0, 0);
        let mut start = 0;
        for (n, line) in DUTIES.split_inclusive('\n').enumerate() {
            let indent = line.len() - line.trim_start_matches([' ', '-']).len();
            let written = line.trim_start_matches([' ', '-']);
            let is_key = written.contains(':') && !written.starts_with(['#', '{']);
            let found = client.at_the_end_of(&DUTIES[..start + indent], 2 * n);
            keys += usize::from(is_key);
            offered += usize::from(is_key && found > 0);
            let mut middle = start + line.len() / 2;
            while !DUTIES.is_char_boundary(middle) {
                middle -= 1;
            }
            client.at_the_end_of(&DUTIES[..middle], 2 * n + 1);
            start += line.len();
        }
        // Wherever the authors wrote a key, keys are offered.
        assert!(keys > 20, "{keys} keys");
        assert_eq!(offered, keys);
        client.ask("shutdown", Value::Null);
        client.tell("exit", Value::Null);
        assert_eq!(served.join().unwrap(), Ok(()));
    });
}
