"""JUnit XML keeps to the schema of Jenkins, and junitparser counts what the audit counts."""

import unittest

import xmlschema
from junitparser import Error, Failure, JUnitXml, Skipped

from samples import HERE, exports

SCHEMA = xmlschema.XMLSchema(str(HERE / "schemas" / "junit-10.xsd"))
SKIPPED = ("suspect", "unknown", "unset", "waived")


class Junit(unittest.TestCase):
    def each(self):
        for audit, language, path in exports("junit"):
            with self.subTest(audit=audit.name, language=language):
                yield audit, path

    def test_it_keeps_to_the_schema(self):
        for audit, path in self.each():
            if audit.name != "large":
                self.assertEqual([str(e) for e in SCHEMA.iter_errors(str(path))][:1], [])

    def test_junitparser_counts_what_the_audit_counts(self):
        for audit, path in self.each():
            read = JUnitXml.fromfile(str(path))
            suites = list(read)
            self.assertEqual(len(suites), len(audit.townships))
            cases = [case for suite in suites for case in suite]
            results = [r for case in cases for r in case.result]
            found = {kind: [r for r in results if isinstance(r, kind)] for kind in (Failure, Error, Skipped)}
            self.assertEqual([r.type for r in found[Failure]], [f["status"] for _, _, f in audit.failing()])
            self.assertEqual([r.type for r in found[Error]], [t["code"] for t in audit.troubles()])
            self.assertEqual([r.type for r in found[Skipped]], [f["status"] for _, _, f in audit.findings(*SKIPPED)])
            for suite, sums in [(read, suites), *[(s, None) for s in suites]]:
                told = (suite.tests, suite.failures, suite.errors)
                if sums is None:
                    own = [r for case in suite for r in case.result]
                    counted = (
                        len(list(suite)),
                        sum(isinstance(r, Failure) for r in own),
                        sum(isinstance(r, Error) for r in own),
                    )
                else:
                    counted = (len(cases), len(found[Failure]), len(found[Error]))
                self.assertEqual(told, counted)

    def test_names_survive(self):
        for audit, path in self.each():
            if audit.name in ("plain", "statuses"):
                names = [suite.name for suite in JUnitXml.fromfile(str(path))]
                self.assertEqual(names, [t["name"] for t in audit.townships])


if __name__ == "__main__":
    unittest.main()
