# shellcheck shell=bash
# Installs the kernelspec into our own Python environment, and trains the start-up cache of its JVM.

SPEC=$VENV/share/jupyter/kernels/lectern
CACHE=$STATE/kernel.aot

# NAME=VALUE lines for the environment of the kernel.
kernel_environment() {
    # An image is built on one processor and runs on another: there the entry point makes these settings.
    [[ ${LECTERN_CPU:-} == at-start ]] || cpu_environment "$(state_classifier)"
}

# write_kernelspec FOLDER
write_kernelspec() {
    local settings=()
    mapfile -t settings < <(kernel_environment)
    "$VENV/bin/python" "$ENVIRONMENT/kernelspec.py" --spec "$1" --lib "$LIB" --arguments "$STATE/kernel.args" \
        --cache "$CACHE" --java "$JAVA_HOME/bin/java" "${settings[@]}"
}

# All that a cache depends on: the JVM, its flags, and every jar with its size and time.
cache_key() {
    {
        cat "$JAVA_HOME/release" "$ENVIRONMENT/kernel.flags" "$ENVIRONMENT/compiler.directives" "$ENVIRONMENT/train_cache.py"
        find "$LIB" -maxdepth 1 -name '*.jar' -printf '%f %s %T@\n' | LC_ALL=C sort
        printf '%s\n' "$SPEC" "$JAVA_HOME" "${LECTERN_CACHE:-yes}"
    } | checksum
}

# The java of the kernel that is installed.
kernel_java() { sed -n 's|^ *"\(/.*/java\)",$|\1|p' "$SPEC/kernel.json"; }

# Does the kernel answer at all? What it says, or why it does not, is then in a log.
kernel_answers() {
    mkdir -p "$LOG"
    "$JAVA_HOME/bin/java" "@$STATE/kernel.args" --version >"$LOG/kernel.log" 2>&1
}

# Does the JVM take the start-up cache? It passes over one that does not fit without a word.
cache_fits() { [[ -s $CACHE ]] && "$1" -XX:AOTMode=on "@$STATE/kernel.args" --version >/dev/null 2>&1; }

# The end, when the kernel does not start: with the jar that is to blame, if one is.
die_without_kernel() {
    local damaged
    damaged=$("$VENV/bin/python" "$ENVIRONMENT/jars.py" damaged "$LIB")
    if [[ -n $damaged ]]; then
        die "The kernel does not start, because this jar cannot be read: $damaged" \
            "Its copy in $(maven_repository) is damaged as well. Remove that one, then run the same command with a network."
    fi
    die "The kernel does not start; Java's words are in $LOG/kernel.log:" "$(head -n 3 "$LOG/kernel.log")" \
        "make clean kernelspec lays everything out anew."
}

ensure_kernelspec() {
    local wanted key
    wanted="$SPEC $JAVA_HOME $(kernel_environment | tr '\n' ' ') $(checksum "$ENVIRONMENT/kernel.flags" "$ENVIRONMENT/kernelspec.py")"
    key=$(cache_key)
    if ! stamp_is cache "$key trained" || [[ ! -s $CACHE ]]; then
        stamp_is cache "$key none" || rm -f "$CACHE" "$STAMPS/cache" "$STAMPS/kernelspec"
    fi
    if stamp_is kernelspec "$wanted" && [[ -f $SPEC/kernel.json ]]; then return 0; fi
    require_space 150 "The start-up cache"
    write_kernelspec "$SPEC"
    if [[ ! -f $STAMPS/cache ]]; then
        train "$key"
        write_kernelspec "$SPEC"
    fi
    stamp_set kernelspec "$wanted"
}

train() {
    if [[ ${LECTERN_CACHE:-yes} == yes ]]; then
        say "training the start-up cache of the kernel (once after each build)"
        if logged train-cache "$VENV/bin/python" "$ENVIRONMENT/train_cache.py" "$SPEC" "$CACHE"; then
            stamp_set cache "$1 trained"
            return 0
        fi
        rm -f "$CACHE"
        kernel_answers || die_without_kernel
        warn "the start-up cache could not be trained (see $LOG/train-cache.log); the kernel works, but starts more slowly"
    fi
    stamp_set cache "$1 none"
}
