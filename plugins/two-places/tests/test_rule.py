"""The rule itself, without WASM. What it concludes from a ledger is in cases/."""

import unittest

import rule
from layout import NO_DAY, NO_MINUTE, NO_ROW


class RuleTest(unittest.TestCase):
    def judge(self, records, minutes=0):
        """`records`: day, minute, subject, actor."""
        texts = ["", "person", "unit", "PT001", "PT002", "office", "v1", "v2", "一村"]
        for record in records:
            if record[3] not in texts:
                texts.append(record[3])
        day, minute, subject, actor = zip(*records) if records else ((), (), (), ())
        tables = {
            "evidence": {"day": day, "minute": minute, "subject": subject, "actor": [texts.index(a) for a in actor]},
            "subjects": {"id": [6, 7], "name": [8, 0]},
            "actors": {"id": [3, 4, 5], "kind": [1, 1, 2]},
        }
        return rule.judge(minutes, tables, texts)

    def test_nothing_recorded_nothing_said(self):
        self.assertEqual(self.judge([]), [])

    def test_the_same_minute_in_two_places(self):
        [found] = self.judge([(100, 547, 0, "PT001"), (100, 547, 1, "PT001")])
        self.assertEqual((found.about, found.outcome, found.figure, found.records), (0, "suspect", 1, [0, 1]))
        expected = {"count": 1, "rounded": 0, "day": 100, "time": "09:07", "here": "一村", "there": "v2"}
        self.assertEqual(found.arguments, expected)

    def test_the_same_place_twice_is_no_clash(self):
        [found] = self.judge([(100, 547, 0, "PT001"), (100, 547, 0, "PT001")])
        self.assertEqual(found.outcome, "met")

    def test_the_bound_itself_counts(self):
        records = [(100, 547, 0, "PT001"), (100, 557, 1, "PT001")]
        self.assertEqual([self.judge(records, minutes)[0].figure for minutes in (9, 10)], [0, 1])

    def test_midnight_is_not_passed_over(self):
        [found] = self.judge([(100, 1439, 0, "PT001"), (101, 1, 1, "PT001")], 120)
        self.assertEqual(found.outcome, "met")

    def test_without_day_time_or_place_there_is_nothing_to_compare(self):
        for record in ((NO_DAY, 547, 0), (100, NO_MINUTE, 0), (100, 0, 0), (100, 547, NO_ROW)):
            [found] = self.judge([(*record, "PT001"), (100, 547, 1, "PT001")])
            self.assertEqual(found.outcome, "not_applicable", record)

    def test_each_of_several_persons_and_no_unit(self):
        found = self.judge([(100, 547, 0, "PT002、office、PT001"), (100, 547, 1, "PT001、office、PT001")])
        self.assertEqual([(f.about, f.outcome) for f in found], [(0, "suspect"), (1, "not_applicable")])

    def test_the_example_is_one_whose_time_is_not_rounded(self):
        records = [(day, minute, place, "PT001") for day, minute in ((100, 540), (101, 547)) for place in (0, 1)]
        [found] = self.judge(records)
        self.assertEqual((found.arguments["day"], found.arguments["rounded"], found.figure), (101, 1, 2))

    def test_the_order_of_records_changes_nothing_but_their_numbers(self):
        records = [(100, 547 + 2 * step, step % 2, "PT001") for step in range(5)]
        forth, back = self.judge(records, 2), self.judge(records[::-1], 2)
        self.assertEqual([f._replace(records=[]) for f in forth], [f._replace(records=[]) for f in back])


if __name__ == "__main__":
    unittest.main()
