#!/usr/bin/env bash
# Draw icon.png from icon.svg (needs Chromium).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --default-background-color=00000000 \
  --window-size=256,256 --screenshot="$PWD/../icon.png" "file://$PWD/icon.svg" >/dev/null 2>&1
