//! The agenda for tools.

use serde::Serialize;
use serde_json::Value;

use super::{Agenda, Item, text};
use crate::reader::Reader;

/// Version of the form.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct AgendaRecord {
    version: u32,
    plan: String,
    as_of: String,
    from: String,
    to: String,
    items: Vec<ItemRecord>,
}

#[derive(Serialize)]
struct ItemRecord {
    finding: String,
    standing: &'static str,
    day: Option<String>,
    duty: String,
    name: String,
    about: String,
    role: Option<String>,
    holder: Option<String>,
    state: String,
    advice: String,
}

/// The agenda as a JSON value: version, plan, days, and each item with its finding's id.
#[must_use]
pub fn agenda_json(reader: &Reader<'_>, agenda: &Agenda<'_>) -> Value {
    let record = AgendaRecord {
        version: VERSION,
        plan: reader.assessment.plan.id.clone(),
        as_of: agenda.today.to_string(),
        from: agenda.window.from.to_string(),
        to: agenda.window.to.to_string(),
        items: agenda.items.iter().map(|i| item(reader, i)).collect(),
    };
    serde_json::to_value(record).unwrap_or_default()
}

fn item(reader: &Reader<'_>, item: &Item<'_>) -> ItemRecord {
    let nearest = item.finding.accountable.first();
    ItemRecord {
        finding: item.finding.id.clone(),
        standing: item.standing.word(),
        day: item.day.map(|d| d.to_string()),
        duty: item.duty.id.clone(),
        name: item.duty.name.clone(),
        about: reader.about(item.finding),
        role: nearest.map(|who| who.role.id.clone()),
        holder: nearest.and_then(|who| who.holder.clone()),
        state: text::state(reader, item),
        advice: reader.advice(item.finding),
    }
}
