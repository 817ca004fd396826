#!/usr/bin/env bash
# What the tests of exports need besides Rust and Python: LibreOffice with its spreadsheet. On Debian, as root.
set -euo pipefail

has_calc() { compgen -G '/usr/lib/libreoffice/program/libsclo.so' >/dev/null; }
if ! command -v soffice >/dev/null || ! has_calc; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libreoffice-calc-nogui >/dev/null
fi
