#!/usr/bin/env bash
# Reads the .docx of sample papers back with an independent library, holds their parts against the schema, prints them with
# LibreOffice and measures the pages.
set -euo pipefail
cd "$(dirname "$0")"

./install.sh

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check -r requirements.txt

# Of the whole workspace, so that nothing is built with other features than for the tests.
cargo build -q --manifest-path ../../Cargo.toml --workspace --example samples
"${CARGO_TARGET_DIR:-../../target}/debug/examples/samples" "$work/samples"
LUOSHI_SAMPLES=$work/samples "$work/venv/bin/python" -B -m unittest discover -s .
