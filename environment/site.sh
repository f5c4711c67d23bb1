#!/usr/bin/env bash
# Executes the notebooks (those that have changed) and writes them as a web site: dist/site/index.html
cd "$(dirname "${BASH_SOURCE[0]}")" && . ./common.sh
cd "$ROOT"
"$ENVIRONMENT/execute.sh"
"$ENVIRONMENT/provision.sh" print
"$ENVIRONMENT/api.sh"
say "writing the site"
PYTHONPATH=$ENVIRONMENT exec "$VENV/bin/python" -m press.site --api "$STATE/api" "$@"
