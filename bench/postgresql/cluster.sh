# A PostgreSQL 15 cluster of its own in a temporary directory, reached by its Unix socket only.
# Sourced by tools/bench.sh, which sets `scratch`. PostgreSQL refuses to run as root, so root hands
# it to the user postgres.
postgresql_bin=/usr/lib/postgresql/15/bin
cluster=$scratch/postgresql
database=kenpo_bench

as_owner() {
  if ((EUID == 0)); then runuser -u postgres -- "$@"; else "$@"; fi
}

as_root() {
  if ((EUID == 0)); then "$@"; else sudo "$@"; fi
}

install_packages() {
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" \
    > /dev/null
}

install_postgresql() {
  [[ -x $postgresql_bin/initdb && -e /usr/lib/postgresql/15/lib/pgaudit.so ]] && return
  # Without a cluster of Debian's own beside ours.
  as_root mkdir -p /etc/postgresql-common
  [[ -e /etc/postgresql-common/createcluster.conf ]] \
    || as_root tee /etc/postgresql-common/createcluster.conf > /dev/null \
    <<< 'create_main_cluster = false'
  install_packages postgresql-15 postgresql-15-pgaudit
}

start_postgresql() {
  install_postgresql
  mkdir -p "$cluster"
  chmod 711 "$scratch"
  if ((EUID == 0)); then chown postgres "$cluster"; fi
  cd "$cluster"
  as_owner "$postgresql_bin/initdb" -D "$cluster/data" -U owner -A trust -E UTF8 --no-locale \
    > "$scratch/initdb.log"
  as_owner tee -a "$cluster/data/postgresql.conf" > /dev/null << EOF
listen_addresses = ''
unix_socket_directories = '$cluster'
shared_buffers = 2GB
max_wal_size = 8GB
max_connections = 100
shared_preload_libraries = 'pgaudit'
logging_collector = on
log_directory = '$cluster/log'
pgaudit.log_parameter = on
EOF
  as_owner "$postgresql_bin/pg_ctl" -D "$cluster/data" -w -t 60 start > "$scratch/pg_ctl.log"
  cd "$OLDPWD"
  postmaster=$(head -1 "$cluster/data/postmaster.pid")
  export PGHOST=$cluster PGUSER=owner
  "$postgresql_bin/createdb" "$database"
  query -c 'CREATE EXTENSION pgaudit' > /dev/null
}

stop_postgresql() {
  [[ -n ${postmaster:-} ]] || return 0
  # SIGINT: the fast shutdown. Only the postmaster that was started above.
  kill -INT "$postmaster" 2> /dev/null || true
  while kill -0 "$postmaster" 2> /dev/null; do sleep 0.2; done
  postmaster=
}

query() { psql -X -q -v ON_ERROR_STOP=1 -d "$database" "$@"; }

# Processor seconds of the server and all its backends, living and gone.
server_seconds() {
  local child statistics=("/proc/$postmaster/stat")
  for child in $(pgrep -P "$postmaster"); do
    statistics+=("/proc/$child/stat")
  done
  # Fields behind the name in brackets: 12 and 13 are user and system, 14 and 15 of children.
  { cat "${statistics[@]}" 2> /dev/null || true; } | sed 's/^.*) //' \
    | awk -v ticks="$(getconf CLK_TCK)" '{ sum += $12 + $13 + $14 + $15 } END { print sum / ticks }'
}

# line WHAT FIGURE UNIT [REMARK]: as kenpo_bench prints.
line() { printf '  %-46s %12.*f %-8s %s\n' "$1" "$(decimals "$2")" "$2" "$3" "${4:-}"; }
decimals() {
  awk -v figure="$1" \
    'BEGIN { print (figure >= 100 ? 0 : figure >= 10 ? 1 : figure >= 1 ? 2 : 4) }'
}

# clients NAME SCRIPT CLIENTS USER [OPTIONS OF THE SESSION]: one run of pgbench.
clients() {
  local name=$1 script=$2 number=$3 user=$4 options=${5:-} before after output
  before=$(server_seconds)
  output=$(PGUSER=$user PGOPTIONS=$options "$postgresql_bin/pgbench" -n -M prepared -c "$number" \
    -j 2 -T "$seconds" -D people="$people" -f "$here/bench/postgresql/$script" "$database" 2>&1) \
    || { echo "$output" >&2; return 1; }
  after=$(server_seconds)
  local reads rate
  reads=$(sed -n 's/^number of transactions actually processed: \([0-9]*\).*/\1/p' <<< "$output")
  rate=$(sed -n 's/^tps = \([0-9.]*\).*/\1/p' <<< "$output")
  line "PostgreSQL $name, $number clients" "$rate" reads/s
  line "PostgreSQL $name, server's processor" \
    "$(awk -v from="$before" -v to="$after" -v reads="$reads" \
      'BEGIN { print (to - from) * 1e6 / reads }')" us/read
}
