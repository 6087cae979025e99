# Sourced by .ci/run: makes sure that psql, mariadb and sqlite3 are there (Debian packages) and that a PostgreSQL and a
# MariaDB server answer. Servers that already answer, here or at the given URLs, are used as they are.

: "${MIGSQL_TEST_POSTGRESQL_URL:=postgresql://root@127.0.0.1:5432/postgres}"
: "${MIGSQL_TEST_MARIADB_URL:=mysql://root@127.0.0.1:3306/}"

missing=()
command -v psql >/dev/null || missing+=(postgresql)
command -v mariadb >/dev/null || missing+=(mariadb-server mariadb-client)
command -v sqlite3 >/dev/null || missing+=(sqlite3)
if [ ${#missing[@]} -gt 0 ]; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" >/dev/null
fi

postgresql_answers() { psql -X -q -d "$MIGSQL_TEST_POSTGRESQL_URL" -c 'SELECT 1' >/dev/null 2>&1; }

# host, port and user of a URL such as mysql://root:secret@127.0.0.1:3306/
mariadb_answers() {
  local rest=${MIGSQL_TEST_MARIADB_URL#*://} user password='' address
  user=${rest%@*} address=${rest##*@} address=${address%%/*}
  [[ $user == *:* ]] && password=${user#*:} && user=${user%%:*}
  MYSQL_PWD=$password mariadb --protocol=tcp -h "${address%:*}" -P "${address##*:}" -u "$user" -e 'SELECT 1' >/dev/null 2>&1
}

wait_for() { for _ in $(seq 60); do "$1" && return; sleep 1; done; echo "no server: $1" >&2; return 1; }

if ! postgresql_answers; then
  folder=$(mktemp -d) && chown postgres "$folder"
  tools=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
  su postgres -c "$tools/initdb -A trust -E UTF8 --no-locale -N -U root -D $folder/data" >/dev/null
  su postgres -c "$tools/pg_ctl -D $folder/data -l $folder/log -o '-p 54329 -k $folder -c listen_addresses=127.0.0.1 -c fsync=off' start" >/dev/null
  MIGSQL_TEST_POSTGRESQL_URL=postgresql://root@127.0.0.1:54329/postgres
  wait_for postgresql_answers
fi

if ! mariadb_answers; then
  folder=$(mktemp -d) && chown mysql "$folder"
  mariadb-install-db --no-defaults --user=mysql --datadir="$folder/data" --auth-root-authentication-method=normal --skip-test-db >/dev/null
  mariadbd --no-defaults --user=mysql --datadir="$folder/data" --socket="$folder/socket" --port=33069 --bind-address=127.0.0.1 >"$folder/log" 2>&1 &
  MIGSQL_TEST_MARIADB_URL=mysql://root@127.0.0.1:33069/
  wait_for mariadb_answers
fi

export MIGSQL_TEST_POSTGRESQL_URL MIGSQL_TEST_MARIADB_URL
