#!/bin/sh
# The whole benchmark beside DuckDB and regorus: run.sh [TOWNSHIPS...], by default 20, 2,000 and 40,000. Files, DuckDB
# and regorus are kept in LUOSHI_BENCH_DATA, or a folder for temporary files: about 4 GB.
set -e
cd "$(dirname "$0")/../../.."
data="${LUOSHI_BENCH_DATA:-${TMPDIR:-/tmp}/luoshi-bench-nation}"
mkdir -p "$data"
if [ ! -x "$data/venv/bin/python" ]; then
    python3 -m venv "$data/venv"
    "$data/venv/bin/pip" install --quiet duckdb
fi
cargo build --quiet --release --locked --target-dir "$data/regorus" --manifest-path tests/bench/nation/peers/regorus/Cargo.toml
[ $# -gt 0 ] || set -- 20 2000 40000
LUOSHI_BENCH_DATA="$data" LUOSHI_BENCH_PYTHON="$data/venv/bin/python" \
    LUOSHI_BENCH_REGORUS="$data/regorus/release/luoshi-bench-regorus" \
    cargo bench --quiet -p luoshi-tests --bench country -- "$@"
