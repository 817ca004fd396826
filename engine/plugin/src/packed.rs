//! The tables of a plugin for a rule that is linked in: the same bytes as the host hands over.

use luoshi_plugin_interface::Description;

use crate::tables::{Packer, Sight};

/// What a rule of a description is shown.
#[derive(Debug, Clone)]
pub struct Packed {
    /// Index of the reading, packed rows; in the order in which they are handed over.
    pub batches: Vec<(u32, Vec<u8>)>,
    /// Number of the id of the record in each row of `evidence`, in
    /// [`luoshi_evidence::Evidence::ids`].
    pub ids: Vec<u32>,
}

/// Packs everything that a description asks for.
#[must_use]
pub fn packed(description: &Description, sight: Sight<'_>) -> Packed {
    let mut packer = Packer::new(sight);
    let mut batches = Vec::new();
    for (index, reading) in (0..).zip(&description.reads) {
        for rows in packer.batches(&reading.table) {
            batches.push((index, packer.batch(reading, rows).to_vec()));
        }
    }
    let rows = u32::try_from(packer.rows("evidence")).unwrap_or(u32::MAX);
    Packed {
        batches,
        ids: (0..rows).filter_map(|row| packer.id(row)).collect(),
    }
}
