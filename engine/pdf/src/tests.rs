//! Where everything really stands on the pages, measured in what the typesetting library lays out.

mod forms;
mod hostile;
mod machine;
mod measure;
mod papers;
mod places;
mod whole;

use std::sync::LazyLock;

use crate::fonts::Fonts;

/// The fonts of this machine, read once for all tests.
static FONTS: LazyLock<Fonts> = LazyLock::new(machine::fonts);
