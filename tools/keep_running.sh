#!/usr/bin/env bash
# Runs a program and starts it again when it ends uncleanly: killed, or with a status other than 0,
# as kenpo does when the audit log can no longer be trusted. After five restarts within ten minutes
# it gives up. INT and TERM end both.   usage: tools/keep_running.sh PROGRAM ARGUMENT…
#   KENPO_RESTART_PAUSE  seconds before a restart (1)
set -uo pipefail
restarts_limit=5
window_seconds=600
# A first start that is refused at once is not tried again: the port is taken, or a word is wrong.
refused_seconds=5
pause=${KENPO_RESTART_PAUSE:-1}

child=''
ending=''
end() {
  ending=1
  [[ -z $child ]] || kill -TERM "$child" 2> /dev/null
}
trap end INT TERM HUP

restarts=()  # when, in seconds of this run
while :; do
  begun=$SECONDS
  "$@" &
  child=$!
  # A signal ends the waiting before the program has ended.
  while :; do
    wait "$child"
    status=$?
    kill -0 "$child" 2> /dev/null || break
  done
  child=''
  # Ended on request, cleanly, or because the words of the command were wrong: no start mends that.
  if [[ -n $ending ]] || ((status == 0 || status == 2)); then exit "$status"; fi
  if ((status == 1 && ${#restarts[@]} == 0 && SECONDS - begun < refused_seconds)); then exit 1; fi
  recent=()
  for at in "${restarts[@]}"; do
    ((SECONDS - at >= window_seconds)) || recent+=("$at")
  done
  restarts=("${recent[@]}" "$SECONDS")
  if ((${#restarts[@]} > restarts_limit)); then
    echo "何度も正しく終わらないため、起動し直すのをやめます(状態 $status)。" >&2
    echo "It keeps ending uncleanly (status $status); it is not started again." >&2
    exit 1
  fi
  echo "正しく終わらなかったので、起動し直します(状態 $status)。" >&2
  echo "It ended uncleanly (status $status) and is started again." >&2
  sleep "$pause" &
  wait $!
  [[ -z $ending ]] || exit 0
done
