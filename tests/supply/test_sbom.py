"""The list of what the program is made of keeps to its schema, is complete, and is the same each time."""

import json
import re
import subprocess
import unittest

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from test_policy import ROOT


def sbom(*options):
    return subprocess.run([str(ROOT / ".ci/sbom"), *options], check=True, stdout=subprocess.PIPE, text=True).stdout


class Sbom(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.text = sbom()
        cls.read = json.loads(cls.text)
        cls.all = {part["bom-ref"]: part for part in [cls.read["metadata"]["component"], *cls.read["components"]]}

    def test_it_keeps_to_the_schema(self):
        for text in [self.text, sbom("--features", "luoshi/pdf")]:
            self.assertIsNone(JsonStrictValidator(SchemaVersion.V1_6).validate_str(text))

    def test_it_has_what_cargo_builds_the_program_from_and_nothing_else(self):
        command = ["cargo", "tree", "-p", "luoshi", "--locked", "-e", "normal,build", "--prefix", "none", "--format", "{p}"]
        lines = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()
        built = {" ".join(line.split()[:2]) for line in lines if line}
        self.assertEqual({f"{part['name']} v{part['version']}" for part in self.all.values()}, built)

    def test_checksums_are_those_that_cargo_holds_the_archives_against(self):
        lock = (ROOT / "Cargo.lock").read_text(encoding="utf-8")
        known = {(n, v): c for n, v, c in re.findall(r'name = "(.*)"\nversion = "(.*)"\nsource = ".*"\nchecksum = "(.*)"', lock)}
        foreign = [part for part in self.all.values() if "purl" in part]
        self.assertGreater(len(foreign), 200)
        for part in foreign:
            self.assertEqual(part["hashes"], [{"alg": "SHA-256", "content": known[part["name"], part["version"]]}])

    def test_every_part_is_reached_from_the_program(self):
        needs = {entry["ref"]: entry["dependsOn"] for entry in self.read["dependencies"]}
        self.assertEqual(set(needs), set(self.all))
        reached, open_ones = set(), [self.read["metadata"]["component"]["bom-ref"]]
        while open_ones:
            one = open_ones.pop()
            if one not in reached:
                reached.add(one)
                open_ones += needs[one]
        self.assertEqual(reached, set(self.all))

    def test_the_database_inside_a_crate_is_named(self):
        inside = [part for outer in self.all.values() for part in outer.get("components", [])]
        self.assertEqual([part["name"] for part in inside], ["sqlite"])

    def test_it_is_the_same_each_time(self):
        self.assertEqual(sbom(), self.text)


if __name__ == "__main__":
    unittest.main()
