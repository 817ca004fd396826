//! The plan of action and milestones: what is to be rectified, by when, by whom.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_audit::{Accountable, Audit, Township};
use luoshi_diagnostics::Lang;

use crate::format::{ExportError, json};
use crate::identity::{digest_of_bytes, token, uuid, uuid_in};
use crate::open::OpenItem;
use crate::oscal::form::{
    Components, Observation, ObservationRef, Party, Poam, PoamFile, PoamItem, Prop, Remediation,
    ResponsibleRole, Risk, RiskRef, Role, SystemId, Task, Timing,
};
use crate::oscal::parts::{
    component, control, evidence, metadata, moment, prop, props, subject, title,
};
use crate::telling::Telling;

/// What is to be rectified, as an OSCAL plan of action and milestones. The items are of the audit's townships; one of a
/// township that the audit does not hold is left out.
///
/// # Errors
/// [`ExportError::NothingOpen`] where there is no item: the form asks for one at least.
pub fn poam(audit: &Audit, items: &[OpenItem], lang: Lang) -> Result<Vec<u8>, ExportError> {
    let telling = Telling::of(lang);
    let plan = Plan {
        as_of: moment(audit.head.as_of),
        telling,
    };
    let placed: Vec<(&Township, &OpenItem)> = placed(audit, items);
    if placed.is_empty() {
        return Err(ExportError::NothingOpen);
    }
    let mut townships: Vec<&Township> = placed.iter().map(|(township, _)| *township).collect();
    townships.dedup_by_key(|township| township.order());
    let each = || placed.iter().copied();
    let mut metadata = metadata(audit, telling.word("poam-title"), telling);
    metadata.roles = roles(items, telling);
    metadata.parties = parties(items);
    let system = uuid(&["system"]).to_string();
    let mut file = PoamFile {
        plan_of_action_and_milestones: Poam {
            uuid: uuid::Uuid::nil(),
            metadata,
            system_id: SystemId {
                identifier_type: "http://ietf.org/rfc/rfc4122",
                id: system,
            },
            local_definitions: Components {
                components: townships.into_iter().map(component).collect(),
            },
            observations: each()
                .map(|(town, item)| plan.observation(town, item))
                .collect(),
            risks: each().map(|(town, item)| plan.risk(town, item)).collect(),
            poam_items: each().map(|(town, item)| plan.item(town, item)).collect(),
        },
    };
    // Other content, other identifier: the items are no part of the audit.
    let content = digest_of_bytes(&json(&file)?);
    file.plan_of_action_and_milestones.uuid = uuid(&["poam", &content]);
    json(&file)
}

/// Each item with its township, in the order of townships.
fn placed<'a>(audit: &'a Audit, items: &'a [OpenItem]) -> Vec<(&'a Township, &'a OpenItem)> {
    let mut by_township: BTreeMap<(&str, &str), Vec<&OpenItem>> = BTreeMap::new();
    for item in items {
        let order = (item.code.as_str(), item.source.as_str());
        by_township.entry(order).or_default().push(item);
    }
    let townships = audit.townships.iter();
    townships
        .flat_map(|township| {
            let items = by_township.remove(&township.order()).unwrap_or_default();
            items.into_iter().map(move |item| (township, item))
        })
        .collect()
}

/// The roles that answer, by id. A role that plans name differently goes by the first of its names.
fn roles(items: &[OpenItem], telling: Telling) -> Vec<Role> {
    let mut roles = BTreeMap::new();
    for who in items.iter().flat_map(|item| &item.accountable) {
        roles.entry(token(&who.role.id)).or_insert(&who.role.name);
    }
    let untitled = telling.word("untitled");
    let roles = roles.into_iter();
    roles
        .map(|(id, name)| Role {
            id,
            title: title(name, &untitled),
        })
        .collect()
}

/// The persons who answer, by township and staff number: two townships may count alike.
fn parties(items: &[OpenItem]) -> Vec<Party> {
    let held = items.iter().flat_map(|item| {
        let holders = item
            .accountable
            .iter()
            .filter_map(|who| who.holder.as_deref());
        holders.map(|holder| (item.code.as_str(), holder))
    });
    let held: BTreeSet<(&str, &str)> = held.collect();
    let party = |(code, holder): (&str, &str)| Party {
        uuid: person(code, holder),
        kind: "person",
        name: title(holder, "-"),
    };
    held.into_iter().map(party).collect()
}

