#!/usr/bin/env bash
# Makes the Debian package, installs it with apt on a clean root of the same Debian, and there draws
# figures and opens the window. Needs root and a network, so tests/run.sh leaves it out.
#   tests/package.sh            builds the preset `package`
#   tests/package.sh BUILD      packs what that folder has built already, as build/dev
# MIRROR names another mirror than mmdebstrap's own choice. The root is thrown away at the end; the package and
# the figures stay in build/package-test.
set -euo pipefail
[ "$(id -u)" -eq 0 ] || {
    echo "a clean root needs root; run it with sudo" >&2
    exit 1
}
cd "$(dirname "$0")/.."
. tests/packages.sh
# shellcheck disable=SC2154  # packages.sh has it
need "${build_packages[@]}" dpkg-dev mmdebstrap lintian xvfb poppler-utils libxml2-utils file \
    appstream desktop-file-utils
build=${1:-build/package}
out=$PWD/build/package-test
root=$(mktemp -d)
server=
tidy() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    rm -rf --one-file-system "$root"
}
trap tidy EXIT
step() { printf '\n== %s\n' "$*"; }
fail() {
    printf 'FAILED %s\n' "$*" >&2
    exit 1
}

step "package"
if [ $# -eq 0 ]; then
    cmake --preset package
    cmake --build --preset package
fi
rm -rf "$out"
mkdir -p "$out"
(cd "$build" && cpack --config CPackConfig.cmake -B "$out/pack" >"$out/cpack.log") ||
    fail "cpack: $(tail -3 "$out/cpack.log")"
mv "$out"/pack/*.deb "$out/"
rm -rf "$out/pack"
deb=$(echo "$out"/*.deb)
dpkg-deb --field "$deb" Package Version Architecture Installed-Size Depends Recommends
dpkg-deb --contents "$deb" | awk '{ print $1, $3, $6 }'
surplus=$(dpkg-deb --contents "$deb" | grep -E '_test$|\.(a|h|cmake)$' || true)
[ -z "$surplus" ] || fail "the package holds what is for builders: $surplus"

step "lintian"
# Changes are told by the version control. The licence is for those who do not have Debian's.
lintian --allow-root --fail-on error,warning --suppress-tags no-changelog,extra-license-file "$deb"
echo "nothing to complain of"

step "a clean root"
mmdebstrap --quiet --variant=apt --skip=cleanup/apt "$(. /etc/os-release && echo "$VERSION_CODENAME")" \
    "$root" ${MIRROR:+"$MIRROR"}
cp "$deb" "$root/tmp/"
mkdir -p "$root/run/user/0"
chmod 700 "$root/run/user/0"
inside() {
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root XDG_RUNTIME_DIR=/run/user/0 \
        DEBIAN_FRONTEND=noninteractive "${with[@]}" chroot "$root" "$@"
}
with=()
echo "$(inside dpkg-query -W | wc -l) packages, $(du -sh "$root" | cut -f1)"

# Without what is only recommended, so that what is needed is seen to be there.
step "apt install ./$(basename "$deb")"
inside sh -c 'apt-get install -y --no-install-recommends /tmp/*.deb' >"$out/apt.log" 2>&1 ||
    fail "apt: $(tail -5 "$out/apt.log")"
tail -3 "$out/apt.log"
echo "$(inside dpkg-query -W | wc -l) packages, $(du -sh "$root" | cut -f1)"
recommended=$(dpkg-deb --field "$deb" Recommends | tr -d ,)
# shellcheck disable=SC2086
inside apt-get install -s $recommended >/dev/null || fail "not all of $recommended exist"
inside rnnscope --version

step "figures"
draw() {
    local said
    said=$(inside rnnscope plot "$1" --cell lstm --task sine --out "/tmp/$1.$2" 2>&1) ||
        fail "plot $1: $said"
    cp "$root/tmp/$1.$2" "$out/"
    echo "$said, $(stat -c %s "$out/$1.$2") bytes"
}
with=(QT_QPA_PLATFORM=offscreen)
draw gates svg
draw workspace png
draw workspace pdf
xmllint --noout "$out/gates.svg"
grep -q '<text' "$out/gates.svg" || fail "gates.svg has no letters"
file -b "$out/workspace.png"
pdffonts "$out/workspace.pdf"
pdffonts "$out/workspace.pdf" | grep -q DejaVuSans || fail "workspace.pdf lacks its font"

step "numbers"
inside rnnscope trace --cell lstm --task sine --out /tmp/pass.npz
inside rnnscope train --cell gru --task adding --updates 5 --out /tmp/history.csv

# opens WHERE: the window stays open until it is told to go, and has nothing to complain of.
opens() {
    local status=0 said
    said=$(inside timeout 8 rnnscope 2>&1) || status=$?
    [ $status -eq 124 ] || fail "the window, $1: status $status, $said"
    [ -z "$said" ] || fail "the window, $1: $said"
    echo "the window opens $1, and says nothing"
}
step "window"
opens offscreen
# The root has no X server; the name of this machine's is seen from everywhere on it.
exec 3> >(cat >"$out/display")
Xvfb -displayfd 3 -screen 0 1600x1000x24 -ac >/dev/null 2>&1 &
server=$!
exec 3>&-
for _ in $(seq 50); do
    [ -s "$out/display" ] && break
    sleep 0.1
done
with=(DISPLAY=":$(cat "$out/display")")
rm "$out/display"
opens "on an X server"

step "desktop"
grep rnnscope "$root/usr/share/mime/globs2" || fail "the type of .rnnscope is not known"
desktop-file-validate "$root"/usr/share/applications/org.rnnscope.RNNScope.desktop
appstreamcli validate-tree --no-net "$root"

step "apt remove"
inside apt-get remove -y rnnscope >>"$out/apt.log" 2>&1 || fail "apt: $(tail -5 "$out/apt.log")"
left=$(find "$root/usr" -iname '*rnnscope*')
[ -z "$left" ] || fail "left behind: $left"
echo "nothing is left behind"
printf '\npackage and figures: %s\n' "$out"
