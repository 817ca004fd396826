//! What a check comes to, as plain data.

use luoshi_diagnostics::Args;
use luoshi_plan::model::DocumentForm;

/// What a check comes to. Only a deviation of strength [`Strength::Required`] fails a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The layout that it was recognised as; none if it has neither masthead, number nor red rule.
    pub form: Option<DocumentForm>,
    /// What was recognised, in the order of the paper.
    pub elements: Vec<Recognised>,
    /// What papers of this layout have, and was not recognised in this one.
    pub unrecognised: Vec<Element>,
    /// What departs from the standard, in the order of the rules.
    pub deviations: Vec<Deviation>,
    /// What only the real process can fill and has not filled yet: 【待补】.
    pub open: Vec<OpenField>,
    /// What could not be told, and why.
    pub undecided: Vec<Undecided>,
    /// The rules that hold, by id.
    pub kept: Vec<&'static str>,
}

/// How binding a rule is, in the words of the standard. Only what it demands outright can fail a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// 规定
    Required,
    /// 一般
    General,
    /// 推荐
    Recommended,
    /// 可以
    Permitted,
    /// 实务: what offices do, not what the standard says.
    Practice,
}

impl Strength {
    /// All of them, the most binding first.
    pub const ALL: [Strength; 5] = [
        Strength::Required,
        Strength::General,
        Strength::Recommended,
        Strength::Permitted,
        Strength::Practice,
    ];

    /// The word of its JSON form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Strength::Required => "required",
            Strength::General => "general",
            Strength::Recommended => "recommended",
            Strength::Permitted => "permitted",
            Strength::Practice => "practice",
        }
    }
}

/// Names an element, its word in JSON and its key in the catalogue.
macro_rules! elements {
    ($($(#[$doc:meta])* $variant:ident = $word:literal $key:literal;)*) => {
        /// A part of an official paper that can be recognised.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Element { $($(#[$doc])* $variant,)* }

        impl Element {
            /// The word of its JSON form.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Element::$variant => $word),* }
            }

            /// Its key in the catalogue.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self { $(Element::$variant => $key),* }
            }
        }
    };
}

elements! {
    /// 份号
    CopyNumber = "copy-number" "layout-element-copy-number";
    /// 密级和保密期限
    Secrecy = "secrecy" "layout-element-secrecy";
    /// 紧急程度
    Urgency = "urgency" "layout-element-urgency";
    /// 发文机关标志
    Masthead = "masthead" "layout-element-masthead";
    /// 发文字号
    Number = "number" "layout-element-number";
    /// 签发人
    Signatory = "signatory" "layout-element-signatory";
    /// 红色分隔线
    RedRule = "red-rule" "layout-element-red-rule";
    /// 标题
    Title = "title" "layout-element-title";
    /// 主送机关
    Addressee = "addressee" "layout-element-addressee";
    /// 正文
    Body = "body" "layout-element-body";
    /// 结构层次序数
    Headings = "headings" "layout-element-headings";
    /// 附件说明
    AttachmentsNote = "attachments-note" "layout-element-attachments-note";
    /// 发文机关署名
    Signature = "signature" "layout-element-signature";
    /// 成文日期
    Date = "date" "layout-element-date";
    /// 附注
    Note = "note" "layout-element-note";
    /// 附件
    Attachments = "attachments" "layout-element-attachments";
    /// 出席、请假、列席
    Attendance = "attendance" "layout-element-attendance";
    /// 版记
    Imprint = "imprint" "layout-element-imprint";
    /// 页码
    PageNumber = "page-number" "layout-element-page-number";
}

/// An element, and where it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognised {
    /// Which.
    pub element: Element,
    /// Where.
    pub spot: Spot,
}

/// A place in a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// Which part of the paper.
    pub part: SpotPart,
    /// Which paragraph of it, from 1, empty ones and those of tables and text boxes counted; or which section. 0 for the paper as a whole.
    pub at: usize,
    /// How the text there begins.
    pub start: String,
}

/// A part of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SpotPart {
    /// The paper as a whole.
    Whole,
    /// A section.
    Section,
    /// The text, with its tables and text boxes.
    Text,
    /// A footer or header.
    Footer,
}

/// One departure from a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deviation {
    /// The id of the rule.
    pub rule: &'static str,
    /// Its clause.
    pub clause: &'static str,
    /// How binding it is.
    pub strength: Strength,
    /// Where.
    pub spot: Spot,
    /// What was found: the arguments of `layout-RULE.found`.
    pub found: Args,
    /// Whether the county's own layout states it so.
    pub own: bool,
}

/// A field that is still open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenField {
    /// What is missing, as written.
    pub text: String,
    /// Where.
    pub spot: Spot,
}

/// A rule that could not be judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undecided {
    /// The id of the rule.
    pub rule: &'static str,
    /// Why.
    pub why: Why,
}

/// Why a rule could not be judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It shows only when the pages are laid out.
    Paging,
    /// It is set in a text box, a frame, a table or by tabs, so that its place cannot be worked out.
    Placed,
    /// The file names no font.
    NoFont,
    /// It may be printed on paper that has the red head on it.
    Preprinted,
    /// The pages lie on their side.
    Landscape,
    /// The figures are near the limit, and fonts decide.
    Close,
    /// It may be bound separately.
    Apart,
    /// The top of the first page of a letter has a figure of its own.
    LetterTop,
    /// A still open field decides.
    Open,
    /// The file does not state it, and editors differ.
    NotStated,
}

impl Why {
    /// Its key in the catalogue.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Why::Paging => "layout-why-paging",
            Why::Placed => "layout-why-placed",
            Why::NoFont => "layout-why-no-font",
            Why::Preprinted => "layout-why-preprinted",
            Why::Landscape => "layout-why-landscape",
            Why::Close => "layout-why-close",
            Why::Apart => "layout-why-apart",
            Why::LetterTop => "layout-why-letter-top",
            Why::Open => "layout-why-open",
            Why::NotStated => "layout-why-not-stated",
        }
    }
}

/// Whether the paper fails: something that the standard demands outright is not so.
#[must_use]
pub fn fails(report: &Report) -> bool {
    let mut deviations = report.deviations.iter();
    deviations.any(|d| d.strength == Strength::Required)
}