fn person(code: &str, holder: &str) -> uuid::Uuid {
    uuid(&["person", code, holder])
}

/// What holds for the whole plan of action.
struct Plan {
    as_of: String,
    telling: Telling,
}

impl Plan {
    fn observation(&self, township: &Township, item: &OpenItem) -> Observation {
        Observation {
            uuid: id("observed", township, item),
            title: title(&item.what, &item.finding),
            description: item.reason.clone(),
            props: own_props(item),
            methods: ["EXAMINE"],
            types: ["finding"],
            subjects: [subject(township)],
            relevant_evidence: evidence(&item.evidence, self.telling),
            collected: self.as_of.clone(),
        }
    }

    fn risk(&self, township: &Township, item: &OpenItem) -> Risk {
        Risk {
            uuid: id("open-risk", township, item),
            title: title(&item.what, &item.finding),
            description: item.reason.clone(),
            statement: self.statement(item),
            props: props([("severity", item.severity.word())]),
            status: "open",
            deadline: item.due.map(moment),
            remediations: vec![self.remediation(township, item)],
            related_observations: [ObservationRef {
                observation_uuid: id("observed", township, item),
            }],
        }
    }

    fn statement(&self, item: &OpenItem) -> String {
        let severity = self.telling.severity(item.severity);
        self.telling.say("risk", [("severity", severity.into())])
    }

    fn remediation(&self, township: &Township, item: &OpenItem) -> Remediation {
        let name = self.telling.word("rectify");
        let what = title(&item.what, &item.finding);
        Remediation {
            uuid: id("remediation", township, item),
            lifecycle: "planned",
            title: name.clone(),
            description: what.clone(),
            tasks: [Task {
                uuid: id("task", township, item),
                kind: "milestone",
                title: what,
                timing: item.due.map(|due| Timing::OnDate { date: moment(due) }),
                responsible_roles: responsible(item),
            }],
        }
    }

    fn item(&self, township: &Township, item: &OpenItem) -> PoamItem {
        let args = [
            ("township", item.township.clone().into()),
            ("title", item.what.clone().into()),
            ("reason", item.reason.clone().into()),
        ];
        PoamItem {
            uuid: id("item", township, item),
            title: title(&item.what, &item.finding),
            description: self.telling.say("sentence", args),
            props: own_props(item),
            related_observations: [ObservationRef {
                observation_uuid: id("observed", township, item),
            }],
            related_risks: [RiskRef {
                risk_uuid: id("open-risk", township, item),
            }],
        }
    }
}

/// Without the day of the audit: an item is the same as long as it stays open.
fn id(what: &str, township: &Township, item: &OpenItem) -> uuid::Uuid {
    uuid_in(what, township, &item.finding)
}

fn own_props(item: &OpenItem) -> Vec<Prop> {
    let since = item.since.map(|day| day.to_string());
    let mut props = props([
        ("finding", item.finding.as_str()),
        ("status", item.status.word()),
        ("duty", &item.duty),
        ("township", &item.code),
        ("county", &item.county),
        ("day", since.as_deref().unwrap_or_default()),
    ]);
    let clauses = item.clauses.iter();
    props.extend(clauses.filter_map(|number| prop("clause", number)));
    let controls = item.clauses.iter().map(|number| control(number));
    props.extend(controls.filter_map(|control| prop("control", &control)));
    props
}

/// Who answers, each role once, from the one nearest to the work.
fn responsible(item: &OpenItem) -> Vec<ResponsibleRole> {
    let mut roles: Vec<ResponsibleRole> = Vec::new();
    for who in &item.accountable {
        let role_id = token(&who.role.id);
        let party = who
            .holder
            .as_deref()
            .map(|holder| person(&item.code, holder));
        match roles.iter_mut().find(|role| role.role_id == role_id) {
            Some(role) => role.party_uuids.extend(party),
            None => roles.push(ResponsibleRole {
                role_id,
                props: held_for(who),
                party_uuids: party.into_iter().collect(),
            }),
        }
    }
    for role in &mut roles {
        role.party_uuids.sort();
        role.party_uuids.dedup();
    }
    roles
}

fn held_for(who: &Accountable) -> Vec<Prop> {
    let subject = who.subject.as_ref();
    props([("subject", subject.map_or("", |label| &label.id))])
}
