# shellcheck shell=bash
what='nightly backups, of which seven are kept, and restoring one'

backups=$state/backups

step() {
  expect_contains 'the timers' 'dialerd-backup\.timer' "$(inside systemctl list-timers --all --no-legend --no-pager)"
  expect_seven_kept
  expect_restored
}

# Two weeks of older backups, and another file that must stay.
expect_seven_kept() {
  local day
  inside systemctl start dialerd-backup.service
  for day in $(seq 10 23); do
    inside install --owner=dialerd --group=dialerd --mode=640 /dev/null "$backups/dialerd-202601${day}T030000Z.sqlite3"
  done
  inside install --owner=dialerd --group=dialerd --mode=640 /dev/null "$backups/by-hand.sqlite3"
  # The name of a backup has its time to the second.
  sleep 1
  inside systemctl start dialerd-backup.service
  expect_equal 'nightly backups' 7 "$(inside find "$backups" -name 'dialerd-*T*Z.sqlite3' | wc -l)"
  expect_equal 'the oldest that are kept' "dialerd-20260119T030000Z.sqlite3" "$(inside ls "$backups" | grep '^dialerd-2' | head -n 1)"
  inside test -e "$backups/by-hand.sqlite3" || fail 'a file that is no nightly backup was removed'
  expect_equal 'a whole database' ok "$(inside sqlite3 "$(latest_backup)" 'PRAGMA quick_check')"
  expect_equal 'backups that others can read' '' "$(inside find "$backups" -perm /007)"
}

latest_backup() {
  inside find "$backups" -name 'dialerd-*T*Z.sqlite3' | sort | tail -n 1
}

# Follows docs/operating.md, "Restoring a backup". Calls after the backup are not forgotten by accident.
expect_restored() {
  local file said
  file=$(latest_backup)
  drop after-backup 10 5000000
  await 90 'a campaign after the backup ends' campaign_is after-backup '.state == "completed"'
  ! inside dialerd restore "$file" >/dev/null 2>&1 || fail 'restored under a running daemon'
  inside systemctl stop dialerd.service
  ! said=$(inside dialerd restore "$file" 2>&1) || fail 'a newer database was replaced without --force'
  expect_contains 'why it is refused' '--force' "$said"
  expect_equal 'campaigns after the refusal' 1 "$(campaigns_named after-backup)"
  inside dialerd restore "$file" --force >/dev/null
  inside systemctl start dialerd.service
  expect_equal 'the service' active "$(property ActiveState)"
  expect_equal 'campaigns of which the backup does not know' 0 "$(campaigns_named after-backup)"
  expect_equal 'the owner of the database' dialerd:dialerd "$(inside stat --format=%U:%G "$state/dialerd.sqlite3")"
  inside find "$state" -maxdepth 1 -name 'dialerd.sqlite3.replaced-*' | grep --quiet . || fail 'the replaced database is gone'
}

campaigns_named() {
  { as clerk dialerd status --json || true; } | inside jq "[.campaigns[] | select(.name == \"$1\")] | length"
}
