# shellcheck shell=bash
what='2,000 people dialled, the daemon killed in the middle'

contacts=2000

step() {
  drop spring "$contacts" 2000000
  await 15 'the campaign runs' campaign_is spring '.finished > 0'

  await 60 'a quarter is finished' campaign_is spring ".finished > $contacts / 4"
  expect_equal 'restarts of a busy daemon' 0 "$(property NRestarts)"
  inside systemctl kill --signal=KILL --kill-who=main dialerd.service
  await 10 'it comes back by itself' has_restarted_since 0
  expect_equal 'restarts after the kill' 1 "$(property NRestarts)"

  await 180 'the campaign ends' campaign_is spring '.state == "completed"'
  await 10 'results.csv' inside test -e "$campaigns/accepted/spring/results.csv"
  expect_nobody_called_twice
  expect_results
  expect_equal 'restarts in all' 1 "$(property NRestarts)"
  fact "$(simulator_says calls '.calls | length') calls"
  fact "$(campaign spring .outcomes.unknown) in doubt for good"
}

# One line for each contact, and the same numbers as `status`.
expect_results() {
  local results in_file in_status
  results=$(inside cat "$campaigns/accepted/spring/results.csv")
  expect_equal 'lines of results.csv' "$contacts" "$(tail -n +2 <<<"$results" | wc -l)"
  in_file=$(outcomes_in "$results")
  in_status=$(campaign spring '.outcomes | to_entries[] | select(.value > 0) | "\(.key) \(.value)"' | sort)
  expect_equal 'outcomes in results.csv and in status' "$in_status" "$in_file"
  expect_equal 'contacts that have another outcome than the simulator gave their calls' '' "$(disagreements "$results")"
}

# The columns are row,to,name,outcome,…
outcomes_in() {
  tail -n +2 <<<"$1" | cut -d, -f 4 | sort | uniq -c | awk '{ print $2, $1 }'
}

# An unknown outcome cannot disagree.
disagreements() {
  comm -13 <(simulator_says calls '.calls[] | "+\(.to) \(.outcome)"' | sort) \
    <(tail -n +2 <<<"$1" | awk -F, '$4 != "unknown" { print $2, $4 }' | sort)
}
