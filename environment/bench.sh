#!/usr/bin/env bash
# Measures speed against Python: every program in environment/bench/ and the numbers of lib/bench/, or those named
# (kernel, numbers, ...).
cd "$(dirname "${BASH_SOURCE[0]}")" && . ./common.sh
# shellcheck source=/dev/null
. "$ENVIRONMENT/jdk.sh"
cd "$ROOT"
"$ENVIRONMENT/provision.sh" kernel
PEERS=$STATE/peers
# What we compare with lives apart from our own environment, and only this command installs it.
peers=$ENVIRONMENT/requirements-bench.txt
if [[ ! -f $PEERS/ready || $peers -nt $PEERS/ready ]]; then
    say "installing the kernels to compare with (once)"
    rm -rf "$PEERS"
    "$VENV/bin/python" -m venv "$PEERS"
    "$PEERS/bin/python" -m pip install -q --no-input --disable-pip-version-check -r "$peers" \
        || die "pip could not install what $peers names."
    touch "$PEERS/ready"
fi
export JUPYTER_PREFER_ENV_PATH=1 PATH="$VENV/bin:$PATH"
(($#)) || set -- $(cd "$ENVIRONMENT/bench" && basename -s .py -- *.py) numbers
for name; do
    if [[ $name == numbers ]]; then
        say "measuring: numbers (its peers, PyTorch among them, are installed the first time)"
        find_jdk
        LECTERN_BENCH_VENV=${LECTERN_BENCH_VENV:-$STATE/peers-numbers} \
            LECTERN_BENCH_CLASSPATH=$ROOT/lib/target/test-classes:$(<"$STATE/classpath.txt") lib/bench/bench.sh
        continue
    fi
    program=$ENVIRONMENT/bench/$name.py
    [[ -f $program ]] || die "There is no measurement \"$name\" in environment/bench/."
    say "measuring: $name"
    "$VENV/bin/python" "$program" --peers "$PEERS"
done
