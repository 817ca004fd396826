//! Installing: whatever goes wrong at whatever moment, what was in use stays in use.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(
    clippy::disallowed_methods,
    reason = "somebody must meddle with the disk"
)]

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};

use luoshi_diagnostics::{Code, Note};
use luoshi_package::store::{
    Guard, SeenRegistries, Step, folder_digest, installed, installed_at, read_lock, unwatched,
};
use luoshi_package::{
    Archive, Digest, Downgrade, Extended, LOCK_FILE, Lock, Locked, Origin, PackageFiles, Seen,
    is_package_name, pack, renew,
};
use luoshi_plan::{Version, VersionRange};
use proptest::prelude::{ProptestConfig, Strategy, any, prop, prop_assert_eq, proptest};
use tempfile::TempDir;

fn archive(name: &str, version: &str) -> Archive {
    let head = format!(
        "luoshi: 1\npackage: {{ name: {name}, version: {version}, publisher: 县, title: 试, engine: '*', licence: MIT }}\n"
    );
    let files = [
        ("package.yaml", head),
        ("rules/夜间.rhai", format!("// {version}\ntrue")),
        ("tests/a/b/case.yaml", format!("expect: {version}\n")),
    ];
    let files = files.map(|(path, text)| (path.to_owned(), text.into_bytes().into()));
    pack(PackageFiles::new(files).unwrap()).unwrap()
}

fn locked(archive: &Archive) -> Locked {
    Locked {
        name: archive.manifest.name.clone(),
        version: archive.manifest.version,
        digest: archive.digest,
        signed_by: vec!["county+1".to_owned()],
        extends: archive.manifest.extends.clone(),
        downgrade: None,
    }
}

fn lock_of(archives: &[&Archive]) -> Lock {
    Lock::new(archives.iter().map(|archive| locked(archive)).collect())
}

fn install(plan: &Path, archives: &[&Archive]) -> Result<(), Note> {
    Guard::take(plan, 0)?.install(archives, &lock_of(archives), &mut unwatched)
}

/// A plan's folder in which these are installed.
fn with(archives: &[&Archive]) -> TempDir {
    let plan = TempDir::new().unwrap();
    install(plan.path(), archives).unwrap();
    plan
}

/// What a run sees: each locked package in its folder, with the locked bytes.
#[track_caller]
fn in_use(plan: &Path) -> Vec<(String, Version)> {
    let lock = read_lock(plan).unwrap().unwrap();
    let packages = lock.packages().iter().map(|locked| {
        let folder = installed_at(plan, &locked.name, locked.version);
        assert_eq!(
            folder_digest(&folder).unwrap(),
            locked.digest,
            "{}",
            folder.display()
        );
        (locked.name.clone(), locked.version)
    });
    packages.collect()
}

fn versions(archives: &[&Archive]) -> Vec<(String, Version)> {
    let of = archives
        .iter()
        .map(|a| (a.manifest.name.clone(), a.manifest.version));
    of.collect()
}

fn all_files(folder: &Path) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(all_files(&path));
        } else {
            found.insert(path);
        }
    }
    found
}

/// What a crash leaves stands beside what is in use, never in it, and is gone after the next install.
#[track_caller]
fn no_leftovers(plan: &Path) {
    for file in all_files(plan) {
        let text = file.strip_prefix(plan).unwrap().display().to_string();
        let leftover = text.contains(".staging") || text.contains(".next");
        assert!(!leftover, "{text}");
    }
    assert!(!plan.join("packages/.staging").exists());
}

struct Died;

/// Installs and lets the process die before step `at`; whether it lived to the end.
fn dies_at(plan: &Path, archives: &[&Archive], at: usize) -> bool {
    let step = Cell::new(0);
    let mut watch = |_: &Step<'_>| {
        if step.get() == at {
            resume_unwind(Box::new(Died));
        }
        step.set(step.get() + 1);
        Ok(())
    };
    let guard = Guard::take(plan, 0).unwrap();
    let lock = lock_of(archives);
    let install = AssertUnwindSafe(|| guard.install(archives, &lock, &mut watch));
    match catch_unwind(install) {
        Ok(result) => {
            result.unwrap();
            true
        }
        Err(died) => {
            assert!(died.is::<Died>());
            false
        }
    }
}

