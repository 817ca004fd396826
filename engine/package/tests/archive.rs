//! Archives: one form, and everything else refused.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::Arc;

use luoshi_diagnostics::{Arg, Code, Note};
use luoshi_package::{
    Archive, Digest, LARGEST_FILE, MOST_FILES, PackageFiles, digest_of, pack, unpack,
};
use proptest::prelude::{ProptestConfig, any, prop, prop_assert, prop_assert_eq, proptest};

const HEAD: &str = "luoshi: 1\npackage: { name: county/test, version: 1.2, publisher: 县综治委, \
    title: 试, engine: '>=0.1', licence: MIT }\nextends: [{ package: central/base, version: ^1.0 }]\n";

fn files(more: &[(&str, &[u8])]) -> Result<PackageFiles, Vec<Note>> {
    let all = [("package.yaml", HEAD.as_bytes())];
    let all = all.iter().chain(more);
    PackageFiles::new(all.map(|(path, bytes)| ((*path).to_owned(), Arc::from(*bytes))))
}

fn sample() -> Archive {
    let more: &[(&str, &[u8])] = &[
        ("rules/巡逻.rhai", b"true"),
        ("plugins/a.wasm", b"\0asm\xff\xfe"),
        ("tests/a/case.yaml", b"expect: []\n"),
        ("LICENSE", b"MIT"),
    ];
    pack(files(more).unwrap()).unwrap()
}

fn why(result: Result<Archive, Vec<Note>>) -> Vec<(Code, Option<&'static str>)> {
    let notes = result.err().unwrap_or_default();
    let term = |note: &Note| {
        note.args.iter().find_map(|(name, arg)| match arg {
            Arg::Term(key) if *name == "why" => Some(*key),
            _ => None,
        })
    };
    notes.iter().map(|note| (note.code, term(note))).collect()
}

#[test]
fn what_is_packed_is_unpacked_and_has_one_digest() {
    let archive = sample();
    let again = unpack("x", &archive.bytes).unwrap();
    assert_eq!(again.files, archive.files);
    assert_eq!(again.manifest, archive.manifest);
    assert_eq!(again.digest, Digest::of(&archive.bytes));
    assert_eq!(digest_of(&archive.files).unwrap(), archive.digest);
    assert_eq!(archive.manifest.name, "county/test");
    assert_eq!(archive.manifest.version.to_string(), "1.2.0");
    assert_eq!(archive.manifest.extends[0].range.as_str(), "^1.0");
}

/// If this fails, archives that are signed have another digest than before: a new format, with a new number.
#[test]
fn the_form_does_not_change() {
    let expected = "sha256:23fd4723fb1b1dd96a30253c9f78289a07ff6fdd786975d1a492e38de75b06b6";
    assert_eq!(sample().digest.to_string(), expected);
}

#[test]
fn the_order_in_which_files_are_found_does_not_matter() {
    let archive = sample();
    let back = archive.files.files().clone().into_iter().rev();
    let back: Vec<(String, Arc<[u8]>)> = back.collect();
    assert_eq!(
        pack(PackageFiles::new(back).unwrap()).unwrap().bytes,
        archive.bytes
    );
}

#[test]
fn what_luoshi_reads_comes_as_a_folder() {
    let folder = files(&[
        ("duties.yaml", "\u{feff}a: 1\n".as_bytes()),
        ("plugins/a.wasm", b"x"),
        ("source/a.md", b"y"),
        ("tests/a.yaml", b"z: 1"),
    ])
    .unwrap()
    .folder("p.zip");
    let paths: Vec<&str> = folder.texts.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths, ["duties.yaml", "package.yaml"]);
    assert_eq!(folder.texts[0].1, "a: 1\n");
    assert_eq!(folder.binaries.unwrap().len(), 1);
    assert_eq!(folder.name, "p.zip");
}

#[test]
fn a_truncated_archive_is_refused_at_every_length() {
    let bytes = sample().bytes;
    for length in 0..bytes.len() {
        assert!(unpack("x", &bytes[..length]).is_err(), "{length} bytes");
    }
}

#[test]
fn a_changed_byte_is_refused_wherever_it_is() {
    let bytes = sample().bytes;
    for at in 0..bytes.len() {
        for change in [1, 0x20, 0x80, 0xff] {
            let mut changed = bytes.clone();
            changed[at] ^= change;
            // A changed file still has its own checksum to deny it, and the manifest.
            assert!(unpack("x", &changed).is_err(), "byte {at} ^ {change:#x}");
        }
    }
}

