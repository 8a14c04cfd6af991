#!/usr/bin/env bash
# Builds RNNScope for this machine's processor and opens it; installs what is missing.
# Arguments go to rnnscope. Without a display, draws the first lesson's figures to files instead.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
. "$here/tests/packages.sh"
need "${build_packages[@]}" fonts-noto-cjk
(
    cd "$here"
    cmake --preset release >/dev/null
    cmake --build --preset release
)
program=$here/build/release/rnnscope
if [ $# -gt 0 ] || [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; then
    exec "$program" "$@"
fi
echo "There is no display: drawing the first lesson's figures to files instead."
exec "$program" lessons draw one-cell-many-steps
