//! A draft as YAML, with short comments in the reader's language once the plan is known.

use luoshi_diagnostics::{Args, Lang, Messages};
use luoshi_plan::model::{Adjust, is_identifier};
use luoshi_plan::{ParameterInForce, Plan, chinese};
use luoshi_report::range_of;

use super::draft::{Chosen, Draft};

/// What comments are made of: the plan as the packages make it, and the language.
#[derive(Clone, Copy)]
pub(super) struct Remarks<'a> {
    pub(super) plan: &'a Plan,
    pub(super) words: Messages,
}

/// The file `plan.yaml` of a draft.
pub(super) fn yaml(draft: &Draft, remarks: Option<Remarks<'_>>) -> String {
    let mut page = Page {
        keys: draft.keys,
        remarks,
        out: String::new(),
    };
    page.head(draft);
    page.parameters(&draft.set);
    page.disabled(&draft.without);
    page.subjects(draft);
    page.posts(draft);
    page.out
}

struct Page<'a> {
    keys: Lang,
    remarks: Option<Remarks<'a>>,
    out: String,
}

impl Page<'_> {
    /// A key in the language of the file.
    fn key(&self, key: &'static str) -> &'static str {
        match self.keys {
            Lang::ZhCn => chinese(key).unwrap_or(key),
            Lang::En => key,
        }
    }

    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    /// A comment of the catalogue on a line of its own.
    fn remark(&mut self, indent: &str, key: &str, args: Args) {
        if let Some(remarks) = self.remarks {
            for line in remarks.words.text(key, &args).lines() {
                self.line(&format!("{indent}# {line}"));
            }
        }
    }

    /// A flow map of keys and values.
    fn map(&self, entries: &[(&'static str, &str)]) -> String {
        let entries = entries
            .iter()
            .map(|(key, value)| format!("{}: {}", self.key(key), scalar(value)));
        format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
    }

    fn head(&mut self, draft: &Draft) {
        let title = self.remarks.and_then(|r| r.plan.packages.last());
        let title = title.map_or_else(String::new, |p| p.title.clone());
        self.remark("", "init-yaml-head", vec![("title", title.into())]);
        self.line(&format!("{}: 1\n", self.key("luoshi")));
        self.line(&format!("{}:", self.key("plan")));
        let id = draft.id();
        for (key, value) in [
            ("id", &id),
            ("title", &draft.title),
            ("issuer", &draft.issuer),
            ("issued", &draft.issued),
        ] {
            self.line(&format!("  {}: {}", self.key(key), scalar(value)));
        }
        let period = self.map(&[("from", &draft.from), ("to", &draft.to)]);
        self.line(&format!("\n{}: {period}\n", self.key("period")));
        let level = match self.keys {
            Lang::ZhCn => "乡镇",
            Lang::En => "township",
        };
        let place = [
            ("code", &*draft.code),
            ("name", &*draft.name),
            ("level", level),
        ];
        let place = self.map(&place);
        self.line(&format!("{}: {place}\n", self.key("jurisdiction")));
        let extend = self.map(&[("package", &*draft.package), ("version", &*draft.version)]);
        self.line(&format!("{}:\n  - {extend}", self.key("extends")));
    }

    /// The values chosen, and as comments every other that may be.
    fn parameters(&mut self, set: &[Chosen]) {
        if set.is_empty() && self.remarks.is_none() {
            return;
        }
        self.line("");
        self.remark("", "init-yaml-set", Vec::new());
        self.line(&format!("{}:", self.key("set")));
        for chosen in set {
            let value = match &chosen.reason {
                Some(reason) => self.map(&[("value", &chosen.value), ("reason", reason)]),
                None => scalar(&chosen.value),
            };
            let behind = self.about(&chosen.id);
            self.line(&format!("  {}: {value}{behind}", scalar(&chosen.id)));
        }
        let Some(Remarks { plan, .. }) = self.remarks else {
            return;
        };
        let others = plan.parameters.iter();
        let others = others.filter(|p| p.adjustable != Adjust::Fixed);
        let (mut open, mut settled) = (Vec::new(), Vec::new());
        for parameter in others.filter(|p| set.iter().all(|chosen| chosen.id != p.id)) {
            match parameter.value {
                None => open.push(parameter),
                Some(_) => settled.push(parameter),
            }
        }
        self.offered("init-yaml-open", &open);
        self.offered("init-yaml-settled", &settled);
    }

    fn offered(&mut self, key: &str, parameters: &[&ParameterInForce]) {
        if parameters.is_empty() {
            return;
        }
        self.remark("  ", key, Vec::new());
        for parameter in parameters {
            let value = parameter.value.as_deref();
            let value = value.map_or_else(String::new, |value| format!(" {}", scalar(value)));
            let line = format!("  # {}:{value}{}", parameter.id, self.about(&parameter.id));
            self.line(&line);
        }
    }

    /// What a parameter is and what it may be, as a comment behind its line.
    fn about(&self, id: &str) -> String {
        let Some(Remarks { plan, words }) = self.remarks else {
            return String::new();
        };
        let Some(parameter) = plan.parameters.iter().find(|p| p.id == id) else {
            return String::new();
        };
        let question = match (&parameter.value, &parameter.question) {
            (None, Some(question)) => question.as_str(),
            _ => "",
        };
        let args = vec![
            ("name", parameter.name.as_str().into()),
            ("range", range_of(words, parameter).into()),
            (
                "question",
                if question.is_empty() {
                    "none"
                } else {
                    question
                }
                .into(),
            ),
        ];
        format!("  # {}", one_line(&words.text("init-yaml-about", &args)))
    }

    fn disabled(&mut self, without: &[(String, String)]) {
        let Some(remarks) = self.remarks else {
            if !without.is_empty() {
                self.line(&format!("\n{}:", self.key("disable")));
            }
            self.left_out(without);
            return;
        };
        let rest = remarks.plan.duties().filter(|d| d.optional);
        let rest: Vec<(String, String)> = rest
            .map(|d| (d.id.name.to_string(), d.name.clone()))
            .collect();
        if without.is_empty() && rest.is_empty() {
            return;
        }
        self.line("");
        self.remark("", "init-yaml-disable", Vec::new());
        self.line(&format!("{}:", self.key("disable")));
        self.left_out(without);
        for (duty, name) in rest {
            let reason = remarks.words.word("init-yaml-why");
            let entry = self.map(&[("duty", &duty), ("reason", &reason)]);
            self.line(&format!("  # - {entry}  # {}", one_line(&name)));
        }
    }

    fn left_out(&mut self, without: &[(String, String)]) {
        for (duty, reason) in without {
            let entry = self.map(&[("duty", duty), ("reason", reason)]);
            self.line(&format!("  - {entry}"));
        }
    }

    /// The villages, the sets that the packages leave to the plan, and as comments the sets to be filled.
    fn subjects(&mut self, draft: &Draft) {
        let left = draft
            .left
            .iter()
            .filter(|(section, _)| *section == "subjects");
        let mut left: Vec<String> = left.map(|(_, name)| name.clone()).collect();
        let empty = draft.villages.is_empty() && left.is_empty();
        if empty && self.remarks.is_none() {
            return;
        }
        left.retain(|name| name != VILLAGES || draft.villages.is_empty());
        self.line("");
        self.remark("", "init-yaml-subjects", Vec::new());
        self.line(&format!("{}:", self.key("subjects")));
        let known = self.sets();
        if !draft.villages.is_empty() {
            self.line(&format!("  - {}: {VILLAGES}", self.key("id")));
            self.line(&format!(
                "    {}: {}",
                self.key("name"),
                scalar(&draft.villages_name)
            ));
            self.line(&format!("    {}:", self.key("members")));
            for (id, name) in &draft.villages {
                let member = self.map(&[("id", id), ("name", name)]);
                self.line(&format!("      - {member}"));
            }
        }
        for name in &left {
            let set = self.map(&[("id", name), ("name", name)]);
            self.line(&format!("  - {set}"));
        }
        for (id, name) in known {
            if (id == VILLAGES && !draft.villages.is_empty()) || left.contains(&id) {
                continue;
            }
            let set = self.map(&[("id", &id), ("name", &name)]);
            let set = set.trim_end_matches('}').trim_end().to_owned();
            let members = self.key("members");
            self.line(&format!("  # - {set}, {members}: [] }}"));
        }
    }

    /// Ids and names of the sets of the packages that have no member yet.
    fn sets(&self) -> Vec<(String, String)> {
        let Some(Remarks { plan, .. }) = self.remarks else {
            return Vec::new();
        };
        let sets = plan.content.subjects.iter();
        let sets = sets.filter(|set| set.including.is_empty());
        sets.map(|set| (set.id.name.to_string(), set.name.clone()))
            .collect()
    }

    /// Units and roles that the packages leave to the plan; as comments, who holds which post.
    fn posts(&mut self, draft: &Draft) {
        for section in ["units", "roles"] {
            let left = draft.left.iter().filter(|(of, _)| *of == section);
            let left: Vec<&str> = left.map(|(_, name)| name.as_str()).collect();
            if left.is_empty() {
                continue;
            }
            self.line("");
            self.remark("", "init-yaml-left", Vec::new());
            self.line(&format!("{}:", self.key(section)));
            for name in left {
                let entry = self.map(&[("id", name), ("name", name)]);
                self.line(&format!("  - {entry}"));
            }
        }
        let Some(Remarks { plan, .. }) = self.remarks else {
            return;
        };
        self.line("");
        self.remark("", "init-yaml-holders", Vec::new());
        let staff = self.map(&[("staff", "T001")]);
        self.line(&format!("# {}:\n#   - {staff}", self.key("persons")));
        self.line(&format!("# {}:", self.key("holders")));
        for role in plan.content.roles.iter().filter(|r| r.for_each.is_none()) {
            let held = self.map(&[("role", &role.id.name), ("person", "T001")]);
            self.line(&format!("#   - {held}  # {}", one_line(&role.name)));
        }
    }
}

/// The set that villages go into.
pub(super) const VILLAGES: &str = "villages";

/// A text as a scalar of YAML: plain where nothing in it could mean something else.
fn scalar(text: &str) -> String {
    let inside = |c: char| c.is_alphanumeric() || "_-/%.（）、，。《》〔〕【】".contains(c);
    let starts = text.starts_with(|c: char| c.is_alphanumeric() || "（《〔【".contains(c));
    match starts && text.chars().all(inside) {
        true => text.to_owned(),
        // A string of JSON is one of YAML too.
        false => serde_json::Value::from(text).to_string(),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An id for a village that was given by its name alone: `v01`.
pub(super) fn village(text: &str, known: usize) -> (String, String) {
    match text.split_once('=') {
        Some((id, name)) if is_identifier(id.trim()) => {
            (id.trim().to_owned(), name.trim().to_owned())
        }
        _ => (format!("v{:02}", known + 1), text.trim().to_owned()),
    }
}
