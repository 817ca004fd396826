#!/usr/bin/env bash
# What the program is made of, against what may be in it (`.ci/deny.toml`); the list of it, against its schema; and that what
# SECURITY.md says is tested has that test.
set -euo pipefail
cd "$(dirname "$0")"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check -r requirements.txt
"$work/venv/bin/python" -B -m unittest discover -s .
