//! The styles, so that an office can restyle a paper as it is used to; and fonts with what may replace them.

use super::paragraph::push;
use crate::figures::Figures;
use crate::geometry::{CELL_SIZE, RED, character, length};
use crate::markup::escaped;

/// 发文机关标志.
pub(super) const MASTHEAD: &str = "GwMasthead";
/// 发文字号.
pub(super) const NUMBER: &str = "GwNumber";
/// The red rule.
pub(super) const RULE: &str = "GwRule";
/// 紧急程度 and 附件1.
pub(super) const LABEL: &str = "GwLabel";
/// 标题.
pub(super) const TITLE: &str = "GwTitle";
/// 主送机关 and other text flush with the left edge.
pub(super) const FLUSH: &str = "GwFlush";
/// 正文.
pub(super) const BODY: &str = "GwBody";
/// The four levels of headings.
pub(super) const HEADINGS: [&str; 4] = ["GwH1", "GwH2", "GwH3", "GwH4"];
/// 附件说明, 出席.
pub(super) const HANGING: &str = "GwHanging";
/// 署名.
pub(super) const SIGNATURE: &str = "GwSignature";
/// 成文日期.
pub(super) const DATE: &str = "GwDate";
/// 表题.
pub(super) const CAPTION: &str = "GwCaption";
/// Cells of tables.
pub(super) const CELL: &str = "GwCell";
/// 版记.
pub(super) const IMPRINT: &str = "GwImprint";
/// 页码.
pub(super) const PAGE: &str = "GwPage";

const NAMESPACE: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

/// `word/styles.xml`.
pub(super) fn styles(figures: &Figures) -> String {
    let latin = escaped(&figures.fonts.latin);
    let body = escaped(&figures.fonts.body);
    let size = figures.body_size;
    let mut out = String::with_capacity(6_000);
    push(
        &mut out,
        format_args!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:styles {NAMESPACE}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"{latin}\" w:eastAsia=\"{body}\" w:hAnsi=\"{latin}\" w:cs=\"{latin}\"/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        ),
    );
    push(
        &mut out,
        format_args!(
            "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/><w:qFormat/><w:pPr><w:widowControl w:val=\"0\"/><w:overflowPunct w:val=\"0\"/><w:autoSpaceDE w:val=\"0\"/><w:autoSpaceDN w:val=\"0\"/><w:spacing w:line=\"{}\" w:lineRule=\"exact\"/><w:jc w:val=\"both\"/></w:pPr><w:rPr><w:spacing w:val=\"{}\"/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr></w:style>",
            figures.line_pitch, figures.character_spacing
        ),
    );
    for style in head_styles(figures)
        .iter()
        .chain(&text_styles(figures))
        .chain(&small_styles(figures))
    {
        style.write(&mut out);
    }
    out.push_str("</w:styles>");
    out
}

/// A style of paragraphs.
struct Style<'a> {
    id: &'static str,
    name: &'static str,
    /// In the order of the schema.
    paragraph: String,
    /// The font of Chinese text, if not that of the body.
    font: Option<&'a str>,
    /// Whether letters and digits stand in that font too.
    latin: bool,
    /// In the order of the schema, after `rFonts`.
    run: String,
}

impl Style<'_> {
    fn write(&self, out: &mut String) {
        push(
            out,
            format_args!(
                "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"{}\"><w:name w:val=\"{}\"/><w:basedOn w:val=\"a\"/><w:qFormat/><w:pPr>{}</w:pPr><w:rPr>",
                self.id, self.name, self.paragraph
            ),
        );
        if let Some(font) = self.font {
            let font = escaped(font);
            if self.latin {
                push(
                    out,
                    format_args!(
                        "<w:rFonts w:ascii=\"{font}\" w:eastAsia=\"{font}\" w:hAnsi=\"{font}\"/>"
                    ),
                );
            } else {
                push(out, format_args!("<w:rFonts w:eastAsia=\"{font}\"/>"));
            }
        }
        out.push_str(&self.run);
        out.push_str("</w:rPr></w:style>");
    }
}

fn style<'a>(
    id: &'static str,
    name: &'static str,
    paragraph: &str,
    font: Option<&'a str>,
    run: String,
) -> Style<'a> {
    Style {
        id,
        name,
        paragraph: paragraph.to_owned(),
        font,
        latin: false,
        run,
    }
}

fn size(half_points: u32) -> String {
    format!(
        "<w:spacing w:val=\"0\"/><w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/>"
    )
}

const CENTRED: &str = "<w:jc w:val=\"center\"/>";
const LEFT: &str = "<w:jc w:val=\"left\"/>";

