#!/usr/bin/env bash
# Executes notebooks with the kernel of this checkout (all, or those named) and reports. LECTERN_QUICK=1 makes the
# notebooks use small sizes where they have a choice.
cd "$(dirname "${BASH_SOURCE[0]}")" && . ./common.sh
cd "$ROOT"
"$ENVIRONMENT/provision.sh" kernel
export JUPYTER_PREFER_ENV_PATH=1 PATH="$VENV/bin:$PATH"
say "executing notebooks"
exec "$VENV/bin/python" "$ENVIRONMENT/notebooks.py" --out "$STATE/executed$(mode)" "$@"
