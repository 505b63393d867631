# shellcheck shell=bash
what='a second account beside the first'

second=/etc/dialerd/second.yaml

step() {
  local pid
  pid=$(property MainPID)
  inside install --owner=root --group=dialerd --mode=640 "$configuration" "$second"
  set_key listen 127.0.0.1:8490 "$second"
  set_key public_url http://127.0.0.1:8490 "$second"
  set_key state_dir "$state-second" "$second"
  set_key campaign_dir "$state-second/campaigns" "$second"
  write_token /etc/dialerd/second.auth_token
  inside systemctl start dialerd@second.service
  expect_equal 'the second' active "$(property ActiveState dialerd@second.service)"

  drop elsewhere 20 6000000 "$state-second/campaigns"
  await 90 'its campaign ends' campaign_is elsewhere '.state == "completed"' "$second"
  expect_equal 'the campaign in the first account' '' "$(campaign elsewhere .state)"
  expect_equal 'the first is untouched' "$pid" "$(property MainPID)"
  # The instance keeps running: the removal of the package has to stop it.
}
