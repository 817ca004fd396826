"""Licences, sources, duplicates and `unsafe`, against `.ci/deny.toml` and SECURITY.md."""

import collections
import re
import subprocess
import unittest
from pathlib import Path

import tomli
from license_expression import Licensing, LicenseSymbol, LicenseWithExceptionSymbol

ROOT = Path(__file__).resolve().parents[2]
POLICY = tomli.loads((ROOT / ".ci/deny.toml").read_text(encoding="utf-8"))
LICENSING = Licensing()


def crates():
    """Name, version and licence of every crate that is built for any system, tests and tools included; ours have no source."""
    command = ["cargo", "tree", "--workspace", "--all-features", "--target", "all", "--locked", "-e", "normal,build,dev"]
    command += ["--prefix", "none", "--format", "{p}|{l}"]
    lines = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()
    found = {}
    for line in filter(None, lines):
        package, licence = line.split("|")
        name, version = package.split()[:2]
        # Ours are named with their folder.
        found[name, version.lstrip("v")] = (licence.removesuffix(" (*)").strip(), "(/" in package)
    return found


def versions(found):
    """Versions of each crate, the highest last."""
    by_name = collections.defaultdict(set)
    for name, version in found:
        by_name[name].add(version)
    number = lambda version: tuple(int(part) for part in re.findall(r"\d+", version.split("+")[0]))
    return {name: sorted(all_of_it, key=number) for name, all_of_it in by_name.items()}


def is_allowed(licence, allowed):
    """Whether one can choose among what a licence offers so that all that remains is allowed."""

    def holds(expression):
        if isinstance(expression, (LicenseSymbol, LicenseWithExceptionSymbol)):
            name = str(expression)
            # `MPL-2.0+`: this version will do.
            return name in allowed or name.removesuffix("+").removesuffix("-or-later") in allowed
        holding = all if expression.operator.strip() == "AND" else any
        return holding(holds(part) for part in expression.args)

    return holds(LICENSING.parse(re.sub(r"\s*/\s*", " OR ", licence)))


class Policy(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.found = crates()
        cls.foreign = {key: licence for key, (licence, ours) in cls.found.items() if not ours}

    def test_the_reader_of_licences_tells_them_apart(self):
        allowed = {"MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "MPL-2.0"}
        for licence in ["MIT", "MIT/GPL-3.0", "GPL-2.0-only OR Apache-2.0", "Apache-2.0 WITH LLVM-exception", "MPL-2.0+"]:
            self.assertTrue(is_allowed(licence, allowed), licence)
        for licence in ["GPL-3.0-only", "MIT AND GPL-3.0-only", "(MIT OR Apache-2.0) AND Unicode-3.0", "GPL-2.0 WITH LLVM-exception"]:
            self.assertFalse(is_allowed(licence, allowed), licence)

    def test_every_licence_is_allowed(self):
        allowed = set(POLICY["licenses"]["allow"])
        except_for = {entry["crate"]: set(entry["allow"]) for entry in POLICY["licenses"]["exceptions"]}
        self.assertGreater(len(self.foreign), 300)
        for (name, version), licence in self.foreign.items():
            with self.subTest(crate=f"{name}@{version}"):
                self.assertTrue(licence, "it states no licence")
                self.assertTrue(is_allowed(licence, allowed | except_for.get(name, set())), licence)

    def test_no_exception_is_left_over(self):
        allowed = set(POLICY["licenses"]["allow"])
        refused = {name for (name, _), licence in self.foreign.items() if not is_allowed(licence, allowed)}
        self.assertEqual({entry["crate"] for entry in POLICY["licenses"]["exceptions"]}, refused)

    def test_everything_comes_from_the_registry(self):
        allowed = {f"registry+{source}" for source in POLICY["sources"]["allow-registry"]}
        lock = (ROOT / "Cargo.lock").read_text(encoding="utf-8")
        self.assertEqual(set(re.findall(r'^source = "(.*)"$', lock, re.MULTILINE)), allowed)
        # What the registry gives out again must be the same bytes.
        self.assertEqual(lock.count("\nsource = "), lock.count("\nchecksum = "))

    def test_no_crate_comes_in_more_versions_than_are_known(self):
        known = {entry["crate"] for entry in POLICY["bans"]["skip"]}
        older = {f"{name}@{version}" for name, all_of_it in versions(self.found).items() for version in all_of_it[:-1]}
        self.assertEqual(older - known, set(), "new ones")
        self.assertEqual(known - older, set(), "gone")

    def test_unsafe_code_is_forbidden_but_where_security_md_says_why(self):
        security = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
        argued = set(re.findall(r"^\| `([a-z-]+/[a-z-]+)` \| ", security.split("## `unsafe`")[1].split("\n## ")[0], re.MULTILINE))
        workspace = (ROOT / "Cargo.toml").read_text(encoding="utf-8")
        self.assertIn('[workspace.lints.rust]\nunsafe_code = "forbid"', workspace)
        without = set()
        for member in re.findall(r'^    "([a-z-]+(?:/[a-z-]+)?)",$', workspace.split("members = [")[1].split("]")[0], re.MULTILINE):
            manifest = (ROOT / member / "Cargo.toml").read_text(encoding="utf-8")
            if not re.search(r"^\[lints\]\nworkspace = true$", manifest, re.MULTILINE):
                self.assertRegex(manifest, r'(?m)^unsafe_code = "(deny|forbid)"$', member)
                without.add(member)
        self.assertEqual(without, argued)


if __name__ == "__main__":
    unittest.main()
