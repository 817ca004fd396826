"""The figures of GB/T 9704-2012 in the samples, read back with python-docx."""

import os
import unittest
from pathlib import Path

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn

SAMPLES = Path(os.environ["LUOSHI_SAMPLES"])
# One character of the body: 16 pt less a quarter of a point.
CHARACTER = 15.75


def paper(name):
    return docx.Document(str(SAMPLES / f"{name}.docx"))


def named(document, style):
    return [p for p in document.paragraphs if p.style.name == style]


def texts(document):
    return [p.text for p in document.paragraphs]


def east_asian(style):
    """The font of Chinese text, from the style or from the defaults of the document."""
    while style is not None:
        fonts = style.element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        if fonts is not None and fonts.get(qn("w:eastAsia")):
            return fonts.get(qn("w:eastAsia"))
        style = style.base_style
    return "仿宋_GB2312"


class Page(unittest.TestCase):
    def test_a4_with_the_margins_of_5_2_1(self):
        for name in ("official", "preprinted", "upward", "letter", "minutes"):
            section = paper(name).sections[0]
            with self.subTest(paper=name):
                self.assertAlmostEqual(section.page_width.mm, 210, delta=0.05)
                self.assertAlmostEqual(section.page_height.mm, 297, delta=0.05)
                self.assertAlmostEqual(section.top_margin.mm, 37, delta=0.05)
                self.assertAlmostEqual(section.bottom_margin.mm, 35, delta=0.05)
                self.assertAlmostEqual(section.left_margin.mm, 28, delta=0.05)
                self.assertAlmostEqual(section.right_margin.mm, 26, delta=0.05)

    def test_a_page_on_its_side_is_the_same_page_turned(self):
        section = paper("official").sections[1]
        self.assertEqual(section.orientation, WD_ORIENT.LANDSCAPE)
        self.assertAlmostEqual(section.page_width.mm, 297, delta=0.05)
        self.assertAlmostEqual(section.top_margin.mm, 28, delta=0.05)
        self.assertAlmostEqual(section.left_margin.mm, 35, delta=0.05)

    def test_the_grid_is_of_22_lines(self):
        for section in paper("official").sections:
            grid = section._sectPr.find(qn("w:docGrid"))
            self.assertEqual(grid.get(qn("w:type")), "lines")
            self.assertEqual(grid.get(qn("w:linePitch")), "579")
        normal = paper("official").styles["Normal"]
        self.assertEqual(normal.font.size.pt, 16)
        self.assertEqual(normal.paragraph_format.line_spacing.pt, 28.95)
        self.assertEqual(normal.paragraph_format.line_spacing_rule, WD_LINE_SPACING.EXACTLY)
        spacing = normal.element.find(f"{qn('w:rPr')}/{qn('w:spacing')}")
        self.assertEqual(spacing.get(qn("w:val")), "-5")

    def test_odd_and_even_pages_have_their_numbers_outside(self):
        document = paper("official")
        self.assertTrue(document.settings.odd_and_even_pages_header_footer)
        section = document.sections[0]
        odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
        self.assertEqual(odd.alignment, WD_ALIGN_PARAGRAPH.RIGHT)
        self.assertEqual(odd.paragraph_format.right_indent.pt, 14)
        self.assertEqual(even.alignment, WD_ALIGN_PARAGRAPH.LEFT)
        self.assertEqual(even.paragraph_format.left_indent.pt, 14)
        self.assertEqual(odd.text, "— 1 —")
        self.assertEqual(odd.style.font.size.pt, 14)
        self.assertEqual(odd.style.font.name, "宋体")

    def test_a_letter_has_no_number_on_its_first_page(self):
        section = paper("letter").sections[0]
        self.assertTrue(section.different_first_page_header_footer)
        self.assertEqual("".join(p.text for p in section.first_page_footer.paragraphs), "")
        self.assertIn("1", "".join(p.text for p in section.footer.paragraphs))


