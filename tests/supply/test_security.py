"""What SECURITY.md names as a test is one."""

import re
import unittest

from test_policy import ROOT

#: `path: name`, or `path` alone for a case that is data or a file of tests as a whole.
NAMED = re.compile(r"`((?:engine|plugins|tests)/[\w./-]+\.(?:rs|py|wat|yaml))(?:: (\w+))?`")


class Security(unittest.TestCase):
    def test_every_test_that_is_named_exists(self):
        named = NAMED.findall((ROOT / "SECURITY.md").read_text(encoding="utf-8"))
        self.assertGreater(len(named), 50)
        for path, name in named:
            with self.subTest(path=path, name=name):
                text = (ROOT / path).read_text(encoding="utf-8")
                if not name:
                    is_case = path.endswith((".wat", ".yaml"))
                    self.assertTrue(is_case or "#[test]" in text or "libtest_mimic" in text or "proptest!" in text)
                elif path.endswith(".py"):
                    self.assertRegex(text, rf"(?m)^    def {name}\(self\)")
                else:
                    # In a macro of `proptest` the attribute stands inside.
                    self.assertRegex(text, rf"#\[test\]\s+(?:#\[[^\n]*\]\s+)*fn {name}\(")

    def test_every_row_says_how_it_is_tested_or_that_it_is_not(self):
        text = (ROOT / "SECURITY.md").read_text(encoding="utf-8").split("## What it is built from")[0]
        rows = re.findall(r"^\| (.*) \| (.*) \|$", text, re.MULTILINE)
        for claim, test in rows:
            if test in ("test", "---"):
                continue
            with self.subTest(claim=claim):
                # What cannot be done is shown; what can, is a warning.
                self.assertTrue(NAMED.search(test) or "**can" in claim, test)


if __name__ == "__main__":
    unittest.main()
