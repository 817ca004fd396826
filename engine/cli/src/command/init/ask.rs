//! Questions, one after the other, each answer checked at once with the plan's own messages.

use std::io::{BufRead, Write};

use luoshi_diagnostics::{Args, Code, Messages, Note};
use luoshi_plan::model::Adjust;
use luoshi_plan::{ParameterInForce, Plan};
use luoshi_report::{package_value, range_of};

use super::draft::{Chosen, Draft, Ground, Offered, issuer, title};
use super::yaml::{village, yaml};
use crate::args::InitArgs;
use crate::failure::Failure;
use crate::session::Session;

/// Who asks: where answers come from, and where questions go.
pub(super) struct Asker<'a> {
    pub(super) session: &'a Session,
    pub(super) answers: &'a mut dyn BufRead,
    pub(super) questions: &'a mut dyn Write,
    /// Whether answers are shown behind their questions: a terminal does that by itself.
    pub(super) echo: bool,
}

impl Asker<'_> {
    fn words(&self) -> Messages {
        self.session.words
    }

    /// Asks once. The end of the answers is the end of it all: nothing has been written yet.
    fn ask(&mut self, key: &str, args: Args) -> Result<String, Failure> {
        let question = self.words().text(key, &args);
        let stopped = || Failure::from(Note::new(Code::InitStopped));
        write!(self.questions, "{question} ").map_err(|_| stopped())?;
        self.questions.flush().map_err(|_| stopped())?;
        let mut line = String::new();
        match self.answers.read_line(&mut line) {
            // A line that breaks off was not answered either.
            Ok(_) if line.ends_with('\n') => {
                if self.echo {
                    self.tell(line.trim())?;
                }
                Ok(line.trim().to_owned())
            }
            Ok(_) | Err(_) => Err(stopped()),
        }
    }

    fn tell(&mut self, text: &str) -> Result<(), Failure> {
        writeln!(self.questions, "{text}").map_err(|_| Note::new(Code::InitStopped).into())
    }

    /// Which package: a number of the list, or a name.
    pub(super) fn package(&mut self, offered: &[Offered]) -> Result<usize, Failure> {
        for (at, package) in offered.iter().enumerate() {
            let line = format!("  {}  {}  {}", at + 1, package.name, package.title);
            self.tell(&line)?;
        }
        loop {
            let count = i64::try_from(offered.len()).unwrap_or(i64::MAX);
            let answer = self.ask("init-ask-package", vec![("count", count.into())])?;
            let number = answer.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
            let named = offered.iter().position(|p| p.name == answer);
            let only = (answer.is_empty() && offered.len() == 1).then_some(0);
            let found = named.or(only).or(number.filter(|n| *n < offered.len()));
            if let Some(at) = found {
                return Ok(at);
            }
        }
    }

    /// Asks until the answer leaves the plan without an error; a blank answer keeps what stands.
    fn settle(
        &mut self,
        draft: &mut Draft,
        ground: &mut Ground,
        key: &str,
        now: &str,
        put: impl Fn(&mut Draft, String),
    ) -> Result<(), Failure> {
        loop {
            let answer = self.ask(key, vec![("now", now.into())])?;
            if answer.is_empty() {
                return Ok(());
            }
            let mut candidate = draft.clone();
            put(&mut candidate, answer);
            if self.accepts(&candidate, ground) {
                *draft = candidate;
                return Ok(());
            }
        }
    }

    /// Whether nothing is wrong with a draft; what is, is shown.
    fn accepts(&self, candidate: &Draft, ground: &mut Ground) -> bool {
        let notes = ground.wrong(candidate);
        self.session.show(&notes, &ground.sources);
        notes.is_empty()
    }

    /// Everything that the flags leave open.
    pub(super) fn all(
        &mut self,
        args: &InitArgs,
        draft: &mut Draft,
        ground: &mut Ground,
    ) -> Result<(), Failure> {
        self.head(args, draft, ground)?;
        if args.village.is_empty() {
            self.villages(draft, ground)?;
        }
        let (plan, notes) = ground.plan(&yaml(draft, None));
        let Some(plan) = plan else {
            let sources = std::mem::take(&mut ground.sources);
            return Err(Failure { notes, sources });
        };
        self.parameters(&plan, draft, ground)?;
        self.optional(&plan, draft, ground)
    }

    fn head(
        &mut self,
        args: &InitArgs,
        draft: &mut Draft,
        ground: &mut Ground,
    ) -> Result<(), Failure> {
        let lang = self.words().lang();
        let now = draft.clone();
        if args.name.is_none() {
            self.settle(draft, ground, "init-ask-name", &now.name, |d, a| d.name = a)?;
        }
        if args.code.is_none() {
            self.settle(draft, ground, "init-ask-code", &now.code, |d, a| d.code = a)?;
        }
        if args.title.is_none() {
            draft.title = title(&draft.name, lang);
            let now = draft.title.clone();
            self.settle(draft, ground, "init-ask-title", &now, |d, a| d.title = a)?;
        }
        if args.issuer.is_none() {
            draft.issuer = issuer(&draft.name, lang);
            let now = draft.issuer.clone();
            self.settle(draft, ground, "init-ask-issuer", &now, |d, a| d.issuer = a)?;
        }
        if args.from.is_none() {
            let issued = args.issued.is_some();
            self.settle(draft, ground, "init-ask-from", &now.from, |d, a| {
                // Until somebody says otherwise it ends with its year and is issued on its first day.
                if args.to.is_none() {
                    d.to = format!("{}-12-31", a.get(..4).unwrap_or(&a));
                }
                if !issued {
                    d.issued.clone_from(&a);
                }
                d.from = a;
            })?;
        }
        if args.to.is_none() {
            let now = draft.to.clone();
            self.settle(draft, ground, "init-ask-to", &now, |d, a| d.to = a)?;
        }
        if args.issued.is_none() {
            let now = draft.issued.clone();
            self.settle(draft, ground, "init-ask-issued", &now, |d, a| d.issued = a)?;
        }
        Ok(())
    }

    /// One village after the other, until a blank line.
    fn villages(&mut self, draft: &mut Draft, ground: &mut Ground) -> Result<(), Failure> {
        loop {
            let known = draft.villages.len();
            let number = i64::try_from(known + 1).unwrap_or(i64::MAX);
            let answer = self.ask("init-ask-village", vec![("number", number.into())])?;
            if answer.is_empty() {
                return Ok(());
            }
            let mut candidate = draft.clone();
            candidate.villages.push(village(&answer, known));
            if self.accepts(&candidate, ground) {
                *draft = candidate;
            }
        }
    }

    /// What nobody has decided, and, if wanted, what the packages have.
    fn parameters(
        &mut self,
        plan: &Plan,
        draft: &mut Draft,
        ground: &mut Ground,
    ) -> Result<(), Failure> {
        let chosen: Vec<String> = draft.set.iter().map(|c| c.id.clone()).collect();
        let mut free = plan.parameters.iter();
        let (open, settled): (Vec<&ParameterInForce>, Vec<&ParameterInForce>) = free
            .by_ref()
            .filter(|p| p.adjustable != Adjust::Fixed && !chosen.contains(&p.id))
            .partition(|p| p.value.is_none());
        for parameter in open {
            self.parameter(parameter, draft, ground)?;
        }
        if settled.is_empty() {
            return Ok(());
        }
        let count = i64::try_from(settled.len()).unwrap_or(i64::MAX);
        if self.yes("init-ask-settled", vec![("count", count.into())], false)? {
            for parameter in settled {
                self.parameter(parameter, draft, ground)?;
            }
        }
        Ok(())
    }

    fn parameter(
        &mut self,
        parameter: &ParameterInForce,
        draft: &mut Draft,
        ground: &mut Ground,
    ) -> Result<(), Failure> {
        let words = self.words();
        let about = vec![
            ("name", parameter.name.as_str().into()),
            ("id", parameter.id.as_str().into()),
            ("range", range_of(words, parameter).into()),
        ];
        self.tell(&words.text("init-about", &about))?;
        if let Some(question) = &parameter.question {
            self.tell(&format!("  {question}"))?;
        }
        loop {
            let now = package_value(words, parameter);
            let value = self.ask("init-ask-value", vec![("now", now.into())])?;
            if value.is_empty() {
                return Ok(());
            }
            let key = match parameter.reason_needed {
                true => "init-ask-reason-needed",
                false => "init-ask-reason",
            };
            let reason = self.ask(key, Vec::new())?;
            let mut candidate = draft.clone();
            candidate.set.push(Chosen {
                id: parameter.id.clone(),
                value,
                reason: (!reason.is_empty()).then_some(reason),
            });
            if self.accepts(&candidate, ground) {
                *draft = candidate;
                return Ok(());
            }
        }
    }

    /// Which of the optional duties are left out, and why.
    fn optional(
        &mut self,
        plan: &Plan,
        draft: &mut Draft,
        ground: &mut Ground,
    ) -> Result<(), Failure> {
        for duty in plan.duties().filter(|d| d.optional) {
            let args = vec![("name", duty.name.as_str().into())];
            if self.yes("init-ask-duty", args, true)? {
                continue;
            }
            loop {
                let reason = self.ask("init-ask-reason-needed", Vec::new())?;
                let mut candidate = draft.clone();
                candidate.without.push((duty.id.name.to_string(), reason));
                let blank = candidate.without.last().is_some_and(|(_, r)| r.is_empty());
                if !blank && self.accepts(&candidate, ground) {
                    *draft = candidate;
                    break;
                }
            }
        }
        Ok(())
    }

    fn yes(&mut self, key: &str, args: Args, blank: bool) -> Result<bool, Failure> {
        loop {
            let answer = self.ask(key, args.clone())?;
            match answer.to_lowercase().as_str() {
                "" => return Ok(blank),
                "y" | "yes" | "是" => return Ok(true),
                "n" | "no" | "否" => return Ok(false),
                _ => {}
            }
        }
    }
}
