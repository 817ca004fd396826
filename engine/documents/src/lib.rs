//! The papers that a plan calls for, from templates.
//!
//! In: a plan, its evidence and its assessment; the texts of templates.
//! Out: which papers are called for and how each stands; each as a [`luoshi_layout::Document`]; the
//! names that templates may use, with their values; issuing numbers.
//! Never here: a file, a clock, bytes of an office format.

mod bounds;
mod chinese;
mod compose;
mod dates;
mod files;
mod fill;
mod filters;
mod issuer;
mod kinds;
mod library;
mod markdown;
mod names;
mod occasion;
mod paper;
mod press;
mod register;
mod setting;
mod shipped;
mod wording;

pub use files::Files;
pub use fill::{Fills, open_fields};
pub use filters::{HELPERS, Helper, HelperKind};
pub use issuer::issuing_body;
pub use library::{Library, Origin, Template, library};
pub use names::{NAMES, Name, Names};
pub use occasion::{Occasion, occasions};
pub use paper::{Paper, PaperState, papers};
pub use press::{Press, press};
pub use register::{IssueNumber, Issued, Register, fills_of, record_id, record_of};
pub use setting::{IssuingBody, Setting};
pub use shipped::SHIPPED;
