#!/usr/bin/env bash
# Adds the checksums of jars that the project uses and that are not pinned yet to environment/jars.sha256. Look at where
# new ones come from before you commit them. ALL=1 asks for every processor on which the course runs, and builds three
# times: after a new version of ND4J.
cd "$(dirname "${BASH_SOURCE[0]}")" && . ./common.sh
for part in python jdk maven cpu build; do
    # shellcheck source=/dev/null
    . "$ENVIRONMENT/$part.sh"
done
cd "$ROOT"
"$ENVIRONMENT/provision.sh" build
find_jdk
find_python || die "Python is missing." "To get it: $(python_advice)"
list=$STATE/classpath.txt
if [[ -n ${ALL:-} ]]; then
    list=$STATE/classpath-pin.txt
    for classifier in linux-x86_64 linux-x86_64-onednn-avx2 linux-x86_64-onednn-avx512; do
        say "asking Maven for the jars of $classifier"
        class_path "$classifier" "$list" || die "Maven's words are above and in $LOG/build.log" "$(build_advice)"
        "$PYTHON" "$ENVIRONMENT/jars.py" pin "$list" "$ENVIRONMENT/jars.sha256"
    done
    rm -f "$list"
else
    "$PYTHON" "$ENVIRONMENT/jars.py" pin "$list" "$ENVIRONMENT/jars.sha256"
fi
