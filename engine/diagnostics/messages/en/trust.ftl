# Texts of keys, signatures, trust and registries.
