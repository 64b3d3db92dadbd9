#!/usr/bin/env bash
# The program as its user starts it: a society made, files taken in, two months run, everything run
# twice, bad input refused, the log verified by us and by the outside program.
#   usage: office_test.sh KENPO
set -uo pipefail
cd "$(dirname "$0")/../.."
kenpo=$(realpath "$1")
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export LANG=C LC_ALL=C
# Fontconfig and cairo keep what they read until the end of the program; that is no leak of ours.
export ASAN_OPTIONS=detect_leaks=0
data=$home/data
failures=0

# expect STATUS WORDS COMMAND…: the exit status, and words on standard output or error.
expect() {
  local status=$1 words=$2
  shift 2
  local told got
  told=$("$@" 2>&1 < /dev/null)
  got=$?
  if [[ $got != "$status" ]] || [[ $told != *"$words"* ]]; then
    printf 'expected %s and "%s", got %s from: %s\n%s\n' "$status" "$words" "$got" "$*" "$told"
    failures=$((failures + 1))
  fi
}

version=$(sed -n 's/.*version = "\(.*\)".*/\1/p' "$(dirname "$0")/../../src/app/version.h")
expect 0 "kenpo ${version:?}" "$kenpo" --version
expect 2 '' "$kenpo"
expect 2 '' "$kenpo" no-such-command
expect 0 'Usage' "$kenpo" month --help
expect 1 'missing' "$kenpo" month --data "$home/nothing" 2026-10
expect 2 '' "$kenpo" serve --data "$home/nothing" --idle-minutes 0
expect 2 '' "$kenpo" serve --data "$home/nothing" --idle-minutes 16

expect 0 'data directory is made' "$kenpo" init "$data"
expect 1 'already' "$kenpo" init "$data"
expect 0 'invented' "$kenpo" make-society "$home/files" --members 120 --months 2 --seed 5
expect 0 'acquisitions' "$kenpo" intake --data "$data" "$home/files"
expect 0 'taken in before' "$kenpo" intake --data "$data" "$home/files"

