#!/usr/bin/env bash
# Makes the kernel known to every Jupyter of this user, and gives its JupyterLab the extension that fits figures to the
# page and indents Java. Nothing else of the user's is touched; the kernel goes on living in this checkout.
cd "$(dirname "${BASH_SOURCE[0]}")" && . ./common.sh
"$ENVIRONMENT/provision.sh" kernel
name=${LECTERN_KERNEL_NAME:-lectern}
data=${JUPYTER_DATA_DIR:-${XDG_DATA_HOME:-$HOME/.local/share}/jupyter}
[[ $(uname -s) != Darwin ]] || data=${JUPYTER_DATA_DIR:-$HOME/Library/Jupyter}
target=$data/kernels/$name
if [[ -e $target/kernel.json ]] && ! grep -qF "@$STATE/kernel.args" "$target/kernel.json"; then
    die "$target belongs to another kernel or another checkout; it is left as it is." \
        "To have both, choose another name: LECTERN_KERNEL_NAME=lectern2 make install-kernel" \
        "To replace it, remove that folder first."
fi
mkdir -p "$target"
cp "$VENV"/share/jupyter/kernels/lectern/* "$target/"
mkdir -p "$data/labextensions/lectern"
cp -r "$ENVIRONMENT"/jupyter/labextension/* "$data/labextensions/lectern/"
say "installed as \"$name\" in $target (to undo, remove that folder and $data/labextensions/lectern)"
