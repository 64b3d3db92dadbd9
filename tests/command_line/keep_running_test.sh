#!/usr/bin/env bash
# tools/keep_running.sh starts a program again after an unclean end, with a limit, and not otherwise.
#   usage: keep_running_test.sh
set -uo pipefail
keep=$(realpath "$(dirname "$0")/../../tools/keep_running.sh")
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export KENPO_RESTART_PAUSE=0
failures=0

# expect STATUS STARTS WORDS PROGRAM: how it ends, how often the program was started, what is said.
expect() {
  local status=$1 starts=$2 words=$3 got told
  printf '#!/usr/bin/env bash\necho start >> "%s/starts"\n%s\n' "$home" "$4" > "$home/program"
  chmod +x "$home/program"
  : > "$home/starts"
  told=$(timeout 60 "$keep" "$home/program" 2>&1)
  got=$?
  if [[ $got != "$status" || $(wc -l < "$home/starts") != "$starts" || $told != *"$words"* ]]; then
    printf 'expected %s after %s starts and "%s", got %s after %s:\n%s\n%s\n' "$status" "$starts" \
      "$words" "$got" "$(wc -l < "$home/starts")" "$4" "$told"
    failures=$((failures + 1))
  fi
}

expect 0 1 '' 'exit 0'
expect 0 4 'started again' "((\$(wc -l < '$home/starts') > 3)) || kill -KILL \$\$"
expect 1 6 'not started again' 'kill -KILL $$'  # five restarts
expect 1 6 'not started again' 'exit 3'
expect 1 1 '' 'exit 1'  # refused at once: the port is taken
expect 0 2 'started again' "((\$(wc -l < '$home/starts') > 1)) || { sleep 6; exit 1; }"
expect 2 1 '' 'exit 2'

# Somebody ends it: the program is told, ends in its own way, and is not started again.
cat > "$home/program" << END
#!/usr/bin/env bash
trap 'echo told > "$home/end"; exit 0' TERM
echo start >> "$home/starts"
while :; do sleep 0.05; done
END
: > "$home/starts"
"$keep" "$home/program" &
kept=$!
until [[ -s $home/starts ]]; do sleep 0.05; done
kill -TERM "$kept"
wait "$kept"
status=$?
[[ $status == 0 && $(cat "$home/end") == told && $(wc -l < "$home/starts") == 1 ]] || {
  echo "ended on request with status $status after:"
  cat "$home/starts"
  failures=$((failures + 1))
}
((failures == 0)) && echo 'started again where it must be'
exit $((failures > 0))
