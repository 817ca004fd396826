use std::fs;
use std::io;
use std::path::Path;

use luoshi_diagnostics::Code;

use super::{create_private, folder, write, write_each, write_with};

fn names(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = names
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn what_is_written_is_there_and_nothing_else() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("报告.html");
    write(&path, b"one").unwrap();
    write(&path, b"two").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"two");
    assert_eq!(names(dir.path()), ["报告.html"]);
}

#[test]
fn a_writer_that_fails_leaves_what_was_there() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("out");
    write(&path, b"one").unwrap();
    let failed = write_with(&path, |out| {
        out.write_all(b"half")?;
        Err::<(), _>(io::Error::other("no more"))
    });
    assert!(failed.is_err());
    assert_eq!(fs::read(&path).unwrap(), b"one");
    assert_eq!(names(dir.path()), ["out"]);
}

#[test]
fn of_several_files_none_is_changed_where_one_cannot_be_written() {
    let dir = tempfile::tempdir().unwrap();
    let (good, bad) = (dir.path().join("a"), dir.path().join("nowhere/b"));
    write(&good, b"one").unwrap();
    let note = write_each(&[(good.clone(), b"two".to_vec()), (bad, Vec::new())]).unwrap_err();
    assert_eq!(note.code, Code::WriteFailed);
    assert_eq!(fs::read(&good).unwrap(), b"one");
    assert_eq!(names(dir.path()), ["a"]);
}

#[test]
fn what_is_left_of_a_killed_writer_is_taken_over() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(
        dir.path().join(".out.luoshi-new"),
        "a longer text than the new one",
    )
    .unwrap();
    write(&dir.path().join("out"), b"new").unwrap();
    assert_eq!(fs::read(dir.path().join("out")).unwrap(), b"new");
    assert_eq!(names(dir.path()), ["out"]);
}

#[test]
fn a_name_as_long_as_may_be_has_room_for_its_hidden_one() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("长".repeat(85));
    write(&path, b"one").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"one");
    assert_eq!(names(dir.path()).len(), 1);
}

#[cfg(unix)]
#[test]
fn links_permissions_and_devices_stay_what_they_are() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let dir = tempfile::tempdir().unwrap();
    let (path, link) = (dir.path().join("real"), dir.path().join("link"));
    fs::write(&path, "one").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&path, &link).unwrap();
    write(&link, b"two").unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read(&path).unwrap(), b"two");
    assert_eq!(
        fs::metadata(&path).unwrap().permissions().mode() & 0o777,
        0o640
    );
    write(Path::new("/dev/null"), b"gone").unwrap();
    assert!(!fs::metadata("/dev/null").unwrap().is_file());

    fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).unwrap();
    assert_eq!(write(&path, b"three").unwrap_err().code, Code::WriteRefused);
    assert_eq!(fs::read(&path).unwrap(), b"two");
}

#[cfg(unix)]
#[test]
fn a_private_file_is_for_its_user_alone_and_never_written_over() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("office.key");
    create_private(&path, b"secret").unwrap();
    assert_eq!(
        fs::metadata(&path).unwrap().permissions().mode() & 0o777,
        0o600
    );
    let again = create_private(&path, b"other").unwrap_err();
    assert_eq!(again.kind(), io::ErrorKind::AlreadyExists);
    assert_eq!(fs::read(&path).unwrap(), b"secret");
    assert_eq!(names(dir.path()), ["office.key"]);
}

#[test]
fn folders_are_made_with_those_above_them() {
    let dir = tempfile::tempdir().unwrap();
    folder(&dir.path().join("a/b/c")).unwrap();
    folder(&dir.path().join("a/b")).unwrap();
    assert!(dir.path().join("a/b/c").is_dir());
}
