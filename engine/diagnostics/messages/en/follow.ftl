# What became of findings: two audits side by side, trends, rectification until it is closed.
