//! What one folder holds, a plan's or a package's.

use std::sync::Arc;

/// Most bytes that a program of a plugin rule may have.
pub const LARGEST_COMPONENT: usize = 32 << 20;

/// Every file that luoshi reads from a folder, already read.
#[derive(Debug, Clone, Default)]
pub struct Folder {
    /// The path shown in messages, such as `policies/pingtang-2012`.
    pub name: String,
    /// Path inside the folder with `/`, and text. YAML files in the root, `rules/*.rhai`,
    /// `templates/*.md`, `calendar/*.csv`; sorted by path.
    pub texts: Vec<(String, String)>,
    /// Path inside the folder and bytes of `plugins/*.wasm`; of a file above [`LARGEST_COMPONENT`],
    /// anything that is longer than that. None where nobody looked: then nothing is said of them.
    pub binaries: Option<Vec<(String, Arc<[u8]>)>>,
}
