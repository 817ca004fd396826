//! The plan as it is written: one struct for each thing that a YAML map can say.
//!
//! Every struct is defined through `model!`, which also yields its decoder and its schema, so that
//! a key exists in exactly one place. The Chinese name of a key is in `keys.rs`.

mod chain;
mod duty;
mod event;
mod file;
mod header;
mod issuer;
mod layout;
mod place;
mod plugin;
mod roster;
mod sanction;
mod score;
mod template;
mod waiver;

pub use chain::{Chain, Link};
pub use duty::{
    Activity, BelowQuorum, CadenceKeys, Coverage, Document, DueKeys, Duty, Evidence, Guidance,
    Headcount, Lapsed, Meeting, PeriodCloses, Requirement, ServesAlso, ServesKeys, Severity, Task,
    TemplateName,
};
pub use event::{
    Baseline, Direction, EachNeeds, IncidentKind, Indicator, IndicatorSource, Informed,
    RecordFilter, Response, Reward, RewardRange, Timing,
};
pub use file::{File, Head, Set, Settings, WorkdayCalendar};
pub use header::{
    Adjust, Clause, ClauseStatus, Disable, Extend, ExtendName, Jurisdiction, JurisdictionLevel,
    Need, Package, Parameter, ParameterType, PlanHeader, Raw, ReasonedValue, SetValue, Stricter,
    Tailor, Term, Vocabulary,
};
pub use issuer::Issuer;
pub use layout::{Millimetres, OwnLayout, Points};
pub use place::{Holder, Person, Role, Subject, SubjectSet, Unit};
pub use plugin::{AnyKind, EvidenceColumn, Given, Grants, PluginRule, PluginTable, With};
pub use roster::{
    Absence, Group, Lighter, LocalPlanning, Market, Planning, Refusal, Roster, Weekday,
};
pub use sanction::{
    Decider, EffectKeys, Ladder, LadderStep, Lapse, LapseMeasure, NoRecord, Penalty, ReportBack,
    Rule, Trigger, Veto, VetoWhen,
};
pub use score::{
    Band, Bonus, CountOf, Downgrade, Grade, GradeName, Method, ScoreFacet, ScoreItem, ScoreSection,
    Scorecard, SeverityPoints,
};

pub use waiver::WaiverRules;

pub use template::{
    DocumentForm, DocumentKind, OccasionKind, ProposalState, TemplateEvent, TemplateHead,
};

use crate::decode::{Cx, Decode, Reference, Space};
use crate::schema::SchemaBook;
use crate::short::Short;
use crate::yaml::Node;
use luoshi_diagnostics::Place;
use serde_json::{Value, json};