fn head_styles(figures: &Figures) -> Vec<Style<'_>> {
    let fonts = &figures.fonts;
    let red = format!("<w:color w:val=\"{RED}\"/><w:spacing w:val=\"0\"/>");
    let title = format!(
        "<w:keepNext/><w:spacing w:line=\"{}\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>",
        figures.title_pitch
    );
    vec![
        style(MASTHEAD, "发文机关标志", CENTRED, Some(&fonts.title), red),
        style(NUMBER, "发文字号", CENTRED, None, String::new()),
        style(
            RULE,
            "红色分隔线",
            LEFT,
            None,
            "<w:sz w:val=\"2\"/><w:szCs w:val=\"2\"/>".to_owned(),
        ),
        style(
            LABEL,
            "紧急程度和附件序号",
            LEFT,
            Some(&fonts.heading),
            String::new(),
        ),
        style(
            TITLE,
            "公文标题",
            &title,
            Some(&fonts.title),
            size(figures.title_size),
        ),
    ]
}

fn text_styles(figures: &Figures) -> Vec<Style<'_>> {
    let fonts = &figures.fonts;
    let two = 2 * character(figures);
    let indent = format!("<w:ind w:firstLineChars=\"200\" w:firstLine=\"{two}\"/>");
    let heading = |level: usize| format!("<w:keepNext/>{indent}<w:outlineLvl w:val=\"{level}\"/>");
    let none = String::new;
    vec![
        style(FLUSH, "主送机关", "", None, none()),
        style(BODY, "公文正文", &indent, None, none()),
        style(
            HEADINGS[0],
            "公文一级标题",
            &heading(0),
            Some(&fonts.heading),
            none(),
        ),
        style(
            HEADINGS[1],
            "公文二级标题",
            &heading(1),
            Some(&fonts.second),
            none(),
        ),
        style(HEADINGS[2], "公文三级标题", &heading(2), None, none()),
        style(HEADINGS[3], "公文四级标题", &heading(3), None, none()),
        style(HANGING, "附件说明", "", None, none()),
        style(
            SIGNATURE,
            "发文机关署名",
            "<w:keepNext/><w:jc w:val=\"right\"/>",
            None,
            none(),
        ),
        style(DATE, "成文日期", "<w:jc w:val=\"right\"/>", None, none()),
        style(
            CAPTION,
            "表题",
            "<w:keepNext/><w:jc w:val=\"center\"/>",
            Some(&fonts.heading),
            none(),
        ),
    ]
}

fn small_styles(figures: &Figures) -> Vec<Style<'_>> {
    let small = length(figures.small_size) * 10;
    let cell = format!(
        "<w:snapToGrid w:val=\"0\"/><w:spacing w:before=\"40\" w:after=\"40\" w:line=\"{}\" w:lineRule=\"atLeast\"/><w:jc w:val=\"left\"/>",
        CELL_SIZE * 10 * 5 / 4
    );
    let page = format!(
        "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"{}\" w:lineRule=\"exact\"/>",
        small * 10 / 7
    );
    let mut number = style(
        PAGE,
        "页码",
        &page,
        Some(&figures.fonts.song),
        size(figures.small_size),
    );
    number.latin = true;
    vec![
        style(CELL, "公文表格", &cell, None, size(CELL_SIZE)),
        style(IMPRINT, "版记", LEFT, None, size(figures.small_size)),
        number,
    ]
}

/// `word/fontTable.xml`: what may stand in where an office does not have a font.
pub(super) fn font_table(figures: &Figures) -> String {
    let fonts = &figures.fonts;
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:fonts {NAMESPACE}>"
    );
    let mut seen: Vec<&str> = Vec::new();
    for (name, class) in [
        (&fonts.body, "仿宋,FangSong,STFangsong,FZFangSong-Z02"),
        (&fonts.heading, "SimHei,STHeiti,Noto Sans CJK SC"),
        (&fonts.second, "楷体,KaiTi,STKaiti,AR PL KaitiM GB"),
        (
            &fonts.title,
            "方正小标宋_GBK,小标宋体,FZXiaoBiaoSong-B05S,华文中宋",
        ),
        (&fonts.song, "SimSun,STSong,AR PL SungtiL GB"),
        (&fonts.latin, "Liberation Serif"),
    ] {
        if seen.contains(&name.as_str()) {
            continue;
        }
        seen.push(name);
        let others: Vec<&str> = class.split(',').filter(|other| other != name).collect();
        let charset = if *name == fonts.latin { "00" } else { "86" };
        push(
            &mut out,
            format_args!(
                "<w:font w:name=\"{}\"><w:altName w:val=\"{}\"/><w:charset w:val=\"{charset}\"/><w:family w:val=\"auto\"/><w:pitch w:val=\"variable\"/></w:font>",
                escaped(name),
                others.join(",")
            ),
        );
    }
    out.push_str("</w:fonts>");
    out
}
