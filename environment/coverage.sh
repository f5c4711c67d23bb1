#!/usr/bin/env bash
# Which examples of the course's inventories the notebooks cover. `make coverage TESTS=1`: which lines of the library and
# the kernel their Java tests reach (reports in target/site/jacoco of each of their rooms).
cd "$(dirname "${BASH_SOURCE[0]}")" && . ./common.sh
for part in python jdk maven cpu; do
    # shellcheck source=/dev/null
    . "$ENVIRONMENT/$part.sh"
done
cd "$ROOT"
if [[ -z ${TESTS:-} ]]; then
    "$ENVIRONMENT/provision.sh" python
    exec "$VENV/bin/python" "$ENVIRONMENT/coverage.py"
fi
"$ENVIRONMENT/provision.sh" build
find_jdk
logged coverage run_maven coverage -q -P coverage "-Dnd4j.classifier=$(nd4j_classifier)" verify \
    || die "The tests failed; Maven's words are above and in $LOG/coverage.log"
for module in lib/{notebook,tensor,grad,plot,data,nn,prelude} kernel; do
    awk -F, -v module="$module" 'NR > 1 { missed += $8; covered += $9 }
        END { printf "%s: %d of %d lines reached (%.0f %%)\n", module, covered, missed + covered, 100 * covered / (missed + covered) }' \
        "$module/target/site/jacoco/jacoco.csv"
done
