#!/usr/bin/env bash
# Writes the report of a township of 2012, and pages of audits of 30 and of 2,000 townships, and looks at
# them in headless Chromium. Where there is no browser and none can be had, it says so in one line and
# succeeds. `SHOTS=DIR` leaves pictures of the pages of audits there.
set -euo pipefail
cd "$(dirname "$0")"

skip() {
  echo "browser test skipped: $1"
  exit 0
}

chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
if [ -z "$chromium" ] && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y chromium fonts-noto-cjk; } >/dev/null 2>&1 || true
  chromium=$(command -v chromium || true)
fi
[ -n "$chromium" ] || skip "no Chromium"
command -v npm >/dev/null || skip "no Node.js with npm"
# The library only: it must not fetch a browser of its own.
PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund >/dev/null 2>&1 || skip "npm ci cannot install playwright-core and axe-core"

# Of the whole workspace, so that nothing is built with other features than for the tests.
cargo build --quiet --workspace --bin luoshi --example made_up --manifest-path ../../Cargo.toml
built="${CARGO_TARGET_DIR:-../../target}/debug"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ -n "${LUOSHI_REPORT:-}" ]; then
  cp "$LUOSHI_REPORT" "$work/zh.html"
else
  for lang in zh en; do
    # Something fails in that year, so the command ends with 1.
    "$built/luoshi" check ../../policies/pingtang-2012 --as-of 2012-12-31 --format html --lang "$lang" -o "$work/$lang.html" 2>/dev/null || [ $? = 1 ]
  done
fi
CHROMIUM="$chromium" node report.js "$work"/*.html

made_up() {
  "$built/examples/made_up" "$@"
}
mkdir "$work/audits"
made_up 30 zh > "$work/audits/30-zh.html"
made_up 30 en > "$work/audits/30-en.html"
made_up 30 zh hostile > "$work/audits/hostile.html"
made_up 30 zh compared > "$work/audits/compared-zh.html"
made_up 60 en compared > "$work/audits/compared-en.html"
made_up 2000 zh > "$work/audits/2000-zh.html"
CHROMIUM="$chromium" node dashboard.js "$work"/audits/*.html
