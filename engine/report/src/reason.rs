//! Why a finding stands as it does, in words: one catalogue text for each reason.

use jiff::civil::Date;
use luoshi_diagnostics::{Arg, Args};
use luoshi_rules::{
    Attendance, Counted, DeadlineReason, Finding, LadderCase, Reason, Responded, RewardFault, Run,
    Share, VetoCase,
};

use crate::reader::Reader;

mod lack;
use lack::{lack, state};

/// The key of a text and its arguments.
pub(crate) type Said = (&'static str, Args);

impl Reader<'_> {
    /// Why a finding stands as it does.
    #[must_use]
    pub fn reason(&self, finding: &Finding) -> String {
        let duty = self.duty(finding).map_or("", |d| d.id.as_str());
        self.because(&finding.reason, duty)
    }

    /// A reason in words, for a duty.
    pub(crate) fn because(&self, reason: &Reason, duty: &str) -> String {
        let (key, args) = said(self, reason, duty);
        self.words.text(key, &args)
    }
}

/// The text and the arguments of a reason.
fn said(reader: &Reader<'_>, reason: &Reason, duty: &str) -> Said {
    match reason {
        Reason::Unset(parameter) => unset(reader, parameter.as_deref()),
        Reason::NoRecords(kind) => (
            "reason-no-records",
            vec![("kind", reader.kind(kind).into())],
        ),
        Reason::NoSubjects => ("reason-no-subjects", vec![]),
        Reason::NothingHappened => ("reason-nothing-happened", vec![]),
        Reason::Counted(counted) => count(reader, counted, duty),
        Reason::Defective(what) => (
            "reason-defective",
            vec![("lack", lack(reader, *what, duty).into())],
        ),
        Reason::Deadline(deadline) => due(deadline),
        Reason::WaitsFor(task) => (
            "reason-waits-for",
            vec![("task", reader.duty_name(task).into())],
        ),
        Reason::TooEarly {
            first,
            first_done,
            done,
        } => too_early(reader, first, *first_done, *done),
        Reason::State(of) => state(reader, of, duty),
        Reason::Share(of) => share(of),
        Reason::Attendance(of) => attendance(reader, of),
        Reason::Run(of) => run(reader, of),
        Reason::Refused(days) => refused(reader, days),
        Reason::Responded(to) => responded(to),
        Reason::Answered(deadline) => answered(deadline),
        Reason::Unreported {
            due,
            until,
            workdays,
        } => (
            "reason-unreported",
            vec![
                ("due", due.to_string().into()),
                ("until", until.to_string().into()),
                ("workdays", (*workdays).into()),
            ],
        ),
        Reason::Reward(fault) => reward(reader, fault),
        Reason::RewardsRight(number) => (
            "reason-rewards-right",
            vec![("number", i64::from(*number).into())],
        ),
        Reason::Target { value, target } => goal(value.map(|v| v.to_string()), &target.to_string()),
        Reason::Vacant(gaps) => vacant(reader, gaps),
        Reason::Held => ("reason-held", vec![]),
        Reason::Load { held, allowed } => load(*held, *allowed),
        Reason::Rule(message) => rule(message.as_deref()),
        Reason::RuleFailed(error) => ("reason-rule-failed", vec![("error", error.as_str().into())]),
        Reason::Plugin(said) => (
            "reason-plugin",
            vec![("text", reader.plugin_says(said).into())],
        ),
        Reason::PluginFailed(failure) => (
            "reason-plugin-failed",
            vec![
                ("plugin", failure.plugin.as_str().into()),
                ("cause", reader.plugin_failed(failure).into()),
            ],
        ),
        Reason::Veto(case) => veto(reader, case),
        Reason::Ladder(case) => ladder(reader, case),
        Reason::Waived {
            waiver, because, ..
        } => waived(reader, waiver, because, duty),
    }
}

fn unset(reader: &Reader<'_>, parameter: Option<&str>) -> Said {
    match parameter {
        Some(id) => (
            "reason-unset-parameter",
            vec![("parameter", reader.parameter_name(id).into())],
        ),
        None => ("reason-unset", vec![]),
    }
}

fn count(reader: &Reader<'_>, of: &Counted, duty: &str) -> Said {
    let mut more = Vec::new();
    if of.late > 0 {
        more.push(reader.say("counted-late", [("late", i64::from(of.late).into())]));
    }
    if of.defective > 0 {
        let why = of
            .lack
            .map_or_else(|| reader.word("lack-unknown"), |l| lack(reader, l, duty));
        let args = [
            ("defective", i64::from(of.defective).into()),
            ("lack", why.into()),
        ];
        more.push(reader.say("counted-defective", args));
    }
    let comma = reader.word("report-comma");
    let more: String = more
        .iter()
        .flat_map(|part| [comma.as_str(), part])
        .collect();
    let args = vec![
        ("need", i64::from(of.need).into()),
        ("served", i64::from(of.served).into()),
        (
            "unit",
            Arg::Term(if of.days { "unit-days" } else { "unit-times" }),
        ),
        (
            "bound",
            Arg::Term(if of.exactly {
                "bound-exactly"
            } else {
                "bound-at-least"
            }),
        ),
        ("more", more.into()),
    ];
    ("reason-counted", args)
}

