//! What a record holds so that it counts, and how one thing of it is taken away.

use jiff::civil::Date;
use luoshi_evidence::{Attachment, Hundredths, Kind, Record};
use luoshi_rules::{Check, Requirement};
use sha2::{Digest, Sha256};

use crate::chance::Chance;
use crate::planted::{How, Why};
use crate::world::World;

impl World<'_> {
    /// A record that counts for a duty.
    pub(crate) fn furnished(
        &self,
        kind: Kind,
        day: Date,
        duty: &str,
        subject: Option<&str>,
        chance: &mut Chance,
    ) -> Record {
        let needs = self.requirement(kind, duty);
        let mut record = Record::new(kind, day);
        record.duty = Some(duty.to_owned());
        record.subject = subject.map(str::to_owned);
        record.actor = self.actors(duty, &needs, chance);
        record.marks.clone_from(&needs.marks);
        record.status = needs.status.first().cloned();
        let counted = self.counted(&record, &needs);
        record.quantity = counted.or_else(|| self.quantity(kind, duty, &needs, chance));
        for number in 0..needs.attachments {
            record.attachments.push(self.attachment(&record, number));
        }
        record
    }

    /// All that any check asks of a record of a duty.
    pub(crate) fn requirement(&self, kind: Kind, duty: &str) -> Requirement {
        let mut all = Requirement::default();
        for check in &self.program.checks {
            let asked = match check {
                Check::Cadence(c)
                    if c.kind == kind && c.record_duties.iter().any(|d| d == duty) =>
                {
                    &c.requirement
                }
                Check::Deadline(c) if c.kind == kind && c.record_duty == duty => &c.requirement,
                Check::Coverage(c) if c.kind == kind && c.record_duty == duty => &c.requirement,
                _ => continue,
            };
            join(&mut all, asked);
        }
        all
    }

    fn actors(&self, duty: &str, needs: &Requirement, chance: &mut Chance) -> Vec<String> {
        if needs.jointly {
            return needs.actors.clone();
        }
        if let Some(one) = needs.actors.get(chance.below(needs.actors.len())) {
            return vec![one.clone()];
        }
        self.responsible(duty)
            .map(str::to_owned)
            .into_iter()
            .collect()
    }

    /// The role that answers for a duty.
    pub(crate) fn responsible(&self, duty: &str) -> Option<&str> {
        let info = self.program.duties.iter().find(|d| d.id == duty)?;
        info.responsible.as_deref()
    }

    /// A figure that the profile names. What else a duty draws stays the same with it and without it.
    fn counted(&self, record: &Record, needs: &Requirement) -> Option<Hundredths> {
        let duty = record.duty.as_deref()?;
        let (least, most) = self.profile.figures.get(duty)?;
        if needs.quorum.is_some() || needs.quantity.is_some() {
            return None;
        }
        let subject = record.subject.as_deref().unwrap_or("");
        let mut chance = self.chance(&format!("{duty} {subject} {}", record.date));
        let figure = chance.between(i64::from(*least), i64::from(*most));
        Some(Hundredths(figure * 100))
    }

    fn quantity(
        &self,
        kind: Kind,
        duty: &str,
        needs: &Requirement,
        chance: &mut Chance,
    ) -> Option<Hundredths> {
        let whole = |n: i64| Some(Hundredths(n * 100));
        if let Some(quorum) = needs.quorum {
            let quorum = i64::from(quorum);
            let expected = self.expected(duty).map_or(quorum, i64::from);
            return whole(chance.between(quorum, expected.max(quorum)));
        }
        if let Some(least) = needs.quantity {
            return Some(Hundredths(least + chance.between(0, 2) * 100));
        }
        match kind {
            Kind::Training => whole(chance.between(25, 80)),
            Kind::Meeting => whole(chance.between(6, 15)),
            _ => None,
        }
    }

    /// How many should attend a meeting.
    fn expected(&self, duty: &str) -> Option<u32> {
        let meetings = &self.plan().content.meetings;
        let meeting = meetings.iter().find(|m| m.duty.id.name == duty)?;
        let listed = u32::try_from(meeting.attendees.len()).ok();
        meeting.expected.or(listed)
    }

    /// A file that exists only as a name and a checksum.
    fn attachment(&self, record: &Record, number: u16) -> Attachment {
        let name = format!("{}-{}.pdf", record.date, number + 1);
        let text = format!("{} {} {name}", self.seed, record.to_json());
        let sha256 = Sha256::digest(text.as_bytes())
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        Attachment { name, sha256 }
    }
}

fn join(all: &mut Requirement, asked: &Requirement) {
    for mark in &asked.marks {
        if !all.marks.contains(mark) {
            all.marks.push(mark.clone());
        }
    }
    all.attachments = all.attachments.max(asked.attachments);
    all.quantity = all.quantity.max(asked.quantity);
    all.quorum = all.quorum.max(asked.quorum);
    if all.status.is_empty() {
        all.status.clone_from(&asked.status);
    }
    if all.actors.is_empty() {
        all.actors.clone_from(&asked.actors);
        all.jointly = asked.jointly;
    }
}

/// Takes from a record one thing that it needs: that named, or the first that there is.
pub(crate) fn spoil(record: &mut Record, needs: &Requirement, how: Option<How>) -> Result<(), Why> {
    match how
        .or_else(|| first_need(needs))
        .ok_or(Why::NothingLacking)?
    {
        How::Marks => {
            let mark = needs.marks.last().ok_or(Why::NothingLacking)?;
            record.marks.retain(|m| m != mark);
        }
        How::Quorum => {
            let quorum = needs.quorum.ok_or(Why::NothingLacking)?;
            record.quantity = Some(Hundredths((i64::from(quorum) - 1) * 100));
        }
        How::Unattended => {
            needs.quorum.ok_or(Why::NothingLacking)?;
            record.quantity = None;
        }
        How::Attachments => {
            let least = usize::from(needs.attachments);
            record
                .attachments
                .truncate(least.checked_sub(1).ok_or(Why::NothingLacking)?);
        }
        How::Quantity => {
            let least = needs.quantity.ok_or(Why::NothingLacking)?;
            let less = if least > 100 { least - 100 } else { least - 1 };
            record.quantity = Some(Hundredths(less));
        }
        How::Status if !needs.status.is_empty() => record.status = None,
        How::Actor if needs.jointly && needs.actors.len() > 1 => {
            record.actor.pop();
        }
        How::Status | How::Actor => return Err(Why::NothingLacking),
        _ => return Err(Why::Mismatch),
    }
    Ok(())
}

fn first_need(needs: &Requirement) -> Option<How> {
    let all = [
        (!needs.marks.is_empty(), How::Marks),
        (needs.quorum.is_some(), How::Quorum),
        (needs.attachments > 0, How::Attachments),
        (needs.quantity.is_some(), How::Quantity),
        (!needs.status.is_empty(), How::Status),
        (needs.jointly, How::Actor),
    ];
    all.into_iter()
        .find(|(there, _)| *there)
        .map(|(_, how)| how)
}

/// Whether a way of failing is that a record lacks something.
pub(crate) fn spoils(how: How) -> bool {
    matches!(
        how,
        How::Marks
            | How::Quorum
            | How::Unattended
            | How::Attachments
            | How::Quantity
            | How::Status
            | How::Actor
    )
}
