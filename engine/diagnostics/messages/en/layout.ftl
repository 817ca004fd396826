# The official layout: the papers written, and luoshi document check.
