#!/usr/bin/env bash
# Opens JupyterLab in notebooks/ with the Java kernel. Arguments go to JupyterLab, such as --no-browser or --port=9000.
cd "$(dirname "${BASH_SOURCE[0]}")" && . ./common.sh
# shellcheck source=environment/jdk.sh
. "$ENVIRONMENT/jdk.sh"
folder=${LECTERN_NOTEBOOKS:-$ROOT/notebooks}
[[ -d $folder ]] || die "There is no folder $folder to open." "Name another one: LECTERN_NOTEBOOKS=/some/folder make lab"
# What start.sh would say in a log that nobody reads is said here.
words=$(sh "$ENVIRONMENT/start.sh" true 2>&1)
[[ -z $words ]] || die "${words%% The kernel goes on*}"

"$ENVIRONMENT/provision.sh" kernel
find_jdk
if [[ ! -w $folder ]]; then
    warn "$folder is read-only: notebooks open and run, but changes cannot be saved there."
    warn "To keep changes, work on a copy: cp -r notebooks ~/lectures && LECTERN_NOTEBOOKS=~/lectures make lab"
fi

export JAVA_HOME PATH="$VENV/bin:$JAVA_HOME/bin:$PATH"
# Our kernels come before those the user has installed elsewhere.
export JUPYTER_PREFER_ENV_PATH=1
if [[ -z ${HOME:-} || ! -w ${HOME:-/} ]]; then
    export HOME=$STATE/home
    mkdir -p "$HOME"
fi

arguments=("--ServerApp.root_dir=$folder")
if is_root; then
    warn "You are root: whatever runs in a notebook may do what root may. An ordinary user is enough for make lab."
    arguments+=(--allow-root)
fi
exec "$VENV/bin/python" -m jupyterlab "${arguments[@]}" "$@"
