//! Which county a township is counted in.

/// By what a township is counted in a county, unless a register says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CountyBy {
    /// The folder that holds the township's folder.
    #[default]
    Folder,
    /// So many characters at the front of its code.
    Prefix(usize),
    /// None: all are counted together.
    None,
}

impl CountyBy {
    /// Reads `folder`, `prefix:6` or `none`.
    #[must_use]
    pub fn from_word(word: &str) -> Option<CountyBy> {
        match word {
            "folder" => Some(CountyBy::Folder),
            "none" => Some(CountyBy::None),
            _ => {
                let length = word.strip_prefix("prefix:")?.parse().ok()?;
                (length > 0).then_some(CountyBy::Prefix(length))
            }
        }
    }

    /// As it is typed.
    #[must_use]
    pub fn word(self) -> String {
        match self {
            CountyBy::Folder => "folder".to_owned(),
            CountyBy::Prefix(length) => format!("prefix:{length}"),
            CountyBy::None => "none".to_owned(),
        }
    }

    /// The county of a township with this code in a folder of that name; empty if there is none.
    #[must_use]
    pub fn county(self, code: &str, folder: &str) -> String {
        match self {
            CountyBy::Folder => folder.to_owned(),
            CountyBy::Prefix(length) => code.chars().take(length).collect(),
            CountyBy::None => String::new(),
        }
    }
}
