//! 责任链: who answers to whom for what.

use super::{ChainId, ClauseRef, RoleRef, SetRef, Severity, model};
use crate::scalar::Settable;

model! {
    /// 责任链. Links from those who answer to those who work; every subject must have its holders.
    pub struct Chain as "chain" {
        /// 编号. Identifier; findings about gaps carry it.
        id: ChainId,
        /// 名称. Name.
        name: String,
        /// 条款. The clauses that it carries out.
        clauses: Vec<ClauseRef>,
        /// 责任环节. From the top down.
        links: Vec<Link>,
        /// 生效. Whether it applies at all; usually a parameter.
        active: Settable<bool> = Settable::Set(true),
        /// 轻重. How grave a gap is.
        severity: Severity = Severity::Normal,
    }
}

model! {
    /// 责任环节. `from` answers for what `to` does.
    pub struct Link as "link" {
        /// 上级职务. Who answers.
        from: RoleRef,
        /// 下级职务. Who works under it.
        to: RoleRef,
        /// 每个对象. The subjects for each of which `to` must be held on every day.
        for_each: Option<SetRef>,
        /// 允许空缺工作日. Workdays a post may be vacant at a hand-over before it is a gap.
        vacancy: u32 = 0,
        /// 每人最多对象数. Subjects one person may hold at most; not limited if not given.
        at_most: Option<u32>,
    }
}
