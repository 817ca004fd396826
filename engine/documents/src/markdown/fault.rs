//! What the official form cannot show.

use std::fmt::{Display, Formatter, Result as FmtResult};

/// Something that the official form cannot show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The line of the rendered text, from 1.
    pub line: usize,
    /// What.
    pub why: FaultWhy,
}

macro_rules! faults {
    ($($(#[$doc:meta])* $name:ident $key:literal $zh:literal;)*) => {
        /// What the official form cannot show, or what is not finished.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum FaultWhy {
            $($(#[$doc])* $name,)*
        }

        impl FaultWhy {
            /// Every one.
            pub const ALL: &[FaultWhy] = &[$(FaultWhy::$name),*];

            /// A short name, the same in every version.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self {
                    $(FaultWhy::$name => $key,)*
                }
            }
        }

        /// In Chinese: what is wrong and what to write instead.
        impl Display for FaultWhy {
            fn fmt(&self, out: &mut Formatter<'_>) -> FmtResult {
                out.write_str(match self {
                    $(FaultWhy::$name => $zh,)*
                })
            }
        }
    };
}

faults! {
    /// An image.
    Image "image" "公文里不能放图片；请作为附件另行装订";
    /// A link, or the definition of one.
    Link "link" "公文里不能有链接；请直接写出文字（方括号可写成〔〕）";
    /// Code, by backticks or by four blanks before a line.
    Code "code" "这样写会成为代码；去掉行首的空格和反引号，首行缩进由版式决定";
    /// HTML other than a line break in a cell.
    Html "html" "公文里不能有 HTML；只有表格里可以用 <br> 换行，另起一段请空一行";
    /// A footnote.
    Footnote "footnote" "公文没有脚注；请写进正文";
    /// `*…*`.
    Emphasis "emphasis" "公文没有斜体；加粗写成 **…**，星号本身写成 \\*";
    /// `__…__`.
    UnderlineStrong "underline-strong" "加粗请写成 **…**，下划线本身写成 \\_";
    /// `~~…~~`.
    Strike "strike" "公文没有删除线；请删去这些文字";
    /// Beyond level 4.
    HeadingLevel "heading-level" "标题最多四层，用 # 到 ####";
    /// A level without the one above it.
    SkippedLevel "skipped-level" "标题跳过了一层；请逐层使用 #、##、###、####";
    /// A heading without text.
    EmptyHeading "empty-heading" "标题没有文字";
    /// A line that became a heading because of the `---` or `===` below it.
    UnderlinedHeading "underlined-heading" "这一行会成为标题；标题写成 # 开头，分页的 --- 前后各空一行";
    /// `**` without its end.
    UnclosedStrong "unclosed-strong" "** 没有成对；星号本身写成 \\*";
    /// `【待补：` without its end.
    UnclosedOpen "unclosed-open" "【待补：没有写完，缺少 】";
    /// `***` or `___` alone.
    Rule "rule" "分页请写成 ---；填写用的横线请写成 \\_\\_\\_\\_";
    /// A heading, table or page break inside a list or quote.
    Inside "inside" "标题、表格和分页不能放在列表或引用里；请去掉行首的空格或 >";
    /// A numbered list nested more than twice.
    DeepList "deep-list" "编号最多两层：1. 和（1）";
    /// `表：` without a table below it.
    LonelyCaption "lonely-caption" "“表：”开头的一段是表题，下面要紧接表格";
    /// A row with more cells than the table has columns.
    ExtraCells "extra-cells" "这一行的格数多于表头；内容里的 | 请用 cell 或写成 \\|";
    /// An attachment without a title.
    UntitledAttachment "untitled-attachment" "附件没有标题；写成 # 附件：标题";
}
