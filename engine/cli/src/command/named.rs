//! A name on the command line to the id of the plan.

use luoshi_diagnostics::nearest;

use crate::failure::Failure;
use crate::usage;

/// The id that a name or an id stands for.
///
/// # Errors
/// `LS0602` with the nearest name, or with some that there are.
pub(super) fn named<'a>(
    argument: &str,
    typed: &str,
    all: impl Iterator<Item = (&'a str, &'a str)> + Clone,
) -> Result<String, Failure> {
    let found = all
        .clone()
        .find(|(id, _)| *id == typed)
        .or_else(|| all.clone().find(|(_, name)| *name == typed));
    if let Some((id, _)) = found {
        return Ok(id.to_owned());
    }
    let near = nearest(typed, all.clone().flat_map(|(id, name)| [name, id]));
    let valid = near.map_or_else(
        || all.take(SHOWN_AT_MOST).map(|(_, name)| name).collect(),
        |near| vec![near],
    );
    Err(usage::bad_value(argument, typed, &valid.join(", ")).into())
}

/// Names that an error lists when none is near.
const SHOWN_AT_MOST: usize = 8;
