//! What is known of a new plan so far, and the packages that it stands on.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use luoshi::packages_for;
use luoshi_diagnostics::{Arg, Code, FileId, Lang, Level, Note, Sources};
use luoshi_plan::{Folder, Plan, PlanFile, parse, resolve};

use super::yaml::{VILLAGES, yaml};
use crate::args::InitArgs;
use crate::failure::Failure;

/// The answers: each has a value from the start, so that every new one can be checked at once.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) package: String,
    /// Range of its versions, such as `^1.0`.
    pub(super) version: String,
    pub(super) code: String,
    pub(super) name: String,
    pub(super) title: String,
    pub(super) issuer: String,
    pub(super) issued: String,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) set: Vec<Chosen>,
    /// Duties that are left out, with the reason.
    pub(super) without: Vec<(String, String)>,
    /// Ids and names.
    pub(super) villages: Vec<(String, String)>,
    /// What the packages call the set that the villages go into.
    pub(super) villages_name: String,
    /// Names that the packages leave to the plan: the key of their section, and the name.
    pub(super) left: BTreeSet<(&'static str, String)>,
    /// The language of the keys.
    pub(super) keys: Lang,
}

/// A parameter with the value chosen.
#[derive(Debug, Clone)]
pub(super) struct Chosen {
    pub(super) id: String,
    pub(super) value: String,
    pub(super) reason: Option<String>,
}

impl Draft {
    /// What the flags say, and what stands until somebody says otherwise.
    pub(super) fn new(args: &InitArgs, offered: &Offered, day: Date, lang: Lang) -> Draft {
        let year = args.from.unwrap_or(day).year();
        let place = match lang {
            Lang::ZhCn => "某某镇",
            Lang::En => "Some Township",
        };
        let name = args.name.clone().unwrap_or_else(|| place.to_owned());
        let from = args
            .from
            .map_or_else(|| format!("{year}-01-01"), |d| d.to_string());
        let reason = |id: &String| {
            let mut reasons = args.reason.iter();
            reasons.find(|(of, _)| of == id).map(|(_, why)| why.clone())
        };
        let chosen = |(id, value): &(String, String)| Chosen {
            id: id.clone(),
            value: value.clone(),
            reason: reason(id),
        };
        Draft {
            package: offered.name.clone(),
            version: offered.range(),
            code: args.code.clone().unwrap_or_else(|| "T01".to_owned()),
            title: args.title.clone().unwrap_or_else(|| title(&name, lang)),
            issuer: args.issuer.clone().unwrap_or_else(|| issuer(&name, lang)),
            issued: args.issued.map_or_else(|| from.clone(), |d| d.to_string()),
            to: args
                .to
                .map_or_else(|| format!("{year}-12-31"), |d| d.to_string()),
            from,
            name,
            set: args.set.iter().map(chosen).collect(),
            without: args.without.clone(),
            villages: args.village.clone(),
            villages_name: match lang {
                Lang::ZhCn => "村".to_owned(),
                Lang::En => "Villages".to_owned(),
            },
            left: BTreeSet::new(),
            keys: lang,
        }
    }

    /// The id of the plan: `t01-2026`.
    pub(super) fn id(&self) -> String {
        let year = self.from.get(..4).unwrap_or(&self.from);
        format!("{}-{year}", self.code.to_lowercase())
    }
}

pub(super) fn title(name: &str, lang: Lang) -> String {
    match lang {
        Lang::ZhCn => format!("{name}社会治安防控工作实施方案"),
        Lang::En => format!("Plan of {name}"),
    }
}

pub(super) fn issuer(name: &str, lang: Lang) -> String {
    match lang {
        Lang::ZhCn => format!("{name}人民政府"),
        Lang::En => format!("{name} Government"),
    }
}

/// A package that a plan can be started from.
pub(super) struct Offered {
    pub(super) name: String,
    pub(super) title: String,
    /// `major.minor.patch`.
    pub(super) version: String,
}

impl Offered {
    fn range(&self) -> String {
        let mut parts = self.version.split('.');
        let (major, minor) = (parts.next().unwrap_or("0"), parts.next().unwrap_or("0"));
        format!("^{major}.{minor}")
    }
}

/// The packages that a plan stands on, read once.
pub(super) struct Ground {
    packages: Vec<PlanFile>,
    pub(super) sources: Sources,
    path: String,
}

impl Ground {
    /// Reads the package of a draft, and those that it extends.
    pub(super) fn read(draft: &Draft, dir: &Path, places: &[PathBuf]) -> Result<Ground, Failure> {
        let mut ground = Ground {
            packages: Vec::new(),
            sources: Sources::default(),
            path: dir.join("plan.yaml").display().to_string(),
        };
        let (file, _) = ground.parsed(&yaml(draft, None));
        let (packages, notes) = packages_for(&file, dir, places, &mut ground.sources);
        if notes.iter().any(|n| n.code.level() == Level::Error) {
            return Err(Failure {
                notes,
                sources: ground.sources,
            });
        }
        ground.packages = packages;
        Ok(ground)
    }

    fn parsed(&mut self, text: &str) -> (PlanFile, Option<FileId>) {
        let folder = Folder {
            name: self
                .path
                .trim_end_matches("plan.yaml")
                .trim_end_matches('/')
                .to_owned(),
            texts: vec![("plan.yaml".to_owned(), text.to_owned())],
            ..Folder::default()
        };
        let file = parse(&folder, &mut self.sources);
        let id = file.trees.first().map(|tree| tree.place.file);
        (file, id)
    }

    /// The plan of a text, and what is wrong with it.
    pub(super) fn plan(&mut self, text: &str) -> (Option<Plan>, Vec<Note>) {
        let (file, _) = self.parsed(text);
        let staged = resolve(&file, &self.packages);
        let mut notes = staged.notes;
        notes.retain(|n| n.code.level() == Level::Error);
        (staged.value, notes)
    }

    /// What is wrong with a draft.
    pub(super) fn wrong(&mut self, draft: &Draft) -> Vec<Note> {
        self.plan(&yaml(draft, None)).1
    }

    /// What the packages call the set of villages, if they have one.
    pub(super) fn villages(&mut self, draft: &Draft) -> Option<String> {
        let bare = Draft {
            set: Vec::new(),
            without: Vec::new(),
            villages: Vec::new(),
            ..draft.clone()
        };
        let plan = self.plan(&yaml(&bare, None)).0?;
        let mut sets = plan.content.subjects.iter();
        let set = sets.find(|set| set.id.name == VILLAGES)?;
        (!draft.left.contains(&("subjects", VILLAGES.to_owned()))).then(|| set.name.clone())
    }

    /// Defines the units, roles and sets that the packages leave to their plans.
    pub(super) fn fill(&mut self, draft: &mut Draft) {
        // A set that is defined may be of another sort than the next name wants: no more than once each.
        loop {
            let before = draft.left.len();
            for note in self.wrong(draft) {
                draft.left.extend(left(&note));
            }
            if draft.left.len() == before {
                return;
            }
        }
    }
}

/// The section and the name of something that nobody defines.
fn left(note: &Note) -> Option<(&'static str, String)> {
    if note.code != Code::UnknownName {
        return None;
    }
    let of = |wanted: &str| {
        let mut args = note.args.iter();
        args.find(|(name, _)| *name == wanted).map(|(_, arg)| arg)
    };
    let section = match of("space")? {
        Arg::Term("space-unit") => "units",
        Arg::Term("space-role") => "roles",
        Arg::Term("space-set") => "subjects",
        _ => return None,
    };
    match of("name")? {
        Arg::Text(name) => Some((section, name.clone())),
        _ => None,
    }
}
