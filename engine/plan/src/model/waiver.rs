//! Who may take the failure out of a finding, and on what terms.

use super::{Decider, Need, model};
use crate::scalar::Limit;

model! {
    /// 豁免规定. Who grants waivers, and on what terms. Whoever extends it may only ask for more.
    pub struct WaiverRules as "waivers" {
        /// 批准机关. The bodies that may grant one; any body while none is named.
        granted_by: Vec<Decider>,
        /// 最长. How long one may last at most, from its first day.
        at_most: Option<Limit>,
        /// 理由. Whether the record must say why, in its note.
        reason: Need = Need::Required,
    }
}
