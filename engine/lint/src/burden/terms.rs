//! Lists of words that the burden rules look for, each with where it comes from.

use std::sync::OnceLock;

use serde::Deserialize;

/// One word and its origin.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The word, as it stands in plans.
    pub term: String,
    /// The document that names it, or that it is only common usage.
    pub source: String,
}

/// All lists.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// Names of reports and returns.
    pub report: Vec<Term>,
    /// Reports of high frequency.
    pub often: Vec<Term>,
    /// Responsibility letters.
    pub letter: Vec<Term>,
    /// Marks that prove only that something was gone through.
    pub process: Vec<Term>,
    /// Phrases that ask for nothing.
    pub empty: Vec<Term>,
    /// New bodies and signboards.
    pub group: Vec<Term>,
    /// Apps and chat groups.
    pub app: Vec<Term>,
    /// Forced use and check-in.
    pub forced: Vec<Term>,
    /// A plan that villages must write in their turn.
    pub own_plan: Vec<Term>,
    /// Issuers that must not command.
    pub issuer: Vec<Term>,
    /// Points for traces.
    pub trace: Vec<Term>,
    /// Appraisals and rankings.
    pub appraisal: Vec<Term>,
    /// Large meetings on one field.
    pub comprehensive: Vec<Term>,
    /// Figures that people report about themselves.
    pub honest: Vec<Term>,
    /// Columns with personal data.
    pub personal: Vec<Term>,
    /// Phrases that rule personal data out.
    pub not_personal: Vec<Term>,
}

/// The lists that come with luoshi.
#[must_use]
pub fn terms() -> &'static Terms {
    static TERMS: OnceLock<Terms> = OnceLock::new();
    // Never empty: a test reads the file.
    TERMS.get_or_init(|| serde_yaml::from_str(include_str!("../../terms.yaml")).unwrap_or_default())
}

/// The longest word of a list that a text holds; Latin letters are compared without their case.
#[must_use]
pub fn found<'t>(list: &'t [Term], text: &str) -> Option<&'t Term> {
    let text = text.to_ascii_lowercase();
    list.iter()
        .filter(|t| text.contains(&t.term.to_ascii_lowercase()))
        .max_by_key(|t| t.term.chars().count())
}

#[cfg(test)]
mod tests {
    use super::{found, terms};

    #[test]
    fn every_word_says_where_it_comes_from() {
        let all = terms();
        assert!(!all.personal.is_empty(), "the file could not be read");
        let lists = [
            &all.report,
            &all.often,
            &all.letter,
            &all.process,
            &all.empty,
            &all.group,
            &all.app,
            &all.forced,
            &all.own_plan,
            &all.issuer,
            &all.trace,
            &all.appraisal,
            &all.comprehensive,
            &all.honest,
            &all.personal,
            &all.not_personal,
        ];
        for term in lists.into_iter().flatten() {
            assert!(!term.term.is_empty() && !term.source.is_empty(), "{term:?}");
        }
    }

    #[test]
    fn the_longest_word_wins_whatever_its_case() {
        let word = |text: &str| found(&terms().group, text).map(|t| t.term.as_str());
        assert_eq!(word("成立工作专班"), Some("工作专班"));
        assert_eq!(word("成立工作中心"), None);
        assert_eq!(
            found(&terms().app, "下载app").map(|t| t.term.as_str()),
            Some("APP")
        );
    }
}
