# shellcheck shell=bash
what='members of the group use the commands, others get a sentence'

step() {
  drop access 20 1000000
  await 15 'the campaign is taken' campaign_is access '.contacts == 20'
  as clerk dialerd pause access >/dev/null
  expect_equal 'the campaign' paused "$(campaign access .state)"
  as clerk dialerd resume access >/dev/null
  as clerk dialerd dnc add +15559999999 --reason 'asked for it' >/dev/null
  as clerk dialerd results access >/dev/null
  await 90 'the campaign ends' campaign_is access '.state == "completed"'
  expect_refused status
  expect_refused results access
  expect_refused pause access
  # The daemon can write the files that the clerk's commands have created.
  expect_equal 'files of the database that the daemon cannot write' '' \
    "$(inside find "$state" -maxdepth 1 -name 'dialerd.sqlite3*' ! -perm -060)"
}

# A user outside the group gets one line and an exit code, and nothing that looks like a crash.
expect_refused() {
  local said status=0
  said=$(as nobody dialerd "$@" 2>&1) || status=$?
  expect_equal "exit code of $1 outside of the group" 1 "$status"
  expect_equal "lines of $1 outside of the group: $said" 1 "$(wc -l <<<"$said")"
  expect_contains "what $1 says outside of the group" 'group dialerd' "$said"
}
