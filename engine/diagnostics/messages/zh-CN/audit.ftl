# The audit of many townships: what each came to, side by side.

cmd-audit = 从外部审核台账
