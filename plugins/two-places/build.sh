#!/usr/bin/env bash
# Builds two-places.wasm, into the folder given or into the target folder, and prints where it is.
# It holds a whole Python, and is therefore never committed. Needs Python 3.9 with venv; componentize-py comes from PyPI.
set -euo pipefail
cd "$(dirname "$0")"
target=${CARGO_TARGET_DIR:-$(cd ../.. && pwd)/target}/plugins/two-places
mkdir -p "$target" "${1-$target}"
out=$(cd "${1-$target}" && pwd)/two-places.wasm

if ! cmp -s requirements.txt "$target/requirements.txt"; then
    python3 -m venv --clear "$target/python"
    "$target/python/bin/pip" install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.txt
    cp requirements.txt "$target/requirements.txt"
fi
# From a copy: the Python inside leaves what it compiled beside the sources.
rm -rf "$target/src" && cp -r src "$target/src"
# `--stub-wasi`: Python wants files, a clock and chance. No host offers them, so stubs of them are put into the component.
"$target/python/bin/componentize-py" --quiet -d ../wit -w plugin componentize --stub-wasi -p "$target/src" app -o "$out"
echo "$out"
