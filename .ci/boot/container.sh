# Boots a container, runs commands in it, and powers it off without leaving anything behind.
# shellcheck shell=bash

machine=dialerd-boot
root=$work/root
cgroups=()

boot() {
  rm -rf --one-file-system "$root"
  cp -a --reflink=auto "$work/tree" "$root"
  make_cgroups
  start_container
  local deadline=$((SECONDS + 60))
  until leader=$(pgrep --parent "$nspawn" --oldest) && has_booted; do
    kill -0 "$nspawn" 2>/dev/null || skip "systemd-nspawn does not work here: $(tail -n 1 "$work/console.log")"
    [ "$SECONDS" -lt "$deadline" ] || skip "the container has not booted: $(tail -n 1 "$work/console.log")"
    sleep 0.3
  done
}

# Without systemd on the host, the container gets no scope. It then gets a cgroup of its own, in the unified hierarchy and in
# systemd's old one, wherever they are mounted.
make_cgroups() {
  [ ! -d /run/systemd/system ] || return 0
  local mount
  while read -r mount; do
    mkdir -p "$mount/$machine"
    cgroups+=("$mount/$machine")
  done < <(findmnt --noheadings --raw --output TARGET --types cgroup2; findmnt -nro TARGET -t cgroup -O name=systemd)
}

# The container has no network but its own loopback.
start_container() {
  local flags=(--boot --directory="$root" --machine="$machine" --hostname="$machine" --settings=no --register=no
    --private-network --resolv-conf=off --timezone=off --link-journal=no --quiet)
  [ ${#cgroups[@]} -eq 0 ] || flags+=(--keep-unit)
  (
    for cgroup in "${cgroups[@]}"; do echo "$BASHPID" >"$cgroup/cgroup.procs"; done
    SYSTEMD_NSPAWN_UNIFIED_HIERARCHY=1 exec setsid systemd-nspawn "${flags[@]}"
  ) </dev/null >"$work/console.log" 2>&1 9>&- &
  nspawn=$!
}

has_booted() {
  local state
  state=$(inside systemctl is-system-running 2>/dev/null) || true
  [ "$state" = running ] || [ "$state" = degraded ]
}

# Runs a command in the container, as root.
inside() {
  nsenter --target "$leader" --all --root --wd -- env --ignore-environment \
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin LANG=C.UTF-8 HOME=/root "$@" 9>&-
}

# Runs a command in the container as another user, with that user's groups.
as() {
  local user=$1
  shift
  inside runuser --user "$user" -- "$@"
}

recent_journal() {
  inside journalctl --no-pager --lines=40 --unit='dialerd*' --unit=plivo-simulator || true
}

shut_down() {
  if [ -n "${nspawn:-}" ] && kill -TERM "$nspawn" 2>/dev/null; then
    # An orderly shutdown. If it hangs, killing process 1 of the container ends everything in it.
    timeout 30 tail --pid="$nspawn" --follow /dev/null || kill -KILL "${leader:-$nspawn}" 2>/dev/null || true
    wait "$nspawn" 2>/dev/null || true
  fi
  for cgroup in "${cgroups[@]}"; do
    find "$cgroup" -depth -type d -exec rmdir {} + 2>/dev/null || true
  done
  rmdir "/run/systemd/nspawn/propagate/$machine" 2>/dev/null || true
  rm -rf --one-file-system "$root"
}
