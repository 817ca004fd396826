# Texts of packages: build, install, lock.
