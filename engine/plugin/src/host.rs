//! The engine that all plugins share, and how a component becomes a plugin.

use std::sync::Arc;
use std::time::Duration;

use luoshi_plugin_interface::{Description, shown};
use sha2::{Digest, Sha256};
use wasmtime::component::{Component, Linker};
use wasmtime::{Config, Engine, OptLevel};

use crate::backstop::Backstop;
use crate::bindings::{Plugin as Instance, PluginPre, description};
use crate::cache::{Cache, key, open, seal};
use crate::cause::WHY_AT_MOST;
use crate::limits::{BYTES_AT_MOST, STACK};
use crate::refusal::{NAME_AT_MOST, NAMES_AT_MOST, Refusal};
use crate::store::{Held, failed, store, unmade};
use crate::survey::{Excess, survey};
use crate::version::{Version, offered};

/// Loads plugins. One is enough for a process; it can be shared by threads.
pub struct Host {
    engine: Engine,
    linker: Linker<Held>,
    cache: Option<Box<dyn Cache>>,
    backstop: Arc<Backstop>,
}

/// A component that was found fit, and what it says of itself.
#[derive(Clone)]
pub struct Plugin {
    /// What it says of itself.
    pub description: Description,
    /// SHA-256 of the component, in hex.
    pub digest: String,
    /// Version of the interface that it was built for.
    pub interface: Version,
    pub(crate) component: PluginPre<Held>,
    /// A plugin may outlive its host, and its time must be counted then too.
    _backstop: Arc<Backstop>,
}

impl std::fmt::Debug for Plugin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut debug = f.debug_struct("Plugin");
        debug.field("id", &self.description.id);
        debug.field("digest", &self.digest).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Host {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Host").finish_non_exhaustive()
    }
}

impl Host {
    /// A host that keeps compiled code in a cache, if there is one.
    ///
    /// # Errors
    /// What the engine says if this machine cannot run it.
    pub fn new(cache: Option<Box<dyn Cache>>) -> Result<Host, String> {
        Host::ticking(cache, Duration::from_secs(1))
    }

    /// A host whose seconds last as long as `tick`.
    pub(crate) fn ticking(cache: Option<Box<dyn Cache>>, tick: Duration) -> Result<Host, String> {
        let engine = Engine::new(&config()).map_err(|error| error.to_string())?;
        let backstop = Backstop::start(engine.clone(), tick).map_err(|error| error.to_string())?;
        Ok(Host {
            // Empty: nothing is offered.
            linker: Linker::new(&engine),
            engine,
            cache,
            backstop: Arc::new(backstop),
        })
    }

    /// Makes a plugin of a component.
    ///
    /// # Errors
    /// Why it cannot be used.
    pub fn load(&self, bytes: &[u8]) -> Result<Plugin, Refusal> {
        if bytes.len() > BYTES_AT_MOST {
            return Err(Refusal::TooLarge(bytes.len()));
        }
        let digest = hex(&Sha256::digest(bytes));
        let component = self.component(bytes, &digest)?;
        let types = component.component_type();
        let imports = names(types.imports(&self.engine).map(|(name, _)| name));
        if !imports.is_empty() {
            return Err(Refusal::Imports(imports));
        }
        let interface = offered(types.exports(&self.engine).map(|(name, _)| name))?;
        let linked = self.linker.instantiate_pre(&component).map_err(unfit)?;
        let component = PluginPre::new(linked).map_err(unfit)?;
        let description = self.describe(&component)?;
        Ok(Plugin {
            description,
            digest,
            interface,
            component,
            _backstop: Arc::clone(&self.backstop),
        })
    }

