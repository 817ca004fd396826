//! Compiled code is used again only if this user's own host made it from the same component.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use luoshi_plugin::{Cache, Host};

use crate::support::{HONEST, component, component_for, description, run, township};

/// A cache in memory, whose entries a test can change.
#[derive(Clone, Default)]
struct Kept {
    entries: Arc<Mutex<BTreeMap<String, Vec<u8>>>>,
    puts: Arc<Mutex<usize>>,
    secret: [u8; 32],
}

impl Cache for Kept {
    fn get(&self, name: &str) -> Option<Vec<u8>> {
        self.entries.lock().expect("entries").get(name).cloned()
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        *self.puts.lock().expect("puts") += 1;
        let mut entries = self.entries.lock().expect("entries");
        entries.insert(name.to_owned(), bytes.to_vec());
    }

    fn secret(&self) -> &[u8; 32] {
        &self.secret
    }
}

impl Kept {
    fn puts(&self) -> usize {
        *self.puts.lock().expect("puts")
    }

    /// Loads the honest plugin with a new host and lets it answer.
    fn answer(&self) -> String {
        let host = Host::new(Some(Box::new(self.clone()))).expect("a host");
        let plugin = host.load(&component(HONEST)).expect("a plugin");
        format!("{:?} {:?}", plugin.description, run(&plugin, &township(10)))
    }

    fn change(&self, of: impl Fn(&mut Vec<u8>)) {
        self.entries
            .lock()
            .expect("entries")
            .values_mut()
            .for_each(of);
    }
}

#[test]
fn what_was_compiled_is_used_again() {
    let cache = Kept::default();
    let first = cache.answer();
    assert_eq!(first, cache.answer());
    assert_eq!(cache.puts(), 1);
}

#[test]
fn a_damaged_entry_is_compiled_anew() {
    let cache = Kept::default();
    let first = cache.answer();
    let len = cache
        .entries
        .lock()
        .expect("entries")
        .values()
        .next()
        .map_or(0, Vec::len);
    for at in [0, 31, 32, 100, len / 2, len - 1] {
        cache.change(|entry| entry[at] ^= 1);
        assert_eq!(first, cache.answer(), "byte {at}");
    }
    for left in [0, 1, 31, 32, 33, len / 2, len - 1] {
        cache.change(|entry| entry.truncate(left));
        assert_eq!(first, cache.answer(), "{left} bytes");
    }
    cache.change(|entry| entry.push(0));
    assert_eq!(first, cache.answer());
    assert_eq!(cache.puts(), 15);
}

#[test]
fn an_entry_of_another_user_is_compiled_anew() {
    let cache = Kept::default();
    let first = cache.answer();
    let other = Kept {
        secret: [1; 32],
        ..cache.clone()
    };
    assert_eq!(first, other.answer());
    assert_eq!(cache.puts(), 2);
}

#[test]
fn an_entry_of_another_component_is_compiled_anew() {
    let cache = Kept::default();
    let mut another = description();
    another.id = "another".to_owned();
    let host = Host::new(Some(Box::new(cache.clone()))).expect("a host");
    host.load(&component_for(HONEST, "1.0.0", &another))
        .expect("a plugin");
    let foreign = cache
        .entries
        .lock()
        .expect("entries")
        .values()
        .next()
        .cloned()
        .expect("an entry");
    let first = cache.answer();
    cache.change(|entry| entry.clone_from(&foreign));
    assert_eq!(first, cache.answer());
    assert_eq!(cache.puts(), 3);
}
