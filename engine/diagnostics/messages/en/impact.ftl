# Texts of the impact of a new version.
