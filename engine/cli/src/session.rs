//! What all commands share: language, form of output, where to write, the day.

use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use luoshi::{Options, whole};
use luoshi_diagnostics::{Lang, Messages, Note, Sources, render_json, render_text, write_failed};
use tracing::Level;

use crate::args::{Args, ColorArg, Format, LangArg};
use crate::clock;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Output;
use crate::usage;

/// What all commands share.
pub(crate) struct Session {
    pub(crate) words: Messages,
    pub(crate) out: Output,
    pub(crate) quiet: bool,
    pub(crate) verbose: bool,
    pub(crate) format: Option<Format>,
    pub(crate) as_of: Option<Date>,
    pub(crate) packages: Vec<PathBuf>,
    pub(crate) ledger: Option<PathBuf>,
    /// Whether what goes to standard error is coloured.
    colour: bool,
    /// Whether what goes to standard output is.
    colour_out: bool,
}

impl Session {
    pub(crate) fn new(words: Messages) -> Session {
        Session {
            words,
            out: Output::default(),
            quiet: false,
            verbose: false,
            format: None,
            as_of: None,
            packages: Vec::new(),
            ledger: None,
            colour: colour(ColorArg::Auto, std::io::stderr().is_terminal()),
            colour_out: colour(ColorArg::Auto, std::io::stdout().is_terminal()),
        }
    }

    /// Takes over what the arguments say.
    pub(crate) fn settle(&mut self, args: &Args) {
        if let Some(lang) = args.lang {
            self.words = Messages::of(lang.into());
        }
        self.quiet = args.quiet;
        self.verbose = args.verbose > 0;
        self.format = args.format;
        self.as_of = args.as_of;
        self.packages.clone_from(&args.packages);
        self.ledger.clone_from(&args.ledger);
        let wanted = args.color.unwrap_or(ColorArg::Auto);
        self.colour = colour(wanted, std::io::stderr().is_terminal());
        self.colour_out = colour(wanted, std::io::stdout().is_terminal());
        log_to_stderr(args.verbose);
    }

    /// The day of the run: as told, or today in China.
    pub(crate) fn as_of(&self) -> Date {
        self.as_of.unwrap_or_else(clock::today)
    }

    /// What the libraries need to be told.
    pub(crate) fn options(&self) -> Options {
        Options {
            as_of: self.as_of(),
            packages: self.packages.clone(),
            ledger: self.ledger.clone(),
            set: Vec::new(),
        }
    }

    /// The form of output that is wanted; the first of those that the command has by default.
    pub(crate) fn form<const N: usize>(&self, has: [Format; N]) -> Result<Format, Failure> {
        let wanted = self.format.unwrap_or(has[0]);
        if has.contains(&wanted) {
            return Ok(wanted);
        }
        let valid: Vec<&str> = has.iter().map(|f| f.word()).collect();
        Err(usage::bad_value("--format", wanted.word(), &valid.join(", ")).into())
    }

    /// Whether JSON is wanted, for a command that writes text or JSON.
    pub(crate) fn wants_json(&self) -> Result<bool, Failure> {
        Ok(self.form([Format::Text, Format::Json])? == Format::Json)
    }

    /// Writes notes to where people see them.
    pub(crate) fn show(&self, notes: &[Note], sources: &Sources) {
        if !notes.is_empty() {
            Output::complain(&render_text(notes, sources, self.words, self.colour));
        }
    }

    /// Notes as text, for a command whose result they are.
    pub(crate) fn rendered(&self, notes: &[Note], sources: &Sources) -> String {
        render_text(notes, sources, self.words, self.colour_out)
    }

    /// Whether standard output is coloured.
    pub(crate) fn colour_out(&self) -> bool {
        self.colour_out
    }

    /// Writes a sentence of the catalogue.
    pub(crate) fn say<const N: usize>(
        &mut self,
        key: &str,
        args: [(&'static str, luoshi_diagnostics::Arg); N],
    ) {
        let text = self.words.text(key, &args.into());
        self.out.write(&text);
        self.out.write("\n");
    }

    /// Writes a report to a file, or to standard output if none is named.
    pub(crate) fn write_to(&mut self, file: Option<&Path>, text: &str) -> Result<(), Failure> {
        self.write_bytes(file, text.as_bytes())
    }

    /// Writes bytes to a file, or to the screen, which only text is meant for.
    pub(crate) fn write_bytes(&mut self, file: Option<&Path>, bytes: &[u8]) -> Result<(), Failure> {
        let Some(path) = file else {
            self.out.write(&String::from_utf8_lossy(bytes));
            return Ok(());
        };
        Ok(whole::write(path, bytes)?)
    }

    /// Shows what kept a command from its goal.
    pub(crate) fn tell(&mut self, failure: &Failure) {
        if self.format == Some(Format::Json) {
            let notes = render_json(&failure.notes, &failure.sources, self.words);
            self.out.json(&luoshi_report::to_json(notes, None));
        } else {
            self.show(&failure.notes, &failure.sources);
        }
    }

    /// Shows what kept a command from its goal, and ends.
    pub(crate) fn finish(mut self, result: Result<Exit, Failure>) -> Exit {
        let exit = result.unwrap_or_else(|failure| {
            self.tell(&failure);
            Exit::of(&failure.notes)
        });
        match self.out.finish() {
            Ok(()) => exit,
            Err(error) => {
                self.show(&[write_failed(Path::new("-"), &error)], &Sources::default());
                Exit::CouldNotRun
            }
        }
    }
}

impl From<LangArg> for Lang {
    fn from(lang: LangArg) -> Self {
        match lang {
            LangArg::Zh => Lang::ZhCn,
            LangArg::En => Lang::En,
        }
    }
}

/// The language of help and of complaints about the arguments themselves: that of `--lang`,
/// else of the locale, else Chinese.
pub(crate) fn language(arguments: &[OsString]) -> Lang {
    let mut arguments = arguments.iter().filter_map(|a| a.to_str());
    while let Some(argument) = arguments.next() {
        let tag = match argument.strip_prefix("--lang") {
            Some("") => arguments.next(),
            Some(rest) => rest.strip_prefix('='),
            None => continue,
        };
        if let Some(lang) = tag.and_then(Lang::from_tag) {
            return lang;
        }
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty());
    locale.and_then(|l| Lang::from_tag(&l)).unwrap_or_default()
}

fn colour(wanted: ColorArg, terminal: bool) -> bool {
    match wanted {
        ColorArg::Always => true,
        ColorArg::Never => false,
        ColorArg::Auto => {
            // https://no-color.org: set to anything but nothing.
            let refused = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
            !refused && terminal
        }
    }
}

fn log_to_stderr(verbose: u8) {
    let level = match verbose {
        0 => Level::WARN,
        1 => Level::INFO,
        _ => Level::DEBUG,
    };
    // A second subscriber in one process can only come from a test.
    let _ = tracing_subscriber::fmt()
        .with_max_level(level)
        .with_ansi(false)
        .with_writer(std::io::stderr)
        .without_time()
        .try_init();
}
