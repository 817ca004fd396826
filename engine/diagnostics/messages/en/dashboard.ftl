# An audit as one HTML page for a county.
