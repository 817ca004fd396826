"""The samples: each a folder with the audit's own form and every export, in both languages."""

import json
import os
from pathlib import Path

SAMPLES = Path(os.environ["LUOSHI_SAMPLES"])
HERE = Path(__file__).parent
LANGUAGES = ["zh-CN", "en"]
FAILING = {"violated", "missed", "late"}


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

    def findings(self, *statuses):
        """Township, duty and finding; of these statuses, or all."""
        for township, judged in self.judged():
            duties = self.plans[judged["plan"]]["duties"]
            for finding in judged["findings"]:
                if not statuses or finding["status"] in statuses:
                    yield township, duties[finding["duty"]], finding

    def failing(self):
        return [f for f in self.findings() if f[2]["fails"]]


def exports(kind):
    """Each sample with each file of this kind: audit, language, path."""
    for folder in sorted(SAMPLES.iterdir()):
        audit = Audit(folder)
        for language in LANGUAGES:
            path = folder / f"{language}.{kind}"
            if path.exists():
                yield audit, language, path
