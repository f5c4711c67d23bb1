#!/usr/bin/env bash
# Provisions what the tests need and runs them, layer by layer. Each layer ends with its runner's own closing line.
# A layer that fails does not stop the later ones, but the command fails.
#
# Usage: test.sh [LAYER...]   (java, check, python, notebooks, browser, script, image, release; default: all but release,
# without image where nobody may make one). LECTERN_NIGHTLY=1 lengthens the sweeps and adds release.
cd "$(dirname "${BASH_SOURCE[0]}")" && . ./common.sh
for part in python jdk maven cpu packages; do
    # shellcheck source=/dev/null
    . "$ENVIRONMENT/$part.sh"
done
cd "$ROOT"
export JUPYTER_PREFER_ENV_PATH=1 LECTERN_QUICK=1
LAYER_LIMIT=${LECTERN_LAYER_LIMIT:-1800}
TEST_LIMIT=900
if [[ ${LECTERN_NIGHTLY:-} == 1 ]]; then
    LAYER_LIMIT=${LECTERN_LAYER_LIMIT:-14400}
    TEST_LIMIT=7200
fi

layer_java() {
    "$ENVIRONMENT/provision.sh" build
    find_jdk
    mkdir -p "$LOG"
    # The whole story goes to the log; what people want to see is failures and totals.
    run_maven tests "-Dnd4j.classifier=$(nd4j_classifier)" verify 2>&1 | tee "$LOG/java.log" \
        | grep -E --line-buffered 'ERROR|FAIL|^\[(INFO|WARNING)\] +Tests run: [0-9]+, .*[0-9]$|Building Lectern|BUILD|Total time'
}

layer_check() { "$ENVIRONMENT/check.sh"; }

pytest() {
    # A test that hangs, wherever it waits, is ended and says where.
    "$VENV/bin/python" -m pytest -q -p no:cacheprovider "--timeout=$TEST_LIMIT" --color=auto "$@"
}

layer_python() {
    "$ENVIRONMENT/provision.sh" test-python kernel
    need_pdf_tools
    local suites=(environment/tests)
    [[ ! -d kernel/src/test/python ]] || suites+=(kernel/src/test/python)
    pytest --ignore=environment/tests/browser --ignore=environment/tests/script --ignore=environment/tests/release "${suites[@]}"
}

layer_notebooks() { "$ENVIRONMENT/notebooks.sh"; }

layer_browser() {
    need_browser
    "$ENVIRONMENT/provision.sh" test-python print kernel
    pytest environment/tests/browser
}

layer_script() {
    need_tex
    need_pdf_tools
    "$ENVIRONMENT/provision.sh" test-python print kernel
    pytest environment/tests/script
}

# What others install: as a whole it builds everything three times, so not every day.
layer_release() {
    "$ENVIRONMENT/wheel.sh"
    "$ENVIRONMENT/release.sh"
    pytest environment/tests/release
}

layer_image() { "$ENVIRONMENT/image-test.sh"; }

# One layer alone, as called from below; `set -e` holds in it.
if [[ ${1:-} == --layer ]]; then
    "layer_$2"
    exit
fi

if ((!$#)); then
    set -- java check python notebooks browser script ${LECTERN_NIGHTLY:+release}
    if is_root; then set -- "$@" image; else say "the layer image is left out: only root can build one (sudo make image-test)"; fi
fi
summary=() failed=0 job=
for layer; do
    declare -F "layer_$layer" >/dev/null || die "There is no test layer \"$layer\"." \
        "The layers are: java check python notebooks browser script image release"
done
trap '[[ -z $job ]] || kill "$job"; exit 130' INT TERM
for layer; do
    printf '\n%s== %s ==%s\n' "$BOLD" "$layer" "$PLAIN"
    started=$SECONDS
    # A layer that hangs is ended, with all that it has started, so that the others are still heard.
    timeout --kill-after=30 "$LAYER_LIMIT" "$ENVIRONMENT/test.sh" --layer "$layer" &
    job=$! status=0
    wait "$job" || status=$?
    job=
    ((status != 124)) || warn "the layer $layer was ended after $LAYER_LIMIT s"
    if ((status == 0)); then
        summary+=("$(printf '✓ %-10s %4d s' "$layer" $((SECONDS - started)))")
    else
        summary+=("$(printf '✗ %-10s %4d s' "$layer" $((SECONDS - started)))")
        failed=$((failed + 1))
    fi
done
printf '\n'
printf '%s\n' "${summary[@]}"
echo "$(($# - failed)) layers passed, $failed failed"
exit $((failed > 0))