class Head(unittest.TestCase):
    def test_the_masthead_is_red_and_narrowed_into_one_line(self):
        mark = named(paper("official"), "发文机关标志")[0]
        run = mark.runs[0]
        self.assertEqual(mark.text, "坪塘镇人民政府文件")
        self.assertEqual(str(mark.style.font.color.rgb), "FF0000")
        self.assertEqual(east_asian(mark.style), "方正小标宋简体")
        self.assertEqual(mark.alignment or mark.style.paragraph_format.alignment, WD_ALIGN_PARAGRAPH.CENTER)
        scale = int(run._r.find(f"{qn('w:rPr')}/{qn('w:w')}").get(qn("w:val")))
        self.assertLessEqual(len(mark.text) * run.font.size.pt * scale / 100, 442.2)
        self.assertGreater(len(mark.text) * run.font.size.pt * (scale + 1) / 100, 442.2)

    def test_two_blank_lines_then_the_number_then_the_rule_then_two_blank_lines(self):
        lines = texts(paper("official"))
        at = lines.index("坪塘镇人民政府文件")
        self.assertEqual(lines[at + 1:at + 4], ["", "", "坪政发〔2026〕12号"])
        rule, *blank = paper("official").paragraphs[at + 4:at + 7]
        self.assertIsNotNone(rule._p.pPr.find(qn("w:pBdr")))
        self.assertEqual([p.text for p in blank], ["", ""])
        self.assertEqual([p.style.name for p in blank], ["Normal", "Normal"])
        self.assertTrue(lines[at + 7].startswith("坪塘镇人民政府关于印发"))

    def test_urgency_stands_first_in_黑体(self):
        first = paper("official").paragraphs[0]
        self.assertEqual((first.text, east_asian(first.style)), ("特急", "黑体"))

    def test_preprinted_paper_has_nothing_red_and_everything_at_its_place(self):
        plain, printed = paper("official"), paper("preprinted")
        mark, empty = named(plain, "发文机关标志")[0], named(printed, "发文机关标志")[0]
        self.assertEqual(empty.text, "")
        self.assertEqual(mark.paragraph_format.space_before, empty.paragraph_format.space_before)
        self.assertEqual(mark.paragraph_format.line_spacing, empty.paragraph_format.line_spacing)
        rule, place = (named(document, "红色分隔线")[0] for document in (plain, printed))
        line = rule._p.pPr.find(f"{qn('w:pBdr')}/{qn('w:bottom')}")
        self.assertIsNone(place._p.pPr.find(qn("w:pBdr")))
        self.assertAlmostEqual(
            rule.paragraph_format.line_spacing.pt + int(line.get(qn("w:sz"))) / 8,
            place.paragraph_format.line_spacing.pt,
            delta=0.05,
        )

    def test_what_is_open_is_highlighted(self):
        number = named(paper("preprinted"), "发文字号")[0]
        self.assertEqual(number.text, "【待补：发文字号】")
        self.assertIsNotNone(number.runs[0].font.highlight_color)

    def test_signatories_stand_two_in_a_line_beside_the_number(self):
        first, last = named(paper("upward"), "发文字号")
        self.assertEqual(first.text, "\t签发人：张某某\t李某")
        self.assertEqual(last.text, "坪委发〔2026〕3号\t王某某")
        self.assertAlmostEqual(last.paragraph_format.left_indent.pt, CHARACTER, delta=0.1)
        label, _ = [stop.position.pt for stop in first.paragraph_format.tab_stops]
        (name,) = [stop.position.pt for stop in last.paragraph_format.tab_stops]
        self.assertAlmostEqual(name - label, 4 * CHARACTER, delta=0.1)
        fonts = first.runs[-1]._r.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        self.assertEqual(fonts.get(qn("w:eastAsia")), "楷体_GB2312")

    def test_a_working_paper_has_no_head(self):
        self.assertEqual(paper("working").paragraphs[0].text, "三月份夜间巡逻排班表")