fn due(of: &DeadlineReason) -> Said {
    let key = match of.done {
        Some(done) if done <= of.due => "reason-done-in-time",
        Some(_) => "reason-done-late",
        None if of.workdays > 0 => "reason-overdue",
        None => "reason-due",
    };
    (key, deadline_args(of))
}

fn answered(of: &DeadlineReason) -> Said {
    let key = match of.done {
        Some(done) if done <= of.due => "reason-answered-in-time",
        Some(_) => "reason-answered-late",
        None if of.workdays > 0 => "reason-unanswered",
        None => "reason-answer-due",
    };
    (key, deadline_args(of))
}

fn deadline_args(of: &DeadlineReason) -> Args {
    vec![
        ("due", of.due.to_string().into()),
        (
            "done",
            of.done.map_or(String::new(), |d| d.to_string()).into(),
        ),
        ("workdays", of.workdays.into()),
    ]
}

fn too_early(reader: &Reader<'_>, first: &str, first_done: Option<Date>, done: Date) -> Said {
    let args = vec![
        ("first", reader.duty_name(first).into()),
        ("done", done.to_string().into()),
        (
            "first_done",
            first_done.map_or(String::new(), |d| d.to_string()).into(),
        ),
    ];
    (
        if first_done.is_some() {
            "reason-too-early"
        } else {
            "reason-first-not-done"
        },
        args,
    )
}

fn share(of: &Share) -> Said {
    let args = vec![
        ("covered", i64::from(of.covered).into()),
        ("total", i64::from(of.total).into()),
        ("target", of.target.to_string().into()),
    ];
    ("reason-share", args)
}

fn attendance(reader: &Reader<'_>, of: &Attendance) -> Said {
    let deduct = of.deduct.map_or(String::new(), |money| {
        reader.say("attendance-deduct", [("deduct", money.to_string().into())])
    });
    let waived = match of.waived {
        0 => String::new(),
        number => reader.say("attendance-waived", [("waived", i64::from(number).into())]),
    };
    let args = vec![
        ("shifts", i64::from(of.shifts).into()),
        ("attended", i64::from(of.attended).into()),
        ("absent", i64::from(of.absent).into()),
        ("excused", i64::from(of.excused).into()),
        ("waived", waived.into()),
        ("unmarked", i64::from(of.unmarked).into()),
        ("deduct", deduct.into()),
    ];
    ("reason-attendance", args)
}

fn run(reader: &Reader<'_>, of: &Run) -> Said {
    let mut more = String::new();
    if !of.excused.is_empty() {
        more.push_str(&reader.say("run-excused", [("days", reader.days(&of.excused).into())]));
    }
    if !of.waived.is_empty() {
        more.push_str(&reader.say("run-waived", [("days", reader.days(&of.waived).into())]));
    }
    if !of.unmarked.is_empty() {
        more.push_str(&reader.say("run-unmarked", [("days", reader.days(&of.unmarked).into())]));
    }
    let length = i64::try_from(of.absent.len()).unwrap_or(i64::MAX);
    let args = vec![
        ("length", length.into()),
        ("days", reader.days(&of.absent).into()),
        ("threshold", i64::from(of.threshold).into()),
        ("more", more.into()),
    ];
    ("reason-run", args)
}

fn refused(reader: &Reader<'_>, days: &[Date]) -> Said {
    let number = i64::try_from(days.len()).unwrap_or(i64::MAX);
    (
        "reason-refused",
        vec![
            ("number", number.into()),
            ("days", reader.days(days).into()),
        ],
    )
}

fn responded(to: &Responded) -> Said {
    let key = match (to.response, to.minutes) {
        (Some(_), Some(_)) if to.needed > 1 && to.reached >= to.needed => {
            "reason-informed-all-minutes"
        }
        (Some(_), None) if to.needed > 1 && to.reached >= to.needed => "reason-informed-all",
        _ if to.needed > 1 => "reason-informed",
        (Some(_), Some(_)) => "reason-responded-minutes",
        (Some(_), None) => "reason-responded",
        (None, _) => "reason-no-response",
    };
    let args = vec![
        ("incident", to.incident.to_string().into()),
        (
            "response",
            to.response.map_or(String::new(), |d| d.to_string()).into(),
        ),
        ("minutes", to.minutes.unwrap_or(0).into()),
        ("reached", i64::from(to.reached).into()),
        ("needed", i64::from(to.needed).into()),
    ];
    (key, args)
}

