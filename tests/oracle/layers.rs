//! A plan that lies on packages: what each of the folders writes.

pub(crate) mod lay;
pub(crate) mod parameter;
pub(crate) mod value;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Map, Value as Json, json};

use crate::plan::{Plan, WaiverRules, calendar_text};
use value::Given;

/// The packages in the order in which they are handed over, and the plan.
#[derive(Debug, Clone)]
pub(crate) struct Layers {
    pub(crate) packages: Vec<Folder>,
    pub(crate) plan: Folder,
}

/// A package or the plan.
#[derive(Debug, Clone)]
pub(crate) struct Folder {
    /// The name of a package; none for the plan.
    pub(crate) package: Option<&'static str>,
    /// The packages that it builds on, in the order named.
    pub(crate) extends: Vec<&'static str>,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) set: Vec<SetValue>,
    pub(crate) settings: Settings,
    pub(crate) waivers: Option<WaiverRules>,
    pub(crate) disable: Vec<Disable>,
    pub(crate) calendar: BTreeMap<Date, bool>,
    /// Its sections; of the plan also who it is.
    pub(crate) content: Plan,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Parameter {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    #[serde(rename = "type")]
    pub(crate) kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) default: Option<Given>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) min: Option<Given>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) max: Option<Given>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) choices: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) stricter: Option<&'static str>,
    pub(crate) adjustable: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reason: Option<&'static str>,
    pub(crate) question: &'static str,
}

/// What a folder sets a parameter to.
#[derive(Debug, Clone)]
pub(crate) struct SetValue {
    pub(crate) parameter: &'static str,
    pub(crate) value: Given,
    pub(crate) reason: Option<&'static str>,
    pub(crate) adjustable: Option<&'static str>,
}

/// The settings that a folder says.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Settings {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) due_soon: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) backfill: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) calendar: Option<&'static str>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Disable {
    pub(crate) duty: String,
    pub(crate) reason: &'static str,
}

/// The texts of a folder, each under its path.
pub(crate) type Texts = Vec<(String, String)>;

impl Layers {
    pub(crate) fn texts(&self) -> (Vec<Texts>, Texts) {
        let packages = self.packages.iter().map(Folder::texts).collect();
        (packages, self.plan.texts())
    }

    /// The packages under the plan, the most general first: under each folder what it extends, in the order
    /// named, each package once.
    pub(crate) fn below(&self) -> Vec<&Folder> {
        let mut below = Vec::new();
        self.under(&self.plan, &mut below);
        below
    }

    fn under<'a>(&'a self, folder: &Folder, below: &mut Vec<&'a Folder>) {
        for name in &folder.extends {
            let is = |f: &&Folder| f.package == Some(*name);
            let package = self.packages.iter().find(is).expect("a package");
            if !below.iter().any(is) {
                self.under(package, below);
                below.push(package);
            }
        }
    }

    /// All of them, the plan last.
    pub(crate) fn all(&self) -> Vec<&Folder> {
        let mut all = self.below();
        all.push(&self.plan);
        all
    }
}

impl Folder {
    /// One that writes nothing but who it is, as `plan` does.
    pub(crate) fn empty(package: Option<&'static str>, plan: &Plan) -> Folder {
        Folder {
            package,
            extends: Vec::new(),
            parameters: Vec::new(),
            set: Vec::new(),
            settings: Settings::default(),
            waivers: None,
            disable: Vec::new(),
            calendar: BTreeMap::new(),
            content: plan.without_sections(),
        }
    }

    pub(crate) fn texts(&self) -> Texts {
        let mut texts = Vec::from_iter(calendar_text(&self.calendar));
        let file = if self.package.is_some() {
            "package.yaml"
        } else {
            "plan.yaml"
        };
        texts.push((file.to_owned(), self.text()));
        texts.sort();
        texts
    }

    /// JSON is YAML.
    fn text(&self) -> String {
        let content = serde_json::to_value(&self.content).expect("a plan is JSON");
        let Json::Object(mut keys) = content else {
            panic!("a plan is a map");
        };
        if let Some(name) = self.package {
            for head in ["plan", "period", "jurisdiction"] {
                keys.remove(head);
            }
            let header = json!({ "name": name, "version": "1.2.0", "publisher": "县综治委", "title": "政策包" });
            keys.insert("package".to_owned(), header);
        }
        let extend = |name: &&str| json!({ "package": name, "version": "^1.0" });
        let extends: Vec<Json> = self.extends.iter().map(extend).collect();
        let own = [
            ("extends", json!(extends)),
            ("parameters", json!(self.parameters)),
            ("set", self.sets()),
            ("settings", json!(self.settings)),
            ("waivers", json!(self.waivers)),
            ("disable", json!(self.disable)),
        ];
        for (key, value) in own {
            keys.insert(key.to_owned(), value);
        }
        keys.retain(|_, value| !is_nothing(value));
        Json::Object(keys).to_string()
    }

    fn sets(&self) -> Json {
        let one = |set: &SetValue| {
            let mut given = Map::new();
            given.insert("value".to_owned(), json!(set.value));
            given.extend(set.reason.map(|why| ("reason".to_owned(), json!(why))));
            let adjustable = set.adjustable;
            given.extend(adjustable.map(|how| ("adjustable".to_owned(), json!(how))));
            (set.parameter.to_owned(), Json::Object(given))
        };
        Json::Object(self.set.iter().map(one).collect())
    }
}

/// An empty list or map, which need not be written.
fn is_nothing(value: &Json) -> bool {
    match value {
        Json::Null => true,
        Json::Array(items) => items.is_empty(),
        Json::Object(keys) => keys.is_empty(),
        _ => false,
    }
}

impl Plan {
    /// Who it is, and nothing else.
    pub(crate) fn without_sections(&self) -> Plan {
        let mut plan = self.clone();
        macro_rules! clear {
            ($($section:ident)+) => { $( plan.$section.clear(); )+ };
        }
        lists!(clear);
        plan.units.clear();
        plan.roles.clear();
        plan.subjects.clear();
        plan.parameters = Json::Null;
        plan.set = Json::Null;
        plan.waivers = None;
        plan.calendar.clear();
        plan
    }

    /// Everything that stands in it by itself: the section and the id.
    pub(crate) fn entries(&self) -> Vec<(&'static str, String)> {
        let mut all = Vec::new();
        macro_rules! list {
            ($($section:ident $($of:ident)? ;)+) => { $(
                let ids = self.$section.iter().map(|entry| entry.$($of.)?id.to_string());
                all.extend(ids.map(|id| (stringify!($section), id)));
            )+ };
        }
        list! {
            units; roles; subjects; chains; incidents; indicators; penalties;
            meetings duty; activities duty; tasks duty; documents duty; coverage duty; rosters duty;
            each_needs duty; rewards duty; rules duty; plugins duty; vetoes duty; ladders duty; scorecards duty;
        }
        all
    }
}
