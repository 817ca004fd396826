//! Values in the memory of a guest, as the canonical ABI of components lays them out.

use luoshi_plugin_interface::{Description, Message, Parameter, ParameterKind, Reading, Words};

/// Bytes from an address on.
pub(crate) struct Memory {
    base: u32,
    bytes: Vec<u8>,
}

impl Memory {
    pub(crate) fn new(base: u32) -> Memory {
        let bytes = Vec::new();
        Memory { base, bytes }
    }

    /// As a text of WebAssembly writes bytes.
    pub(crate) fn escaped(&self) -> String {
        self.bytes
            .iter()
            .map(|byte| format!("\\{byte:02x}"))
            .collect()
    }

    fn put(&mut self, bytes: &[u8]) -> u32 {
        self.bytes.resize(self.bytes.len().next_multiple_of(8), 0);
        let at = self.base + word(self.bytes.len());
        self.bytes.extend_from_slice(bytes);
        at
    }

    fn text(&mut self, text: &str) -> Vec<u8> {
        pair(self.put(text.as_bytes()), text.len())
    }

    fn words(&mut self, words: &Words) -> Vec<u8> {
        [self.text(&words.zh), self.text(&words.en)].concat()
    }

    fn list(&mut self, items: &[Vec<u8>]) -> Vec<u8> {
        pair(self.put(&items.concat()), items.len())
    }

    fn texts(&mut self, texts: &[String]) -> Vec<u8> {
        let texts: Vec<_> = texts.iter().map(|text| self.text(text)).collect();
        self.list(&texts)
    }

    /// Where the description is. Its id comes first in the memory, its version eight bytes after.
    pub(crate) fn description(&mut self, of: &Description) -> u32 {
        let named = [self.text(&of.id), self.text(&of.version)].concat();
        let outcomes: Vec<_> = of
            .outcomes
            .iter()
            .map(|outcome| vec![*outcome as u8])
            .collect();
        let reads: Vec<_> = of.reads.iter().map(|of| self.reading(of)).collect();
        let parameters: Vec<_> = of.parameters.iter().map(|of| self.parameter(of)).collect();
        let messages: Vec<_> = of.messages.iter().map(|of| self.message(of)).collect();
        let parts = [
            named,
            self.words(&of.title),
            self.words(&of.summary),
            vec![of.scope as u8, 0, 0, 0],
            self.list(&outcomes),
            self.texts(&of.kinds),
            self.list(&reads),
            self.list(&parameters),
            self.list(&messages),
        ];
        self.put(&parts.concat())
    }

    fn reading(&mut self, of: &Reading) -> Vec<u8> {
        [self.text(&of.table), self.texts(&of.columns)].concat()
    }

    fn message(&mut self, of: &Message) -> Vec<u8> {
        [self.text(&of.id), self.words(&of.text)].concat()
    }

    fn parameter(&mut self, of: &Parameter) -> Vec<u8> {
        let (case, mut kind) = match &of.kind {
            ParameterKind::Whole(of) => (
                0,
                [of.least, of.most, of.default]
                    .map(i64::to_le_bytes)
                    .concat(),
            ),
            ParameterKind::Decimal(of) => (
                1,
                [of.least, of.most, of.default]
                    .map(i64::to_le_bytes)
                    .concat(),
            ),
            ParameterKind::Flag(default) => (2, vec![u8::from(*default)]),
            ParameterKind::Choice { options, default } => (
                3,
                [self.texts(options), default.to_le_bytes().to_vec()].concat(),
            ),
        };
        kind.resize(24, 0);
        let parts = [
            self.text(&of.id),
            self.words(&of.title),
            self.words(&of.unit),
            vec![case, 0, 0, 0, 0, 0, 0, 0],
            kind,
        ];
        parts.concat()
    }

    /// One finding that the host takes, at the base.
    pub(crate) fn finding(&mut self) {
        let (texts, argument, records) = (self.base + 256, self.base + 512, self.base + 768);
        let parts = [
            vec![1, 0, 0, 0, 0, 0, 0, 0],
            vec![0; 12],
            vec![2, 0, 0, 0],
            7_i64.to_le_bytes().to_vec(),
            pair(texts, 4),
            pair(argument, 1),
            pair(records, 1),
        ];
        self.put(&parts.concat());
        self.at(256, b"seenwhat");
        self.at(
            512,
            &[pair(texts + 4, 4), vec![0; 8], 3_i64.to_le_bytes().to_vec()].concat(),
        );
        self.at(768, &[0; 4]);
    }

    fn at(&mut self, offset: usize, bytes: &[u8]) {
        self.bytes.resize(offset, 0);
        self.bytes.extend_from_slice(bytes);
    }
}

fn word(count: usize) -> u32 {
    u32::try_from(count).expect("a small memory")
}

fn pair(at: u32, len: usize) -> Vec<u8> {
    [at.to_le_bytes(), word(len).to_le_bytes()].concat()
}
