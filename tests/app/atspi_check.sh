#!/usr/bin/env bash
# What a screen reader is told, asked for as a screen reader asks: through AT-SPI, of the program on
# a screen of its own, in a session of its own.
#   atspi_check.sh PROGRAM
set -eu
program=$(realpath "$1")
here=$(dirname "$(realpath "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -m 700 "$work/home" "$work/run"
export HOME=$work/home XDG_RUNTIME_DIR=$work/run XDG_CONFIG_HOME=$work/home/.config
export QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 LC_ALL=C.UTF-8
unset XAUTHORITY AT_SPI_BUS_ADDRESS DBUS_SESSION_BUS_ADDRESS WAYLAND_DISPLAY NO_AT_BRIDGE
# The server finds a display that is free by itself, however many run beside it.
Xvfb -displayfd 3 -screen 0 1600x900x24 -nolisten tcp 3>"$work/display" 2>"$work/server" &
server=$!
trap 'kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
for _ in $(seq 200); do
    [ -s "$work/display" ] && break
    kill -0 "$server" 2>/dev/null || break
    sleep 0.05
done
[ -s "$work/display" ] || {
    cat "$work/server" >&2
    exit 1
}
export DISPLAY=:$(cat "$work/display")
# Besides the answers, libraries complain of what a bare session lacks.
timeout 120 dbus-run-session -- /usr/bin/python3 -W ignore::DeprecationWarning \
    "$here/atspi_check.py" "$program" "$work" 2>"$work/complaints" || {
    status=$?
    cat "$work/complaints" >&2
    exit $status
}
