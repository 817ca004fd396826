//! 发文机关: the bodies that issue documents, their names, marks and numbers.

use super::{IssuerId, JurisdictionLevel, RoleRef, UnitRef, model};

model! {
    /// 发文机关. A body that issues documents under its own name and number.
    pub struct Issuer as "issuer" {
        /// 编号. Identifier.
        id: IssuerId,
        /// 名称. Its full or standard short name, as it signs.
        name: String,
        /// 单位. The unit of the plan that it is, if it is one.
        unit: Option<UnitRef>,
        /// 层级. The level of government that it belongs to; that of the plan's jurisdiction if not given.
        level: Option<JurisdictionLevel>,
        /// 发文机关标志. What the red head says; the name with 文件 if not given (GB/T 9704-2012, 7.2.4).
        masthead: Option<String>,
        /// 机关代字. What stands before the year in its numbers, such as 坪政发; without it numbers stay open (7.2.5).
        symbol: Option<String>,
        /// 函代字. The same for letters; `symbol` if not given.
        letter_symbol: Option<String>,
        /// 纪要代字. The same for minutes; `symbol` if not given.
        minutes_symbol: Option<String>,
        /// 首号. The first number of the first year, for a body that had issued documents before.
        first_number: u32 = 1,
        /// 签发人职务. Whose name a document to a higher body carries (7.2.6).
        signatory: Option<RoleRef>,
        /// 印发机关. Who prints and sends it out; its office. The name if not given (7.4.3).
        printed_by: Option<String>,
        /// 预印红头. Whether it prints on paper that already has the red head.
        preprinted: bool = false,
    }
}
