//! What cases stand on: the package that is tested, with a small plan laid on it.

use jiff::civil::Date;
use luoshi_diagnostics::{Place, Staged};
use luoshi_plan::{Key, Node, NodeKind, Plan, PlanFile, chinese, resolve};

use crate::case::{Case, TestFile};

/// The package or plan that is tested, with the packages under it.
#[derive(Debug, Clone)]
pub(crate) struct Ground {
    /// The packages; what is tested is the last of them, if it is a package.
    packages: Vec<PlanFile>,
    /// What is tested, if it is a township's plan.
    plan: Option<PlanFile>,
}

/// Which cases share a plan: the file, the case if it has a part of its own, the year of a plan that
/// does not say its period.
pub(crate) type PlanKey = (usize, Option<usize>, Option<i16>);

/// What only one tree of a plan may say; the case's own comes before that of its file.
const ONCE: [&str; 3] = ["plan", "period", "jurisdiction"];

impl Ground {
    pub(crate) fn new(tested: &PlanFile, packages: &[PlanFile]) -> Ground {
        let is_package = tested.head.package_name.is_some() && tested.head.plan.is_none();
        let mut packages = packages.to_vec();
        if is_package {
            packages.push(tested.clone());
        }
        Ground {
            packages,
            plan: (!is_package).then(|| tested.clone()),
        }
    }

    /// What is tested.
    pub(crate) fn tested(&self) -> &PlanFile {
        // Invariant: without a plan the package that is tested is the last of the packages.
        let last = self.packages.len().saturating_sub(1);
        self.plan.as_ref().unwrap_or_else(|| &self.packages[last])
    }

    /// The packages under what is tested.
    pub(crate) fn under(&self) -> &[PlanFile] {
        let own = usize::from(self.plan.is_none());
        &self.packages[..self.packages.len() - own]
    }

    /// Whether what is tested is a package.
    pub(crate) fn is_package(&self) -> bool {
        self.plan.is_none()
    }

    /// Puts something else in the place of what is tested, and gives that back.
    pub(crate) fn replace(&mut self, tested: PlanFile) -> PlanFile {
        let place = match &mut self.plan {
            Some(plan) => plan,
            None => {
                let last = self.packages.len() - 1;
                &mut self.packages[last]
            }
        };
        std::mem::replace(place, tested)
    }

    /// The plan that a case is judged under.
    pub(crate) fn plan_of(&self, file: &TestFile, case: &Case) -> Staged<Plan> {
        let own = case.plan.clone();
        let shared = file.plan.as_ref().map(|s| without(s, own.as_ref()));
        let mut trees: Vec<Node> = shared.into_iter().chain(own).map(versioned).collect();
        match &self.plan {
            Some(plan) => {
                let mut all = plan.trees.clone();
                all.append(&mut trees);
                resolve(&plan.with_trees(all), &self.packages)
            }
            None => {
                trees.push(self.head(&trees, case));
                let plan = PlanFile::of_trees(file.name.clone(), trees);
                resolve(&plan, &self.packages)
            }
        }
    }

    /// The head that a case need not repeat: what is missing of it.
    fn head(&self, trees: &[Node], case: &Case) -> Node {
        let mut head = Head {
            // Places are told apart by where they start; nothing is ever noted about these.
            place: case.place.clone(),
            entries: Vec::new(),
        };
        let peek = PlanFile::of_trees("", trees.to_vec()).head;
        let year = case.as_of;
        let from = peek.period.map_or(year.first_of_year(), |p| p.from);
        let package = self.tested().head.package_name.clone().unwrap_or_default();
        head.add("plan", trees, |h| h.plan(from));
        head.add("period", trees, |h| h.period(year));
        head.add("jurisdiction", trees, Head::jurisdiction);
        head.add("extends", trees, |h| {
            let extend = h.map(&[("package", &package)]);
            h.node(NodeKind::List(vec![extend]))
        });
        let place = head.place.clone();
        versioned(Node {
            kind: NodeKind::Map(head.entries),
            place,
        })
    }

    /// Which plan a case is judged under.
    pub(crate) fn key(&self, at: (usize, usize), file: &TestFile, case: &Case) -> PlanKey {
        let trees: Vec<&Node> = file.plan.iter().chain(&case.plan).collect();
        let dated = self.plan.is_some() || trees.iter().any(|tree| has(tree, "period"));
        let year = (!dated).then(|| case.as_of.year());
        (at.0, case.plan.as_ref().map(|_| at.1), year)
    }
}

