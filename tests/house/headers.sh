#!/usr/bin/env bash
# Each header compiles alone, the standard library read once for all of them (headers_test.cpp
# looks after what that hides).   usage: headers.sh COMPILER
set -euo pipefail
cd "$(dirname "$0")/../.."
compile=("$1" -std=c++23 -Isrc -I. -Wno-pragma-once-outside-header)
read -ra pango <<< "$(pkg-config --cflags pangocairo)"
compile+=("${pango[@]}")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

headers() { git ls-files --cached --others --exclude-standard 'src/*.h' | grep -v '_for_tests\.h$'; }
headers | xargs grep -h '^#include <[a-z_]*>$' | sort -u > "$scratch/library.h"
"${compile[@]}" -x c++-header "$scratch/library.h" -o "$scratch/library.pch"
headers | xargs -P"$(nproc)" -I{} "${compile[@]}" -fsyntax-only -include-pch "$scratch/library.pch" \
  -x c++ {}
