#!/usr/bin/env bash
# Measures speed against Python and puts the tables into environment/bench/README.md and lib/bench/README.md.
#
# Usage: bench.sh [kernel] [numbers] [runge] [figures] [sizes] [loops] [frames] [notebooks] [needs]   (default: all)
# BENCH_ARGS goes to every program of lib/bench, for instance BENCH_ARGS="--only tanh --dry"; BENCH_FULL=1 makes
# `notebooks` take every notebook in full.
cd "$(dirname "${BASH_SOURCE[0]}")" && . ./common.sh
for part in python jdk maven cpu; do
    # shellcheck source=/dev/null
    . "$ENVIRONMENT/$part.sh"
done
cd "$ROOT"
"$ENVIRONMENT/provision.sh" kernel
find_jdk
PEERS=$STATE/peers
NUMBERS=${LECTERN_BENCH_VENV:-$STATE/peers-numbers}
export JUPYTER_PREFER_ENV_PATH=1 PATH="$VENV/bin:$PATH"

# ensure_peers FOLDER FILE: what we compare with lives apart from our own environment, and only this command installs it.
ensure_peers() {
    [[ -f $1/ready && ! $2 -nt $1/ready ]] && return 0
    ensure_python
    say "installing what $(basename "$2") names, to compare with (once)"
    rm -rf "$1"
    "$PYTHON" -m venv "$1"
    logged "pip-$(basename "$1")" "$1/bin/python" -m pip install --no-input --disable-pip-version-check --no-cache-dir --require-hashes -r "$2" \
        || die "pip could not install what $2 names; its words are above." "Run the same command once with a network."
    touch "$1/ready"
}

# The programs that measure are test classes: the jars of the kernel do not hold them.
compile_programs() {
    local classifier
    classifier=$(nd4j_classifier)
    logged bench-build run_maven "bench-$classifier" -q -pl lib/bench -am "-Dnd4j.classifier=$classifier" test-compile \
        dependency:build-classpath -DincludeScope=test "-Dmdep.outputFile=$STATE/classpath-bench.txt" \
        || die "The programs that measure could not be compiled; Maven's words are above and in $LOG/bench-build.log."
}

# What the kernel's JVM is told about its memory: the collector and the size of the heap.
memory_flags() {
    grep -E '^-X(m[sn][0-9]|X:\+Use[A-Za-z]+GC|X:(Max)?New(Size|Ratio)=|X:SurvivorRatio=)' "$ENVIRONMENT/kernel.flags" | tr '\n' ' '
}

# Keeps the table that a program prints between its marks in a README; its other lines are shown only.
keep_table() {
    local table
    table=$(tee /dev/stderr | sed -n '/^|/,$p')
    "$VENV/bin/python" lib/bench/tables.py "$1" "$2" <<<"$table"
}

# The peers of the numbers: an environment that somebody else made is taken as it is.
[[ -n ${LECTERN_BENCH_VENV:-} || $* == needs ]] || ensure_peers "$NUMBERS" "$ROOT/lib/bench/requirements.txt"
(($#)) || set -- kernel numbers runge figures sizes loops frames notebooks needs
started=$SECONDS
for name; do
    say "measuring: $name"
    case $name in
        numbers | runge | figures | sizes | loops | frames)
            compile_programs
            LECTERN_BENCH_KERNEL_ENV=$(cpu_environment | tr '\n' ' ') \
                "$NUMBERS/bin/python" lib/bench/run.py "$name" ${BENCH_ARGS:-} --java "$JAVA_HOME/bin/java -Xmx2g $(memory_flags) \
                    --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED \
                    --sun-misc-unsafe-memory-access=allow -Djava.awt.headless=true \
                    -cp lib/bench/target/test-classes:$(<"$STATE/classpath-bench.txt")"
            ;;
        needs) "$VENV/bin/python" "$ENVIRONMENT/bench/needs.py" | keep_table README.md needs ;;
        notebooks)
            "$VENV/bin/python" lib/bench/whole_notebooks.py ${BENCH_FULL:+--full} ${BENCH_ARGS:-} --python "$NUMBERS/bin/python"
            ;;
        *)
            program=$ENVIRONMENT/bench/$name.py
            [[ -f $program ]] || die "There is no measurement \"$name\": neither in environment/bench/ nor in lib/bench/."
            ensure_peers "$PEERS" "$ENVIRONMENT/requirements-bench.txt"
            "$VENV/bin/python" "$program" --peers "$PEERS" | keep_table environment/bench/README.md "$name"
            ;;
    esac
done
say "measured in $((SECONDS - started)) s"
