# shellcheck shell=bash
# Finds a Python that can make virtual environments, and makes ours from the lock files.

PYTHON_AT_LEAST=3.10

# Is this a Python new enough, with what `python -m venv` needs?
python_fits() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null \
        && "$1" -c 'import ensurepip, venv' 2>/dev/null
}

find_python() {
    local name
    for name in ${LECTERN_PYTHON:-python3 python3.13 python3.12 python3.11 python3.10 python3.14}; do
        if has "$name" && python_fits "$name"; then
            PYTHON=$(command -v "$name")
            return 0
        fi
    done
    return 1
}

python_advice() {
    if has apt-get; then
        printf 'sudo apt-get install python3 python3-venv'
    else
        printf 'install Python %s or newer with its venv module' "$PYTHON_AT_LEAST"
    fi
}

ensure_python() {
    find_python && return 0
    if can_apt; then
        apt_install python3 python3-venv && find_python && return 0
    fi
    die "Python $PYTHON_AT_LEAST or newer with its venv module is missing." "To get it: $(python_advice)"
}

# What the stamp of these lock files says when their packages are there.
venv_wanted() {
    printf '%s %s' "$VENV" \
        "$({ cat "$@" && find "$ENVIRONMENT/jupyter" -type f -not -name '*.pyc' -print0 | sort -z | xargs -0 cat; } | checksum)"
}

# ensure_venv NAME FILE...: the packages of these lock files are in the virtual environment.
# The stamp knows the folder, because a virtual environment does not survive being moved.
ensure_venv() {
    local name=$1 wanted
    shift
    local files=("$@") arguments=() file
    wanted=$(venv_wanted "${files[@]}")
    if stamp_is "python-$name" "$wanted" && [[ -x $VENV/bin/python ]]; then return 0; fi
    require_space 500 "The Python environment"
    ensure_python
    if [[ ! -x $VENV/bin/python ]] || ! stamp_is venv "$VENV"; then
        say "making a Python environment of our own in $VENV"
        rm -rf "$VENV" "$STAMPS"/python-*
        logged venv "$PYTHON" -m venv "$VENV" || die "Python could not make a virtual environment." "To get it: $(python_advice)"
        stamp_set venv "$VENV"
    fi
    for file in "${files[@]}"; do arguments+=(-r "$file"); done
    say "installing Python packages ($name; a minute the first time)"
    logged "pip-$name" "$VENV/bin/python" -m pip install --no-input --disable-pip-version-check --require-hashes \
        "${arguments[@]}" || die "pip could not install the pinned packages; its words are above and in $LOG/pip-$name.log" \
        "Without a network: run the same command once with one, afterwards none is needed."
    mkdir -p "$VENV/share/jupyter/lab/settings" "$VENV/share/jupyter/labextensions" "$VENV/etc/jupyter"
    cp "$ENVIRONMENT/jupyter/overrides.json" "$VENV/share/jupyter/lab/settings/"
    cp "$ENVIRONMENT/jupyter/jupyter_server_config.json" "$VENV/etc/jupyter/"
    rm -rf "$VENV/share/jupyter/labextensions/lectern"
    cp -r "$ENVIRONMENT/jupyter/labextension" "$VENV/share/jupyter/labextensions/lectern"
    # What exports notebooks looks for pandoc on the PATH only.
    ln -sf "$VENV"/lib/python3*/site-packages/pypandoc/files/pandoc "$VENV/bin/pandoc"
    # Papermill, where it is installed, finds this one by itself.
    cp -r "$ENVIRONMENT"/jupyter/papermill/* "$VENV"/lib/python3*/site-packages/
    stamp_set "python-$name" "$wanted"
}
