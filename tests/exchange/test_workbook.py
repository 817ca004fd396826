"""The workbook is read by openpyxl, and LibreOffice opens it and writes it again with nothing lost."""

import datetime
import subprocess
import tempfile
import unittest
from pathlib import Path

import openpyxl

from samples import exports

SHEETS = {
    "zh-CN": ["总览", "没落实", "谁负责", "排名", "最常失守的职责", "证据可信度", "疑点", "可信度迹象", "整改", "无法检查的乡镇"],
    "en": [
        "Summary", "Not carried out", "Who answers", "Ranking", "Duties that fail most",
        "Trust in evidence", "Signs", "Indications", "Rectification", "Townships not judged",
    ],
}


def values(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


class Workbook(unittest.TestCase):
    def each(self):
        for audit, language, path in exports("xlsx"):
            if audit.name != "large":
                with self.subTest(audit=audit.name, language=language):
                    yield audit, language, openpyxl.load_workbook(path), path

    def test_each_question_has_its_sheet(self):
        for _, language, book, _ in self.each():
            self.assertEqual(book.sheetnames, SHEETS[language])

    def test_sheets_can_be_filtered_printed_and_keep_their_heads(self):
        for _, _, book, _ in self.each():
            for sheet in book:
                self.assertEqual(sheet.freeze_panes, "A2")
                self.assertTrue(sheet.auto_filter.ref)
                self.assertEqual(sheet.print_title_rows, "$1:$1")
                self.assertEqual(sheet.page_setup.orientation, "landscape")
                self.assertTrue(sheet.sheet_properties.pageSetUpPr.fitToPage)
                self.assertGreater(sheet.column_dimensions["A"].width, 5)

    def test_there_is_a_row_for_each(self):
        for audit, language, book, _ in self.each():
            rows = {n: len(values(s)) - 1 for n, s in zip(range(10), book)}
            self.assertEqual(rows[1], len(audit.failing()))
            self.assertEqual(rows[8], len(audit.open()))
            self.assertEqual(rows[6], len(list(audit.findings("suspect"))))
            self.assertEqual(rows[7], len(audit.signs()))
            self.assertEqual(rows[5], len(list(audit.judged())))
            self.assertEqual(rows[9], len(audit.troubles()))

    def test_what_is_to_be_rectified_says_by_when_and_how_far_it_has_come(self):
        states = {"open": "待通知", "notified": "整改中", "returned": "退回整改", "awaiting": "待复查", "appealed": "申诉中"}
        for audit, language, book, _ in self.each():
            if audit.name == "followed" and language == "zh-CN":
                told = []
                for row in book["整改"].iter_rows(min_row=2, values_only=True):
                    notified, due = (day and day.date().isoformat() for day in row[8:10])
                    told.append((row[1], row[17], row[7], notified, due, row[10]))
                    self.assertEqual(row[11] is not None, row[10] is not None)
                expected = [(code, finding, states[state], *days) for code, finding, state, _, *days in audit.open()]
                self.assertEqual(sorted(told, key=str), sorted(expected, key=str))

    def test_days_are_days_and_numbers_numbers_and_nothing_is_a_formula(self):
        for audit, _, book, _ in self.each():
            for sheet in book:
                for row in sheet.iter_rows(min_row=2):
                    for cell in row:
                        self.assertIn(cell.data_type, ("s", "n", "d"))
            unmet = list(book)[1]
            for row, (_, _, finding) in zip(unmet.iter_rows(min_row=2), audit.failing(), strict=True):
                day = datetime.date.fromisoformat(finding["day"])
                told = row[8].value
                self.assertEqual(told.date() if day.year >= 1900 else told, day if day.year >= 1900 else str(day))
                self.assertEqual(row[11].value, finding["figure"])

    def test_libreoffice_writes_it_again_with_nothing_lost(self):
        for audit, language, book, path in self.each():
            if language != "zh-CN" or audit.name not in ("plain", "statuses", "hostile"):
                continue
            with tempfile.TemporaryDirectory() as folder:
                copy = Path(folder) / "in" / "audit.xlsx"
                copy.parent.mkdir()
                copy.write_bytes(path.read_bytes())
                subprocess.run(
                    ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "xlsx",
                     "--outdir", folder, str(copy)],
                    check=True, capture_output=True, timeout=300,
                )
                again = openpyxl.load_workbook(Path(folder) / "audit.xlsx")
                self.assertEqual(again.sheetnames, book.sheetnames)
                for sheet in book:
                    self.assertEqual(plain(values(again[sheet.title])), plain(values(sheet)))


def plain(rows):
    """Without empty cells at the end, which a program may leave out."""
    rows = [[None if v == "" else v for v in row] for row in rows]
    for row in rows:
        while row and row[-1] is None:
            row.pop()
    return rows


if __name__ == "__main__":
    unittest.main()
