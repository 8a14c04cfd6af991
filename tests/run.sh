#!/usr/bin/env bash
# Runs every test without a display: installs what is missing, builds, tests with and without
# sanitizers, and compares random networks with PyTorch.
#   tests/run.sh            everything
#   tests/run.sh quick      the optimised build's tests alone
set -euo pipefail
cd "$(dirname "$0")/.."
. tests/packages.sh
need "${build_packages[@]}" "${test_packages[@]}"
export QT_QPA_PLATFORM=offscreen
XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-$(mktemp -d)}
export XDG_RUNTIME_DIR
jobs=$(nproc)
step() { printf '\n== %s\n' "$*"; }

step "format"
git ls-files '*.cpp' '*.h' | xargs clang-format --dry-run --Werror

step "build"
cmake --preset dev
cmake --build --preset dev -j "$jobs"

# Clang reads the core as it is without Qt and without precompiled headers.
step "clang-tidy on the core, without Qt"
cmake --preset core-only
run-clang-tidy -quiet -p build/core-only -j "$jobs" "$PWD/core/.*\.cpp" >build/tidy.log 2>&1 || {
    grep -E 'error:' build/tidy.log
    exit 1
}

step "tests"
ctest --test-dir build/dev -j "$jobs" --output-on-failure

step "random networks beside PyTorch"
/usr/bin/python3 tests/reference/compare_random.py build/dev/rnnscope --count "${RANDOM_NETWORKS:-150}"

step "random trainings beside PyTorch"
/usr/bin/python3 tests/reference/train_compare.py build/dev/rnnscope --count "${RANDOM_TRAININGS:-100}"

step "PyTorch scripts beside the program"
/usr/bin/python3 tests/reference/script_check.py build/dev/rnnscope --count "${RANDOM_SCRIPTS:-100}"

step "weights to PyTorch and back"
/usr/bin/python3 tests/reference/weights_check.py build/dev/rnnscope

step "command line"
bash tests/app/command_line.sh build/dev/rnnscope

step "manual page and desktop"
bash tests/app/man_page.sh build/dev/rnnscope

step "screen readers"
bash tests/app/atspi_check.sh build/dev/rnnscope

[ "${1:-}" = quick ] && exit 0

step "sanitizers"
cmake --preset asan
cmake --build --preset asan -j "$jobs"
# The window's libraries keep memory until the end, which is no fault of ours.
ASAN_OPTIONS=detect_leaks=0 ctest --test-dir build/asan -j "$jobs" --output-on-failure

step "threads"
cmake --preset tsan
cmake --build --preset tsan -j "$jobs"
# Where a kernel scatters addresses widely, GCC 12's sanitizer does not find its own.
fixed=()
setarch -R true 2>/dev/null && fixed=(setarch -R)
"${fixed[@]}" ctest --test-dir build/tsan -j "$jobs" -R '_threads$' --no-tests=error --output-on-failure
