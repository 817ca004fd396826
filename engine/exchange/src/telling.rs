//! Words of a language for what an audit holds.

use luoshi_audit::{Accountable, Act, Indication, Label, Texts, Trouble};
use luoshi_diagnostics::{Arg, Lang, Messages};
use luoshi_follow::{Item, State, act_word, progress_text, state_word, step_text};
use luoshi_plan::model::Severity;
use luoshi_rules::Status;
use luoshi_signs::{Sign, sign_heading, sign_title};

use crate::whole::{Case, clauses};

/// Puts an audit into words.
#[derive(Clone, Copy)]
pub(crate) struct Telling {
    words: Messages,
}

impl Telling {
    pub(crate) fn of(lang: Lang) -> Self {
        Telling {
            words: Messages::of(lang),
        }
    }

    pub(crate) fn lang(self) -> Lang {
        self.words.lang()
    }

    pub(crate) fn word(self, key: &str) -> String {
        self.words.word(&format!("exchange-{key}"))
    }

    pub(crate) fn say<const N: usize>(self, key: &str, args: [(&'static str, Arg); N]) -> String {
        self.words.text(&format!("exchange-{key}"), &args.to_vec())
    }

    pub(crate) fn pick(self, texts: &Texts) -> &str {
        match self.lang() {
            Lang::ZhCn => &texts.zh,
            Lang::En => &texts.en,
        }
    }

    pub(crate) fn status(self, status: Status) -> String {
        self.words.word(&format!("status-{}", status.word()))
    }

    /// What a sign is called.
    pub(crate) fn sign(self, sign: Sign) -> String {
        sign_title(self.words, sign)
    }

    /// What a sign is called, with how often it is wrong.
    pub(crate) fn sign_heading(self, of: &Indication) -> String {
        sign_heading(self.words, of.sign, of.error)
    }

    /// Why somebody should ask, under what it is called, so that it is not read as a verdict.
    pub(crate) fn sign_reason(self, of: &Indication) -> String {
        let args = [
            ("sign", self.sign_heading(of).into()),
            ("reason", self.pick(&of.reason).into()),
        ];
        self.say("sign-reason", args)
    }

    pub(crate) fn severity(self, severity: Severity) -> String {
        self.gravity(severity.word())
    }

    /// A severity by its word.
    pub(crate) fn gravity(self, word: &str) -> String {
        self.word(&format!("severity-{word}"))
    }

    pub(crate) fn list(self, names: &[String]) -> String {
        self.words.list(names)
    }

    /// What a finding is about: the duty, then subject, actor and period as far as there are.
    pub(crate) fn about(self, case: &Case<'_>) -> String {
        let finding = case.finding;
        let names = [finding.subject.as_deref(), finding.actor.as_deref()];
        self.named(&case.duty.name, names, finding.period.as_deref())
    }

    /// The same of an item that the audit does not list; by its id, where nothing else is known of it.
    pub(crate) fn about_item(self, item: &Item) -> String {
        let names = [item.subject.as_ref(), item.actor.as_ref()];
        let about = self.named(&item.duty.name, names, item.period.as_ref());
        match about == item.duty.name {
            true => self.list(&[about, item.finding.clone()]),
            false => about,
        }
    }

    fn named(self, duty: &str, names: [Option<&Label>; 2], period: Option<&String>) -> String {
        let names = names.into_iter().flatten().map(|label| label.name.clone());
        let mut parts = vec![duty.to_owned()];
        parts.extend(names);
        parts.extend(period.cloned());
        self.list(&parts)
    }

    /// How far an item has come: its state, and what has happened so far.
    pub(crate) fn progress(self, item: &Item) -> String {
        progress_text(item, self.words)
    }

    /// Where an item is on its way.
    pub(crate) fn state(self, state: State) -> String {
        state_word(state, self.words)
    }

    /// The step of the ladder for what is overdue; nothing for what is not.
    pub(crate) fn step(self, item: &Item) -> Option<String> {
        let step = item.step.as_ref();
        item.overdue.map(|_| step_text(step, self.words))
    }

    /// What a record of rectification says.
    pub(crate) fn act(self, act: Act) -> String {
        act_word(act, self.words)
    }

    /// Why a finding stands as it does; in an audit of figures, what it counts.
    pub(crate) fn reason(self, case: &Case<'_>) -> String {
        match &case.finding.reason {
            Some(reason) => self.pick(reason).to_owned(),
            None => self.say("figure", [("figure", case.finding.figure.into())]),
        }
    }

    /// A finding in one line: status, what it is about.
    pub(crate) fn title(self, case: &Case<'_>) -> String {
        let args = [
            ("status", self.status(case.finding.status).into()),
            ("about", self.about(case).into()),
        ];
        line(&self.say("title", args))
    }

    /// A finding in a paragraph: where, title, reason.
    pub(crate) fn sentence(self, case: &Case<'_>) -> String {
        let args = [
            ("township", case.township.name.clone().into()),
            ("title", self.title(case).into()),
            ("reason", self.reason(case).into()),
        ];
        self.say("sentence", args)
    }

    /// The clauses of a finding's duty, each with what it asks for.
    pub(crate) fn clauses(self, case: &Case<'_>) -> String {
        let told = clauses(case.table, case.duty).map(|(number, clause)| match clause {
            Some(clause) => self.say(
                "clause",
                [
                    ("number", number.into()),
                    ("summary", clause.summary.clone().into()),
                ],
            ),
            None => number.to_owned(),
        });
        told.collect::<Vec<_>>().join("\n")
    }

    /// One who answers: role, subject and staff number.
    pub(crate) fn who(self, who: &Accountable) -> String {
        let subject = who.subject.as_ref().map(|label| label.name.as_str());
        let args = [
            ("role", who.role.name.clone().into()),
            ("subject", subject.unwrap_or_default().into()),
            ("holder", self.holder(who).into()),
        ];
        let key = match subject {
            Some(_) => "who-for",
            None => "who",
        };
        self.say(key, args)
    }

    /// Staff number of the holder of a post.
    pub(crate) fn holder(self, who: &Accountable) -> String {
        match &who.holder {
            Some(holder) => holder.clone(),
            None => self.word("vacant"),
        }
    }

    /// Why a township is broken, in one paragraph.
    pub(crate) fn trouble(self, trouble: &Trouble) -> String {
        let help = trouble.help.as_ref().map(|help| self.pick(help));
        let message = self.pick(&trouble.message);
        match help {
            Some(help) => self.say(
                "trouble-help",
                [("message", message.into()), ("help", help.into())],
            ),
            None => message.to_owned(),
        }
    }
}

/// A text in one line: each run of white space and control signs as one blank.
pub(crate) fn line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// A text without signs that neither XML nor a workbook can hold; each is shown as U+FFFD.
pub(crate) fn printable(text: &str) -> String {
    let shown = |c: char| match c {
        '\t' | '\n' => c,
        '\r' => '\n',
        '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
        c if c.is_control() => '\u{fffd}',
        c => c,
    };
    text.replace("\r\n", "\n").chars().map(shown).collect()
}

/// Name of a label, if there is one.
pub(crate) fn name(label: Option<&Label>) -> &str {
    label.map_or("", |label| &label.name)
}
