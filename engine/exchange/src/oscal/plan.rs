//! The plan of action and milestones: what is to be rectified, by when, by whom, and how far it has come.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_audit::{Accountable, Audit, Township};
use luoshi_follow::{Item, State, Taken};

use crate::format::{ExportError, json};
use crate::identity::{digest_of_bytes, token, uuid, uuid_in};
use crate::open::OpenItem;
use crate::oscal::form::{
    Components, LogEntry, Observation, ObservationRef, Party, Poam, PoamFile, PoamItem, Prop,
    Remediation, ResponsibleRole, Risk, RiskLog, RiskRef, Role, SystemId, Task, Timing,
};
use crate::oscal::parts::{
    component, control, evidence, metadata, moment, prop, props, subject, title,
};
use crate::telling::Telling;

/// What is to be rectified, as an OSCAL plan of action and milestones.
///
/// # Errors
/// [`ExportError::NothingOpen`] where there is no item: the form asks for one at least.
pub(crate) fn poam(
    audit: &Audit,
    items: &[OpenItem<'_>],
    telling: Telling,
) -> Result<Vec<u8>, ExportError> {
    let plan = Plan {
        as_of: moment(audit.head.as_of),
        telling,
    };
    let placed = placed(audit, items);
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
                .map(|(town, open)| plan.observation(town, open))
                .collect(),
            risks: each().map(|(town, open)| plan.risk(town, open)).collect(),
            poam_items: each().map(|(town, open)| plan.item(town, open)).collect(),
        },
    };
    // Other content, other identifier: how far an item has come is part of it.
    let content = digest_of_bytes(&json(&file)?);
    file.plan_of_action_and_milestones.uuid = uuid(&["poam", &content]);
    json(&file)
}

/// Each item with its township, in the order of townships.
fn placed<'a, 'i>(
    audit: &'a Audit,
    items: &'i [OpenItem<'i>],
) -> Vec<(&'a Township, &'i OpenItem<'i>)> {
    let mut by_township: BTreeMap<(&str, &str), Vec<&OpenItem<'_>>> = BTreeMap::new();
    for open in items {
        let order = (&*open.item.place.code, &*open.item.place.source);
        by_township.entry(order).or_default().push(open);
    }
    let townships = audit.townships.iter();
    townships
        .flat_map(|township| {
            let items = by_township.remove(&township.order()).unwrap_or_default();
            items.into_iter().map(move |open| (township, open))
        })
        .collect()
}

