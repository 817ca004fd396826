//! Every figure of the general layout (5, 7).

use luoshi_layout::{Block, Document, Inline, Stand};
use luoshi_plan::model::DocumentForm;

use super::measure::{Pages, measured, same, within};
use super::papers;

const LEFT: f64 = 28.0;
const RIGHT: f64 = 184.0;
const TOP: f64 = 37.0;
const BOTTOM: f64 = 262.0;
/// 28.95 pt.
const PITCH: f64 = 10.213;
/// 16 pt less 0.25 pt.
const CHARACTER: f64 = 5.556;

#[test]
fn a_page_holds_22_lines_of_28_characters_and_fills_the_type_area() {
    let pages = measured(&papers::grid(45));
    assert_eq!(pages.sizes.len(), 3);
    let lines = pages.lines(1);
    let said = lines[..22].iter();
    assert!(
        said.clone().all(|(_, line)| line.chars().count() == 28),
        "{lines:?}"
    );
    assert_eq!(lines.len(), 23, "the page number below: {lines:?}");
    assert_eq!(pages.lines(2).len(), 23);
    assert_eq!(pages.lines(3).len(), 2);
    for pair in lines[..22].windows(2) {
        within("from line to line", pair[1].0 - pair[0].0, PITCH, 0.01);
    }
    let texts = pages
        .texts
        .iter()
        .filter(|text| text.page == 1 && text.base < BOTTOM);
    for text in texts {
        within("the left edge", text.left, LEFT, 0.05);
        within("the right edge", text.right, RIGHT, 0.15);
        assert!(text.ink_top > TOP && text.ink_bottom < BOTTOM, "{text:?}");
    }
}

#[test]
fn the_paper_is_a4() {
    let pages = measured(&papers::notice());
    for (width, height) in &pages.sizes {
        same("the width", *width, 210.0);
        same("the height", *height, 297.0);
    }
}

#[test]
fn the_masthead_is_35_mm_below_the_type_area_in_one_line_between_its_edges() {
    for document in [papers::notice(), papers::minutes(), named(40)] {
        let pages = measured(&document);
        let mark = pages.text(&document.head.masthead);
        same("the top of the masthead", mark.ink_top, TOP + 35.0);
        assert!(
            mark.left > LEFT - 0.1 && mark.right < RIGHT + 0.1,
            "{mark:?}"
        );
        same(
            "its middle",
            (mark.left + mark.right) / 2.0,
            (LEFT + RIGHT) / 2.0,
        );
    }
}

#[test]
fn the_red_rule_is_4_mm_below_the_number_and_as_wide_as_the_type_area() {
    let pages = measured(&papers::notice());
    let rule = pages.areas.first().expect("the red rule");
    let number = pages.text("坪政发");
    within("number to rule", rule.top - number.ink_bottom, 4.0, 0.35);
    same("the left of the rule", rule.left, LEFT);
    same("the right of the rule", rule.left + rule.width, RIGHT);
}

#[test]
fn two_lines_are_blank_above_the_number_and_above_the_title_and_one_below_it() {
    let pages = measured(&papers::notice());
    let mark = pages.text("坪塘镇人民政府文件");
    let number = pages.line(1, "坪政发");
    // The line of the name is 63 pt high and begins with its ink; a base line is four fifths down its line.
    let end = mark.ink_top + 63.0 * 25.4 / 72.0;
    assert!(end > mark.ink_bottom, "{mark:?}");
    same("mark to number", number - end, 2.0 * PITCH + 0.8 * PITCH);
    let rule = pages.areas.first().expect("the red rule");
    let title = pages.line(1, "关于召开第二");
    let title_pitch = 36.0 * 25.4 / 72.0;
    same(
        "rule to title",
        title - rule.top - rule.height,
        2.0 * PITCH + 0.8 * title_pitch,
    );
    let last = pages.line(1, "会议的通知");
    same("line to line of the title", last - title, title_pitch);
    let addressees = pages.line(1, "各村（居）民委员会");
    same(
        "title to addressees",
        addressees - last,
        0.2 * title_pitch + PITCH + 0.8 * PITCH,
    );
}

#[test]
fn preprinted_paper_keeps_the_place_of_the_head() {
    let mut document = papers::notice();
    let drawn = measured(&document);
    document.head.preprinted = true;
    let left_out = measured(&document);
    assert!(
        left_out
            .texts
            .iter()
            .all(|text| !text.text.contains("人民政府文件"))
    );
    let red = |pages: &Pages| pages.areas.iter().filter(|area| area.page == 1).count();
    assert_eq!((red(&drawn), red(&left_out)), (1, 0));
    for words in ["坪政发", "关于召开第二", "各村（居）民委员会"] {
        same(words, left_out.line(1, words), drawn.line(1, words));
    }
}

#[test]
fn number_and_signatories_share_their_last_line() {
    let pages = measured(&papers::report());
    let (first, second) = (pages.text("张建国"), pages.text("李秀英"));
    same("two names in a line", first.base, second.base);
    let (third, number) = (pages.text("待补：签发人"), pages.text("待补：发文字号"));
    same("a third aligned with the first", third.left, first.left);
    same("the number in the last line", number.base, third.base);
    same("one character in", number.left, LEFT + CHARACTER);
    same("from row to row", third.base - first.base, PITCH);
    let urgency = pages.text("特急");
    same("urgency flush", urgency.left, LEFT);
    same("urgency on the first line", urgency.base, TOP + 0.8 * PITCH);
}

