# shellcheck shell=bash
what='removed, it leaves the data; purged, nothing'

step() {
  apt_get remove dialerd
  expect_equal 'units that run' '' "$(inside systemctl list-units --no-legend --plain --state=active 'dialerd*')"
  expect_equal 'processes of the user' '' "$(inside sh -c 'grep -ls "^Uid:.*\b$(id -u dialerd)\b" /proc/[0-9]*/status' || true)"
  ! inside systemctl cat dialerd.service >/dev/null 2>&1 || fail 'the unit is still there'
  inside test -s "$state/dialerd.sqlite3" || fail 'the database is gone'
  inside test -e "$configuration" || fail 'the configuration is gone'
  inside test -e /etc/dialerd/auth_token || fail 'the token is gone'

  apt_get purge dialerd
  expect_equal 'what is left' '' "$(left_overs)"
  ! inside getent passwd dialerd || fail 'the user is still there'
  ! inside getent group dialerd || fail 'the group is still there'
  expect_equal 'failed units' '' "$(inside systemctl --failed --no-legend --plain 'dialerd*')"
}

left_overs() {
  inside find / -xdev ! -path '/proc/*' ! -path '/sys/*' ! -path '/var/log/*' ! -path '/var/cache/*' \
    \( -name 'dialerd*' -o -name '*plivo*' \) ! -path '/tmp/*' ! -path '/run/*'
}
