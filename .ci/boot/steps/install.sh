# shellcheck shell=bash
what='the package on a clean system'

step() {
  apt_get_install "$deb"
  expect_contains 'the system user' '^dialerd:[^:]*:[0-9]+:[0-9]+:.*(nologin|false)$' "$(inside getent passwd dialerd)"
  expect_equal 'the user is a system user' yes "$([ "$(inside id --user dialerd)" -lt 1000 ] && echo yes || echo no)"
  inside useradd --create-home --groups dialerd clerk
  expect_modes
  expect_tight_files
  expect_equal 'the unconfigured daemon' inactive "$(property ActiveState)"
  expect_equal 'failed units' '' "$(inside systemctl --failed --no-legend --plain)"
  expect_equal 'enabled, for the time when it is configured' enabled "$(inside systemctl is-enabled dialerd.service)"

  # A start by hand reports what is missing.
  inside systemctl start dialerd.service || true
  expect_equal 'the unconfigured daemon, started' inactive "$(property ActiveState)"
  expect_contains 'why it has not started' '/etc/dialerd/auth_token' "$(inside systemctl status dialerd.service 2>&1 || true)"
  fact "$(du --human-readable --apparent-size "$deb" | cut -f 1) packed"
}

mode_of() {
  inside stat --format='%a %U:%G' "$1"
}

expect_modes() {
  expect_equal "$state" '2770 dialerd:dialerd' "$(mode_of $state)"
  expect_equal "$campaigns" '2770 dialerd:dialerd' "$(mode_of $campaigns)"
  expect_equal "$configuration" '640 root:dialerd' "$(mode_of $configuration)"
}

# Only root can write the package's files, and other users cannot read the service's own files.
expect_tight_files() {
  local shipped loose
  shipped=$(inside sh -c 'dpkg-query --listfiles dialerd | while read -r path; do
    [ ! -f "$path" ] || find "$path" ! -type l \( ! -user root -o -perm /022 \); done')
  expect_equal 'shipped files that others than root can write' '' "$shipped"
  loose=$(inside find /etc/dialerd "$state" -type f -perm /027 ! -name 'dialerd.sqlite3*')
  expect_equal 'files that others can read or the group can write' '' "$loose"
}
