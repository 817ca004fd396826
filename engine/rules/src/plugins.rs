//! Rules that are plugins: loaded before a run, shown what is granted, their answers made verdicts.

mod judge;
mod load;
mod scene;

use std::collections::BTreeMap;

use luoshi_evidence::Kind;
use luoshi_plugin::Plugin;
use luoshi_plugin_interface::Value;

pub(crate) use judge::judge;
pub use load::{load_plugins, plugin_unusable, plugin_values};
pub(crate) use scene::scene;
pub use scene::scene_of_plan;

/// The plugins of a plan, loaded, with the values of their parameters.
#[derive(Debug, Clone, Default)]
pub struct Plugins {
    /// By the id of the rule.
    of: BTreeMap<String, Loaded>,
}

/// A plugin ready to be run for one rule.
#[derive(Debug, Clone)]
pub(crate) struct Loaded {
    pub(crate) plugin: Plugin,
    /// The values of its parameters, or the parameter of the plan that is still open.
    pub(crate) values: Result<Vec<Value>, Option<String>>,
    pub(crate) kinds: Vec<Kind>,
}

static NONE: Plugins = Plugins {
    of: BTreeMap::new(),
};

impl Plugins {
    /// No plugins. A rule that needs one cannot be told then.
    #[must_use]
    pub fn none() -> &'static Plugins {
        &NONE
    }

    /// The plugin of a rule.
    #[must_use]
    pub fn get(&self, rule: &str) -> Option<&Plugin> {
        self.of.get(rule).map(|loaded| &loaded.plugin)
    }

    /// The values of the parameters of a rule's plugin, in their order; none while one is open.
    #[must_use]
    pub fn values(&self, rule: &str) -> Option<&[Value]> {
        self.of.get(rule)?.values.as_deref().ok()
    }

    pub(crate) fn loaded(&self, rule: &str) -> Option<&Loaded> {
        self.of.get(rule)
    }
}
