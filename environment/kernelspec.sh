# shellcheck shell=bash
# Installs the kernelspec into our own Python environment, and trains the start-up cache of its JVM.

SPEC=$VENV/share/jupyter/kernels/lectern
CACHE=$STATE/kernel.aot

# write_kernelspec FOLDER
write_kernelspec() {
    local settings=()
    # An image is built on one processor and runs on another: there the entry point makes these settings.
    [[ ${LECTERN_CPU:-} == at-start ]] || mapfile -t settings < <(cpu_environment)
    "$VENV/bin/python" "$ENVIRONMENT/kernelspec.py" --spec "$1" --lib "$LIB" --arguments "$STATE/kernel.args" \
        --cache "$CACHE" --java "$JAVA_HOME/bin/java" "${settings[@]}"
}

# All that a cache depends on: the JVM, its flags, and every jar with its size and time.
cache_key() {
    { cat "$JAVA_HOME/release" "$ENVIRONMENT/kernel.flags" "$ENVIRONMENT/compiler.directives" "$ENVIRONMENT/train_cache.py" && ls -l --time-style=+%s "$LIB"; } | checksum
}

ensure_kernelspec() {
    local wanted
    wanted="$SPEC $JAVA_HOME $(cpu_environment | tr '\n' ' ') $(checksum "$ENVIRONMENT/kernel.flags" "$ENVIRONMENT/kernelspec.py") $(cache_key)"
    if stamp_is kernelspec "$wanted" && [[ -f $SPEC/kernel.json ]]; then return 0; fi
    rm -f "$CACHE"
    write_kernelspec "$SPEC"
    if [[ ${LECTERN_CACHE:-yes} == yes ]]; then
        say "training the start-up cache of the kernel (once after each build)"
        if logged train-cache "$VENV/bin/python" "$ENVIRONMENT/train_cache.py" "$SPEC" "$CACHE"; then
            write_kernelspec "$SPEC"
        else
            rm -f "$CACHE"
            warn "the start-up cache could not be trained (see $LOG/train-cache.log); the kernel works, but starts more slowly"
        fi
    fi
    stamp_set kernelspec "$wanted"
}
