#!/bin/sh
# The whole benchmark beside DuckDB: run.sh [TOWNSHIPS...], by default 20, 2,000 and 40,000. Files and DuckDB
# are kept in LUOSHI_BENCH_DATA, or a folder for temporary files: about 2 GB.
set -e
cd "$(dirname "$0")/../../.."
data="${LUOSHI_BENCH_DATA:-${TMPDIR:-/tmp}/luoshi-bench-nation}"
mkdir -p "$data"
if [ ! -x "$data/venv/bin/python" ]; then
    python3 -m venv "$data/venv"
    "$data/venv/bin/pip" install --quiet duckdb
fi
[ $# -gt 0 ] || set -- 20 2000 40000
LUOSHI_BENCH_DATA="$data" LUOSHI_BENCH_PYTHON="$data/venv/bin/python" \
    cargo bench --quiet -p luoshi-tests --bench country -- "$@"
