"""The layout of batches, held against the example that its description gives byte by byte."""

import re
import unittest
from pathlib import Path

from layout import NO_MINUTE, NO_NUMBER, Damage, Table
from packed import pack

DESCRIBED = Path(__file__).parents[2] / "wit" / "LAYOUT.md"
LINES = re.findall(r"^[0-9a-f]{4} ((?: [0-9a-f]{2})+)$", DESCRIBED.read_text(encoding="utf-8"), re.MULTILINE)
BATCH = bytes.fromhex("".join(LINES))
TYPES = {"kind": "text", "day": "day", "minute": "minute", "quantity": "number"}


class LayoutTest(unittest.TestCase):
    def read(self, batch):
        table = Table(TYPES)
        self.texts = [""]
        table.add(batch, self.texts)
        return table

    def test_the_described_example(self):
        table = self.read(BATCH)
        self.assertEqual(table.rows, 2)
        self.assertEqual([self.texts[code] for code in table["kind"]], ["visit", "巡查"])
        self.assertEqual(table["day"], [15_471, 15_472])
        self.assertEqual(table["minute"], [510, NO_MINUTE])
        self.assertEqual(table["quantity"], [150, NO_NUMBER])

    def test_the_next_batch_goes_on(self):
        table = Table({"name": "text"})
        texts = [""]
        table.add(pack(1, [("I", [1])], 1, ["甲"]), texts)
        table.add(pack(2, [("I", [1, 2])], 2, ["乙"]), texts)
        self.assertEqual([texts[code] for code in table["name"]], ["甲", "甲", "乙"])

    def test_every_cut_is_damage_and_no_other_error(self):
        for length in range(len(BATCH)):
            with self.assertRaises(Damage, msg=length):
                self.read(BATCH[:length])

    def test_what_does_not_fit_is_damage(self):
        empty = [("I", []), ("i", []), ("H", []), ("q", [])]
        for wrong in (
            b"LUO2" + BATCH[4:],
            pack(1, [("I", [1])], 1, []),
            pack(10_001, empty, 1, []),
            pack(0, empty, 7, []),
            BATCH[:-2] + b"\xff\xff",
        ):
            with self.assertRaises(Damage):
                self.read(wrong)


if __name__ == "__main__":
    unittest.main()
