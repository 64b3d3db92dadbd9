#!/usr/bin/env bash
# Measures kenpo beside its peers in one run, on one machine and disk, and prints an aligned table.
#   tools/bench.sh          moderate sizes
#   tools/bench.sh --full   the sizes of the largest society
#   tools/bench.sh PART …   parts only: reads claims intake levy regular preview search benefits
#                           receipts notices analysis
# Sizes and times may be set: KENPO_BENCH_PEOPLE, _SECONDS, _MEGABYTES, _INTAKE_MEGABYTES,
# _INSURED, _PREVIEWED, _SEARCHED, _TREATED, _HEADS, _PAGES, _LINES; KENPO_BENCH_SCRATCH is where the data go (default: a
# directory under /tmp);
# KENPO_BENCH_PROGRAM is a kenpo_bench that is built already.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"

parts=()
people=200000 seconds=5 megabytes=300 intake_megabytes=100 insured=50000
previewed=5000 searched=100000 lines=20000000 treated=20000 heads=500000 pages=2000
for word in "$@"; do
  if [[ $word == --full ]]; then
    people=1000000 seconds=8 megabytes=300 intake_megabytes=1000 insured=500000
    previewed=20000 searched=800000 lines=100000000 treated=800000 heads=30000000 pages=20000
  else
    parts+=("$word")
  fi
