#!/usr/bin/env bash
# Builds every fuzzer with clang, libFuzzer and the sanitizers, and runs each on its corpus for
# KENPO_FUZZ_SECONDS (300). Names may be given to run those only. What a run finds is kept in
# build-fuzz/NAME.found; the corpus in the tree is read and never written.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${KENPO_FUZZ_SECONDS:-300}
build=${KENPO_FUZZ_BUILD:-build-fuzz}
jobs=${JOBS:-$(nproc)}

cmake -S . -B "$build" -G Ninja -DCMAKE_C_COMPILER=clang-19 -DCMAKE_CXX_COMPILER=clang++-19 \
  -DKENPO_FUZZ=ON -DKENPO_SANITIZE=ON -DKENPO_TESTS=OFF > "$build.log" 2>&1 \
  || { cat "$build.log"; exit 1; }
rm -f "$build.log"

mapfile -t sources < <(find src -name '*_fuzz.cpp' | sort)
names=()
for source in "${sources[@]}"; do
  name=$(basename "$source" .cpp)
  if (($# == 0)) || [[ " $* " == *" $name "* ]]; then names+=("$name"); fi
done
((${#names[@]})) || { echo "no such fuzzer: $*" >&2; exit 2; }
ninja -C "$build" -j"$jobs" "${names[@]}"

export ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1
export UBSAN_OPTIONS=print_stacktrace=1
failed=()
for source in "${sources[@]}"; do
  name=$(basename "$source" .cpp)
  [[ " ${names[*]} " == *" $name "* ]] || continue
  corpus=$(dirname "$source")/corpus/$name
  own=$build/$name.corpus
  found=$build/$name.found
  mkdir -p "$own" "$found"
  echo "--- $name: ${seconds} s"
  # New inputs go into the first directory; the tree's corpus is the second.
  "$build/$name" "$own" "$corpus" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=4096 \
    -artifact_prefix="$found/" -print_final_stats=1 -verbosity=0 || failed+=("$name")
done
if ((${#failed[@]})); then
  echo "failed: ${failed[*]} (inputs in $build/NAME.found)" >&2
  exit 1
fi
