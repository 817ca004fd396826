# Samples of evidence for the check on site: how large, which records, and what the result says of all.