done
((${#parts[@]})) || parts=(reads claims intake levy regular preview search benefits receipts notices analysis)
people=${KENPO_BENCH_PEOPLE:-$people} seconds=${KENPO_BENCH_SECONDS:-$seconds}
megabytes=${KENPO_BENCH_MEGABYTES:-$megabytes}
intake_megabytes=${KENPO_BENCH_INTAKE_MEGABYTES:-$intake_megabytes}
insured=${KENPO_BENCH_INSURED:-$insured} previewed=${KENPO_BENCH_PREVIEWED:-$previewed}
searched=${KENPO_BENCH_SEARCHED:-$searched}
lines=${KENPO_BENCH_LINES:-$lines} treated=${KENPO_BENCH_TREATED:-$treated}
heads=${KENPO_BENCH_HEADS:-$heads} pages=${KENPO_BENCH_PAGES:-$pages}

kenpo_bench=${KENPO_BENCH_PROGRAM:-$here/build-bench/kenpo_bench}
if [[ -z ${KENPO_BENCH_PROGRAM:-} ]]; then
  cmake -S . -B build-bench -G Ninja -DCMAKE_C_COMPILER=gcc -DCMAKE_CXX_COMPILER=g++ \
    -DKENPO_BENCH=ON -DKENPO_TESTS=OFF > build-bench.log 2>&1 || { cat build-bench.log; exit 1; }
  rm -f build-bench.log
  ninja -C build-bench -j"${JOBS:-$(nproc)}" kenpo_bench > /dev/null
fi

scratch=$(mktemp -d "${KENPO_BENCH_SCRATCH:-/tmp}/kenpo-bench-XXXXXX")
# shellcheck source=bench/postgresql/cluster.sh
source bench/postgresql/cluster.sh
clean_up() { stop_postgresql; rm -rf "$scratch"; }
trap clean_up EXIT

describe() {
  local commit
  commit=$(git rev-parse --short HEAD 2> /dev/null || echo none)
  echo "date     $(date -u +%Y-%m-%dT%H:%M:%SZ)   commit $commit"
  echo "machine  $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(nproc) cores," \
    "$(awk '/^MemTotal/ { printf "%.0f", $2 / 1048576 }' /proc/meminfo) GiB, $(uname -sr)"
  echo "load     $(cut -d' ' -f1-3 /proc/loadavg) (other programs on the machine count here)"
  echo "command  tools/bench.sh $*"
  echo
}

postgresql_members() {
  [[ -n ${postmaster:-} ]] || start_postgresql
  query -c 'SET client_min_messages = warning' \
    -c 'DROP TABLE IF EXISTS drawn, subscriber, subscriber_plain, policy, role_scope CASCADE' \
    -c 'DROP TABLE IF EXISTS audit' \
    -c 'DROP ROLE IF EXISTS member_clerk, reader, audited'
  query -c 'CREATE TABLE drawn (n bigserial PRIMARY KEY, kana text NOT NULL)'
  "$kenpo_bench" names - "$1" | query -c 'COPY drawn (kana) FROM STDIN'
  query -f bench/postgresql/members.sql
}

reads() {
  "$kenpo_bench" reads "$scratch/reads" "$people" "$seconds"
  postgresql_members "$people"
  local number purpose='-c kenpo.purpose=purpose1'
  for number in 2 64; do
    echo "PostgreSQL 15, $number clients (pgbench -M prepared -j 2), $people members" \
      " [load $(cut -d' ' -f1 /proc/loadavg)]"
    clients '(a) plain' read_plain.sql "$number" reader
    clients '(b) row security' read_policy.sql "$number" member_clerk "$purpose"
    query -c "ALTER ROLE member_clerk SET pgaudit.log = 'read'"
    clients '(c) (b) + pgaudit' read_policy.sql "$number" member_clerk "$purpose"
    query -c 'ALTER ROLE member_clerk RESET pgaudit.log'
    query -c "ALTER ROLE reader SET pgaudit.log = 'read'"
    clients '(d) (a) + pgaudit' read_plain.sql "$number" reader
    query -c 'ALTER ROLE reader RESET pgaudit.log'
    query -c "ALTER ROLE member_clerk SET pgaudit.role = 'audited'"
    clients '(e) (b) + pgaudit objects' read_policy.sql "$number" member_clerk "$purpose"
    query -c 'ALTER ROLE member_clerk RESET pgaudit.role'
    clients '(f) function, audit row synced' read_function.sql "$number" member_clerk
    clients '(g) (f) not synced' read_function.sql "$number" member_clerk \
      '-c synchronous_commit=off'
  done
}

claims() {
  command -v python3 > /dev/null || install_packages python3
  "$kenpo_bench" claims "$scratch/claims" "$megabytes"
  local file=$scratch/claims/11_RECODEINFO_MED.CSV
  python3 bench/claims_csv.py "$file"
  rm -f "$file"
}

intake() { "$kenpo_bench" intake "$scratch/intake" "$intake_megabytes"; }

levy() {
  "$kenpo_bench" levy "$scratch/levy" "$insured"
  [[ -n ${postmaster:-} ]] || start_postgresql
  query -c 'SET client_min_messages = warning' -c 'DROP TABLE IF EXISTS insured, rate, posting'
  query -v people="$insured" -f bench/postgresql/levy.sql > "$scratch/levy.txt"
  line 'PostgreSQL: one statement, committed' \
    "$(sed -n 's/^Time: \([0-9.]*\) ms.*/\1/p' "$scratch/levy.txt" | awk '{ print $1 / 1000 }')" s \
    'standard x rate, one posting a kind'
}

regular() {
  "$kenpo_bench" regular "$scratch/regular" "$insured"
  [[ -n ${postmaster:-} ]] || start_postgresql
  query -c 'SET client_min_messages = warning' \
    -c 'DROP TABLE IF EXISTS grade, insured, standard, notified' \
    -c 'CREATE TABLE grade (number integer, lower_bound bigint, upper_bound bigint,
                            standard bigint)'
  # name, from, to, value: the bound and the standard of each grade of the newest table.
  awk -F'\t' -v OFS='\t' '
    /^remuneration.grade/ { split($1, part, "."); grade = part[3] + 0; last = grade
                            if (part[4] == "standard") standard[grade] = $4; else lower[grade] = $4 }
    END { for (at = 1; at <= last; ++at)
            print at, lower[at], at < last ? lower[at + 1] : "\\N", standard[at] }' law/grades.tsv \
    | query -c 'COPY grade FROM STDIN'
  query -v people="$insured" -f bench/postgresql/regular.sql > "$scratch/regular.txt"
  line 'PostgreSQL: two statements, committed' \
    "$(sed -n 's/^Time: \([0-9.]*\) ms.*/\1/p' "$scratch/regular.txt" \
      | awk '{ sum += $1 } END { print sum / 1000 }')" s 'no reasons, nothing sealed, no record'
}

preview() { "$kenpo_bench" preview "$scratch/preview" "$previewed"; }

search() {
  "$kenpo_bench" search "$scratch/search" "$searched"
  postgresql_members "$searched"
  # pgbench writes the time of each transaction, in microseconds, into a file beside it.
  ( cd "$scratch"
    "$postgresql_bin/pgbench" -n -M prepared -c 1 -t 2000 -l --log-prefix=search \
      -D people="$searched" -f "$here/bench/postgresql/search.sql" "$database" > /dev/null 2>&1 )
  awk '{ print $3 / 1000 }' "$scratch"/search.* | sort -n > "$scratch/search.txt"
  local count
  count=$(wc -l < "$scratch/search.txt")
  line 'PostgreSQL: prefix index, 2 kana, median' \
    "$(sed -n "$((count / 2))p" "$scratch/search.txt")" ms
  line 'PostgreSQL: prefix index, 2 kana, p95' \
    "$(sed -n "$((count * 95 / 100))p" "$scratch/search.txt")" ms 'no scope, no record'
}

benefits() { "$kenpo_bench" benefits "$scratch/benefits" "$treated"; }

receipts() { "$kenpo_bench" receipts "$scratch/receipts" "$heads"; }

notices() { "$kenpo_bench" notices - "$pages"; }

analysis() { "$kenpo_bench" analysis - "$lines"; }

describe "$@"
for part in "${parts[@]}"; do
  case $part in
    reads | claims | intake | levy | regular | preview | search | benefits | receipts | notices | \
      analysis) "$part"; echo ;;
    *) echo "unknown part: $part (reads claims intake levy regular preview search benefits receipts" \
        "notices analysis)" >&2; exit 2 ;;
  esac
done