/// The roles that answer, by id. A role that plans name differently goes by the first of its names.
fn roles(items: &[OpenItem<'_>], telling: Telling) -> Vec<Role> {
    let mut roles = BTreeMap::new();
    for who in items.iter().flat_map(|open| open.accountable) {
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
fn parties(items: &[OpenItem<'_>]) -> Vec<Party> {
    let held = items.iter().flat_map(|open| {
        let holders = open
            .accountable
            .iter()
            .filter_map(|who| who.holder.as_deref());
        holders.map(|holder| (open.item.place.code.as_str(), holder))
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
    fn observation(&self, township: &Township, open: &OpenItem<'_>) -> Observation {
        Observation {
            uuid: id("observed", township, open),
            title: title(&open.what, &open.item.finding),
            description: self.description(open),
            props: own_props(open),
            methods: ["EXAMINE"],
            types: ["finding"],
            subjects: [subject(township)],
            relevant_evidence: evidence(open.evidence, self.telling),
            collected: self.as_of.clone(),
        }
    }

    /// Why it is to be put right; of what the audit does not list, how far it has come. It must not be empty.
    fn description(&self, open: &OpenItem<'_>) -> String {
        let texts = [&open.reason, &self.telling.progress(&open.item), &open.what];
        let said = texts.into_iter().find(|text| !text.trim().is_empty());
        said.unwrap_or(&open.item.finding).clone()
    }

    fn risk(&self, township: &Township, open: &OpenItem<'_>) -> Risk {
        Risk {
            uuid: id("open-risk", township, open),
            title: title(&open.what, &open.item.finding),
            description: self.description(open),
            statement: self.statement(open),
            props: props([("severity", open.item.severity)]),
            status: status(open.item.state),
            deadline: open.item.due.map(|due| moment(due.day)),
            remediations: vec![self.remediation(township, open)],
            risk_log: self.log(township, &open.item),
            related_observations: [ObservationRef {
                observation_uuid: id("observed", township, open),
            }],
        }
    }

    fn statement(&self, open: &OpenItem<'_>) -> String {
        let severity = self.telling.gravity(open.item.severity);
        self.telling.say("risk", [("severity", severity.into())])
    }

    /// What was recorded of it: notices, applications, re-checks. Records that do not count are left out.
    fn log(&self, township: &Township, item: &Item) -> Option<RiskLog> {
        let counting = item.records.iter().filter(|taken| taken.ignored.is_none());
        let entry = |taken: &Taken| {
            let name = serde_json::json!([item.finding, taken.record]).to_string();
            let mut props = props([("record", taken.record.as_str())]);
            let actors = taken.actors.iter();
            props.extend(actors.filter_map(|actor| prop("actor", actor)));
            LogEntry {
                uuid: uuid_in("log", township, &name),
                title: self.telling.act(taken.act),
                start: moment(taken.day),
                props,
            }
        };
        let entries: Vec<LogEntry> = counting.map(entry).collect();
        (!entries.is_empty()).then_some(RiskLog { entries })
    }

    fn remediation(&self, township: &Township, open: &OpenItem<'_>) -> Remediation {
        let name = self.telling.word("rectify");
        let what = title(&open.what, &open.item.finding);
        let due = open.item.due.map(|due| moment(due.day));
        Remediation {
            uuid: id("remediation", township, open),
            lifecycle: "planned",
            title: name.clone(),
            description: what.clone(),
            tasks: [Task {
                uuid: id("task", township, open),
                kind: "milestone",
                title: what,
                timing: due.map(|date| Timing::OnDate { date }),
                responsible_roles: responsible(open),
            }],
        }
    }

    fn item(&self, township: &Township, open: &OpenItem<'_>) -> PoamItem {
        let args = [
            ("township", open.item.place.name.clone().into()),
            ("title", open.what.clone().into()),
            ("reason", self.description(open).into()),
        ];
        PoamItem {
            uuid: id("item", township, open),
            title: title(&open.what, &open.item.finding),
            description: self.telling.say("sentence", args),
            props: own_props(open),
            related_observations: [ObservationRef {
                observation_uuid: id("observed", township, open),
            }],
            related_risks: [RiskRef {
                risk_uuid: id("open-risk", township, open),
            }],
        }
    }
}

/// Without the day of the audit: an item is the same as long as it stays open.
fn id(what: &str, township: &Township, open: &OpenItem<'_>) -> uuid::Uuid {
    uuid_in(what, township, &open.item.finding)
}

/// The state in OSCAL's words. An appeal asks for a deviation; what awaits its re-check is not put right yet.
fn status(state: State) -> &'static str {
    match state {
        State::Open => "open",
        State::Notified | State::Returned | State::Awaiting => "remediating",
        State::Appealed => "deviation-requested",
        State::Unjudged => "investigating",
        State::Waived => "deviation-approved",
        State::Closed | State::Withdrawn => "closed",
    }
}

fn own_props(open: &OpenItem<'_>) -> Vec<Prop> {
    let item = &open.item;
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let added = item.due.map(|due| due.added).filter(|days| *days > 0);
    let days = |days: Option<i64>| days.map(|days| days.to_string()).unwrap_or_default();
    let (number, step) = (item.returns.to_string(), item.step.as_ref());
    let mut props = props([
        ("finding", item.finding.as_str()),
        ("status", item.status.unwrap_or_default()),
        ("duty", &item.duty.id),
        ("township", &item.place.code),
        ("county", &item.place.county),
        ("day", &day(item.day)),
        ("state", item.state.word()),
        ("why", item.why.map_or("", |why| why.word())),
        ("notified", &day(item.notified)),
        ("applied", &day(item.applied)),
        ("added-workdays", &days(added)),
        ("overdue-workdays", &days(item.overdue)),
        ("returns", if item.returns > 0 { &number } else { "" }),
        ("ladder", step.map_or("", |step| &step.ladder)),
        ("ladder-step", step.map_or("", |step| &step.step)),
        (
            "ladder-standing",
            step.map_or("", |step| step.standing.word()),
        ),
    ]);
    let clauses = item.clauses.iter();
    props.extend(clauses.filter_map(|number| prop("clause", number)));
    let controls = item.clauses.iter().map(|number| control(number));
    props.extend(controls.filter_map(|control| prop("control", &control)));
    props
}

/// Who answers, each role once, from the one nearest to the work.
fn responsible(open: &OpenItem<'_>) -> Vec<ResponsibleRole> {
    let mut roles: Vec<ResponsibleRole> = Vec::new();
    for who in open.accountable {
        let role_id = token(&who.role.id);
        let holder = who.holder.as_deref();
        let party = holder.map(|holder| person(&open.item.place.code, holder));
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