/// Defines a map of the plan: struct, decoder and schema from one list of keys.
macro_rules! model {
    (@take $fields:ident $cx:ident $key:ident $type:ty) => { $fields.take::<$type>(const { $crate::model::bare(stringify!($key)) }, $cx) };
    (@take $fields:ident $cx:ident $key:ident $type:ty, $default:expr) => { $fields.take_or::<$type>(const { $crate::model::bare(stringify!($key)) }, $default, $cx) };
    (@written $type:ty) => { None };
    (@written $type:ty, $default:expr) => { <$type as $crate::decode::Decode>::written(&$default) };
    (@required $type:ty) => { <$type as $crate::decode::Decode>::absent().is_none() };
    (@required $type:ty, $default:expr) => { false };
    (
        $(#[doc = $doc:literal])+
        pub struct $name:ident as $schema:literal $(: $head:ident $head_type:ty)? {
            $( $(#[doc = $key_doc:literal])+ $key:ident : $type:ty $(= $default:expr)?, )*
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone)]
        pub struct $name {
            $( /// What all duties have in common.
               pub $head: $head_type, )?
            $( $(#[doc = $key_doc])+ pub $key: $type, )*
        }

        impl $crate::model::Keys for $name {
            fn from_fields(fields: &mut $crate::decode::Fields<'_>, cx: &mut $crate::decode::Cx<'_>) -> Option<Self> {
                // All keys are read before any is missed: each mistake is worth its own note.
                $( let $head = <$head_type as $crate::model::Keys>::from_fields(fields, cx); )?
                $( let $key = model!(@take fields cx $key $type $(, $default)?); )*
                Some($name { $( $head: $head?, )? $( $key: $key?, )* })
            }

            fn key_schemas(book: &mut $crate::schema::SchemaBook) -> Vec<$crate::schema::KeySchema> {
                let own = vec![$( $crate::schema::KeySchema {
                    key: const { $crate::model::bare(stringify!($key)) },
                    value: <$type as $crate::decode::Decode>::schema(book),
                    required: model!(@required $type $(, $default)?),
                    default: model!(@written $type $(, $default)?),
                    doc: concat!($($key_doc),+),
                } ),*];
                let mut keys = Vec::new();
                $( keys.extend(<$head_type as $crate::model::Keys>::key_schemas(book)); )?
                keys.extend(own);
                keys
            }
        }

        impl $crate::decode::Decode for $name {
            fn decode(node: &$crate::yaml::Node, cx: &mut $crate::decode::Cx<'_>) -> Option<Self> {
                let mut fields = cx.fields(node)?;
                let value = <Self as $crate::model::Keys>::from_fields(&mut fields, cx);
                fields.finish(cx);
                value
            }

            fn schema(book: &mut $crate::schema::SchemaBook) -> serde_json::Value {
                book.named($schema, |book| {
                    let keys = <Self as $crate::model::Keys>::key_schemas(book);
                    $crate::schema::map_schema(concat!($($doc),+), keys)
                })
            }
        }
    };
}
pub(crate) use model;

/// Defines a closed list of words, each in both languages.
macro_rules! words {
    (
        $(#[doc = $doc:literal])+
        pub enum $name:ident { $( $(#[doc = $variant_doc:literal])+ $variant:ident = $en:literal $zh:literal, )* }
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $( $(#[doc = $variant_doc])+ $variant, )* }

        impl $name {
            /// Every value with its English and its Chinese word.
            pub const WORDS: &'static [(Self, &'static str, &'static str)] =
                &[$( ($name::$variant, $en, $zh) ),*];

            /// The English word, which is also its identifier.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $( $name::$variant => $en ),* }
            }
        }

        impl $crate::decode::Decode for $name {
            fn decode(node: &$crate::yaml::Node, cx: &mut $crate::decode::Cx<'_>) -> Option<Self> {
                $crate::model::decode_word(node, cx, Self::WORDS)
            }

            fn written(&self) -> Option<serde_json::Value> {
                Some(serde_json::json!(self.word()))
            }

            fn schema(_: &mut $crate::schema::SchemaBook) -> serde_json::Value {
                $crate::schema::words_schema(&[$( ($en, $zh, concat!($($variant_doc),+)) ),*])
            }
        }
    };
}
pub(crate) use words;

/// A key that is also a word of Rust, without the mark that makes it a name there.
pub(crate) const fn bare(key: &'static str) -> &'static str {
    match key.as_bytes() {
        [b'r', b'#', key @ ..] => match str::from_utf8(key) {
            Ok(key) => key,
            Err(_) => "",
        },
        _ => key,
    }
}

/// A struct whose keys are those of a map, alone or as part of a larger one.
pub(crate) trait Keys: Sized {
    fn from_fields(fields: &mut crate::decode::Fields<'_>, cx: &mut Cx<'_>) -> Option<Self>;
    fn key_schemas(book: &mut SchemaBook) -> Vec<crate::schema::KeySchema>;
}

/// Reads one word of a closed list, with a suggestion when it is none.
pub fn decode_word<T: Copy>(
    node: &Node,
    cx: &mut Cx<'_>,
    all: &'static [(T, &'static str, &'static str)],
) -> Option<T> {
    let text = cx.scalar(node, "type-word")?;
    let found = all.iter().find(|(_, en, zh)| text == *en || text == *zh);
    if found.is_none() {
        let names = || all.iter().flat_map(|(_, en, zh)| [*en, *zh]);
        let list: Vec<String> = all
            .iter()
            .map(|(_, en, zh)| format!("{zh} ({en})"))
            .collect();
        cx.note(luoshi_diagnostics::Code::UnknownValue, node, |n| {
            crate::decode::suggest(n.arg("value", text).arg("list", list), text, names())
        });
    }
    found.map(|(value, _, _)| *value)
}

macro_rules! ids {
    ($( $(#[doc = $doc:literal])+ $name:ident => $space:ident; )*) => { $(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name {
            /// The name.
            pub name: Short,
            /// Where it is defined.
            pub place: Place,
        }

        impl Decode for $name {
            fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
                let name = identifier(node, cx)?;
                cx.define(Space::$space, name, &node.place);
                Some($name { name: name.into(), place: node.place.clone() })
            }

            fn schema(_: &mut SchemaBook) -> Value {
                identifier_schema()
            }
        }
    )* };
}

ids! {
    /// Defines a duty.
    DutyId => Duty;
    /// Defines a role.
    RoleId => Role;
    /// Defines a unit.
    UnitId => Unit;
    /// Defines a person by staff number.
    PersonId => Person;
    /// Defines a set of subjects.
    SetId => Set;
    /// Defines a subject.
    SubjectId => Subject;
    /// Defines a parameter.
    ParameterId => Parameter;
    /// Defines a kind of incident.
    IncidentId => Incident;
    /// Defines a clause.
    ClauseId => Clause;
    /// Defines a responsibility chain.
    ChainId => Chain;
    /// Defines a body that issues documents.
    IssuerId => Issuer;
}

macro_rules! references {
    ($( $(#[doc = $doc:literal])+ $name:ident => [$($space:ident),+]; )*) => { $(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name {
            /// The name.
            pub name: Short,
            /// Where it is used.
            pub place: Place,
        }

        impl Decode for $name {
            fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
                let name = cx.scalar(node, "type-name")?;
                cx.references.push(Reference {
                    spaces: &[$(Space::$space),+],
                    name: name.into(),
                    place: node.place.clone(),
                });
                Some($name { name: name.into(), place: node.place.clone() })
            }

            fn schema(_: &mut SchemaBook) -> Value {
                crate::schema::names_schema(&[$(Space::$space),+])
            }
        }
    )* };
}

references! {
    /// Names a duty.
    DutyRef => [Duty];
    /// Names a role.
    RoleRef => [Role];
    /// Names a unit.
    UnitRef => [Unit];
    /// Names a unit or a role: whoever acts.
    ActorRef => [Unit, Role];
    /// Names a person.
    PersonRef => [Person];
    /// Names a set of subjects.
    SetRef => [Set];
    /// Names a subject.
    SubjectRef => [Subject];
    /// Names a clause.
    ClauseRef => [Clause];
    /// Names a parameter.
    ParameterRef => [Parameter];
    /// Names a kind of incident.
    IncidentRef => [Incident];
    /// Names a body that issues documents.
    IssuerRef => [Issuer];
    /// Names a duty or a kind of incident.
    EventRef => [Duty, Incident];
    /// Names whatever carries out clauses: a duty, a chain or a kind of incident.
    CarrierRef => [Duty, Chain, Incident];
}

/// Whether a text can be an identifier.
///
/// Identifiers are used in file names, ids of findings and command lines: no spaces, no slashes
/// but in clause ids, at most 64 characters. Chinese is welcome.
#[must_use]
pub fn is_identifier(text: &str) -> bool {
    let marks = "_-./【】()（）〔〕";
    let good = |c: char| match c.is_ascii() {
        true => c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '/' | '(' | ')'),
        false => c.is_alphanumeric() || marks.contains(c),
    };
    let short = text.len() <= 64 || text.chars().count() <= 64;
    !text.is_empty() && short && text.chars().all(good)
}

fn identifier<'n>(node: &'n Node, cx: &mut Cx<'_>) -> Option<&'n str> {
    let text = cx.scalar(node, "type-name")?;
    if !is_identifier(text) {
        cx.bad_value(
            luoshi_diagnostics::Code::BadValue,
            node,
            text,
            "type-identifier",
        );
        return None;
    }
    Some(text)
}

fn identifier_schema() -> Value {
    json!({ "type": ["string", "number", "boolean"], "maxLength": 64 })
}
