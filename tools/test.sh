#!/usr/bin/env bash
# All tests: the program is built by g++ (make build); the tests are built by clang with the address
# and undefined-behaviour sanitizers and run by ctest; the browser tests drive the built program.
set -euo pipefail
cd "$(dirname "$0")/.."
export ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1
export UBSAN_OPTIONS=print_stacktrace=1
cmake -S . -B build-check -G Ninja -DCMAKE_C_COMPILER=clang-19 -DCMAKE_CXX_COMPILER=clang++-19 \
  -DKENPO_SANITIZE=ON > /dev/null
ninja -C build-check -j"$(nproc)"
ctest --test-dir build-check --output-on-failure -j"$(nproc)" --timeout 1500
