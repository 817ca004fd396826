# Signs that evidence was made up: indications with a reason and an error rate, never a verdict.
