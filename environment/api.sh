#!/usr/bin/env bash
# Writes the API pages: what the documentation comments of the rooms' faces say, as pages of the JDK's own tool, in the
# folder `api` of the state. Nothing is done while the sources are the same.
cd "$(dirname "${BASH_SOURCE[0]}")" && . ./common.sh
for part in python jdk maven; do
    # shellcheck source=/dev/null
    . "$ENVIRONMENT/$part.sh"
done
cd "$ROOT"
"$ENVIRONMENT/provision.sh" build
find_jdk || die "There is no JDK to write the API pages with." "make doctor says how to get one."

sources=(lib/*/src/main/java)
now="$(find "${sources[@]}" "$ENVIRONMENT/api.sh" -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | checksum -) $JAVA_HOME"
if [[ -f $STATE/api/index.html ]] && stamp_is api "$now"; then exit 0; fi
[[ -x $JAVA_HOME/bin/javadoc ]] || die "The JDK in $JAVA_HOME has no javadoc, which writes the API pages." \
    "Set JAVA_HOME to a whole JDK."

# The packages whose types and verbs a notebook has without an import.
mapfile -t faces < <(grep -oE '"lectern\.[a-z0-9.]+\.[A-Z]' lib/prelude/src/main/java/lectern/prelude/LecternExtension.java \
    | sed -E 's/^"//; s/\.[A-Z]$//' | sort -u)
# Annotations that say what may be null are needed to read the sources and by nothing that runs.
version=$(sed -n 's:.*<jspecify.version>\(.*\)</jspecify.version>.*:\1:p' pom.xml)
jars=("$(maven_repository)/org/jspecify/jspecify/$version/jspecify-$version.jar")
for jar in "$LIB"/*.jar; do
    [[ ${jar##*/} == lectern-* ]] || jars+=("$jar")
done

say "writing the API pages"
rm -rf "$STATE/api.new"
logged api "$JAVA_HOME/bin/javadoc" -quiet -d "$STATE/api.new" -encoding UTF-8 -docencoding UTF-8 -Xdoclint:all,-missing \
    --no-fonts -notimestamp -nohelp -notree --add-modules jdk.incubator.vector \
    -windowtitle "Lectern" -doctitle "What a notebook has without an import" \
    -header '<a href="{@docRoot}/../index.html" style="color: var(--navbar-text-color, white); font-size: 14px">Lectures</a>' \
    --class-path "$(IFS=: && printf '%s' "${jars[*]}")" --source-path "$(IFS=: && printf '%s' "${sources[*]}")" \
    "${faces[@]}" || die "The API pages could not be written; the words of javadoc are above and in $LOG/api.log"
rm -rf "$STATE/api"
mv "$STATE/api.new" "$STATE/api"
stamp_set api "$now"
