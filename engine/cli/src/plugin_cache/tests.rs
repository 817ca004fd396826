//! The folder itself: that an entry is only trusted with its seal is tested with the host.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use luoshi_plugin::Cache;

use super::{BYTES, ENTRIES, PluginCache, users_folder};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn names(folder: &Path) -> BTreeSet<String> {
    let files = fs::read_dir(folder).unwrap();
    files
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect()
}

#[test]
fn what_is_put_is_found_again_and_nothing_else_is_left() {
    let folder = folder();
    let cache = PluginCache::at(folder.path()).unwrap();
    cache.put("ab", b"code");
    cache.put("ab", b"other code");
    assert_eq!(cache.get("ab").unwrap(), b"other code");
    assert_eq!(cache.get("cd"), None);
    assert_eq!(
        names(folder.path()),
        BTreeSet::from(["plugins", "secret"].map(str::to_owned))
    );
    assert_eq!(
        names(&folder.path().join("plugins")),
        BTreeSet::from(["ab".to_owned()])
    );
}

#[test]
fn the_secret_stays_and_differs_from_folder_to_folder() {
    let (one, other) = (folder(), folder());
    let secret = |folder: &tempfile::TempDir| *PluginCache::at(folder.path()).unwrap().secret();
    assert_eq!(secret(&one), secret(&one));
    assert_ne!(secret(&one), secret(&other));
    assert_ne!(secret(&one), [0; 32]);
}

#[test]
fn a_secret_of_another_length_is_made_anew() {
    for wrong in [&b""[..], b"short", &[7; 33]] {
        let folder = folder();
        let first = *PluginCache::at(folder.path()).unwrap().secret();
        fs::write(folder.path().join("secret"), wrong).unwrap();
        let second = *PluginCache::at(folder.path()).unwrap().secret();
        assert_ne!(first, second);
        assert_eq!(fs::read(folder.path().join("secret")).unwrap(), second);
    }
}

#[cfg(unix)]
#[test]
fn only_this_user_can_read_it_and_a_secret_that_others_could_read_is_none() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let first = *PluginCache::at(folder.path()).unwrap().secret();
    let file = folder.path().join("secret");
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&file), 0o600);
    assert_eq!(mode(&folder.path().join("plugins")), 0o700);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
    assert_ne!(first, *PluginCache::at(folder.path()).unwrap().secret());
    assert_eq!(mode(&file), 0o600);
}

#[test]
fn where_no_folder_can_be_there_is_no_cache() {
    let folder = folder();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    assert!(PluginCache::at(&file).is_none());
    assert!(PluginCache::at(&file.join("below")).is_none());
}

#[test]
fn an_entry_that_cannot_be_written_is_no_error() {
    let folder = folder();
    let cache = PluginCache::at(folder.path()).unwrap();
    fs::remove_dir(folder.path().join("plugins")).unwrap();
    cache.put("ab", b"code");
    assert_eq!(cache.get("ab"), None);
}

#[test]
fn the_oldest_entries_go() {
    let folder = folder();
    let cache = PluginCache::at(folder.path()).unwrap();
    for index in 0..ENTRIES + 6 {
        cache.put(&format!("{index:04}"), b"code");
    }
    let left = names(&folder.path().join("plugins"));
    assert_eq!(left.len(), ENTRIES);
    assert!(left.contains(&format!("{:04}", ENTRIES + 5)));
    assert!(!left.contains("0000"));
    // A file may be long without taking room.
    let long = fs::File::create(folder.path().join("plugins/9998")).unwrap();
    long.set_len(BYTES + 1).unwrap();
    cache.put("9999", b"code");
    let left = names(&folder.path().join("plugins"));
    assert!(!left.contains("9998"));
    assert!(left.contains("9999"));
}

#[test]
fn many_at_once_have_one_secret_and_whole_entries() {
    let folder = folder();
    let path = folder.path();
    let open = || {
        let cache = PluginCache::at(path).unwrap();
        cache.put("ab", &[cache.secret()[0]; 100_000]);
        let found = cache.get("ab").unwrap();
        assert_eq!(found.len(), 100_000);
        assert!(found.iter().all(|byte| *byte == found[0]));
        *cache.secret()
    };
    let secrets: BTreeSet<[u8; 32]> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(open)).collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    });
    assert_eq!(secrets.len(), 1);
}

#[test]
fn the_folder_is_the_one_that_is_asked_for_or_that_of_the_system() {
    let of = |set: &[(&str, &str)]| {
        users_folder(|name| {
            set.iter()
                .find(|(n, _)| *n == name)
                .map(|(_, v)| PathBuf::from(v))
        })
    };
    let own = if cfg!(windows) { "C:\\own" } else { "/own" };
    assert_eq!(
        of(&[("LUOSHI_CACHE", own), ("HOME", "/home/a")]),
        Some(own.into())
    );
    assert_eq!(of(&[]), None);
    if cfg!(target_os = "linux") {
        assert_eq!(
            of(&[("HOME", "/home/a")]),
            Some("/home/a/.cache/luoshi".into())
        );
        let both = [("HOME", "/home/a"), ("XDG_CACHE_HOME", "/c")];
        assert_eq!(of(&both), Some("/c/luoshi".into()));
        assert_eq!(
            of(&[("HOME", "/home/a"), ("LUOSHI_CACHE", "own")]),
            Some("/home/a/.cache/luoshi".into())
        );
    }
}
