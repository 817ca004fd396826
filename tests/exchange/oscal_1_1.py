"""Documents that name OSCAL 1.1.3 instead of 1.2.1 are read by the trestle of 1.1: they use nothing that is new."""

import tempfile
from pathlib import Path

from trestle.oscal import OSCAL_VERSION
from trestle.oscal.assessment_results import AssessmentResults
from trestle.oscal.poam import PlanOfActionAndMilestones

from samples import exports

assert OSCAL_VERSION == "1.1.3"
with tempfile.TemporaryDirectory() as folder:
    copy = Path(folder) / "document.json"
    for kind, model in [("oscal-ar", AssessmentResults), ("oscal-poam", PlanOfActionAndMilestones)]:
        for audit, _, path in exports(kind):
            if audit.name != "large":
                text = path.read_text("utf-8")
                assert '"oscal-version":"1.2.1"' in text
                copy.write_text(text.replace('"oscal-version":"1.2.1"', '"oscal-version":"1.1.3"'), "utf-8")
                assert model.oscal_read(copy) is not None, path
