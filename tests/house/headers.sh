#!/usr/bin/env bash
# Each header compiles alone.   usage: headers.sh COMPILER
set -uo pipefail
cd "$(dirname "$0")/../.."
git ls-files --cached --others --exclude-standard 'src/*.h' | grep -v '_for_tests\.h$' \
  | xargs -P2 -I{} "$1" -std=c++23 -fsyntax-only -x c++ -Isrc -I. \
      $(pkg-config --cflags pangocairo) -Wno-pragma-once-outside-header {}
