//! The style sheet, from the same figures as the other writers.

use luoshi_plan::model::DocumentForm;

use crate::figures::Figures;
use crate::geometry::{
    CELL_SIZE, IMPRINT_RULE_THICK, IMPRINT_RULE_THIN, LETTER_RULE_THICK, LETTER_RULE_THIN,
    LETTER_RULE_WIDTH, LETTER_RULES_APART, Page, RED, RULE_WEIGHT, length, letter_foot, masthead,
    page, rule_gap,
};
use crate::markup::allowed;

/// The style sheet.
pub(super) fn style(figures: &Figures, letter: bool) -> String {
    let upright = page(figures, false);
    let turned = page(figures, true);
    let mut out = screen(&upright, &turned);
    out.push_str(&text(figures));
    out.push_str(&heads(figures));
    out.push_str(&tables(figures));
    out.push_str(&print(figures, &upright, &turned));
    if letter {
        out.push_str(&letter_rules(figures, &upright));
    }
    out
}

/// Text. The font of letters and digits is kept from quotes and dashes, which stand in the Chinese one.
fn text(figures: &Figures) -> String {
    let fonts = &figures.fonts;
    format!(
        "@font-face {{ font-family: latin; src: local({latin}); unicode-range: U+20-7E; }}
body, .sheet {{ font-family: latin, {body}, FangSong, STFangsong, serif; font-size: {size}; line-height: {pitch}; letter-spacing: {spacing}; color: #000; }}
p {{ margin: 0; text-align: justify; white-space: pre-wrap; overflow-wrap: anywhere; }}
p.blank {{ height: {pitch}; }}
p.body, p.h1, p.h2, p.h3, p.h4 {{ text-indent: 2em; }}
p.label, p.h1, p.caption, .strong, th {{ font-family: latin, {heading}, SimHei, STHeiti, sans-serif; font-weight: normal; }}
p.h2, .second {{ font-family: latin, {second}, KaiTi, STKaiti, serif; }}
p.h1, p.h2, p.h3, p.h4, p.name, p.caption {{ break-after: avoid; }}
p.centre, p.number, p.caption {{ text-align: center; }}
p.right, p.name, p.date {{ text-align: right; }}
.open {{ background: #ff0; }}
",
        latin = font(&fonts.latin),
        body = font(&fonts.body),
        heading = font(&fonts.heading),
        second = font(&fonts.second),
        size = points(length(figures.body_size) * 10),
        pitch = points(length(figures.line_pitch)),
        spacing = points(figures.character_spacing),
    )
}

/// Masthead, number, red rule and title.
fn heads(figures: &Figures) -> String {
    format!(
        "h1 {{ margin: 0; text-align: center; font: normal {size}/{title_pitch} {title}, STZhongsong, serif; letter-spacing: 0; white-space: pre-line; }}
.mark {{ display: flex; justify-content: center; color: #{RED}; letter-spacing: 0; white-space: nowrap; font-family: {title}, STZhongsong, serif; }}
.rule {{ border: 0; border-top: {rule} solid #{RED}; margin: {gap} 0 0; }}
.row {{ position: relative; min-height: {pitch}; }}
.row > [style] {{ position: absolute; }}
.sides {{ display: flex; justify-content: space-between; }}
",
        title = font(&figures.fonts.title),
        size = points(length(figures.title_size) * 10),
        title_pitch = points(length(figures.title_pitch)),
        pitch = points(length(figures.line_pitch)),
        rule = eighths(RULE_WEIGHT),
        gap = points(rule_gap(figures)),
    )
}

/// Tables and the imprint.
fn tables(figures: &Figures) -> String {
    format!(
        "table {{ width: 100%; table-layout: fixed; border-collapse: collapse; font-size: {cell}; line-height: 1.25; letter-spacing: 0; }}
thead {{ display: table-header-group; }}
tr {{ break-inside: avoid; }}
th, td {{ border: .5pt solid #000; padding: 2pt 3pt; text-align: left; vertical-align: middle; white-space: pre-wrap; overflow-wrap: anywhere; }}
th, .centre {{ text-align: center; }}
td.right {{ text-align: right; }}
.imprint {{ margin-top: auto; font-size: {small}; letter-spacing: 0; break-inside: avoid; }}
.imprint > * {{ padding: 0 1em; }}
.imprint.ruled {{ border-top: {thick} solid #000; border-bottom: {thick} solid #000; }}
.imprint.ruled > * + * {{ border-top: {thin} solid #000; }}
.imprint > .copies {{ padding-left: 4em; text-indent: -3em; }}
",
        cell = points(length(CELL_SIZE) * 10),
        small = points(length(figures.small_size) * 10),
        thick = eighths(IMPRINT_RULE_THICK),
        thin = eighths(IMPRINT_RULE_THIN),
    )
}

/// The double lines of a letter. Its first printed page begins with the masthead and has no number (10.1); the lower
/// line stands on screen alone, since no style can tell a printer to put it on the first page.
fn letter_rules(figures: &Figures, upright: &Page) -> String {
    let beside = (upright.paper_width - LETTER_RULE_WIDTH) / 2;
    format!(
        ".double {{ margin: 0 {right} 0 {left}; border: 0; border-top: {thick} solid #{RED}; border-bottom: {thin} solid #{RED}; height: {apart}; }}
.double.foot {{ margin-top: auto; border-top-width: {thin}; border-bottom-width: {thick}; position: relative; top: {below}; }}
@page :first {{ margin-top: {top}; @bottom-right {{ content: none; }} }}
@media print {{ .letter {{ --printed-top: 0; }} .double.foot {{ display: none; }} }}
",
        left = points(beside - upright.left),
        right = points(beside - upright.right),
        thick = eighths(LETTER_RULE_THICK),
        thin = eighths(LETTER_RULE_THIN),
        apart = points(LETTER_RULES_APART),
        below = points(upright.bottom - letter_foot()),
        top = points(masthead("", DocumentForm::Letter, figures).from_top),
    )
}

/// Sheets of paper on a desk.
fn screen(upright: &Page, turned: &Page) -> String {
    format!(
        "@media screen {{
body {{ margin: 0; padding: 8mm; background: #ddd; }}
.sheet {{ margin: 0 auto 8mm; background: #fff; box-shadow: 0 0 3mm #999; {} }}
.sheet.turned {{ {} }}
}}
.sheet {{ display: flex; flex-direction: column; box-sizing: border-box; }}
",
        sheet(upright),
        sheet(turned)
    )
}

fn sheet(page: &Page) -> String {
    format!(
        "width: {}; min-height: {}; padding: {};",
        points(page.paper_width),
        points(page.paper_height),
        margins(page)
    )
}

/// The printer's pages have the margins, and numbers outside: odd to the right, even to the left.
fn print(figures: &Figures, upright: &Page, turned: &Page) -> String {
    let small = points(length(figures.small_size) * 10);
    let song = font(&figures.fonts.song);
    let number = format!(
        "content: \"— \" counter(page) \" —\"; font: {small} {song}, SimSun, serif; vertical-align: top; padding: 4mm {small} 0;"
    );
    format!(
        "@page {{ size: A4; margin: {upright_margins}; }}
@page :right {{ @bottom-right {{ {number} }} }}
@page :left {{ @bottom-left {{ {number} }} }}
@page turned {{ size: A4 landscape; margin: {turned_margins}; }}
@media print {{
body {{ margin: 0; }}
.sheet {{ break-before: page; display: block; }}
.sheet:first-child {{ break-before: auto; }}
.sheet.turned {{ page: turned; }}
.imprint {{ margin-top: {gap}; }}
}}
",
        upright_margins = margins(upright),
        turned_margins = margins(turned),
        gap = points(length(figures.line_pitch)),
    )
}

fn margins(page: &Page) -> String {
    format!(
        "{} {} {} {}",
        points(page.top),
        points(page.right),
        points(page.bottom),
        points(page.left)
    )
}

/// A length in twips as CSS takes it, exact to a twip.
pub(super) fn points(twips: i32) -> String {
    let sign = if twips < 0 { "-" } else { "" };
    let twips = twips.unsigned_abs();
    format!("{sign}{}.{:02}pt", twips / 20, twips % 20 * 5)
}

fn eighths(eighths: u32) -> String {
    format!("{}.{:03}pt", eighths / 8, eighths % 8 * 125)
}

/// The name of a font as a string of CSS, which nothing in it can end.
fn font(name: &str) -> String {
    let plain: String = name
        .chars()
        .filter(|c| allowed(*c) && !c.is_control() && !"\"\\<>".contains(*c))
        .collect();
    format!("\"{plain}\"")
}
