# The audit of many townships: what each came to, side by side.

cmd-audit = audits evidence from outside
