//! Places, people, who waives.

use jiff::ToSpan;

use super::{Draw, HAMLETS, SCHOOLS, VILLAGES};
use crate::plan::{
    Body, Chain, Holder, Limit, Link, Person, Role, Set, Subject, Term, Unit, WaiverRules,
};

pub(super) const COUNTY: Body = Body {
    name: "县综治委",
    level: "county",
};
pub(super) const TOWNSHIP: Body = Body {
    name: "镇党委",
    level: "township",
};
pub(super) const BODIES: [Body; 3] = [
    COUNTY,
    TOWNSHIP,
    Body {
        name: "司法所",
        level: "township",
    },
];

/// Whom a record may name; an activity asks for the first four, units and roles.
pub(super) const ACTORS: [&str; 6] = ["u1", "u2", "r1", "r2", "P1", "P3"];

impl Draw<'_, '_> {
    pub(super) fn waivers(&mut self) -> Option<WaiverRules> {
        self.choices.maybe(3, |c| {
            let first = usize::from(c.below(3));
            let bodies = usize::from(c.below(3)).min(BODIES.len() - first);
            WaiverRules {
                granted_by: BODIES[first..first + bodies].to_vec(),
                at_most: c.maybe(2, |c| Limit::Days(u32::from(20 + c.below(90)))),
                reason: c.one(&[Some("required"), Some("optional"), None]),
            }
        })
    }

    pub(super) fn sets(&mut self) -> Vec<Set> {
        let villages = self.choices.below(4);
        let mut villages = self.times(villages, |draw, at| draw.subject(format!("v{at}")));
        let schools = self.choices.below(2);
        let schools = self.times(schools, |draw, at| draw.subject(format!("s{at}")));
        let hamlets = self.choices.below(3);
        let mut hamlets = self.times(hamlets, |draw, at| draw.subject(format!("h{at}")));
        let ids: Vec<String> = villages.iter().map(|v| v.id.clone()).collect();
        for hamlet in &mut hamlets {
            let at = usize::from(self.choices.below(3));
            hamlet.lies_in = ids.get(at).cloned();
        }
        for (at, village) in villages.iter_mut().enumerate() {
            let near = |(other, _): &(usize, &String)| *other != at && self.choices.below(2) == 1;
            let near = ids.iter().enumerate().filter(near);
            village.neighbours = near.map(|(_, id)| id.clone()).collect();
        }
        let set = |id, name, members| Set { id, name, members };
        vec![
            set(VILLAGES, "村", villages),
            set(SCHOOLS, "学校", schools),
            set(HAMLETS, "组", hamlets),
        ]
    }

    fn subject(&mut self, id: String) -> Subject {
        let around = Term {
            from: self.period.from - 10.days(),
            to: self.period.to + 10.days(),
        };
        let from = self.choices.maybe(4, |c| c.day_in(around));
        let to = self.choices.maybe(4, |c| c.day_in(around));
        let to = to.filter(|to| from.is_none_or(|from| from <= *to));
        Subject {
            name: id.clone(),
            id,
            lies_in: None,
            neighbours: Vec::new(),
            from,
            to,
        }
    }

    /// Every third plan whose duties have periods of their own has a subject that begins or ends where one of them does.
    pub(super) fn meet(&mut self, terms: &[Term], sets: &mut [Set]) {
        if terms.is_empty() || !self.choices.rarely(3) {
            return;
        }
        let term = self.choices.one(terms);
        let count: usize = sets.iter().map(|set| set.members.len()).sum();
        let at = self.choices.below(u16::try_from(count).unwrap_or(0).max(1));
        let mut members = sets.iter_mut().flat_map(|set| &mut set.members);
        let Some(subject) = members.nth(usize::from(at)) else {
            return;
        };
        let away = i64::from(self.choices.below(8)).days();
        match self.choices.below(3) {
            0 => subject.from = Some(term.from - away),
            _ => subject.to = Some(term.to + away),
        }
        if subject
            .from
            .is_some_and(|from| subject.to.is_some_and(|to| to < from))
        {
            subject.from = None;
        }
    }

