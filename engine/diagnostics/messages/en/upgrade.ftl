# Texts of differences between versions, and of upgrades.
