#!/usr/bin/env bash
# Builds the Python package of the kernel, dist/lectern_kernel-*.whl: with it any Jupyter has the kernel without a checkout.
# PINS=--write brings the lists of what comes on first use up to date.
cd "$(dirname "${BASH_SOURCE[0]}")" && . ./common.sh
for part in python jdk maven cpu; do
    # shellcheck source=/dev/null
    . "$ENVIRONMENT/$part.sh"
done
cd "$ROOT"
"$ENVIRONMENT/provision.sh" test-python build
find_jdk
say "collecting the jars"
logged wheel-jars run_maven wheel -q -Dmaven.test.skip=true "-Dnd4j.classifier=$(nd4j_classifier)" -pl kernel/wheel -am \
    package dependency:build-classpath -DincludeScope=runtime -Dmdep.outputFile=target/classpath.txt -Dmdep.pathSeparator=: \
    || die "Maven could not collect the jars of the package; its words are above and in $LOG/wheel-jars.log"
# shellcheck disable=SC2086
"$VENV/bin/python" "$ENVIRONMENT/pins.py" ${PINS:-} "$ROOT"/{lib/prelude,kernel/wheel}/target/classpath.txt "$(maven_repository)"
"$VENV/bin/python" "$ENVIRONMENT/wheel.py" "$ROOT/kernel/wheel/target/classpath.txt" "$STATE/wheel" "$ROOT/dist"
