"""The samples as LibreOffice prints them: lines and characters counted, places measured on the page."""

import os
import unittest
from pathlib import Path

from pages import Ink, convert, pages

SAMPLES = Path(os.environ["LUOSHI_SAMPLES"])
# The type area, millimetres from the upper left corner.
LEFT, RIGHT, TOP, BOTTOM = 28, 184, 37, 262
LANDSCAPE_LEFT, LANDSCAPE_TOP, LANDSCAPE_BOTTOM = 35, 28, 184


class Printed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = convert(SAMPLES)

    def pdf(self, name):
        return self.folder / f"{name}.pdf"

    def test_a_page_is_22_lines_of_28_characters(self):
        first, second, _ = pages(self.pdf("grid"))
        for page in (first, second):
            lines = [line for line in page.lines() if "国" in line]
            self.assertEqual(len(lines), 22)
            self.assertEqual({len(line) for line in lines[1:]}, {28})
        self.assertEqual(len(first.lines()[0]), 26, "two characters in")

    def test_page_counts(self):
        counts = {"official": 7, "upward": 2, "letter": 4, "minutes": 2, "grid": 3}
        self.assertEqual({name: len(pages(self.pdf(name))) for name in counts}, counts)

    def test_a_full_page_is_followed_by_the_next_and_not_by_an_empty_one(self):
        full, turned, *_ = pages(self.pdf("brim"))
        self.assertEqual(len([line for line in full.lines() if "国" in line]), 20)
        self.assertIn("附件：", "".join(full.lines()))
        self.assertGreater(turned.width, turned.height)

    def test_numbers_are_outside_and_7_mm_below_the_type_area(self):
        for number, page in enumerate(pages(self.pdf("grid")), start=1):
            dashes = sorted((w for w in page.words if w.text == "—"), key=lambda w: w.left)
            self.assertEqual(len(dashes), 2)
            side = 14 * 25.4 / 72
            if number % 2:
                self.assertAlmostEqual(RIGHT - dashes[1].right, side, delta=0.3)
                span = dashes[1].left, dashes[1].right
            else:
                self.assertAlmostEqual(dashes[0].left - LEFT, side, delta=0.3)
                span = dashes[0].left, dashes[0].right
            dash = Ink(self.pdf("grid"), number).black(*span)[-1]
            self.assertAlmostEqual((dash.top + dash.bottom) / 2 - BOTTOM, 7, delta=0.5)

    def test_the_red_head_stands_at_its_place(self):
        for name in ("official", "minutes", "joint"):
            ink = Ink(self.pdf(name), 1)
            with self.subTest(paper=name):
                mark, rule = ink.red()
                self.assertAlmostEqual(mark.top - TOP, 35, delta=1)
                self.assertGreaterEqual(mark.left, LEFT)
                self.assertLessEqual(mark.right, RIGHT)
                self.assertAlmostEqual(rule.left, LEFT, delta=0.2)
                self.assertAlmostEqual(rule.right, RIGHT, delta=0.2)
                number = [band for band in ink.black() if band.bottom < rule.top][-1]
                self.assertAlmostEqual(rule.top - number.bottom, 4, delta=0.5)

    def test_preprinted_paper_has_no_red_and_its_text_where_it_was(self):
        self.assertEqual(Ink(self.pdf("preprinted"), 1).red(), [])
        plain, printed = (pages(self.pdf(name))[0] for name in ("official", "preprinted"))
        self.assertAlmostEqual(plain.word("各村").top, printed.word("各村").top, delta=0.1)

    def test_a_letter_has_its_double_lines(self):
        ink = Ink(self.pdf("letter"), 1)
        mark, thick, thin, thin_below, thick_below = ink.red()
        self.assertAlmostEqual(mark.top, 30, delta=1)
        self.assertAlmostEqual(thick.top - mark.bottom, 4, delta=0.5)
        self.assertAlmostEqual(ink.height / 10 - thick_below.bottom, 20, delta=0.3)
        for rule in (thick, thin, thin_below, thick_below):
            self.assertAlmostEqual(rule.left, 20, delta=0.2)
            self.assertAlmostEqual(rule.right, 190, delta=0.2)
        self.assertGreater(thick.bottom - thick.top, thin.bottom - thin.top)
        self.assertGreater(thick_below.bottom - thick_below.top, thin_below.bottom - thin_below.top)
        number = next(band for band in ink.black() if band.top > thin.bottom)
        self.assertAlmostEqual(number.top - thin.bottom, 16 * 7 / 8 * 25.4 / 72, delta=0.5)
        first, second, *_ = pages(self.pdf("letter"))
        self.assertNotIn("—1—", first.lines()[-1])
        self.assertIn("—2—", second.lines()[-1])
        self.assertEqual(Ink(self.pdf("letter"), 2).red(), [], "the lines are on the first page alone")

    def test_the_imprint_ends_at_the_foot_of_the_last_page_wherever_the_text_ends(self):
        papers = sorted(self.folder.glob("ending-*.pdf"))
        self.assertEqual(len(papers), 22)
        for paper in papers:
            *before, last = pages(paper)
            with self.subTest(paper=paper.name):
                self.assertFalse(any("抄送" in word.text for page in before for word in page.words))
                copies, printed = last.word("抄送"), last.word("综合办公室")
                self.assertAlmostEqual(printed.bottom, BOTTOM, delta=2.5)
                text = [word for word in last.words if word.top < copies.top]
                self.assertLess(max(word.bottom for word in text), copies.top - 1)
                self.assertTrue(any("国国" in word.text for word in text), "a page without text of the paper")
                self.assertTrue(any("坪塘镇人民政府" in word.text for word in text))

    def test_after_pages_on_their_side_the_imprint_has_a_page_of_its_own(self):
        *before, last = pages(self.pdf("official"))
        self.assertGreater(before[-1].width, before[-1].height)
        self.assertIn("合计", "".join(before[-1].lines()))
        self.assertGreater(last.height, last.width)
        self.assertAlmostEqual(last.word("综合办公室").bottom, BOTTOM, delta=2.5)

    def test_the_lines_of_the_imprint(self):
        bands = Ink(self.pdf("minutes"), 2).black()
        rules = [band for band in bands if band.bottom - band.top < 0.6 and band.right - band.left > 150]
        self.assertEqual(len(rules), 3)
        for rule in rules:
            self.assertAlmostEqual(rule.left, LEFT, delta=0.2)
            self.assertAlmostEqual(rule.right, RIGHT, delta=0.2)
        self.assertAlmostEqual(rules[-1].bottom, BOTTOM, delta=0.3)

    def test_the_number_of_a_page_on_its_side_is_beside_it(self):
        # The paper turned: its foot is the left edge, and the outer edge of an odd page the lower one.
        for number, odd in ((4, False), (5, True)):
            page = pages(self.pdf("official"))[number - 1]
            with self.subTest(page=number):
                self.assertGreater(page.width, page.height)
                words = [word for word in page.words if word.right < LANDSCAPE_LEFT]
                self.assertEqual(sum(str(number) in word.text for word in words), 1)
                ink = Ink(self.pdf("official"), number).black(0, LANDSCAPE_LEFT - 1)
                side = 14 * 25.4 / 72
                if odd:
                    self.assertAlmostEqual(LANDSCAPE_BOTTOM - ink[-1].bottom, side, delta=1)
                else:
                    self.assertAlmostEqual(ink[0].top - LANDSCAPE_TOP, side, delta=1)
                # The dashes lie 7 mm from the type area, as at the foot of other pages.
                self.assertAlmostEqual((ink[0].left + ink[0].right) / 2, LANDSCAPE_LEFT - 7, delta=1)


if __name__ == "__main__":
    unittest.main()
