#!/usr/bin/env bash
# Reads the .docx of sample papers back with an independent library, holds their parts against the schema, prints them with
# LibreOffice and measures the pages. Installs what is missing, on Debian as root.
set -euo pipefail
cd "$(dirname "$0")"

missing() { ! command -v "$1" >/dev/null; }
if missing soffice || missing pdftotext || missing pdftoppm || [ -z "$(fc-list 'Noto Sans CJK SC')" ]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        libreoffice-writer-nogui poppler-utils fontconfig fonts-noto-cjk fonts-arphic-gbsn00lp fonts-arphic-gkai00mp >/dev/null
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check -r requirements.txt

cargo run -q --manifest-path ../../Cargo.toml -p luoshi-layout --example samples -- "$work/samples"
LUOSHI_SAMPLES=$work/samples "$work/venv/bin/python" -B -m unittest discover -s .
