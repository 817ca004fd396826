#!/usr/bin/env bash
# Builds the plugins that are written in Rust: every folder here that makes a `cdylib`.
#
#   plugins/build.sh [FOLDER]           into FOLDER, with their sums in FOLDER/BUILT; by default where they are committed
#   plugins/build.sh --check [FOLDER]   into FOLDER, and compares with what is committed: the sources must be those recorded
#                                       there, and the same compiler must give the same bytes
set -euo pipefail
from=$PWD
cd "$(dirname "$0")/.."
root=$(pwd -P)
committed=$root/policies/ledger-signs/plugins
target=${CARGO_TARGET_DIR:-$root/target}
# As the compiler will see it, without links.
target=$(mkdir -p "$target/plugins" && cd "$target/plugins" && pwd -P)
. plugins/toolchain

main() {
    local check= into=$committed
    if [ "${1-}" = --check ]; then
        check=yes into=$target/rebuilt
        shift
    fi
    into=$(cd "$from" && mkdir -p "${1-$into}" && cd "${1-$into}" && pwd -P)
    names=$(grep -l cdylib plugins/*/Cargo.toml | xargs -n1 dirname | xargs -n1 basename)
    prepare "$target/rustc-web"
    compile
    pack "$into"
    record >"$into/BUILT" "$into"
    if [ "$check" ]; then compare "$into"; else cat "$into/BUILT"; fi
}

# Cargo passes these flags to what becomes WASM alone. No path of this machine may get into it: panics name source files.
compile() {
    local flags packages=() folder name
    cargo fetch --locked --quiet --target wasm32-unknown-unknown
    # The library once more: cargo names files below this folder from here.
    flags=$(hide "$root" . "$library" rust "${library#"$root"/}" rust)
    for folder in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*; do flags+=$(hide "$folder" crates); done
    for name in $names; do packages+=(-p "luoshi-plugin-$name"); done
    env "${environment[@]}" "CARGO_ENCODED_RUSTFLAGS=${flags#?}" cargo build --locked --lib --profile plugin \
        --target wasm32-unknown-unknown --target-dir "$target" "${options[@]}" "${packages[@]}"
}

# Each flag after the character that cargo wants between them.
hide() { printf '\x1f--remap-path-prefix=%s=%s' "$@"; }

# A core module says in a custom section what its interface is; a component is what the host loads.
pack() {
    local files=() name
    for name in $names; do
        files+=("$target/wasm32-unknown-unknown/plugin/luoshi_plugin_${name//-/_}.wasm" "$1/$name.wasm")
    done
    # As part of the workspace, so that nothing is compiled that its tests did not compile already.
    cargo build --locked --quiet --workspace --example pack
    "${CARGO_TARGET_DIR:-$root/target}/debug/examples/pack" "${files[@]}"
}

# What `sha256sum --check` reads; the other lines say what the components were made with, and of.
record() {
    local name
    sed 's/^/# /' <<<"$compiler"
    echo "# $(version luoshi-plugin-sdk wit-bindgen)"
    echo "# $(version luoshi-plugin wit-component)"
    echo "# sources $(sources)"
    cd "$1"
    for name in $names; do sha256sum "$name.wasm"; done
}

# The version of a library that a crate of the workspace uses.
version() {
    cargo tree --locked --quiet -p "$1" --target wasm32-unknown-unknown --depth 1 --prefix none |
        sed -n "s/^\($2\) v\([0-9.]*\).*/\1 \2/p"
}

# One sum over all files of this tree that get into components.
sources() {
    find plugins/{wit,interface,sdk} $(printf 'plugins/%s ' $names) \( -path '*/src/*' -o -name '*.wit' \) -type f |
        LC_ALL=C sort | xargs sha256sum | sha256sum | cut -d' ' -f1
}

compare() {
    local kept=$committed/BUILT
    if [ ! -e "$kept" ]; then
        fail "there is no $kept"
    elif ! (cd "$committed" && sha256sum --check --quiet BUILT); then
        fail "what is committed is not what was recorded"
    elif [ "$(grep '^# sources' "$kept")" != "$(grep '^# sources' "$1/BUILT")" ]; then
        fail "the sources were changed since the components were built"
    elif [ "$(grep '^#' "$kept")" != "$(grep '^#' "$1/BUILT")" ]; then
        echo "plugins: built with another compiler than those committed, so the bytes are not compared. Built: $1"
    elif ! diff "$kept" "$1/BUILT"; then
        fail "the same compiler gives other bytes"
    else
        echo "plugins: the sources give exactly what is committed"
    fi
}

fail() {
    echo "plugins: $1. To build and record them: plugins/build.sh" >&2
    exit 1
}

main "$@"
