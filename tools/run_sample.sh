#!/usr/bin/env bash
# Opens the sample society: made once (data directory, synthetic members and files, the month run),
# opened in seconds afterwards, and started again by itself after an unclean end.
#   usage: tools/run_sample.sh DATA_DIRECTORY PORT
set -euo pipefail
cd "$(dirname "$0")/.."
data=$1
port=$2
kenpo=build/kenpo

# Stands while the society is being made: what was begun and cut is made anew.
unfinished="$data/sample-unfinished"
if [[ -e "$unfinished" ]]; then
  echo '前回の用意が途中で終わっています。初めから作り直します。'
  rm -rf "$data"
fi
if [[ ! -e "$data/society.tsv" ]]; then
  echo '見本健康保険組合を作ります。すべて作りものです。'
  mkdir -p "$data"
  touch "$unfinished"
  "$kenpo" init "$data" > /dev/null
  "$kenpo" make-society "$data/sample-files" --members 2000 --months 3 --seed 1
  "$kenpo" intake --data "$data" "$data/sample-files"
  # The levy runs month by month: the three months of the sample, the last one before this month.
  for back in 3 2 1; do
    month=$(date -d "$(date +%Y-%m-15) -$back month" +%Y-%m)
    echo "--- 月次処理 $month"
    "$kenpo" month --data "$data" "$month"
  done
  rm "$unfinished"
fi
exec tools/keep_running.sh "$kenpo" serve --data "$data" --port "$port"
