#!/bin/sh
# Audits PACK into AUDITS/DATE and compares with the last audit there of an earlier day.
# Usage: quarterly-audit.sh PACK AUDITS
set -eu
pack=$1
audits=$2
today=$(date +%F)
mkdir -p "$audits"
last=$(find "$audits" -mindepth 1 -maxdepth 1 -type d -name '20??-??-??' ! -name "$today" | sort | tail -n 1)

set --
[ -z "$last" ] || set -- --baseline "$last/audit.db" --fail-on new:high
code=0
concord audit "$pack" -o "$audits/$today" --quiet "$@" || code=$?
[ "$code" -le 1 ] || exit "$code"

ln -sfn "$today" "$audits/latest"
exit "$code"
