#!/usr/bin/env bash
# Adds the checksums of jars that the project uses and that are not pinned yet to environment/jars.sha256, for every
# processor on which the course runs. Look at where new ones come from before you commit them.
cd "$(dirname "${BASH_SOURCE[0]}")" && . ./common.sh
for part in python jdk maven cpu build; do
    # shellcheck source=/dev/null
    . "$ENVIRONMENT/$part.sh"
done
cd "$ROOT"
find_jdk || die "JDK $JDK_FEATURE is missing." "To get it: $(jdk_advice)"
find_python || die "Python is missing." "To get it: $(python_advice)"
for classifier in linux-x86_64 linux-x86_64-onednn-avx2 linux-x86_64-onednn-avx512; do
    say "asking Maven for the jars of $classifier"
    class_path "$classifier" "$STATE/classpath-pin.txt" || die "Maven's words are above and in $LOG/build.log" "$(build_advice)"
    "$PYTHON" "$ENVIRONMENT/jars.py" pin "$STATE/classpath-pin.txt" "$ENVIRONMENT/jars.sha256"
done
rm -f "$STATE/classpath-pin.txt"
