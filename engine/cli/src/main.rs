//! The `luoshi` command: arguments, terminal, exit codes. What it does is in the libraries.

use luoshi_diagnostics::Messages;

mod args;
mod clock;
mod command;
mod exit;
mod failure;
mod help;
mod output;
mod progress;
mod session;
mod usage;

use exit::Exit;

fn main() -> Exit {
    let arguments: Vec<std::ffi::OsString> = std::env::args_os().collect();
    let words = Messages::of(session::language(&arguments));
    exit::install_panic_hook(words);
    // A bug of ours must not look like a failed check, whatever it was.
    let run = std::panic::AssertUnwindSafe(|| run(&arguments, words));
    std::panic::catch_unwind(run).unwrap_or(Exit::Bug)
}

fn run(arguments: &[std::ffi::OsString], words: Messages) -> Exit {
    let mut session = session::Session::new(words);
    match usage::read(arguments, words) {
        Ok(args) => {
            session.settle(&args);
            let exit = command::run(args.command, &mut session);
            session.finish(exit)
        }
        Err(usage::Stop::Asked(text)) => {
            session.out.write(&text);
            session.finish(Ok(Exit::Clean))
        }
        Err(usage::Stop::Wrong(note)) => session.finish(Err(note.into())),
    }
}
