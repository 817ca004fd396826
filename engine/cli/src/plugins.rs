//! The host of the plugins of this process.

use std::sync::OnceLock;

use luoshi_diagnostics::{Code, Note};
use luoshi_plan::Plan;
use luoshi_plugin::{Cache, Host};
use luoshi_rules::{Plugins, load_plugins};

use crate::plugin_cache::PluginCache;

/// The host of this process. It is made when a plan first has plugins: most have none.
///
/// # Errors
/// `LS0517` if this machine cannot run WebAssembly.
pub fn host() -> Result<&'static Host, Note> {
    static HOST: OnceLock<Result<Host, String>> = OnceLock::new();
    let host = HOST.get_or_init(|| {
        let cache = PluginCache::of_user();
        Host::new(cache.map(|cache| Box::new(cache) as Box<dyn Cache>))
    });
    let unable = |why: &String| Note::new(Code::PluginHost).arg("why", why.as_str());
    host.as_ref().map_err(unable)
}

/// Loads the plugins of a plan, and adds to the notes what is wrong with them.
pub fn plugins_of(plan: &Plan, notes: &mut Vec<Note>) -> Option<Plugins> {
    if plan.content.plugins.is_empty() {
        return Some(Plugins::default());
    }
    match host() {
        Ok(host) => {
            let staged = load_plugins(plan, host);
            notes.extend(staged.notes);
            staged.value
        }
        Err(note) => {
            notes.push(note);
            None
        }
    }
}
