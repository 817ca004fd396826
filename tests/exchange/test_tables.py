"""CSV, Parquet and JSON are read back by others, and hold the audit's findings."""

import csv
import datetime
import io
import json
import unittest

import duckdb
import pyarrow.parquet
from jsonschema import Draft202012Validator, FormatChecker

from samples import HERE, exports

SCHEMA = json.loads((HERE / "../../engine/exchange/schema/audit-export.schema.json").read_text("utf-8"))
csv.field_size_limit(10_000_000)
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def rows(audit):
    return len(list(audit.findings())) + len(audit.troubles()) + len(audit.signs())


class Csv(unittest.TestCase):
    def each(self):
        for audit, language, path in exports("csv"):
            with self.subTest(audit=audit.name, language=language):
                yield audit, path.read_bytes()

    def read(self, text):
        return list(csv.reader(io.StringIO(text.decode("utf-8-sig"), newline=""), strict=True))

    def test_excel_takes_it_for_utf_8(self):
        for _, text in self.each():
            self.assertTrue(text.startswith(b"\xef\xbb\xbf"))
            self.assertTrue(text.endswith(b"\r\n"))

    def test_each_finding_is_a_row(self):
        for audit, text in self.each():
            read = self.read(text)
            self.assertEqual({len(row) for row in read}, {25})
            self.assertEqual(len(read) - 1, rows(audit))

    def test_each_row_says_how_much_of_its_township_was_entered_late(self):
        for audit, text in self.each():
            expected = {(t["code"], "", "") for t in audit.broken()}
            for township, judged in audit.judged():
                late, of = judged["backfilled"], judged["records"]
                thousandths = -(-late * 1000 // of) if of else None
                share = "" if thousandths is None else f"{thousandths // 10}.{thousandths % 10}%"
                expected.add((township["code"], str(late), share))
            told = {(row[2], *row[23:]) for row in self.read(text)[1:]}
            if audit.name != "hostile":
                self.assertLessEqual(told, expected)

    def test_no_text_is_a_formula(self):
        numbers = {15, 16, 22, 23}
        for audit, text in self.each():
            for row in self.read(text):
                for at, cell in enumerate(row):
                    if at not in numbers:
                        self.assertFalse(cell.lstrip(" \u3000").startswith(FORMULA), cell[:20])

    def test_duckdb_reads_it(self):
        for audit, language, path in exports("csv"):
            with self.subTest(audit=audit.name, language=language):
                query = "select count(*) from read_csv(?, header = true, all_varchar = true, quote = '\"', escape = '\"')"
                if audit.name != "hostile":
                    self.assertEqual(duckdb.execute(query, [str(path)]).fetchone()[0], rows(audit))


class Parquet(unittest.TestCase):
    def each(self):
        for audit, language, path in exports("parquet"):
            with self.subTest(audit=audit.name, language=language):
                yield audit, path, language

    def test_pyarrow_reads_what_the_audit_says(self):
        for audit, path, language in self.each():
            table = pyarrow.parquet.read_table(path)
            told = [r for r in table.to_pylist() if r["status"] not in ("broken", "sign")]
            self.assertEqual(len(told), len(list(audit.findings())))
            for row, (township, duty, finding) in zip(told, audit.findings(), strict=True):
                self.assertEqual(row["finding"], finding["id"])
                self.assertEqual(row["status"], finding["status"])
                self.assertEqual(row["fails"], finding["fails"])
                self.assertEqual(row["figure"], finding["figure"])
                self.assertEqual(row["day"], datetime.date.fromisoformat(finding["day"]))
                self.assertEqual(row["clauses"], duty.get("clauses", []))
                self.assertEqual(row["evidence"], finding.get("evidence", []))
                self.assertEqual(row["township_name"], township["name"])
                self.assertEqual(row["simulated"], "simulated" in township["outcome"]["judged"])
                if "reason" in finding:
                    self.assertEqual(row["reason"], finding["reason"]["zh" if language == "zh-CN" else "en"])
            signs = [r["finding"] for r in table.to_pylist() if r["status"] == "sign"]
            self.assertEqual(signs, [sign["id"] for sign in audit.signs()])
            self.assertEqual(table.num_rows, rows(audit))

    def test_duckdb_counts_failures(self):
        query = "select count(*) filter (fails and status <> 'broken'), count(*) filter (status = 'broken') from read_parquet(?)"
        for audit, path, _ in self.each():
            counted = duckdb.execute(query, [str(path)]).fetchone()
            self.assertEqual(counted, (len(audit.failing()), len(audit.troubles())))

    def test_it_says_what_it_is(self):
        for audit, path, language in self.each():
            about = pyarrow.parquet.read_metadata(path)
            self.assertEqual(about.metadata[b"luoshi.as_of"].decode(), audit.head["as_of"])
            self.assertEqual(about.metadata[b"luoshi.language"].decode(), language)
            self.assertTrue(about.created_by.startswith("luoshi version "))


class Json(unittest.TestCase):
    def test_it_keeps_to_its_schema_and_counts(self):
        Draft202012Validator.check_schema(SCHEMA)
        validator = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
        for audit, language, path in exports("json"):
            with self.subTest(audit=audit.name, language=language):
                document = json.loads(path.read_text("utf-8"))
                if audit.name != "large":
                    self.assertEqual([e.message[:200] for e in validator.iter_errors(document)][:3], [])
                summary = document["summary"]
                self.assertEqual(summary["failing"], len(audit.failing()))
                self.assertEqual(summary["broken"], len(audit.broken()))
                self.assertEqual(document["language"], language)


if __name__ == "__main__":
    unittest.main()
