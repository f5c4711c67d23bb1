#!/usr/bin/env bash
# Executes the notebooks (those that have changed) and prints them as one PDF: dist/lectern.pdf. Named ones alone are printed
# as a PDF of that name.
cd "$(dirname "${BASH_SOURCE[0]}")" && . ./common.sh
# shellcheck source=environment/packages.sh
. "$ENVIRONMENT/packages.sh"
cd "$ROOT"
need_tex
"$ENVIRONMENT/execute.sh" "$@"
"$ENVIRONMENT/provision.sh" print
say "printing the script"
PYTHONPATH=$ENVIRONMENT exec "$VENV/bin/python" -m press.script "$@"
