# The Debian tree for the container. It is made once with debootstrap and copied for each run.
# shellcheck shell=bash

suite=bookworm

# The packages of a small Debian server, and those with which the steps inspect the service.
tree_packages=(systemd systemd-sysv ca-certificates curl jq sqlite3 tzdata)

# Prints the names of the package's dependencies. They are part of the tree, because the container has no network.
dependencies() {
  dpkg-deb --field "$deb" Depends Pre-Depends | sed 's/^[A-Za-z-]*: //' | tr ',' '\n' |
    sed -E 's/\|.*//; s/\(.*\)//; s/:any//; s/[[:space:]]//g' | grep .
}

# Prints the source from which this machine itself gets Debian.
mirror() {
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' "Codename: $suite" 'Component: main' 'Origin: Debian' |
    head -n 1
}

make_tree() {
  local packages from
  packages=$({ printf '%s\n' "${tree_packages[@]}"; dependencies; } | sort -u | paste -sd,)
  if [ -d "$work/tree" ] && [ "$suite $packages" = "$(cat "$work/tree.made" 2>/dev/null)" ]; then return; fi
  from=$(mirror)
  [ -n "$from" ] || skip "this machine's apt has no source of Debian $suite"
  echo "making a tree of Debian $suite, once: a few minutes"
  rm -rf "$work/tree" "$work/tree.made"
  debootstrap --variant=minbase --include="$packages" "$suite" "$work/tree" "$from" >"$work/debootstrap.log" 2>&1 ||
    skip "debootstrap failed: $(tail -n 1 "$work/debootstrap.log")"
  echo "$suite $packages" >"$work/tree.made"
}
