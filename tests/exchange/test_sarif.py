"""SARIF keeps to the schema of OASIS, and sarif-tools counts what the audit counts."""

import json
import unittest
from collections import Counter
from urllib.parse import unquote

from jsonschema import Draft7Validator, FormatChecker
from sarif.loader import load_sarif_file

from samples import HERE, exports

SCHEMA = json.loads((HERE / "schemas" / "sarif-2.1.0.json").read_text("utf-8"))
LEVELS = {"major": "error", "normal": "warning", "minor": "note"}


class Sarif(unittest.TestCase):
    def each(self):
        for audit, language, path in exports("sarif"):
            with self.subTest(audit=audit.name, language=language):
                yield audit, json.loads(path.read_text("utf-8")), path

    def test_it_keeps_to_the_schema(self):
        validator = Draft7Validator(SCHEMA, format_checker=FormatChecker())
        for audit, log, _ in self.each():
            if audit.name != "large":
                self.assertEqual([e.message for e in validator.iter_errors(log)][:3], [])

    def test_sarif_tools_counts_failures_by_level(self):
        for audit, _, path in self.each():
            copy = path.with_name(f"{path.name}.sarif")
            copy.write_bytes(path.read_bytes())
            records = load_sarif_file(str(copy)).get_records()
            counted = Counter(r["Severity"] for r in records if r["Severity"] != "none")
            expected = Counter(LEVELS[duty["severity"]] for _, duty, _ in audit.failing())
            expected["error"] += len(audit.troubles())
            self.assertEqual(counted, +expected)
            places = [
                (unquote(r["Location"]), int(r["Line"])) for r in records if r["Location"] != "-"
            ]
            written = [d["place"] for _, d, _ in audit.findings() if "place" in d]
            written += [t["place"] for t in audit.troubles() if "place" in t]
            if audit.name != "hostile":
                self.assertEqual(Counter(places), Counter((p["file"], p["line"]) for p in written))

    def test_what_does_not_fail_is_of_another_kind(self):
        kinds = {"suspect": "review", "unknown": "open", "unset": "open", "waived": "fail"}
        for audit, log, _ in self.each():
            results = log["runs"][0]["results"]
            own = [r for r in results if r["properties"]["status"] != "broken"]
            for (_, _, finding), result in zip(audit.findings(), own, strict=True):
                expected = "fail" if finding["fails"] else kinds.get(finding["status"], "informational")
                self.assertEqual(result["kind"], expected)
                self.assertEqual(result["level"] == "none", not finding["fails"])
                self.assertEqual("suppressions" in result, finding["status"] == "waived")

    def test_rules_are_found_by_index_and_fingerprints_tell_findings_apart(self):
        for _, log, _ in self.each():
            run = log["runs"][0]
            rules = run["tool"]["driver"]["rules"]
            prints = Counter()
            for result in run["results"]:
                self.assertEqual(rules[result["ruleIndex"]]["id"], result["ruleId"])
                prints[(result["ruleId"], result["partialFingerprints"]["luoshiFinding/v1"])] += 1
            if log["runs"][0]["results"] and "broken" not in {r["properties"]["status"] for r in run["results"]}:
                self.assertEqual(max(prints.values()), 1)


if __name__ == "__main__":
    unittest.main()