    /// Makes a plugin of each of some components, side by side: compiling takes long, and so does
    /// reading a lot of compiled code.
    #[must_use]
    pub fn load_all(&self, components: &[&[u8]]) -> Vec<Result<Plugin, Refusal>> {
        std::thread::scope(|scope| {
            let mut loading = Vec::with_capacity(components.len());
            for bytes in components {
                loading.push(scope.spawn(|| self.load(bytes)));
            }
            let loaded = loading.into_iter().map(std::thread::ScopedJoinHandle::join);
            loaded
                .map(|loaded| loaded.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
                .collect()
        })
    }

    fn describe(&self, component: &PluginPre<Held>) -> Result<Description, Refusal> {
        let mut store = store(&self.engine, 0);
        let made = component.instance_pre().instantiate(&mut store);
        let made = made.map_err(|error| Refusal::Describing(unmade(&store, &error)))?;
        // Only here are the types of its functions looked at.
        let instance = Instance::new(&mut store, &made).map_err(unfit)?;
        let described = instance.luoshi_plugin_rule().call_describe(&mut store);
        let described = described.map_err(|error| Refusal::Describing(failed(&store, &error)))?;
        let description = description(described);
        let faults = description.faults();
        if faults.is_empty() {
            Ok(description)
        } else {
            Err(Refusal::Description(faults))
        }
    }

    /// Compiled code, from the cache if it holds any that this very host made.
    fn component(&self, bytes: &[u8], digest: &str) -> Result<Component, Refusal> {
        match bytes.get(4..8) {
            _ if !bytes.starts_with(b"\0asm") => return Err(Refusal::NotWasm),
            Some([1, 0, 0, 0]) => return Err(Refusal::CoreModule),
            _ => {}
        }
        let Some(cache) = &self.cache else {
            return self.compile(bytes);
        };
        let key = key(&self.engine, digest);
        let found = cache.get(&key);
        let code = found
            .as_deref()
            .and_then(|sealed| open(sealed, &key, cache.secret()));
        if let Some(component) = code.and_then(|code| trusted(&self.engine, code)) {
            return Ok(component);
        }
        let component = self.compile(bytes)?;
        let code = component.serialize().ok();
        if let Some(sealed) = code.and_then(|code| seal(&code, &key, cache.secret())) {
            cache.put(&key, &sealed);
        }
        Ok(component)
    }

    fn compile(&self, bytes: &[u8]) -> Result<Component, Refusal> {
        let invalid = |words: String| Refusal::Invalid(shown(&words, WHY_AT_MOST));
        let fits = survey(bytes).map_err(|error| invalid(error.to_string()))?;
        fits.map_err(|Excess| Refusal::TooComplex)?;
        Component::new(&self.engine, bytes).map_err(|error| invalid(format!("{error:#}")))
    }
}

fn unfit(error: wasmtime::Error) -> Refusal {
    Refusal::Unfit(shown(&format!("{error:#}"), WHY_AT_MOST))
}

/// Names that a stranger gave: some of them, cut.
pub(crate) fn names<'n>(all: impl Iterator<Item = &'n str>) -> Vec<String> {
    all.take(NAMES_AT_MOST)
        .map(|name| shown(name, NAME_AT_MOST))
        .collect()
}

/// Compiled code out of a sealed entry.
#[allow(
    unsafe_code,
    reason = "the seal shows that this user's own host wrote these bytes; the engine checks its version and this machine"
)]
fn trusted(engine: &Engine, code: &[u8]) -> Option<Component> {
    // SAFETY: `open` has verified a keyed digest over the whole entry with a secret that only this
    // user's hosts know, so the bytes are what `serialize` gave for the component of this digest.
    unsafe { Component::deserialize(engine, code) }.ok()
}

/// Deterministic: no threads, no relaxed SIMD, one bit pattern for what is not a number.
fn config() -> Config {
    let mut config = Config::new();
    config
        .consume_fuel(true)
        .epoch_interruption(true)
        .max_wasm_stack(STACK)
        .wasm_simd(true)
        .wasm_relaxed_simd(false)
        .wasm_memory64(false)
        .wasm_multi_memory(false)
        .wasm_wide_arithmetic(false)
        .wasm_component_model(true)
        .wasm_backtrace_max_frames(None)
        // For backtraces alone, and a third of the compiled code.
        .generate_address_map(false)
        .native_unwind_info(false)
        .cranelift_nan_canonicalization(true)
        .cranelift_opt_level(OptLevel::Speed);
    config
}

/// Small letters and digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests;
