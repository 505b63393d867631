# shellcheck shell=bash
what='a daemon that hangs is started again'

step() {
  local before began
  before=$(property NRestarts)
  began=$SECONDS
  inside sh -c "kill -STOP $(property MainPID)"
  # WatchdogSec=30s, then the time for the end and the new start.
  await 50 'the watchdog acts' has_restarted_since "$before"
  expect_contains 'the journal' 'watchdog' "$(journal_of dialerd.service --lines=50)"
  expect_equal 'restarts' $((before + 1)) "$(property NRestarts)"
  fact "after $((SECONDS - began)) s"
}
