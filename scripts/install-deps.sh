#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs the Debian packages that a task needs; does nothing when all are there.
# Usage: scripts/install-deps.sh [build|test|browser|bench|lint]...   (default: build)
set -eu

build='gcc make libc6-dev pkg-config libcsv-dev libsqlite3-dev libutf8proc-dev libjansson-dev
    libssl-dev libpcre2-dev libgsl-dev libcmark-dev libproj-dev libxlsxwriter-dev libminizip-dev
    libxml2-dev libgmime-3.0-dev libpng-dev zlib1g-dev poppler-utils gnuplot-nox fonts-dejavu-core sqlite3'
test='check libsubunit-dev tidy libxml2-utils unzip valgrind strace'
browser='chromium fonts-dejavu-core tidy'
bench='time sqlite3'
lint='clang clang-format clang-tidy cppcheck shellcheck'

fail() {
    echo "install-deps: $1" >&2
    echo "              $2" >&2
    exit 1
}

# Node that came from elsewhere brings an npm of its own, and Debian's does not go with it.
command -v node >/dev/null && command -v npm >/dev/null || browser="$browser nodejs npm"

wanted=
for group in "${@:-build}"; do
    case $group in
    build) wanted="$wanted $build" ;;
    test) wanted="$wanted $test" ;;
    browser) wanted="$wanted $browser" ;;
    bench) wanted="$wanted $bench" ;;
    lint) wanted="$wanted $lint" ;;
    *) fail "unknown group '$group'" 'Use build, test, browser, bench or lint.' ;;
    esac
done

# shellcheck disable=SC2086  # a list of words
if ! command -v dpkg-query >/dev/null; then
    fail 'this is no Debian system, so nothing was installed' \
        "Install the equivalents of:$(printf ' %s' $wanted)"
fi

missing=
for package in $wanted; do
    case " $missing " in *" $package "*) continue ;; esac
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) || state=absent
    [ "$state" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null ||
        fail "these packages are missing and there is no sudo:$missing" \
            "As root, run: apt-get install -y --no-install-recommends$missing"
    as_root='sudo'
fi

echo "install-deps: installing$missing (this can take some minutes)"
apt() {
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o Dpkg::Use-Pty=0 "$@"
}
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# shellcheck disable=SC2086  # a list of words
if ! apt install -y --no-install-recommends $missing >"$log" 2>&1; then
    # The package lists of a fresh machine are empty or old: fetch them, try again.
    if ! { apt update && apt install -y --no-install-recommends $missing; } >"$log" 2>&1; then
        tail -n 5 "$log" >&2
        fail "could not install:$missing" \
            'Check the network, the package sources and your rights, then run the command again.'
    fi
fi
echo 'install-deps: done'