class Text(unittest.TestCase):
    def test_headings_have_their_fonts_and_are_not_bold(self):
        document = paper("official")
        expected = {
            "公文一级标题": ("一、组织领导", "黑体"),
            "公文二级标题": ("（一）镇级责任", "楷体_GB2312"),
            "公文三级标题": ("1.巡逻值守", "仿宋_GB2312"),
            "公文四级标题": ("（1）夜间巡逻", "仿宋_GB2312"),
        }
        for level, (style, (text, font)) in enumerate(expected.items()):
            heading = named(document, style)[0]
            with self.subTest(style=style):
                self.assertEqual((heading.text, east_asian(heading.style)), (text, font))
                self.assertFalse(heading.style.font.bold)
                self.assertAlmostEqual(heading.style.paragraph_format.first_line_indent.pt, 2 * CHARACTER, delta=0.1)
                outline = heading.style.element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
                self.assertEqual(outline.get(qn("w:val")), str(level))

    def test_title_and_body(self):
        document = paper("official")
        title = named(document, "公文标题")[0]
        self.assertEqual((title.style.font.size.pt, east_asian(title.style)), (22, "方正小标宋简体"))
        body = named(document, "公文正文")[0]
        self.assertAlmostEqual(body.style.paragraph_format.first_line_indent.pt, 2 * CHARACTER, delta=0.1)
        lines = texts(document)
        self.assertEqual(lines[lines.index(title.text) + 1:][:2], ["", "各村（社区）、镇直各单位："])

    def test_every_run_puts_quotes_and_dashes_into_the_chinese_font(self):
        for run in paper("official").element.body.iter(qn("w:r")):
            fonts = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
            self.assertEqual(fonts.get(qn("w:hint")), "eastAsia")

    def test_tables_repeat_their_heads_and_keep_rows_whole(self):
        table = paper("working").tables[0]
        layout = table._tbl.tblPr.find(qn("w:tblLayout"))
        self.assertEqual(layout.get(qn("w:type")), "fixed")
        heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        self.assertEqual(heads, [True] + [False] * (len(heads) - 1))
        self.assertTrue(all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows))
        grid = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
        self.assertEqual(sum(grid), 16838 - 1984 - 2098)
        self.assertAlmostEqual(grid[1] / grid[0], 5, delta=0.01)


