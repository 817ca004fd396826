//! The records of a ledger as they are hashed: their canonical JSON, in the order in which they entered.

use luoshi_checkpoint::{RecordList, Tree};
use luoshi_diagnostics::{FileId, Note, Sources};
use luoshi_evidence::{Broken, Record, Why, read_records};
use luoshi_package::Digest;
use sha2::{Digest as _, Sha256};

use crate::evidence::Store;

/// What the records of a ledger come to.
#[derive(Debug)]
pub struct Kept {
    /// The tree over them.
    pub tree: Tree,
    /// Of the file that `luoshi export` makes of them.
    pub digest: Digest,
}

/// Reads all records, whether they are in a text or in a ledger file: the same records come to the same.
///
/// # Errors
/// Everything that keeps them from being read.
pub fn kept(store: &Store, sources: &Sources) -> Result<Kept, Vec<Note>> {
    let mut tree = Tree::default();
    let mut sum = Sha256::new();
    each(store, sources, &mut |json| {
        tree.push(json.as_bytes());
        sum.update(json.as_bytes());
        sum.update(b"\n");
    })?;
    let digest = Digest::from_bytes(sum.finalize().into());
    Ok(Kept { tree, digest })
}

/// The hashes and ids of all records.
///
/// # Errors
/// As [`kept`].
pub fn record_list(store: &Store, sources: &Sources) -> Result<RecordList, Vec<Note>> {
    let mut list = RecordList::default();
    each(store, sources, &mut |json| {
        // A record that cannot be read has a hash all the same; `chain_broken` tells what is wrong with it.
        let record = Record::from_json(json, FileId(0));
        list.push(json.as_bytes(), &record.map_or(String::new(), |r| r.id));
    })?;
    Ok(list)
}

/// Where the chain of hashes of a ledger file is broken, if it is. A text has no chain.
///
/// # Errors
/// The file is damaged: what is in it nobody can tell.
pub fn chain_broken(store: &Store) -> Result<Option<Note>, Note> {
    let Store::Ledger(ledger) = store else {
        return Ok(None);
    };
    match ledger.verify() {
        Ok(_) => Ok(None),
        Err(broken) => told(&broken, broken.note(ledger.path())),
    }
}

fn told(broken: &Broken, note: Note) -> Result<Option<Note>, Note> {
    match broken.why {
        Why::Damaged => Err(note),
        Why::Edited | Why::Removed | Why::Inserted | Why::Reordered | Why::Unlinked => {
            Ok(Some(note))
        }
    }
}

fn each(store: &Store, sources: &Sources, visit: &mut dyn FnMut(&str)) -> Result<(), Vec<Note>> {
    match store {
        Store::Ledger(ledger) => ledger.each_json(visit).map_err(|note| vec![note]),
        Store::Text(file) => {
            let read = read_records(sources.text(*file), *file);
            let records = read.value.ok_or(read.notes)?;
            records.iter().for_each(|record| visit(&record.to_json()));
            Ok(())
        }
    }
}
