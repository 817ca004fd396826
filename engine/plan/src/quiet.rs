//! What the checks have nothing to say of, so that they need not look at it again in every plan.
//!
//! A plan holds most of what its packages say, the same in memory. Whether a check says anything of such
//! an entry does not depend on the plan, but for the names that the packages leave to it.

use std::collections::BTreeSet;

use luoshi_calendar::Span;
use luoshi_diagnostics::FileId;

use crate::atlas::Atlas;
use crate::check::{self, Context};
use crate::decode::{Reference, Space};
use crate::link;
use crate::model::{File, Head, Set};
use crate::parameters::Values;
use crate::parse::PlanFile;
use crate::section::Section;

macro_rules! sections {
    ($($section:ident)+) => {
        /// No entry at all.
        pub(crate) fn nothing() -> File {
            File {
                head: bare(),
                settings: None,
                waivers: None,
                layout: None,
                $( $section: Section::default(), )+
            }
        }

        /// The entries that are not among the quiet ones.
        pub(crate) fn fresh(content: &File, quiet: &File) -> File {
            File {
                $( $section: content.$section.without(&quiet.$section), )+
                ..nothing()
            }
        }

        /// The entries of which nothing is said, and copies of the others, which are the same in memory as those
        /// of no plan.
        fn silent(content: &File, says_nothing: impl Fn(&File) -> bool) -> File {
            let mut quiet = nothing();
            $(
                let of = |$section| File { $section, ..nothing() };
                quiet.$section = content.$section.clone();
                if !says_nothing(&of(content.$section.clone())) {
                    for (at, entry) in content.$section.shared().enumerate() {
                        if !says_nothing(&of(Section::of_shared([entry.clone()].into_iter()))) {
                            quiet.$section.get_mut(at);
                        }
                    }
                }
            )+
            quiet
        }
    };
}
sections!(units roles persons holders issuers subjects chains meetings activities tasks documents coverage rosters
    incidents each_needs rewards indicators rules plugins penalties vetoes ladders scorecards guidance tailor disable
    vocabulary clauses);

fn bare() -> Head {
    Head {
        luoshi: 1,
        plan: None,
        package: None,
        period: None,
        jurisdiction: None,
        extends: Vec::new(),
        parameters: Section::default(),
        set: Set::default(),
    }
}

/// The entries of packages of which no check says anything, whatever plan lies on them; `open` are the names that
/// no package defines.
pub(crate) fn quiet(
    content: &File,
    open: &[Reference],
    folders: &[&PlanFile],
    values: &Values<'_>,
    span: Span,
) -> File {
    // The plan may define it, and as another sort of duty than it should be.
    if open.iter().any(|r| r.spaces.contains(&Space::Duty)) {
        return nothing();
    }
    let trees = folders.iter().flat_map(|f| &f.trees);
    let atlas = Atlas::with_values(trees, values);
    let scripts = folders.iter().flat_map(|f| f.scripts.keys());
    let scripts = scripts.map(String::as_str).collect();
    let own: BTreeSet<FileId> = BTreeSet::new();
    let sorts = link::sorts_of(content);
    silent(content, |fresh| {
        let context = Context {
            content,
            fresh,
            atlas: &atlas,
            span: Some(span),
            period: None,
            dates: Vec::new(),
            own: &own,
            clean: true,
        };
        link::kinds(fresh, &sorts, &atlas, &scripts).is_empty() && check::all(&context).is_empty()
    })
}
