# shellcheck shell=bash
what='restarts under callbacks, none of which is lost'

restarts=3

step() {
  local failed_before refused
  failed_before=$(simulator_says stats .callbacks.failed)
  drop restart 1200 4000000
  await 20 'callbacks arrive' campaign_is restart '.finished > 50'

  start_knocking
  for _ in $(seq "$restarts"); do
    inside systemctl restart dialerd.service
    sleep 4
  done
  # And once without a chance to stop in order.
  inside systemctl kill --signal=KILL --kill-who=main dialerd.service
  await 10 'it comes back after the kill' has_restarted_since 0
  sleep 2
  refused=$(stop_knocking)

  await 180 'the campaign ends' campaign_is restart '.state == "completed"'
  expect_equal 'callbacks that were given up' "$failed_before" "$(simulator_says stats .callbacks.failed)"
  expect_equal 'connections that were refused' 0 "$refused"
  expect_nobody_called_twice
  fact "$((restarts + 1)) restarts"
  fact "$(simulator_says stats '.callbacks | "\(.sent) callbacks, \(.sent - .delivered) of them repeated"')"
}

# Another client connects twenty times a second. 7 is curl's exit code for a refused connection.
start_knocking() {
  inside systemd-run --quiet --unit=knocking --property=User=nobody sh -c '
    while sleep 0.05; do
      curl --silent --max-time 5 --output /dev/null http://127.0.0.1:8480/healthz
      echo "curl $?"
    done'
}

stop_knocking() {
  local codes
  inside systemctl stop knocking.service
  codes=$(journal_of knocking.service | grep '^curl ')
  [ "$(wc -l <<<"$codes")" -ge 50 ] || fail "there were too few knocks: $(wc -l <<<"$codes")"
  grep --count '^curl 7$' <<<"$codes" || true
}