class Closing(unittest.TestCase):
    def test_a_sealed_name_is_centred_over_its_date(self):
        document = paper("official")
        name, date = named(document, "发文机关署名")[0], named(document, "成文日期")[0]
        self.assertEqual((name.text, date.text), ("坪塘镇人民政府", "2026年3月5日"))
        self.assertAlmostEqual(date.paragraph_format.right_indent.pt, 4 * CHARACTER, delta=0.1)
        width = {name: 7 * CHARACTER, date: 3 * CHARACTER + 6 * 7.75}
        axis = [p.paragraph_format.right_indent.pt + width[p] / 2 for p in (name, date)]
        self.assertAlmostEqual(axis[0], axis[1], delta=0.2)

    def test_an_unsealed_date_begins_two_characters_after_the_name(self):
        for paper_name, characters in (("upward", 14), ("preprinted", 7)):
            document = paper(paper_name)
            name, date = named(document, "发文机关署名")[0], named(document, "成文日期")[0]
            date_width = {"2026年3月5日": 3 * CHARACTER + 6 * 7.75, "【待补：成文日期】": 9 * CHARACTER}[date.text]
            start = [
                name.paragraph_format.right_indent.pt + characters * CHARACTER,
                date.paragraph_format.right_indent.pt + date_width,
            ]
            longer = date if date_width > characters * CHARACTER else name
            with self.subTest(paper=paper_name):
                self.assertAlmostEqual(start[0] - start[1], 2 * CHARACTER, delta=0.2)
                self.assertAlmostEqual(longer.paragraph_format.right_indent.pt, 2 * CHARACTER, delta=0.1)

    def test_the_note_lists_the_attachments_and_hangs(self):
        document = paper("official")
        first, second = named(document, "附件说明")
        self.assertTrue(first.text.startswith("附件：1.\t坪塘镇"))
        self.assertEqual(second.text, "2.\t重点任务分工表")
        left = [p.paragraph_format.left_indent.pt for p in (first, second)]
        self.assertEqual(left[0], left[1])
        begin = [p.paragraph_format.left_indent.pt + p.paragraph_format.first_line_indent.pt for p in (first, second)]
        self.assertAlmostEqual(begin[0], 2 * CHARACTER, delta=0.1)
        self.assertAlmostEqual(begin[1], 5 * CHARACTER, delta=0.1)
        lines = texts(document)
        self.assertEqual(lines[lines.index(first.text) - 1], "")

    def test_attachments_begin_pages_with_their_label(self):
        document = paper("official")
        labels = [p for p in named(document, "紧急程度和附件序号") if p.text.startswith("附件")]
        self.assertEqual([p.text for p in labels], ["附件1", "附件2"])
        self.assertTrue(labels[0].paragraph_format.page_break_before)
        lines = texts(document)
        at = lines.index("附件2")
        self.assertEqual(lines[at + 1:at + 3], ["", "重点任务分工表"])
        single = texts(paper("preprinted"))
        self.assertIn("附件", single)

    def test_the_imprint(self):
        table = paper("official").tables[-1]
        copies, printed = (row.cells[0].paragraphs[0] for row in table.rows)
        self.assertTrue(copies.text.startswith("抄送：县委政法委，") and copies.text.endswith("。"))
        self.assertEqual(printed.text, "坪塘镇党政综合办公室\t2026年3月6日印发")
        self.assertEqual(copies.style.font.size.pt, 14)
        form = copies.paragraph_format
        self.assertEqual((form.left_indent.pt, form.first_line_indent.pt, form.right_indent.pt), (56, -42, 14))
        borders = table._tbl.tblPr.find(qn("w:tblBorders"))
        weights = {qn(f"w:{side}"): size for side, size in (("top", "8"), ("bottom", "8"), ("insideH", "6"))}
        self.assertEqual({b.tag: b.get(qn("w:sz")) for b in borders}, weights)
        place = table._tbl.tblPr.find(qn("w:tblpPr"))
        self.assertEqual(place.get(qn("w:vertAnchor")), "margin")
        self.assertEqual(place.get(qn("w:tblpYSpec")), "bottom")

    def test_the_imprint_of_a_letter_has_copies_alone_and_no_lines(self):
        table = paper("letter").tables[-1]
        self.assertEqual(len(table.rows), 1)
        self.assertIsNone(table._tbl.tblPr.find(qn("w:tblBorders")))

    def test_who_was_there_stands_after_its_label_in_黑体(self):
        present, excused, observing = named(paper("minutes"), "附件说明")
        for paragraph, label in ((present, "出席："), (excused, "请假："), (observing, "列席：")):
            self.assertTrue(paragraph.text.startswith(label))
            fonts = paragraph.runs[0]._r.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
            self.assertEqual((paragraph.runs[0].text, fonts.get(qn("w:eastAsia"))), (label, "黑体"))
            form = paragraph.paragraph_format
            self.assertAlmostEqual(form.left_indent.pt, 5 * CHARACTER, delta=0.1)
            self.assertAlmostEqual(form.first_line_indent.pt, -3 * CHARACTER, delta=0.1)

    def test_properties_name_title_and_body(self):
        properties = paper("official").core_properties
        self.assertTrue(properties.title.endswith("工作实施方案》的通知"))
        self.assertEqual(properties.author, "坪塘镇人民政府")


if __name__ == "__main__":
    unittest.main()
