#!/usr/bin/env bash
# Changes the code of rooms in small ways, one at a time, and says which changes no test of theirs notices. Takes minutes
# to hours: for the night, not for every day.
#
# Usage: mutants.sh ROOM...   (packages below lectern., such as optim, grad.rule, kernel.cell.run)
# TESTS="lectern.kernel.cell.run.*Test,..." names the tests; without it those in the package of the room count, and where
# there are none, those in the package above it. FLOOR=85 is the share of changes that must be noticed.
cd "$(dirname "${BASH_SOURCE[0]}")" && . ./common.sh
for part in python jdk maven cpu; do
    # shellcheck source=/dev/null
    . "$ENVIRONMENT/$part.sh"
done
cd "$ROOT"
(($#)) || die "No room was named" "For example: make mutants ROOMS=\"optim kernel.cell.run\""
FLOOR=${FLOOR:-85}

# The folder of the module that holds a package.
module_of() {
    local module
    for module in lib/*/ kernel/; do
        if [[ -d ${module}src/main/java/lectern/${1//.//} ]]; then
            printf '%s' "${module%/}"
            return
        fi
    done
    return 1
}

# The tests of a room, as patterns.
tests_of() {
    local module=$1 package=$2
    until compgen -G "$module/src/test/java/lectern/${package//.//}/*Test.java" >/dev/null; do
        [[ $package == *.* ]] || return 1
        package=${package%.*}
    done
    printf 'lectern.%s.*Test' "$package"
}

ensure_python
find_jdk
failed=0
for room; do
    module=$(module_of "$room") || die "There is no package lectern.$room" "A room is a package below lectern., such as optim"
    tests=${TESTS:-$(tests_of "$module" "$room")} || die "lectern.$room has no tests" "TESTS= names those that count"
    say "mutants of lectern.$room, told by $tests"
    logged mutants run_maven mutants -q -P mutants "-Dnd4j.classifier=$(nd4j_classifier)" -pl "$module" -am \
        "-DtargetClasses=lectern.$room.*" "-DtargetTests=$tests" \
        test-compile org.pitest:pitest-maven:mutationCoverage \
        || die "Maven failed; its words are above and in $LOG/mutants.log"
    "$PYTHON" "$ENVIRONMENT/mutants.py" "$module/target/pit-reports/mutations.xml" "lectern.$room" "$FLOOR" \
        || failed=$((failed + 1))
done
exit $((failed > 0))
