#!/usr/bin/env bash
# Builds two-places.wasm, into the folder given or into the target folder, and prints where it is.
# It holds a whole Python, and is therefore never committed. Needs Python 3.9 with venv; componentize-py comes from PyPI.
set -euo pipefail
from=$PWD
cd "$(dirname "$0")/../.."
here=plugins/two-places
target=${CARGO_TARGET_DIR:-target}/$here
target=$(mkdir -p "$target" && cd "$target" && pwd)
out=$(cd "$from" && mkdir -p "${1-$target}" && cd "${1-$target}" && pwd)/two-places.wasm

if ! cmp -s "$here/requirements.txt" "$target/requirements.txt"; then
    python3 -m venv --clear "$target/python"
    "$target/python/bin/pip" install --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
        -r "$here/requirements.txt"
    cp "$here/requirements.txt" "$target/requirements.txt"
fi
# From a copy: the Python inside leaves what it compiled beside the sources.
rm -rf "$target/src" && cp -r "$here/src" "$target/src"
# `--stub-wasi`: Python wants files, a clock and chance. No host offers them, so stubs of them are put into the component.
"$target/python/bin/componentize-py" --quiet -d plugins/wit -w plugin componentize --stub-wasi -p "$target/src" app -o "$out"
echo "$out"
