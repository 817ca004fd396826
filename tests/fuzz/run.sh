#!/usr/bin/env bash
# Fuzzes each target for so many seconds, 60 unless said otherwise: tests/fuzz/run.sh [SECONDS [TARGET]...]
# Needs a nightly toolchain, `cargo install cargo-fuzz` and a C++ compiler. The stable half is `cargo test -p luoshi-fuzz`.
# What is found along the way stays in target/fuzz/corpus and is begun with the next time.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-60}
shift || true
work=target/fuzz

# As the tests are built, so that nothing is compiled twice.
cargo build --quiet --workspace --example seeds
"${CARGO_TARGET_DIR:-target}/debug/examples/seeds" "$work"
# The versions that are tested, and those of the fuzzer beside them.
cp Cargo.lock tests/fuzz/libfuzzer/Cargo.lock
# No sanitizer: the code is safe Rust but for SQLite, and the memory that is counted is that of the program.
fuzz=(--sanitizer none --fuzz-dir tests/fuzz/libfuzzer --target-dir "$PWD/$work/target" --release --debug-assertions)
cargo +nightly fuzz build "${fuzz[@]}"

failed=0
targets=${*:-$(cargo +nightly fuzz list --fuzz-dir tests/fuzz/libfuzzer)}
for target in $targets; do
    mkdir -p "$work/corpus/$target" "$work/failed/$target"
    log=$work/$target.log
    # Beyond 20 seconds or 2 GB for one input something is wrong.
    if nice cargo +nightly fuzz run "${fuzz[@]}" "$target" "$work/corpus/$target" "$work/seeds/$target" -- \
        -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -max_len=65536 -dict="$work/$target.dict" \
        -artifact_prefix="$work/failed/$target/" -print_final_stats=1 >"$log" 2>&1; then
        end=holds
    else
        end="FAILS: $(ls -t "$work/failed/$target" | head -n 1)"
        failed=1
    fi
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    edges=$(grep -o 'cov: [0-9]*' "$log" | tail -n 1 || true)
    printf '%-12s %10s runs, %s, %s\n' "$target" "${runs:-?}" "${edges:-cov: ?}" "$end"
done
if [ "$failed" = 1 ]; then
    echo "Make what failed smaller with: cargo +nightly fuzz tmin ${fuzz[*]} TARGET FILE" >&2
    echo "then put it into tests/fuzz/cases/TARGET, where every test run tries it." >&2
    exit 1
fi
