//! A policy package as one archive, whose it is, and which versions go together.
//!
//! In: the files of a package folder, keys, a trust file, packages on offer, a day.
//! Out: archives, signatures, what may be installed, a lock, or a note that says why not.
//! Never here: a judgement, a clock, the network; a file only in `directory` and `store`.

mod archive;
mod attest;
mod digest;
mod directory;
mod files;
mod index;
mod key;
mod lock;
mod manifest;
mod name;
mod path;
mod renewal;
mod signed_note;
mod solve;
mod statement;
pub mod store;
mod trust;
mod verify;

pub use archive::{Archive, LARGEST_ARCHIVE, MANIFEST, digest_of, pack, unpack};
pub use attest::{Attested, attested};
pub use digest::Digest;
pub use directory::{read_archive, read_directory};
pub use files::{LARGEST_FILE, MOST_BYTES, MOST_FILES, PackageFiles, Use, use_of};
pub use index::{INDEX, INDEX_NOTE, Index, LARGEST_INDEX, Offer, Seen, read_index, read_own_index};
pub use key::{KeyHash, SecretKey, VerifierKey, is_key_name};
pub use lock::{Downgrade, LOCK_FILE, Lock, Locked};
pub use manifest::{Extended, FORMAT, FileEntry, Manifest, engine_unfit, engine_version};
pub use name::{ENDING, file_name, is_package_name, registry_path};
pub use path::LONGEST_PATH;
pub use renewal::{Origin, other_bytes, renew};
pub use signed_note::{LARGEST_NOTE, NoteSignature, SignedNote};
pub use solve::{Ask, Conflict, Offers, solve};
pub use statement::Statement;
pub use trust::{Auditor, Names, Publisher, Registry, Revoked, Trust, TrustedKey, read_trust};
pub use verify::{Verified, sign, signed_note_of, verify};
