#!/usr/bin/env bash
# Builds the benchmarks, portable and for this machine, and prints all figures in one run.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/packages.sh
need "${build_packages[@]}" libbenchmark-dev python3 python3-torch libopenblas0-pthread
export QT_QPA_PLATFORM=offscreen
for kind in portable native; do
    native=OFF
    [ $kind = native ] && native=ON
    cmake -S . -B build/bench-$kind -G Ninja -DCMAKE_BUILD_TYPE=Release -DRNNSCOPE_BENCH=ON \
        -DRNNSCOPE_TESTS=OFF -DRNNSCOPE_NATIVE=$native -DRNNSCOPE_APP=$native >/dev/null
    cmake --build build/bench-$kind
done
/usr/bin/python3 tests/bench/compare.py build/bench-portable/tests/bench/core_bench \
    build/bench-native/tests/bench/core_bench
build/bench-native/tests/bench/window_bench
