#!/usr/bin/env bash
# Reads exports of sample audits with the programs that they are for, and holds them against the published schemas.
set -euo pipefail
cd "$(dirname "$0")"

./install.sh

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check -r requirements.txt

cargo run -q --manifest-path ../../Cargo.toml -p luoshi-exchange --example samples -- "$work/samples"
LUOSHI_SAMPLES=$work/samples "$work/venv/bin/python" -B -m unittest discover -s .
