# Sourced by the run scripts: installs Debian packages that are missing, where that is allowed.

# need PACKAGE...: installs what is not there yet; fails with one clear line if it cannot.
need() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
            missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    local apt=(apt-get)
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || {
            echo "missing packages: ${missing[*]}; install them with apt-get as root" >&2
            return 1
        }
        apt=(sudo apt-get)
    fi
    echo "installing: ${missing[*]}"
    "${apt[@]}" update -qq &&
        DEBIAN_FRONTEND=noninteractive "${apt[@]}" install -y -qq --no-install-recommends \
            "${missing[@]}" >/dev/null
}

build_packages=(g++ cmake ninja-build pkg-config qt6-base-dev libqt6svg6-dev qt6-qpa-plugins
    qt6-l10n-tools qt6-translations-l10n libqcustomplot-dev libgif-dev libeigen3-dev nlohmann-json3-dev libzip-dev libgl1-mesa-dev libvulkan-dev
    fonts-dejavu-core)
test_packages=(libgtest-dev libgmock-dev libbenchmark-dev mold fonts-noto-cjk ffmpeg python3 python3-numpy
    python3-torch python3-jsonschema libopenblas0-pthread clang-format clang-tidy librsvg2-bin libxml2-utils poppler-utils
    at-spi2-core gir1.2-atspi-2.0 python3-gi dbus dbus-daemon xvfb
    appstream desktop-file-utils libglib2.0-bin mandoc man-db shared-mime-info)