#[test]
fn what_is_before_between_or_behind_is_refused() {
    let bytes = sample().bytes;
    let mut behind = bytes.clone();
    behind.push(0);
    assert!(unpack("x", &behind).is_err());
    let mut before = b"MZ".to_vec();
    before.extend(&bytes);
    assert_eq!(
        why(unpack("x", &before)),
        [(Code::ArchiveDamaged, Some("zip-none"))]
    );
    let mut twice = bytes.clone();
    twice.extend(&bytes);
    assert!(unpack("x", &twice).is_err());
}

/// An archive as an attacker would write it: any names, and every checksum right.
fn forged(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Stored)
        .last_modified_time(zip::DateTime::default());
    for (name, bytes) in entries {
        writer.start_file(*name, stored).unwrap();
        std::io::Write::write_all(&mut writer, bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Names in an archive, with the code and reason for which it is refused.
#[test]
fn names_that_lead_elsewhere_are_refused() {
    let cases: [(&[&str], Code, Option<&str>); 12] = [
        (&["../evil.yaml"], Code::PackagePath, Some("path-leaves")),
        (
            &["rules/../../evil.rhai"],
            Code::PackagePath,
            Some("path-leaves"),
        ),
        (
            &["/etc/cron.d/evil.yaml"],
            Code::PackagePath,
            Some("path-absolute"),
        ),
        (&["C:/evil.yaml"], Code::PackagePath, Some("path-absolute")),
        (
            &["..\\evil.yaml"],
            Code::PackagePath,
            Some("path-backslash"),
        ),
        (
            &["rules/a\u{202e}.rhai"],
            Code::PackagePath,
            Some("path-unseen"),
        ),
        (&["aux.yaml"], Code::PackagePath, Some("path-windows")),
        (&["rules/"], Code::PackagePath, Some("path-leaves")),
        (&[".bashrc"], Code::PackagePath, Some("path-foreign")),
        (&["bomb.zip"], Code::PackagePath, Some("path-foreign")),
        (&["a.yaml", "A.yaml"], Code::PackagePathsAlike, None),
        (
            &["\u{e9}.yaml", "e\u{301}.yaml"],
            Code::PackagePath,
            Some("path-composed"),
        ),
    ];
    for (names, code, reason) in cases {
        let mut entries: Vec<(&str, &[u8])> =
            vec![("manifest.json", b"{}"), ("package.yaml", HEAD.as_bytes())];
        entries.extend(names.iter().map(|name| (*name, &b"x"[..])));
        assert_eq!(
            why(unpack("x", &forged(&entries))),
            [(code, reason)],
            "{names:?}"
        );
    }
}

#[test]
fn a_name_that_comes_twice_is_refused() {
    // The library writes no name twice: the second is written with another and then renamed, at both places.
    let forged = forged(&[
        ("manifest.json", b"{}"),
        ("package.yaml", HEAD.as_bytes()),
        ("package.yamm", b"x"),
    ]);
    let mut renamed = forged.clone();
    let name = b"package.yamm";
    for at in 0..forged.len() - name.len() {
        if forged[at..].starts_with(name) {
            renamed[at + name.len() - 1] = b'l';
        }
    }
    assert_eq!(
        why(unpack("x", &renamed)),
        [(Code::PackagePathsAlike, None)]
    );
}

#[test]
fn another_zip_of_the_same_files_is_refused() {
    let archive = sample();
    let files: Vec<(&str, &[u8])> = archive
        .files
        .files()
        .iter()
        .map(|(path, bytes)| (path.as_str(), &**bytes))
        .collect();
    let manifest = manifest(&archive.bytes);
    let mut entries: Vec<(&str, &[u8])> = vec![("manifest.json", &manifest)];
    entries.extend(&files);
    assert_eq!(
        why(unpack("x", &forged(&entries))),
        [(Code::ArchiveForm, Some("zip-other"))]
    );
    entries.swap(1, 2);
    assert_eq!(
        why(unpack("x", &forged(&entries))),
        [(Code::ArchiveForm, Some("zip-other"))]
    );
    assert_eq!(
        why(unpack("x", &forged(&files))),
        [(Code::ArchiveForm, Some("zip-manifest"))]
    );
}

fn manifest(bytes: &[u8]) -> Vec<u8> {
    let length = u32::from_le_bytes(bytes[22..26].try_into().unwrap()) as usize;
    bytes[30 + "manifest.json".len()..][..length].to_vec()
}

/// Offset in the first local header, the value put there, and why that is refused.
#[test]
fn bombs_and_locks_are_refused_before_anything_is_read() {
    let cases: [(usize, &[u8], Code, &str); 3] = [
        (8, &[8, 0], Code::ArchiveForm, "zip-compressed"),
        (6, &[1, 8], Code::ArchiveForm, "zip-encrypted"),
        (18, &[0xff; 8], Code::ArchiveDamaged, "zip-truncated"),
    ];
    for (at, bytes, code, reason) in cases {
        let mut changed = sample().bytes;
        changed[at..at + bytes.len()].copy_from_slice(bytes);
        assert_eq!(why(unpack("x", &changed)), [(code, Some(reason))]);
    }
}

#[test]
fn a_symbolic_link_is_refused() {
    // The mode of a link stands in the attributes of the central directory, after offset 38 of its header.
    let mut bytes = sample().bytes;
    let central = bytes.windows(4).rposition(|w| w == b"PK\x01\x02").unwrap();
    bytes[central + 4 + 1] = 3;
    bytes[central + 38..central + 42].copy_from_slice(&(0o120_777u32 << 16).to_le_bytes());
    assert_eq!(
        why(unpack("x", &bytes)),
        [(Code::ArchiveForm, Some("zip-other"))]
    );
}

#[test]
fn too_many_files_and_too_large_ones_are_refused() {
    let one = |at: usize| (format!("tests/{at}.yaml"), Arc::from(&b""[..]));
    let many = PackageFiles::new((0..=MOST_FILES).map(one)).unwrap_err();
    assert_eq!(many[0].code, Code::PackageTooLarge);
    let large = vec![0; LARGEST_FILE + 1];
    assert_eq!(
        files(&[("plugins/a.wasm", &large)]).unwrap_err()[0].code,
        Code::PackageTooLarge
    );
    let names: Vec<String> = (0..MOST_FILES + 2)
        .map(|at| format!("tests/{at}.yaml"))
        .collect();
    let entries: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(
        why(unpack("x", &forged(&entries))),
        [(Code::PackageTooLarge, None)]
    );
}

#[test]
fn what_luoshi_reads_is_utf8() {
    let notes = files(&[("duties.yaml", b"\xb4\xcb"), ("source/01.txt", b"\xb4\xcb")]).unwrap_err();
    assert_eq!(notes.len(), 1);
    assert_eq!(notes[0].code, Code::PackageTextNotUtf8);
}

/// Heads, and why no archive can be made with them.
#[test]
fn a_package_must_say_what_it_is() {
    let cases = [
        (HEAD.replace("engine: '>=0.1', ", ""), "head-engine"),
        (HEAD.replace(", licence: MIT", ""), "head-licence"),
        (HEAD.replace("county/test", "../test"), "head-name"),
        (HEAD.replace("county/test", "County/test"), "head-name"),
        (HEAD.replace("publisher: 县综治委, ", ""), "head-unreadable"),
        ("[".to_owned(), "head-unreadable"),
    ];
    for (head, reason) in cases {
        let files = PackageFiles::new([("package.yaml".to_owned(), Arc::from(head.as_bytes()))]);
        let result = pack(files.unwrap()).map_err(|note| vec![note]);
        assert_eq!(why(result), [(Code::PackageHead, Some(reason))], "{head}");
    }
    let none = pack(PackageFiles::new([]).unwrap()).map_err(|note| vec![note]);
    assert_eq!(why(none), [(Code::PackageHead, Some("head-missing"))]);
}

#[test]
fn a_newer_form_is_not_guessed_at() {
    let bytes = forged(&[
        ("manifest.json", br#"{"format":2,"new":[]}"#),
        ("what/ever", b""),
    ]);
    assert_eq!(why(unpack("x", &bytes)), [(Code::ArchiveNewer, None)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = unpack("x", &bytes);
        let mut zip = b"PK\x03\x04".to_vec();
        zip.extend(bytes);
        let _ = unpack("x", &zip);
    }

    #[test]
    fn what_can_be_unpacked_is_packed_the_same(paths in prop::collection::vec("[a-z./\u{4e00}-\u{4e05}A\\\\]{1,12}", 0..6), text in ".{0,40}") {
        let entries = paths.iter().map(|path| (format!("tests/{path}.yaml"), Arc::from(text.as_bytes())));
        let head = ("package.yaml".to_owned(), Arc::from(HEAD.as_bytes()));
        if let Ok(files) = PackageFiles::new(entries.chain([head])) {
            prop_assert!(files.files().keys().all(|path| !path.contains("..") || !path.split('/').any(|part| part == "..")));
            let archive = pack(files).unwrap();
            prop_assert_eq!(unpack("x", &archive.bytes).unwrap().files, archive.files);
        }
    }
}
