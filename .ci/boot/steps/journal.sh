# shellcheck shell=bash
what='the journal by campaign, with priorities and without numbers'

step() {
  local lines priorities
  lines=$(inside journalctl --no-pager --output=cat --unit=dialerd.service CAMPAIGN=spring | wc -l)
  [ "$lines" -gt 0 ] || fail 'journalctl --unit=dialerd CAMPAIGN=spring shows nothing'
  priorities=$(inside journalctl --no-pager --output=json _SYSTEMD_UNIT=dialerd.service | inside jq --raw-output .PRIORITY |
    sort --unique | paste -sd' ')
  [ "$(wc -w <<<"$priorities")" -gt 1 ] || fail "every line has the same priority: '$priorities'"

  # In any field of any line, also as part of a URL.
  expect_equal 'lines with a phone number' '' \
    "$(inside journalctl --no-pager --output=export _SYSTEMD_UNIT=dialerd.service | grep --text "$number_prefix[0-9]\{7\}" | head -n 3)"
  expect_equal 'lines with the auth token' '' \
    "$(inside journalctl --no-pager --output=export _SYSTEMD_UNIT=dialerd.service | grep --text "$auth_token" | head -n 3)"
  fact "$lines lines of the campaign"
  fact "priorities $priorities"
}
