# shellcheck shell=bash
what='the journal by campaign, with priorities and without numbers'

step() {
  local lines priorities most
  lines=$(inside journalctl --no-pager --output=cat --unit=dialerd.service CAMPAIGN=spring | wc -l)
  [ "$lines" -gt 0 ] || fail 'journalctl --unit=dialerd CAMPAIGN=spring shows nothing'
  priorities=$(inside journalctl --no-pager --output=json _SYSTEMD_UNIT=dialerd.service | inside jq --raw-output .PRIORITY |
    sort --unique | paste -sd' ')
  [ "$(wc -w <<<"$priorities")" -gt 1 ] || fail "every line has the same priority: '$priorities'"

  # No field of any line may have a number, not even within a URL.
  expect_equal 'lines with a phone number' '' \
    "$(inside journalctl --no-pager --output=export _SYSTEMD_UNIT=dialerd.service | grep --text "${number_prefix}[0-9]\{7\}" | head -n 3)"
  expect_equal 'lines with the auth token' '' \
    "$(inside journalctl --no-pager --output=export _SYSTEMD_UNIT=dialerd.service | grep --text "$auth_token" | head -n 3)"

  # No two lines may differ only in digits, because repeated lines hide the others.
  most=$(journal_of dialerd.service | sed -E 's/0x[0-9a-f]+|[0-9]+/N/g' | sort | uniq -c | sort -rn | head -n 1)
  expect_at_most "times that one line is repeated: $most" 20 "$(awk '{ print $1 }' <<<"$most")"

  fact "$lines lines of the campaign"
  fact "priorities $priorities"
}
