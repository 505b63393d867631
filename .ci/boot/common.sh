# Functions that the steps share: checks, waiting, and the operator's view of the service.
# shellcheck shell=bash

state=/var/lib/dialerd
campaigns=$state/campaigns
configuration=/etc/dialerd/dialerd.yaml
# The defaults of plivo-simulator.
simulator=http://127.0.0.1:8481
auth_id=MA00000000000000DEMO
auth_token=simulator-auth-token
# All dialed numbers begin with this prefix, so that the steps can find numbers where none should be.
number_prefix=1555

# --- checks ---

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

# Adds a measured value to the step's line.
fact() {
  echo "$*" >>"$work/facts"
}

expect_equal() {
  [ "$2" = "$3" ] || fail "$1: expected '$2', found '$3'"
}

# Compares decimal numbers.
expect_at_most() {
  awk -v found="$3" -v limit="$2" 'BEGIN { exit !(found != "" && found + 0 <= limit + 0) }' ||
    fail "$1: expected at most $2, found '$3'"
}

expect_contains() {
  grep --quiet --ignore-case --extended-regexp -e "$2" <<<"$3" || fail "$1: expected '$2' in:" "$3"
}

# await SECONDS WHAT COMMAND…: repeats the command until it succeeds, for at most SECONDS.
await() {
  local seconds=$1 for_what=$2 deadline
  shift 2
  deadline=$((SECONDS + seconds))
  until "$@"; do
    [ "$SECONDS" -lt "$deadline" ] || fail "waited $seconds s in vain: $for_what"
    sleep 0.3
  done
}

# --- packages ---

# Nothing answers questions of apt-get, so a question makes the step fail.
apt_get() {
  inside DEBIAN_FRONTEND=noninteractive apt-get --yes --quiet "$@" >"$work/apt.log" 2>&1 </dev/null ||
    fail "apt-get $1 failed:" "$(tail -n 20 "$work/apt.log")"
}

apt_get_install() {
  inside mkdir -p /var/cache/packages
  inside tee /var/cache/packages/dialerd.deb <"$1" >/dev/null
  apt_get install "${@:2}" /var/cache/packages/dialerd.deb
}

# --- units ---

property() {
  inside systemctl show --property="$1" --value "${2:-dialerd.service}"
}

is_state() {
  [ "$(property ActiveState "${2:-dialerd.service}")" = "$1" ]
}

has_restarted_since() {
  [ "$(property NRestarts)" -gt "$1" ] && is_state active
}

journal_of() {
  inside journalctl --no-pager --output=cat --unit="$1" "${@:2}"
}

# --- configuration ---

# set_key KEY VALUE [FILE]: sets a key of dialerd.yaml, as an operator edits the example. KEY is the last part of its name.
set_key() {
  local file=${3:-$configuration}
  inside grep --quiet --extended-regexp "^ *$1:" "$file" || fail "there is no key $1 in $file"
  inside sed --in-place --regexp-extended "s|^( *$1:).*|\1 $2|" "$file"
}

write_token() {
  inside sh -c "umask 077 && printf '%s\n' '$auth_token' >'$1'"
}

# --- campaigns ---

# drop NAME CONTACTS FIRST [FOLDER]: a member of the group drops a campaign with numbers that count up from FIRST. Calls end
# after half a minute, so that a call is settled soon even if all of its callbacks are lost.
drop() {
  local name=$1 contacts=$2 first=$3 folder=${4:-$campaigns}
  as clerk tee "$folder/$name.yaml" >/dev/null <<'YAML'
from: "14155550100"
answer_url: https://example.com/reminder.xml
ring_timeout: 10
time_limit: 30
machine_detection: "true"
YAML
  awk -v n="$contacts" -v first="$first" -v prefix="$number_prefix" 'BEGIN {
    print "to,name"
    for (i = 0; i < n; i++) printf "+%s%07d,Person %d\n", prefix, first + i, i + 1
  }' | as clerk tee "$folder/.$name.csv.part" >/dev/null
  as clerk mv "$folder/.$name.csv.part" "$folder/$name.csv"
}

# campaign NAME FILTER [CONFIGURATION]: prints a value of one campaign, chosen by a jq filter, as a member of the group sees it.
campaign() {
  { as clerk dialerd status "$1" --json --config "${3:-$configuration}" 2>/dev/null || true; } |
    inside jq --raw-output ".campaigns[0] | $2"
}

# campaign_is NAME CONDITION [CONFIGURATION]
campaign_is() {
  [ "$(campaign "$1" "$2" "${3:-$configuration}")" = true ]
}

# --- the simulator ---

# simulator_says PAGE FILTER
simulator_says() {
  inside curl --silent --show-error --fail "$simulator/simulator/$1" | inside jq --raw-output "$2"
}

expect_nobody_called_twice() {
  local twice
  twice=$(simulator_says calls '[.calls | group_by(.to)[] | select(length > 1) | .[0].to] | length')
  expect_equal 'numbers that were called twice' 0 "$twice"
}
