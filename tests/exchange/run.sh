#!/usr/bin/env bash
# Reads exports of sample audits with the programs that they are for, and holds them against the published schemas.
set -euo pipefail
cd "$(dirname "$0")"

./install.sh

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check -r requirements.txt
# The newest trestle reads OSCAL 1.2 alone; this one reads 1.1.
python3 -m venv "$work/venv-1.1"
"$work/venv-1.1/bin/pip" install -q --disable-pip-version-check -r requirements-oscal-1.1.txt

# Of the whole workspace, so that nothing is built with other features than for the tests.
cargo build -q --manifest-path ../../Cargo.toml --workspace --example audit_samples
"${CARGO_TARGET_DIR:-../../target}/debug/examples/audit_samples" "$work/samples"
export LUOSHI_SAMPLES=$work/samples
"$work/venv-1.1/bin/python" -B oscal_1_1.py &
"$work/venv/bin/python" -B -m unittest discover -s .
wait $!
