//! Pieces that both documents of OSCAL are made of.

use jiff::civil::Date;
use luoshi_audit::{Audit, Label, Township};
use luoshi_diagnostics::Lang;

use crate::columns::is_simulated;
use crate::identity::{digest_of, token, uuid_in};
use crate::oscal::form::{Component, Evidence, Metadata, Prop, State, Subject, VERSION};
use crate::telling::{Telling, line};
use crate::whole::Case;

/// The namespace of properties that OSCAL has no word for.
const NAMESPACE: &str = "https://luoshi.invalid/ns/oscal";

/// Midnight in China, at which a day begins: an audit knows days and no times.
pub(super) fn moment(day: Date) -> String {
    format!("{day}T00:00:00+08:00")
}

/// A property, unless there is nothing to say.
pub(super) fn prop(name: &'static str, value: &str) -> Option<Prop> {
    let value = line(value);
    (!value.is_empty()).then_some(Prop {
        name,
        ns: NAMESPACE,
        value,
    })
}

/// The properties for which there is something to say.
pub(super) fn props<'a>(of: impl IntoIterator<Item = (&'static str, &'a str)>) -> Vec<Prop> {
    let of = of.into_iter();
    of.filter_map(|(name, value)| prop(name, value)).collect()
}

/// A title: one line, never empty.
pub(super) fn title(text: &str, otherwise: &str) -> String {
    let text = line(text);
    if text.is_empty() {
        otherwise.to_owned()
    } else {
        text
    }
}

/// The document's version names the audit: another audit is another version.
pub(super) fn metadata(audit: &Audit, title: String, telling: Telling) -> Metadata {
    let language = match telling.lang() {
        Lang::ZhCn => "zh-CN",
        Lang::En => "en",
    };
    let digest = digest_of(audit);
    Metadata {
        title,
        last_modified: moment(audit.head.as_of),
        version: format!("{}-{}", audit.head.as_of, &digest[..12]),
        oscal_version: VERSION,
        props: props([
            ("engine", audit.head.engine.as_str()),
            ("audit-sha256", &digest),
            ("language", language),
        ]),
        roles: Vec::new(),
        parties: Vec::new(),
    }
}

/// The township as a component: what observations are about.
pub(super) fn component(township: &Township) -> Component {
    let name = title(&township.name, &township.code);
    let simulated = if is_simulated(township) { "yes" } else { "" };
    Component {
        uuid: uuid_in("component", township, ""),
        kind: "township",
        description: name.clone(),
        title: name,
        props: props([
            ("code", township.code.as_str()),
            ("county", &township.county),
            ("source", &township.source),
            ("simulated", simulated),
        ]),
        status: State {
            state: "operational",
        },
    }
}

pub(super) fn subject(township: &Township) -> Subject {
    Subject {
        subject_uuid: uuid_in("component", township, ""),
        kind: "component",
    }
}

/// The clause as a control.
pub(super) fn control(number: &str) -> String {
    token(&format!("clause-{number}"))
}

/// What OSCAL has no field for.
pub(super) fn case_props(case: &Case<'_>, telling: Telling) -> Vec<Prop> {
    let finding = case.finding;
    let day = finding.day.map(|day| day.to_string());
    let id = |label: Option<&Label>| label.map_or("", |label| &label.id).to_owned();
    let mut props = props([
        ("finding", finding.id.as_str()),
        ("status", finding.status.word()),
        ("fails", if finding.fails { "yes" } else { "no" }),
        ("severity", case.duty.severity.word()),
        ("facet", finding.facet.as_deref().unwrap_or_default()),
        ("subject", &id(finding.subject.as_deref())),
        ("actor", &id(finding.actor.as_deref())),
        ("record", finding.record.as_deref().unwrap_or_default()),
        (
            "period",
            finding.period.as_deref().map_or("", String::as_str),
        ),
        ("day", day.as_deref().unwrap_or_default()),
        ("figure", &finding.figure.to_string()),
        ("decision", finding.decision.as_deref().unwrap_or_default()),
    ]);
    let who = finding.accountable.iter().map(|who| telling.who(who));
    props.extend(who.filter_map(|who| prop("accountable", &who)));
    props
}

/// The records that a finding rests on.
pub(super) fn evidence(records: &[String], telling: Telling) -> Vec<Evidence> {
    let evidence = |id: &String| Evidence {
        description: telling.say("record", [("id", id.clone().into())]),
        props: props([("record", id.as_str())]),
    };
    records.iter().map(evidence).collect()
}
