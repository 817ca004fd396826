# Texts of tailoring and of starting a plan.
