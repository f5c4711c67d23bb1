#!/usr/bin/env bash
# Formatting, static analysis, notebooks and licences. `make check FIX=1` formats instead of complaining.
cd "$(dirname "${BASH_SOURCE[0]}")" && . ./common.sh
for part in python jdk maven cpu; do
    # shellcheck source=/dev/null
    . "$ENVIRONMENT/$part.sh"
done
cd "$ROOT"
"$ENVIRONMENT/provision.sh" test-python build
find_jdk
parts=0 failed=0

part() {
    local name=$1
    shift
    parts=$((parts + 1))
    if "$@"; then printf '  ✓ %s\n' "$name"; else
        printf '  ✗ %s\n' "$name"
        failed=$((failed + 1))
    fi
}

classifier=-Dnd4j.classifier=$(nd4j_classifier)
goal=check
[[ -z ${FIX:-} ]] || goal=apply
say "checking format, static analysis, licences"
part "Java is formatted (Spotless, palantir-java-format)" logged format run_maven check-format -q -P check "$classifier" "spotless:$goal"
part "javac, Error Prone and NullAway find nothing" logged errorprone run_maven check-errorprone -q -P check "$classifier" test-compile
part "every library that is used is declared, every one declared is used" logged dependencies run_maven check-dependencies -q "$classifier" \
    test-compile dependency:analyze-only
part "every conflict of a merge is resolved" "$VENV/bin/python" "$ENVIRONMENT/conflicts.py" "$ROOT"
part "Python is clean (ruff)" "$VENV/bin/ruff" check --quiet --no-cache --config "$ENVIRONMENT/ruff.toml" environment
style=()
[[ -z ${FIX:-} ]] || style=(--fix)
part "notebooks keep the rules of STYLE.md" "$VENV/bin/python" "$ENVIRONMENT/notebook_style.py" "${style[@]}"
part "every library is under an allowed licence" "$VENV/bin/python" "$ENVIRONMENT/licences.py" "$STATE/classpath.txt"
part "every Python package is under an allowed licence" "$VENV/bin/python" "$ENVIRONMENT/python_licences.py" \
    "$ENVIRONMENT"/requirements{,-hub,-test}.txt
part "every jar is the one that was pinned" "$VENV/bin/python" "$ENVIRONMENT/jars.py" check "$STATE/classpath.txt" \
    "$ENVIRONMENT/jars.sha256"
echo "check: $((parts - failed)) passed, $failed failed"
exit $((failed > 0))
