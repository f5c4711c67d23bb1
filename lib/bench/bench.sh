#!/bin/sh
# Measures Lectern's numbers against their Python peers. The peers live in an environment of their own, made on first use.
#   lib/bench/bench.sh [--only step] [--rounds 5] [--sizes]
set -e
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
venv=${LECTERN_BENCH_VENV:-$root/.bench-venv}
if [ ! -x "$venv/bin/python" ]; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet --no-cache-dir -r "$here/requirements.txt"
fi
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
classes=$root/lib/target
if [ -z "$LECTERN_BENCH_CLASSPATH" ]; then
    (cd "$root" && mvn -o -q -pl lib test-compile dependency:build-classpath \
        -Dmdep.outputFile="$classes/bench.classpath" -Dmdep.includeScope=test)
    LECTERN_BENCH_CLASSPATH=$classes/classes:$classes/test-classes:$(cat "$classes/bench.classpath")
fi
exec "$venv/bin/python" "$here/run.py" --java "$java -Xmx2g -Dlectern.threads=${LECTERN_BENCH_THREADS:-2} --add-modules jdk.incubator.vector \
 --enable-native-access=ALL-UNNAMED -cp $LECTERN_BENCH_CLASSPATH lectern.bench.Main" "$@"
