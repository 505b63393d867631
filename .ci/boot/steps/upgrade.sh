# shellcheck shell=bash
what='an upgrade restarts the daemon, migrates its database and keeps the configuration'

database=$state/dialerd.sqlite3
previous=0.0.9

step() {
  local before pid
  install_previous
  before=$(inside sha256sum "$configuration")
  pid=$(property MainPID)

  apt_get_install "$deb"
  expect_equal 'the service' active "$(property ActiveState)"
  [ "$(property MainPID)" != "$pid" ] || fail 'the daemon of the previous version still runs'
  expect_equal 'the configuration' "$before" "$(inside sha256sum "$configuration")"
  expect_migrated
}

# The previous version runs with a database of its own schema.
install_previous() {
  "$here/previous-package" "$deb" "$previous" "$work/previous.deb"
  inside systemctl stop dialerd.service
  apt_get_install "$work/previous.deb" --allow-downgrades
  inside sh -c "rm -f '$database'*"
  as dialerd sh -c "umask 027 && sqlite3 '$database'" <"$here/schema-2.sql"
  inside systemctl start dialerd.service
  expect_equal 'the installed version' "$previous" "$(inside dpkg-query --show --showformat='${Version}' dialerd)"
}

# Nothing of the old database is lost, the new one works, and there is a copy of the old one.
expect_migrated() {
  local schema backup
  schema=$(migrations_in "$database")
  [ "$schema" -gt 2 ] || fail "the schema is still $schema"
  backup=$state/backups/dialerd-before-schema-$schema.sqlite3
  inside test -s "$backup" || fail "there is no $backup"
  expect_equal 'the schema of the backup' 2 "$(migrations_in "$backup")"
  expect_equal 'contacts in the backup' 17 "$(inside sqlite3 -readonly "$backup" 'SELECT count(*) FROM contacts')"
  expect_equal 'backups that others can read' '' "$(inside find "$state/backups" -perm /007)"

  expect_equal 'a finished campaign' '12 8 true' "$(campaign finished '"\(.finished) \(.outcomes.no_answer) \(.state == "completed")"')"
  expect_equal 'a paused campaign' '5 paused' "$(campaign unfinished '"\(.pending) \(.state)"')"
  as clerk dialerd dnc check +15558000999 >/dev/null || fail 'the do-not-call list is lost'
  as clerk dialerd resume unfinished >/dev/null
  await 90 'the paused campaign goes on to its end' campaign_is unfinished '.state == "completed"'
  fact "schema 2 to $schema"
}

migrations_in() {
  inside sqlite3 -readonly "$1" 'SELECT count(*) FROM grdb_migrations'
}