last=$(date -d "$(date +%Y-%m-15) -1 month" +%Y-%m)
before=$(date -d "$(date +%Y-%m-15) -2 month" +%Y-%m)
expect 2 'not a month' "$kenpo" month --data "$data" 2026-13
expect 0 'levy' "$kenpo" month --data "$data" "$before"
expect 0 'levy' "$kenpo" month --data "$data" "$last"
expect 0 ' 0 postings' "$kenpo" month --data "$data" "$last"
expect 0 'consistent' "$kenpo" month --data "$data" "$last"
expect 0 'premiums of voluntary members' "$kenpo" month --data "$data" "$last"
expect 1 '' "$kenpo" month --data "$data" "$before"  # a month before the last one levied
for paper in "$data/outbox/$last"/*.pdf; do
  head -c 5 "$paper" | grep -q %PDF- || { echo "no paper: $paper"; failures=$((failures + 1)); }
done

# Files that must be refused, each with the place where something is wrong.
for bad in "$home"/files/bad/*; do
  case $bad in
    *README.txt | *31-again*) continue ;;
    *) expect 1 "$(basename "$bad")" "$kenpo" intake --data "$data" "$bad" ;;
  esac
done

# The notice: coverage has 43 pairs; a withdrawn row is told by diff.
pairs=$("$kenpo" notice coverage --json | python3 -c '
import json, sys
pairs = json.load(sys.stdin)["pairs"]
print(len(pairs), all(set(p) == {"category", "purpose", "operations"} for p in pairs))')
[[ $pairs == '43 True' ]] || { echo "coverage: $pairs"; failures=$((failures + 1)); }
sed 's/、保険料の徴収//' "$data/notice/0001.txt" > "$home/narrower.txt"
expect 0 'eligibility.premium_collection' "$kenpo" notice diff --data "$data" --json 1 \
  "$home/narrower.txt"
# typed USER…: what these users of the sample type: password and present code.
typed() {
  for user in "$@"; do
    awk -F'\t' -v user="$user" '$1 == user { print $3 }' "$data/sample-sign-in.tsv"
    "$kenpo" sign-in-code --data "$data" "$user"
  done
}
# publish PROPOSER APPROVER OPTION…: two people put the text into force at the terminal.
publish() {
  local proposer=$1 approver=$2
  shift 2
  typed "$proposer" "$approver" | "$kenpo" notice publish --data "$data" --proposed-by "$proposer" \
    --approved-by "$approver" --place /notice "$@" "$home/narrower.txt"
}
expect 1 'Two different people' publish sekinin sekinin
expect 1 'category.purpose=statement' publish joumu sekinin --new-data-only nothing
expect 1 '' publish shomu kanji  # neither has the role for it
expect 1 '' "$kenpo" notice publish --data "$data" --proposed-by tekiyo --approved-by kanji \
  --place /notice "$home/narrower.txt"  # nobody signs in
expect 0 'Version 2 is adopted' publish joumu sekinin
expect 1 'does not publish' "$kenpo" month --data "$data" "$(date +%Y-%m)"
expect 0 '' "$kenpo" notice check --data "$data"
for format in text html pdf jsonld; do
  expect 0 '' "$kenpo" notice show --data "$data" --format "$format"
done

# Law and cases.
expect 0 'unchecked' "$kenpo" law --unchecked
expect 0 'not in force' "$kenpo" law --planned
expect 0 '' "$kenpo" law remuneration.grade --on 2026-09-01
expect 0 'premium.month' "$kenpo" cases --list
expect 0 ' passed, 0 failed' "$kenpo" cases src/premium/month_rule.cases
printf 'rule\tno.such_rule\nwhy\tdate\t=x\tsource\na\t2026-01-01\t1\tnobody\n' > "$home/odd.cases"
expect 1 'no.such_rule' "$kenpo" cases "$home/odd.cases"

# The log: right, consistent with an older checkpoint, and wrong after any change.
"$kenpo" audit checkpoint --data "$data" > "$home/older.note"
expect 0 'right' "$kenpo" audit verify --data "$data" --older "$home/older.note"
expect 0 'claim.intake' "$kenpo" audit show --data "$data" --last 5000
entries=$(find "$data/log" -path '*entries*' -type f | sort | tail -1)
cp "$entries" "$home/entries"
printf 'x' | dd of="$entries" bs=1 seek=40 conv=notrunc status=none
expect 1 '' "$kenpo" audit verify --data "$data"
cp "$home/entries" "$entries"
expect 0 'right' "$kenpo" audit verify --data "$data"

# The self-check: dated, signed, and verified; a report or a key that was changed is noticed.
expect 0 'Watched: ' "$kenpo" audit signs --data "$data"
"$kenpo" self-check --data "$data" > "$home/report" || {
  echo "the self-check found something broken"; cat "$home/report"; failures=$((failures + 1)); }
expect 0 'was not changed' "$kenpo" self-check --data "$data" --verify "$home/report"
expect 0 '"broken":0' "$kenpo" self-check --data "$data" --json
sed 's/not applicable/held/' "$home/report" > "$home/report.changed"
expect 1 'changed after' "$kenpo" self-check --data "$data" --verify "$home/report.changed"
chmod 0644 "$data/keys/master.key"
expect 1 'broken' "$kenpo" self-check --data "$data"
chmod 0600 "$data/keys/master.key"

# A backup holds no keys and comes back.
expect 0 'keys are not in it' "$kenpo" backup --data "$data" "$home/facts.backup"
# restore ASKED APPROVED: two people who sign in put the facts back.
restore() {
  typed "$1" "$2" | "$kenpo" restore --data "$data" --asked-by "$1" --approved-by "$2" \
    "$home/facts.backup"
}
expect 1 'Two different people' restore sekinin sekinin
expect 1 'not for your role' restore tekiyo bunseki
sleep $((30 - $(date +%s) % 30))  # a one-time code serves once, and both signed in above
restored=$(restore sekinin joumu 2>&1) || { echo "$restored"; failures=$((failures + 1)); }
# What was decided after the copy is told: here the copy itself.
[[ $restored == *Restored* && $restored == *backup.make* ]] || {
  echo "restore told: $restored"; failures=$((failures + 1)); }
expect 0 'backup.restore_record' "$kenpo" audit show --data "$data"
expect 0 'right' "$kenpo" audit verify --data "$data"
# A notice changed behind the program's back is noticed at the next start.
sed -i 's/加入者の管理/加入者の監視/' "$data/notice/0001.txt"
expect 1 '0001.txt' "$kenpo" audit show --data "$data"
expect 1 'broken' "$kenpo" self-check --data "$data"

echo "$failures failed"
[[ $failures == 0 ]]
