//! What the server can do.

use serde_json::{Value, json};

/// The answer to `initialize`.
pub(super) fn capabilities() -> Value {
    json!({
        "serverInfo": { "name": "luoshi", "version": env!("CARGO_PKG_VERSION") },
        "capabilities": {
            "positionEncoding": "utf-16",
            "textDocumentSync": {
                "openClose": true,
                // Incremental.
                "change": 2,
                "save": { "includeText": false },
            },
            "completionProvider": { "triggerCharacters": [" ", "$", "{", "[", "\"", "-", "."] },
            "hoverProvider": true,
            "definitionProvider": true,
            "referencesProvider": true,
            "documentSymbolProvider": true,
            "documentFormattingProvider": true,
            "codeActionProvider": { "codeActionKinds": ["quickfix"] },
            "renameProvider": { "prepareProvider": true },
        },
    })
}
