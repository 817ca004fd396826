//! A township's plan: YAML text to a [`Plan`] without a dangling name.
//!
//! In: the texts of a plan and of the packages that it extends.
//! Out: a [`PlanFile`] (parse), a [`Plan`] (resolve), a JSON Schema, and notes about all that is wrong.
//! Never here: evidence, a judgement, a clock, a file, an unordered map.

mod answers;
mod atlas;
mod bounds;
mod calendars;
mod check;
mod components;
mod cycle;
mod decode;
mod desk;
mod deviations;
mod duties;
mod folder;
mod hidden;
mod hint;
mod index;
mod keys;
mod layer;
mod link;
mod measure;
pub mod model;
mod off;
mod overlay;
mod packages;
mod parameters;
mod parse;
mod places;
mod plan;
mod prepared;
mod quiet;
mod remains;
mod resolve;
mod scalar;
mod schema;
mod section;
mod short;
mod subjects;
mod substitute;
mod tailor;
mod template;
mod varying;
mod version;
mod waivers;
mod yaml;

pub use atlas::Atlas;
pub use calendars::after;
pub use components::Component;
pub use decode::{Cx, Decode, Fields, Reference, Scratch, Space, missing_key};
pub use deviations::{Added, Deviations, Difference, Redefined, Tailored};
pub use folder::{Folder, LARGEST_COMPONENT};
pub use index::{Call, Definition, Index, Mention, Use, calls, index};
pub use keys::{KEYS, chinese, english};
pub use model::{decode_word, is_identifier};
pub use parse::{Peek, PlanFile, Wanted, parse, wanted};
pub use places::{Names, Places};
pub use plan::{AnswersBy, Change, Inactive, ParameterInForce, Plan, SetBy, Texts};
pub use prepared::Prepared;
pub use resolve::{check_package, package_as_plan, resolve};
pub use scalar::{Decimal, Limit, Money, Percent, Ratio, Settable};
pub use schema::{SchemaBook, schema};
pub use section::{Entries, Section};
pub use short::Short;
pub use template::{TemplateFile, template_file};
pub use version::{Version, VersionRange};
pub use yaml::{Key, Node, NodeKind, read_tree};
