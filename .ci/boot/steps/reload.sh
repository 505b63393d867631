# shellcheck shell=bash
what='a good configuration takes effect, a bad one does not'

step() {
  local pid
  # Whatever happens here, the following steps have the old rate.
  trap 'set_key calls_per_second 50' EXIT
  pid=$(property MainPID)
  drop reload 400 3000000
  await 15 'the campaign runs' campaign_is reload '.attempts > 0'

  set_key calls_per_second 2
  inside systemctl reload dialerd.service
  # Requests that were formed before may still leave.
  sleep 3
  expect_at_most 'calls in six seconds at two a second' 16 "$(attempts_within 6)"

  set_key calls_per_second -3
  ! inside systemctl reload dialerd.service 2>/dev/null || fail 'a configuration with a problem was taken'
  expect_contains 'the journal' 'limits\.calls_per_second' "$(journal_of dialerd.service --lines=20)"
  expect_equal 'the service' active "$(property ActiveState)"
  expect_at_most 'calls in six seconds at two a second' 16 "$(attempts_within 6)"

  set_key calls_per_second 50
  inside systemctl reload dialerd.service
  await 60 'the campaign ends at the old rate' campaign_is reload '.state == "completed"'
  expect_equal 'the main process' "$pid" "$(property MainPID)"
  expect_nobody_called_twice
}

attempts_within() {
  local before
  before=$(campaign reload .attempts)
  sleep "$1"
  echo $(($(campaign reload .attempts) - before))
}
