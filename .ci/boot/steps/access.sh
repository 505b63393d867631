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
  # What the clerk's commands have made is the daemon's to write, too.
  expect_equal 'files of the database that the daemon cannot write' '' \
    "$(inside find "$state" -maxdepth 1 -name 'dialerd.sqlite3*' ! -perm -060)"
}

# A command by somebody else: one line, an exit code, and not what a crash looks like.
expect_refused() {
  local said status=0
  said=$(as nobody dialerd "$@" 2>&1) || status=$?
  expect_equal "exit code of $1 outside of the group" 1 "$status"
  expect_equal "lines of $1 outside of the group: $said" 1 "$(wc -l <<<"$said")"
  expect_contains "what $1 says outside of the group" 'group dialerd' "$said"
}
