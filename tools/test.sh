#!/usr/bin/env bash
# All tests run in a clang build with the address and undefined-behaviour sanitizers. The browser
# tests drive the sanitized program and wait most of the time, so they run while the rest is built:
# the program by g++, whose warnings are errors too, and the other tests.
set -euo pipefail
cd "$(dirname "$0")/.."
export ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1
export UBSAN_OPTIONS=print_stacktrace=1
build() { nice ninja -C build-check -j"$(nproc)" "$@"; }
run() { ctest --test-dir build-check --output-on-failure -j"$(nproc)" --timeout 1500 "$@"; }

cmake -S . -B build-check -G Ninja -DCMAKE_C_COMPILER=clang-19 -DCMAKE_CXX_COMPILER=clang++-19 \
  -DKENPO_SANITIZE=ON > /dev/null
build kenpo kenpo_later_clock
run --tests-regex '^browser' --output-log build-check/browser.log > /dev/null 2>&1 &
browser=$!
trap 'kill "$browser" 2> /dev/null || true' EXIT
failed=0
nice make build || failed=1
build && run --exclude-regex '^browser' || failed=1
wait "$browser" || failed=1
trap - EXIT
cat build-check/browser.log
exit "$failed"
