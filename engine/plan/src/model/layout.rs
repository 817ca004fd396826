//! 本单位版式: where an office's papers depart from the national layout, on purpose.

use serde_json::{Value, json};

use super::model;
use crate::decode::{Cx, Decode};
use crate::scalar::{hundredths, scalar};
use crate::schema::SchemaBook;
use crate::yaml::Node;

model! {
    /// 本单位版式. Where the papers of this office depart from GB/T 9704-2012; what is not given is as the standard has it. Every departure stays visible in `luoshi document check`.
    pub struct OwnLayout as "own_layout" {
        /// 正文字体. Font of the body; 仿宋 in the standard.
        body_font: Option<String>,
        /// 一级标题字体. Font of first level headings; 黑体 in the standard.
        heading_font: Option<String>,
        /// 二级标题字体. Font of second level headings; 楷体 in the standard.
        second_font: Option<String>,
        /// 标题字体. Font of the title and the red head; 小标宋 in the standard.
        title_font: Option<String>,
        /// 页码字体. Font of page numbers; 宋体 in the standard.
        number_font: Option<String>,
        /// 西文字体. Font of letters and digits within Chinese text.
        latin_font: Option<String>,
        /// 行距. From one line to the next, such as 28磅; 22 lines a page otherwise.
        line_pitch: Option<Points>,
        /// 上边距. Such as 37mm.
        top_margin: Option<Millimetres>,
        /// 下边距. Such as 35mm.
        bottom_margin: Option<Millimetres>,
        /// 左边距. Such as 28mm.
        left_margin: Option<Millimetres>,
        /// 右边距. Such as 26mm.
        right_margin: Option<Millimetres>,
    }
}

macro_rules! lengths {
    ($( $(#[doc = $doc:literal])+ $name:ident $units:expr, $range:expr, $term:literal; )*) => { $(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct $name(
            /// In hundredths.
            pub u32,
        );

        impl Decode for $name {
            fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
                scalar(node, cx, $term, |text| {
                    let number = $units.iter().find_map(|unit: &&str| text.strip_suffix(*unit))?;
                    let value = u32::try_from(hundredths(number.trim())?).ok()?;
                    $range.contains(&value).then_some($name(value))
                })
            }

            fn schema(_: &mut SchemaBook) -> Value {
                let units = $units.join("|");
                json!({ "type": "string", "pattern": format!("^[0-9]+(\\.[0-9]{{1,2}})?\\s*({units})$") })
            }
        }
    )* };
}

lengths! {
    /// Points: `28磅`, `28.95pt`; between 20 and 40.
    Points ["磅", "pt"], 2_000..=4_000, "type-points";
    /// Millimetres: `37mm`, `37毫米`; between 10 and 60.
    Millimetres ["毫米", "mm"], 1_000..=6_000, "type-millimetres";
}
