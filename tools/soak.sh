#!/usr/bin/env bash
# A long run of the whole program: a synthetic society is made, its files are taken in twice, every
# month is run twice, and the audit log is verified. The second time nothing may change.
#   KENPO_SOAK_MEMBERS (20000)  KENPO_SOAK_MONTHS (12)  KENPO_SOAK_SEED (1)
#   KENPO_SOAK_SCRATCH: where the data go (default: a directory under /tmp), removed at the end
set -euo pipefail
cd "$(dirname "$0")/.."
members=${KENPO_SOAK_MEMBERS:-20000}
months=${KENPO_SOAK_MONTHS:-12}
seed=${KENPO_SOAK_SEED:-1}
kenpo=${KENPO:-build/kenpo}
scratch=$(mktemp -d "${KENPO_SOAK_SCRATCH:-/tmp}/kenpo-soak-XXXXXX")
trap 'rm -rf "$scratch"' EXIT
data=$scratch/data

step() {
  local name=$1 begun=$SECONDS
  shift
  "$@" > "$scratch/out.txt" || { cat "$scratch/out.txt"; echo "failed: $name" >&2; exit 1; }
  echo "$name: $((SECONDS - begun)) s, data $(du -sm "$data" 2> /dev/null | cut -f1) MB"
}
months_of() { for ((back = months; back >= 1; --back)); do
  date -d "$(date +%Y-%m-15) -$back month" +%Y-%m
done; }

step 'init' "$kenpo" init "$data"
step 'make-society' "$kenpo" make-society "$scratch/files" --members "$members" \
  --months "$months" --seed "$seed"
step 'intake' "$kenpo" intake --data "$data" "$scratch/files"
for month in $(months_of); do
  step "month $month" "$kenpo" month --data "$data" "$month"
done
step 'audit verify' "$kenpo" audit verify --data "$data"

# Again: the same files and the last month change nothing.
step 'intake again' "$kenpo" intake --data "$data" "$scratch/files"
last=$(months_of | tail -1)
step "month $last again" "$kenpo" month --data "$data" "$last"
cp "$scratch/out.txt" "$scratch/again.txt"
step "month $last a third time" "$kenpo" month --data "$data" "$last"
diff "$scratch/again.txt" "$scratch/out.txt" \
  || { echo 'the third run of the month says something else than the second' >&2; exit 1; }
step 'audit verify' "$kenpo" audit verify --data "$data"
echo "passed: $members members, $months months"
