# shellcheck shell=bash
what='refuses to start half configured, starts when it is whole'

step() {
  write_token /etc/dialerd/auth_token
  expect_wrong_configuration_told
  start_simulator
  configure
  inside systemctl reset-failed dialerd.service
  inside systemctl start dialerd.service
  # `systemctl start` returns when the daemon has sent READY.
  expect_equal 'the type of the service' notify "$(property Type)"
  expect_equal 'the service' active "$(property ActiveState)"
  inside curl --silent --fail http://127.0.0.1:8480/healthz >/dev/null || fail 'the listener does not say that all is well'
  await 5 'a line of progress in the status' has_status_text
  expect_contains 'systemctl status' 'Status: "' "$(inside systemctl status dialerd.service)"
  fact "\"$(property StatusText)\""
}

# The journal has every problem at once, and systemd does not try again and again.
expect_wrong_configuration_told() {
  ! inside systemctl start dialerd.service 2>/dev/null || fail 'it started without auth_id and public_url'
  local told
  told=$(journal_of dialerd.service)
  expect_contains 'the journal' 'plivo\.auth_id' "$told"
  expect_contains 'the journal' 'callbacks\.public_url' "$told"
  expect_equal 'its exit code' 78 "$(property ExecMainStatus)"
  expect_equal 'tries after the first' 0 "$(property NRestarts)"
}

# 60 calls a second; a call of one minute takes three seconds.
start_simulator() {
  inside systemd-run --quiet --unit=plivo-simulator --property=User=nobody --property=Restart=no \
    plivo-simulator --auth-id "$auth_id" --auth-token "$auth_token" --cps 60 --speed 20 --seed 7 --verbose
  await 10 'the simulator' inside curl --silent --fail --output /dev/null "$simulator/simulator/stats"
}

configure() {
  set_key auth_id "$auth_id"
  set_key base_url "$simulator/v1"
  set_key public_url http://127.0.0.1:8480
  set_key calls_per_second 50
  set_key dispatch_interval 1s
  set_key max_calls_in_flight 2000
  set_key callback_grace 2s
  # The numbers are invented, so calls are allowed at any hour.
  set_key defaults '{calling_hours: always}'
}

has_status_text() {
  [ -n "$(property StatusText)" ]
}