fn reward(reader: &Reader<'_>, fault: &RewardFault) -> Said {
    match fault {
        RewardFault::Amount { amount, min, max } => (
            "reason-reward-amount",
            vec![
                ("amount", amount.to_string().into()),
                ("min", min.to_string().into()),
                ("max", max.to_string().into()),
            ],
        ),
        RewardFault::NoAmount => ("reason-reward-no-amount", vec![]),
        RewardFault::Grounds { needed, all } => {
            let key = if *all {
                "reason-reward-grounds-all"
            } else {
                "reason-reward-grounds-any"
            };
            (key, vec![("grounds", reader.called(needed).into())])
        }
        RewardFault::CaseCap { sum, cap } => (
            "reason-reward-cap",
            vec![
                ("sum", sum.to_string().into()),
                ("cap", cap.to_string().into()),
            ],
        ),
    }
}

fn goal(value: Option<String>, target: &str) -> Said {
    match value {
        Some(value) => (
            "reason-target",
            vec![("value", value.into()), ("target", target.into())],
        ),
        None => ("reason-target-no-value", vec![("target", target.into())]),
    }
}

fn vacant(reader: &Reader<'_>, gaps: &[(Date, Date)]) -> Said {
    let gaps: Vec<String> = gaps
        .iter()
        .map(|(from, to)| reader.between(*from, *to))
        .collect();
    ("reason-vacant", vec![("gaps", reader.list(&gaps).into())])
}

fn load(held: u32, allowed: u32) -> Said {
    (
        "reason-load",
        vec![
            ("held", i64::from(held).into()),
            ("allowed", i64::from(allowed).into()),
        ],
    )
}

fn rule(message: Option<&str>) -> Said {
    match message {
        Some(message) => ("reason-rule-says", vec![("message", message.into())]),
        None => ("reason-rule", vec![]),
    }
}

fn veto(reader: &Reader<'_>, case: &VetoCase) -> Said {
    let mut parts = Vec::new();
    if case.happened > 0 {
        let holding = i64::try_from(case.incidents.len()).unwrap_or(i64::MAX);
        let args = [
            ("happened", i64::from(case.happened).into()),
            ("holding", holding.into()),
        ];
        parts.push(reader.say("veto-incidents", args));
    }
    if let Some((days, below)) = case.lapse {
        let args = [
            ("days", i64::from(days).into()),
            ("below", below.to_string().into()),
        ];
        parts.push(reader.say("veto-lapse", args));
    }
    if case.failed > 0 {
        parts.push(reader.say("veto-failed", [("failed", i64::from(case.failed).into())]));
    }
    if let Some((decision, record)) = &case.decision {
        let word = reader.word(&format!("decision-{}", decision.word()));
        let record = record.clone().unwrap_or_else(|| "-".to_owned());
        parts.push(reader.say(
            "veto-decision",
            [("decision", word.into()), ("record", record.into())],
        ));
    }
    if let Some(actor) = &case.not_competent {
        parts.push(reader.say(
            "veto-not-competent",
            [("actor", reader.actor_name(actor).into())],
        ));
    }
    if parts.is_empty() {
        return ("reason-veto-nothing", vec![]);
    }
    ("reason-veto", vec![("parts", reader.join(&parts).into())])
}

fn ladder(reader: &Reader<'_>, case: &LadderCase) -> Said {
    let mut parts = vec![reader.say(
        "ladder-events",
        [
            ("events", i64::from(case.events).into()),
            ("needed", i64::from(case.needed).into()),
        ],
    )];
    if let Some((step, from, until)) = &case.in_force {
        let until = until.map_or_else(|| reader.word("report-open-end"), |d| d.to_string());
        let args = [
            ("step", step.as_str().into()),
            ("from", from.to_string().into()),
            ("until", until.into()),
        ];
        parts.push(reader.say("ladder-in-force", args));
    }
    if let Some(step) = &case.proposed {
        parts.push(reader.say("ladder-proposed", [("step", step.as_str().into())]));
    }
    if let Some(day) = case.applied {
        parts.push(reader.say("ladder-applied", [("day", day.to_string().into())]));
    }
    if let Some(day) = case.released {
        parts.push(reader.say("ladder-released", [("day", day.to_string().into())]));
    }
    ("reason-ladder", vec![("parts", reader.join(&parts).into())])
}

fn waived(reader: &Reader<'_>, waiver: &str, because: &Reason, duty: &str) -> Said {
    let because = reader.because(because, duty);
    (
        "reason-waived",
        vec![("waiver", waiver.into()), ("because", because.into())],
    )
}