/// A part of a plan as a file of its own, which has to say the version of the format.
fn versioned(mut tree: Node) -> Node {
    let versioned = has(&tree, "luoshi");
    let mut head = Head {
        place: tree.place.clone(),
        entries: Vec::new(),
    };
    head.place.end = head.place.start;
    if let (NodeKind::Map(entries), false) = (&mut tree.kind, versioned) {
        entries.push((head.key("luoshi"), head.text("1")));
    }
    tree
}

/// The head while it is written.
struct Head {
    place: Place,
    entries: Vec<(Key, Node)>,
}

impl Head {
    fn add(&mut self, key: &str, trees: &[Node], value: impl FnOnce(&mut Head) -> Node) {
        if trees.iter().any(|tree| has(tree, key)) {
            return;
        }
        let value = value(self);
        let key = self.key(key);
        self.entries.push((key, value));
    }

    fn next(&mut self) -> Place {
        self.place.start += 1;
        self.place.end = self.place.end.max(self.place.start);
        self.place.clone()
    }

    fn key(&mut self, text: &str) -> Key {
        Key {
            text: text.into(),
            place: self.next(),
        }
    }

    fn node(&mut self, kind: NodeKind) -> Node {
        let place = self.next();
        Node { kind, place }
    }

    fn text(&mut self, text: &str) -> Node {
        self.node(NodeKind::Scalar {
            text: text.into(),
            quoted: false,
        })
    }

    fn map(&mut self, entries: &[(&str, &str)]) -> Node {
        let entry = |(key, text): &(&str, &str)| (self.key(key), self.text(text));
        let entries = entries.iter().map(entry).collect();
        self.node(NodeKind::Map(entries))
    }

    fn plan(&mut self, issued: Date) -> Node {
        let issued = issued.to_string();
        self.map(&[
            ("id", "case"),
            ("title", "测试方案"),
            ("issuer", "测试"),
            ("issued", &issued),
        ])
    }

    fn period(&mut self, day: Date) -> Node {
        let (from, to) = (day.first_of_year(), day.last_of_year());
        self.map(&[("from", &from.to_string()), ("to", &to.to_string())])
    }

    fn jurisdiction(&mut self) -> Node {
        self.map(&[("code", "T"), ("name", "测试镇"), ("level", "township")])
    }
}

/// Whether a map has a key, in either language.
fn has(tree: &Node, key: &str) -> bool {
    value(tree, key).is_some()
}

/// The value of a key of a map, in either language.
pub(crate) fn value<'n>(tree: &'n Node, key: &str) -> Option<&'n Node> {
    let NodeKind::Map(entries) = &tree.kind else {
        return None;
    };
    let zh = chinese(key);
    let named = |text: &str| text == key || Some(text) == zh;
    entries
        .iter()
        .find(|(k, _)| named(&k.text))
        .map(|(_, node)| node)
}

/// The part of a file without what a case says itself.
fn without(shared: &Node, own: Option<&Node>) -> Node {
    let (NodeKind::Map(entries), Some(own)) = (&shared.kind, own) else {
        return shared.clone();
    };
    let said = |text: &str| {
        let mut once = ONCE.iter();
        once.any(|key| (text == *key || Some(text) == chinese(key)) && has(own, key))
    };
    let set_again = value(own, "set");
    let entry = |(key, node): &(Key, Node)| {
        let set = key.text == "set" || Some(key.text.as_str()) == chinese("set");
        let node = match (&node.kind, set_again.filter(|_| set)) {
            (NodeKind::Map(values), Some(again)) => {
                let keep = |(key, _): &&(Key, Node)| !has(again, &key.text);
                let values = values.iter().filter(keep).cloned().collect();
                Node {
                    kind: NodeKind::Map(values),
                    place: node.place.clone(),
                }
            }
            _ => node.clone(),
        };
        (key.clone(), node)
    };
    let kept = entries.iter().filter(|(key, _)| !said(&key.text));
    Node {
        kind: NodeKind::Map(kept.map(entry).collect()),
        place: shared.place.clone(),
    }
}
