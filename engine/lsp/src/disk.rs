//! How the server comes by the texts of folders.

use std::path::Path;

use luoshi_diagnostics::Sources;
use luoshi_plan::{Folder, PlanFile};

/// The folders of a machine, or of a test.
pub trait Disk {
    /// The texts of a folder, as far as they can be read. Its name is its path, with `/`.
    fn folder(&self, path: &Path) -> Folder;

    /// Whether a folder holds records of evidence; they are not read.
    fn has_records(&self, path: &Path) -> bool;

    /// Every package that a plan in a folder extends, directly or not. Each is read by `read`, which
    /// knows what the editor has changed and not saved yet.
    fn packages(
        &self,
        plan: &PlanFile,
        folder: &Path,
        read: &dyn Fn(&Path) -> Folder,
        sources: &mut Sources,
    ) -> Vec<PlanFile>;
}
