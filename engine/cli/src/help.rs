//! The help in the reader's language: every text of the command line, by its id.

use clap::{Arg, ArgAction, Command, CommandFactory};
use luoshi_diagnostics::Messages;

use crate::args::Args;
use crate::exit::Exit;

/// The command line with its texts.
pub(crate) fn command(words: Messages) -> Command {
    let root = with_texts(Args::command(), words, "luoshi", "luoshi");
    let list = format!(
        "{}\n{}",
        words.word("help-exit"),
        Exit::documentation(words)
    );
    root.after_help(list.trim_end().to_owned())
        .subcommand_value_name(words.word("help-command"))
        .subcommand_help_heading(words.word("help-commands"))
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(words.word("help-version"))
                .help_heading(words.word("help-options")),
        )
        .color(clap::ColorChoice::Never)
        // Lines are short enough as they are, and clap would count a wide character as one.
        .term_width(0)
}

/// Puts the texts of `cmd-ID` into a command and those below it; `called` is what is typed.
fn with_texts(command: Command, words: Messages, id: &str, called: &str) -> Command {
    let nested = command.get_subcommands().next().is_some();
    let key = format!("cmd-{id}");
    let usage = usage(&command, words, called, nested);
    let command = command
        .about(words.word(&key))
        .disable_help_flag(true)
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(words.word("help-help")),
        )
        .override_usage(usage)
        .subcommand_help_heading(words.word("help-commands"))
        .help_template(format!(
            "{{about}}\n\n{}{{usage}}\n\n{{all-args}}{{after-help}}",
            words.word("help-usage")
        ))
        .mut_args(|arg| argument(arg, words, &key));
    let nested: Vec<String> = command
        .get_subcommands()
        .map(|c| c.get_name().to_owned())
        .collect();
    nested.into_iter().fold(command, |command, name| {
        let id = if id == "luoshi" {
            name.clone()
        } else {
            format!("{id}-{name}")
        };
        let called = format!("{called} {name}");
        command.mut_subcommand(name, |sub| with_texts(sub, words, &id, &called))
    })
}

fn argument(arg: Arg, words: Messages, command: &str) -> Arg {
    let heading = if arg.is_positional() {
        "help-arguments"
    } else {
        "help-options"
    };
    let help = match arg.get_id().as_str() {
        "help" => words.word("help-help"),
        id => words.word(&format!("{command}.{id}")),
    };
    let takes_value = !matches!(
        arg.get_action(),
        ArgAction::SetTrue | ArgAction::Count | ArgAction::Help | ArgAction::Version
    );
    let arg = arg.help(help).help_heading(words.word(heading));
    if takes_value {
        // What it can be, and what it is by default, is said in the help itself.
        arg.hide_possible_values(true).hide_default_value(true)
    } else {
        arg
    }
}

fn usage(command: &Command, words: Messages, called: &str, nested: bool) -> String {
    let mut usage = format!("{called} [{}]", words.word("help-options"));
    for arg in command.get_arguments().filter(|a| a.is_positional()) {
        let name = arg.get_id().as_str().to_uppercase();
        let name = if arg.is_required_set() {
            format!("<{name}>")
        } else {
            format!("[{name}]")
        };
        let many = matches!(arg.get_action(), ArgAction::Append);
        usage.push_str(&format!(" {name}{}", if many { "..." } else { "" }));
    }
    let below = format!("<{}>", words.word("help-command"));
    match nested {
        // A command that does something by itself.
        true if command.get_positionals().next().is_some() => format!("{usage}\n{called} {below}"),
        true => format!("{usage} {below}"),
        false => usage,
    }
}

#[cfg(test)]
mod tests {
    use clap::Command;
    use luoshi_diagnostics::{Lang, Messages};
    use unicode_width::UnicodeWidthStr;

    use super::command;

    /// Every command and argument below, with the path to it.
    fn texts(command: &Command, path: &str, found: &mut Vec<(String, String)>) {
        let path = format!("{path} {}", command.get_name());
        found.push((
            path.clone(),
            command
                .get_about()
                .map_or(String::new(), ToString::to_string),
        ));
        for arg in command.get_arguments() {
            let help = arg.get_help().map_or(String::new(), ToString::to_string);
            found.push((format!("{path} {}", arg.get_id()), help));
        }
        for sub in command.get_subcommands() {
            texts(sub, &path, found);
        }
    }

    #[test]
    fn every_command_and_argument_has_its_help_in_both_languages() {
        for lang in Lang::ALL {
            let mut found = Vec::new();
            texts(&command(Messages::of(lang)), "", &mut found);
            for (path, text) in found {
                let key = text.is_empty() || text.starts_with("cmd-") || text.starts_with("help-");
                assert!(!key, "{} has no help in {}: {text}", path, lang.tag());
            }
        }
    }

    #[test]
    fn help_fits_the_terminal() {
        fn check(mut command: Command) {
            let help = command.render_help().to_string();
            for line in help.lines() {
                assert!(line.width() <= 80, "{} columns: {line}", line.width());
            }
            command.get_subcommands().cloned().for_each(check);
        }
        for lang in Lang::ALL {
            let mut command = command(Messages::of(lang));
            command.build();
            check(command);
        }
    }
}