#[test]
fn a_crash_at_any_step_leaves_what_was_in_use() {
    let old = [
        &archive("县/甲", "1.0.0"),
        &archive("central/base", "1.0.0"),
    ];
    let new = [
        &archive("县/甲", "1.1.0"),
        &archive("central/base", "2.0.0"),
    ];
    let mut steps = 0;
    loop {
        let plan = with(&old);
        let lived = dies_at(plan.path(), &new, steps);
        let used = in_use(plan.path());
        let whole = used == sorted(versions(&old)) || used == sorted(versions(&new));
        assert!(whole, "step {steps}: {used:?}");
        // The next one clears up and succeeds.
        install(plan.path(), &new).unwrap();
        assert_eq!(in_use(plan.path()), sorted(versions(&new)), "step {steps}");
        no_leftovers(plan.path());
        if lived {
            break;
        }
        steps += 1;
    }
    assert!(steps > 20, "only {steps} steps");
}

#[test]
fn a_disk_that_refuses_at_any_step_is_told_and_leaves_what_was_in_use() {
    let old = [&archive("县/甲", "1.0.0")];
    let new = [
        &archive("县/甲", "1.1.0"),
        &archive("central/base", "2.0.0"),
    ];
    for (kind, code) in [
        (io::ErrorKind::StorageFull, Code::DiskFull),
        (io::ErrorKind::PermissionDenied, Code::WriteRefused),
    ] {
        for at in 0.. {
            let plan = with(&old);
            let step = Cell::new(0);
            let last = RefCell::new(false);
            let mut watch = |what: &Step<'_>| {
                step.set(step.get() + 1);
                *last.borrow_mut() = matches!(what, Step::Remove(_));
                if step.get() == at + 1 {
                    Err(kind.into())
                } else {
                    Ok(())
                }
            };
            let guard = Guard::take(plan.path(), 0).unwrap();
            let result = guard.install(&new, &lock_of(&new), &mut watch);
            drop(guard);
            if step.get() <= at {
                result.unwrap();
                break;
            }
            let used = in_use(plan.path());
            let whole = used == sorted(versions(&old)) || used == sorted(versions(&new));
            assert!(whole, "step {at}: {used:?}");
            // Only the sweeping up afterwards may fail unnoticed.
            assert_eq!(
                result.map_err(|note| note.code).err(),
                (!*last.borrow()).then_some(code)
            );
            if !*last.borrow() {
                no_leftovers(plan.path());
            }
        }
    }
}

fn sorted(mut list: Vec<(String, Version)>) -> Vec<(String, Version)> {
    list.sort();
    list
}

#[test]
fn everything_is_on_the_disk_before_the_lock_names_it() {
    let plan = TempDir::new().unwrap();
    let new = [
        &archive("县/甲", "1.1.0"),
        &archive("central/base", "2.0.0"),
    ];
    let unsynced: RefCell<BTreeSet<PathBuf>> = RefCell::default();
    let locked = Cell::new(false);
    let mut watch = |step: &Step<'_>| {
        let mut unsynced = unsynced.borrow_mut();
        match step {
            Step::Begin(file) | Step::End(file) => {
                unsynced.insert((*file).to_owned());
                unsynced.insert(file.parent().unwrap().to_owned());
            }
            Step::Folder(folder) => {
                unsynced.insert((*folder).to_owned());
            }
            Step::Sync(path) => {
                unsynced.remove(*path);
            }
            Step::Move(from, to) => {
                let below = |path: &PathBuf| path.starts_with(from) && !locked.get();
                assert!(
                    !unsynced.iter().any(below),
                    "{} before {unsynced:?}",
                    to.display()
                );
                let lock = to.ends_with(LOCK_FILE);
                let packages = plan.path().join("packages");
                let waiting = |path: &PathBuf| {
                    path.starts_with(&packages) && !path.starts_with(packages.join(".staging"))
                };
                assert!(!lock || !unsynced.iter().any(waiting), "{unsynced:?}");
                locked.set(lock);
                unsynced.insert(to.parent().unwrap().to_owned());
            }
            Step::Remove(_) => assert!(!unsynced.contains(plan.path()), "the lock's name is safe"),
        }
        Ok(())
    };
    let guard = Guard::take(plan.path(), 0).unwrap();
    guard.install(&new, &lock_of(&new), &mut watch).unwrap();
    assert!(locked.get(), "the lock comes last");
}