#[test]
fn paragraphs_and_headings_begin_two_characters_in() {
    let pages = measured(&papers::report());
    for words in ["一、", "（一）", "1.", "（1）", "全镇组织巡逻", "特此报告"] {
        let text = pages.text(words);
        within(words, text.left, LEFT + 2.0 * CHARACTER, 0.05);
    }
    same("addressees flush", pages.text("县人民政府").left, LEFT);
}

#[test]
fn attachments_are_named_under_each_other_and_begin_on_pages_of_their_own() {
    let pages = measured(&papers::report());
    let (one, two) = (pages.text("巡逻安排表"), pages.text("2012年上半年全镇"));
    same("names under each other", one.left, two.left);
    let more = pages.text("情况统计表及有关说明");
    same("second lines under the name", more.left, two.left);
    let label = pages
        .texts
        .iter()
        .find(|text| text.text == "附件1")
        .expect("a label");
    same("the label flush", label.left, LEFT);
    same("on the first line", label.base, TOP + 0.8 * PITCH);
    let title = pages.line(label.page, "巡逻安排表");
    let title_pitch = 36.0 * 25.4 / 72.0;
    same(
        "the title on the third",
        title,
        TOP + 2.0 * PITCH + 0.8 * title_pitch,
    );
}

#[test]
fn with_a_seal_the_date_is_four_characters_in_and_the_name_over_its_middle() {
    let pages = measured(&papers::notice());
    let dates: Vec<_> = pages
        .texts
        .iter()
        .filter(|text| text.text.contains("2012年6月12日"))
        .collect();
    let date = dates.first().expect("the date");
    within("date to edge", RIGHT - date.right, 4.0 * CHARACTER, 0.3);
    let mut texts = pages.texts.iter();
    let name = texts
        .rfind(|text| text.text == "坪塘镇人民政府")
        .expect("the name");
    within(
        "middles",
        name.left + name.right,
        date.left + date.right,
        0.5,
    );
    same("date below name", date.base - name.base, PITCH);
}

#[test]
fn without_a_seal_the_date_begins_two_characters_right_of_the_name() {
    let mut document = papers::notice();
    document.signature.as_mut().expect("signed").sealed = false;
    let pages = measured(&document);
    let mut texts = pages.texts.iter();
    let name = texts
        .rfind(|text| text.text == "坪塘镇人民政府")
        .expect("the name");
    let date = pages
        .texts
        .iter()
        .find(|text| text.text == "2012年6月12日")
        .expect("the date");
    within("name to date", date.left - name.left, 2.0 * CHARACTER, 0.3);
    within("name to edge", RIGHT - name.right, 2.0 * CHARACTER, 0.3);

    document.signature.as_mut().expect("signed").bodies = vec!["镇综治办".to_owned()];
    let pages = measured(&document);
    let name = pages
        .texts
        .iter()
        .find(|text| text.text == "镇综治办")
        .expect("the name");
    let date = pages
        .texts
        .iter()
        .find(|text| text.text == "2012年6月12日")
        .expect("the date");
    within("name to date", date.left - name.left, 2.0 * CHARACTER, 0.3);
    within(
        "a longer date to edge",
        RIGHT - date.right,
        2.0 * CHARACTER,
        0.3,
    );
}

#[test]
fn the_imprint_ends_at_the_bottom_edge_of_the_last_page() {
    for document in [
        papers::notice(),
        papers::minutes(),
        papers::report(),
        long_notice(),
    ] {
        let pages = measured(&document);
        let last = pages.sizes.len();
        let rules: Vec<_> = pages
            .areas
            .iter()
            .filter(|area| area.page == last && area.height < 0.05)
            .collect();
        let [first, between, end] = rules[..] else {
            panic!("three lines on page {last}: {rules:?}");
        };
        same("the last line", end.top, BOTTOM);
        for rule in [first, between, end] {
            same("the left", rule.left, LEFT);
            same("the width", rule.width, RIGHT - LEFT);
        }
        let four = 14.0 * 25.4 / 72.0;
        same(
            "copies one character in",
            pages.text("抄送：").left,
            LEFT + four,
        );
        let printed = pages
            .texts
            .iter()
            .rfind(|text| text.text.contains("印发"))
            .expect("印发");
        same("printed one character in", printed.right, RIGHT - four);
    }
}

#[test]
fn page_numbers_stand_outside_7_mm_below_one_character_in() {
    let pages = measured(&papers::grid(60));
    let four = 14.0 * 25.4 / 72.0;
    for page in 1..=3 {
        let on_page = pages
            .texts
            .iter()
            .filter(|text| text.page == page && text.text.contains('—'));
        let parts: Vec<_> = on_page.collect();
        let left = parts.first().expect("a number");
        let right = parts.last().expect("a number");
        let said: String = parts.iter().map(|part| part.text.as_str()).collect();
        assert_eq!(said, format!("— {page} —"));
        if page % 2 == 1 {
            same("odd to the right", right.right, RIGHT - four);
        } else {
            same("even to the left", left.left, LEFT + four);
        }
        assert!(
            left.base > BOTTOM + 7.0 && left.base < BOTTOM + 11.0,
            "{left:?}"
        );
    }
}

/// A paper whose masthead has so many characters.
fn named(characters: usize) -> Document {
    let mut document = papers::notice();
    document.head.masthead = "坪".repeat(characters);
    document
}

/// A notice whose body ends just where the imprint would begin.
fn long_notice() -> Document {
    let mut document = papers::notice();
    let line = || Block::Paragraph {
        stand: Stand::Flush,
        text: vec![Inline::plain("报告。")],
    };
    document.body.extend((0..9).map(|_| line()));
    assert_eq!(document.form, DocumentForm::Official);
    document
}
