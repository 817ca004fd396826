# Texts of rule tests.
