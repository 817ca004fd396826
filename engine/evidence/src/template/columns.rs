//! Which fields a clerk enters for each kind of record, in the order in which a ledger has them.

use crate::field::Field;
use crate::kind::Kind;

/// Whether a field is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// Without it the record proves nothing.
    Required,
    /// It may stay empty.
    Optional,
    /// It is asked for where the plan has a use for it.
    AsPlanned,
}

use Field::{Actor, Amount, Date, Duty, Id, Marks, Note, Quantity, Ref, Set, Status, Subject};
use Field::{Time, Until};
use Use::{AsPlanned, Optional, Required};

const DAY: (Field, Use) = (Date, Required);
const DUTY: (Field, Use) = (Duty, Required);
const NOTE: (Field, Use) = (Note, Optional);

/// The fields of a kind that people enter.
#[must_use]
pub fn columns_of(kind: Kind) -> &'static [(Field, Use)] {
    match kind {
        Kind::Meeting => &[
            (Id, AsPlanned),
            DAY,
            (Time, Optional),
            DUTY,
            (Subject, AsPlanned),
            (Actor, Optional),
            (Quantity, Optional),
            (Marks, AsPlanned),
            (Status, AsPlanned),
            (Ref, AsPlanned),
            NOTE,
        ],
        Kind::Shift => &[
            DAY,
            (Time, Optional),
            DUTY,
            (Subject, AsPlanned),
            (Actor, Required),
            (Status, Optional),
            (Marks, AsPlanned),
            NOTE,
        ],
        Kind::Incident => &[
            (Id, Required),
            DAY,
            (Time, Optional),
            (Status, Required),
            (Subject, Optional),
            (Marks, AsPlanned),
            NOTE,
        ],
        Kind::Response => &[
            DAY,
            (Time, Optional),
            DUTY,
            (Ref, Required),
            (Subject, AsPlanned),
            (Actor, Optional),
            NOTE,
        ],
        Kind::Reward => &[
            (Id, AsPlanned),
            DAY,
            DUTY,
            (Ref, Required),
            (Amount, Required),
            (Marks, AsPlanned),
            (Actor, Optional),
            NOTE,
        ],
        Kind::Metric => &[DAY, DUTY, (Subject, AsPlanned), (Quantity, Required), NOTE],
        Kind::Decision => &[
            (Id, AsPlanned),
            DAY,
            DUTY,
            (Subject, AsPlanned),
            (Actor, Required),
            (Status, AsPlanned),
            (Marks, AsPlanned),
            (Ref, Optional),
            NOTE,
        ],
        Kind::Appeal => &[DAY, DUTY, (Subject, AsPlanned), (Actor, Optional), NOTE],
        Kind::Waiver => &[
            DAY,
            (Until, Required),
            DUTY,
            (Subject, AsPlanned),
            (Actor, Required),
            NOTE,
        ],
        Kind::Correction => &[
            DAY,
            (Ref, Required),
            (Status, Optional),
            (Set, Optional),
            NOTE,
        ],
        Kind::Visit
        | Kind::Inspection
        | Kind::Task
        | Kind::TaskDone
        | Kind::Document
        | Kind::Training
        | Kind::Report
        | Kind::Rectification => &[
            (Id, AsPlanned),
            DAY,
            DUTY,
            (Subject, AsPlanned),
            (Actor, Optional),
            (Status, AsPlanned),
            (Quantity, AsPlanned),
            (Marks, AsPlanned),
            (Ref, AsPlanned),
            NOTE,
        ],
    }
}

/// Whether records of a kind answer something earlier, so that they are still entered after the
/// last day of a plan.
#[must_use]
pub fn follows_later(kind: Kind) -> bool {
    match kind {
        Kind::Meeting
        | Kind::Visit
        | Kind::Shift
        | Kind::Inspection
        | Kind::Incident
        | Kind::Task
        | Kind::Training
        | Kind::Waiver => false,
        Kind::Response
        | Kind::TaskDone
        | Kind::Document
        | Kind::Reward
        | Kind::Metric
        | Kind::Report
        | Kind::Rectification
        | Kind::Decision
        | Kind::Appeal
        | Kind::Correction => true,
    }
}

#[cfg(test)]
mod tests {
    use super::{Use, columns_of};
    use crate::field::Field;
    use crate::kind::Kind;

    #[test]
    fn every_kind_asks_for_a_day_and_for_no_field_twice() {
        for kind in Kind::ALL {
            let columns = columns_of(kind);
            assert!(columns.contains(&(Field::Date, Use::Required)), "{kind:?}");
            for (place, (field, _)) in columns.iter().enumerate() {
                let again = columns[place + 1..].iter().any(|(other, _)| other == field);
                assert!(!again, "{kind:?} asks twice for {field:?}");
            }
        }
    }
}
