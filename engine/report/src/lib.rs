//! An assessment as people and tools read it.
//!
//! In: an [`luoshi_rules::Assessment`], the names of a plan, a language.
//! Out: text of at most 80 columns, JSON, the argument behind one finding.
//! Never here: a judgement, a file, a clock, an unordered map.

mod advice;
mod agenda;
mod burden;
mod chain;
mod coverage;
mod deviations;
mod explain;
mod glossary;
mod grouped;
mod html;
mod impact;
mod json;
mod page;
mod plugin;
mod reader;
mod reason;
mod table;
mod tailor;
mod text;
mod topic;
mod what_if;

pub use agenda::{
    Agenda, AgendaFilter, Item, Standing, agenda, agenda_ics, agenda_json, agenda_text,
};
pub use burden::{
    Statement, burden_change_json, burden_change_text, burden_json, burden_line, burden_text,
};
pub use chain::{
    Branch, ChainTree, Chains, Climb, Gap, Lack, Over, Post, Start, Step, TreeOf, chain, chain_dot,
    chain_json, chain_svg, chain_text, climb, climb_json, climb_text, descent, descent_text,
};
pub use coverage::{
    Carrier, ClauseCoverage, ClauseState, Coverage, DocumentCoverage, SectionCoverage, StateCounts,
    coverage, coverage_json, coverage_line, coverage_text,
};
pub use explain::{Find, explain, explain_record};
pub use glossary::Glossary;
pub use html::{HtmlError, LOOKS, escape_html, html};
pub use impact::{
    Compared, Impact, NewVersion, Replay, Stopped, Township, Year, impact_json, impact_line,
    impact_text,
};
pub use json::{SCHEMA, to_json};
pub use page::page;
pub use plugin::{argument as plugin_argument, in_language, plugin_cause};
pub use reader::Reader;
pub use table::{Side, Table, WIDTH, paragraph};
pub use tailor::{Shown, package_value, range_of, tailor_json, tailor_text};
pub use text::{carried_out, check, share_of, summary_line, value_of as parameter_value};
pub use topic::{topic, topics};
pub use what_if::{WhatIf, what_if_json, what_if_text};

#[cfg(test)]
mod tests;