#[test]
fn an_altered_file_is_seen_and_installing_again_repairs_it() {
    let one = archive("county/a", "1.0.0");
    let plan = with(&[&one]);
    let folder = installed_at(plan.path(), "county/a", Version(1, 0, 0));
    let changes: [(&str, Option<&str>); 4] = [
        ("rules/夜间.rhai", Some("false")),
        ("rules/more.rhai", Some("true")),
        ("tests/a/b/case.yaml", None),
        ("extra.yaml", Some("duties: []")),
    ];
    for (path, text) in changes {
        match text {
            Some(text) => fs::write(folder.join(path), text).unwrap(),
            None => fs::remove_file(folder.join(path)).unwrap(),
        }
        assert_ne!(folder_digest(&folder).unwrap(), one.digest, "{path}");
        install(plan.path(), &[&one]).unwrap();
        assert_eq!(folder_digest(&folder).unwrap(), one.digest, "{path}");
        no_leftovers(plan.path());
    }
}

#[test]
fn what_is_installed_is_found_by_its_folder_and_nothing_else_is() {
    let plan = with(&[&archive("县/甲", "1.0.0"), &archive("central", "2.0.0")]);
    install(plan.path(), &[&archive("县/甲", "1.10.0")]).unwrap();
    for folder in [
        "packages/.staging/x/1.0.0",
        "packages/x/1.0",
        "packages/y",
        "packages/Upper/1.0.0",
    ] {
        fs::create_dir_all(plan.path().join(folder)).unwrap();
    }
    let found = installed(plan.path());
    let found: Vec<String> = found
        .iter()
        .map(|i| format!("{} {}", i.name, i.version))
        .collect();
    assert_eq!(found, ["central 2.0.0", "县/甲 1.0.0", "县/甲 1.10.0"]);
}

#[test]
fn two_at_once_wait_for_each_other_and_are_told_who_is_there() {
    let plan = TempDir::new().unwrap();
    let first = Guard::take(plan.path(), 0).unwrap();
    let refused = Guard::take(plan.path(), 1).unwrap_err();
    assert_eq!(refused.code, Code::StoreBusy);
    let words = luoshi_diagnostics::Messages::of(luoshi_diagnostics::Lang::En);
    let text = words.text("store-busy", &refused.args);
    assert!(
        text.ends_with(&format!(" (process {})", std::process::id())),
        "{text}"
    );
    drop(first);
    Guard::take(plan.path(), 0).unwrap();
}

#[test]
fn where_nothing_can_be_written_it_says_where() {
    let plan = TempDir::new().unwrap();
    fs::write(plan.path().join("packages"), "a file").unwrap();
    let note = Guard::take(plan.path(), 0).unwrap_err();
    assert_eq!(note.code, Code::WriteFailed);
    assert!(
        format!("{:?}", note.args).contains("packages"),
        "{:?}",
        note.args
    );
}

#[test]
fn a_lock_goes_down_only_with_a_reason_and_a_version_never_changes() {
    let (low, high) = (archive("county/a", "1.0.0"), archive("county/a", "1.2.0"));
    let old = lock_of(&[&high]);
    let down = |reason| renew(Some(&old), vec![(locked(&low), Origin::Archive)], reason);
    let codes = |notes: Vec<Note>| notes.iter().map(|note| note.code).collect::<Vec<_>>();
    assert_eq!(down(None).map_err(codes), Err(vec![Code::PackageDowngrade]));
    let lower = down(Some("县里通知")).unwrap();
    let expected = Downgrade {
        from: Version(1, 2, 0),
        reason: "县里通知".to_owned(),
    };
    assert_eq!(lower.packages()[0].downgrade, Some(expected.clone()));
    // The reason stays while the version does, and goes with it.
    let same = renew(Some(&lower), vec![(locked(&low), Origin::Archive)], None).unwrap();
    assert_eq!(same.packages()[0].downgrade, Some(expected));
    let up = renew(Some(&lower), vec![(locked(&high), Origin::Archive)], None).unwrap();
    assert_eq!(up.packages()[0].downgrade, None);

    let mut other = locked(&high);
    other.digest = Digest::of(b"other");
    other.signed_by.clear();
    let as_archive = renew(
        Some(&old),
        vec![(other.clone(), Origin::Archive)],
        Some("x"),
    );
    assert_eq!(
        as_archive.map_err(codes),
        Err(vec![Code::PackageOtherBytes])
    );
    let as_folder = renew(Some(&old), vec![(other, Origin::Folder)], None).unwrap();
    assert!(
        as_folder.packages()[0].signed_by.is_empty(),
        "nobody signed these bytes"
    );
    let mut unsigned = locked(&high);
    unsigned.signed_by.clear();
    let kept = renew(Some(&old), vec![(unsigned, Origin::Folder)], None).unwrap();
    assert_eq!(kept, old, "the same bytes are signed as before");
}

