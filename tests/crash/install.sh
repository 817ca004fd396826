#!/usr/bin/env bash
# What the tests of crashes (engine/cli/tests/crash) need besides Rust: strace. On Debian, as root.
set -euo pipefail

if ! command -v strace >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends strace >/dev/null
fi
