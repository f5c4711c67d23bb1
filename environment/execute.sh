#!/usr/bin/env bash
# Executes, for print, the notebooks that have changed since they were last executed, or whose library has: all, or those
# named. LECTERN_QUICK=1 takes small sizes; those copies lie elsewhere, and whatever is printed from them says so.
cd "$(dirname "${BASH_SOURCE[0]}")" && . ./common.sh
cd "$ROOT"
"$ENVIRONMENT/provision.sh" kernel
export JUPYTER_PREFER_ENV_PATH=1 PATH="$VENV/bin:$PATH"
# Figures carry a vector form for print.
export LECTERN_PDF=1
say "executing notebooks that have changed"
"$VENV/bin/python" "$ENVIRONMENT/notebooks.py" --out "$STATE/executed$(mode)" --reuse "$STAMPS/build" -- "$@"
