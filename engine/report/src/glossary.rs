//! What a report says in people's words: names and summaries out of the plan.

use std::collections::BTreeMap;

use luoshi_plan::Plan;
use luoshi_plan::model::File;

/// Names and summaries of a plan, by id.
#[derive(Debug, Clone, Default)]
pub struct Glossary {
    /// Summary of each clause, in our own words.
    pub clauses: BTreeMap<String, String>,
    /// Name of each subject.
    pub subjects: BTreeMap<String, String>,
    /// Name of each unit and role.
    pub actors: BTreeMap<String, String>,
    /// What marks, statuses and eligibilities are called.
    pub words: BTreeMap<String, String>,
    /// Marks that the records of each duty must carry.
    pub marks: BTreeMap<String, Vec<String>>,
}

impl Glossary {
    /// The glossary of a plan.
    #[must_use]
    pub fn of(plan: &Plan) -> Glossary {
        let content = &plan.content;
        Glossary {
            clauses: pairs(content.clauses.iter().map(|c| (&*c.id.name, &*c.summary))),
            subjects: pairs(plan.subjects.iter().map(|s| (&*s.id.name, &*s.name))),
            actors: pairs(
                content
                    .units
                    .iter()
                    .map(|u| (&*u.id.name, &*u.name))
                    .chain(content.roles.iter().map(|r| (&*r.id.name, &*r.name))),
            ),
            words: pairs(content.vocabulary.iter().map(|w| (&*w.id, &*w.name))),
            marks: marks(content),
        }
    }

    /// What a word of the plan is called; the word itself where the plan does not say.
    #[must_use]
    pub fn called(&self, word: &str) -> String {
        self.words.get(word).map_or(word, String::as_str).to_owned()
    }
}

fn pairs<'a>(all: impl Iterator<Item = (&'a str, &'a str)>) -> BTreeMap<String, String> {
    all.map(|(id, text)| (id.to_owned(), text.to_owned()))
        .collect()
}

fn marks(content: &File) -> BTreeMap<String, Vec<String>> {
    let meetings = content.meetings.iter().map(|m| (&m.duty.id, &m.produces));
    let rosters = content.rosters.iter().map(|r| (&r.duty.id, &r.produces));
    let required = [
        content
            .activities
            .iter()
            .map(|a| (&a.duty.id, &a.requires))
            .collect::<Vec<_>>(),
        content
            .tasks
            .iter()
            .map(|t| (&t.duty.id, &t.requires))
            .collect(),
        content
            .documents
            .iter()
            .map(|d| (&d.duty.id, &d.requires))
            .collect(),
        content
            .coverage
            .iter()
            .map(|c| (&c.duty.id, &c.requires))
            .collect(),
    ];
    let required = required
        .into_iter()
        .flatten()
        .filter_map(|(id, requires)| requires.as_ref().map(|r| (id, &r.marks)));
    meetings
        .chain(rosters)
        .chain(required)
        .filter(|(_, marks)| !marks.is_empty())
        .map(|(id, marks)| (id.name.to_string(), marks.clone()))
        .collect()
}
