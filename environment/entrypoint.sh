#!/usr/bin/env bash
# What the course image runs first: settings for the processor it finds, a home that can be written, the student's own
# copy of the notebooks, with corrections since the last time. Then the command: JupyterLab, jupyterhub-singleuser, or anything else.
set -euo pipefail
lectern=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
# shellcheck source=environment/cpu.sh
. "$lectern/environment/cpu.sh"

while IFS= read -r setting; do export "${setting?}"; done < <(cpu_environment)

if [[ ! -w ${HOME:-/nonexistent} ]]; then
    HOME=$(mktemp -d -t student.XXXXXX)
    export HOME
    echo "The home folder cannot be written; what you save lives in $HOME and ends with this container." >&2
fi
# Without them the server starts all the same: what the student has saved must be within reach.
python "$lectern/environment/lectures.py" "$lectern/notebooks" "$HOME/lectures" >&2 || mkdir -p "$HOME/lectures"
cd "$HOME/lectures"
(($#)) || set -- jupyter lab --ip=0.0.0.0 --no-browser
exec "$@"
