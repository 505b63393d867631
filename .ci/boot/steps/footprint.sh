# shellcheck shell=bash
what='hardened, small and idle when there is nothing to do'

idle_seconds=20

step() {
  local exposure size pid before ticks memory
  exposure=$(inside systemd-analyze --no-pager security dialerd.service | sed -nE 's/.*Overall exposure level.*: ([0-9.]+).*/\1/p')
  expect_at_most 'systemd-analyze security' 1.5 "$exposure"
  size=$(inside stat --format=%s /usr/bin/dialerd)
  expect_at_most 'bytes of the program' 60000000 "$size"

  inside systemctl restart dialerd.service
  sleep 5
  pid=$(property MainPID)
  before=$(processor_ticks "$pid")
  sleep "$idle_seconds"
  ticks=$(($(processor_ticks "$pid") - before))
  memory=$(inside sed -nE 's/^VmRSS:[^0-9]*([0-9]+) kB/\1/p' "/proc/$pid/status")
  # 40 MiB.
  expect_at_most 'KiB resident' 40960 "$memory"
  # Half a percent of a core.
  expect_at_most "ticks of the processor in $idle_seconds s" $((idle_seconds * $(getconf CLK_TCK) / 200)) "$ticks"

  fact "exposure $exposure"
  fact "program of $((size / 1000000)) MB"
  fact "$((memory / 1024)) MiB resident"
  fact "$(awk -v t="$ticks" -v s="$idle_seconds" -v hz="$(getconf CLK_TCK)" 'BEGIN { printf "%.2f", 100 * t / hz / s }') % of a core"
}

# The time of all threads since the start.
processor_ticks() {
  inside cat "/proc/$1/stat" | sed 's/.*) //' | awk '{ print $12 + $13 }'
}