    pub(super) fn units(&mut self) -> Vec<Unit> {
        let unit = |id, name, head| Unit { id, name, head };
        vec![
            unit("u1", "司法所", Some("r1")),
            unit("u2", "派出所", self.choices.one(&[None, Some("r2")])),
        ]
    }

    pub(super) fn roles(&mut self) -> Vec<Role> {
        let role = |id, name| Role {
            id,
            name,
            unit: None,
            answers_to: None,
            for_each: None,
        };
        // Nobody answers to a role further down, so that nobody answers to himself.
        let mut above = |of: &[Option<&'static str>]| self.choices.one(of);
        vec![
            role("r0", "镇党委书记"),
            Role {
                unit: Some("u1"),
                answers_to: above(&[None, Some("r0")]),
                ..role("r1", "司法所所长")
            },
            Role {
                unit: above(&[None, Some("u2")]),
                answers_to: above(&[None, Some("r0"), Some("r1")]),
                ..role("r2", "派出所所长")
            },
            Role {
                for_each: Some(VILLAGES),
                answers_to: above(&[None, Some("r1"), Some("r2"), Some("r4")]),
                ..role("r3", "村长")
            },
            Role {
                answers_to: above(&[None, Some("r0")]),
                ..role("r4", "副镇长")
            },
        ]
    }

    /// Who answers for something, if anybody is said to.
    pub(super) fn role(&mut self) -> Option<&'static str> {
        self.choices.one(&[
            None,
            Some("r0"),
            Some("r1"),
            Some("r2"),
            Some("r3"),
            Some("r4"),
        ])
    }

    pub(super) fn persons(&mut self) -> Vec<Person> {
        let mut person = |staff| Person {
            staff,
            unit: self.choices.one(&[None, Some("u1"), Some("u2")]),
            category: self.choices.one(&[None, Some("干部"), Some("民兵")]),
        };
        vec![person("P1"), person("P2"), person("P3")]
    }

    /// Of each post at most one who is appointed, and one who acts.
    pub(super) fn holders(&mut self, sets: &[Set]) -> Vec<Holder> {
        let villages = sets[0].members.iter().map(|v| ("r3", Some(v.id.clone())));
        let posts = [("r1", None), ("r2", None), ("r0", None), ("r4", None)];
        let posts = posts.into_iter().chain(villages);
        let mut holders = Vec::new();
        for (role, subject) in posts {
            for acting in [false, true] {
                if self.choices.below(2) == 0 {
                    continue;
                }
                let from = self.choices.maybe(2, |c| c.day_in(self.period));
                let to = self.choices.maybe(2, |c| c.day_in(self.period));
                let start = from.unwrap_or(self.period.from);
                holders.push(Holder {
                    role,
                    subject: subject.clone(),
                    person: self.choices.one(&["P1", "P2", "P3"]),
                    from,
                    to: to.filter(|to| start <= *to),
                    acting,
                });
            }
        }
        holders
    }

    pub(super) fn chain(&mut self, at: u16) -> Chain {
        let links: [(&str, &str); 6] = [
            ("r1", "r2"),
            ("r2", "r3"),
            ("r4", "r3"),
            ("r0", "r1"),
            ("r0", "r2"),
            ("r1", "r3"),
        ];
        let count = 1 + usize::from(self.choices.below(3));
        let first = usize::from(self.choices.below(6)).min(6 - count);
        let links = links[first..first + count].iter();
        let links = links.map(|(from, to)| Link {
            from,
            to,
            for_each: (*to == "r2")
                .then(|| self.choices.one(&[None, Some(SCHOOLS)]))
                .flatten(),
            vacancy: u32::from(self.choices.one(&[0u16, 3, 10])),
            at_most: self.choices.maybe(2, |c| u32::from(1 + c.below(2))),
        });
        let links = links.collect();
        Chain {
            links,
            active: self.active(),
            id: format!("chain{at}"),
            name: "责任链",
            severity: self.choices.one(&["normal", "minor"]),
        }
    }
}
