#!/usr/bin/env bash
# What the tests of papers need besides Rust and Python: LibreOffice, a reader of PDF, fonts. On Debian, as root.
set -euo pipefail

missing() { ! command -v "$1" >/dev/null; }
lacks_font() { [ -z "$(fc-list "$1")" ]; }
if missing soffice || missing pdftotext || missing pdftoppm || missing fc-list ||
    lacks_font 'Noto Sans CJK SC' || lacks_font 'AR PL SungtiL GB' || lacks_font 'AR PL KaitiM GB' ||
    lacks_font 'Liberation Serif'; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        libreoffice-writer-nogui poppler-utils fontconfig fonts-noto-cjk fonts-arphic-gbsn00lp fonts-arphic-gkai00mp \
        fonts-liberation >/dev/null
fi
