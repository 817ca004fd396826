# Texts of the analysis of rules.
