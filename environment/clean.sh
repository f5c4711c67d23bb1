#!/usr/bin/env bash
# Removes what was built here; what was downloaded stays, so that the next build needs no network.
cd "$(dirname "${BASH_SOURCE[0]}")" && . ./common.sh
rm -rf "$ROOT"/{,lib/,kernel/}target "$ROOT/dist" "$LIB" "$LOG" "$STATE"/executed* "$STATE"/kernel.* "$STATE/classpath.txt" \
    "$STAMPS"/{build,jars,kernelspec,cache} "$VENV/share/jupyter/kernels/lectern"
say "removed what was built (downloads are kept in ${STATE##*/}/; delete that folder to begin from nothing)"
