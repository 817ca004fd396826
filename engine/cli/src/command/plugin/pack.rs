//! `luoshi plugin pack`: a core module, as compilers make it, to the component that is a plugin.

use luoshi::{shown, whole};
use luoshi_diagnostics::{Code, Note};
use luoshi_plugin::{PackFault, pack};

use super::{Done, read};
use crate::args::PluginPackArgs;
use crate::exit::Exit;
use crate::session::Session;

pub(in crate::command) fn run(args: &PluginPackArgs, session: &mut Session) -> Done {
    let core = read(&args.core)?;
    if args.output.exists() && !args.force {
        let note = Note::new(Code::PluginPack).arg("fault", "exists");
        return Err(note.arg("path", shown(&args.output)).arg("why", "").into());
    }
    let component = pack(&core).map_err(|fault| {
        let note = Note::new(Code::PluginPack).arg("fault", word(&fault));
        let why = match &fault {
            PackFault::Unfit(why) => why.as_str(),
            _ => "",
        };
        note.arg("path", shown(&args.core)).arg("why", why)
    })?;
    whole::write(&args.output, &component)?;
    if !session.quiet {
        let size = i64::try_from(component.len()).unwrap_or(i64::MAX);
        let path = shown(&args.output);
        session.say(
            "plugin-packed",
            [("path", path.into()), ("size", size.into())],
        );
    }
    Ok(Exit::Clean)
}

fn word(fault: &PackFault) -> &'static str {
    match fault {
        PackFault::NotWasm => "not-wasm",
        PackFault::Component => "component",
        PackFault::NoInterface => "no-interface",
        PackFault::Unfit(_) => "unfit",
    }
}
