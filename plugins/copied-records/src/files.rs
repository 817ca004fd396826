//! The same attachment under records of different days.

use std::collections::BTreeMap;

use luoshi_plugin_sdk::Input;

use crate::Found;
use crate::copies::{Copies, Place, Record, Sign};

/// Looks through the attachments of a kind and duty.
///
/// Where most attachments belong to several days, one sheet is kept for several days there, and only one that comes
/// again later than a sheet lasts is a sign.
pub(crate) fn look<'i>(
    input: &Input,
    place: Place<'i>,
    records: &[Record<'i>],
    found: &mut Found<'i>,
) {
    let mut files: BTreeMap<&str, Vec<&Record<'i>>> = BTreeMap::new();
    for record in records {
        for sum in record.files.split_whitespace() {
            files.entry(sum).or_default().push(record);
        }
    }
    found.files += files.len();
    let copies = |apart: i64| {
        let of = |records: &Vec<&Record<'i>>| Copies::of(Sign::File, place, records, apart);
        files.values().filter_map(of).collect::<Vec<_>>()
    };
    let again = copies(input.number("apart"));
    let sheets = 2 * again.len() > files.len();
    found.copies.extend(if sheets {
        copies(input.number("sheet") + 1)
    } else {
        again
    });
}
