//! The texts of one folder: a plan's or a package's.

/// Every text that luoshi reads from a folder, already read.
#[derive(Debug, Clone, Default)]
pub struct Folder {
    /// The path shown in messages, such as `policies/pingtang-2012`.
    pub name: String,
    /// Path inside the folder with `/`, and text. YAML files in the root, `rules/*.rhai`,
    /// `calendar/*.csv`; sorted by path.
    pub texts: Vec<(String, String)>,
}