#[test]
fn registries_are_remembered_and_a_broken_memory_is_told() {
    let plan = TempDir::new().unwrap();
    let guard = Guard::take(plan.path(), 0).unwrap();
    assert_eq!(guard.seen().unwrap(), SeenRegistries::new());
    let seen = SeenRegistries::from([
        (
            "county/registry".to_owned(),
            Seen {
                serial: 7,
                digest: Digest::of(b"7"),
            },
        ),
        (
            "县".to_owned(),
            Seen {
                serial: 1,
                digest: Digest::of(b"1"),
            },
        ),
    ]);
    guard.remember(&seen, &mut unwatched).unwrap();
    assert_eq!(guard.seen().unwrap(), seen);
    fs::write(plan.path().join("packages/.registries.yaml"), "- 7").unwrap();
    assert_eq!(guard.seen().unwrap_err().code, Code::RegistriesUnreadable);
}

#[test]
fn what_is_no_lock_is_told() {
    let good = lock_of(&[&archive("county/a", "1.0.0")]).text();
    assert!(Lock::parse("x", &good).is_ok());
    let bad = [
        good.replace("lock: 1", "lock: 2"),
        good.replace("county/a", "../a"),
        good.replace("sha256:", "sha1:"),
        good.replace("1.0.0", "newest"),
        good.replace("signed_by", "signed"),
        format!("{good}<<<<<<<\n"),
        format!("{good}{}", &good[good.find("- name").unwrap()..]),
        String::new(),
    ];
    for text in bad {
        let note = Lock::parse("x", &text).unwrap_err();
        assert_eq!(note.code, Code::LockUnreadable, "{text}");
    }
}

fn any_locked() -> impl Strategy<Value = Locked> {
    let name = "[a-z县甲]{1,4}(/[a-z]{1,3})?".prop_filter("a name", |name| is_package_name(name));
    let ranges = prop::sample::select(&["^1.2", "*", ">=1, <3", "~0.1", "=1.2.3"][..]);
    let extends = prop::collection::vec((name.clone(), ranges), 0..3);
    let reason = prop::option::of((any::<[u32; 3]>(), "\\PC{0,20}"));
    (
        name.clone(),
        any::<[u32; 3]>(),
        any::<Vec<u8>>(),
        prop::collection::vec("\\PC{1,9}", 0..2),
        extends,
        reason,
    )
        .prop_map(
            |(name, [major, minor, patch], bytes, signed_by, extends, reason)| Locked {
                name,
                version: Version(major, minor, patch),
                digest: Digest::of(&bytes),
                signed_by,
                extends: extends
                    .into_iter()
                    .map(|(name, range)| Extended {
                        name,
                        range: VersionRange::parse(range).unwrap(),
                    })
                    .collect(),
                downgrade: reason.map(|([major, minor, patch], reason)| Downgrade {
                    from: Version(major, minor, patch),
                    reason,
                }),
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_lock_is_read_as_it_was_written_in_one_form(packages in prop::collection::vec(any_locked(), 0..6)) {
        let lock = Lock::new(packages.clone());
        let text = lock.text();
        let again = Lock::parse("x", &text).unwrap();
        prop_assert_eq!(&again, &lock);
        prop_assert_eq!(again.text(), text);
        prop_assert_eq!(lock.packages().is_sorted_by_key(|locked| locked.name.clone()), true);
    }
}
