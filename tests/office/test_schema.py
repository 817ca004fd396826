"""Every part of every sample keeps to the schema, and the archive says nothing of when it was made."""

import os
import unittest
import zipfile
from pathlib import Path

from lxml import etree

from order import ORDER, W, faults, shape_faults

SAMPLES = Path(os.environ["LUOSHI_SAMPLES"])


class Schema(unittest.TestCase):
    def parts(self):
        for path in sorted(SAMPLES.glob("*.docx")):
            with zipfile.ZipFile(path) as archive:
                for info in archive.infolist():
                    yield path.name, info, archive.read(info)

    def test_elements_stand_in_order(self):
        seen = set()
        for paper, info, part in self.parts():
            if not info.filename.startswith("word/") or info.filename.endswith(".rels"):
                continue
            with self.subTest(paper=paper, part=info.filename):
                self.assertEqual(faults(part), [])
                self.assertEqual(shape_faults(part), [])
            seen |= {etree.QName(e).localname for e in etree.fromstring(part).iter()}
        self.assertEqual(set(ORDER) - seen, set(), "orders that no sample puts to the test")

    def test_the_check_itself_finds_a_wrong_order(self):
        part = f'<w:p xmlns:w="{W[1:-1]}"><w:pPr><w:jc/><w:spacing/></w:pPr></w:p>'.encode()
        self.assertEqual(faults(part), ["pPr: spacing after jc"])

    def test_what_is_named_is_there(self):
        for path in sorted(SAMPLES.glob("*.docx")):
            with self.subTest(paper=path.name), zipfile.ZipFile(path) as archive:
                names = set(archive.namelist())
                relations = etree.fromstring(archive.read("word/_rels/document.xml.rels"))
                ids = {relation.get("Id") for relation in relations}
                for relation in relations:
                    self.assertIn("word/" + relation.get("Target"), names)
                document = etree.fromstring(archive.read("word/document.xml"))
                key = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
                used = {e.get(key) for e in document.iter() if e.get(key)}
                self.assertLessEqual(used, ids)
                types = etree.fromstring(archive.read("[Content_Types].xml"))
                overrides = {e.get("PartName")[1:] for e in types if e.get("PartName")}
                self.assertLessEqual(overrides, names)
                styles = etree.fromstring(archive.read("word/styles.xml"))
                known = {style.get(W + "styleId") for style in styles.iter(W + "style")}
                named = {e.get(W + "val") for e in document.iter(W + "pStyle")}
                self.assertLessEqual(named, known)

    def test_no_time_is_told(self):
        for paper, info, part in self.parts():
            with self.subTest(paper=paper, part=info.filename):
                self.assertEqual(info.date_time, (1980, 1, 1, 0, 0, 0))
                self.assertNotIn(b"dcterms", part)


if __name__ == "__main__":
    unittest.main()
