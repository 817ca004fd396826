//! x
/// Blank.
pub const BLANK_LINE: &str = "〔空行〕";
/// Caption.
pub const CAPTION: &str = "表：";
/// Attachment.
pub const ATTACHMENT: &str = "附件：";
/// Landscape.
pub const LANDSCAPE: &str = "（横排）";
