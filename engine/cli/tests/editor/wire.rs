//! Messages on the standard streams of the server, framed as the protocol says.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

/// A server and the two ends of the conversation with it.
pub(crate) struct Wire {
    server: Child,
    to: Option<ChildStdin>,
    from: BufReader<ChildStdout>,
    asked: i64,
    /// Notifications that came while an answer was waited for.
    pub(crate) heard: Vec<Value>,
}

impl Wire {
    pub(crate) fn start() -> Wire {
        let mut command = Command::new(env!("CARGO_BIN_EXE_luoshi"));
        command
            .arg("lsp")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        for name in ["LANG", "LC_ALL", "LC_MESSAGES"] {
            command.env_remove(name);
        }
        let mut server = command.spawn().unwrap();
        Wire {
            to: server.stdin.take(),
            from: BufReader::new(server.stdout.take().unwrap()),
            server,
            asked: 0,
            heard: Vec::new(),
        }
    }

    /// Sends any text as the content of a message.
    pub(crate) fn send(&mut self, content: &Value) {
        let content = content.to_string();
        let to = self.to.as_mut().unwrap();
        write!(to, "Content-Length: {}\r\n\r\n{content}", content.len()).unwrap();
        to.flush().unwrap();
    }

    pub(crate) fn tell(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// The whole answer to a request: `result` or `error`.
    pub(crate) fn ask(&mut self, method: &str, params: Value) -> Value {
        self.asked += 1;
        let id = self.asked;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        loop {
            let message = self.receive();
            if message["id"] == json!(id) {
                return message;
            }
            self.heard.push(message);
        }
    }

    pub(crate) fn receive(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            assert!(
                self.from.read_line(&mut line).unwrap() > 0,
                "the server is gone"
            );
            match line.trim_end().split_once(": ") {
                Some(("Content-Length", n)) => length = n.parse().unwrap(),
                Some(_) => {}
                None => break,
            }
        }
        let mut content = vec![0; length];
        self.from.read_exact(&mut content).unwrap();
        serde_json::from_slice(&content).unwrap()
    }

    /// Closes the way to the server; gives back its exit code.
    pub(crate) fn hang_up(mut self) -> Option<i32> {
        self.to = None;
        self.server.wait().unwrap().code()
    }
}
