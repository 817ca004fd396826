"""The samples: each a folder with the audit's own form and every export, in both languages."""

import functools
import json
import os
from pathlib import Path

SAMPLES = Path(os.environ["LUOSHI_SAMPLES"])
HERE = Path(__file__).parent
LANGUAGES = ["zh-CN", "en"]
# What a person decides is put right by that decision, not by rectification.
DECIDED = {"vetoes", "ladders"}
# The sample "followed": each finding with its state, OSCAL's word for it, notice, deadline and workdays overdue.
FOLLOWED = {
    "open": ("open", "open", None, None, None),
    "notified": ("notified", "remediating", "2025-12-21", "2025-12-31", None),
    "overdue": ("notified", "remediating", "2025-12-01", "2025-12-11", 20),
    "returned": ("returned", "remediating", "2025-12-01", "2025-12-31", None),
    "awaiting": ("awaiting", "remediating", "2025-12-01", "2025-12-11", None),
    "appealed": ("appealed", "deviation-requested", "2025-12-01", "2025-12-11", None),
    "unlisted": ("awaiting", "remediating", "2025-12-01", "2025-12-11", None),
}


class Audit:
    """An audit, counted from its own form without the help of any export."""

    def __init__(self, folder):
        lines = [json.loads(line) for line in (folder / "audit.jsonl").read_text("utf-8").split("\n") if line]
        self.name = folder.name
        self.head = lines[0]["head"]
        self.plans = {line["plan"]["key"]: line["plan"]["table"] for line in lines if "plan" in line}
        self.townships = [line["township"] for line in lines if "township" in line]

    def judged(self):
        for township in self.townships:
            if "judged" in township["outcome"]:
                yield township, township["outcome"]["judged"]

    def broken(self):
        return [t for t in self.townships if "broken" in t["outcome"]]

    def troubles(self):
        return [trouble for t in self.broken() for trouble in t["outcome"]["broken"]]

    def signs(self):
        return [sign for _, judged in self.judged() for sign in judged.get("signs", [])]

    def findings(self, *statuses):
        """Township, duty and finding; of these statuses, or all."""
        for township, judged in self.judged():
            duties = self.plans[judged["plan"]]["duties"]
            for finding in judged["findings"]:
                if not statuses or finding["status"] in statuses:
                    yield township, duties[finding["duty"]], finding

    def failing(self):
        return [f for f in self.findings() if f[2]["fails"]]

    def open(self):
        """Township's code, id and expected course of what is still to be put right, in any order."""
        if self.name == "followed":
            code, duty = self.townships[0]["code"], self.failing()[0][1]["id"]
            return sorted((code, f"{duty}/{name}", *course) for name, course in FOLLOWED.items())
        failing = (f for f in self.failing() if f[1]["section"] not in DECIDED)
        return sorted((t["code"], f["id"], "open", "open", None, None, None) for t, _, f in failing)


# Every test asks for every sample, and none changes what it gets.
@functools.cache
def sample(folder):
    return Audit(folder)


def exports(kind):
    """Each sample with each file of this kind: audit, language, path."""
    for folder in sorted(SAMPLES.iterdir()):
        audit = sample(folder)
        for language in LANGUAGES:
            path = folder / f"{language}.{kind}"
            if path.exists():
                yield audit, language, path
